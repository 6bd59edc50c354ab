"""The properties of the shipped rules catch a fault: in the engine, or in a rule."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from engine.backends.interpret import Run
from engine.ir.program import Rung
from engine.model.rule import Doelwit, Regel
from tests.properties import test_shipped_amounts as amounts
from tests.properties import test_shipped_variants as rules
from tests.properties.test_planted import (
    always_in_force,
    anybody_fills,
    bounds_are_ignored,
    exceptions_always_defeat,
    reach_is_ignored,
    rounding_down,
)
from tests.strategies import shipped, variants
from tests.strategies.worlds import Situation, World

ENOUGH = 12  # situations in which the fault has to show


def caught(check: Callable[[Situation], object], count: int = ENOUGH) -> None:
    """The check fails on one of the first situations."""

    def fails(situation: Situation) -> bool:
        try:
            check(situation)
        except AssertionError:
            return True
        return False

    assert any(fails(situation) for situation in shipped.situations(count))


def test_p9_catches_an_exception_that_always_defeats(monkeypatch: pytest.MonkeyPatch) -> None:
    exceptions_always_defeat(monkeypatch)
    caught(rules.check_conservative)


def beyond(clause: str, article: str) -> World:
    """The shipped rules, where a clause also excludes an article outside its reach."""

    def change(_act: object, rule: Regel) -> tuple[Regel, ...]:
        more = (*rule.sluit_uit, Doelwit(regeling="participatiewet", artikel=article))
        return (replace(rule, sluit_uit=more) if rule.id == clause else rule,)

    return World([], variants.compiled(variants.edited(change)))


def felt(world: World) -> None:
    """Article 16 as this world has it, on the situations in which its reach is checked."""
    other = variants.compiled(variants.without({"pw-16-1"}))
    for situation in shipped.situations(ENOUGH):
        here = Situation(world, situation.case, situation.choices)
        rules.check_reach(here, "pw-16-1", other)


@pytest.mark.slow
def test_p11_catches_a_reach_that_is_ignored(monkeypatch: pytest.MonkeyPatch) -> None:
    felt(beyond("pw-16-1", "36b"))  # the right engine cuts it down to the reach
    reach_is_ignored(monkeypatch)
    with pytest.raises(AssertionError, match="pw-16-1 touches"):
        felt(beyond("pw-16-1", "36b"))


def test_p16_catches_rules_that_are_always_in_force(monkeypatch: pytest.MonkeyPatch) -> None:
    always_in_force(monkeypatch)
    others = rules.of_other_periods({"pw-22a-1-aantal", "pw-36b-5", "wmo-2.3.5-3"})
    caught(lambda situation: rules.check_not_in_force(situation, others))


def test_p17_catches_anybody_who_fills_in(monkeypatch: pytest.MonkeyPatch) -> None:
    anybody_fills(monkeypatch)
    with pytest.raises(AssertionError):
        amounts.check_competence()


def test_p17_catches_bounds_that_are_ignored(monkeypatch: pytest.MonkeyPatch) -> None:
    bounds_are_ignored(monkeypatch)
    with pytest.raises(AssertionError):
        amounts.check_filling(amounts.FIRST, 4, lawful=False)


def test_p25_catches_another_act_that_sees_less(monkeypatch: pytest.MonkeyPatch) -> None:
    right = Run.begrip

    def wrong(run: Run, name: str, inst: tuple[str, str], rung: Rung = Rung.D) -> object:
        asking = getattr(run, "asking", "")
        run.asking = name.partition(".")[0]
        try:
            return right(run, name, inst, Rung.A if asking == "derde" else rung)
        finally:
            run.asking = asking

    other = variants.compiled(variants.repeating())
    monkeypatch.setattr(Run, "begrip", wrong)
    caught(lambda situation: rules.check_third_act(situation, other))


def test_p26_catches_rounding_down(monkeypatch: pytest.MonkeyPatch) -> None:
    rounding_down(monkeypatch)
    caught(amounts.check_rounding, 100)


def test_p26_catches_an_amount_that_is_rounded_on_the_way() -> None:
    """Planted: the share of one person is rounded before the norm of the family is."""
    program = shipped.program()
    rounding = program.begrippen["participatiewet.basisnorm"].rounding
    name = "participatiewet.persoonsnorm_22a"
    begrippen = dict(program.begrippen)
    begrippen[name] = replace(begrippen[name], rounding=rounding)
    planted = replace(program, begrippen=begrippen)
    found = set(amounts.drawn_from(planted, "participatiewet.basisnorm", amounts.rounded(planted)))
    listed = amounts.DRAWN_FROM_ROUNDED["basisnorm"]
    assert {n.rpartition(".")[2] for n in found} - listed == {"persoonsnorm_22a"}
