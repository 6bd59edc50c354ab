"""Steps of procedure belong to the person, the household or the need that a solution is for."""

import pytest

from tests.decide.worlds import answer, solutions

MONEY = """
peildatum: 2026-09-01
gemeente: GM0000
personen:
  p1: {geboortedatum: BORN, nederlander: ja, aanvrager: ja, meldingsdatum: 2026-09-01,
       loon_netto: 0, overig_inkomen: 0, bezittingen: 0, overwaarde_woning: 0,
       pro_of_vso_afgelopen_jaar: nee, medisch_urenbeperkt: nee, doelgroep_loonkostensubsidie: nee}
verblijf_buitenland: []
omstandigheden: []
behoeften:
  - id: b1
    van: p1
    leefgebied: bestaanszekerheid
    wat_is_belangrijk: Rondkomen.
    belemmeringen: [{id: x1, tekst: te weinig geld}]
    oplossingen:
      - {id: o1, wat: bijstand, soort_oplossing: levensonderhoud, vorm: geld, dekt: {x1: geheel}}
"""
DEBTS = """
peildatum: 2026-09-01
gemeente: GM0000
personen: {p1: {geboortedatum: 1985-01-01, nederlander: ja, ingezetene: ja}}
omstandigheden: [{soort_omstandigheid: THREAT, over_wie: p1, ernst: acuut}]
behoeften:
  - id: b1
    van: p1
    leefgebied: bestaanszekerheid
    wat_is_belangrijk: Hier blijven wonen.
    melding_schuldhulp_op: 2026-09-01
    belemmeringen: [{id: x1, tekst: schulden}]
    oplossingen:
      - {id: o1, wat: schuldhulp, soort_oplossing: schuldhulp, vorm: natura, dekt: {x1: geheel}}
"""


def steps(text: str, rule: str) -> dict[str, str]:
    (found,) = (g for g in solutions(answer(text))["o1"]["gronden"] if g["regel"] == rule)
    return {step["stap"]: step["status"] for step in found.get("procedure", ())}


@pytest.mark.parametrize(
    ("born", "told"), [("1999-09-01", {}), ("1999-09-02", {"pw-41-zoeken": "te_doen"})]
)
def test_the_household_waits_only_under_27(born: str, told: dict[str, str]) -> None:
    """Article 41, fourth paragraph: on the day of reporting 27 is old enough."""
    assert steps(MONEY.replace("BORN", born), "pw-19-1-levensonderhoud") == told


@pytest.mark.parametrize(
    ("threat", "first"), [("dreigende_ontruiming", "wgs-4-2"), ("schulden_wgs", "wgs-4-1")]
)
def test_of_two_terms_for_one_talk_only_that_which_holds_is_a_step(
    threat: str, first: str
) -> None:
    """Wgs 4: three working days when eviction threatens, four weeks otherwise."""
    found = steps(DEBTS.replace("THREAT", threat), "wgs-3-1-hulp")
    assert set(found) == {first, "wgs-4a"}
    assert found[first] == "te_doen"
