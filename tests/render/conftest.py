"""The shipped rules as a program, and comparing a text with its recorded form."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from engine.compiler import compile_program
from engine.ir.program import Program
from engine.model.regulation import Corpus
from engine.source.corpus import read_corpus
from tests.architecture.repository import ROOT

GOLDEN = Path(__file__).parent / "golden"
DAY = date(2026, 9, 1)


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    """All shipped rule files."""
    return read_corpus([ROOT / "rules"])


@pytest.fixture(scope="session")
def program(corpus: Corpus) -> Program:
    """All shipped rules, with those of Voorbeeldstad."""
    return compile_program(corpus, DAY, "GM0000")


@pytest.fixture
def same_as_recorded(update_golden: bool) -> Callable[[str, str], None]:
    """Compare a text with `golden/<name>`, or record it."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if update_golden:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8")

    return compare
