"""Dutch diagnostics for what pydantic refuses, at the exact node, with the nearest known word."""

import dataclasses
import types
from collections.abc import Collection
from typing import Annotated, Literal, Union, get_args, get_origin

from pydantic import ValidationError

from engine.errors import Diagnostic
from engine.origin import Origin
from engine.source.expressions import NotAFormula
from engine.source.formula_errors import close_to
from engine.source.keywords import meaning
from engine.source.nodes import Items, Mapping, Text, key_origin, origin_of
from engine.source.shorthand import fields_of

_SHAPES = {
    "tuple_type": "een lijst: `[a, b]`, of regels die met `-` beginnen",
    "dict_type": "een blok met sleutels en waarden",
    "dataclass_type": "een blok met sleutels en waarden",
    "dataclass_exact_type": "een blok met sleutels en waarden",
}
MANY = 16
_WHERE = "alle sleutels staan met uitleg in de schema's onder `rules/_schema`"
_UNKNOWN = "unexpected_keyword_argument"
_MISSING = {"missing", "missing_keyword_only_argument"}


@dataclasses.dataclass(frozen=True)
class _Spot:
    """Where an error is: the node, its key, the type wanted, and the construct it is part of."""

    node: object
    key: str
    kind: object
    at: Origin
    owner: type | None = None


def explain(
    error: ValidationError, kind: type, tree: object, beside: Collection[str] = ()
) -> list[Diagnostic]:
    """All errors of one validation, each once.

    Args:
        error: What pydantic refused.
        kind: The construct that was read.
        tree: The node tree it was read from.
        beside: Other keys that are allowed beside those of the construct, for hints.
    """
    found: dict[tuple[Origin, str], Diagnostic] = {}
    # A key that allows two forms gives an error for each; the first says enough.
    for item in error.errors(include_url=False):
        spot = _find(tree, kind, item["loc"][1:])
        if isinstance(spot.node, Text) and spot.node == "":
            continue  # an empty value has already been reported (R101)
        if item["type"] == _UNKNOWN:
            made = _unknown_key(spot, beside if spot.owner is kind else ())
        else:
            made = _diagnostic(item["type"], item.get("ctx", {}).get("error"), spot)
        found.setdefault((made.at, spot.key), made)
    return list(found.values())


def _find(tree: object, kind: object, loc: tuple[int | str, ...]) -> _Spot:
    """Walk down the tree and the types together; names of union branches are not steps."""
    spot = _Spot(tree, "", kind, origin_of(tree))
    for part in loc:
        spot = _step(spot, part)
    return spot


def _step(spot: _Spot, part: int | str) -> _Spot:
    node = spot.node
    inner = _inner(spot.kind, part)
    if part == "[key]":
        return _Spot(Text.at(spot.key, spot.at), spot.key, str, spot.at)
    if isinstance(node, Mapping) and str(part) in node:
        at = key_origin(node, str(part))
        return _Spot(node[str(part)], str(part), inner, at, _class(spot.kind))
    if isinstance(node, Items) and isinstance(part, int) and part < len(node):
        return _Spot(node[part], spot.key, inner, origin_of(node[part]))
    if str(part) in _keys(spot.kind):
        return _Spot(None, str(part), inner, origin_of(node), _class(spot.kind))
    return spot


def _plain(kind: object) -> object:
    if get_origin(kind) is Annotated:
        return get_args(kind)[0]
    if get_origin(kind) in (Union, types.UnionType):
        options = [option for option in get_args(kind) if option is not type(None)]
        return _plain(options[0])
    return kind


def _class(kind: object) -> type | None:
    kind = _plain(kind)
    return kind if isinstance(kind, type) and dataclasses.is_dataclass(kind) else None


def _keys(kind: object) -> dict[str, object]:
    owner = _class(kind)
    return {} if owner is None else fields_of(owner)


def _inner(kind: object, part: int | str) -> object:
    plain = _plain(kind)
    if get_origin(plain) is tuple:
        return get_args(plain)[0]
    if get_origin(plain) is dict:
        return get_args(plain)[1]
    return _keys(plain).get(str(part))


def _diagnostic(problem: str, refusal: object, spot: _Spot) -> Diagnostic:
    if problem in _MISSING:
        words = meaning(spot.owner, spot.key)
        hint = f"voeg `{spot.key}: …` toe" + (f" ({words})" if words else "")
        message = f"de sleutel `{spot.key}` ontbreekt"
        return Diagnostic(code="R103", message=message, at=spot.at, hint=hint)
    at = spot.at if spot.node is None else origin_of(spot.node)
    if problem in _SHAPES:
        message = f"onder `{spot.key}` hoort iets anders te staan"
        return Diagnostic(code="R106", message=message, at=at, hint="schrijf " + _SHAPES[problem])
    if problem == "literal_error":
        return _unknown_value(spot, at)
    if isinstance(refusal, NotAFormula):
        hint = "schrijf een formule, of een lijst onder `alle`, `een_van` of `geen`"
        message = f"bij `{spot.key}` hoort een formule te staan"
        return Diagnostic(code="R128", message=message, at=at, hint=hint)
    words = str(refusal or "deze waarde past hier niet")
    return Diagnostic(code="R105", message=f"`{spot.key}`: {words}", at=at)


def _unknown_key(spot: _Spot, beside: Collection[str]) -> Diagnostic:
    known = [*_keys(spot.owner), *beside]
    hint = close_to(spot.key, known)
    hint = hint or ("kies uit: " + ", ".join(known) if len(known) <= MANY else _WHERE)
    message = f"de sleutel `{spot.key}` bestaat hier niet"
    return Diagnostic(code="R102", message=message, at=spot.at, hint=hint)


def _unknown_value(spot: _Spot, at: Origin) -> Diagnostic:
    kind = _plain(spot.kind)
    options = [str(o) for o in get_args(kind)] if get_origin(kind) is Literal else []
    if not isinstance(spot.node, Text):
        message = f"onder `{spot.key}` hoort een enkel woord te staan"
        return Diagnostic(
            code="R106", message=message, at=at, hint="kies uit: " + ", ".join(options)
        )
    hint = close_to(spot.node, options) or "kies uit: " + ", ".join(options)
    message = f"`{spot.node}` kan niet bij `{spot.key}`"
    return Diagnostic(code="R104", message=message, at=at, hint=hint)
