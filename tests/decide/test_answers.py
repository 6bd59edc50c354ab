"""What an answer says of cost, rights, presumptions and questions, on requests of its own."""

from typing import Any

import pytest

from engine.decide import probe
from engine.errors import CaseError
from tests.decide.worlds import answer, solutions

JUDGED = "wie: c-1, rol: consulent, datum: 2026-09-01, motivering: Zo is het hier."
FRIDGE = f"""
peildatum: 2026-09-01
gemeente: GM0000
personen:
  p1: {{geboortedatum: 1990-01-01, nederlander: ja, ingezetene: ja, aanvrager: ja, loon_netto: 0,
       overig_inkomen: 1419.46, bezittingen: 0, overwaarde_woning: 0}}
verblijf_buitenland: []
ontvangsten: []
giften: []
behoeften:
  - id: b1
    van: p1
    leefgebied: bestaanszekerheid
    wat_is_belangrijk: Eten kunnen bewaren.
    belemmeringen: [{{id: x1, tekst: geen koelkast}}, {{id: x2, tekst: geen fornuis}}]
    oplossingen:
      - {{id: o1, wat: een koelkast, soort_oplossing: duurzaam_gebruiksgoed, vorm: geld,
         kosten_oplossing: 420, voorliggende_voorziening_bestaat: nee, dekt: {{x1: geheel}}}}
beoordelingen:
  - {{oordeel: noodzakelijk, over: o1, uitkomst: ja, {JUDGED}}}
  - {{oordeel: bijzonder, over: o1, uitkomst: ja, {JUDGED}}}
"""
COUPLE = """
peildatum: 2026-10-01
gemeente: GM0000
personen:
  z: {geboortedatum: 1995-05-05, nederlander: ja, ingezetene: ja, aanvrager: ja, loon_netto: 0,
      overig_inkomen: 0, bezittingen: 100, schulden: 0, overwaarde_woning: 0}
  h: {geboortedatum: 1993-05-05, nederlander: ja, ingezetene: ja, loon_netto: 0, overig_inkomen: 0,
      bezittingen: 500, schulden: 0, overwaarde_woning: 0}
relaties:
  - {deze: z, ander: h, gehuwd_of_geregistreerd: nee, zelfde_hoofdverblijf: ja,
     gezamenlijk_kind: nee, samenlevingscontract: ja, graad_verwantschap: 2}
giften: []
ontvangsten: []
verblijf_buitenland: []
behoeften:
  - id: b1
    van: z
    leefgebied: bestaanszekerheid
    wat_is_belangrijk: Rondkomen.
    belemmeringen: [{id: x1, tekst: te weinig geld}]
    oplossingen:
      - {id: o1, wat: bijstand, soort_oplossing: levensonderhoud, vorm: geld, dekt: {x1: geheel}}
"""


def rent(months: str) -> dict[str, Any]:
    text = FRIDGE.replace("duurzaam_gebruiksgoed", "kosten_periodiek").replace(
        "kosten_oplossing: 420", f"kosten_per_maand: 100, looptijd: {months}"
    )
    return solutions(answer(text))["o1"]


@pytest.mark.parametrize(
    ("months", "cost"),
    [("2", "200.00"), ("11 maanden", "1100.00"), ("12", "1200.00"), ("afwezig", "1200.00"),
     ("30", "1200.00")],
)  # fmt: skip
def test_monthly_cost_counts_as_long_as_it_lasts_and_a_year_at_most(
    months: str, cost: str
) -> None:
    found = rent(months)
    assert found["kosten"]["oplossing"] == cost
    assert found["delen"][0]["bedrag"] == cost


def test_what_no_ground_carries_is_said() -> None:
    """Of 420 euro the policy carries 300; until somebody judges that, 120 is left."""
    refused = f"  - {{oordeel: onevenredig_beleid, over: o1, uitkomst: 0, {JUDGED}}}\n"
    assert solutions(answer(FRIDGE + refused))["o1"]["niet_gedragen"] == "120.00"
    lifted = refused.replace("uitkomst: 0", "uitkomst: 120")
    assert "niet_gedragen" not in solutions(answer(FRIDGE + lifted))["o1"]


