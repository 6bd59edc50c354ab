"""The shipped rules hold the properties too: random cases, everything asked."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest

from engine.ir.program import Program
from engine.model.regulation import Corpus
from engine.testing.cases import instances
from tests.properties import test_monotone, test_proof, test_routes
from tests.properties.canon import canon
from tests.properties.test_symmetry import turned
from tests.strategies import quick, shipped, variants
from tests.strategies.worlds import Situation

CHECKS: list[tuple[Callable[[Situation], object], int]] = [
    (test_monotone.check, 60),
    (test_proof.check_proof, 8),
    (test_proof.check_replay, 25),
    (test_routes.check_questions, 8),
    (test_routes.check_exclusion, 20),
]


@pytest.mark.slow
@pytest.mark.parametrize(("check", "count"), CHECKS)
def test_holds_under_the_shipped_rules(check: Callable[[Situation], object], count: int) -> None:
    for situation in shipped.situations(count):
        check(situation)


@cache
def the_other_way_round() -> Program:
    """The shipped rules, handed over in the reverse order: regulations, and the rules in them."""
    acts = [
        replace(act, secties=replace(act.secties, regels=tuple(reversed(act.secties.regels))))
        for act in reversed(shipped.corpus().regelingen)
    ]
    return variants.compiled(Corpus(regelingen=tuple(acts)))


def check_order(situation: Situation) -> int:
    """P15: files, rules and facts in another order give the same outcomes, word for word."""
    case = situation.case
    one = quick.run(situation.program, case)
    two = quick.run(the_other_way_round(), turned(case))
    asked = list(instances(situation.program, case))
    for name, inst in asked:
        first, second = one.begrip(name, inst).outcome, two.begrip(name, inst).outcome
        assert canon(first) == canon(second), f"{name} {inst}"
    return len(asked)


@pytest.mark.slow
def test_the_order_of_files_rules_and_facts_does_not_matter() -> None:
    assert sum(map(check_order, shipped.situations(20))) >= 5_000
