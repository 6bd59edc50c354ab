"""Every worked case can be read by a lawyer: no YAML, no machine names, nothing left out."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from engine.cli.run import run
from engine.service import Regelruimte, as_text, case_paths, readable_cases, shipped_rules
from engine.source.case_files import Geval, read_cases
from tests.strategies.shipped import loaded

PATHS = case_paths([shipped_rules()])
TRACES = re.compile(r"_|None|True|False|[{}`<]|\[|\]|“”|\?”\.|\.”\.|: $|;;|  $", re.MULTILINE)


@cache
def engine() -> Regelruimte:
    return loaded()


def told(path: Path, rules: Regelruimte | None = None) -> str:
    (blocks,) = readable_cases(rules or engine(), [path])
    return as_text(blocks)


def flat(text: str) -> str:
    return " ".join(text.split())


def named(part: Any) -> Iterator[str]:
    """The rules and signals that an expectation names."""
    match part:
        case dict():
            for key, value in part.items():
                if key == "regel":
                    yield value
                elif key in ("aan", "uit", "gronden") and isinstance(value, list):
                    yield from (v for v in value if isinstance(v, str) and ":" not in v[:8])
                yield from named(value)
        case list():
            for value in part:
                yield from named(value)


def words(case: Geval) -> Iterator[str]:
    """What people said in a case: all of it has to come back."""
    for need in case.hulpvraag.behoeften:
        yield need.wat_is_belangrijk
        yield from (stuck.tekst for stuck in need.belemmeringen)
        yield from (solution.wat for solution in need.oplossingen)


@pytest.mark.slow
@pytest.mark.parametrize("path", PATHS, ids=lambda p: f"{p.parent.parent.name}/{p.stem}")
def test_every_case_reads_as_text(path: Path) -> None:
    text = told(path)
    assert TRACES.findall(text) == []
    cases = read_cases(path, path.name)
    whole = flat(text)
    for case in cases:
        assert flat(case.redenering) in whole
        assert [name for name in named(case.verwacht) if name not in text] == []
        assert [said for said in words(case) if flat(said) not in whole] == []
        reasons = [made.motivering for made in case.hulpvraag.beoordelingen]
        assert [why for why in reasons if flat(why) not in whole] == []
    assert text.count("Variant: ") == len(cases) - 1


CASE = """\
id: L-1
naam: Een proef
bron: [{regeling: participatiewet, artikel: "22a", lid: "1"}, {ecli: "ECLI:NL:CRVB:2019:3535"}]
redenering: Zo volgt het uit de wet.
hulpvraag:
  peildatum: 2026-09-01
  personen:
    p1: {geboortedatum: 1980-05-01, nederlander: ja, bezittingen: 1250.50, loon_netto: afwezig,
         gedetineerd: {waarde: ja, betwist: ja, eigen_woorden: "Ik was er alleen op bezoek."}}
    p2: {rol: netwerk}
  relaties: [{deze: p1, ander: p2, zelfde_hoofdverblijf: nee}]
  giften: []
  omstandigheden: [{soort_omstandigheid: schulden_wgs, over_wie: p1, ernst: ernstig}]
  behoeften:
    - id: b1
      van: p1
      wat_is_belangrijk: weer slapen
      belemmeringen: [{id: x1, tekst: geen bed}]
      oplossingen: [{id: o1, wat: een bed, soort_oplossing: duurzaam_gebruiksgoed, dekt: {x1: deels}}]
  beoordelingen:
    - {oordeel: noodzakelijk, over: o1, uitkomst: nee, wie: c1, rol: consulent, datum: 2026-09-01,
       motivering: Er staat al een bed., bewijs: [huisbezoek]}
verwacht:
  uitkomsten:
    "gezin:p1": {bijstandsnorm: 1419.46, algemene_bijstand: {status: onbekend, nodig: {feiten: [bezittingen], oordelen: []}}}
  oplossingen: {o1: {trede: geen, uitkomst: geen_grond, blokkades: [{regel: pw-35-1, wie_kan_opheffen: college}]}}
  signalen: {aan: [PW-48-51], uit: [PW-16-1]}
