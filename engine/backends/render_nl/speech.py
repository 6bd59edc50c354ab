"""What the parts of the formula renderer ask of each other."""

from typing import Protocol

from engine.backends.render_nl.places import Scope
from engine.ir.nodes import Expr, Nav
from engine.ir.program import Program

Scopes = tuple[Scope, ...]


class Speech(Protocol):
    """Speaks formulas of one program; the last scope is the innermost."""

    @property
    def program(self) -> Program:
        """The program whose names are spoken."""

    def clause(self, expr: Expr, scopes: Scopes, *, yes: bool = True) -> str:
        """A condition (or its denial) as a clause with the verb at the end."""

    def value(self, expr: Expr, scopes: Scopes) -> str:
        """A value as a noun phrase."""

    def filled(
        self, template: str, nav: Nav, scopes: Scopes, *, yes: bool, value: str = ""
    ) -> str:
        """A template with its reading chosen and its places filled in."""
