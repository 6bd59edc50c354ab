"""Short ways of writing, spelled out before the model is built.

A single source becomes a list of one, `rest: 0 euro` becomes `{waarde: 0 euro}`, a relation that
names a rule becomes `{regel: …}`, and every construct learns where it stands (`herkomst`). What
to spell out follows from the types of the model, so a new key needs nothing here.
"""

import dataclasses
import types
from collections.abc import Callable
from functools import cache
from typing import Annotated, Union, get_args, get_origin, get_type_hints

from engine.errors import Diagnostic
from engine.model.rule import Doelwit
from engine.model.shared import Bron
from engine.model.signal import Patroon, Weegpunt
from engine.model.vocabulary import Factor, Rest
from engine.origin import Origin
from engine.source.nodes import (
    Items,
    Mapping,
    RangeText,
    SelectionText,
    Text,
    key_origin,
    origin_of,
)

Report = Callable[[Diagnostic], None]
Spell = Callable[[object, Report], object]

PLACE = "herkomst"
_FORMS: dict[str, type[Text]] = {"grenzen": RangeText, "dekt": SelectionText}


def spell_out(node: object, kind: object, report: Report) -> object:
    """Spell out the short ways of writing in a node that should become a `kind`."""
    spell = _speller(kind)
    return node if spell is None else spell(node, report)


@cache
def fields_of(kind: type) -> dict[str, object]:
    """The keys of a construct with their types; `herkomst` is ours, not the author's."""
    hints = get_type_hints(kind, include_extras=True)
    return {f.name: hints[f.name] for f in dataclasses.fields(kind) if f.name != PLACE}


@cache
def _speller(kind: object) -> Spell | None:
    """What to do with a node of this type, or None when there is nothing to spell out."""
    origin = get_origin(kind)
    if origin is Annotated:
        return None
    if origin in (Union, types.UnionType):
        options = [option for option in get_args(kind) if option is not type(None)]
        return _speller(options[0]) if len(options) == 1 else None
    if origin is tuple:
        return _list_speller(get_args(kind)[0])
    if origin is dict:
        return _dict_speller(get_args(kind)[1])
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        return _class_speller(kind)
    return None


def _list_speller(item: object) -> Spell | None:
    inner = _speller(item)
    if inner is None:
        return None

    def spell_items(node: object, report: Report) -> object:
        if item is Bron and isinstance(node, Mapping):
            node = _only(node)
        if not isinstance(node, Items):
            return node
        node[:] = [inner(part, report) for part in node]
        return node

    return spell_items


def _dict_speller(value: object) -> Spell | None:
    inner = _speller(value)
    if inner is None:
        return None

    def spell_values(node: object, report: Report) -> object:
        if isinstance(node, Mapping):
            for key in node:
                node[key] = value = inner(node[key], report)
                if isinstance(value, Mapping) and PLACE in value:
                    value[PLACE] = key_origin(node, key)
        return node

    return spell_values


def _class_speller(kind: type) -> Spell:
    inner = {
        name: speller
        for name, hint in fields_of(kind).items()
        if (speller := _field_speller(name, hint)) is not None
    }
    before = _SPECIAL.get(kind)
    has_place = any(f.name == PLACE for f in dataclasses.fields(kind))

    def spell_fields(node: object, report: Report) -> object:
        if before is not None:
            node = before(node, report)
        if not isinstance(node, Mapping):
            return node
        for name, part in inner.items():
            if name in node:
                node[name] = part(node[name], report)
        if has_place:
            _place(node, report)
        return node

    return spell_fields


def _field_speller(name: str, hint: object) -> Spell | None:
    if name == "voor":
        return lambda node, _: _only(node) if isinstance(node, Text) else node
    if name in _FORMS:
        return lambda node, _: _marked(node, _FORMS[name])
    return _speller(hint)


def _marked(node: object, form: type[Text]) -> object:
    if not isinstance(node, Text):
        return node
    marked = form(node)
    marked.spot = node.spot
    return marked


def _place(node: Mapping, report: Report) -> None:
    if PLACE in node:
        at = key_origin(node, PLACE)
        message = f"de sleutel `{PLACE}` bestaat hier niet"
        report(Diagnostic(code="R102", message=message, at=at, hint="laat hem weg"))
    node[PLACE] = node.origin


def _only(node: Text | Mapping) -> Items:
    items = Items(node.origin)
    items.append(node)
    return items


def _wrapped(node: object, key: str) -> object:
    if not isinstance(node, Text):
        return node
    mapping = Mapping(node.origin)
    mapping[Text.at(key, node.origin)] = node
    return mapping


def _pattern(node: object, report: Report) -> object:
    """`gegeven: {naam: x}` becomes `{soort: gegeven, velden: {naam: [x]}}`."""
    if not isinstance(node, Mapping) or len(node) != 1:
        return _bad_pattern(origin_of(node), report)
    [(kind, fields)] = node.items()
    if not isinstance(fields, Mapping):
        return _bad_pattern(origin_of(fields), report)
    values = Mapping(fields.origin)
    for name, value in fields.items():
        values[name] = _only(value) if isinstance(value, Text) else value
    mapping = Mapping(node.origin)
    mapping[Text.at("soort", node.origin)] = kind
    mapping[Text.at("velden", fields.origin)] = values
    return mapping


def _bad_pattern(at: Origin, report: Report) -> Mapping:
    hint = "schrijf bijvoorbeeld `- gegeven: {naam: zienswijze_gevraagd, waarde: nee}`"
    message = "een patroon is een soort met zijn velden"
    report(Diagnostic(code="R106", message=message, at=at, hint=hint))
    mapping = Mapping(at)
    mapping[Text.at("soort", at)] = Text.at("gegeven", at)
    mapping[Text.at("velden", at)] = Mapping(at)
    return mapping


_SPECIAL: dict[type, Spell] = {
    Doelwit: lambda node, _: _wrapped(node, "regel"),
    Factor: lambda node, _: _wrapped(node, "naam"),
    Weegpunt: lambda node, _: _wrapped(node, "naam"),
    Rest: lambda node, _: _wrapped(node, "waarde"),
    Patroon: _pattern,
}
