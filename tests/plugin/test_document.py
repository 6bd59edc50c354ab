"""Every command of the page on equal treatment runs, and gives what the page says."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from engine.cli.run import run
from tests.architecture.repository import ROOT
from tests.docs.documents import CodeBlock, blocks
from tests.docs.test_walk import FILE, GIVES

PAGE = ROOT / "docs" / "gelijke-behandeling.md"


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "rules").symlink_to(ROOT / "rules")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    return tmp_path


def done(line: str) -> tuple[int, str]:
    """What a line of the page gives: our own command, or pytest in another process."""
    words = shlex.split(line)
    if words[0] == "regelruimte":
        return run(words[1:]), ""
    assert words[0] == "pytest"
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("PYTEST", "COV"))}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *words[1:]]
    made = subprocess.run(command, env=clean, capture_output=True, text=True, check=False)
    return made.returncode, made.stdout + made.stderr


def take(block: CodeBlock) -> list[str]:
    """Write a file, or run the lines of a block; gives what went otherwise than told."""
    told = FILE.fullmatch(block.mark)
    if told is not None:
        Path(told[1]).write_text(block.text, encoding="utf-8")
        return []
    wanted = GIVES.fullmatch(block.mark)
    code = int(wanted[1]) if wanted else 0
    found = [(line, *done(line)) for line in block.text.splitlines()]
    return [f"{line}: {gave}\n{text[-3000:]}" for line, gave, text in found if gave != code]


@pytest.mark.slow
@pytest.mark.usefixtures("checkout")
def test_the_page() -> None:
    taken = blocks(PAGE, "sh", "yaml", "python")
    assert sum(block.kind == "sh" for block in taken) == 4
    assert [fault for block in taken for fault in take(block)] == []


@pytest.mark.slow
@pytest.mark.usefixtures("checkout")
def test_the_finding_reads_as_the_page_says() -> None:
    first = next(b for b in blocks(PAGE, "sh"))
    shown = next(b for b in blocks(PAGE, "text"))
    _, told = done(first.text.strip() + " -k uren_gevraagd")
    lines = [line for line in shown.text.splitlines() if line and "…" not in line]
    assert [line for line in lines if plain(line) not in plain(told)] == []


def plain(text: str) -> str:
    """Without numbers and space: which worked case shows it first may change with the cases."""
    return re.sub(r"\d", "0", " ".join(text.split()))
