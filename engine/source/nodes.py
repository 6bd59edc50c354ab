"""The node tree of a YAML file: text, mappings and lists, each with its place in the file.

Everything is text until a key gives it a type, so `3:2`, `no` and `010` stay what was written.
The classes are subclasses of `str`, `dict` and `list`, because that is what pydantic reads.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple, Protocol, Self

from engine.origin import NOWHERE, Origin

PLAIN, SINGLE, DOUBLE, LITERAL, FOLDED = "", "'", '"', "|", ">"
SKIPPED = "*"  # the place of something that was refused and reported
FORMULA, RANGE, SELECTION = "formule", "bereik", "selectie"

_COMMENT = re.compile(r"\s+#")


class Mark(Protocol):
    """A place in a file; both count from 0. The marks of the YAML library are like this."""

    @property
    def line(self) -> int:
        """The line, from 0."""

    @property
    def column(self) -> int:
        """The column, from 0."""


class Place(NamedTuple):
    """A mark of our own, for text that was spelled out by us."""

    line: int
    column: int


class SourceText(NamedTuple):
    """The lines of one file, to find the place of a character inside a scalar."""

    file: str
    lines: tuple[str, ...] = ()


class Text(str):
    """A scalar: its text, and where it stands (`spot`: file, begin, end, style)."""

    __slots__ = ("spot",)

    form = FORMULA  # which of the three kinds of formula is meant, if a formula is read here
    spot: tuple[SourceText, Mark, Mark, str]

    @classmethod
    def at(cls, value: str, origin: Origin, style: str = PLAIN) -> Self:
        """A scalar that was not written in a YAML file, at the place it stands for."""
        text = cls(value)
        place = Place(origin.line - 1, origin.column - 1)
        text.spot = (SourceText(origin.file), place, place, style)
        return text

    @property
    def style(self) -> str:
        """How the scalar is quoted: one of the styles at the top of this file."""
        return self.spot[3]

    @property
    def origin(self) -> Origin:
        """Where the scalar begins."""
        source, begin, _, _ = self.spot
        return Origin(source.file, begin.line + 1, begin.column + 1)

    @property
    def refused(self) -> bool:
        """Whether this only fills the place of something that was refused and reported."""
        return self.spot[3] == SKIPPED

    @property
    def commented(self) -> bool:
        """Whether a comment follows directly, so that a `#` may have cut the text."""
        source, _, end, style = self.spot
        if style != PLAIN or end.line >= len(source.lines):
            return False
        return _COMMENT.match(source.lines[end.line], end.column) is not None

    def locator(self) -> Callable[[int], Origin]:
        """A function from an offset in the text to its position in the file."""
        source, begin, end, style = self.spot
        file, line, column = source.file, begin.line + 1, begin.column + 1
        if style == PLAIN and begin.line == end.line:
            return lambda offset: Origin(file, line, column + offset)
        places = tuple(_places(self)) or (self.origin,)
        last = places[-1]
        after = Origin(last.file, last.line, last.column + 1)
        return lambda offset: places[offset] if offset < len(places) else after


class RangeText(Text):
    """A scalar under `grenzen`."""

    __slots__ = ()
    form = RANGE


class SelectionText(Text):
    """A scalar under `dekt`."""

    __slots__ = ()
    form = SELECTION


class Mapping(dict[str, object]):
    """A mapping from `Text` keys to nodes."""

    __slots__ = ("origin",)

    origin: Origin

    def __init__(self, origin: Origin) -> None:
        """Start empty at this place."""
        super().__init__()
        self.origin = origin


class Items(list[object]):
    """A list of nodes."""

    __slots__ = ("origin",)

    origin: Origin

    def __init__(self, origin: Origin) -> None:
        """Start empty at this place."""
        super().__init__()
        self.origin = origin


Node = Text | Mapping | Items


def origin_of(node: object) -> Origin:
    """Where a node stands."""
    return node.origin if isinstance(node, Text | Mapping | Items) else NOWHERE


def key_origin(mapping: Mapping, name: str) -> Origin:
    """Where this key stands, or where the mapping begins when it has no such key."""
    for key in mapping:
        if key == name and isinstance(key, Text):
            return key.origin
    return mapping.origin


def _places(text: Text) -> Iterator[Origin]:
    """The place of every character of a folded, quoted or block scalar.

    Folding changes only white space, so the n-th visible character of the value is the n-th
    visible character in the file; white space gets the place of what stands before it.
    """
    found = _visible(*text.spot)
    last = text.origin
    for character in text:
        if not character.isspace():
            last = next(found, last)
        yield last


def _visible(source: SourceText, begin: Mark, end: Mark, style: str) -> Iterator[Origin]:
    first = begin.line
    column = begin.column + 1 if style in (SINGLE, DOUBLE) else begin.column
    if style in (LITERAL, FOLDED):
        first, column = first + 1, 0
    for number in range(first, min(end.line + 1, len(source.lines))):
        line = source.lines[number]
        at = column if number == first else 0
        while at < len(line):
            if not line[at].isspace():
                yield Origin(source.file, number + 1, at + 1)
            doubled = style == SINGLE and line.startswith("''", at)
            at += 2 if doubled else 1
