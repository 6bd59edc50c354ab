"""Which instances can be reached from which: the fixed shape of a case plus lists and groups."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from engine.ir.declarations import ListDecl

STRUCTURE = (
    "zaak", "persoon", "paar", "behoefte", "belemmering", "dekking", "oplossing", "besluit",
    "voornemen",
)  # fmt: skip

_UP: Mapping[str, tuple[tuple[str, str], ...]] = {
    "paar": (("deze", "persoon"),),
    "oplossing": (("behoefte", "behoefte"),),
    "belemmering": (("behoefte", "behoefte"),),
    "dekking": (("belemmering", "belemmering"),),
    "voornemen": (("besluit", "besluit"),),
}
_EXPLICIT: Mapping[tuple[str, str], str] = {
    ("paar", "ander"): "persoon",
    ("paar", "deze"): "persoon",
    ("behoefte", "behoefte_van"): "persoon",
    ("oplossing", "behoefte_van"): "persoon",
    ("belemmering", "behoefte_van"): "persoon",
    ("dekking", "behoefte_van"): "persoon",
    ("besluit", "eigenaar"): "persoon",
    ("voornemen", "eigenaar"): "persoon",
    ("oplossing", "behoefte"): "behoefte",
    ("belemmering", "behoefte"): "behoefte",
    ("dekking", "belemmering"): "belemmering",
    ("voornemen", "besluit"): "besluit",
}
_COLLECTIONS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "personen": ("persoon", ("zaak",)),
    "anderen": ("paar", ("persoon",)),
    "belemmeringen": ("belemmering", ("oplossing", "behoefte", "zaak")),
    "dekkingen": ("dekking", ("belemmering", "oplossing", "behoefte", "zaak")),
    "oplossingen": ("oplossing", ("behoefte", "zaak")),
    "behoeften": ("behoefte", ("zaak",)),
    "voornemens": ("voornemen", ("besluit", "zaak")),
    "besluiten": ("besluit", ("zaak",)),
}

Reach = tuple[tuple[str, ...], str]


@dataclass(frozen=True)
class Shape:
    """The shape of a case: structure entities, lists with owners, groups (nearest first)."""

    lists: Mapping[str, ListDecl]
    groups: tuple[str, ...]

    def exists(self, entity: str) -> bool:
        """Whether this is an entity that rules may be about."""
        return entity in STRUCTURE or entity in self.lists or entity in self.groups

    def upward(self, entity: str, steps: tuple[str, ...] = ()) -> Iterator[Reach]:
        """What is reached without saying so, nearest first: owner, group, case."""
        yield steps, entity
        if entity in self.lists:
            owner = self.lists[entity].owner
            if owner == "zaak":
                yield (*steps, "zaak"), "zaak"
            else:
                yield from self.upward(owner, (*steps, "eigenaar"))
            return
        for step, target in _UP.get(entity, ()):
            yield from self.upward(target, (*steps, step))
        if entity == "persoon":
            for group in self.groups:
                yield (*steps, group), group
        if entity != "zaak" and entity not in _UP:
            yield (*steps, "zaak"), "zaak"

    def step(self, entity: str, word: str) -> str | None:
        """Where an explicit step leads, or None when the word is no step from here."""
        if word == "eigenaar" and entity in self.lists:
            return self.lists[entity].owner
        if entity == "persoon" and word in self.groups:
            return word
        return _EXPLICIT.get((entity, word))

    def collection(self, entity: str, name: str) -> str | None:
        """The kind of member when this entity has that collection, else None."""
        if name == "leden":
            return "persoon" if entity in self.groups else None
        if name in self.lists:
            return name if self.lists[name].owner == entity else None
        member, owners = _COLLECTIONS.get(name, ("", ()))
        return member if entity in owners else None

    def is_collection(self, name: str) -> bool:
        """Whether this word names a collection at all."""
        return name == "leden" or name in self.lists or name in _COLLECTIONS

    def path_to(self, entity: str, target: str) -> tuple[str, ...] | None:
        """Steps from an instance to the instance of another entity, also by person; else None."""
        for steps, found in self.upward(entity):
            if found == target:
                return steps
        for word in ("behoefte_van", "eigenaar"):
            person = self.step(entity, word)
            if person is not None:
                for steps, found in self.upward(person, (word,)):
                    if found == target:
                        return steps
        return None
