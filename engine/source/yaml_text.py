"""From bytes to a tree of text with positions, without trusting the bytes.

Owns YAML: limits, what is refused (aliases, tags, more documents) and the wording of syntax
errors. Knows no key of the rule language. Only events are read: composing a tree inside the C
library crashes the process on deep nesting, and YAML's own types turn `3:2` into 182.
"""

import re
from typing import Any, TypeAlias

import yaml

from engine.errors import Diagnostic
from engine.origin import Origin
from engine.source.nodes import PLAIN, SKIPPED, Items, Mapping, Node, SourceText, Text
from engine.source.yaml_errors import explain

MAX_BYTES = 1_000_000
MAX_DEPTH = 64
MAX_EVENTS = 100_000

_UNREADABLE = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_LINES = re.compile("\r\n|\r|\n|\x85|\u2028|\u2029")
_NO_TEXT = (b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0")  # how documents of others begin
_BOM = b"\xef\xbb\xbf"
_SPLIT = "verdeel de regeling over meer bestanden, een per onderwerp"
_EMPTY = (
    "komma in een formule? scheid argumenten met `;`; komma in een tekst? zet de tekst tussen "
    "aanhalingstekens"
)


# The types that come with the library do not say which attributes an event has.
_Event: TypeAlias = Any


def read_yaml(data: bytes, file: str) -> tuple[Node | None, list[Diagnostic]]:
    """Read one file.

    Args:
        data: The bytes of the file.
        file: The name to show in positions.

    Returns:
        The tree, or None when nothing usable could be read, and all problems found.
    """
    found: list[Diagnostic] = []
    if len(data) > MAX_BYTES:
        message = f"dit bestand is groter dan {MAX_BYTES // 1000} kB"
        found.append(Diagnostic(code="R001", message=message, at=Origin(file), hint=_SPLIT))
        return None, found
    if data.startswith(_BOM):
        message = "dit bestand begint met een onzichtbaar teken (BOM)"
        hint = "bewaar het bestand als UTF-8 zonder BOM"
        found.append(Diagnostic(code="R003", message=message, at=Origin(file), hint=hint))
        data = data[len(_BOM) :]
    text = _decode(data, file, found)
    if text is None:
        return None, found
    source = SourceText(file, tuple(_LINES.split(text)))
    if _has_unreadable(text, source, found):
        return None, found
    return _Reader(source, found).read(text), found


def _decode(data: bytes, file: str, found: list[Diagnostic]) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rpartition(b"\n")[2].decode("utf-8")) + 1
        message, hint = "dit bestand is geen geldige UTF-8", "bewaar het bestand als UTF-8"
        if data.startswith(_NO_TEXT):
            message = "dit is geen tekstbestand maar een document, zoals van Word of een PDF"
            hint = "zet wat erin staat in een bestand met platte tekst, als YAML"
        at = Origin(file, line, column)
        found.append(Diagnostic(code="R002", message=message, at=at, hint=hint))
        return None


def _has_unreadable(text: str, source: SourceText, found: list[Diagnostic]) -> bool:
    match = _UNREADABLE.search(text)
    if match is None:
        return False
    before = _LINES.split(text[: match.start()])
    at = Origin(source.file, len(before), len(before[-1]) + 1)
    message = f"hier staat een teken dat niet in tekst hoort (U+{ord(match[0]):04X})"
    hint = "haal het onzichtbare teken weg"
    found.append(Diagnostic(code="R004", message=message, at=at, hint=hint))
    return True


class _Stop(Exception):
    """Reading on makes no sense; the problem is already recorded."""


