"""A document that is a walk: its files are written and its commands run, in reading order."""

import re
import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.cli.run import run
from tests.architecture.repository import ROOT
from tests.docs.documents import CodeBlock, blocks

WALK = ROOT / "docs" / "eigen-gemeente.md"
FILE, GIVES = re.compile(r"bestand: (\S+)"), re.compile(r"geeft (\d)")


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "rules").symlink_to(ROOT / "rules")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    return tmp_path


def done(line: str) -> int:
    """Run one line of the document: our own command, or a command of the shell."""
    words = shlex.split(line)
    if words[0] == "regelruimte":
        return run(words[1:])
    return subprocess.run(["/bin/sh", "-c", line], check=False).returncode


def take(block: CodeBlock) -> Iterator[tuple[str, int, int]]:
    """Write the file, or run the lines; every line with what it gave and should have given."""
    told = FILE.fullmatch(block.mark)
    if told is not None:
        Path(told[1]).write_text(block.text, encoding="utf-8")
        return
    lines = block.text.splitlines()
    wanted = GIVES.fullmatch(block.mark)
    for line in lines:
        last = int(wanted[1]) if wanted and line == lines[-1] else 0
        yield line, done(line), last


def taken(upto: int | None = None) -> Iterator[tuple[str, int, int]]:
    for block in blocks(WALK, "sh", "yaml")[:upto]:
        yield from take(block)


@pytest.mark.slow
@pytest.mark.usefixtures("checkout")
def test_the_walk(capsys: pytest.CaptureFixture[str]) -> None:
    wrong = [(line, code) for line, code, wanted in taken() if code != wanted]
    assert wrong == [], capsys.readouterr().out[-3000:]
    found = capsys.readouterr().out
    assert "ms-vw-6   lijkt op `wmo.is_algemeen_gebruikelijk`" in found
    assert "ms-bb-6: " in found or "ms-bb-6" in found


def test_the_acts_are_not_touched() -> None:
    """Every file that the walk writes or changes stands outside the shipped rules."""
    told = [FILE.fullmatch(block.mark) for block in blocks(WALK, "yaml")]
    assert {one[1].partition("/")[0] for one in told if one} == {"mijnstad", "fiets.yaml"}
    changing = [
        line
        for block in blocks(WALK, "sh")
        for line in block.text.splitlines()
        if line.startswith(("sed", "rm", "find"))
    ]
    assert [line for line in changing if "rules/" in line or "mijnstad" not in line] == []
