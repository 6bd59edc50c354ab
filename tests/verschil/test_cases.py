"""What a change does to cases: who gains, who loses, what stays open."""

from pathlib import Path

import pytest

from engine.service import Keuze
from tests.verschil.worlds import CASE, NEW, change, compared, two

ASKS = """\
id: lift
naam: Een traplift
bron: Kleine wet, artikel 5
redenering: Zij heeft recht op de toeslag en een consulent vindt de lift nodig.
hulpvraag:
  peildatum: 2026-09-01
  personen: {p1: {geboortedatum: 1990-01-01, inkomen: 900, gedetineerd: nee}}
  behoeften:
    - id: b1
      van: p1
      wat_is_belangrijk: "weer naar buiten"
      belemmeringen: [{id: x1, tekst: "de trap is te steil"}]
      oplossingen:
        - id: o1
          wat: "een traplift"
          soort_oplossing: hulpmiddel
          inwoner_wil_dit: ja
          dekt: {x1: geheel}
  beoordelingen:
    - oordeel: noodzakelijk
      over: o1
      uitkomst: ja
      wie: m1
      rol: consulent
      datum: 2026-08-31
      motivering: "Zonder lift lukt het niet."
verwacht:
  oplossingen: {o1: {trede: b}}
  signalen: {uit: [KW-4]}
"""


def lift(folder: Path) -> Keuze:
    """A case with a need and a solution, beside the cases of the rules."""
    path = folder / "lift.yaml"
    path.write_text(ASKS, encoding="utf-8")
    return Keuze(gevallen=(path,))


@pytest.mark.parametrize(
    ("old", "new", "effect", "more"),
    [
        ("2026-01-01: 50}", "2026-01-01: 60}", "vooruit", "10"),
        ("2026-01-01: 50}", "2026-01-01: 39.50}", "achteruit", "-10.50"),
    ],
)
def test_money_gained_and_lost(tmp_path: Path, old: str, new: str, effect: str, more: str) -> None:
    two(tmp_path, (old, new))
    found = compared(tmp_path)
    case = next(c for c in found.anders if c.id == "KW-recht")
    assert case.gevolg == effect
    (claim,) = case.aanspraken
    assert (claim.naam, claim.over, claim.gevolg, claim.meer) == (
        "toeslag", "persoon:p1", effect, more,
    )  # fmt: skip
    (count,) = (c for c in found.aanspraken if c.naam == "toeslag")
    assert (count.vooruit, count.achteruit) == ((1, 0) if effect == "vooruit" else (0, 1))
    assert (count.meest or count.minst) == more


def test_a_lost_right_and_a_lost_chance(tmp_path: Path) -> None:
    two(tmp_path, ("2026-07-01: 1100", "2026-07-01: 800"))
    found = compared(tmp_path)
    first, second = found.anders
    rights = [(c.naam, c.oud, c.nieuw) for c in first.aanspraken]
    assert rights == [("recht_op_toeslag", "ja", "nee"), ("toeslag", "50.00", "0.00")]
    assert {c.oud for c in second.aanspraken} == {"onbekend"}
    assert (first.gevolg, second.gevolg) == ("achteruit", "achteruit")
    assert second.vragen_weg == ("zeer_dringend (persoon:p1)",)


def test_what_becomes_open_is_no_loss(tmp_path: Path) -> None:
    two(tmp_path, ("als: gedetineerd en zeer_dringend", "als: zeer_dringend"),
        ("als: gedetineerd\n", "als: niet gedetineerd of gedetineerd\n"))  # fmt: skip
    case = next(c for c in compared(tmp_path).anders if c.id == "KW-recht")
    assert case.gevolg == "onzeker"
    assert {c.nieuw for c in case.aanspraken} == {"onbekend"}
    assert case.vragen_nieuw == ("zeer_dringend (persoon:p1)",)


def test_a_direction_against_the_resident_turns_it_round(tmp_path: Path) -> None:
    begrip = 'bron: {artikel: "3"}, richting: begunstigend'
    burden = 'bron: {artikel: "3"}, richting: belastend'
    two(tmp_path, ("2026-01-01: 50}", "2026-01-01: 60}"), (begrip, burden))
    change(tmp_path / "oud" / "klein/kleine_wet/toeslag.yaml", (begrip, burden))
    case = next(c for c in compared(tmp_path).anders if c.id == "KW-recht")
    assert case.gevolg == "achteruit"


def test_a_solution_on_another_rung(tmp_path: Path) -> None:
    two(tmp_path, ("voor: [eigen_actie], zonder", "voor: [eigen_actie, hulpmiddel], zonder"))
    found = compared(tmp_path, lift(tmp_path))
    assert found.gevallen == 3
    (different,) = found.anders
    (rung,) = different.treden
    assert (rung.soort, rung.over, rung.wat) == ("oplossing", "o1", "een traplift")
    assert (rung.oud, rung.nieuw) == ("trede b, grond", "trede a, past zonder besluit")
    assert different.gevolg == "anders"


def test_no_ground_any_more_is_a_loss(tmp_path: Path) -> None:
    two(tmp_path, ("voor: [hulpmiddel]", "voor: [eigen_actie]"))
    (different,) = compared(tmp_path, lift(tmp_path)).anders
    assert [t.nieuw for t in different.treden] == ["geen grond"]
    assert different.gevolg == "achteruit"


def test_counts_add_up(tmp_path: Path) -> None:
    two(tmp_path, ("2026-01-01: 50}", "2026-01-01: 60}"))
    found = compared(tmp_path)
    assert sum(found.telling.values()) + found.gelijk == found.gevallen == 2
    assert len(found.anders) == sum(found.telling.values())


def test_a_municipality_chooses_rules_and_cases(tmp_path: Path) -> None:
    two(tmp_path, ("2026-01-01: 50}", "2026-01-01: 60}"))
    change(
        tmp_path / NEW / CASE,
        ("peildatum: 2026-09-01", "peildatum: 2026-09-01\n  gemeente: GM0001"),
    )
    assert compared(tmp_path, Keuze(gemeente="GM0000")).gevallen == 0
    found = compared(tmp_path, Keuze(gemeente="GM0001"))
    assert (found.gemeenten, found.gevallen) == (("GM0001",), 2)
