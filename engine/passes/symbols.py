"""The names of a corpus: what each name means, seen from each regulation."""

from collections.abc import Mapping
from dataclasses import dataclass

from engine.ir.declarations import Amount, FactDecl, Reading, Table
from engine.ir.program import Norm
from engine.ir.types import Type
from engine.origin import Origin
from engine.passes.entities import Shape


@dataclass(frozen=True, kw_only=True)
class BegripDecl:
    """What other names need to know of a concept."""

    name: str
    entity: str
    type: Type
    origin: Origin


Symbol = FactDecl | BegripDecl | Norm | Amount | Table | Reading


@dataclass(frozen=True, kw_only=True)
class Symbols:
    """All symbols of a corpus by (regulation, name), facts by name, and what each act uses."""

    named: Mapping[tuple[str, str], Symbol]
    facts: Mapping[str, FactDecl]
    uses: Mapping[str, tuple[str, ...]]
    shape: Shape

    def find(self, regulation: str, name: str) -> tuple[Symbol, ...]:
        """What a bare name means here: own act first, then facts, then the acts it uses."""
        own = self.named.get((regulation, name))
        if own is not None:
            return (own,)
        if name in self.facts:
            return (self.facts[name],)
        found = [self.named.get((used, name)) for used in self.uses.get(regulation, ())]
        return tuple(symbol for symbol in found if symbol is not None)

    def seen_from(self, regulation: str) -> Shape:
        """The shape with the groups of this act and the acts it uses, nearest first."""
        order = (regulation, *self.uses.get(regulation, ()))
        groups = sorted(
            (g for g in self.shape.groups if g.split(".")[0] in order),
            key=lambda g: order.index(g.split(".")[0]),
        )
        rest = [g for g in self.shape.groups if g not in groups]
        return Shape(self.shape.lists, (*groups, *rest))

    def group(self, regulation: str, name: str) -> str | None:
        """The qualified group that a bare or qualified name means here."""
        if name in self.shape.groups:
            return name
        order = (regulation, *self.uses.get(regulation, ()))
        return next((f"{a}.{name}" for a in order if f"{a}.{name}" in self.shape.groups), None)

    def known_names(self, regulation: str) -> list[str]:
        """Names that may be written here, for a hint on a typing error."""
        acts = (regulation, *self.uses.get(regulation, ()))
        return [*self.facts, *(name for act, name in self.named if act in acts)]
