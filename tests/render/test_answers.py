"""Whole answers, as someone with a real question reads them."""

from decimal import Decimal
from pathlib import Path

import pytest

from engine.backends.render_nl import as_text
from engine.model.request import Hulpvraag
from engine.result.toets import Toets
from engine.service.facade import Regelruimte
from tests.strategies.shipped import loaded

HERE = Path(__file__).parent / "vragen"
Answer = tuple[Regelruimte, Hulpvraag, Toets]


@pytest.fixture(scope="module")
def engine() -> Regelruimte:
    """The shipped rules."""
    return loaded()


def answer(engine: Regelruimte, name: str) -> Answer:
    """A request of this folder, answered."""
    request = engine.lees_hulpvraag((HERE / f"{name}.yaml").read_bytes(), name)
    return engine, request, engine.toets(request)


def consultant(found: Answer) -> str:
    engine, request, toets = found
    return as_text(engine.tekst(toets, request, "consulent"))


def resident(found: Answer) -> str:
    engine, request, toets = found
    return as_text(engine.tekst(toets, request, "inwoner"))


def why(found: Answer) -> str:
    engine, request, toets = found
    return as_text(engine.uitleg(request).blokken(toets))


def test_the_main_outcome_is_told_beside_a_solution_also_while_unknown(
    engine: Regelruimte,
) -> None:
    told = consultant(answer(engine, "bijstand"))
    assert "De bijstandsnorm (het gezin): € 1.401,50 per maand, onder voorbehoud" in told
    assert "Nog niet bekend, zie de vragen: de algemene bijstand (het gezin)." in told


def test_what_is_there_to_have_is_told_though_nobody_asked(engine: Regelruimte) -> None:
    """Of 1,419.46 she has 1,310: assistance comes beside the help with debts."""
    told = consultant(answer(engine, "schuld-en-te-weinig"))
    assert "De algemene bijstand (het gezin): € 109,46 per maand" in told
    assert "studietoeslag" not in told


def test_another_body_comes_after_the_municipality(engine: Regelruimte) -> None:
    """The province only steps in when no advance comes in time (article 81)."""
    told = resident(answer(engine, "voorschot"))
    assert "Lukt dat niet? Dan kan de voorzitter van Gedeputeerde Staten misschien helpen." in told
    assert "Vraag het aan de voorzitter" not in told


def test_only_what_was_asked_is_explained(engine: Regelruimte) -> None:
    told = why(answer(engine, "bijstand"))
    assert "Waarom: De algemene bijstand (het gezin)" in told
    assert "pgb" not in told.lower()
    assert "bijzondere bijstand" not in told


def test_a_sleeping_rule_says_so_and_what_wakes_it(engine: Regelruimte) -> None:
    told = why(answer(engine, "bijstand"))
    block = told.partition("(pw-16-1-kosten)")[2].partition("\n\n")[0]
    assert "deze regel slaapt" in block
    assert "geldt niet" not in block
    assert "Zij telt mee zodra iemand dit beoordeelt: “Is er voor deze kosten" in block
    assert "Zij wordt gevraagd als" in block
    assert "een dreigende ontruiming" in block


def test_conditions_hang_below_their_rule(engine: Regelruimte) -> None:
    rows = why(answer(engine, "bijstand")).splitlines()
    assert [row for row in rows if row.startswith("of ")] == []


def test_a_resident_hears_the_amount_and_what_it_rests_on(engine: Regelruimte) -> None:
    told = resident(answer(engine, "bedrag"))
    assert (
        "U voldoet volgens deze toets aan de voorwaarden. De gemeente moet nog besluiten." in told
    )
    assert "De algemene bijstand is volgens deze toets € 801,50 per maand." in told
    assert "Dat bedrag kan nog veranderen." in told
    assert "of uw situatie om meer of minder geld vraagt." in told
    assert "een besluit nemen" not in told.partition("Wat u zelf")[0]


def test_a_reserve_always_says_of_what(engine: Regelruimte) -> None:
    rows = consultant(answer(engine, "bedrag")).splitlines()
    for number, row in enumerate(rows):
        if row.endswith("onder voorbehoud"):
            under = [r for r in rows[number + 1 : number + 4] if r.startswith("  - ")]
            assert [r for r in under if "voorbehoud:" in r or "aangenomen" in r], row


def test_a_resident_is_asked_in_the_u_form_what_he_knows(engine: Regelruimte) -> None:
    told = resident(answer(engine, "bijstand"))
    assert "Wilt u dit zelf: een voedselpakket?" in told
    assert "Kunt u dit nu ook echt krijgen: een voedselpakket?" in told
    assert "de inwoner" not in told
    assert "vrijgelaten" not in told  # the college has to prove that


def test_a_method_is_no_act(engine: Regelruimte) -> None:
    told = resident(answer(engine, "bijstand"))
    assert "omgekeerde toets" not in told
    assert "Misschien kan dit zonder besluit van de gemeente." in told


