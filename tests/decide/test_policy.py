"""P18: whatever policy blocks or lowers, a judgement under Awb 4:84 gives way to it."""

from dataclasses import replace

import pytest

from engine.decide.solutions import Answer, answer_solution
from engine.ir.program import Program, Rung
from engine.model.regulation import Regeling
from engine.model.rule import Blokkade, Regel
from engine.result.outcomes import Known
from engine.service.facade import evaluator
from engine.source.cases import build_case
from tests.decide.worlds import engine
from tests.strategies import shipped, variants

Judged = tuple[tuple[str, str, str], ...]
SOLUTION = ("oplossing", "o1")
HOME = "GM0000"
JUDGED = (
    "  - {{oordeel: {0}, over: {1}, uitkomst: {2}, wie: consulent-1, rol: consulent, "
    "datum: 2026-09-01, motivering: Zo is het hier.}}\n"
)


def request(facts: str, need: str, judged: Judged) -> str:
    """A request with one person and one solution."""
    return f"""
peildatum: 2026-09-01
gemeente: GM0000
personen:
  p1: {{geboortedatum: 1990-01-01, nederlander: ja, ingezetene: ja, {facts}}}
verblijf_buitenland: []
ontvangsten: []
giften: []
behoeften:
  - id: b1
    van: p1
    leefgebied: bestaanszekerheid
    wat_is_belangrijk: Verder kunnen.
    belemmeringen: [{{id: x1, tekst: het lukt nu niet}}]
    oplossingen: [{{id: o1, wat: dit, dekt: {{x1: geheel}}, {need}}}]
beoordelingen:
{"".join(JUDGED.format(*one) for one in judged)}"""


JUDGED_TOO: tuple[Judged, ...] = ((), (("onevenredig_beleid", "o1", "BEDRAG"),))
POOR = "aanvrager: ja, loon_netto: 0, bezittingen: 0, overwaarde_woning: 0, overig_inkomen: "
SUPPORT: Judged = (
    ("raakt_zelfredzaamheid", "x1", "ja"), ("resteert", "x1", "alles"),
    ("passende_bijdrage", "o1", "ja"),
)  # fmt: skip
FRIDGE = (
    POOR + "1419.46",
    "soort_oplossing: duurzaam_gebruiksgoed, vorm: geld, kosten_oplossing: 420, "
    "voorliggende_voorziening_bestaat: nee",
    (("noodzakelijk", "o1", "ja"), ("bijzonder", "o1", "ja")),
)
STAY = (
    "beperking: ja",
    "soort_oplossing: kortdurend_verblijf, vorm: natura, kosten_oplossing: 1200, "
    "speciaal_voor_beperking: ja",
    SUPPORT,
)
CLEANING = (
    "beperking: ja",
    "soort_oplossing: hulp_huishouden, vorm: natura, uren_gevraagd: 3, "
    "speciaal_voor_beperking: ja",
    SUPPORT,
)
BITES: dict[str, tuple[tuple[str, str, Judged], str]] = {
    "bb-4": (FRIDGE, "120"),
    # A lesson: unlawful policy that excludes a kind of help. It blocks all the same, and 4:84
    # lifts it, so it is no exception to this property.
    "bw-5": (STAY, "1200"),
}
"""Every policy rule that blocks or lowers: a request in which it does, and what it withholds."""
ELSEWHERE = {"bbh-5": ("GM0044", FRIDGE, "270")}
"""The same for the policy of other municipalities."""
PRESUMES = {
    # Policy that only says where to begin, in the place of a choice or judgement that the act
    # itself leaves to the college. It blocks and lowers nothing, so 4:84 has nothing to answer:
    # the judgement of the act itself (Participatiewet 51; Wmo 2.3.5, third paragraph) goes first.
    "bb-5": (FRIDGE, "vorm_kiezen", "gift", "participatiewet.vorm_bijstand"),
    "bw-3": (CLEANING, "uren_nodig", "3", "wmo.toe_te_kennen_uren"),
}
"""Every other policy rule: a request, the act's own judgement, and what that changes."""


def answered(program: Program, text: str) -> Answer:
    """The solution of a request under this program."""
    asked = engine().lees_hulpvraag(text.encode(), "vraag.yaml")
    run = evaluator(program)(program, build_case(asked, program))
    return answer_solution(run, SOLUTION)


def with_judgement(rule: str, outcome: str) -> str:
    (facts, need, judged), _ = BITES[rule]
    return request(facts, need, (*judged, ("onevenredig_beleid", "o1", outcome)))