def test_what_stands_in_the_way_is_told_once() -> None:
    """Two grounds share the amount that the policy lowers; it is one obstacle."""
    found = solutions(answer(FRIDGE))["o1"]["blokkades"]
    assert [(b["regel"], b["raakt"]) for b in found] == [("bb-4", "120.00")]


def test_what_a_ground_rests_on_for_now_is_a_presumption() -> None:
    """Article 40, first paragraph, would take the ground away from who lives elsewhere."""
    found = answer(FRIDGE.replace("ingezetene: ja, ", ""))
    assert "ingezetene" in {presumed["naam"] for presumed in found["aannames"]}
    assert "ingezetene" not in {presumed["naam"] for presumed in answer(FRIDGE)["aannames"]}


def test_an_exception_for_others_is_no_obstacle() -> None:
    """Who is refused costs hears why, and not that he was never detained (article 13)."""
    refused = FRIDGE.replace("oordeel: noodzakelijk, over: o1, uitkomst: ja",
                             "oordeel: noodzakelijk, over: o1, uitkomst: nee")  # fmt: skip
    found = solutions(answer(refused))["o1"]
    assert "pw-13-3-37b" in {ground["regel"] for ground in found["gronden"]}
    assert {fails for b in found["blokkades"] for fails in b.get("faalt", ())} == {"noodzakelijk"}


def test_rights_beside_a_solution_are_about_the_same_obstacle() -> None:
    def rights(obstacle: str) -> list[str]:
        own = f"""      - {{id: o2, wat: zelf regelen, soort_oplossing: eigen_actie, vorm: geen,
         kosten_oplossing: 0, inwoner_wil_dit: ja, dekt: {{{obstacle}: geheel}}}}
"""
        text = FRIDGE.replace("beoordelingen:", own + "beoordelingen:")
        found = solutions(answer(text))["o2"]
        assert found["trede"] == "a"
        return [right["regel"] for right in found.get("recht_op_besluit", [])]

    assert "pw-35-1" in rights("x1")
    assert "pw-35-1" not in rights("x2")


def test_what_holds_both_ways_is_asked_once() -> None:
    asked = [q["naam"] for q in answer(COUPLE)["vragen"] if q["over"] in ("paar:h>z", "paar:z>h")]
    assert "samenleven_door_zorgvraag" in asked
    assert len(asked) == len(set(asked))


def test_presumptions_behind_an_open_outcome_are_told() -> None:
    toets = answer(COUPLE)
    assert (
        toets["uitkomsten"]["gezin:h"]["participatiewet.recht_op_algemeen"]["status"] != "waarde"
    )
    told = {(one["naam"], one["over"]) for one in toets["aannames"]}
    assert {("gedetineerd", "persoon:h"), ("gedetineerd", "persoon:z")} <= told


@pytest.mark.parametrize("fact", ["kosten_oplossing: 420", "overig_inkomen: 1419.46"])
def test_no_amount_is_below_nothing(fact: str) -> None:
    name = fact.partition(":")[0]
    with pytest.raises(CaseError, match="onder nul") as caught:
        answer(FRIDGE.replace(fact, f"{name}: -5"))
    assert [problem.code for problem in caught.value.diagnostics] == ["C137"]


def test_nothing_is_lost_when_trying_stops(monkeypatch: pytest.MonkeyPatch) -> None:
    """Questions that could not be tried any more are asked."""
    normally = {(q["naam"], q["over"]) for q in answer(COUPLE)["vragen"]}
    monkeypatch.setattr(probe, "MOST_WORK", 1)
    hurried = {(q["naam"], q["over"]) for q in answer(COUPLE)["vragen"]}
    assert normally
    assert normally <= hurried


