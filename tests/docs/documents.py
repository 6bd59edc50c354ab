"""The documents of this project: their code blocks, commands, links and paths."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.architecture.repository import ROOT, files, name

FENCE = re.compile(
    r"^(?:<!-- (?P<mark>[^\n]*?) -->\n)?```(?P<kind>\w*)\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
INLINE = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
# What a reader fills in: a word in capitals, or three dots.
PLACEHOLDER = re.compile(r"…|\b[A-Z][A-Z]+\b")
# Where the rules are in an installed package; not in a checkout.
ELSEWHERE = {"engine/_rules"}
COMMANDS = ("regelruimte ", "make ", ".venv/bin/")


@dataclass(frozen=True)
class CodeBlock:
    """One fenced block: the HTML comment on the line before it, its language and its text."""

    document: Path
    line: int
    mark: str
    kind: str
    text: str

    @property
    def place(self) -> str:
        return f"{name(self.document)}:{self.line}"


def documents() -> list[Path]:
    return files(".md")


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def blocks(path: Path, *kinds: str) -> list[CodeBlock]:
    """The fenced blocks of these languages, in reading order."""
    text = text_of(path)
    return [
        CodeBlock(
            path,
            text.count("\n", 0, found.start("text")),
            found["mark"] or "",
            found["kind"],
            found["text"],
        )
        for found in FENCE.finditer(text)
        if not kinds or found["kind"] in kinds
    ]


def prose(path: Path) -> str:
    """The text without fenced blocks."""
    return FENCE.sub("", text_of(path))


def commands(path: Path) -> Iterator[str]:
    """Every command of a document, as written, in reading order."""
    for block in blocks(path, "sh"):
        yield from (line for line in block.text.splitlines() if line and line[0] != "#")
    for found in INLINE.findall(prose(path)):
        if found.startswith(COMMANDS):
            yield found


def is_example(command: str) -> bool:
    """Whether the reader still has to fill something in."""
    return PLACEHOLDER.search(command) is not None


def links(path: Path) -> list[str]:
    """Links to other places in this project."""
    return [link for link in LINK.findall(prose(path)) if "://" not in link]


def paths(path: Path) -> list[str]:
    """Inline code that names a file or folder of this project."""
    tops = tuple(f"{p.name}/" for p in ROOT.iterdir() if p.is_dir() and p.name[0] != ".")
    found = [word for word in INLINE.findall(prose(path)) if word.startswith(tops)]
    return [w for w in found if w not in ELSEWHERE and not re.search(r"[ <…{]", w)]
