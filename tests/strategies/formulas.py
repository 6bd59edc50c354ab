"""Formulas of a wanted type over what a place can see: mostly well typed by construction."""

from collections.abc import Sequence
from dataclasses import dataclass

from engine.testing.choices import Choices, chance, pick

YES_NO, EURO, MONTHLY, COUNT, PERCENT, DATE, COLOUR = (
    "ja_nee", "euro", "euro/maand", "aantal", "procent", "datum", "kleur",
)  # fmt: skip
COLOURS = ("rood", "groen", "blauw")
CONSTANTS = {
    YES_NO: ("ja", "nee"),
    EURO: ("0 euro", "10 euro", "20 euro", "30 euro"),
    MONTHLY: ("0 euro/maand", "10 euro/maand", "20 euro/maand"),
    COUNT: ("0", "1", "2", "3"),
    PERCENT: ("0%", "20%", "50%", "100%"),
    DATE: ("2026-01-01", "2026-07-01", "peildatum"),
    COLOUR: COLOURS,
}
ORDERED = (EURO, MONTHLY, COUNT, PERCENT, DATE)
# What a place reaches upward without saying so.
UPWARD = {
    "zaak": ("zaak",),
    "persoon": ("persoon", "gezin", "zaak"),
    "paar": ("paar", "persoon", "gezin", "zaak"),
    "gezin": ("gezin", "zaak"),
    "giften": ("giften", "persoon", "gezin", "zaak"),
}
COLLECTIONS = {
    "zaak": (("personen", "persoon"), ("omstandigheden", "omstandigheden")),
    "persoon": (("anderen", "paar"), ("giften", "giften"), ("omstandigheden", "omstandigheden")),
    "paar": (("giften", "giften"),),
    "gezin": (("leden", "persoon"), ("omstandigheden", "omstandigheden")),
    "giften": (("omstandigheden", "omstandigheden"),),
}
FACTS = {
    ("persoon", YES_NO): ("f_a", "f_b", "f_c", "f_d", "vermoed_a", "vermoed_b"),
    ("persoon", EURO): ("vermogen",),
    ("persoon", MONTHLY): ("inkomen",),
    ("persoon", COUNT): ("telling",),
    ("persoon", DATE): ("geboren", "dag"),
    ("persoon", COLOUR): ("tint",),
    ("paar", YES_NO): ("samen", "zorgt", "verwant"),
    ("paar", COUNT): ("graad",),
    ("zaak", YES_NO): ("gemeld", "gehoord"),
    ("giften", EURO): ("waarde_gift",),
    ("giften", DATE): ("ontvangen_op",),
    ("giften", YES_NO): ("bestemd",),
    ("omstandigheden", COLOUR): ("soort_omst",),
    ("omstandigheden", YES_NO): ("acuut", "over_wie.f_a"),
}


@dataclass(frozen=True)
class Name:
    """Something that may be read: a concept, a field of a judgement, an amount, an open term."""

    name: str
    entity: str
    type: str