def check_lifted(program: Program, rule: str) -> None:
    """The policy bites, and recording the 4:84 judgement changes what becomes of the solution."""
    asked, withheld = BITES[rule]
    before = answered(program, request(*asked))
    assert ("beleidsregel", rule) in {(b.rank, b.rule) for b in before.blockers}
    after = answered(program, with_judgement(rule, withheld))
    assert (after.result, after.letter) == ("grond", "e"), f"{rule}: {after.result}"
    lifting = [part for part in after.parts if part.regel == "awb-4:84"]
    assert [part.bedrag for part in lifting] == [f"{withheld}.00"], f"{rule}: {after.parts}"
    assert outcome(before) != outcome(after), f"{rule}: nothing changes"
    refused = answered(program, with_judgement(rule, "0"))
    assert outcome(refused) != outcome(after), rule
    assert all(part.regel != "awb-4:84" for part in refused.parts), rule


def outcome(answer: Answer) -> object:
    return (answer.result, answer.letter, answer.parts)


def test_every_policy_rule_is_accounted_for() -> None:
    """What blocks or lowers is what excludes, limits, sets aside or changes something."""
    policy = [act for act in shipped.corpus().regelingen if act.kop.soort == "beleidsregel"]
    elsewhere = {r.id for act in policy if act.kop.gemeente != HOME for r in act.secties.regels}
    assert elsewhere == set(ELSEWHERE)
    rules = {r.id: r for act in policy if act.kop.gemeente == HOME for r in act.secties.regels}
    assert set(rules) == {r.id for r in shipped.program().rules if r.rank == "beleidsregel"}
    biting = {
        name
        for name, rule in rules.items()
        if rule.sluit_uit or rule.beperkt or rule.in_afwijking_van or rule.wijzigt
    }
    assert biting == set(BITES)
    assert set(rules) - biting == set(PRESUMES)
    norms = shipped.program().norms.values()
    presumed = {shipped.program().rules[c.rule].id for n in norms for c in n.presumptions}
    assert presumed & set(rules) == set(PRESUMES)


@pytest.mark.parametrize("rule", BITES)
def test_policy_that_blocks_or_lowers_really_bites(rule: str) -> None:
    """Without this one rule the ordinary ground carries the whole solution."""
    free = answered(variants.compiled(variants.without({rule})), request(*BITES[rule][0]))
    assert (free.result, free.rung) == ("grond", Rung.B)
    assert rule not in {b.rule for b in free.blockers}


@pytest.mark.parametrize("rule", BITES)
def test_policy_gives_way_to_a_judgement(rule: str) -> None:
    check_lifted(shipped.program(), rule)


@pytest.mark.parametrize("rule", ELSEWHERE)
def test_policy_elsewhere_gives_way_too(rule: str) -> None:
    city, (facts, need, judged), withheld = ELSEWHERE[rule]
    program = engine().program(shipped.program().day, city)
    told = [request(facts, need, (*judged, *more)).replace(HOME, city) for more in JUDGED_TOO]
    before, after = (answered(program, text.replace("BEDRAG", withheld)) for text in told)
    assert ("beleidsregel", rule) in {(b.rank, b.rule) for b in before.blockers}
    assert (after.result, after.letter) == ("grond", "e")
    assert [p.bedrag for p in after.parts if p.regel == "awb-4:84"] == [f"{withheld}.00"]


@pytest.mark.parametrize("rule", PRESUMES)
def test_what_policy_presumes_gives_way_to_the_judgement_of_the_act(rule: str) -> None:
    (facts, need, judged), norm, said, name = PRESUMES[rule]
    program = shipped.program()

    def value(given: Judged) -> object:
        asked = engine().lees_hulpvraag(request(facts, need, given).encode(), "vraag.yaml")
        run = evaluator(program)(program, build_case(asked, program))
        found = run.begrip(name, SOLUTION).outcome
        assert isinstance(found, Known)
        assert rule not in {b.rule for b in answer_solution(run, SOLUTION).blockers}
        return found.value

    assert value(judged) != value((*judged, (norm, "o1", said)))


def other_reach(_act: Regeling, rule: Regel) -> tuple[Regel, ...]:
    """Planted: 4:84 answers ordinances, and policy no longer."""
    if rule.id != "awb-4:84" or rule.reikwijdte is None:
        return (rule,)
    return (replace(rule, reikwijdte=replace(
        rule.reikwijdte, blokkade=Blokkade(rang=("verordening",)))),)  # fmt: skip


def never(_act: Regeling, rule: Regel) -> tuple[Regel, ...]:
    """Planted: 4:84 is for one kind of solution only."""
    if rule.id != "awb-4:84" or rule.verleent is None:
        return (rule,)
    return (replace(rule, verleent=replace(rule.verleent, voor=("schuldaflossing",))),)


@pytest.mark.parametrize("rule", BITES)
@pytest.mark.parametrize("plant", [lambda _act, r: () if r.id == "awb-4:84" else (r,),
                                   other_reach, never],
                         ids=["removed", "other reach", "one kind"])  # fmt: skip
def test_a_closed_road_is_caught(plant: variants.Change, rule: str) -> None:
    program = variants.compiled(variants.edited(plant))
    with pytest.raises(AssertionError, match=f"{rule}: "):
        check_lifted(program, rule)
