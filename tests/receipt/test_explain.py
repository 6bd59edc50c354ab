"""Why, why not and how far off, why a question, and what if."""

import pytest

from engine.errors import CaseError
from engine.service import UnknownName
from engine.service.reasons import Reden
from engine.service.what_if import changed_request
from tests.receipt.klein import REQUEST, engine, request

JUDGED = {
    "oordeel": "noodzakelijk", "over": "o1", "uitkomst": "ja", "wie": "consulent-1",
    "rol": "consulent", "datum": "2026-09-01", "motivering": "Zij komt de trap niet op.",
}  # fmt: skip


def test_why_tells_the_rules_and_what_they_rest_on() -> None:
    found = engine().uitleg(request()).waarom("toeslag", "p1")
    assert (found.status, found.waarde) == ("waarde", "50.00")
    assert [(rule.regel, rule.geldt) for rule in found.regels] == [("kw-3", "ja")]
    behind = found.daarachter[0]
    assert (behind.begrip, behind.waarde) == ("kleine_wet.recht_op_toeslag", "ja")
    leaves = {leaf.naam: leaf.waarde for leaf in behind.regels[0].steunt_op}
    assert leaves == {"geboortedatum": "1990-01-01", "inkomen": "900.00"}


def test_the_tree_alone_reproduces_the_outcomes() -> None:
    """Every concept in the tree has the outcome that the answer gives it."""
    asked = request(("inkomen: 900", "inkomen: 900, gedetineerd: ja"))
    outcomes = engine().toets(asked).uitkomsten

    def check(reason: Reden) -> int:
        outcome = outcomes[reason.over][reason.begrip]
        assert (reason.status, reason.waarde) == (outcome.status, outcome.waarde)
        return 1 + sum(check(below) for below in reason.daarachter)

    assert check(engine().uitleg(asked).waarom("extra", "persoon:p1")) == 2


@pytest.mark.parametrize(
    ("facts", "fails"),
    [
        ("1990-01-01, inkomen: 1172.21", ("inkomen", "1172.21", "<= 1100.00", "72.21")),
        ("2010-09-02, inkomen: 900", ("geboortedatum", "15", ">= 18", "3")),
    ],
)
def test_why_not_says_how_far_off(facts: str, fails: tuple[str, ...]) -> None:
    asked = request(("1990-01-01, inkomen: 900", facts))
    (found,) = engine().uitleg(asked).waarom_niet("recht_op_toeslag", "p1")
    assert (found.regel, found.waarom) == ("kw-2", "voorwaarde")
    (short,) = found.tekorten
    assert (short.naam, short.gevonden, short.nodig, short.verschil) == fails


def test_why_not_names_the_rule_that_goes_before() -> None:
    asked = request(("inkomen: 900", "inkomen: 900, gedetineerd: ja"))
    refused = {**JUDGED, "oordeel": "zeer_dringend", "over": "p1", "uitkomst": "nee"}
    other = changed_request(asked, {}, [refused])
    (found,) = engine().uitleg(other).waarom_niet("recht_op_toeslag", "p1")
    assert (found.waarom, found.door, found.tekorten) == ("opzij", ("kw-2-detentie",), ())


def test_why_not_for_a_solution() -> None:
    asked = request(("inkomen: 900", "inkomen: 1500"))
    (found,) = engine().uitleg(asked).waarom_niet("o1")
    assert found.regel == "kw-5"
    assert [short.naam for short in found.tekorten] == ["recht_op_toeslag"]
    assert engine().uitleg(request()).waarom_niet("o2") == ()


def test_why_a_question_is_asked() -> None:
    uitleg = engine().uitleg(request(("inkomen: 900", "inkomen: 900, gedetineerd: ja")))
    paths = {path.doel: path.stappen for path in uitleg.waarom_vraag("zeer_dringend", "p1")}
    assert paths["oplossing:o1"] == ("kw-5", "recht_op_toeslag (persoon:p1)")
    assert paths["recht_op_toeslag (persoon:p1)"] == ()
    assert uitleg.waarom_vraag("zeer_dringend", "p2") == ()
    assert uitleg.waarom_vraag("inkomen", "p1") == ()


def headings(text: str) -> list[str]:
    asked = engine().lees_hulpvraag(text.encode(), "hulpvraag.yaml")
    return [block.heading for block in engine().uitleg(asked).blokken(engine().toets(asked))]


def test_the_text_tells_the_grounds_of_solutions_and_the_rights_they_rest_on() -> None:
    assert sorted(headings(REQUEST)) == [
        "Waarom: Recht op toeslag (p1)",
        "Waarom: Toeslag (p1)",
        "Waarom: artikel 5 Kleine wet (kw-5)",
        "Waarom: werkwijze eigen plan eerst (kw-1)",
    ]


def test_the_text_tells_entitlements_where_nothing_else_is_asked() -> None:
    found = headings(REQUEST.partition("behoeften:")[0])
    assert [heading.partition(" (")[0] for heading in found] == [
        "Waarom: Extra", "Waarom: Recht op toeslag", "Waarom: Toeslag"]  # fmt: skip


def test_what_if_gives_only_what_changes() -> None:
    found = [str(v) for v in engine().wat_als(request(), {"personen.p1.inkomen": "1100.01"})]
    assert "behoeften › b1 › oplossingen › o1 › uitkomst: kansrijk → geen_grond" in found
    assert "uitkomsten › persoon:p1 › kleine_wet.toeslag › waarde: 50.00 → 0.00" in found
    assert engine().wat_als(request(), {"personen.p1.inkomen": "901"}) == ()


def test_what_if_a_judgement_is_made() -> None:
    found = [str(v) for v in engine().wat_als(request(), {}, [JUDGED])]
    assert "behoeften › b1 › oplossingen › o1 › uitkomst: kansrijk → grond" in found


def test_a_later_judgement_on_the_same_replaces_the_earlier() -> None:
    denied = {**JUDGED, "uitkomst": "nee"}
    made = changed_request(changed_request(request(), {}, [JUDGED]), {}, [denied])
    assert [given.uitkomst for given in made.beoordelingen] == ["nee"]


def test_what_if_takes_away_with_a_tilde() -> None:
    found = [str(v) for v in engine().wat_als(request(), {"personen.p1.inkomen": "~"})]
    assert any("nodig › feiten: nieuw, inkomen" in text for text in found)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ("personen.p1.inkomn", "C130"),
        ("personen.p1.geboortedatum", "C109"),
        ("onzin", "C105"),
        ("personen.p9.inkomen", "C206"),
    ],
)
def test_what_if_tells_a_wrong_change(change: str, code: str) -> None:
    with pytest.raises(CaseError) as caught:
        engine().wat_als(request(), {change: "abc"})
    assert [d.code for d in caught.value.diagnostics] == [code]


@pytest.mark.parametrize(
    ("name", "over", "hint"),
    [
        ("toeslg", "p1", "bedoelde u `kleine_wet.toeslag`?"),
        ("toeslag", "p9", "kies uit: persoon:p1"),
        ("xyz", "p1", ""),
    ],
)
def test_unknown_names_are_told(name: str, over: str, hint: str) -> None:
    with pytest.raises(UnknownName) as caught:
        engine().uitleg(request()).waarom(name, over)
    assert caught.value.hint == hint
