"""The shared decision: the same inputs for the rules and for a plain Python function."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

from engine.compiler import compile_program
from engine.ir.case import Case
from engine.ir.program import Program
from engine.source.corpus import read_corpus

RULES = Path(__file__).resolve().parent.parent / "tests" / "fixtures" / "beslissing"
DAY = date(2026, 9, 1)
PERSON = ("persoon", "p1")
Row = dict[str, Any]


def program() -> Program:
    """The decision as rules."""
    return compile_program(read_corpus([RULES]), DAY)


def rows(number: int, seed: int = 7) -> Iterator[Row]:
    """Random inputs with the spread of the shared benchmark."""
    r = Random(seed)
    for _ in range(number):
        yield {
            "jaren": r.randint(16, 79),
            "partner": r.random() < 0.4,
            "kind": r.random() < 0.3,
            "kostendelers": r.randint(1, 4) if r.random() < 0.25 else 0,
            "inkomen": 0 if r.random() < 0.5 else r.randint(0, 249_999),
            "inkomen_partner": 0 if r.random() < 0.6 else r.randint(0, 199_999),
            "vermogen": r.randint(-500_000, 2_499_999),
            "nederlander": r.random() < 0.9,
            "rechtmatig": r.random() < 0.95,
            "gedetineerd": r.random() < 0.02,
            "student": r.random() < 0.05,
            "inrichting": r.random() < 0.03,
            "dringend": r.random() < 0.05,
            "verlaging": Fraction(r.choice([0, 0, 0, 5, 30, 100]), 100),
            "geen_verwijt": r.random() < 0.3,
        }


def case(row: Row) -> Case:
    """One row as a case."""
    return Case(day=DAY, persons=("p1",), facts={(name, PERSON): v for name, v in row.items()})


def expected(c: Row) -> tuple[bool, int]:
    """The decision in plain Python: whether there is a right, and the amount in cents."""
    age, partner = c["jaren"], c["partner"]
    pension = age >= 67
    shut = (c["gedetineerd"] or c["student"] or age < 18) and not c["dringend"]
    if c["inrichting"]:
        base = 78_400 if partner else 50_400
    elif pension:
        base = 211_000 if partner else 154_800
    elif age < 21:
        base = 69_200 if partner else 34_600
    else:
        base = 200_204 if partner else 140_143
    sharers = c["kostendelers"] + (2 if partner else 1)
    shared = 200_204 * (40 + 30 * sharers) // (100 * sharers) * (2 if partner else 1)
    splits = c["kostendelers"] > 0 and age >= 21 and not c["inrichting"] and not pension
    norm = shared if splits else base
    limit = 1_614_000 if partner or c["kind"] else 807_000
    free = min(c["inkomen"] * 25 // 100, 27_500) if age >= 27 else 0
    counted = c["inkomen"] + (c["inkomen_partner"] if partner else 0) - free
    entitled = c["nederlander"] or c["rechtmatig"]
    right = entitled and not shut and c["vermogen"] <= limit and counted < norm
    supplement = max(norm - counted, 0)
    percent = 0 if c["geen_verwijt"] else int(c["verlaging"] * 100)
    return right, supplement - supplement * percent // 100 if right else 0
