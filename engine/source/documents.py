"""From a node tree to the dataclasses of the model, with every error at its own place."""

import dataclasses
from collections.abc import Collection
from types import GenericAlias
from typing import Any, TypeVar

from pydantic import ConfigDict, TypeAdapter, ValidationError

from engine.errors import Diagnostic
from engine.model.regulation import RegelingKop, Secties
from engine.model.scalars import Tekst
from engine.source.expressions import Formulas
from engine.source.model_errors import explain
from engine.source.nodes import Items, Mapping, Node, Text
from engine.source.shorthand import fields_of, spell_out

T = TypeVar("T")


@dataclasses.dataclass(frozen=True)
class Document:
    """What one file holds: a head (only `regeling.yaml`), sections, and all problems.

    An item with an error is left out of `secties`, so that the rest can still be looked at.
    """

    file: str
    regeling: Text | None
    kop: RegelingKop | None
    secties: Secties
    found: tuple[Diagnostic, ...]


def read_document(tree: Node | None, file: str, *, head: bool) -> Document:
    """Build the model of one file.

    Args:
        tree: The node tree, or None when the file could not be read.
        file: The name to show in positions.
        head: Whether this file describes the regulation itself (`regeling.yaml`).
    """
    found: list[Diagnostic] = []
    if not isinstance(tree, Mapping):
        if tree is not None:
            message = "een regelbestand begint met sleutels, zoals `regeling: …`"
            found.append(Diagnostic(code="R014", message=message, at=tree.origin))
        return Document(file, None, None, Secties(), tuple(found))
    name = tree.get("regeling")
    top, sections = _split(tree)
    kop = None
    if head:
        kop = build(RegelingKop, top, found, beside=fields_of(Secties))
    else:
        build(_Top, top, found, beside=fields_of(Secties))
    secties = _sections(sections, found)
    return Document(file, name if isinstance(name, Text) else None, kop, secties, tuple(found))


@dataclasses.dataclass(frozen=True, kw_only=True)
class _Top:
    """The keys besides the sections in a file that is not `regeling.yaml`."""

    regeling: Tekst


def _split(tree: Mapping) -> tuple[Mapping, Mapping]:
    top, sections = Mapping(tree.origin), Mapping(tree.origin)
    known = fields_of(Secties)
    for key, value in tree.items():
        (sections if key in known else top)[key] = value
    return top, sections


def build(
    kind: type[T], tree: object, found: list[Diagnostic], beside: Collection[str] = ()
) -> T | None:
    """Build one construct; its problems go to `found`, and with an error there is no result.

    `beside` are keys that are allowed as well and read elsewhere; they only help the hints.
    """
    problems: list[Diagnostic] = []
    formulas = Formulas()
    tree = spell_out(tree, kind, problems.append)
    made: T | None = None
    try:
        made = _validate(kind, tree, formulas)
    except ValidationError as error:
        problems += explain(error, kind, tree, beside)
    problems += formulas.found
    found += problems
    return None if any(not d.is_warning for d in problems) else made


def _sections(tree: Mapping, found: list[Diagnostic]) -> Secties:
    """All sections of a file; an item with an error is reported and left out."""
    spell_out(tree, Secties, found.append)
    formulas = Formulas()
    try:
        made = _validate(Secties, tree, formulas)
    except ValidationError as error:
        found += explain(error, Secties, tree)
        _drop(tree, [item["loc"][1:3] for item in error.errors(include_url=False)])
        made = _validate(Secties, tree, formulas)
    found += formulas.found
    return made


def _drop(tree: Mapping, places: list[tuple[int | str, ...]]) -> None:
    """Take the items with an error out of the sections."""
    for section in {str(place[0]) for place in places}:
        node = tree[section]
        items = {place[1] for place in places if place[0] == section and len(place) > 1}
        if isinstance(node, Mapping) and items:
            for name in items:
                node.pop(str(name))
        elif isinstance(node, Items) and items:
            node[:] = [part for number, part in enumerate(node) if number not in items]
        else:
            del tree[section]


def _validate(kind: type[T], tree: object, formulas: Formulas) -> T:
    if kind not in _ADAPTERS:
        # The tuple is there because a dataclass itself cannot be given a setting from outside.
        wrapped: Any = GenericAlias(tuple, (kind,))
        _ADAPTERS[kind] = TypeAdapter(wrapped, config=ConfigDict(extra="forbid"))
    made: T = _ADAPTERS[kind].validate_python([tree], context=formulas)[0]
    return made


_ADAPTERS: dict[type, TypeAdapter[Any]] = {}
