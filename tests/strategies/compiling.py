"""From trees to a Program, along the road of real rule files."""

import json
from collections.abc import Sequence
from datetime import date

from engine.compiler import check_corpus
from engine.errors import Diagnostic, in_order
from engine.ir.program import Program
from engine.source.corpus import SourceFile, read_files
from engine.testing.choices import Choices
from tests.strategies.programs import DAY, Tree, regulations

CITY = "GM0000"


class NotCompiled(Exception):
    """These rules hold an error; the message says which."""


def files(trees: Sequence[Tree]) -> list[SourceFile]:
    """One file per regulation; JSON is YAML too."""
    return [
        SourceFile(
            t["regeling"], f"{t['regeling']}/regeling.yaml", json.dumps(t).encode(), head=True
        )
        for t in trees
    ]


def check(
    sources: Sequence[SourceFile], day: str = DAY, city: str = CITY
) -> tuple[Program | None, tuple[Diagnostic, ...]]:
    """Read and compile; gives the program or what is wrong."""
    corpus, found = read_files(sources)
    if any(not d.is_warning for d in found):
        return None, found
    program, more = check_corpus(corpus, date.fromisoformat(day), city)
    return program, in_order([*found, *more])


def compiled(trees: Sequence[Tree], day: str = DAY, city: str = CITY) -> Program:
    """Read and compile rules that should be right."""
    program, found = check(files(trees), day, city)
    if program is None:
        raise NotCompiled("\n".join(str(d) for d in found))
    return program


def worlds(choices: Choices) -> tuple[list[Tree], Program] | None:
    """A random world; None for the few that hold an error (a circle, nothing to relate to)."""
    trees = regulations(choices)
    program, _ = check(files(trees))
    return None if program is None else (trees, program)
