"""The days on which rules change: when something in the files starts or has ended."""

import dataclasses
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from engine.ir import surface as nodes
from engine.model.regulation import Corpus

DAY = timedelta(days=1)
START, END = "vanaf", "tot"
# Dates that change no outcome.
TOLD = "nagelezen", "juridisch_akkoord", "herkomst", "feestdagen", "signalen"


def starts(corpus: Corpus) -> tuple[date, ...]:
    """Days from which something holds, sorted."""
    return tuple(sorted({day for kind, day in _dates(corpus.regelingen) if kind == START}))


def changes(corpus: Corpus) -> tuple[date, ...]:
    """Days on which something starts to hold, or holds no longer, sorted."""
    found = {day if kind == START else day + DAY for kind, day in _dates(corpus.regelingen)}
    return tuple(sorted(found))


def _dates(part: object, name: str = "") -> Iterator[tuple[str, date]]:
    """Every dated beginning and end in a part of the model."""
    if isinstance(part, date):
        if name in (START, END):
            yield name, part
    elif isinstance(part, nodes.Node):
        return
    elif dataclasses.is_dataclass(part) and not isinstance(part, type):
        for field in dataclasses.fields(part):
            if field.name not in TOLD:
                yield from _dates(getattr(part, field.name), field.name)
    elif isinstance(part, Mapping):
        for key, value in part.items():
            if isinstance(key, date):
                yield START, key
            yield from _dates(value, name)
    elif isinstance(part, tuple):
        for item in part:
            yield from _dates(item, name)
