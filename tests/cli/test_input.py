"""Wrong input is told in Dutch, all at once, with a place; nothing half is ever written."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.repository import ROOT
from tests.cli.command import RULES, Command, hulpvraag
from tests.cli.test_dutch import english
from tests.privilege import WITHOUT_PRIVILEGE


def refused(seen: object, *says: str) -> None:
    assert seen.code == 2
    assert seen.out == ""
    for text in says:
        assert text in seen.err
    assert english(seen.err) == []
    assert "Error" not in seen.err


@pytest.mark.parametrize("name", ["toets", "herhaal"])
def test_files_that_cannot_be_read(regelruimte: Command, tmp_path: Path, name: str) -> None:
    (tmp_path / "map").mkdir()
    (tmp_path / "taxi.yaml").write_text("peildatum: 2026-09-01\n")
    refused(regelruimte(name, "nergens.yaml"), "`nergens.yaml` is niet te lezen: het bestaat niet")
    refused(regelruimte(name, "../nergens/x.yaml"), "wat nu: kijk of de naam en het pad kloppen")
    refused(regelruimte(name, ""), "er is geen bestand genoemd")
    refused(regelruimte(name, "taxi.yml"), "bedoelde u `taxi.yaml`?")
    refused(regelruimte(name, "map"), "`map` is een map")
    refused(regelruimte(name, "taxi.yaml/x"), "geen map")
    refused(regelruimte(name, "x" * 300), "de naam is te lang")


def test_a_file_without_permission(tmp_path: Path) -> None:
    path = hulpvraag(tmp_path)
    path.chmod(0)
    seen = subprocess.run(
        [*WITHOUT_PRIVILEGE, sys.executable, "-m", "engine", "toets", path],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (seen.returncode, seen.stdout) == (2, "")
    assert "geen toestemming" in seen.stderr
    assert english(seen.stderr) == []


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "C101"),
        (b"\x00\x01\x02\xff" * 500, "C101"),
        (b"- 1\n- 2\n", "C1"),
        (b'{"peildatum": "2026-09-01"', "C101"),
        (b"peildatum: [", "C101"),
        (b"x" * 1_100_000, "C102"),
        (b"peildatum: 2026-09-01\npersonen: {p1: {naam: Jan}}\n", "C125"),
    ],
    ids=range(7),
)
def test_requests_that_are_none(
    regelruimte: Command, tmp_path: Path, data: bytes, says: str
) -> None:
    (tmp_path / "h.yaml").write_bytes(data)
    refused(regelruimte("toets", "h.yaml", *RULES), says)


def test_all_errors_at_once_with_their_places(regelruimte: Command, tmp_path: Path) -> None:
    path = hulpvraag(
        tmp_path,
        ("inkomen: 900", "inkomen: veel, gedetineerd: jaa, leeftijd: 3"),
        ("x1: geheel", "x9: geheel"),
    )
    seen = regelruimte("toets", path, *RULES)
    refused(seen, "wat nu:")
    places = [line for line in seen.lines if line.startswith(f"{path}:3:")]
    assert len(places) == 3
    assert [line for line in seen.lines if " C114 " in line]
    assert "veel" not in seen.err


def test_a_problem_without_a_place_names_the_file(regelruimte: Command, tmp_path: Path) -> None:
    (tmp_path / "h.json").write_text('{"peildatum": "2026-09-01", "gifts": []}')
    seen = regelruimte("toets", "h.json", *RULES)
    assert all(line.startswith(("h.json:", "  ")) for line in seen.lines)


def test_the_request_may_come_from_standard_input(
    regelruimte: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = hulpvraag(tmp_path).read_bytes()

    def typed(given: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))

    from_file = regelruimte("toets", "hulpvraag.yaml", *RULES, "--json")
    typed(data)
    assert regelruimte("toets", "-", *RULES, "--json") == from_file
    typed(b"peildatum: gisteren\n")
    refused(regelruimte("toets", "-", *RULES), "invoer:1:12: C109")


@pytest.mark.parametrize("option", ["--regels", "--ook"])
def test_folders_of_rules(regelruimte: Command, tmp_path: Path, option: str) -> None:
    path = hulpvraag(tmp_path)
    (tmp_path / "leeg").mkdir()
    refused(regelruimte("toets", path, option, "nergens"), "de map `nergens` bestaat niet")
    refused(regelruimte("toets", path, option, ""), "de map `` bestaat niet")
    refused(regelruimte("toets", path, option, "leeg"), "staan geen regels")


@pytest.mark.parametrize("command", ["controleer", "dekking", "gevallen"])
def test_an_empty_name_is_not_the_current_folder(regelruimte: Command, command: str) -> None:
    refused(regelruimte(command, ""), "`` bestaat niet")


def test_errors_in_rules_are_told(regelruimte: Command, tmp_path: Path) -> None:
    (tmp_path / "regels").mkdir()
    (tmp_path / "regels" / "regeling.yaml").write_text("regeling: x\nnaam: X\nsoort: wetje\n")
    seen = regelruimte("toets", hulpvraag(tmp_path), "--regels", "regels")
    refused(seen, "regels/regeling.yaml:3:8: R104")


@pytest.mark.parametrize(
    ("where", "says"),
    [
        ("weg/bewijs.json", "de map van `weg/bewijs.json` bestaat niet"),
        ("map", "`map` is een map"),
        ("hulpvraag.yaml", "`hulpvraag.yaml` bestaat al"),
    ],
)
def test_where_no_receipt_can_go(
    regelruimte: Command, tmp_path: Path, where: str, says: str
) -> None:
    (tmp_path / "map").mkdir()
    path = hulpvraag(tmp_path)
    before = path.read_bytes()
    refused(regelruimte("toets", path, *RULES, "--bewijs", where), says)
    assert path.read_bytes() == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["hulpvraag.yaml", "map"]


def test_a_receipt_that_fails_half_way_leaves_nothing(
    regelruimte: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    seen = regelruimte("toets", hulpvraag(tmp_path), *RULES, "--bewijs", "b.json")
    refused(seen, "de schijf is vol")
    assert [p.name for p in tmp_path.iterdir()] == ["hulpvraag.yaml"]


def test_an_unknown_rule(regelruimte: Command) -> None:
    refused(regelruimte("regel", "kw-22", *RULES), "er is geen regel `kw-22`", "`kw-2`")
    refused(regelruimte("regel", "qqqq", *RULES), "er is geen regel `qqqq`", "noem een regel")
