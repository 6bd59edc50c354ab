"""What every command does with good input."""

import json
import signal
import socket
import stat
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from engine.service import shipped_rules
from tests.architecture.repository import ROOT
from tests.cli.command import RULES, Command, hulpvraag
from tests.cli.test_dutch import english
from tests.receipt.klein import GEMEENTE, KLEIN, copied, engine, request


def test_toets_tells_a_consultant(regelruimte: Command, tmp_path: Path) -> None:
    seen = regelruimte("toets", hulpvraag(tmp_path), *RULES)
    assert (seen.code, seen.err) == (0, "")
    for text in ("een traplift", "artikel 5", "kw-5", "de trap is te steil", "Dit is een advies"):
        assert text in seen.out
    assert max(map(len, seen.out.splitlines())) <= 100
    assert not any(line.endswith(" ") for line in seen.out.splitlines())


def test_toets_tells_a_resident(regelruimte: Command, tmp_path: Path) -> None:
    seen = regelruimte("toets", hulpvraag(tmp_path), *RULES, "--kort")
    assert (seen.code, seen.err) == (0, "")
    assert "advies" in seen.out
    assert "kw-5" not in seen.out


def test_toets_tells_why(regelruimte: Command, tmp_path: Path) -> None:
    seen = regelruimte("toets", hulpvraag(tmp_path), *RULES, "--uitleg")
    assert seen.code == 0
    assert "Waarom: artikel 5 Kleine wet (kw-5)" in seen.out


@pytest.mark.parametrize("more", [[], ["--kort"], ["--uitleg"], ["--kort", "--uitleg"]])
def test_every_text_ends_with_who_decides(
    regelruimte: Command, tmp_path: Path, more: list[str]
) -> None:
    seen = regelruimte("toets", hulpvraag(tmp_path), *RULES, *more)
    assert "Dit is een advies" in seen.out.rstrip().rpartition("\n\n")[2]


def test_toets_gives_canonical_json(regelruimte: Command, tmp_path: Path) -> None:
    seen = regelruimte("toets", hulpvraag(tmp_path), *RULES, "--json")
    assert (seen.code, seen.err) == (0, "")
    assert seen.out.encode() == engine().json(engine().toets(request())) + b"\n"


def test_any_legal_outcome_is_a_good_end(regelruimte: Command, tmp_path: Path) -> None:
    path = hulpvraag(tmp_path, ("inkomen: 900", "inkomen: 9000, gedetineerd: ja"))
    assert regelruimte("toets", path, *RULES).code == 0


def test_a_receipt_is_private_and_replays(regelruimte: Command, tmp_path: Path) -> None:
    path = hulpvraag(tmp_path)
    seen = regelruimte("toets", path, *RULES, "--bewijs", "b.json", "--json")
    receipt = tmp_path / "b.json"
    assert (seen.code, seen.err) == (0, "")
    assert stat.S_IMODE(receipt.stat().st_mode) == 0o600
    assert receipt.read_bytes() == engine().json(engine().bewijs(request())[1])
    again = regelruimte("herhaal", "b.json", *RULES)
    assert (again.code, again.err) == (0, "")
    assert "Gelijk" in again.out
    assert regelruimte("toets", path, *RULES, "--bewijs", "b.json").code == 2
    receipt.chmod(0o644)
    assert regelruimte("toets", path, *RULES, "--bewijs", "b.json", "--overschrijf").code == 0
    assert stat.S_IMODE(receipt.stat().st_mode) == 0o600


def test_only_a_receipt_is_replaced(regelruimte: Command, tmp_path: Path) -> None:
    """Neither the request itself, nor a note, nor a file without a name."""
    path = hulpvraag(tmp_path)
    note = tmp_path / "notitie.txt"
    note.write_text("niet kwijtraken", encoding="utf-8")
    asked = (tmp_path / path).read_bytes()
    for target, says in (
        (path, "en is geen bewijs"),
        (note.name, "en is geen bewijs"),
        ("", "een bestand"),
    ):
        seen = regelruimte("toets", path, *RULES, "--bewijs", target, "--overschrijf")
        assert (seen.code, seen.out) == (2, "")
        assert says in seen.err
    assert (tmp_path / path).read_bytes() == asked
    assert note.read_text(encoding="utf-8") == "niet kwijtraken"


