"""From JSON bytes to the same tree of text with positions that YAML gives.

Numbers stay as written, so 480.00 is not 480 and no amount ever becomes a machine float. Owns
JSON; knows no key of a request. The limits are those of YAML.
"""

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NoReturn

from engine.errors import Diagnostic
from engine.origin import Origin
from engine.source.nodes import (
    DOUBLE,
    PLAIN,
    SKIPPED,
    Items,
    Mapping,
    Node,
    SourceText,
    Text,
)
from engine.source.yaml_text import MAX_BYTES, MAX_DEPTH, MAX_EVENTS

_SPACE = re.compile(r"[ \t\n\r]*")
_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])")
_WORD = re.compile(r"[A-Za-z]+")
_HIDDEN = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_STRINGS = json.JSONDecoder(strict=True)


def looks_like_json(data: bytes) -> bool:
    """Whether the first visible byte opens a JSON object."""
    return data.lstrip(b" \t\r\n\xef\xbb\xbf").startswith(b"{")


def read_json(data: bytes, name: str) -> tuple[Node | None, list[Diagnostic]]:
    """Read one JSON document: the tree, or None when it cannot be read, and all problems."""
    start = Origin(name)
    if len(data) > MAX_BYTES:
        return None, [_problem("C102", "deze invoer is te groot", start, "hooguit 1 MB")]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        message = "deze invoer is geen geldige UTF-8"
        return None, [_problem("C101", message, start, "bewaar de invoer als UTF-8")]
    return _Reader(text, name).document()


def _problem(code: str, message: str, at: Origin, hint: str = "") -> Diagnostic:
    return Diagnostic(code=code, message=message, at=at, hint=hint)


class _Stop(Exception):
    """Reading on makes no sense; the problem is already recorded."""


class _Reader:
    """A reader by descent; the depth is limited, so it cannot run out of stack."""

    def __init__(self, text: str, name: str) -> None:
        self.text = text
        self.source = SourceText(name)
        self.place = 0
        self.count = 0
        self.found: list[Diagnostic] = []
        self.lines = [0, *(m.end() for m in re.finditer("\n", text))]

    def document(self) -> tuple[Node | None, list[Diagnostic]]:
        try:
            tree = self._value(0)
            if self._peek():
                self._stop("na het einde staat nog tekst", "haal die weg")
        except _Stop:
            return None, self.found
        return tree, self.found

    def _at(self, offset: int) -> Origin:
        line = bisect_right(self.lines, offset)
        return Origin(self.source.file, line, offset - self.lines[line - 1] + 1)

    def _report(self, code: str, message: str, at: Origin, hint: str = "") -> None:
        self.found.append(_problem(code, message, at, hint))

    def _stop(self, message: str, hint: str, code: str = "C101") -> NoReturn:
        self._report(code, message, self._at(self.place), hint)
        raise _Stop

    def _peek(self) -> str:
        found = _SPACE.match(self.text, self.place)
        self.place = found.end() if found else self.place
        return self.text[self.place : self.place + 1]

    def _value(self, depth: int) -> Node:
        self.count += 1
        if depth > MAX_DEPTH or self.count > MAX_EVENTS:
            self._stop(
                "deze invoer heeft te veel onderdelen of niveaus", "maak haar kleiner", "C102"
            )
        sign = self._peek()
        if sign == "{":
            return self._mapping(depth)
        if sign == "[":
            return self._list(depth)
        if sign == '"':
            return self._string()
        return self._bare()

    def _mapping(self, depth: int) -> Mapping:
        mapping = Mapping(self._at(self.place))
        for _ in self._parts("}"):
            if self._peek() != '"':
                self._stop("hier hoort een sleutel tussen dubbele aanhalingstekens", "")
            key = self._string()
            if self._peek() != ":":
                self._stop("na een sleutel hoort een dubbele punt", "")
            self.place += 1
            value = self._value(depth + 1)
            if key in mapping:
                hint = "voeg de twee samen of haal er een weg"
                self._report("C103", "deze sleutel staat hier twee keer", key.origin, hint)
            else:
                mapping[key] = value
        return mapping

    def _list(self, depth: int) -> Items:
        items = Items(self._at(self.place))
        for _ in self._parts("]"):
            items.append(self._value(depth + 1))
        return items

    def _parts(self, close: str) -> Iterator[None]:
        """Step through the parts of an object or list, over the commas and the closing sign."""
        self.place += 1
        if self._peek() == close:
            self.place += 1
            return
        while True:
            yield
            sign = self._peek()
            if sign not in (",", close):
                self._stop(f"hier hoort een komma of `{close}`", "")
            self.place += 1
            if sign == close:
                return

    def _string(self) -> Text:
        at = self._at(self.place)
        try:
            value, self.place = _STRINGS.raw_decode(self.text, self.place)
        except json.JSONDecodeError:
            self._stop("deze tekst wordt niet goed afgesloten", "gebruik dubbele aanhalingstekens")
        if _HIDDEN.search(value):
            message = "hier staat een teken dat niet in tekst hoort"
            self._report("C101", message, at, "haal het onzichtbare teken weg")
        return self._text(value, at, DOUBLE)

    def _bare(self) -> Text:
        at = self._at(self.place)
        number = _NUMBER.match(self.text, self.place)
        if number:
            self.place = number.end()
            return self._text(number[0], at, PLAIN)
        word = _WORD.match(self.text, self.place)
        if word is None or word[0] not in ("true", "false", "null"):
            self._stop(
                "hier hoort een waarde te staan", "zet tekst tussen dubbele aanhalingstekens"
            )
        self.place = word.end()
        if word[0] == "null":
            hint = 'laat de sleutel weg als het onbekend is; schrijf "afwezig" als het er niet is'
            self._report("C104", "een lege waarde zegt niet wat bekend is", at, hint)
        else:
            self._report("C108", "ja en nee zijn hier woorden", at, 'schrijf "ja" of "nee"')
        return self._text("", at, SKIPPED)

    def _text(self, value: str, at: Origin, style: str) -> Text:
        return Text.at(value, at, style)
