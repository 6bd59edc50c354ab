"""The shipped rules hold the properties too: random cases, everything asked."""

from collections.abc import Callable

import pytest

from engine.backends.interpret import Run
from engine.ir.program import Rung
from engine.result.outcomes import Known
from tests.properties import test_monotone, test_proof, test_routes
from tests.strategies import shipped
from tests.strategies.cases import instances
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


def check_relief(situation: Situation) -> int:
    """P8: a deviation makes no favourable concept less, and no onerous one more."""
    program, compared = situation.program, 0
    run = Run(program, situation.case)
    for name, inst in instances(program, situation.case):
        direction = program.begrippen[name].direction
        before = run.begrip(name, inst, Rung.B).outcome
        after = run.begrip(name, inst, Rung.D).outcome
        if not direction or not isinstance(before, Known) or not isinstance(after, Known):
            continue
        less, more = (before, after) if direction == "begunstigend" else (after, before)
        assert less.value <= more.value, f"{name} {inst}: {before.value} -> {after.value}"
        compared += 1
    return compared


@pytest.mark.slow
def test_deviations_are_relief() -> None:
    compared = sum(check_relief(s) for s in shipped.situations(60))
    assert compared > 1000
