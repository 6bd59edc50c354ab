"""Whether what signals name exists: a typing error would otherwise keep a signal dark for ever.

Reads the program, not the library. Fields with a closed list of words are checked against that
list; fields that hold a name against the program.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import get_args

from engine.errors import Diagnostic
from engine.ir.program import Program
from engine.ir.types import Type
from engine.model.rule import Karakter, Rang
from engine.model.signal import Patroon, Signaal
from engine.origin import Origin

Place = tuple[str, str]  # a kind of fact and one of its fields

WORDS: Mapping[Place, tuple[str, ...]] = {
    ("uitkomst", "status"): ("waarde", "onbekend", "conflict", "gat"),
    ("uitkomst", "vast"): ("ja", "nee"),
    ("blokkade", "rang"): get_args(Rang),
    ("blokkade", "karakter"): get_args(Karakter),
    ("oplossing", "trede"): ("a", "b", "c", "d", "e", "geen"),
    ("oplossing", "uitkomst"): (
        "past_zonder_besluit", "grond", "kansrijk", "keuze", "strijdig", "elders", "geen_grond",
    ),
    ("voornemen", "bevoegdheid"): ("moet", "kan", "geen", "onzeker"),
}  # fmt: skip

# Fields whose values are those of a fact of the request.
_AS_FACT: Mapping[Place, str] = {
    ("omstandigheid", "soort"): "soort_omstandigheid",
    ("omstandigheid", "ernst"): "ernst",
    ("behoefte", "leefgebied"): "leefgebied",
    ("oplossing", "soort"): "soort_oplossing",
    ("oplossing", "vorm"): "vorm",
    ("voornemen", "soort"): "soort_voornemen",
}

_NO_VALUE = ("onbekend", "conflict", "gat", "afwezig")


def check_names(
    signals: Iterable[tuple[str, Signaal]], program: Program
) -> tuple[Diagnostic, ...]:
    """Names and words in signals that do not exist in this program (R710-R712)."""
    known = _Known(program)
    found = []
    for _, signal in signals:
        for pattern in signal.als:
            for message, hint in known.problems(pattern):
                text = f"signaal `{signal.id}`: {message}"
                found.append(_problem("R710", text, signal.herkomst, hint))
        for name in signal.behalve_blokkade:
            if name not in known.rules:
                text = f"signaal `{signal.id}`: er is geen regel `{name}`"
                found.append(_problem("R711", text, signal.herkomst))
        if "." in signal.toets and " " not in signal.toets and signal.toets not in program.norms:
            text = f"signaal `{signal.id}`: er is geen open norm `{signal.toets}`"
            hint = "noem een open norm voluit, of beschrijf in woorden wat een mens nagaat"
            found.append(_problem("R712", text, signal.herkomst, hint))
    return tuple(found)


class _Known:
    """What patterns may name."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.rules = {rule.id for rule in program.rules}

    def problems(self, pattern: Patroon) -> Iterator[tuple[str, str]]:
        """Message and hint for every name or word that does not exist."""
        for name, values in pattern.velden.items():
            words = self._words((pattern.soort, name), pattern)
            for value in values if words is not None else ():
                if words is not None and value not in words and not value.isupper():
                    hint = f"kies uit {', '.join(sorted(words)[:12])}" if words else ""
                    yield f"`{value}` bestaat niet als {name} van een {pattern.soort}", hint

    def _words(self, place: Place, pattern: Patroon) -> Iterable[str] | None:
        """The words a field may hold; None when it may hold any."""
        program = self.program
        if place in WORDS:
            return WORDS[place]
        if place in _AS_FACT:
            fact = program.facts.get(_AS_FACT[place])
            return () if fact is None else _labels([fact.type])
        match place:
            case ("uitkomst", "begrip"):
                return program.begrippen
            case ("uitkomst", "waarde"):
                named = pattern.velden.get("begrip", ())
                return _labels(
                    [program.begrippen[n].type for n in named if n in program.begrippen]
                )
            case ("gegeven", "naam"):
                return program.facts
            case ("gegeven", "waarde"):
                named = pattern.velden.get("naam", ())
                return _labels([program.facts[n].type for n in named if n in program.facts])
            case ("blokkade", "regel"):
                return self.rules
            case ("blokkade", "via"):
                return {*self.rules, *program.begrippen}
            case ("blokkade", "regeling"):
                return {info.id for info in program.regulations}
        return None


def _labels(types: Iterable[Type]) -> tuple[str, ...] | None:
    """The words that values of these types can be, with those for having no value."""
    words: list[str] = [*_NO_VALUE]
    for kind in types:
        if kind.kind == "ja_nee":
            words += ["ja", "nee"]
        elif kind.kind == "keuze":
            words += kind.labels
        else:
            return None
    return tuple(words)


def _problem(code: str, message: str, at: Origin, hint: str = "") -> Diagnostic:
    return Diagnostic(code=code, message=message, at=at, hint=hint)