def test_a_term_says_who_has_to_do_what(engine: Regelruimte) -> None:
    told = resident(answer(engine, "bijstand"))
    assert "Dan moet de gemeente dat uiterlijk 30 maart 2026 betalen." in told


def test_a_term_starts_on_the_first_day_that_counts(engine: Regelruimte) -> None:
    told = consultant(answer(engine, "plannen"))
    assert "Bezwaar maken (besluit d1): van 21 juli 2026 tot en met 31 augustus 2026" in told


def test_a_resident_never_answers_for_the_municipality(engine: Regelruimte) -> None:
    found = answer(engine, "plannen")
    assert {"grond_58_lid_2", "te_veel_bijstand"} <= {v.naam for v in found[2].vragen}
    told = resident(found)
    assert "Vragen aan u" not in told
    assert "artikel" not in told


def test_powers_say_what_follows_from_each(engine: Regelruimte) -> None:
    told = consultant(answer(engine, "plannen"))
    assert "(pw-58-1), mogelijk gevolg: dat het college de bijstand moet terugvorderen" in told
    assert "(pw-58-2), mogelijk gevolg: dat het college de bijstand mag terugvorderen" in told


def test_the_first_screen_says_that_only_national_rules_count(engine: Regelruimte) -> None:
    unknown, missing = answer(engine, "plannen"), answer(engine, "verblijf")
    assert "Van gemeente GM9999 zijn geen regels bekend." in consultant(unknown).split("\n\n")[0]
    assert "Er is geen gemeente genoemd." in consultant(missing).split("\n\n")[0]
    assert "Wij weten niet in welke gemeente u woont." in resident(missing).split("\n\n")[0]
    assert "Wij kennen de regels van uw gemeente nog niet." in resident(unknown).split("\n\n")[0]


def test_what_stands_in_the_way_is_told_by_its_cause(engine: Regelruimte) -> None:
    told = consultant(answer(engine, "verblijf"))
    told = told.partition("o1: een uitkering")[2].partition("\n\n")[0]
    first, *rest = told.split("Staat in de weg: ")[1:]
    assert first.startswith("artikel 11, eerste lid, Participatiewet (pw-11-1)")
    assert "niet vervuld: dat deze persoon de Nederlandse nationaliteit heeft" in first
    assert "werkt door in: artikel 11 en 19 Participatiewet (" in first
    assert len(rest) == 2
    assert "(pw-16-2-kosten, pw-16-2)" in rest[1]
    assert "die regel zegt: acute nood helpt niet" in rest[1]


def test_a_resident_hears_which_condition_fails(engine: Regelruimte) -> None:
    told = resident(answer(engine, "verblijf"))
    assert told.count("Een voorwaarde uit de wet past nu niet bij uw situatie.") == 1
    assert "Dat komt doordat u de Nederlandse nationaliteit niet hebt." in told
    assert told.count("Alleen de regering en de Kamer kunnen een wet veranderen.") == 1


def test_rules_that_light_a_signal_are_named_together(engine: Regelruimte) -> None:
    told = consultant(answer(engine, "verblijf"))
    assert "geblokkeerd door" not in told
    assert "tegengehouden door artikel 11, 16 en 19 Participatiewet (pw-11-1, pw-11-2," in told


def test_a_household_is_called_after_its_applicant(engine: Regelruimte) -> None:
    text = (HERE / "bijstand.yaml").read_text(encoding="utf-8")
    other = "  a9: {geboortedatum: 1990-01-01, nederlander: ja}\nrelaties:\n"
    apart = "  - {deze: p1, ander: a9, zelfde_hoofdverblijf: nee, gehuwd_of_geregistreerd: nee}\n"
    text = text.replace("relaties:\n", f"{other}{apart}")
    request = engine.lees_hulpvraag(text.encode(), "twee")
    told = as_text(engine.tekst(engine.toets(request), request, "consulent"))
    assert "(gezin van p1)" in told
    assert "gezin van k1" not in told


OPEN_INCOME = """\
peildatum: 2026-09-01
gemeente: GM0000
personen:
  p1:
    {geboortedatum: 1990-05-05, nederlander: ja, ingezetene: ja, aanvrager: ja, loon_netto: 0,
    bezittingen: 0, schulden: 0, overwaarde_woning: 0, immateriele_schadevergoeding: 0,
    gespaard_uit_bijstand: 0}
relaties: []
giften: []
ontvangsten: []
verblijf_buitenland: []
"""
PLANS = """\
peildatum: 2026-09-01
gemeente: GM0000
personen: {p1: {geboortedatum: 1990-05-05, nederlander: ja}}
besluiten: [{id: d1, over: p1, regeling: participatiewet, soort_besluit: algemene_bijstand}]
voornemens:
  - {id: v1, besluit: d1, soort_voornemen: beeindigen}
  - {id: v2, besluit: d1, soort_voornemen: buiten_behandeling}
"""


