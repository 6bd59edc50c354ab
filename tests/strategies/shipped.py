"""The shipped rules, read and compiled once per run."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

from engine.ir.program import Program
from engine.model.regulation import Corpus
from engine.service import Regelruimte
from engine.source.case_files import Geval, case_paths, read_cases
from engine.testing.choices import Seeded
from tests.strategies.worlds import Situation, World

RULES = Path(__file__).parent.parent.parent / "rules"
DAY, CITY = date(2026, 9, 1), "GM0000"


@cache
def loaded() -> Regelruimte:
    """The shipped rules, for all tests of a process that only ask."""
    return Regelruimte([RULES])


def corpus() -> Corpus:
    return loaded().corpus


def program() -> Program:
    return loaded().program(DAY, CITY)


def worked_cases(every: int, part: int = 0, parts: int = 1) -> Iterator[tuple[int, Geval]]:
    """A share of the worked cases with their number in the file; 0 is the case itself.

    Of the variants one in `every`: in `make test` a part, in `make test-lang` all.
    """
    for path in case_paths([RULES])[part::parts]:
        for number, case in enumerate(read_cases(path, path.name)):
            if number % every == 0:
                yield number, case


@cache
def shipped() -> World:
    return World([], program())


def situations(count: int, start: int = 0) -> Iterator[Situation]:
    """Situations under the shipped rules, always the same."""
    for seed in range(start, start + count):
        choices = Seeded(seed)
        yield Situation(shipped(), shipped().case(choices), choices)
