"""The properties of the shipped rules catch a fault: in the engine, or in a rule."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from engine.backends import interpret
from engine.backends.interpret import Run, no_blockers
from engine.decide.blockers import solution_blockers
from engine.ir import nodes
from engine.ir.case import Case, Inst
from engine.ir.program import Program, Rung
from engine.model.rule import Doelwit, Regel
from engine.result import algebra, terms
from engine.result.outcomes import Known, Outcome, Term
from engine.result.settle import Active
from tests.properties import test_monotone, test_proof, test_symmetry
from tests.properties import test_shipped as orders
from tests.properties import test_shipped_amounts as amounts
from tests.properties import test_shipped_relief as relief
from tests.properties import test_shipped_variants as rules
from tests.properties.test_planted import (
    Plant,
    always_in_force,
    anybody_fills,
    anybody_judges,
    bounds_are_ignored,
    doubt_is_dropped,
    exceptions_always_defeat,
    first_member_only,
    missing_is_no,
    reach_is_ignored,
    rounding_down,
)
from tests.strategies import quick, shipped, variants
from tests.strategies.worlds import Situation, World

ENOUGH = 12  # situations in which the fault has to show


@pytest.fixture(autouse=True)
def _reference(monkeypatch: pytest.MonkeyPatch) -> None:
    """Faults are planted in the interpreter, so that is what the properties look at here."""

    def run(program: Program, case: Case, *, ladder: bool = False) -> Run:
        return Run(program, case, solution_blockers if ladder else no_blockers)

    monkeypatch.setattr(quick, "run", run)


def last_record_of_all(patch: pytest.MonkeyPatch) -> None:
    """Of every list that the rules declare only the last record counts."""
    right = Run.members

    def wrong(run: Run, collection: str, inst: Inst) -> object:
        found = right(run, collection, inst)
        listed = collection in run.program.lists and isinstance(found, tuple)
        return found[-1:] if listed else found

    patch.setattr(Run, "members", wrong)


def citizens_only(patch: pytest.MonkeyPatch) -> None:
    """Whoever has a partner has one only as a citizen; no explanation says so."""
    right = Run.fact

    def wrong(run: Run, name: str, inst: Inst) -> object:
        if inst[0] == "persoon" and name != "nederlander" and kind_of(run, name) == "ja_nee":
            return algebra.conjoin([right(run, name, inst), right(run, "nederlander", inst)])
        return right(run, name, inst)

    patch.setattr(Run, "fact", wrong)


def turned_comparisons(patch: pytest.MonkeyPatch) -> None:
    """Every comparison is shown the wrong way round."""
    right = terms.term_of

    def wrong(op: str, name: str, extra: tuple[object, ...], args: list[Term]) -> Term:
        made = right(op, name, extra, args)
        shown = made.args[::-1] if op == "vergelijk" else made.args
        return Term(op, made.outcome, shown, name, extra=extra)

    patch.setattr(terms, "term_of", wrong)


def kind_of(run: Run, name: str) -> str:
    return run.program.facts[name].type.kind


def caught(check: Callable[[Situation], object], count: int = ENOUGH) -> None:
    """The check fails on one of the first situations."""

    def fails(situation: Situation) -> bool:
        try:
            check(situation)
        except AssertionError:
            return True
        return False

    assert any(fails(situation) for situation in shipped.situations(count))


def worked(rule_id: str) -> list[Run]:
    """Evaluations, by the interpreter, in which this favourable rule works for somebody."""
    found = relief.where_active().get(rule_id, [])
    return [Run(run.program, run.case, solution_blockers) for run in found]


def relieved(runs: dict[str, list[Run]]) -> None:
    for rule_id, found in runs.items():
        relief.check(rule_id, found)


@pytest.mark.slow
def test_p8_catches_changes_the_wrong_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a rule takes off a value is put on top of it."""
    right = interpret.changed

    def wrong(value: Outcome, active: Active) -> Outcome:
        new = right(value, active)
        if isinstance(value, Known) and isinstance(new, Known):
            return replace(new, value=2 * value.value - new.value)  # type: ignore[operator]
        return new

    changing = [r.id for r in relief.favourable(shipped.program()) if r.changes]
    runs = {rule_id: worked(rule_id)[: relief.TRIED] for rule_id in changing}
    monkeypatch.setattr(interpret, "changed", wrong)
    with pytest.raises(AssertionError, match="|".join(f"^{rule_id}: " for rule_id in changing)):
        relieved(runs)


@pytest.mark.slow
def test_p8_catches_a_favourable_rule_that_costs() -> None:
    """Planted: what the law leaves out of the income counts for a thousand euros."""
    name = "participatiewet.telt_bedrag"

    def costing(program: Program) -> Program:
        begrip = program.begrippen[name]
        much = nodes.Lit(value=100_000, type=begrip.type)
        kind = {rule.number for rule in relief.favourable(program)}
        given = tuple(replace(c, value=much) if c.rule in kind else c for c in begrip.candidates)
        other = {name: replace(begrip, candidates=given)}
        return replace(program, begrippen={**program.begrippen, **other})

    giving = [
        r.id for r in relief.favourable(shipped.program()) if name in dict(r.effects)
    ]  # fmt: skip
    runs = {
        rule_id: [Run(costing(r.program), r.case, solution_blockers) for r in worked(rule_id)]
        for rule_id in giving
    }
    with pytest.raises(AssertionError, match="|".join(f"^{rule_id}: " for rule_id in giving)):
        relieved(runs)


@pytest.mark.parametrize(("check", "plant", "count"), [
    pytest.param(test_monotone.check, missing_is_no, 60, id="P12"),
    pytest.param(test_monotone.check, doubt_is_dropped, 60, id="P12 uitzondering"),
    pytest.param(test_proof.check_proof, missing_is_no, 8, id="P13"),
    pytest.param(test_proof.check_proof, anybody_judges, 8, id="P14"),
    pytest.param(orders.check_order, last_record_of_all, 20, id="P15 volgorde"),
    pytest.param(test_symmetry.check_names, first_member_only, 60, id="P15 namen"),
    pytest.param(test_proof.check_replay, turned_comparisons, 25, id="P22 herrekenen"),
    pytest.param(test_proof.check_proof, citizens_only, 8, id="P22 feiten"),
])  # fmt: skip
def test_the_property_catches_a_wrong_engine(
    check: Callable[[Situation], object], plant: Plant, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On the situations of the property itself: no more than it looks at."""
    plant(monkeypatch)
    caught(check, count)


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
