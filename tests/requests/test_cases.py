"""A request becomes a case: typed facts, instances, links, judgements."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from engine.errors import InternalError
from engine.ir.case import ABSENT, CASE, Absent, Case
from engine.source.case_facts import FactKey
from engine.source.cases import build_case
from engine.source.requests import read_request
from engine.values import Duration, Value
from tests.requests.programs import FULL, case_of, program

P1, P2, T = ("persoon", "p1"), ("persoon", "p2"), ("persoon", "t")
B1, X1, X2 = ("behoefte", "b1"), ("belemmering", "x1"), ("belemmering", "x2")
O1, O2 = ("oplossing", "o1"), ("oplossing", "o2")
D1, V1, V2 = ("besluit", "d1"), ("voornemen", "v1"), ("voornemen", "v2")
HELP, CARE = ("dekking", "x1.gebruikelijke_hulp.p2"), ("dekking", "k1")
BY_O1 = ("dekking", "x1.oplossing.o1")


@pytest.fixture(scope="module")
def case() -> Case:
    return case_of(FULL)


def test_days_and_people(case: Case) -> None:
    assert (case.day, case.decision_day) == (date(2026, 9, 1), date(2026, 10, 1))
    assert case.persons == ("p1", "p2")
    assert case.network == ("t",)
    assert case.members["persoon"] == ("p1", "p2", "t")
    assert case.members["dekking"] == (
        "k1", "x1.gebruikelijke_hulp.p2", "x1.oplossing.o1", "x2.oplossing.o1",
    )  # fmt: skip
    assert case.members["giften"] == ("g9", "p1.1")
    assert case.members["omstandigheden"] == ("zaak.1",)


def test_facts_are_typed(case: Case) -> None:
    facts = case.facts
    assert facts["loon_netto", P2] == 120050
    assert facts["geboortedatum", P1] == date(1995, 1, 1)
    assert facts["bezittingen", P1] is ABSENT
    assert facts["aanvrager", P1] is True
    assert facts["uren_gevraagd", O1] == Fraction(5, 2)
    assert facts["kosten_oplossing", O2] == 48000
    assert facts["looptijd", O2] == Duration(15, 0)
    assert facts["deel", V1] == Fraction(1, 5)
    assert facts["verslag_gegeven", CASE] is True
    assert facts["ernst", X2] == "zwaar"
    assert facts["waarde_gift", ("giften", "p1.1")] == 35000
    assert facts["waarde_gift", ("giften", "g9")] == 6005
    assert facts["over_wie", ("omstandigheden", "zaak.1")] == "p2"


def test_what_is_not_given_is_not_there(case: Case) -> None:
    assert ("loon_netto", P1) not in case.facts
    assert ("aanvrager", T) not in case.facts


def test_fixed_keys_are_facts_when_the_rules_say_so(case: Case) -> None:
    assert case.facts["soort_oplossing", O1] == "begeleiding"
    assert case.facts["leefgebied", B1] == "werk"
    assert case.facts["rol", T] == "netwerk"
    assert case.facts["middel", HELP] == "gebruikelijke_hulp"
    assert case.facts["mate", HELP] == "deels"
    assert case.facts["middel", BY_O1] == "oplossing"
    assert case.facts["mate", BY_O1] == "geheel"
    assert not any(name in ("vorm", "regeling", "soort_voornemen") for name, _ in case.facts)


def test_symmetric_facts_hold_both_ways(case: Case) -> None:
    assert case.facts["zelfde_hoofdverblijf", ("paar", "p1>p2")] is True
    assert case.facts["zelfde_hoofdverblijf", ("paar", "p2>p1")] is True
    assert case.facts["ouder_van", ("paar", "t>p1")] is True
    assert ("ouder_van", ("paar", "p1>t")) not in case.facts


def test_links(case: Case) -> None:
    expected = {
        ("behoefte_van", B1): P1,
        ("behoefte", X1): B1,
        ("behoefte_van", X1): P1,
        ("behoefte_van", X2): P1,
        ("over", X1): P1,
        ("over", X2): P2,
        ("behoefte", O1): B1,
        ("behoefte_van", O1): P1,
        ("behoefte_van", O2): P2,
        ("belemmering", HELP): X1,
        ("behoefte", HELP): B1,
        ("behoefte_van", HELP): P1,
        ("door", HELP): P2,
        ("belemmering", BY_O1): X1,
        ("oplossing", BY_O1): O1,
        ("eigenaar", D1): P1,
        ("besluit", V1): D1,
        ("eigenaar", V1): P1,
        ("eigenaar", V2): P2,
        ("eigenaar", ("giften", "p1.1")): P1,
        ("eigenaar", ("omstandigheden", "zaak.1")): CASE,
    }
    assert {key: case.links.get(key) for key in expected} == expected
    assert ("besluit", V2) not in case.links
    assert ("door", CARE) not in case.links


def test_children(case: Case) -> None:
    assert case.children["behoeften", CASE] == (B1,)
    assert case.children["belemmeringen", B1] == (X1, X2)
    assert case.children["belemmeringen", O1] == (X1, X2)
    assert case.children["belemmeringen", O2] == ()
    assert case.children["dekkingen", X1] == (HELP, BY_O1)
    assert case.children["dekkingen", O1] == (BY_O1, ("dekking", "x2.oplossing.o1"))
    assert case.children["dekkingen", O2] == ()
    assert len(case.children["dekkingen", CASE]) == 4
    assert case.children["oplossingen", B1] == (O1, O2)
    assert case.children["voornemens", D1] == (V1,)
    assert case.children["voornemens", CASE] == (V1, V2)


def test_a_list_that_is_given_is_known_for_everybody(case: Case) -> None:
    assert case.children["giften", P1] == (("giften", "g9"), ("giften", "p1.1"))
    assert case.children["giften", P2] == ()


def test_a_list_that_is_left_out_is_unknown(case: Case) -> None:
    assert not any(name == "schulden" for name, _ in case.children)


def test_an_empty_or_complete_list_is_known_to_be_empty() -> None:
    case = case_of("{peildatum: 2026-09-01, personen: {p1: {}}, schulden: []}")
    assert case.children["schulden", P1] == ()
    assert case.children["omstandigheden", CASE] == ()
    assert ("giften", P1) not in case.children


def test_numbers_of_records_count_per_owner_and_list() -> None:
    case = case_of(
        "peildatum: 2026-09-01\npersonen: {p1: {}, p2: {}}\n"
        "giften: [{van: p1}, {van: p2}, {van: p1}]\nschulden: [{van: p1}]"
    )
    assert case.members["giften"] == ("p1.1", "p1.2", "p2.1")
    assert case.members["schulden"] == ("p1.1",)


def test_the_order_of_people_and_keys_does_not_matter(case: Case) -> None:
    lines = FULL.splitlines(keepends=True)
    blocks: list[str] = []
    for line in lines:
        if line[0] == " " and blocks:
            blocks[-1] += line
        else:
            blocks.append(line)
    for turn in range(1, len(blocks)):
        turned = case_of("".join([*blocks[turn:], *blocks[:turn]][::-1]))
        assert turned == case
        assert list(turned.facts) == list(case.facts)
        assert list(turned.links) == list(case.links)
        assert list(turned.children) == list(case.children)


def test_an_obstacle_of_another_need_can_be_covered() -> None:
    case = case_of(
        "peildatum: 2026-09-01\npersonen: {p1: {}}\nbehoeften:\n"
        "- {id: b1, van: p1, wat_is_belangrijk: a, oplossingen: [{id: o1, wat: w,"
        " soort_oplossing: eigen_actie, dekt: {x1: deels}}]}\n"
        "- {id: b2, van: p1, wat_is_belangrijk: b, belemmeringen: [{id: x1, tekst: t}]}\n"
    )
    assert case.links["behoefte", BY_O1] == ("behoefte", "b2")
    assert case.children["dekkingen", ("behoefte", "b1")] == (BY_O1,)


def test_a_program_of_another_day_is_our_fault() -> None:
    with pytest.raises(InternalError):
        build_case(read_request(b"peildatum: 2026-09-02", "v.yaml"), program())


# -- facts that start later or are disputed -------------------------------------------------------


def people(facts: str, more: str = "") -> Case:
    return case_of(f"peildatum: 2026-09-01\npersonen: {{p1: {{{facts}}}, p2: {{}}}}\n{more}")


def test_a_fact_from_a_later_day_is_not_known_yet() -> None:
    assert people("aanvrager: {waarde: ja, vanaf: 2026-09-02}").facts.keys() == {
        ("rol", P1),
        ("rol", P2),
    }
    started = people("aanvrager: {waarde: ja, vanaf: 2026-09-01}")
    assert known(started) == {("aanvrager", P1): True}


@pytest.mark.parametrize(("start", "held"), [("2026-09-01", 900), ("2026-09-02", 0)])
def test_until_its_first_day_the_earlier_value_of_a_fact_holds(start: str, held: int) -> None:
    case = people(f"bezittingen: {{waarde: 900, vanaf: {start}, eerder: 0}}")
    assert known(case) == {("bezittingen", P1): held * 100}


def known(case: Case) -> dict[FactKey, Value | Absent]:
    """The facts that were written; everybody has a role."""
    return {key: value for key, value in case.facts.items() if key[0] != "rol"}


DISPUTED = "aanvrager: {waarde: ja, betwist: ja, eigen_woorden: Dat klopt niet.}"
JUDGED = (
    "beoordelingen: [{oordeel: 'feit:aanvrager', over: p1, uitkomst: nee, wie: c1, rol: jurist,"
    " datum: 2026-09-01, motivering: Uit het gesprek blijkt iets anders.}]"
)


def test_a_disputed_fact_is_unknown_until_it_is_judged() -> None:
    case = people(DISPUTED)
    assert case.contested == {("aanvrager", P1)}
    assert known(case) == {}


def test_a_judged_fact_has_the_judged_value() -> None:
    case = people(DISPUTED, JUDGED)
    assert case.contested == frozenset()
    assert known(case) == {("aanvrager", P1): False}
    assert case.judgements == {}


def test_a_disputed_symmetric_fact_is_disputed_and_judged_both_ways() -> None:
    relation = (
        "relaties: [{deze: p1, ander: p2, zelfde_hoofdverblijf:"
        " {waarde: ja, betwist: ja, eigen_woorden: Wij wonen apart.}}]\n"
    )
    both = {("paar", "p1>p2"), ("paar", "p2>p1")}
    assert {inst for _, inst in people("", relation).contested} == both
    judged = JUDGED.replace("aanvrager", "zelfde_hoofdverblijf").replace("p1", "'p2>p1'")
    case = people("", relation + judged)
    assert case.contested == frozenset()
    assert known(case) == {("zelfde_hoofdverblijf", inst): False for inst in both}


# -- judgements -----------------------------------------------------------------------------------


def test_judgements_are_kept_with_who_when_and_why(case: Case) -> None:
    found = case.judgements["pw.noodzakelijk", O1]
    assert found.outcome == {"": True}
    assert (found.who, found.role, found.day) == ("consulent-1", "consulent", date(2026, 9, 2))
    assert (found.motivation, found.evidence) == ("Gezien de rapportage.", ("gesprek",))
    assert case.judgements["wmo.draagt_bij", HELP].outcome == {"": "deels"}
    assert case.judgements["wmo.resteert", X1].outcome == {"mate": "deels", "uren": 3}


def judged(name: str, over: str, outcome: str, more: str = "") -> Case:
    judgement = (
        f"{{oordeel: {name}, over: {over}, uitkomst: {outcome}, wie: c1, rol: jurist, "
        f"datum: 2026-09-01, motivering: Daarom.{more}}}"
    )
    text = FULL[: FULL.index("beoordelingen:")]
    return case_of(f"{text}beoordelingen: [{judgement}]")


GROUP = "pw.gezin"


@pytest.mark.parametrize(
    ("name", "over", "outcome", "places"),
    [
        ("dringend", "'gezin:p1'", "ja", [(GROUP, "p1")]),
        ("dringend", "'pw.gezin:p2'", "ja", [(GROUP, "p2")]),
        ("dringend", "p1", "ja", [(GROUP, "p1")]),
        ("dringend", "[p1, p2]", "ja", [(GROUP, "p1"), (GROUP, "p2")]),
        ("huishouding", "'p2>p1'", "ja", [("paar", "p2>p1")]),
        ("huishouding", "'paar:p1>t'", "ja", [("paar", "p1>t")]),
        ("huishouding", "['p1>p2', 'p2>p1']", "ja", [("paar", "p1>p2"), ("paar", "p2>p1")]),
        ("noodzakelijk", "'oplossing:o2'", "nee", [O2]),
        ("draagt_bij", "k1", "niet", [CARE]),
        ("draagt_bij", "[x2, mantelzorg]", "niet", [CARE]),
        ("draagt_bij", "[x1, oplossing]", "niet", [BY_O1]),
        ("draagt_bij", "[x1, o1]", "niet", [BY_O1]),
        ("draagt_bij", "[x1, p2]", "niet", [HELP]),
        ("draagt_bij", "x1.oplossing.o1", "niet", [BY_O1]),
        ("zorgvuldig", "zaak", "ja", [CASE]),
        ("jw.spoed", "b1", "ja", [B1]),
        ("gift", "g9", "ja", [("giften", "g9")]),
        ("gift", "'giften:p1.1'", "ja", [("giften", "p1.1")]),
        ("gift", "p1.1", "ja", [("giften", "p1.1")]),
        ("terug", "v2", "ja", [V2]),
        ("verwijt", "t", "ja", [T]),
    ],
)
def test_what_a_judgement_is_about(name: str, over: str, outcome: str, places: list[str]) -> None:
    assert [inst for _, inst in judged(name, over, outcome).judgements] == places


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        ("{afwijking: -100}", {"afwijking": -10000}),
        ("100.50", {"afwijking": 10050}),
        ("100 euro/maand", {"afwijking": 10000}),
        ("geen", {"afwijking": 0}),
        ("{afwijking: afwezig}", {}),
    ],
)
def test_outcomes_with_one_named_field(outcome: str, expected: dict[str, int]) -> None:
    found = judged("afstemming", "p1", outcome).judgements["pw.afstemming", (GROUP, "p1")]
    assert found.outcome == expected


@pytest.mark.parametrize("advice", ["Medisch advies van 3 augustus", "veilig_thuis"])
def test_one_required_advice_is_named_among_the_evidence(advice: str) -> None:
    case = judged("passend", "o1", "ja", f", bewijs: [gesprek, {advice}]")
    assert ("wmo.passend", O1) in case.judgements


def test_a_case_can_be_asked_of_another_day() -> None:
    request = replace(read_request(FULL.encode(), "v.yaml"), peildatum=date(2026, 12, 1))
    assert build_case(request, program(day=date(2026, 12, 1))).day == date(2026, 12, 1)
