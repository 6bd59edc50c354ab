"""Dutch words for what the YAML scanner complains about, with the most likely remedy."""

from typing import Any

import yaml

from engine.errors import Diagnostic
from engine.origin import Origin
from engine.source.nodes import SourceText

_QUOTE = "zet deze tekst tussen aanhalingstekens"
_BRACKETS = f"sluit de haak, of {_QUOTE}"

# First matching part of the library's English problem decides: (part, Dutch message, hint).
_PROBLEMS = (
    ("mapping values are not allowed", "een dubbele punt kan hier niet staan", _QUOTE),
    ("unexpected ':'", "een dubbele punt kan hier niet staan", _QUOTE),
    ("expected ',' or '}'", "de accolade `{` wordt niet goed gesloten", _BRACKETS),
    ("expected ',' or ']'", "de haak `[` wordt niet goed gesloten", _BRACKETS),
    ("end of stream", "een aanhalingsteken of haak wordt nergens gesloten", "sluit hem"),
    ("document indicator", "een aanhalingsteken wordt nergens gesloten", "sluit hem"),
    ("escape", "na een omgekeerde schuine streep staat een onbekend teken",
     "gebruik enkele aanhalingstekens"),
    ("alphabetic or numeric character", "een waarde kan niet met `*` of `&` beginnen", _QUOTE),
    ("could not find expected ':'", "hier ontbreekt `: ` na een sleutel", _QUOTE),
    ("block sequence entries", "een streepje voor een lijst kan hier niet staan",
     f"begin de lijst op een nieuwe regel, of {_QUOTE}"),
    ("expected '-' indicator", "hier hoort een volgend lijstonderdeel met `-` te staan",
     "controleer het inspringen"),
    ("expected key", "het inspringen klopt hier niet, of er ontbreekt een sleutel",
     "laat sleutels van hetzelfde niveau recht onder elkaar beginnen"),
    ("block mapping", "het inspringen klopt hier niet",
     "laat sleutels van hetzelfde niveau recht onder elkaar beginnen"),
    ("document start", "na het einde van de eerste waarde staat nog tekst",
     "controleer het inspringen"),
    ("chomping or indentation", "na `|` of `>` staat tekst op dezelfde regel",
     "begin de tekst op de volgende regel"),
    ("block scalar", "de tekst na `|` of `>` is niet goed ingesprongen",
     "laat alle regels even ver inspringen"),
    ("tag", "een waarde kan niet met `!` beginnen", _QUOTE),
    ("directive", "een regel kan niet met `%` beginnen", _QUOTE),
)  # fmt: skip


def explain(error: yaml.YAMLError, source: SourceText) -> Diagnostic:
    """Turn a scanner or parser error into a diagnostic at the place where reading stopped."""
    mark: Any = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    problem = str(getattr(error, "problem", "") or "")
    line = mark.line if mark else 0
    column = mark.column if mark else 0
    at = Origin(source.file, line + 1, column + 1)
    message, hint = _words(problem, source, line, column)
    return Diagnostic(code="R005", message=message, at=at, hint=hint)


def _words(problem: str, source: SourceText, line: int, column: int) -> tuple[str, str]:
    text = source.lines[line] if line < len(source.lines) else ""
    character = text[column : column + 1]
    if character == "\t" or "\t" in text[: len(text) - len(text.lstrip())]:
        return "hier staat een tab", "spring in met spaties"
    if "cannot start any token" in problem:
        return f"een waarde kan niet met `{character}` beginnen", _QUOTE
    for part, message, hint in _PROBLEMS:
        if part in problem:
            return message, hint
    return "dit is geen geldige yaml", _QUOTE
