"""What writing any formula needs: answers as code, tests for plain values, places."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Any

from engine.backends.compiled.keys import Keys
from engine.backends.compiled.kinds import CLASSES
from engine.backends.compiled.tops import Tops
from engine.backends.compiled.writer import Constants, Writer
from engine.ir.nodes import Expr, Nav
from engine.ir.program import Program, Rung
from engine.result.lookup import amount_on
from engine.result.outcomes import Outcome

ALWAYS_THERE = frozenset({"zaak", "deze", "ander"})


@dataclass(frozen=True, slots=True)
class Atom:
    """Code without effects: a name or a literal; `plain` when it is surely a plain value."""

    code: str
    plain: bool = False


@dataclass(frozen=True, kw_only=True)
class Context:
    """What all functions of one program share while they are written."""

    program: Program
    tops: Tops
    constants: Constants
    keys: Keys


class Emitter(ABC):
    """Writes into one function.

    Attributes:
        scopes: the variable of the place per scope; 0 is `p`.
        top: the highest rung that can change what the function answers.
        current: the variable that holds `waarde`, if any.
    """

    def __init__(self, context: Context, writer: Writer, top: Rung, current: str = "") -> None:
        """Write into this function."""
        self.context = context
        self.writer = writer
        self.top = top
        self.current = current
        self.scopes = ["p"]

    @abstractmethod
    def atom(self, expr: Expr) -> Atom:
        """Write what a node needs, and give the code of its answer."""

    def keep(self, code: str, *, plain: bool = False) -> Atom:
        """Give what this code comes to a name."""
        return Atom(self.writer.keep(code), plain)

    def literal(self, value: Any) -> Atom:  # noqa: ANN401 a Value
        """A constant: written out when Python has a literal for it."""
        if value.__class__ in (bool, int, str):
            return Atom(repr(value), plain=True)
        name = self.context.constants.name(value, type(value).__name__)
        return Atom(name, plain=True)

    def constant(self, value: Any, hint: str) -> str:  # noqa: ANN401 any object
        """The name of an object that generated code uses."""
        return self.context.constants.name(value, hint)

    def guard(self, atoms: list[Atom], kind: str) -> str:
        """The test that all answers are plain values of this kind; empty when that is sure."""
        wanted = CLASSES.get(kind, "int")
        codes = dict.fromkeys(a.code for a in atoms if not a.plain)
        return " and ".join(f"{code}.__class__ is {wanted}" for code in codes)

    def guarded(self, fast: str, guard: str, slow: str) -> Atom:
        """The fast code where the guard holds, the long way elsewhere."""
        if not guard:
            return self.keep(fast, plain=True)
        return self.keep(f"{fast} if {guard} else {slow}")

    def general(self, op: str, name: str, params: tuple[Any, ...], *atoms: Atom) -> str:
        """A call of the long way for one operation."""
        extra = self.constant(params, "PARAMS") if params else "()"
        codes = ", ".join(a.code for a in atoms)
        return f"general({op!r}, {name!r}, {extra}, {codes})"

    def place(self, nav: Nav) -> tuple[str, bool]:
        """The variable of a place, and whether there may be nothing there."""
        start = self.scopes[nav.scope]
        if not nav.steps:
            return start, False
        question = self.context.keys.steps(nav.steps)
        found = self.writer.keep(f"{start}[{question!r}]")
        return found, not set(nav.steps) <= ALWAYS_THERE

    def nowhere(self, nav: Nav, name: str) -> str:
        """A call that says why there is no place to read from."""
        return f"nowhere({self.scopes[nav.scope]}, {nav.steps!r}, {name!r})"

    def amount_today(self, name: str) -> Outcome:
        """An amount on the peildatum: the same for every case."""
        return amount_on(self.context.program.amounts[name], self.context.program.day)