def test_a_table_of_policy_stands_in_the_way_and_gives_way() -> None:
    """1,700 euro is 138.59 above 110% of the norm: half of that, a year long, is 831 euro.

    So nothing is left of 420 euro for a fridge, of which policy gives 300 at most.
    """
    richer = FRIDGE.replace("overig_inkomen: 1419.46", "overig_inkomen: 1700")
    before = solutions(answer(richer))["o1"]
    found = {b["regel"]: b for b in before["blokkades"]}["draagkrachtschijven"]
    assert (found["rang"], found["raakt"], found["artikel"]) == ("beleidsregel", "300.00", "2")
    assert found["wie_kan_opheffen"] == "college"
    judged = f"  - {{oordeel: onevenredig_beleid, over: o1, uitkomst: 420, {JUDGED}}}\n"
    after = solutions(answer(richer + judged))["o1"]
    assert (after["uitkomst"], after["trede"]) == ("grond", "e")
    assert "AWB-4:84" in {s["id"] for s in answer(richer)["signalen"]}


def test_a_table_that_takes_nothing_is_no_blocker() -> None:
    blockers = {b["regel"] for b in solutions(answer(FRIDGE))["o1"]["blokkades"]}
    assert "draagkrachtschijven" not in blockers


GIFTS = """
peildatum: 2026-09-01
gemeente: GM0000
personen:
  p1: {geboortedatum: 1986-01-01, nederlander: ja, aanvrager: ja, loon_netto: 0, overig_inkomen: 0,
       bezittingen: 0, overwaarde_woning: 0}
  p2: {geboortedatum: 1985-01-01, nederlander: ja, loon_netto: 0, overig_inkomen: 0,
       bezittingen: 0, overwaarde_woning: 0}
relaties: [{deze: p1, ander: p2, gehuwd_of_geregistreerd: ja, zelfde_hoofdverblijf: ja}]
verblijf_buitenland: []
ontvangsten: []
giften:
  - {van: p1, id: g1, ontvangen_op: 2026-03-01, waarde_gift: 600, soort_gift: geld}
  - {van: p2, id: g2, ontvangen_op: 2026-05-01, waarde_gift: SECOND, soort_gift: geld}
"""


@pytest.mark.parametrize(("second", "shown"), [("600.00", set()), ("600.01", {"waarde"})])
def test_another_reading_is_shown_only_if_an_entitlement_comes_out_otherwise(
    second: str, shown: set[str]
) -> None:
    """One free amount of 1,200 for the household, or one for each: equal up to 1,200 together."""
    found = answer(GIFTS.replace("SECOND", second))["uitkomsten"]["gezin:p1"]
    branches = found["participatiewet.algemene_bijstand"].get("takken", [])
    read = [t for t in branches if t["naam"] == "vrije_giften_per_persoon"]
    assert {t["status"] for t in read} == shown
    assert all(
        (t["soort"], t["uitkomst"], t["waarde"]) == ("lezing", "ja", "2027.79") for t in read
    )


ALLOWANCE = """
peildatum: 2026-09-01
personen: {p1: {geboortedatum: 2005-09-02, nederlander: ja, ingezetene: ja}}
behoeften:
  - {id: b1, van: p1, leefgebied: bestaanszekerheid, wat_is_belangrijk: Rondkomen,
     oplossingen: [{id: o1, wat: een toeslag, soort_oplossing: inkomenstoeslag}]}
"""


@pytest.mark.parametrize(
    ("birth", "behind"),
    [
        ("2005-09-02", [{"regel": "pw-36-1", "faalt": ["leeftijd"]}]),
        ("1950-01-01", [{"regel": "pw-36-1", "faalt": ["aow_bereikt"]}]),
        ("2005-09-01", None),
    ],
)
def test_what_fails_upstream_is_told_with_the_rule_that_would_have_given_it(
    birth: str, behind: list[dict[str, Any]] | None
) -> None:
    """Article 36: from 21 up to the age of the state pension; then it waits for other facts."""
    found = solutions(answer(ALLOWANCE.replace("2005-09-02", birth)))["o1"]
    blockers = {b["regel"]: b for b in found.get("blokkades", ())}
    assert (blockers["pw-36-oplossing"]["daarachter"] if blockers else None) == behind
