"""What differs between two answers: a path and the two values, most readable first.

Works on JSON data. Items of a list are recognised by what names them (id, rule, name, place), so
that an item that moved is no difference.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

NAMES = ("id", "regel", "naam", "oordeel", "stap", "over", "door", "uitkomst", "soort", "waarde")
"""What may name an item of a list, in this order; the first that all items have begin the name."""

MOST_PARTS = 3


@dataclass(frozen=True, kw_only=True)
class Verschil:
    """One difference: where, and what stands there before and after (None: nothing)."""

    pad: tuple[str, ...]
    oud: str | None
    nieuw: str | None

    def __str__(self) -> str:
        where = " › ".join(self.pad)
        if self.oud is None:
            return f"{where}: nieuw" + (f", {self.nieuw}" if self.nieuw else "")
        if self.nieuw is None:
            return f"{where}: vervallen" + (f", was {self.oud}" if self.oud else "")
        return f"{where}: {self.oud} → {self.nieuw}"


def differences(old: object, new: object, path: tuple[str, ...] = ()) -> Iterator[Verschil]:
    """Every place where two pieces of JSON data differ, in reading order."""
    if old == new:
        return
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        yield from _of_mappings(old, new, path)
    elif isinstance(old, list) or isinstance(new, list):
        before, after = (side if isinstance(side, list) else [] for side in (old, new))
        yield from _of_lists(before, after, path)
    else:
        yield Verschil(pad=path, oud=_told(old), nieuw=_told(new))


def _of_mappings(
    old: Mapping[str, Any], new: Mapping[str, Any], path: tuple[str, ...]
) -> Iterator[Verschil]:
    """A part that is not there is an empty part: its own parts are told one by one."""
    for key in sorted({*old, *new}):
        before, after = old.get(key), new.get(key)
        if isinstance(before, Mapping) or isinstance(after, Mapping):
            before, after = before or {}, after or {}
        yield from differences(before, after, (*path, key))


def _of_lists(old: Sequence[Any], new: Sequence[Any], path: tuple[str, ...]) -> Iterator[Verschil]:
    if not all(isinstance(item, Mapping) for item in (*old, *new)):
        yield from _of_words(list(map(str, old)), list(map(str, new)), path)
        return
    keys = _naming(old, new)
    before, after = _named(old, keys), _named(new, keys)
    for name in [*before, *(n for n in after if n not in before)]:
        yield from differences(before.get(name), after.get(name), (*path, name))


def _of_words(old: list[str], new: list[str], path: tuple[str, ...]) -> Iterator[Verschil]:
    gone = [word for word in old if word not in new]
    come = [word for word in new if word not in old]
    if gone or come:
        yield Verschil(pad=path, oud=", ".join(gone) or None, nieuw=", ".join(come) or None)
    else:
        yield Verschil(pad=path, oud=", ".join(old), nieuw=", ".join(new))


Items = Sequence[Mapping[str, Any]]


def _naming(old: Items, new: Items) -> tuple[str, ...]:
    """As many naming keys as it takes to tell the items of either list apart."""
    keys = [k for k in NAMES if all(isinstance(item.get(k), str | int) for item in (*old, *new))]
    for count in range(1, len(keys) + 1):
        chosen = tuple(keys[:count])
        if all(len({_name(item, chosen) for item in items}) == len(items) for items in (old, new)):
            return chosen
    return tuple(keys)


def _name(item: Mapping[str, Any], keys: tuple[str, ...]) -> str:
    return " ".join(str(item[key]) for key in keys)


def _named(items: Items, keys: tuple[str, ...]) -> dict[str, Mapping[str, Any]]:
    """Items by name; items that nothing tells apart are numbered."""
    made: dict[str, Mapping[str, Any]] = {}
    for number, item in enumerate(items, 1):
        name = _name(item, keys)
        made[name if name and name not in made else f"{name} {number}".strip()] = item
    return made


def _told(value: object) -> str | None:
    """A value in a few words; a whole construct by what it says first."""
    if value is None:
        return None
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, Mapping):
        return ", ".join(_part(key, part) for key, part in list(value.items())[:MOST_PARTS])
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(_told(item) or "" for item in value)
    return str(value)


def _part(key: str, part: object) -> str:
    return f"{key} {_told(part)}" if isinstance(part, str | int | list) else key
