"""The generated worlds are rich enough for the properties to mean something."""

from collections import Counter

import pytest
from hypothesis import event, given, settings

from engine.backends.interpret import Run
from engine.result.outcomes import GAP_KINDS, Gap, Known
from engine.testing.cases import instances
from tests.strategies.features import KINDS, RELATIONS, features, kind
from tests.strategies.worlds import Situation, fresh_situations, seeded

WORLDS, CASES = 150, 2


@pytest.fixture(scope="module")
def shares() -> dict[str, float]:
    """Share of worlds with a feature, and share of each kind among all outcomes."""
    worlds: Counter[str] = Counter()
    outcomes: Counter[str] = Counter()
    for situation in seeded(WORLDS, CASES):
        worlds.update(set(features(situation.world.trees, situation.program)))
        run = Run(situation.program, situation.case)
        for name, inst in instances(situation.program, situation.case):
            outcome = run.begrip(name, inst).outcome
            outcomes[kind(outcome)] += 1
            if isinstance(outcome, Gap):
                outcomes[outcome.kind] += 1
            elif isinstance(outcome, Known) and outcome.reserve:
                outcomes["voorbehoud"] += 1
    total = sum(outcomes[k] for k in KINDS)
    made = {name: count / (WORLDS * CASES) for name, count in worlds.items()}
    made |= {name: count / total for name, count in outcomes.items()}
    for name, share in sorted(made.items(), key=lambda item: -item[1]):
        print(f"{share:6.1%} {name}")
    return made


def test_exceptions_three_deep(shares: dict[str, float]) -> None:
    assert shares["drie diep"] >= 0.20


@pytest.mark.parametrize("name", KINDS)
def test_each_kind_of_outcome(shares: dict[str, float], name: str) -> None:
    assert shares[name] >= 0.08


@pytest.mark.parametrize("name", RELATIONS)
def test_each_relation(shares: dict[str, float], name: str) -> None:
    assert shares[name] >= 0.08


@pytest.mark.parametrize(
    "name",
    [
        "aanleiding", "kan", "reikwijdte", "vult_in", "sanctie", "tijdstip", "rest", "over gezin",
        "over paar", "over giften", "geweigerde invulling", "voorrang hoger", "afronding",
    ],
)  # fmt: skip
def test_each_construct(shares: dict[str, float], name: str) -> None:
    assert shares[name] >= 0.08


@pytest.mark.parametrize("name", [*GAP_KINDS, "voorbehoud"])
def test_each_kind_of_gap_occurs(shares: dict[str, float], name: str) -> None:
    assert shares[name] > 0


@settings(max_examples=30)
@given(fresh_situations())
def test_worlds_drawn_by_hypothesis(situation: Situation) -> None:
    """Shows with --hypothesis-show-statistics how rich the drawn worlds are."""
    for feature in sorted(set(features(situation.world.trees, situation.program))):
        event(feature)
    run = Run(situation.program, situation.case)
    for name, inst in instances(situation.program, situation.case):
        event(f"uitkomst: {kind(run.begrip(name, inst).outcome)}")
