"""Measures how hard a text is to read: words per sentence."""

import re
from collections.abc import Sequence

from engine.backends.render_nl import Block

_END = re.compile(r"(?<=[.?!])[”)]*\s+")


def sentences(blocks: Sequence[Block]) -> list[str]:
    """Every sentence of the lines; headings are no sentences."""
    found = [part for b in blocks for line in b.lines for part in _END.split(line.text)]
    return [part for part in found if part.strip()]


def words(sentence: str) -> int:
    """The number of words; a sign such as € belongs to its number."""
    return len([w for w in sentence.split() if re.search(r"\w", w)])


def longest(blocks: Sequence[Block]) -> int:
    """The number of words in the longest sentence."""
    return max(words(s) for s in sentences(blocks))


def mean(blocks: Sequence[Block]) -> tuple[int, int]:
    """Words and sentences: the mean is the one through the other."""
    found = sentences(blocks)
    return sum(words(s) for s in found), len(found)
