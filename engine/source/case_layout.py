"""The instances of a request, the links between them, and the facts as they were written.

`case_structure` fills it; `case_facts` and `case_judgements` give it a meaning.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from engine.errors import Diagnostic
from engine.ir.case import Inst
from engine.model.request import FeitWaarde, Plaatsen
from engine.origin import NOWHERE, Origin
from engine.source.formula_errors import close_to

COLLECTIONS = {
    "behoefte": "behoeften", "belemmering": "belemmeringen", "dekking": "dekkingen",
    "oplossing": "oplossingen", "besluit": "besluiten", "voornemen": "voornemens",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Given:
    """A fact as written: about what, its name, its value, and where the name stands.

    `structural` marks a fixed key of a record: it is a fact only if the rules declare it.
    """

    inst: Inst
    name: str
    value: FeitWaarde
    at: Origin
    structural: bool = False


@dataclass
class Problems:
    """Collects what is wrong with a request."""

    found: list[Diagnostic] = field(default_factory=list)

    def add(
        self, code: str, message: str, at: Origin, hint: str = "", also: tuple[Origin, ...] = ()
    ) -> None:
        """Keep a problem."""
        places = tuple((place, "eerste keer") for place in also)
        self.found.append(Diagnostic(code=code, message=message, at=at, hint=hint, also=places))


@dataclass
class Layout:
    """Instances, links between them, and the facts as written.

    Attributes:
        known: every id with its instance and place.
        coverings: per (obstacle, means or helper or solution) the coverings it may mean.
    """

    problems: Problems = field(default_factory=Problems)
    known: dict[str, tuple[Inst, Origin]] = field(default_factory=dict)
    persons: list[str] = field(default_factory=list)
    network: list[str] = field(default_factory=list)
    links: dict[tuple[str, Inst], Inst] = field(default_factory=dict)
    children: dict[tuple[str, Inst], list[Inst]] = field(default_factory=lambda: defaultdict(list))
    coverings: dict[tuple[str, str], list[Inst]] = field(default_factory=lambda: defaultdict(list))
    given: list[Given] = field(default_factory=list)

    def members(self) -> dict[str, tuple[str, ...]]:
        """Per entity the ids, sorted."""
        found: dict[str, list[str]] = defaultdict(list)
        for entity, name in (inst for inst, _ in self.known.values()):
            found[entity].append(name)
        return {entity: tuple(sorted(names)) for entity, names in sorted(found.items())}

    def add(self, inst: Inst, at: Origin, hangs_on: tuple[Inst, ...] = ()) -> bool:
        """Add an instance; False when its id is taken."""
        entity, name = inst
        if name in self.known:
            message = f"de code `{name}` is al gebruikt"
            hint = "geef elk onderdeel van de hulpvraag een eigen code"
            self.problems.add("C113", message, at, hint, (self.known[name][1],))
            return False
        self.known[name] = (inst, at)
        for place in hangs_on:
            self.children[COLLECTIONS.get(entity, entity), place].append(inst)
        return True

    def facts(self, inst: Inst, feiten: Mapping[str, FeitWaarde], places: Plaatsen) -> None:
        """Keep the facts that stand beside the fixed keys."""
        for name, value in feiten.items():
            at = value.herkomst.begin
            self.given.append(Given(inst, name, value, places.van(name) if at == NOWHERE else at))

    def key(self, inst: Inst, name: str, value: FeitWaarde | str | None, places: Plaatsen) -> None:
        """Keep a fixed key that may be a fact as well."""
        if value is not None:
            made = FeitWaarde(waarde=value) if isinstance(value, str) else value
            self.given.append(Given(inst, name, made, places.van(name), structural=True))

    def find(self, name: str | None, entity: str, key: str, places: Plaatsen) -> Inst | None:
        """The instance of this entity with this id; reports when there is none."""
        if name is None:
            return None
        found = self.known.get(name)
        if found is not None and found[0][0] == entity:
            return found[0]
        if found is not None:
            message = f"`{key}` verwijst naar `{name}`, en dat is geen {entity}"
            self.problems.add("C115", message, places.van(key))
            return None
        same = [n for n, (inst, _) in self.known.items() if inst[0] == entity]
        message = f"`{key}` verwijst naar `{name}`, en dat bestaat niet"
        self.problems.add("C114", message, places.van(key), close_to(name, same))
        return None