@pytest.mark.parametrize("where", ["> /dev/full", ">&-"])
def test_an_output_that_cannot_be_written_is_told(where: str) -> None:
    script = f'exec "$0" -m engine toets voorbeelden/taxi.yaml {where}'
    seen = subprocess.run(
        ["sh", "-c", script, sys.executable], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert seen.returncode == 2
    assert "de uitvoer is" in seen.stderr
    assert "nummer" not in seen.stderr


def test_a_replay_names_what_changed(regelruimte: Command, tmp_path: Path) -> None:
    regelruimte("toets", hulpvraag(tmp_path), *RULES, "--bewijs", "b.json")
    copied(tmp_path, ("{2026-01-01: 50}", "{2026-01-01: 51}"))
    other = ("--regels", "klein", "--regels", "klein_gemeente")
    seen = regelruimte("herhaal", "b.json", *other)
    assert (seen.code, seen.err) == (1, "")
    for text in ("bedrag `kleine_wet.hoogte` is gewijzigd", "50.00", "51.00"):
        assert text in seen.out
    data = json.loads(regelruimte("herhaal", "b.json", *other, "--json").out)
    assert data["regels"] == ["bedrag `kleine_wet.hoogte` is gewijzigd"]
    assert {"pad": ["uitkomsten", "persoon:p1", "kleine_wet.toeslag", "waarde"],
            "oud": "50.00", "nieuw": "51.00"} in data["antwoord"]  # fmt: skip


def test_regels_replaces_and_ook_adds(regelruimte: Command, tmp_path: Path) -> None:
    path = hulpvraag(tmp_path)
    acts = ("--regels", str(KLEIN))
    alone = json.loads(regelruimte("toets", path, *acts, "--json").out)
    both = json.loads(regelruimte("toets", path, *acts, "--ook", str(GEMEENTE), "--json").out)
    twice = json.loads(regelruimte("toets", path, *acts, "--regels", str(GEMEENTE), "--json").out)
    assert alone["regelset"]["regelingen"] == ["gegevens", "kleine_wet"]
    assert both["regelset"]["regelingen"] == ["beleid_klein", "gegevens", "kleine_wet"]
    assert twice == both


def test_gevallen_come_out(regelruimte: Command) -> None:
    seen = regelruimte("gevallen", *RULES)
    assert (seen.code, seen.err) == (0, "")
    assert seen.out == "Alle 2 gevallen komen uit zoals het hoort.\n"


def test_gevallen_counts_every_solution_on_its_rung(regelruimte: Command) -> None:
    """One solution in a case with two variants: rung b, rung d, and none."""
    case = str(shipped_rules() / "wmo" / "gevallen" / "TC-05.yaml")
    seen = regelruimte("gevallen", case)
    assert "Treden van de 3 oplossingen: b 1 (33%), d 1 (33%), geen 1 (33%)." in seen.out
    reports = json.loads(regelruimte("gevallen", "--json", case).out)
    assert [report["treden"] for report in reports] == [["b"], ["d"], ["geen"]]


def test_gevallen_tell_what_differs(regelruimte: Command, tmp_path: Path) -> None:
    copied(tmp_path, ("{2026-01-01: 50}", "{2026-01-01: 51}"))
    seen = regelruimte("gevallen", "--regels", "klein")
    assert seen.code == 1
    assert "KW-recht" in seen.out
    assert "verwacht 50.00, gevonden 51.00" in seen.out
    assert "1 van de 2 gevallen" in seen.out
    rows = json.loads(regelruimte("gevallen", "--regels", "klein", "--json").out)
    assert [row["goed"] for row in rows] == [False, True]
    one = tmp_path / "klein" / "kleine_wet" / "gevallen" / "recht.yaml"
    assert regelruimte("gevallen", one, *RULES).code == 0


def test_a_broken_case_is_told_and_the_rest_runs(regelruimte: Command, tmp_path: Path) -> None:
    copied(tmp_path)
    folder = tmp_path / "klein" / "kleine_wet" / "gevallen"
    (folder / "kapot.yaml").write_text("id: x\n")
    seen = regelruimte("gevallen", "--regels", "klein")
    assert seen.code == 1
    assert "C203" in seen.out
    assert "1 van de 3 gevallen" in seen.out


def test_regel_shows_what_it_says_and_what_stands_around_it(regelruimte: Command) -> None:
    seen = regelruimte("regel", "kw-2-detentie", *RULES, "--peildatum", "2026-08-01")
    assert (seen.code, seen.err) == (0, "")
    for text in (
        "regel kw-2-detentie", "als deze persoon in detentie zit",
        "https://wetten.overheid.nl/BWBR0000000/2026-08-01#Artikel2",
        "Gaat opzij voor", "kw-4", "Zet opzij", "kw-2 ", "kleine_wet/toeslag.yaml:",
    ):  # fmt: skip
        assert text in seen.out


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("KW-4", "signaal KW-4"),
        ("inkomensgrens", "€ 1.100 per maand vanaf 1 juli 2026"),
        ("zeer_dringend", "Bevoegd: consulent"),
        ("kleine_wet.toeslag", "Deze regels geven de waarde: kw-3"),
        ("bk-1", "regel bk-1"),
    ],
)
def test_regel_knows_other_names_too(regelruimte: Command, name: str, says: str) -> None:
    seen = regelruimte("regel", name, *RULES)
    assert seen.code == 0
    assert says in seen.out
    assert json.loads(regelruimte("regel", name, *RULES, "--json").out)["id"].endswith(name)


