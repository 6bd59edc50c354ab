"""Every command in a document exists, and runs; recorded output is what it prints now."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.cli.app import command
from engine.cli.run import run
from tests.architecture.repository import ROOT, name
from tests.docs.documents import blocks, commands, documents, is_example, text_of

DONE, FOUND = 0, 1
# These may have something to tell, which is no failure of the document.
MAY_FIND = {"controleer", "herhaal", "verschil"}
# These go on until somebody stops them.
ENDLESS = {"start"}
# These are a walk from start to end, with files of their own: see test_walk.py.
WALKS = {ROOT / "docs" / "eigen-gemeente.md", ROOT / "docs" / "gelijke-behandeling.md"}
OUTPUT = re.compile(r"uitvoer: (regelruimte .+)")
WIDTH = "100"


def ours(path: Path) -> list[list[str]]:
    """The arguments of every `regelruimte` command of a document."""
    return [shlex.split(c)[1:] for c in commands(path) if c.startswith("regelruimte ")]


def unknown(arguments: list[str]) -> Iterator[str]:
    """What the command line does not know in these arguments."""
    if arguments[0].startswith("-"):
        known = {opt for p in command().params for opt in (*p.opts, "--help", "--hulp")}
        yield from set(arguments) - known
        return
    found = command().commands.get(arguments[0])
    if found is None:
        yield arguments[0]
        return
    known = {opt for p in found.params for opt in p.opts} | {"--help", "--hulp"}
    yield from (a for a in arguments[1:] if a.startswith("--") and a not in known)


def runnable(path: Path) -> list[list[str]]:
    """Commands that say what they work on; one word alone is the name of a command."""
    found = [shlex.split(c)[1:] for c in commands(path) if not is_example(c)]
    mine = ours(path)
    return [a for a in found if a in mine and len(a) > 1 and a[0] not in ENDLESS]


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place with the files of this project, where commands may write."""
    for part in ("rules", "voorbeelden", "docs"):
        (tmp_path / part).symlink_to(ROOT / part)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", WIDTH)
    return tmp_path


@pytest.mark.parametrize("path", documents(), ids=name)
def test_commands_exist(path: Path) -> None:
    assert [(a, list(unknown(a))) for a in ours(path) if list(unknown(a))] == []


@pytest.mark.slow
@pytest.mark.usefixtures("checkout")
@pytest.mark.parametrize(
    "path", [p for p in documents() if runnable(p) and p not in WALKS], ids=name
)
def test_commands_run(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In reading order, so that a later command may use what an earlier one wrote."""
    failed = []
    for arguments in dict.fromkeys(map(tuple, runnable(path))):
        code = run(arguments)
        allowed = (DONE, FOUND) if arguments[0] in MAY_FIND else (DONE,)
        if code not in allowed:
            failed.append((arguments, code, capsys.readouterr().err))
    assert failed == []


@pytest.mark.usefixtures("checkout")
@pytest.mark.parametrize(
    "path", [p for p in documents() if "<!-- uitvoer:" in text_of(p)], ids=name
)
def test_recorded_output(
    path: Path, capsys: pytest.CaptureFixture[str], update_golden: bool
) -> None:
    """`make golden` writes it again."""
    for block in blocks(path, "text"):
        told = OUTPUT.fullmatch(block.mark)
        if told is None:
            continue
        assert run(shlex.split(told[1])[1:]) == DONE
        printed = capsys.readouterr().out.strip("\n") + "\n"
        if update_golden:
            text = text_of(path)
            path.write_text(text.replace(block.text, printed), encoding="utf-8")
        else:
            assert block.text == printed


def test_checks_find_faults() -> None:
    assert list(unknown(["toetsen", "x.yaml"])) == ["toetsen"]
    assert list(unknown(["toets", "x.yaml", "--jsn"])) == ["--jsn"]
    assert list(unknown(["toets", "x.yaml", "--json"])) == []
    assert list(unknown(["--versie"])) == []
    assert is_example("regelruimte regel ID")
    assert not is_example("regelruimte toets voorbeelden/taxi.yaml")
