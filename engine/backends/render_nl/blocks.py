"""Text as blocks: a heading with lines. The command line prints them, pages can shape them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One line; `depth` is how far it hangs below the one before."""

    text: str
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Block:
    """A heading of level 1 to 3, and its lines."""

    heading: str
    lines: tuple[Line, ...] = ()
    level: int = 1


def lines(texts: Iterable[str], depth: int = 0) -> tuple[Line, ...]:
    """Lines of the same depth; empty texts fall away."""
    return tuple(Line(text, depth) for text in texts if text)


def listed(opening: str, texts: Sequence[str]) -> tuple[Line, ...]:
    """An opening line with a list below it; on one line when there is only one thing."""
    found = [text for text in texts if text]
    if not found:
        return ()
    if len(found) == 1:
        return (Line(f"{opening}: {found[0]}"),)
    return (Line(f"{opening}:"), *lines(found, 1))


def as_text(blocks: Sequence[Block]) -> str:
    """Plain text: headings underlined by level, deeper lines indented with a dash."""
    parts = []
    for block in blocks:
        rows = [block.heading] if block.heading else []
        if block.heading and block.level < 3:
            rows.append(("=" if block.level == 1 else "-") * len(block.heading))
        rows += [_row(line) for line in block.lines]
        parts.append("\n".join(rows))
    return "\n\n".join(parts) + "\n"


def _row(line: Line) -> str:
    return line.text if line.depth == 0 else f"{'  ' * line.depth}- {line.text}"
