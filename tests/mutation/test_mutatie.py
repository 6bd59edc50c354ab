"""`make mutatie`: every shipped rule and every bound is guarded by a case or a table row.

A fault that nothing notices is first held against the rules as they are: some change nothing in
any case that can be, and no case could find those.
"""

from collections import defaultdict
from collections.abc import Iterable

import pytest

from engine.backends.compiled import Compiled
from engine.ir.program import Program
from engine.service import Regelruimte
from tests.mutation.equivalent import proved_equal
from tests.mutation.guards import Asked, Read, all_checks
from tests.mutation.mutants import Mutant, mutants, planted

pytestmark = pytest.mark.mutation
NEAR = 12  # checks that are read before the faulty program is compiled
SHARES = 2  # as many as there are cores to use
MOST = 0.01  # of the faults that do something


@pytest.fixture(scope="module")
def checks() -> list[Asked]:
    return all_checks(Regelruimte())


@pytest.mark.parametrize("share", range(SHARES))
def test_every_fault_is_noticed(checks: list[Asked], share: int) -> None:
    by_rule: dict[str, list[Asked]] = defaultdict(list)
    for asked in checks:
        for rule in asked.places:
            by_rule[rule].append(asked)
    programs = {id(p.begrippen): p for p in (a.check.setting.program for a in checks)}
    faults = {mutant: None for program in programs.values() for mutant in mutants(program)}
    own = list(faults)[share::SHARES]
    survivors, equal = [], 0
    for number, mutant in enumerate(own, start=1):
        if number % 50 == 0:
            print(f"deel {share + 1}: {number} van {len(own)} fouten gezet", flush=True)
        if _noticed(mutant, by_rule[mutant.rule]):
            continue
        if _changes_nothing(mutant, programs.values()):
            equal += 1
            print(f"verandert niets, zo is bewezen: {mutant}", flush=True)
        else:
            survivors.append(str(mutant))
            print(f"niet gevonden: {mutant}", flush=True)
    counted = len(own) - equal
    print(f"deel {share + 1}: {counted} fouten gezet, {len(survivors)} niet gevonden: {survivors}")
    print(f"deel {share + 1}: {equal} fouten die niets veranderen zijn niet meegeteld")
    assert len(survivors) <= MOST * counted


def _changes_nothing(mutant: Mutant, programs: Iterable[Program]) -> bool:
    having = (program for program in programs if mutant in set(mutants(program)))
    return all(proved_equal(program, planted(program, mutant)) for program in having)


def _noticed(mutant: Mutant, checks: list[Asked]) -> bool:
    """Whether a check notices; the nearest are read as they are, for the rest it pays to compile.

    Compiling takes as long as reading some cases, and mostly the first case is the one.
    """
    faulty: dict[tuple[int, bool], Compiled | Read] = {}
    for number, asked in enumerate(_nearest_first(mutant, checks)):
        original = asked.check.setting.program
        near = number < NEAR
        key = (id(original.begrippen), near)  # shared by the days between two changes of the rules
        if key not in faulty:
            program = planted(original, mutant)
            faulty[key] = Read(program) if near else Compiled(program)
        if asked.touched(faulty[key], mutant) and asked.check.notices(faulty[key]):
            return True
    return False


def _nearest_first(mutant: Mutant, checks: list[Asked]) -> list[Asked]:
    if not checks:
        return []
    rule = checks[0].check.setting.program.rule_named(mutant.rule)
    file = "" if rule is None else rule.origin.file
    return sorted(checks, key=lambda asked: asked.distance(mutant.rule, file))
