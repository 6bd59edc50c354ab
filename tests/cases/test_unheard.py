"""A case that expects the absence of what does not exist at all cannot fail, so it is told."""

from pathlib import Path

import pytest

from engine.service.cases import run_cases
from tests.strategies.shipped import loaded

CASE = """
id: proef
naam: Proef
bron: {regeling: awb, artikel: "3:2"}
redenering: Een vrouw van veertig.
hulpvraag: {peildatum: 2026-09-01, personen: {p1: {geboortedatum: 1986-01-01}}}
verwacht:
  uitkomsten: {"persoon:p1": {participatiewet.leeftijd: 40}}
  signalen: {uit: [SIGNAL]}
  vragen: {niet: [QUESTION]}
"""


@pytest.mark.parametrize(
    ("signal", "question", "told"),
    [
        ("PW-16-1", "taaltoets_op", []),
        ("CAT-17", "participatiewet.noodzakelijk", []),  # of one municipality, and in two acts
        ("botsing:werk-zorg", "geboortedatum", []),
        ("PW-16-9", "taaltoets_op", ["signaal PW-16-9 bestaat niet in de regels"]),
        ("PW-16-1", "gifte", ["gegeven of oordeel gifte bestaat niet in de regels"]),
    ],
)
def test_what_should_stay_away_exists(
    signal: str, question: str, told: list[str], tmp_path: Path
) -> None:
    folder = tmp_path / "gevallen"
    folder.mkdir()
    text = CASE.replace("SIGNAL", signal).replace("QUESTION", question)
    (folder / "proef.yaml").write_text(text, encoding="utf-8")
    (report,) = run_cases(loaded(), [folder])
    assert not report.fouten
    assert list(report.verschillen) == told
