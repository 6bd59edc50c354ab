"""The days on which rules change: when something in the files starts or has ended."""

import dataclasses
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from engine.ir import surface as nodes
from engine.model.regulation import Corpus, Regeling

DAY, YEAR = timedelta(days=1), timedelta(days=365)
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


def month_ends(corpus: Corpus, day: date) -> tuple[date, ...]:
    """The last and first days of months on which the same rules hold, at most a year away."""
    moments = changes(corpus)
    after = next((moment for moment in moments if moment > day), date.max)
    begun = next((moment for moment in reversed(moments) if moment <= day), date.min)
    first, last = max(begun, day - YEAR), min(after - DAY, day + YEAR)
    days = (first + DAY * number for number in range((last - first).days + 1))
    return tuple(found for found in days if found.day == 1 or (found + DAY).day == 1)


_NAMES: dict[type, tuple[str, ...]] = {}


def _names(kind: type) -> tuple[str, ...]:
    """The fields in which a date may say that something begins or ends; looked up once a kind."""
    if kind not in _NAMES:
        dated = dataclasses.is_dataclass(kind) and not issubclass(kind, nodes.Node)
        fields = dataclasses.fields(kind) if dated else ()
        _NAMES[kind] = tuple(field.name for field in fields if field.name not in TOLD)
    return _NAMES[kind]


def last_change(corpus: Corpus) -> date:
    """The last day on which something begins while amounts are known; what holds without a day.

    A change may be written down before its amounts are: then those of the day before have ended
    and none begins.
    """
    found = starts(corpus)
    known = [day for day in found if not any(_without_amounts(r, day) for r in corpus.regelingen)]
    return next(reversed(known or found), date(2026, 1, 1))


def _without_amounts(regeling: Regeling, day: date) -> bool:
    parts = regeling.secties
    dated = [(amount.tot, set(amount.vanaf)) for amount in parts.bedragen.values()]
    dated += [(table.tot, set(table.vanaf)) for table in parts.tabellen.values()]
    ended = any(last == day - DAY for last, _ in dated)
    return ended and not any(day in begun for _, begun in dated)


def _dates(part: object, name: str = "") -> Iterator[tuple[str, date]]:
    """Every dated beginning and end in a part of the model."""
    if part is None or isinstance(part, str):
        return
    if isinstance(part, date):
        if name in (START, END):
            yield name, part
    elif isinstance(part, Mapping):
        for key, value in part.items():
            if isinstance(key, date):
                yield START, key
            yield from _dates(value, name)
    elif isinstance(part, tuple):
        for item in part:
            yield from _dates(item, name)
    else:
        for field in _names(type(part)):
            yield from _dates(getattr(part, field), field)


def changed_days(old: Corpus, new: Corpus) -> tuple[date, ...]:
    """Days on which something starts to hold, or holds no longer, that is not the same in both.

    Empty when both say the same, whatever the places and comments. What differs and has no dates
    holds on any day: then the last day on which anything changes stands for all.
    """
    found: set[date] = set()
    differs = False
    for name in {r.id for corpus in (old, new) for r in corpus.regelingen}:
        before, after = old.regeling(name), new.regeling(name)
        parts = [*_not_in(before, after), *_not_in(after, before)]
        heads = [r.kop for r in (before, after) if parts and r is not None]
        differs |= bool(parts)
        for kind, day in (pair for part in (*parts, *heads) for pair in _dates(part)):
            found.add(day if kind == START else day + DAY)
    if differs:
        found |= {days[-1] for corpus in (old, new) if (days := starts(corpus))}
    return tuple(sorted(found))


def _not_in(one: Regeling | None, other: Regeling | None) -> Iterator[object]:
    """The parts of a regulation that the other does not have, or has otherwise."""
    if one is None:
        return
    if other is None or one.kop != other.kop:
        yield one.kop
    for field in dataclasses.fields(one.secties):
        mine = getattr(one.secties, field.name)
        theirs = getattr(other.secties, field.name) if other is not None else type(mine)()
        if isinstance(mine, Mapping):
            yield from (part for key, part in mine.items() if theirs.get(key) != part)
        else:
            yield from (part for part in mine if part not in theirs)
