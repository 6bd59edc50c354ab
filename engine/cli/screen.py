"""The screen: text blocks, tables and progress, with rich; never markup from data."""

import os
import sys
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table
from rich.text import Text

from engine.service import Block, Line

T = TypeVar("T")
PIPE_WIDTH = 100
STYLES = {1: "bold", 2: "bold", 3: "italic"}


def console(*, error: bool = False) -> Console:
    """A console that prints text as it is; colours only where a person looks."""
    stream = sys.stderr if error else sys.stdout
    wide = None if stream.isatty() or os.environ.get("COLUMNS") else PIPE_WIDTH
    return Console(
        file=stream, width=wide, markup=False, highlight=False, emoji=False, soft_wrap=False
    )


def write(data: bytes) -> None:
    """Print bytes and a line end, unchanged."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data + b"\n")
    sys.stdout.buffer.flush()


def show_blocks(blocks: Iterable[Block]) -> None:
    """Print blocks: headings, and lines that hang below each other."""
    screen = console()
    for number, block in enumerate(blocks):
        if number:
            screen.print()
        if block.heading:
            screen.print(Text(block.heading, style=STYLES.get(block.level, "")))
            if block.level < max(STYLES):
                rule = "=" if block.level == 1 else "-"
                screen.print(Text(rule * min(len(block.heading), screen.width), style="dim"))
        for line in block.lines:
            _show_line(screen, line)


def _show_line(screen: Console, line: Line) -> None:
    """A line; what does not fit hangs below its own beginning."""
    first = f"{'  ' * line.depth}- " if line.depth else ""
    for row in _wrapped(line.text, screen.width, first):
        screen.print(Text(row), soft_wrap=True)


def _wrapped(text: str, width: int, first: str = "") -> list[str]:
    """Lines that fit; words, links and rule ids stay whole."""
    return textwrap.wrap(
        text,
        max(width - 1, len(first) + 20),
        initial_indent=first,
        subsequent_indent=" " * len(first),
        break_long_words=False,
        break_on_hyphens=False,
    )


GAP, LEAST = 3, 8  # between columns, and what a column in the middle gets at least


def show_table(title: str, heads: Sequence[str], rows: Iterable[Sequence[str | Text]]) -> None:
    """Print a table; cells wrap, none is cut off, and names and places wrap last."""
    cells = [[c if isinstance(c, Text) else Text(c) for c in row] for row in rows]
    screen = console()
    if title:
        say(title, "bold")
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False)
    longest = [max([len(head), *(len(row[n]) for row in cells)]) for n, head in enumerate(heads)]
    between = len(heads) - 2
    outer = sum(min(longest[number], screen.width // 3) for number in (0, -1))
    # Only what stands between is limited: rich cuts off what a least width has no room for.
    most = (screen.width - outer - GAP * len(heads)) // between if between > 0 else 0
    for number, head in enumerate(heads):
        inner = 0 < number <= between
        table.add_column(
            head, overflow="fold", max_width=max(most, len(head), LEAST) if inner else None
        )
    for row in cells:
        table.add_row(*row)
    screen.print(table)


def say(text: str, style: str = "") -> None:
    """Print text on the screen, line by line."""
    screen = console()
    for line in text.split("\n"):
        for row in _wrapped(line, screen.width) or [""]:
            screen.print(Text(row, style=style), soft_wrap=True)


def say_lines(text: str) -> None:
    """Print lines as they are: a place such as `bestand:3:5:` has to stay on one line."""
    print(text, flush=True)


@contextmanager
def busy(what: str) -> Iterator[None]:
    """Show that something is going on, while it lasts, where a person looks."""
    if not sys.stderr.isatty():
        yield
        return
    with console(error=True).status(what):
        yield


def progress(items: Iterable[T], total: int, what: str) -> Iterator[T]:
    """Go through items with a bar, where a person looks."""
    if not sys.stderr.isatty():
        yield from items
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console(error=True), transient=True) as bar:
        task = bar.add_task(what, total=total)
        for item in items:
            yield item
            bar.advance(task)
