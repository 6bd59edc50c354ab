"""What every part of a program reads is worked out once for all days with the same rules."""

from dataclasses import replace
from datetime import timedelta

from engine.ir.reads import fact, reads, resting_on
from tests.strategies import shipped

ONE_DAY = timedelta(days=1)


def test_another_day_reads_the_same() -> None:
    program = shipped.program()
    later = replace(program, day=program.day + ONE_DAY)
    assert reads(later) is reads(program)
    assert resting_on(later, fact("geboortedatum")) is resting_on(program, fact("geboortedatum"))


def test_other_rules_read_something_else() -> None:
    program = shipped.program()
    rules = list(program.rules)
    number, rule = next((r.number, r) for r in rules if r.condition is not None)
    rules[number] = replace(rule, condition=None, reach=None, defeaters=())
    other = replace(program, rules=tuple(rules))
    assert reads(other)["regel", str(number)] < reads(program)["regel", str(number)]
    begrippen = {n: replace(b, candidates=(), changes=()) for n, b in program.begrippen.items()}
    bare = replace(program, begrippen=begrippen)
    assert reads(bare) != reads(program)
    assert reads(program) == reads(replace(program, rules=tuple(program.rules)))
