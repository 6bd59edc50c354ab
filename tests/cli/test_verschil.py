"""`regelruimte verschil`: the screen, the data, the picture, and what is wrong."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft202012Validator

from engine.service import schemas
from tests.cli.command import Command
from tests.cli.test_dutch import english
from tests.verschil.worlds import FACTS, NEW, OLD, RULES, change, committed, git, two

AMOUNT = ("2026-07-01: 1100", "2026-07-01: 800")
SVG = "{http://www.w3.org/2000/svg}"


def test_a_lawyer_sees_what_changes(regelruimte: Command, tmp_path: Path) -> None:
    two(tmp_path, AMOUNT, ("leeftijd(geboortedatum) >= 18", "leeftijd(geboortedatum) >= 21"))
    seen = regelruimte("verschil", OLD, NEW)
    assert (seen.code, seen.err) == (1, "")
    for text in (
        "oud → nieuw", "regel kw-2: gewijzigd: voorwaarde", f"nieuw/{RULES}:12:5",
        "als deze persoon 18 jaar", "als deze persoon 21 jaar", "ander gevolg in geval KW-recht",
        "vanaf 2026-07-01: 800.00 euro/maand", "gaat achteruit                      2",
        "toeslag: achteruit", "█", "-50", "KW-recht (vast)", "vraag zeer_dringend",
        "2 van de 2 gevallen komen anders uit.",
    ):  # fmt: skip
        assert text in seen.out
    assert english(seen.out) == []
    assert max(map(len, seen.out.splitlines())) <= 100


def test_no_difference(regelruimte: Command, tmp_path: Path) -> None:
    two(tmp_path, ("regels:", "# opmerking\nregels:"))
    seen = regelruimte("verschil", OLD, NEW)
    assert (seen.code, seen.err) == (0, "")
    assert "De regels zijn gelijk" in seen.out
    assert "Alle 2 gevallen komen hetzelfde uit." in seen.out
    assert english(seen.out) == []


def test_a_change_that_no_case_shows(regelruimte: Command, tmp_path: Path) -> None:
    two(tmp_path, ("zeer_dringend\n", "(zeer_dringend en inkomen < 901 euro/maand)\n"))
    seen = regelruimte("verschil", OLD, NEW)
    assert "regel kw-4: gewijzigd: voorwaarde" in seen.out
    assert "ander gevolg in een gevonden geval, persoon:p1: geldt → geldt niet" in seen.out
    assert english(seen.out) == []
    quick = regelruimte("verschil", OLD, NEW, "--snel")
    assert "geen geval gevonden dat verschilt; niet bewezen gelijk" in quick.out


def test_a_change_that_is_proved_to_change_nothing(regelruimte: Command, tmp_path: Path) -> None:
    two(tmp_path, ("als: gedetineerd en zeer_dringend", "als: zeer_dringend en gedetineerd"))
    seen = regelruimte("verschil", OLD, NEW)
    assert "geen ander gevolg: bewezen voor volledige gevallen met hooguit drie" in seen.out
    assert english(seen.out) == []


def test_the_data_follow_the_schema(regelruimte: Command, tmp_path: Path) -> None:
    two(tmp_path, AMOUNT)
    data = json.loads(regelruimte("verschil", OLD, NEW, "--json").out)
    schema = json.loads(regelruimte("schema", "verschil").out)
    assert schema == schemas()["verschil"]
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(data)
    assert data["telling"]["achteruit"] == 2
    assert data["onderdelen"][0]["wat"] == "gewijzigd"
    assert data["anders"][0]["aanspraken"][1]["meer"] == "-50"
    wrong = data | {"onderdelen": [{"soort": "regel", "wat": "zomaar"}]}
    assert list(Draft202012Validator(schema).iter_errors(wrong))


def test_the_picture_says_what_the_table_says(regelruimte: Command, tmp_path: Path) -> None:
    two(tmp_path, AMOUNT)
    seen = regelruimte("verschil", OLD, NEW, "--svg", "plaat.svg")
    assert seen.code == 1
    svg = ET.parse(tmp_path / "plaat.svg").getroot()  # noqa: S314 our own file
    assert svg.tag == f"{SVG}svg"
    assert svg.get("role") == "img"
    title, told = svg.find(f"{SVG}title"), svg.find(f"{SVG}desc")
    assert title is not None
    assert told is not None
    assert svg.get("aria-labelledby") == f"{title.get('id')} {told.get('id')}"
    assert "gaat achteruit: 2" in (told.text or "")
    assert "toeslag: achteruit: 2" in (told.text or "")
    texts = [part.text or "" for part in svg.iter(f"{SVG}text")]
    for label in ("gaat vooruit", "gaat achteruit", "gelijk", "toeslag: achteruit"):
        assert label in texts
        assert label in seen.out
    assert {part.tag for part in svg.iter()} == {
        f"{SVG}{kind}" for kind in ("svg", "title", "desc", "rect", "text")
    }
    words = ET.tostring(svg, encoding="unicode")
    assert "href" not in words
    assert english(words.replace("text", "").replace("title", "").replace("true", "")) == []


def test_revisions(regelruimte: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    two(tmp_path)
    home = tmp_path / OLD
    committed(home, "eerst")
    git(home, "tag", "eerst")
    change(home / RULES, AMOUNT)
    committed(home, "daarna")
    monkeypatch.chdir(home)
    seen = regelruimte("verschil", "eerst", "git:HEAD", "--peildatum", "2026-09-01")
    assert (seen.code, seen.err) == (1, "")
    assert "eerst → HEAD" in seen.out
    assert "Regels vergeleken op 2026-09-01, voor GM0000." in seen.out
    assert f"HEAD:{RULES}:6:3" in seen.out


def test_a_municipality_of_its_own(regelruimte: Command, tmp_path: Path) -> None:
    two(tmp_path)
    for side in (OLD, NEW):
        (tmp_path / side / "gemeente").rename(tmp_path / f"stad-{side}")
    change(tmp_path / "stad-nieuw/beleid/regeling.yaml", ("10 euro/maand", "12 euro/maand"))
    seen = regelruimte("verschil", "stad-oud", "stad-nieuw", "--ook", "oud/klein")
    assert (seen.code, seen.err) == (0, "")
    assert "regel bk-1: gewijzigd: uitkomst" in seen.out
    assert "Er zijn geen gevallen" in seen.out
    seen = regelruimte("verschil", "stad-oud", "stad-nieuw", "oud/klein", "--ook", "oud/klein")
    assert "Gevallen (2)" in seen.out


def test_everything_that_was_typed_wrong_at_once(regelruimte: Command, tmp_path: Path) -> None:
    two(tmp_path)
    (tmp_path / "leeg").mkdir()
    seen = regelruimte(
        "verschil", "leeg", NEW, "nergens", "leeg", "--peildatum", "morgen", "--gemeente", "x",
        "--svg", "plaat.png",
    )  # fmt: skip
    assert (seen.code, seen.out) == (2, "")
    for text in (
        "in de map `leeg` staan geen regels", "`nergens` bestaat niet",
        "in `leeg` staan geen gevallen", "geen datum", "geen gemeentecode", "`plaat.png`",
        "wat nu:",
    ):  # fmt: skip
        assert text in seen.err
    assert english(seen.err) == []


@pytest.mark.parametrize("names", [("nergens", NEW), ("git:nergens", NEW)])
def test_no_such_side(
    regelruimte: Command, tmp_path: Path, names: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    two(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    seen = regelruimte("verschil", *names)
    assert (seen.code, seen.out) == (2, "")
    assert "wat nu:" in seen.err
    assert english(seen.err) == []


def test_rules_that_do_not_compile(regelruimte: Command, tmp_path: Path) -> None:
    two(tmp_path, ("inkomen <=", "inkomn <="))
    seen = regelruimte("verschil", OLD, NEW)
    assert (seen.code, seen.out) == (2, "")
    assert f"{NEW}/{RULES}:15:" in seen.err
    assert "R201" in seen.err


def test_a_case_that_no_longer_fits(regelruimte: Command, tmp_path: Path) -> None:
    two(tmp_path, ("  inkomen: {over", "  inkomsten: {over"), file=FACTS)
    change(tmp_path / NEW / RULES, ("inkomen <=", "inkomsten <="))
    change(tmp_path / NEW / "klein/kleine_wet/gevallen/recht.yaml", ("inkomen: 9", "inkomsten: 9"))
    seen = regelruimte("verschil", OLD, NEW)
    assert seen.code == 1
    assert "gegeven inkomsten: hernoemd, was inkomen" in seen.out
    assert "past niet bij beide kanten" in seen.out
    assert "C130" in seen.out
