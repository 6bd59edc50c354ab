"""How a worked case speaks of its facts, persons and things: short statements, never a code alone.

A statement about something that is yes or no is a clause (`dat p1 zelf hulp vraagt`); anything
else is its noun with its value (`de kosten per maand: € 40`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from engine.backends.render_nl.dutch import together
from engine.backends.render_nl.expressions import Speaker
from engine.backends.render_nl.names import (
    CLAUSES,
    NOUNS,
    letters,
    question_of,
)
from engine.backends.render_nl.places import Scope, own_scope
from engine.backends.render_nl.sources import act_name
from engine.backends.render_nl.values import from_json
from engine.backends.render_nl.words.places import OWN
from engine.ir.nodes import Nav
from engine.ir.program import Program
from engine.ir.types import Type

SHORT = 3  # words of a noun that `van p1` can follow without doubt about whose it is
HOUSEHOLDS = {"gezin": "het gezin", "huishouding": "het huishouden"}


@dataclass(frozen=True)
class Tongue:
    """Speaks of one case.

    Attributes:
        program: The rules of the day and the municipality of the case.
        called: What needs, obstacles, solutions and the like are called, by id.
    """

    program: Program
    called: Mapping[str, str] = field(default_factory=dict)

    def thing(self, name: str) -> str:
        """What an id is called: `“de trap is te steil” (x1)`; a person keeps the code."""
        return f"{self.called[name]} ({name})" if name in self.called else plain(name)

    def place(self, key: str) -> str:
        """The instance of a key such as `gezin:p1`, `paar:p1>p2` or `o1`."""
        word, found, name = key.partition(":")
        if not found:
            return self.thing(key)
        if word == "zaak":
            return ""
        if word == "paar":
            return together(name.split(">"))
        if word in ("persoon", "oplossing", "belemmering"):
            return self.thing(name)
        if word in HOUSEHOLDS:
            return f"{HOUSEHOLDS[word]} van {name}"
        if name in self.called:
            return self.thing(name)
        return f"{the(word)} {plain(name)}"

    def act(self, name: str) -> str:
        """An act by its name."""
        return act_name(self.program, name)

    def scope(self, entity: str, key: str) -> Scope:
        """The scope in which a clause about this instance is spoken."""
        name = key.partition(":")[2] or key
        if entity == "paar" and ">" in name:
            first, second = name.split(">")
            return Scope("paar", first, second)
        place = self.place(key)
        return Scope(entity, place) if place else own_scope(entity)

    def statement(self, name: str, value: str, kind: Type, scope: Scope) -> str:
        """What it means that a fact or concept has this value."""
        if value == "afwezig":
            return f"{self.label_of(name)}: is er niet"
        own, template = CLAUSES.get(f"{name}={value}"), CLAUSES.get(name, "")
        if kind.kind == "ja_nee" and template:
            return f"dat {self._filled(template, scope, yes=value == 'ja')}"
        if own is not None:
            return f"dat {self._filled(own, scope, yes=True)}"
        shown = self.value(value, kind)
        if "{v}" in template:
            return f"dat {self._filled(template, scope, yes=True, value=shown)}"
        return f"{self.label_of(name)}: {shown}"

    def _filled(self, template: str, scope: Scope, *, yes: bool, value: str = "") -> str:
        return Speaker(self.program).filled(template, Nav(), (scope,), yes=yes, value=value)

    def label_of(self, name: str) -> str:
        """A name in front of its value: its noun, its question, or its letters."""
        if name in NOUNS:
            return NOUNS[name]
        asked = question_of(self.program, name)
        return f"“{asked}”" if asked else letters(name)

    def value(self, value: str, kind: Type) -> str:
        """A value as it was written, in Dutch."""
        if kind.kind == "tekst":
            return f"“{value}”"
        if kind.kind == "persoon":
            return value
        return from_json(value, kind.unit, money=kind.kind == "bedrag")

    def outcome(self, name: str, value: str, kind: Type, key: str, entity: str) -> str:
        """A statement that says whose: `de bijstandsnorm van het gezin van p1: € 2.027,79`."""
        noun_first = kind.kind == "keuze" and name in NOUNS
        told = "" if noun_first else self.statement(name, value, kind, self.scope(entity, key))
        if told.startswith("dat "):
            return told
        return f"{self.owned(name, key)}: {self.value(value, kind)}"

    def owned(self, name: str, key: str) -> str:
        """A name with what it is about."""
        what, where = self.label_of(name), self.place(key)
        if not where:
            return what
        short = len(what.split()) <= SHORT and not what.startswith("“")
        return f"{what} van {where}" if short else f"{what} ({where})"


def the(kind: str) -> str:
    """One record of a list, or another thing, with its article: `de gedraging`."""
    own = OWN.get(kind, f"deze {plain(kind)}")
    return own.replace("deze ", "de ", 1).replace("dit ", "het ", 1)


def plain(text: str) -> str:
    """A word of a case made fit to read."""
    return text.replace("`", "").replace("_", " ")


def quoted(text: str) -> str:
    """Words of somebody, between quotes and without a loose end."""
    return f"“{' '.join(text.split())}”"
