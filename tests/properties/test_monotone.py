"""P12: more facts or judgements never flip a firm outcome."""

from collections import Counter
from itertools import count

import pytest
from hypothesis import given, settings

from engine.backends.interpret import Run
from engine.result.outcomes import Unknown
from engine.testing.cases import hidden, instances
from tests.properties.canon import canon, firm, kept
from tests.strategies.features import features
from tests.strategies.worlds import Situation, fresh_situations, seeded, situations

COMPARISONS = 20_000


def check(situation: Situation, percent: int = 30) -> Counter[str]:
    """Compare every firm outcome of a poorer case with that of the richer one."""
    program, full = situation.program, situation.case
    less = hidden(program, full, situation.choices, percent)
    poor, rich = Run(program, less), Run(program, full)
    seen: Counter[str] = Counter()
    for name, inst in instances(program, less):
        before = poor.begrip(name, inst).outcome
        if isinstance(before, Unknown):
            assert before.needs, f"{name} {inst}: unknown without a reason"
        elif firm(before):
            after = rich.begrip(name, inst).outcome
            assert kept(before, after), f"{name} {inst}: {canon(before)} -> {canon(after)}"
            seen[type(before).__name__] += 1
    return seen


@given(situations())
def test_more_information_never_flips(situation: Situation) -> None:
    check(situation)


@settings(max_examples=40)
@given(fresh_situations())
def test_more_information_never_flips_in_drawn_worlds(situation: Situation) -> None:
    check(situation)


def counted(start: int, enough: int) -> tuple[Counter[str], Counter[str]]:
    """Compare in a seeded loop until there are enough comparisons; also what the worlds had."""
    seen: Counter[str] = Counter()
    present: Counter[str] = Counter()
    for seed in count(start):
        if seen.total() >= enough:
            return seen, present
        for percent, situation in zip((10, 30, 60), seeded(1, 3, start=seed), strict=True):
            seen += check(situation, percent)
        present.update(set(features(situation.world.trees, situation.program)))
    raise AssertionError("unreachable")


def told(seen: Counter[str], present: Counter[str]) -> None:
    print(f"{seen.total()} comparisons of firm outcomes: {dict(seen)}")
    print("in worlds with", {name: present[name] for name in ("vult_in", "wijzigt", "over gezin")})


@pytest.mark.slow
def test_twenty_thousand_comparisons() -> None:
    seen, present = counted(0, COMPARISONS)
    told(seen, present)
    assert seen.total() >= COMPARISONS
    assert all(seen[kind] > COMPARISONS // 50 for kind in ("Known", "Gap", "Conflict"))
    assert all(present[name] > 0 for name in ("vult_in", "wijzigt", "over gezin"))


@pytest.mark.lang
def test_two_hundred_thousand_comparisons() -> None:
    told(*counted(10_000, 10 * COMPARISONS))