def test_a_plan_that_no_rule_is_about_is_no_plan_that_may_not(engine: Regelruimte) -> None:
    request = engine.lees_hulpvraag(PLANS.encode(), "plannen.yaml")
    found = (engine, request, engine.toets(request))
    assert "Geen regel in Regelruimte gaat hierover" in consultant(found)
    assert "er is geen bevoegdheid" not in consultant(found).lower()
    assert "Wij hebben hier geen regel over" in resident(found)
    assert "mag de gemeente dit niet" not in resident(found)
    powers = {v.id: v.bevoegdheid for v in found[2].voornemens}
    assert powers["v2"] == "onzeker"  # the Awb counts for a decision under the Participatiewet


def test_branches_go_from_little_to_much(engine: Regelruimte) -> None:
    request = engine.lees_hulpvraag(OPEN_INCOME.encode(), "open.yaml")
    toets = engine.toets(request)
    values = [
        Decimal(branch.uitkomst)
        for row in toets.uitkomsten.values()
        for name, outcome in row.items()
        if name == "participatiewet.algemene_bijstand"
        for branch in outcome.takken
        if branch.naam == "overig_inkomen"
    ]
    assert len(values) > 2
    assert values == sorted(values)


ZERO_NEED = """\
PERSONSbehoeften:
  - id: b1
    van: p1
    wat_is_belangrijk: brood
    belemmeringen: [{id: x1, tekst: geen inkomen}]
    oplossingen: [{id: o1, wat: bijstand, soort_oplossing: levensonderhoud, dekt: {x1: geheel}}]
"""


def test_a_list_that_is_missing_is_asked_for(engine: Regelruimte) -> None:
    """Nothing else is open: the questions name the lists, to the resident too."""
    text = OPEN_INCOME.replace("loon_netto: 0,", "loon_netto: 0, overig_inkomen: 0,")
    text = text.replace("giften: []\n", "").replace("verblijf_buitenland: []\n", "")
    request = engine.lees_hulpvraag(text.encode(), "lijsten.yaml")
    found = (engine, request, engine.toets(request))
    asked = {(v.soort, v.naam, v.over) for v in found[2].vragen}
    assert {("lijst", n, "persoon:p1") for n in ("giften", "verblijf_buitenland")} <= asked
    assert "Was u dit jaar in het buitenland?" in consultant(found)
    assert "Was u dit jaar in het buitenland?" in resident(found)
    needed = ZERO_NEED.replace("PERSONS", text)
    request = engine.lees_hulpvraag(needed.encode(), "lijsten.yaml")
    sought = (engine, request, engine.wegen(engine.toets(request), request))
    told = " ".join(consultant(sought).split())
    assert "Eerst ontbreekt nog: de giften van dit jaar" in told
    assert "Geen wijziging van gegevens" not in told
    given = text + "giften: []\nverblijf_buitenland: []\n"
    again = engine.toets(engine.lees_hulpvraag(given.encode(), "lijsten.yaml"))
    assert "lijst" not in {v.soort for v in again.vragen}


def test_what_the_resident_disputes_is_not_lost(engine: Regelruimte) -> None:
    said = "overig_inkomen: {waarde: 300, betwist: ja, eigen_woorden: dat was een gift}"
    text = OPEN_INCOME.replace("loon_netto: 0,", f"loon_netto: 0, {said},")
    request = engine.lees_hulpvraag(text.encode(), "betwist.yaml")
    found = (engine, request, engine.toets(request))
    assert "Betwist door de inwoner" in consultant(found)
    assert "met `oordeel: feit:overig_inkomen`" in " ".join(consultant(found).split())
    assert "U bent het niet eens met een gegeven" in resident(found)
    judged = (
        "beoordelingen: [{oordeel: 'feit:overig_inkomen', over: p1, uitkomst: 0, wie: c1, "
        "rol: consulent, datum: 2026-09-01, motivering: Een gift., bewijs: [brief]}]\n"
    )
    settled = engine.lees_hulpvraag((text + judged).encode(), "betwist.yaml")
    again = (engine, settled, engine.toets(settled))
    assert "Betwist door de inwoner" not in consultant(again)


def test_a_circumstance_that_nobody_named_is_not_denied(engine: Regelruimte) -> None:
    """A factor that looks among the circumstances is told as seen, or told without a word."""
    path = Path(__file__).parents[2] / "voorbeelden" / "wasmachine.yaml"
    request = engine.lees_hulpvraag(path.read_bytes(), path.name)
    factors = [f for signal in engine.toets(request).signalen for f in signal.factoren]
    assert {f.status for f in factors if "kind in huis" in f.naam} <= {"ja", "onbekend"}
    assert "ja" in {f.status for f in factors}
