"""Joins the sections of the files of one regulation; a name declared twice is an error."""

import dataclasses
from collections.abc import Sequence
from typing import Any

from engine.errors import Diagnostic
from engine.model.regulation import Secties
from engine.origin import NOWHERE, Origin


def merge_sections(parts: Sequence[Secties], found: list[Diagnostic]) -> Secties:
    """The union of the sections, sorted by name, so that the place of an item never matters."""
    merged: dict[str, Any] = {}
    for field in dataclasses.fields(Secties):
        values = [getattr(part, field.name) for part in parts]
        if isinstance(values[0], dict):
            merged[field.name] = _dict(field.name, values, found)
        else:
            items = [item for value in values for item in value]
            merged[field.name] = tuple(sorted(items, key=_order))
    return Secties(**merged)


def _dict(section: str, values: list[dict[Any, Any]], found: list[Diagnostic]) -> dict[Any, Any]:
    joined: dict[Any, Any] = {}
    for value in values:
        for name, item in value.items():
            if name in joined:
                found.append(_twice(section, name, place_of(joined[name]), place_of(item)))
            joined.setdefault(name, item)
    return dict(sorted(joined.items()))


def place_of(item: object) -> Origin:
    """Where an item stands, if it knows."""
    place: Origin = getattr(item, "herkomst", NOWHERE)
    return place


def _twice(section: str, name: object, first: Origin, second: Origin) -> Diagnostic:
    return Diagnostic(
        code="R107",
        message=f"`{name}` staat twee keer onder `{section}` van deze regeling",
        at=second,
        hint="houd er een over",
        also=((first, "eerste keer"),),
    )


def _order(item: object) -> tuple[str, str, str]:
    name = getattr(item, "id", None) or "·".join(getattr(item, "tussen", ()))
    validity = getattr(item, "geldig", None)
    since = validity.vanaf if validity is not None and validity.vanaf else ""
    return str(name), str(since), str(place_of(item))
