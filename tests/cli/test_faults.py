"""A fault of our own: a number for the user, names and places in the log, no value anywhere."""

import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from engine.errors import InternalError, MissingPart
from engine.service import Regelruimte
from tests.cli.command import RULES, Command, hulpvraag

SAID = "mevrouw Jansen verdient 1234"


def broken(error: BaseException) -> object:
    """Something that fails while it handles another failure."""

    def fail(*_given: object) -> None:
        error.__context__ = ValueError(SAID)
        raise error

    return fail


@pytest.mark.parametrize(
    "error", [RuntimeError(SAID), KeyError(SAID), InternalError(SAID), MemoryError(SAID)]
)
def test_a_fault_gives_a_number_and_no_traceback(
    regelruimte: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    monkeypatch.setattr(Regelruimte, "toets", broken(error))
    seen = regelruimte("toets", hulpvraag(tmp_path), *RULES)
    assert (seen.code, seen.out) == (3, "")
    number = re.search(r"nummer ([0-9a-f]{8})", seen.err)
    assert number is not None
    assert "Traceback" not in seen.err
    log = tmp_path / "log" / "regelruimte.log"
    text = log.read_text()
    assert number[1] in text
    assert type(error).__name__ in text
    assert "opdracht toets" in text
    assert "test_faults.py" in text
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    for words in (seen.err, text):
        assert "Jansen" not in words
        assert "hulpvraag.yaml" not in words


def test_faults_are_added_to_the_log(
    regelruimte: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Regelruimte, "toets", broken(RuntimeError("x")))
    for _ in range(2):
        regelruimte("toets", hulpvraag(tmp_path), *RULES)
    log = (tmp_path / "log" / "regelruimte.log").read_text()
    assert len(re.findall("nummer [0-9a-f]{8}", log)) == 2


def test_a_log_that_cannot_be_written_is_no_second_fault(
    regelruimte: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bestand").write_text("")
    for variable in ("REGELRUIMTE_LOG", "XDG_STATE_HOME", "TMPDIR"):
        monkeypatch.setenv(variable, str(tmp_path / "bestand" / "x"))
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path / "bestand"))
    monkeypatch.setattr(Regelruimte, "toets", broken(RuntimeError("x")))
    seen = regelruimte("toets", hulpvraag(tmp_path), *RULES)
    assert seen.code == 3
    assert "er is geen logboek" in seen.err


def test_a_missing_part_says_what_to_install(
    regelruimte: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Regelruimte, "setting", broken(MissingPart("het pakket x ontbreekt")))
    seen = regelruimte("toets", hulpvraag(tmp_path), *RULES)
    assert (seen.code, seen.err) == (2, "fout: het pakket x ontbreekt\n")


def test_stopping_is_told(
    regelruimte: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Regelruimte, "toets", broken(KeyboardInterrupt()))
    seen = regelruimte("toets", hulpvraag(tmp_path), *RULES)
    assert seen.code == 130
    assert "Traceback" not in seen.err


@pytest.mark.parametrize("name", ["schema", "--help"])
def test_who_stops_reading_gets_no_fault(name: str) -> None:
    words = [sys.executable, "-m", "engine", name]
    words += ["regels"] if name == "schema" else []
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        running.stdout.close()
        told = running.stderr.read()
        assert running.wait(60) == 0
    assert told == b""


def test_a_screen_without_unicode_gets_something_readable() -> None:
    made = subprocess.run(
        [sys.executable, "-m", "engine", "--help"],
        capture_output=True, timeout=60, check=True,
        env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "PATH": ""},
    )  # fmt: skip
    assert b"Gebruik" in made.stdout
    assert made.stderr == b""
