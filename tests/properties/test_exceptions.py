"""P8, P9 and P11: what an exception may and may not do to outcomes."""

from collections import Counter
from collections.abc import Iterator
from itertools import permutations

import pytest
from hypothesis import given

from engine.backends.interpret import Run
from engine.ir.case import Case
from engine.ir.program import Edge, Program
from engine.ir.reads import touched
from engine.result.outcomes import FALSE, Known
from engine.testing.cases import by_entity, instances
from engine.testing.choices import pick
from tests.properties.canon import canon
from tests.strategies.compiling import compiled
from tests.strategies.mutate import rules_of, without
from tests.strategies.programs import Tree
from tests.strategies.worlds import Situation, seeded, situations

RELIEVED = 160  # worlds in which favourable rules are counted
DEFEATS = ("in_afwijking_van", "sluit_uit", "beperkt", "wijzigt")


def exceptions(trees: list[Tree]) -> list[Tree]:
    return [rule for rule in rules_of(trees) if any(key in rule for key in DEFEATS)]


def idle(program: Program, case: Case, rule_id: str) -> bool:
    """Whether a rule is surely inactive for everybody."""
    run = Run(program, case)
    members = by_entity(case.persons, case.network, case.links)
    for rule in program.rules:
        if rule.id != rule_id:
            continue
        if any(edge.relation in ("sluit_uit", "beperkt") for edge in rule.defeaters):
            return False  # what excludes it goes with it, and that may decide the kind of a gap
        places = members.get(rule.entity, ())
        if rule.entity in program.groups:
            places = tuple((rule.entity, person) for person in case.persons)
        if rule.entity == "paar":  # also with people around: `anderen` reaches them
            everybody = (*case.persons, *case.network)
            places = tuple(("paar", f"{a}>{b}") for a, b in permutations(everybody, 2))
        if any(run.rule(rule.number, place).truth != FALSE for place in places):
            return False
    return True


def without_rule(situation: Situation, rule_id: str) -> Program:
    """The program of the same rules without this one."""
    return compiled(without(situation.world.trees, rule_id))


def check_conservative(situation: Situation) -> int:
    """P9: an exception that is not active changes nothing, wherever it is written."""
    program, case = situation.program, situation.case
    unused = [r for r in exceptions(situation.world.trees) if idle(program, case, r["id"])]
    if not unused:
        return 0
    rule = pick(situation.choices, unused)
    here, there = Run(program, case), Run(without_rule(situation, rule["id"]), case)
    asked = list(instances(program, case))
    for name, inst in asked:
        one, two = here.begrip(name, inst).outcome, there.begrip(name, inst).outcome
        assert canon(one) == canon(two), f"{rule['id']} {name} {inst}"
    return len(asked)


def check_relief(situation: Situation) -> Counter[str]:
    """P8: what a favourable rule gives, changes or no longer lets be lowered, is never less."""
    program, case = situation.program, situation.case
    seen: Counter[str] = Counter()
    by_accident = {edge.rule for r in program.rules for edge in r.defeaters if by_rank(edge)}
    for rule in rules_of(situation.world.trees):
        compiled_rule = program.rule_named(rule["id"])
        if rule.get("richting") != "begunstigend" or compiled_rule is None:
            continue
        if compiled_rule.number in by_accident:
            continue  # it also pushes aside a lower regulation that has nothing to do with it
        changed = concerned(situation.world.trees, rule)
        here, there = Run(program, case), Run(without_rule(situation, rule["id"]), case)
        for name, inst in instances(program, case):
            if name not in changed:
                continue
            relieved, plain = here.begrip(name, inst).outcome, there.begrip(name, inst).outcome
            if isinstance(relieved, Known) and isinstance(plain, Known):
                assert relieved.value >= plain.value, f"{rule['id']} {name} {inst}"
                seen[next(key for key in DEFEATS if key in rule)] += 1
                seen["kan"] += "kan" in rule
                seen["felt"] += relieved.value != plain.value
    return seen


def by_rank(edge: Edge) -> bool:
    """Whether a rule is set aside because of where it stands, and nobody wrote that down."""
    return edge.why != "expliciet"


def concerned(trees: list[Tree], rule: Tree) -> set[str]:
    """The concepts that a favourable rule is about."""
    excluded = [r for r in rules_of(trees) if r["id"] in rule.get("sluit_uit", ())]
    given = [name for r in (rule, *excluded) for name in r.get("dan", ())]
    return {name if "." in name else f"wa.{name}" for name in given}


def check_reach(situation: Situation) -> int:
    """P11: a clause touches what lies in its reach, and what follows from that."""
    program, case = situation.program, situation.case
    compared = 0
    for rule in rules_of(situation.world.trees):
        if "reikwijdte" not in rule:
            continue
        articles = set(rule["reikwijdte"]["artikelen"])
        allowed = set(following(program, articles, rule["id"]))
        here, there = Run(program, case), Run(without_rule(situation, rule["id"]), case)
        for name, inst in instances(program, case):
            one, two = here.begrip(name, inst).outcome, there.begrip(name, inst).outcome
            assert name in allowed or canon(one) == canon(two), f"{rule['id']} {name} {inst}"
            compared += 1
    return compared


def following(program: Program, articles: set[str], clause: str) -> Iterator[str]:
    """Concepts that rest on a rule in reach, or that the clause itself gives a value."""
    start = {
        ("regel", str(rule.number))
        for rule in program.rules
        if rule.regulation == "wa" and any(s.article in articles for s in rule.sources)
    }
    own = {name for rule in program.rules if rule.id == clause for name, _ in rule.effects}
    start |= {("begrip", name) for name in own}
    resting = touched(program, start)
    yield from sorted(name for kind, name in resting if kind == "begrip")


@pytest.mark.slow
@given(situations())
def test_an_idle_exception_changes_nothing(situation: Situation) -> None:
    check_conservative(situation)


@pytest.mark.slow
@given(situations())
def test_relief_never_hurts(situation: Situation) -> None:
    check_relief(situation)


@pytest.mark.slow
def test_enough_relief_is_compared() -> None:
    """Each way to favour somebody is seen, and often it makes a difference."""
    seen = sum(map(check_relief, seeded(RELIEVED)), Counter[str]())
    print(dict(seen))
    assert all(seen[key] >= 25 for key in ("in_afwijking_van", "sluit_uit", "wijzigt", "kan"))
    assert seen["felt"] >= 30


@pytest.mark.slow
@given(situations())
def test_reach_is_respected(situation: Situation) -> None:
    check_reach(situation)
