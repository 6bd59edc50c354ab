"""The glossary: every word once, with a meaning, a source and a name."""

from tests.architecture.repository import ROOT


def rows() -> list[list[str]]:
    text = (ROOT / "docs" / "woordenlijst.md").read_text(encoding="utf-8")
    found = [line.strip("|").split("|") for line in text.splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in row] for row in found]
    return [row for row in cells if row[0] not in ("woord", "---")]


def test_every_row_is_whole() -> None:
    assert [row for row in rows() if len(row) != 4 or not all(row)] == []


def test_every_word_stands_once_with_a_full_sentence() -> None:
    words = [row[0] for row in rows()]
    assert len(words) > 80
    assert sorted(set(words)) == sorted(words)
    assert [row[1] for row in rows() if not row[1].endswith(".")] == []
