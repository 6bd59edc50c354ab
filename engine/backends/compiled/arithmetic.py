"""Exact arithmetic on whole numbers, without making a fraction before the end.

A formula of + - * / on whole cents and constants is a quotient of two whole numbers. The code
computes numerator and denominator, and divides (or rounds, or compares) once.
"""

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from engine.backends.compiled.emitter import Atom, Emitter
from engine.backends.compiled.kinds import is_number, kind_of
from engine.backends.compiled.places import lower
from engine.ir import nodes
from engine.ir.nodes import Expr
from engine.result.outcomes import Known, Outcome


@dataclass(frozen=True, slots=True)
class Quotient:
    """Code of numerator and denominator, with the tree for the long way.

    Attributes:
        positive: whether the denominator is surely above zero.
    """

    over: str
    under: str
    tree: Any
    positive: bool = True


@dataclass
class Island:
    """The leaves of a formula of arithmetic, and what must hold for the short way."""

    leaves: dict[str, int] = field(default_factory=dict)
    tests: dict[str, None] = field(default_factory=dict)
    divides: bool = False

    def leaf(self, atom: Atom, *, whole: bool) -> Quotient:
        """A leaf: a whole number, or a quotient where parts of a cent or per cent may occur."""
        code = atom.code
        number = self.leaves.setdefault(code, len(self.leaves))
        if whole:
            self.tests[f"{code}.__class__ is int"] = None
            return Quotient(code, "1", number)
        self.tests[f"{code}.__class__ in NUMBERS"] = None
        return Quotient(f"{code}.numerator", f"{code}.denominator", number)


def arith(formula: Emitter, expr: nodes.Arith) -> Atom:
    """`x op y`: of numbers, or of dates and durations."""
    if not is_number(expr, formula.context.program):
        return _calendar(formula, expr)
    island = Island()
    made = _quotient(formula, expr, island)
    return _finish(formula, island, _divided(made), made.tree)


def compare(formula: Emitter, expr: nodes.Compare) -> Atom:
    """A comparison of numbers, by multiplying across."""
    island = Island()
    left = _quotient(formula, expr.left, island)
    right = _quotient(formula, expr.right, island)
    sign = "==" if expr.op == "=" else expr.op
    if left.positive and right.positive:
        sides = (_times(left.over, right.under), _times(right.over, left.under))
    else:
        sides = (_divided(left), _divided(right))
    tree = ("vergelijk", expr.op, expr.labels, (left.tree, right.tree))
    return _finish(formula, island, f"{sides[0]} {sign} {sides[1]}", tree)


def call(formula: Emitter, expr: nodes.Call) -> Atom:
    """`afgerond` and the sum over a period."""
    island = Island()
    value = _quotient(formula, expr.args[0], island)
    if expr.name == "som_over_tijd":
        summed = ("functie", expr.name, (), (value.tree,))
        return _finish(formula, island, _divided(value), summed)
    step = expr.args[1]
    if not isinstance(step, nodes.Lit) or step.value.__class__ is not int or step.value <= 0:
        args = [formula.atom(arg) for arg in expr.args]
        return formula.keep(formula.general("functie", "afgerond", (expr.mode,), *args))
    tree = ("functie", "afgerond", (expr.mode,), (value.tree, Known(step.value)))
    return _finish(formula, island, _rounded(value, step.value, expr.mode), tree)


def _rounded(value: Quotient, step: int, mode: str) -> str:
    under = _times(value.under, str(step))
    if under == "1":
        return value.over
    whole = (
        f"{value.over} // {under}"
        if mode == "omlaag"
        else f"rounded({value.over}, {under}, {mode!r})"
    )
    return whole if step == 1 else f"{step} * ({whole})"