class Formulas:
    """Writes formulas; `names` is what exists so far, so that nothing runs in a circle."""

    def __init__(self, choices: Choices, names: Sequence[Name] = ()) -> None:
        self.choices = choices
        self.names = list(names)

    def of(self, kind: str, entity: str, depth: int = 2) -> str:
        """A formula of this type, read on this entity."""
        if kind == YES_NO:
            return self.condition(entity, depth)
        if depth <= 0 or chance(self.choices, 40):
            return self.leaf(kind, entity)
        return self.compound(kind, entity, depth - 1)

    # -- conditions ------------------------------------------------------------------------

    def condition(self, entity: str, depth: int = 2) -> str:
        if depth <= 0 or chance(self.choices, 35):
            return self.atom(entity)
        form = self.choices.integer(0, 5)
        if form == 0:
            return f"niet ({self.condition(entity, depth - 1)})"
        if form in (1, 2):
            word = " en " if form == 1 else " of "
            return word.join(
                f"({self.condition(entity, depth - 1)})" for _ in range(self.choices.integer(2, 3))
            )
        if form == 3 and COLLECTIONS.get(entity):
            return self.quantified(entity)
        return self.comparison(entity, depth - 1)

    def atom(self, entity: str) -> str:
        options = self.readable(YES_NO, entity)
        if not options or chance(self.choices, 15):
            return self.comparison(entity, 0)
        return pick(self.choices, options)

    def comparison(self, entity: str, depth: int) -> str:
        kinds = [k for k in (*ORDERED, COLOUR) if self.readable(k, entity)]
        if not kinds:
            return pick(self.choices, CONSTANTS[YES_NO])
        kind = pick(self.choices, kinds)
        left = pick(self.choices, self.readable(kind, entity))
        if kind == COLOUR:
            first, second = pick(self.choices, COLOURS), pick(self.choices, COLOURS)
            return pick(self.choices, (f"{left} = {first}", f"{left} in ({first}; {second})"))
        op = pick(self.choices, ("<", "<=", ">", ">=", "=", "!="))
        return f"{left} {op} {self.of(kind, entity, min(depth, 1))}"

    def quantified(self, entity: str) -> str:
        collection, member = pick(self.choices, COLLECTIONS[entity])
        inner = Formulas(self.choices, self.names)
        where = inner.condition(member, 0)
        form = self.choices.integer(0, 2)
        if form == 0:
            return f"er_is({collection} waarvoor {where})"
        if form == 1:
            return f"alle({collection} waarvoor {where}; {inner.condition(member, 0)})"
        return f"aantal({collection} waarvoor {where}) > {self.choices.integer(0, 1)}"

    # -- values ----------------------------------------------------------------------------

    def leaf(self, kind: str, entity: str) -> str:
        options = self.readable(kind, entity)
        if kind == COLOUR or not options or chance(self.choices, 50):
            return pick(self.choices, CONSTANTS[kind])
        return pick(self.choices, options)

    def compound(self, kind: str, entity: str, depth: int) -> str:
        if chance(self.choices, 30) or kind in (COLOUR, DATE):
            return self.chosen(kind, entity, depth)
        one, two = self.of(kind, entity, depth), self.of(kind, entity, depth)
        form = self.choices.integer(0, 4)
        if form == 0:
            return f"({one} + {two})"
        if form == 1:
            return f"({one} - {two})"
        if form == 4 and kind in (EURO, MONTHLY, COUNT):
            return self.gathered(kind, entity) or f"maximum({one}; {two})"
        return f"{pick(self.choices, ('minimum', 'maximum'))}({one}; {two})"

    def chosen(self, kind: str, entity: str, depth: int) -> str:
        when = self.condition(entity, depth)
        then, other = self.of(kind, entity, depth), self.of(kind, entity, depth)
        return f"(als {when} dan {then} anders {other})"

    def gathered(self, kind: str, entity: str) -> str:
        """A sum, count or extreme over a collection."""
        collection, member = pick(self.choices, COLLECTIONS[entity])
        inner = Formulas(self.choices, self.names)
        where = inner.condition(member, 0)
        if kind == COUNT:
            return f"aantal({collection} waarvoor {where})"
        options = inner.readable(kind, member)
        if not options:
            return ""
        name = pick(self.choices, ("som", "som", "minimum", "maximum", "enige"))
        return f"{name}({pick(self.choices, options)} van {collection} waarvoor {where})"

    def readable(self, kind: str, entity: str) -> list[str]:
        """All names of this type that can be read from here."""
        found = []
        for place in UPWARD.get(entity, (entity, "zaak")):
            found += FACTS.get((place, kind), ())
            found += [n.name for n in self.names if (n.entity, n.type) == (place, kind)]
        if entity == "paar":
            found += [f"ander.{name}" for name in FACTS.get(("persoon", kind), ())]
            found += [
                f"ander.{n.name}" for n in self.names if (n.entity, n.type) == ("persoon", kind)
            ]
        if kind == COUNT and entity in ("persoon", "paar", "giften"):
            found.append("leeftijd(geboren)")
        return found
