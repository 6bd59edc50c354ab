"""What the safety net reads: small positive facts, each a kind with a few fields of text.

Owns the vocabulary of facts. Counting, negating and comparing is done before, by concepts; a
field with several values becomes several facts. Knows nothing of signals or of the library.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from engine.errors import InternalError

Key = tuple[str, tuple[tuple[str, str], ...]]

CASE = "zaak:zaak"
MAX_TEXT = 200


class Shape:
    """The fields that every fact of a kind has, and all that it may have."""

    def __init__(self, required: tuple[str, ...], optional: tuple[str, ...] = ()) -> None:
        """Give the fields in the order of the vocabulary."""
        self.required = required
        self.all = required + optional


_PLACE = ("van", "gezin", "zaak")

# What every kind means to whoever makes the facts:
# `over` is the instance a fact is about ("oplossing:o1", "gezin:p1", "zaak:zaak"); `van` the
#   person it is for ("persoon:p1"); `gezin` the household of that person, in each act. A person
#   who is or may be in several households gives one fact for each.
# uitkomst: `waarde` is the value as it is shown ("ja", "lening"); without a value it is the
#   status (onbekend, conflict, gat), so that a pattern can name them together.
# blokkade: a rule that stands against the resident. For a solution or an entitlement the rule
#   that refuses or lowers it; for an intended decision (voornemen) the rule that carries it, so
#   that one pattern on rank and character covers all three. `via` is the ground or concept hit.
# gegeven: also when it is unknown or absent ("onbekend", "afwezig").
# `zaak` and `bij` (the word of `over`: oplossing, gezin, voornemen) are filled in here.
SHAPES: Mapping[str, Shape] = {
    "uitkomst": Shape(("begrip", "status", "waarde", "over"), ("vast", *_PLACE)),
    "blokkade": Shape(
        ("regel", "regeling", "rang", "karakter", "over"),
        ("artikel", "lid", "onderdeel", "paragraaf", "faalt", "via", "bij", *_PLACE),
    ),
    "omstandigheid": Shape(("soort",), ("ernst", "over_wie", *_PLACE)),
    "gegeven": Shape(("naam", "waarde", "over"), _PLACE),
    "behoefte": Shape(("leefgebied", "over"), _PLACE),
    "oplossing": Shape(("soort", "uitkomst", "trede", "over"), ("vorm", "behoefte", *_PLACE)),
    "voornemen": Shape(
        ("soort", "bevoegdheid", "over"), ("karakter", "grond", "regeling", *_PLACE)
    ),
    "signaal": Shape(("id", "soort", "over"), _PLACE),
}

# Fields that name an instance; a rule that blocks one of them blocks the fact.
INSTANCES = ("over", "over_wie", "van", "gezin")


@dataclass(frozen=True, slots=True)
class NetFact:
    """One fact; equal kind and fields means the same fact."""

    kind: str
    fields: Mapping[str, str] = field(hash=False)

    @property
    def key(self) -> Key:
        """Kind and fields in a fixed order: what facts are sorted and compared by."""
        return self.kind, tuple(sorted(self.fields.items()))

    @property
    def subject(self) -> str:
        """The instance a signal is about when this fact comes first; the case if none is named."""
        fields = self.fields
        return fields.get("over") or fields.get("over_wie") or fields.get("gezin") or CASE


def in_order(facts: Iterable[NetFact]) -> tuple[NetFact, ...]:
    """Check facts, fill in what follows from them and sort them without doubles.

    Raises:
        InternalError: a kind or field outside the vocabulary, or a value that is not short text.
    """
    unique: dict[Key, NetFact] = {}
    for fact in facts:
        whole = NetFact(fact.kind, _filled(fact))
        _check(whole)
        unique[whole.key] = whole
    return tuple(unique[key] for key in sorted(unique))


def _filled(fact: NetFact) -> Mapping[str, str]:
    fields = {**fact.fields, "zaak": CASE}
    if fact.kind == "blokkade":
        fields["bij"] = fields.get("over", "").partition(":")[0]
    elif fact.kind == "uitkomst" and not fields.get("waarde"):
        fields["waarde"] = fields.get("status", "")
    return fields


def _check(fact: NetFact) -> None:
    shape, fields = SHAPES.get(fact.kind), fact.fields
    if shape is None:
        raise InternalError(f"het vangnet kent geen feit van soort `{fact.kind}`")
    for name in shape.required:
        if name not in fields:
            raise InternalError(f"een feit `{fact.kind}` zonder `{name}`")
    for name in fields:
        if name not in shape.all:
            raise InternalError(f"een feit `{fact.kind}` heeft geen veld `{name}`")
    values = fields.values()
    if "" in values or not "".join(values).isprintable() or max(map(len, values)) > MAX_TEXT:
        # The value itself stays out of the message: it may say something about a person.
        raise InternalError(f"een veld van een feit `{fact.kind}` is geen korte tekst")