class _Reader:
    """Builds the tree from events; every refusal is recorded and reading goes on if it can."""

    def __init__(self, source: SourceText, found: list[Diagnostic]) -> None:
        self.source = source
        self.found = found
        self.count = 0
        self.depth = 0

    def read(self, text: str) -> Node | None:
        loader = yaml.CSafeLoader(text)
        self.get_event = loader.get_event
        try:
            return self._document()
        except _Stop:
            return None
        except yaml.YAMLError as error:
            self.found.append(explain(error, self.source))
            return None
        finally:
            loader.dispose()

    def _report(self, code: str, message: str, at: Origin, hint: str = "") -> None:
        self.found.append(Diagnostic(code=code, message=message, at=at, hint=hint))

    def _at(self, event: _Event) -> Origin:
        mark = event.start_mark
        return Origin(self.source.file, mark.line + 1, mark.column + 1)

    def _document(self) -> Node | None:
        self.get_event()
        event: _Event = self.get_event()
        if type(event) is yaml.StreamEndEvent:
            self._report("R011", "dit bestand is leeg", self._at(event))
            return None
        if event.version or event.tags:
            message = "een regel met `%` bovenaan is niet toegestaan"
            self._report("R009", message, self._at(event), "haal de regel weg")
        tree = self._node(self.get_event())
        self.get_event()
        event = self.get_event()
        if type(event) is not yaml.StreamEndEvent:
            hint = "haal de regel met `---` weg of maak er een tweede bestand van"
            self._report("R010", "een bestand bevat precies een document", self._at(event), hint)
        return tree

    def _node(self, event: _Event) -> Node:
        kind = type(event)
        self.count += 1
        if self.count > MAX_EVENTS:
            message = f"dit bestand heeft meer dan {MAX_EVENTS // 1000}.000 onderdelen"
            self._report("R007", message, self._at(event), _SPLIT)
            raise _Stop
        if kind is yaml.ScalarEvent and event.anchor is None and event.tag is None:
            text = Text(event.value)
            text.spot = (self.source, event.start_mark, event.end_mark, event.style or PLAIN)
            return text
        return self._other(kind, event)

    def _other(self, kind: type, event: _Event) -> Node:
        """A collection, or something that is refused."""
        if event.anchor is not None:
            message = "verwijzingen met `&` en `*` binnen een bestand zijn niet toegestaan"
            hint = "schrijf de waarde uit; een formule met `*` begint niet met dat teken"
            self._report("R008", message, self._at(event), hint)
        if kind is not yaml.AliasEvent and event.tag is not None:
            label = event.tag.replace("tag:yaml.org,2002:", "!!")
            hint = "de sleutel bepaalt het soort waarde; laat het label weg"
            self._report("R009", f"het label `{label}` is niet toegestaan", self._at(event), hint)
        if kind in (yaml.ScalarEvent, yaml.AliasEvent):
            refused = Text("")
            refused.spot = (self.source, event.start_mark, event.end_mark, SKIPPED)
            return refused
        return self._collection(kind, event)

    def _collection(self, kind: type, event: _Event) -> Node:
        at = self._at(event)
        self.count += 1
        self.depth += 1
        if self.depth > MAX_DEPTH:
            message = f"dit is dieper genest dan {MAX_DEPTH} niveaus"
            self._report("R006", message, at, "maak het platter")
            raise _Stop
        node = self._mapping(at) if kind is yaml.MappingStartEvent else self._list(at)
        self.depth -= 1
        return node

    def _list(self, at: Origin) -> Items:
        items = Items(at)
        get_event = self.get_event
        while type(event := get_event()) is not yaml.SequenceEndEvent:
            item = self._node(event)
            if item == "":
                self._empty(item, "hier staat een leeg onderdeel in de lijst", item.origin)
            items.append(item)
        return items

    def _mapping(self, at: Origin) -> Mapping:
        mapping = Mapping(at)
        get_event = self.get_event
        while type(event := get_event()) is not yaml.MappingEndEvent:
            key = self._node(event)
            value = self._node(get_event())
            if not isinstance(key, Text):
                self._report("R013", "een sleutel is een enkel woord", key.origin)
                continue
            if value == "":
                self._empty(value, f"`{key}` heeft geen waarde", key.origin)
            if key in mapping:
                self._twice(key, mapping)
            else:
                mapping[key] = value
        return mapping

    def _twice(self, key: Text, mapping: Mapping) -> None:
        first = next(k.origin for k in mapping if isinstance(k, Text) and k == key)
        message = f"de sleutel `{key}` staat hier twee keer"
        self.found.append(
            Diagnostic(
                code="R012",
                message=message,
                at=key.origin,
                hint="voeg de twee samen of haal er een weg",
                also=((first, "eerste keer"),),
            )
        )

    def _empty(self, node: Node, message: str, at: Origin) -> None:
        if not (isinstance(node, Text) and node.refused):
            self._report("R101", message, at, _EMPTY)