def test_a_fact_says_how_it_is_written(regelruimte: Command) -> None:
    seen = regelruimte("regel", "inkomen", *RULES)
    assert seen.code == 0
    told = " ".join(seen.out.split())
    assert "Wat is het inkomen per maand? Een gegeven over persoon;" in told
    assert "zoals 1250.50 (euro/maand). Van € 0 tot en met € 20.000 per maand." in told
    presumed = " ".join(regelruimte("regel", "gedetineerd", *RULES).out.split())
    assert "schrijf ja of nee. Zonder antwoord wordt aangenomen: nee." in presumed
    assert "een van: niet, deels, geheel." in " ".join(
        regelruimte("regel", "mate", *RULES).out.split()
    )


def test_a_rule_that_does_not_hold_that_day(regelruimte: Command, tmp_path: Path) -> None:
    copied(tmp_path, ("  - id: kw-1\n", "  - id: kw-1\n    geldig: {vanaf: 2026-08-01}\n"))
    early = regelruimte("regel", "kw-1", "--regels", "klein", "--peildatum", "2026-07-31")
    assert early.code == 2
    assert "geldt niet op 2026-07-31" in early.err
    assert "wel vanaf 2026-08-01" in early.err
    assert regelruimte("regel", "kw-1", "--regels", "klein").code == 0


def test_controleer_ends_well_without_faults(regelruimte: Command) -> None:
    seen = regelruimte("controleer", KLEIN)
    assert (seen.code, seen.err) == (0, "")
    assert "Peildatum 2026-07-01" in seen.out
    assert "2 gevallen nagekeken" in seen.out
    assert "F120 waarschuwing: regel zonder geval" in seen.out
    assert english(seen.out) == []


def test_controleer_ends_with_findings_on_a_fault(regelruimte: Command) -> None:
    seen = regelruimte("controleer", KLEIN, "--snel", "--peildatum", "2027-01-01")
    assert seen.code == 1
    assert "F110 fout" in seen.out
    rows = json.loads(
        regelruimte("controleer", KLEIN, "--snel", "--peildatum", "2027-01-01", "--json").out
    )["bevindingen"]
    assert ("F110", "fout", "inkomensgrens") in {(r["code"], r["ernst"], r["over"]) for r in rows}


def test_controleer_of_own_rules_leaves_out_the_others(regelruimte: Command) -> None:
    seen = regelruimte("controleer", KLEIN, "--ook", GEMEENTE, "--json")
    assert seen.code == 0
    assert {row["regeling"] for row in json.loads(seen.out)["bevindingen"]} == {"beleid_klein"}


def test_controleer_tells_author_errors_as_findings(regelruimte: Command, tmp_path: Path) -> None:
    copied(tmp_path, ("inkomen <=", "inkomn <="))
    seen = regelruimte("controleer", "klein")
    assert seen.code == 1
    assert "kleine_wet/toeslag.yaml:15:43: R201" in seen.out
    assert "1 fout in de regelbestanden" in seen.out
    assert json.loads(regelruimte("controleer", "klein", "--json").out)["bevindingen"]


def test_schema_names_and_gives(regelruimte: Command) -> None:
    names = regelruimte("schema").out.split()
    assert names == ["controle", "hulpvraag", "regeling", "regels", "toets", "verschil"]
    for name in names:
        assert json.loads(regelruimte("schema", name).out)["$schema"].startswith("https://json-")


def test_start_tells_that_a_port_is_taken(regelruimte: Command) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        seen = regelruimte("start", "--poort", str(taken.getsockname()[1]))
    assert seen.code == 2
    assert "niet te gebruiken" in seen.err


def test_start_without_the_api(regelruimte: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.cli.start.find_spec", lambda _name: None)
    seen = regelruimte("start")
    assert seen.code == 2
    assert "de API ontbreekt" in seen.err


def test_start_serves_until_it_is_told_to_stop() -> None:
    """With Ctrl-C, on a port that was free a moment ago."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    words = [sys.executable, "-m", "engine", "start", "--poort", str(port), *RULES]
    running = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    try:
        first = running.stdout.readline().decode()
        assert first == f"Regelruimte draait op http://127.0.0.1:{port}. Ctrl-C stopt.\n"
        _answers(port)
        running.send_signal(signal.SIGINT)
        told, _ = running.communicate(timeout=30)
        assert (running.returncode, told.strip()) == (0, b"Gestopt.")
    finally:
        running.kill()
        running.communicate()


def _answers(port: int) -> None:
    for _ in range(200):
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), 5) as line:
            line.sendall(b"GET / HTTP/1.0\r\n\r\n")
            assert line.recv(12).startswith(b"HTTP/1.1")
            return
        time.sleep(0.1)
    raise AssertionError("nobody answers")
