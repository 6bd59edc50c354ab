"""P17 and P26 under the shipped rules: open terms within bounds, amounts rounded once."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest

from engine.backends.interpret import Run
from engine.compiler import check_corpus
from engine.ir import nodes
from engine.ir.fold import walk
from engine.ir.program import Begrip, Program
from engine.model.regulation import Corpus
from engine.model.vocabulary import OpenTerm
from engine.result.outcomes import TRUE, Gap, Known, Unknown
from engine.testing.cases import instances
from engine.values import Number, round_to
from tests.properties.canon import canon
from tests.strategies import shipped, variants
from tests.strategies.worlds import Situation, World

FIRST, SECOND = "participatiewet.maanden_eerste_keer", "participatiewet.maanden_tweede_keer"
LAWFUL, UNLAWFUL = (1, 2, 3), (0, 4, 12)  # months, for article 18, fifth paragraph
INCOME = {"vrijlating_34a", "vrijlating_n", "vrijlating_r", "vrijlating_y", "vrijlating_z"}
DRAWN_FROM_ROUNDED = {
    # A share that article 22a rounds on its own is one of the parts of the norm.
    "basisnorm": {"norm_alleenstaand_deel"},
    # What goes into these is an amount that a decision names, so it is in whole cents already.
    "norm_zonder_vakantietoeslag": {"basisnorm"},
    "boete_draagkracht": {"basisnorm"},
    "voorschot_minimum": {"basisnorm", *INCOME},
    "uitbetaling_per_maand": {"basisnorm", *INCOME},
    "draagkracht": {"basisnorm", *INCOME},
}
"""Rounded amounts that other rounded amounts go into; any other would be rounded twice."""


def declared() -> dict[str, OpenTerm]:
    """Every open term that has a value of its own, by its full name; tables are apart."""
    return {
        f"{act.id}.{name}": term
        for act in shipped.corpus().regelingen
        for name, term in act.secties.open_termen.items()
        if term.soort not in ("schijven", "opzoek")
    }


def check_terms(situation: Situation) -> int:
    """P17: a value comes from who may fill the term and lies within the bounds of the law."""
    program, compared = situation.program, 0
    run = Run(program, situation.case)
    heads = {act.id: act.kop for act in shipped.corpus().regelingen}
    for name, inst in instances(program, situation.case):
        term = declared().get(name)
        if term is None:
            continue
        begrip, step = program.begrippen[name], run.begrip(name, inst)
        for candidate in begrip.candidates:
            head = heads[program.rules[candidate.rule].regulation]
            assert (head.soort, head.bevoegd) == (term.laag, term.bevoegd), name
        match step.outcome:
            case Known(value=value):
                filled = any(c.truth == TRUE and c.value is not None for c in step.candidates)
                doubt = any(not isinstance(c.truth, Known) for c in step.candidates)
                assert filled or doubt or not term.verplicht, name
                check_bounds(run, begrip, value, inst)
            case Gap(kind=kind):
                assert begrip.candidates or kind == "delegatie_ontbreekt", canon(step.outcome)
            case Unknown():
                assert begrip.candidates, f"{name} without a filling is a gap, never a question"
        compared += 1
    return compared


def check_bounds(run: Run, begrip: Begrip, value: object, inst: tuple[str, str]) -> None:
    for bound, beyond in ((begrip.low, -1), (begrip.high, 1)):
        if bound is not None:
            limit = run.evaluate(bound, (inst,), begrip.top).outcome
            assert isinstance(limit, Known)
            assert value == limit.value or (value > limit.value) is (beyond < 0), begrip.name


def filled(name: str, value: Number) -> World:
    """The shipped rules, where the filling of this term gives another value."""
    program = shipped.program()
    begrip = program.begrippen[name]
    given = tuple(replace(c, value=nodes.Lit(value=value, type=begrip.type))
                  for c in begrip.candidates)  # fmt: skip
    begrippen = dict(program.begrippen) | {name: replace(begrip, candidates=given)}
    return World([], replace(program, begrippen=begrippen))


def check_filling(name: str, value: Number, *, lawful: bool) -> int:
    """A filling is used if the law allows it; if not, it is a gap, and never a value."""
    found = 0
    for situation in shipped.situations(25):
        world = filled(name, value)
        here = Situation(world, situation.case, situation.choices)
        check_terms(here)
        run = Run(world.program, situation.case)
        for asked, inst in instances(world.program, situation.case):
            if asked == name and any(c.truth == TRUE for c in run.begrip(name, inst).candidates):
                outcome = run.begrip(name, inst).outcome
                assert (outcome == Known(value)) is lawful, f"{name} {value}: {canon(outcome)}"
                assert lawful or isinstance(outcome, Gap | Unknown), canon(outcome)
                found += 1
    return found


def by_another_organ(organ: str) -> Corpus:
    """The shipped regulations, where another organ has made every ordinance."""
    corpus = shipped.corpus()
    acts = [
        replace(act, kop=replace(act.kop, bevoegd=organ))
        if act.kop.soort == "verordening"
        else act
        for act in corpus.regelingen
    ]
    return replace(corpus, regelingen=tuple(acts))


def check_competence() -> int:
    """P17: what another organ fills in is named as refused, and is nowhere a candidate."""
    right = shipped.program()
    fillers = {c.rule for name in declared() for c in right.begrippen[name].candidates}
    named = {right.rules[number].id for number in fillers}
    program, found = check_corpus(by_another_organ("college"), shipped.DAY, shipped.CITY)
    assert program is not None, found
    assert {refusal.rule for refusal in program.refusals} == named
    assert not any(program.begrippen[name].candidates for name in declared())
    return len(named)


def check_rounding(situation: Situation) -> Counter[str]:
    """P26: a rounded amount is the exact outcome of one formula, rounded once."""
    program, seen = situation.program, Counter[str]()
    run = Run(program, situation.case)
    for name, inst in instances(program, situation.case):
        begrip = program.begrippen[name]
        if begrip.rounding is None:
            continue
        step = run.begrip(name, inst)
        sums = [
            c.value.outcome for c in step.candidates if c.truth == TRUE and c.value is not None
        ]
        if not isinstance(step.outcome, Known) or len(sums) != 1 or step.changes:
            continue
        assert isinstance(sums[0], Known), name
        exact, mode = sums[0].value, begrip.rounding.mode
        assert step.outcome.value == round_to(exact, begrip.rounding.step, mode), name
        assert step.outcome.value % begrip.rounding.step == 0, name
        seen["rounded"] += 1
        seen["broken"] += exact % begrip.rounding.step != 0
    return seen


def rounded(program: Program) -> set[str]:
    """Concepts in euros that are rounded, by declaration or in their formula."""

    def rounds(begrip: Begrip) -> bool:
        values = [c.value for c in (*begrip.candidates, *begrip.changes)]
        called = any(isinstance(n, nodes.Call) and n.name == "afgerond"
                     for value in values for n in walk(value))  # fmt: skip
        return begrip.type.kind == "bedrag" and (begrip.rounding is not None or called)

    return {name for name, begrip in program.begrippen.items() if rounds(begrip)}


def drawn_from(program: Program, name: str, stop: set[str]) -> Iterator[str]:
    """The nearest rounded amounts that go into the value of a concept."""
    begrip = program.begrippen[name]
    for candidate in (*begrip.candidates, *begrip.changes):
        for node in walk(candidate.value):
            if isinstance(node, nodes.BegripRef):
                if node.name in stop:
                    yield node.name
                else:
                    yield from drawn_from(program, node.name, stop)


def test_open_terms_stay_within_bounds_and_competence() -> None:
    assert len(declared()) >= 12
    compared = sum(check_terms(s) for s in shipped.situations(40))
    print(f"{compared} open terms asked")
    assert compared >= 400


@pytest.mark.parametrize("value", [*LAWFUL, *UNLAWFUL])
def test_a_filling_beyond_the_law_has_no_value(value: int) -> None:
    assert check_filling(FIRST, value, lawful=value in LAWFUL) >= 5


def test_the_second_time_lasts_longer_than_the_first() -> None:
    """The ordinance says one month the first time; article 18, sixth paragraph, wants more."""
    assert check_filling(SECOND, 1, lawful=False) >= 5
    assert check_filling(SECOND, 2, lawful=True) >= 5


def test_what_another_organ_fills_in_is_refused() -> None:
    assert check_competence() >= 7


@pytest.mark.slow
def test_amounts_are_rounded_once() -> None:
    seen: Counter[str] = Counter()
    for situation in shipped.situations(100):
        seen += check_rounding(situation)
    print(f"{seen['rounded']} rounded amounts, {seen['broken']} of them with parts of a cent")
    assert seen["rounded"] >= 100
    assert seen["broken"] >= 5


def test_rounded_amounts_go_into_rounded_amounts_only_as_listed() -> None:
    program = shipped.program()
    names = rounded(program)
    found = {name: set(drawn_from(program, name, names)) for name in names}
    short = {
        n.rpartition(".")[2]: {m.rpartition(".")[2] for m in f} for n, f in found.items() if f
    }
    assert short == DRAWN_FROM_ROUNDED


def years() -> Program:
    """The shipped rules, and an act that counts every amount per month over a year."""
    program = shipped.program()
    begrippen, rules = {}, []
    monthly = {n: b for n, b in program.begrippen.items() if b.type.unit == "euro/maand"}
    for number, (name, begrip) in enumerate(sorted(monthly.items())):
        over = begrip.entity.rpartition(".")[2]
        both = {f"maanden_{number}": f"{name} * 12 maanden", f"jaar_{number}": f"{name} * 1 jaar"}
        begrippen |= {
            short: {"over": over, "soort": "bedrag", "eenheid": "euro", "exact": "ja",
                    "bron": {"artikel": "1"}}
            for short in both
        }  # fmt: skip
        rules.append({"id": f"jaar-{number}", "over": over, "bron": {"artikel": "1"},
                      "toelichting": "Een proef.", "dan": both})  # fmt: skip
    return variants.compiled(variants.with_act({
        "regeling": "jaar", "naam": "Een jaar", "soort": "wet", "begrippen": begrippen,
        "gebruikt": [info.id for info in program.regulations], "regels": rules,
    }))  # fmt: skip


@pytest.mark.slow
def test_a_year_is_twelve_months() -> None:
    program, compared = years(), 0
    for situation in shipped.situations(30):
        run = Run(program, situation.case)
        for name, inst in instances(program, situation.case):
            if name.startswith("jaar.maanden_"):
                months = run.begrip(name, inst).outcome
                year = run.begrip(name.replace("maanden_", "jaar_"), inst).outcome
                assert canon(months).replace("jaar.maanden_", "jaar.jaar_") == canon(year), name
                compared += isinstance(months, Known)
    print(f"{compared} amounts over a year")
    assert compared >= 200
