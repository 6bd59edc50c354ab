"""P16: law that is not in force on a day is not felt on that day."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given

from engine.backends.interpret import Run
from engine.ir.program import Program
from engine.ir.reads import touched
from engine.testing.cases import instances
from engine.testing.choices import pick
from tests.properties.canon import canon
from tests.strategies.compiling import compiled
from tests.strategies.mutate import rules_of, with_rule
from tests.strategies.programs import DAY
from tests.strategies.worlds import Situation, situations

NOT_NOW: tuple[dict[str, str], ...] = (
    {"vanaf": "2026-09-02"},
    {"tot": "2026-08-31"},
    {"vanaf": "2025-01-01", "tot": "2026-08-31"},
)


def check_not_in_force(situation: Situation) -> int:
    """A rule of another period, that would exclude, replace and change, changes nothing."""
    target = pick(situation.choices, [r for r in rules_of(situation.world.trees) if "dan" in r])
    keys: dict[str, Any] = {"over": target["over"], "geldig": pick(situation.choices, NOT_NOW)}
    owner = target["id"].partition("-")[0]
    if isinstance(target["dan"], dict) and situation.choices.integer(0, 1):
        keys |= {"in_afwijking_van": [target["id"]], "dan": dict(target["dan"])}
    else:
        keys |= {"sluit_uit": [target["id"]]}
    other = compiled(with_rule(situation.world.trees, owner, id=f"{owner}-999", **keys))
    return same(situation, other)


def same(situation: Situation, other: Program, allowed: frozenset[str] = frozenset()) -> int:
    asked = [a for a in instances(situation.program, situation.case) if a[0] not in allowed]
    one, two = Run(situation.program, situation.case), Run(other, situation.case)
    for name, inst in asked:
        first, second = one.begrip(name, inst).outcome, two.begrip(name, inst).outcome
        assert canon(first) == canon(second), f"{name} {inst}"
    return len(asked)


def check_crossing(situation: Situation, day: str = "2027-01-01") -> int:
    """Between two days only what rests on rules and amounts that changed may differ.

    The case keeps its own day, so that ages and terms do not move.
    """
    other = compiled(situation.world.trees, day)
    changed = changed_between(situation.program, date.fromisoformat(DAY), date.fromisoformat(day))
    changed |= changed_between(other, date.fromisoformat(DAY), date.fromisoformat(day))
    allowed = resting_on(situation.program, changed) | resting_on(other, changed)
    return same(situation, other, allowed)


def changed_between(program: Program, first: date, second: date) -> frozenset[str]:
    """Rules (by id) and amounts that hold on one of the days only."""
    rules = {r.id for r in program.rules if r.window.holds(first) is not r.window.holds(second)}
    amounts = {
        a.name
        for a in program.amounts.values()
        if a.until is not None and first <= a.until < second
    }
    return frozenset(rules | amounts)


def resting_on(program: Program, names: frozenset[str]) -> frozenset[str]:
    """Concepts that rest on one of these rules or amounts."""
    found = {
        ("regel", str(r.number))
        for r in program.rules
        if r.id in names or names & amounts_in([r.condition, r.cause])
    }
    found |= {
        ("begrip", b.name)
        for b in program.begrippen.values()
        if names & amounts_in([c.value for c in (*b.candidates, *b.changes)])
    }
    resting = touched(program, found)
    return frozenset(name for kind, name in resting if kind == "begrip")


def amounts_in(parts: list[Any]) -> set[str]:
    """Amounts that these formulas name."""
    from engine.ir import nodes
    from engine.ir.fold import walk

    return {n.name for part in parts for n in walk(part) if isinstance(n, nodes.AmountRef)}


@pytest.mark.slow
@given(situations())
def test_law_of_another_period_is_not_felt(situation: Situation) -> None:
    check_not_in_force(situation)


@pytest.mark.slow
@given(situations())
def test_a_new_date_changes_only_what_rests_on_it(situation: Situation) -> None:
    check_crossing(situation)