varianten:
  - naam: met een gift
    wijzig:
      giften: [{van: p1, id: g1, waarde_gift: 40}]
      personen.p1.bezittingen: 0
      beoordelingen: []
    verwacht: {oplossingen: {o1: {trede: b, uitkomst: grond, gronden: [pw-35-1]}}, signalen: {uit: []}}
"""  # noqa: E501 a case reads best on one line per part


@pytest.fixture(scope="module")
def proof(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    path = tmp_path_factory.mktemp("gevallen") / "proef.yaml"
    path.write_text(CASE, encoding="utf-8")
    return told(path).splitlines()


@pytest.mark.parametrize(
    "line",
    [
        "Een proef (L-1)",
        "Bron: artikel 22a, eerste lid, Participatiewet en Centrale Raad van Beroep, "
        "ECLI:NL:CRVB:2019:3535.",
        "Zo volgt het uit de wet.",
        "  - peildatum: 1 september 2026",
        "  - de geboortedatum: 1 mei 1980",
        "  - dat p1 de Nederlandse nationaliteit heeft",
        "  - de bezittingen: € 1.250,50",
        "  - het nettoloon: is er niet",
        "  - dat p1 in detentie zit; de inwoner betwist dit: “Ik was er alleen op bezoek.”",
        "Over p2 (uit de omgeving van de inwoner) is bekend:",
        "  - dat zij niet in dezelfde woning wonen",
        "Giften: geen.",
        "  - problematische schulden bij p1 (ernstig)",
        "  - neemt “geen bed” (x1) voor een deel weg",
        "  - “Zijn deze kosten in deze situatie noodzakelijk?” Over “een bed” (o1): nee, zegt de "
        "consulent op 1 september 2026: “Er staat al een bed.” Gezien: huisbezoek.",
        "  - de bijstandsnorm van het gezin van p1: € 1.419,46 per maand",
        "  - de algemene bijstand van het gezin van p1: nog niet bekend; nog nodig zijn deze "
        "gegevens: de bezittingen; er hoeft niets meer te worden beoordeeld",
        "Over de oplossing “een bed” (o1): niets draagt dit.",
        "  - In de weg staat: artikel 35, eerste lid, Participatiewet (pw-35-1); wie dit kan "
        "opheffen: het college.",
        "Deze signalen blijven uit: artikel 16, eerste lid, Participatiewet (PW-16-1).",
    ],
)
def test_how_a_case_is_told(proof: list[str], line: str) -> None:
    assert line in proof[: proof.index("Variant: met een gift")]


def test_an_amount_is_told_in_its_own_unit() -> None:
    hours = shipped_rules() / "gemeente/voorbeeldstad/verordening_wmo/gevallen/maximum-uren.yaml"
    text = told(hours)
    assert "Deel: trede b (de gewone regel); staat vast; 4 uur per week." in text
    assert "Niet gedragen wordt 2 uur per week." in text
    assert "€" not in text
    fridge = told(shipped_rules() / "participatiewet/gevallen/t13_wasmachine.yaml")
    assert "dat kost de inwoner € 180" in " ".join(fridge.split())


def test_a_variant_says_only_what_is_different(proof: list[str]) -> None:
    assert proof[proof.index("Variant: met een gift") + 2 :] == [
        "Wijkt af:",
        "  - Over p1: de bezittingen: € 0",
        "  - Giften: van p1 (g1); de waarde van de gift: € 40",
        "Weggelaten:",
        "  - “Zijn deze kosten in deze situatie noodzakelijk?” (over “een bed” (o1))",
        "Dan:",
        "Over de oplossing “een bed” (o1): trede b (de gewone regel); er is een grond.",
        "  - Grond: artikel 35, eerste lid, Participatiewet (pw-35-1).",
    ]


def test_a_case_is_found_by_a_part_of_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["gevallen", "--lees", "WASMACHINE EN"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("Wasmachine en een grens in het beleid (T13)\n")
    assert shown.count("\nWaarom de wet dit geeft\n") == 1


def test_what_does_not_go_together(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["gevallen", "--lees", "--json"]) == 2
    assert "gaan niet samen" in capsys.readouterr().err
    assert run(["gevallen", "--lees", "niets-heet-zo"]) == 2
    assert "een deel van de naam" in capsys.readouterr().err
