"""What the parts of `resolve` share: symbols, the peildatum, and a place for problems."""

from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches
from typing import TYPE_CHECKING

from engine.errors import Diagnostic
from engine.ir import surface as s
from engine.ir.declarations import Table, Window
from engine.ir.nodes import Expr
from engine.ir.types import YES_NO, Type
from engine.model.regulation import Regeling
from engine.model.shared import Geldig
from engine.origin import Origin
from engine.passes.expressions import Resolver
from engine.passes.symbols import Symbols

if TYPE_CHECKING:
    from engine.ir.parts import Refusal


class Scope:
    """Makes resolvers for one regulation and gathers what they find."""

    def __init__(self, symbols: Symbols, tables: dict[str, Table], day: date) -> None:
        """Keep the symbols and tables that formulas may name, and the peildatum."""
        self.symbols = symbols
        self.tables = tables
        self.day = day
        self.problems: list[Diagnostic] = []
        self.refusals: list[Refusal] = []

    def entity(self, regeling: Regeling, name: str, at: Origin) -> str:
        """The entity that `over` names: structure, list, or a group of this or a used act."""
        group = self.symbols.group(regeling.id, name)
        if group is not None:
            return group
        if not self.symbols.shape.exists(name):
            self.problem(
                "R233",
                f"`over: {name}` bestaat niet",
                at,
                "kies persoon, paar, oplossing, een groep of een lijst",
            )
            return "zaak"
        return name

    def problem(self, code: str, message: str, at: Origin, hint: str = "") -> None:
        """Note a problem."""
        self.problems.append(Diagnostic(code=code, message=message, at=at, hint=hint))

    def labels(self, fact: str, names: Iterable[str], at: Origin) -> None:
        """Note words that a choice fact does not have, or that there is no such fact."""
        found = self.symbols.facts.get(fact)
        if found is None:
            message = f"deze regels verklaren het gegeven `{fact}` niet, en hebben het hier nodig"
            self.problem("R242", message, at, "neem de map rules/gegevens mee")
            return
        for name in names:
            if name not in found.type.labels:
                message = f"`{name}` is geen waarde van `{fact}`"
                close = get_close_matches(name, found.type.labels, 1)
                hint = f"bedoelt u `{close[0]}`?" if close else "zie de waardenlijst"
                self.problem("R242", message, at, hint)

    def resolver(self, regeling: Regeling) -> Resolver:
        """A resolver whose problems land here."""
        return Resolver(self.symbols, regeling.id, self.tables, self.problems)

    def formula(
        self, regeling: Regeling, formula: s.Expr | None, entity: str, expected: Type = YES_NO
    ) -> Expr | None:
        """Resolve an optional formula on one entity."""
        if formula is None:
            return None
        return self.resolver(regeling).resolve(formula, (entity,), expected)

    def bounds(
        self, regeling: Regeling, formula: s.Expr | None, entity: str, kind: Type
    ) -> tuple[Expr | None, Expr | None]:
        """Resolve `a..b`; anything else than a range gives no bounds."""
        if not isinstance(formula, s.Range):
            return None, None
        return (
            self.formula(regeling, formula.low, entity, kind),
            self.formula(regeling, formula.high, entity, kind),
        )


def window(valid: Geldig | None) -> Window:
    """The days on which something holds; no `geldig` means always."""
    return Window(start=valid.vanaf, end=valid.tot) if valid else Window()