def _finish(formula: Emitter, island: Island, fast: str, tree: Any) -> Atom:  # noqa: ANN401
    guard = " and ".join(island.tests)
    known = formula.context.constants.add(tree, "TREE") if guard else ""
    slow = "replay_division" if island.divides else "replay"
    return formula.guarded(fast, guard, f"{slow}({', '.join([known, *island.leaves])})")


def _divided(value: Quotient) -> str:
    return value.over if value.under == "1" else f"ratio({value.over}, {value.under})"


def _quotient(formula: Emitter, expr: Expr, island: Island) -> Quotient:
    match expr:
        case nodes.Lit(value=value) if value.__class__ in (int, Fraction):
            return _constant(value)
        case nodes.AmountRef(name=name, on=None) if _is_fixed(formula.amount_today(name)):
            return _constant(lower(formula.amount_today(name)))
        case nodes.Arith(op=op, left=left, right=right) if is_number(
            expr, formula.context.program
        ):
            a = _quotient(formula, left, island)
            b = _quotient(formula, right, island)
            return _combine(op, a, b, island)
        case nodes.Call(name="som_over_tijd", args=args):
            inner = _quotient(formula, args[0], island)
            tree = ("functie", "som_over_tijd", (), (inner.tree,))
            return Quotient(inner.over, inner.under, tree, inner.positive)
        case _:
            whole = kind_of(expr, formula.context.program) != "procent" and not _exact(
                formula, expr
            )
            return island.leaf(formula.atom(expr), whole=whole)


def _exact(formula: Emitter, expr: Expr) -> bool:
    """Whether this is a concept that may hold parts of a cent."""
    return isinstance(expr, nodes.BegripRef) and formula.context.program.begrippen[expr.name].exact


def _is_fixed(outcome: Outcome) -> bool:
    return isinstance(outcome, Known) and outcome.value.__class__ in (int, Fraction)


def _constant(value: Any) -> Quotient:  # noqa: ANN401 a number
    exact = Fraction(value)
    over = str(exact.numerator) if exact >= 0 else f"({exact.numerator})"
    return Quotient(over, str(exact.denominator), Known(value))


def _combine(op: str, a: Quotient, b: Quotient, island: Island) -> Quotient:
    tree = ("reken", op, (), (a.tree, b.tree))
    both = a.positive and b.positive
    if op == "*":
        return Quotient(_times(a.over, b.over), _times(a.under, b.under), tree, both)
    if op == "/":
        fixed = b.over.isdigit() and b.over != "0"
        if not fixed:
            island.tests[f"{b.over} != 0"] = None
            island.divides = True
        under = _times(a.under, b.over)
        return Quotient(_times(a.over, b.under), under, tree, a.positive and fixed)
    if a.under == b.under:
        return Quotient(f"({a.over} {op} {b.over})", a.under, tree, both)
    crossed = (_times(a.over, b.under), _times(b.over, a.under))
    under = _times(a.under, b.under)
    return Quotient(f"({crossed[0]} {op} {crossed[1]})", under, tree, both)


def _times(a: str, b: str) -> str:
    if a == "1":
        return b
    if b == "1":
        return a
    return str(int(a) * int(b)) if a.isdigit() and b.isdigit() else f"({a} * {b})"


_ADDED = {
    "+": "",
    "-": ", -1",
    nodes.OTHERWISE["+"]: ", up=True",
    nodes.OTHERWISE["-"]: ", -1, up=True",
}


def _calendar(formula: Emitter, expr: nodes.Arith) -> Atom:
    """A date and a duration; durations among themselves go the long way."""
    left, right = formula.atom(expr.left), formula.atom(expr.right)
    slow = formula.general("reken", expr.op, (), left, right)
    if kind_of(expr.left, formula.context.program) != "datum":
        return formula.keep(slow)
    tests = [formula.guard([left], "datum"), formula.guard([right], "duur")]
    fast = f"add_duration({left.code}, {right.code}{_ADDED[expr.op]})"
    return formula.guarded(fast, " and ".join(t for t in tests if t), slow)
