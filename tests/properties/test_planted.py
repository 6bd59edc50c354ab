"""Each property catches a fault that is planted in the engine.

A property that holds under a wrong engine checks nothing. Every row plants one wrong variant of
one function, and the check of the property has to fail on it within a few worlds.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from engine.backends import interpret
from engine.backends.interpret import Run
from engine.ir.program import Rung, Window
from engine.passes import defeaters, resolve_rules
from engine.result import algebra, operations, terms
from engine.result.outcomes import FALSE, TRUE, Term, Unknown
from tests.properties import (
    test_delegation,
    test_exceptions,
    test_monotone,
    test_proof,
    test_rounding,
    test_routes,
    test_symmetry,
    test_time,
)
from tests.strategies import worlds
from tests.strategies.worlds import Situation, seeded

ENOUGH = 120  # worlds in which the fault has to show
Plant = Callable[[pytest.MonkeyPatch], None]


@dataclass(frozen=True)
class Fault:
    """A property, its check, and a wrong variant of the engine."""

    name: str
    check: Callable[[Situation], object]
    plant: Plant
    compiles: bool = False  # the fault is in a pass, so the worlds are compiled again


def missing_is_no(patch: pytest.MonkeyPatch) -> None:
    right = Run.fact

    def wrong(run: Run, name: str, inst: tuple[str, str]) -> object:
        kind = run.program.facts[name].type.kind
        known = right(run, name, inst)
        return FALSE if kind == "ja_nee" and isinstance(known, Unknown) else known

    patch.setattr(Run, "fact", wrong)


def doubt_is_dropped(patch: pytest.MonkeyPatch) -> None:
    """An undecided exception counts as not active, as in many rule engines."""
    right = interpret.negate

    def wrong(args: list[object]) -> object:
        found = right(args)
        return TRUE if isinstance(found, Unknown) else found

    patch.setattr(interpret, "negate", wrong)


def anybody_judges(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Run, "judgement", lambda run, name, inst: run.case.judgements.get((name, inst)))


def first_member_only(patch: pytest.MonkeyPatch) -> None:
    right = Run.members

    def wrong(run: Run, collection: str, inst: tuple[str, str]) -> object:
        found = right(run, collection, inst)
        return found[:1] if collection == "anderen" and isinstance(found, tuple) else found

    patch.setattr(Run, "members", wrong)


def last_record_counts(patch: pytest.MonkeyPatch) -> None:
    right = Run.members

    def wrong(run: Run, collection: str, inst: tuple[str, str]) -> object:
        found = right(run, collection, inst)
        lists = ("giften", "omstandigheden")
        return found[-1:] if collection in lists and isinstance(found, tuple) else found

    patch.setattr(Run, "members", wrong)


def plus_is_minus(patch: pytest.MonkeyPatch) -> None:
    patch.setitem(operations._ARITHMETIC, "+", operations._minus)


def exceptions_always_defeat(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(interpret, "negate", lambda _args: FALSE)


def exceptions_never_defeat(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(interpret, "negate", lambda _args: TRUE)


def reach_is_ignored(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(defeaters, "reaches", lambda *_args: True)


def always_in_force(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(resolve_rules, "window", lambda _valid: Window())


def anybody_fills(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("engine.compiler.competent", lambda drafts, _acts: (drafts, []))


def bounds_are_ignored(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(terms, "bounded", lambda outcome, _held, _otherwise: outcome)


def another_step(patch: pytest.MonkeyPatch) -> None:
    """What was computed and what is shown are not the same."""
    right = terms.term_of

    def wrong(op: str, name: str, extra: tuple[object, ...], args: list[Term]) -> Term:
        made = right(op, name, extra, args)
        shown = made.args[::-1] if op in ("reken", "vergelijk") else made.args
        return Term(op, made.outcome, shown, name, extra=extra)

    patch.setattr(terms, "term_of", wrong)


def a_fact_behind_the_scenes(patch: pytest.MonkeyPatch) -> None:
    right = Run.fact

    def wrong(run: Run, name: str, inst: tuple[str, str]) -> object:
        if name == "f_a":
            return algebra.conjoin([right(run, "f_a", inst), right(run, "f_b", inst)])
        return right(run, name, inst)

    patch.setattr(Run, "fact", wrong)


def rungs_are_mixed_up(patch: pytest.MonkeyPatch) -> None:
    """The first answer is remembered for every rung."""
    right = Run.begrip

    def wrong(run: Run, name: str, inst: tuple[str, str], rung: Rung = Rung.D) -> object:
        same = [step for (n, i, _), step in run.begrip_steps.items() if (n, i) == (name, inst)]
        return same[0] if same else right(run, name, inst, rung)

    patch.setattr(Run, "begrip", wrong)


def other_acts_see_less(patch: pytest.MonkeyPatch) -> None:
    """An act that asks another one misses the exceptions."""
    right = Run.begrip

    def wrong(run: Run, name: str, inst: tuple[str, str], rung: Rung = Rung.D) -> object:
        asking = getattr(run, "asking", "wa")
        run.asking = name.partition(".")[0]
        try:
            return right(run, name, inst, Rung.A if asking == "wb" else rung)
        finally:
            run.asking = asking

    patch.setattr(Run, "begrip", wrong)


def rounding_down(patch: pytest.MonkeyPatch) -> None:
    right = operations.round_to
    patch.setattr(operations, "round_to", lambda value, step, _mode: right(value, step, "omlaag"))


def a_silent_sleep(patch: pytest.MonkeyPatch) -> None:
    """A sleeping rule leaves no reservation behind."""
    patch.setattr(terms, "asleep", lambda own, *_: FALSE if isinstance(own, Unknown) else own)


FAULTS = [
    Fault("P8", test_exceptions.check_relief, plus_is_minus),
    Fault("P9", test_exceptions.check_conservative, exceptions_always_defeat),
    Fault("P11", test_exceptions.check_reach, reach_is_ignored, compiles=True),
    Fault("P12", test_monotone.check, missing_is_no),
    Fault("P12 uitzondering", test_monotone.check, doubt_is_dropped),
    Fault("P12 slapen", test_monotone.check, a_silent_sleep),
    Fault("P13", test_proof.check_proof, missing_is_no),
    Fault("P14", test_proof.check_proof, anybody_judges),
    Fault("P15 namen", test_symmetry.check_names, first_member_only),
    Fault("P15 volgorde", test_symmetry.check_order, last_record_counts),
    Fault("P16", test_time.check_not_in_force, always_in_force, compiles=True),
    Fault("P17 bevoegd", test_delegation.check, anybody_fills, compiles=True),
    Fault("P17 grenzen", test_delegation.check, bounds_are_ignored),
    Fault("P22 herrekenen", test_proof.check_replay, another_step),
    Fault("P22 feiten", test_proof.check_proof, a_fact_behind_the_scenes),
    Fault("P25 vragen", test_routes.check_questions, rungs_are_mixed_up),
    Fault("P25 uitsluiten", test_routes.check_exclusion, exceptions_never_defeat),
    Fault("P25 andere wet", test_routes.check_aliases, other_acts_see_less),
    Fault("P26", test_rounding.check_one_rounding, rounding_down),
]


@pytest.fixture
def _fresh_worlds() -> Iterator[None]:
    """Worlds compiled under a fault are not kept, nor are those compiled before it used."""
    worlds.world.cache_clear()
    yield
    worlds.world.cache_clear()


@pytest.mark.parametrize("fault", [f for f in FAULTS if not f.compiles], ids=lambda f: f.name)
def test_fault_in_the_evaluation(fault: Fault, monkeypatch: pytest.MonkeyPatch) -> None:
    assert found(fault, monkeypatch) < ENOUGH, f"{fault.name} misses it"


@pytest.mark.usefixtures("_fresh_worlds")
@pytest.mark.parametrize("fault", [f for f in FAULTS if f.compiles], ids=lambda f: f.name)
def test_fault_in_the_passes(fault: Fault, monkeypatch: pytest.MonkeyPatch) -> None:
    assert found(fault, monkeypatch) < ENOUGH, f"{fault.name} misses it"


def found(fault: Fault, monkeypatch: pytest.MonkeyPatch) -> int:
    """The number of worlds until the property notices."""
    with monkeypatch.context() as patch:
        fault.plant(patch)
        for number, situation in enumerate(seeded(ENOUGH)):
            try:
                fault.check(situation)
            except AssertionError:
                return number
    return ENOUGH


def test_months_are_not_counted_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(operations._FUNCTIONS, "som_over_tijd", lambda amount: amount + 1)
    with pytest.raises(AssertionError):
        test_rounding.check_sums(1000)


def test_the_right_engine_passes() -> None:
    """The same situations, without a fault."""
    for fault in FAULTS:
        for situation in seeded(3):
            fault.check(situation)
