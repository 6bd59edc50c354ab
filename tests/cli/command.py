"""Runs the command line in this process."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from engine.cli.run import run
from tests.receipt.klein import GEMEENTE, KLEIN, REQUEST

RULES = ("--regels", str(KLEIN), "--ook", str(GEMEENTE))


@dataclass(frozen=True)
class Result:
    """What a user sees."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.err.splitlines()


class Command:
    """`regelruimte …` as a test types it."""

    def __init__(self, screen: pytest.CaptureFixture[str]) -> None:
        self.screen = screen

    def __call__(self, *words: str | Path) -> Result:
        self.screen.readouterr()
        code = run([str(word) for word in words])
        seen = self.screen.readouterr()
        return Result(code, seen.out, seen.err)


def hulpvraag(folder: Path, *changes: tuple[str, str]) -> Path:
    """A file with the request of the small world."""
    text = REQUEST
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path = folder / "hulpvraag.yaml"
    path.write_text(text, encoding="utf-8")
    return path
