"""Resolve one formula: names become references with a place to stand, labels become values."""

from datetime import date

from engine.ir import nodes
from engine.ir import surface as s
from engine.ir.nodes import Expr
from engine.ir.types import COUNT, DATE, DURATION, MONEY_UNITS, PERCENT, YES_NO, Type, money
from engine.origin import Origin
from engine.passes.calls import CallResolver
from engine.passes.typing import UNKNOWN, months_in, type_of
from engine.values import Duration, Value, simplify


class Resolver(CallResolver):
    """Resolves the formulas of one construct."""

    def resolve(self, expr: s.Expr, scopes: tuple[str, ...], expected: Type = UNKNOWN) -> Expr:
        """Resolve a formula read on these scopes; `expected` helps to recognise labels."""
        match expr:
            case s.Number(value=value, at=at):
                return nodes.Lit(value=simplify(value), type=_number_type(expected), at=at)
            case s.Percent(value=value, at=at):
                return nodes.Lit(value=simplify(value), type=PERCENT, at=at)
            case s.YesNo(value=value, at=at):
                return nodes.Lit(value=value, type=YES_NO, at=at)
            case s.Quantity() | s.DateLit():
                return self._literal(expr)
            case s.Path():
                return self.path(expr, scopes, expected)
            case s.Call():
                return self.call(expr, scopes, expected)
            case s.Not(arg=arg, at=at):
                return nodes.Not(arg=self.resolve(arg, scopes, YES_NO), at=at)
            case s.And(args=args, at=at):
                return nodes.And(args=self.resolve_all(args, scopes, YES_NO), at=at)
            case s.Or(args=args, at=at):
                return nodes.Or(args=self.resolve_all(args, scopes, YES_NO), at=at)
            case s.Compare():
                return self._compare(expr, scopes)
            case s.In(arg=arg, labels=labels, at=at):
                return nodes.OneOf(arg=self.resolve(arg, scopes), labels=labels, at=at)
            case s.Arith():
                return self._arith(expr, scopes, expected)
            case s.Negate(arg=arg, at=at):
                return self._negated(self.resolve(arg, scopes, expected), at)
            case s.Choose(when=when, then=then, other=other, at=at):
                return nodes.Choose(
                    when=self.resolve(when, scopes, YES_NO),
                    then=self.resolve(then, scopes, expected),
                    other=self.resolve(other, scopes, expected),
                    at=at,
                )
            case s.Range(at=at) | s.Selection(at=at):
                return self.problem(
                    "R123", "een bereik of selectie kan hier niet staan", at,
                    "`a..b` hoort bij `grenzen`, `… waarvoor …` bij `dekt` of in een functie",
                )  # fmt: skip

    def _literal(self, expr: s.Quantity | s.DateLit) -> Expr:
        if isinstance(expr, s.DateLit):
            try:
                return nodes.Lit(value=date.fromisoformat(expr.text), type=DATE, at=expr.at)
            except ValueError:
                return self.problem("R211", f"`{expr.text}` is geen bestaande datum", expr.at)
        if expr.unit in MONEY_UNITS:
            cents = simplify(expr.value * 100)
            return nodes.Lit(value=cents, type=money(expr.unit), at=expr.at)
        length = _duration(expr)
        if length is None:
            return nodes.Lit(
                value=simplify(expr.value), type=Type("aantal", expr.unit), at=expr.at
            )
        if expr.value.denominator != 1:
            return self.problem("R212", "een duur is een heel getal", expr.at)
        return nodes.Lit(value=length, type=DURATION, at=expr.at)

    def _negated(self, arg: Expr, at: Origin) -> Expr:
        kind = type_of(arg, self.tables)
        zero = nodes.Lit(value=0, type=kind, at=at)
        return nodes.Arith(op="-", left=zero, right=arg, at=at)

    def _compare(self, expr: s.Compare, scopes: tuple[str, ...]) -> Expr:
        left_first = not _bare(expr.left) or _bare(expr.right)
        if left_first:
            left = self.resolve(expr.left, scopes, self._hint(expr.right, scopes))
            right = self.resolve(expr.right, scopes, type_of(left, self.tables))
        else:
            right = self.resolve(expr.right, scopes)
            left = self.resolve(expr.left, scopes, type_of(right, self.tables))
        if _is_age(left) and type_of(right, self.tables) == DURATION:
            return self._age_reached(expr, left, right)
        kind = type_of(left, self.tables)
        labels = kind.labels if kind.kind == "keuze" and kind.ordered else ()
        return nodes.Compare(op=expr.op, left=left, right=right, labels=labels, at=expr.at)

    def _hint(self, other: s.Expr, scopes: tuple[str, ...]) -> Type:
        """The type of a bare name on the other side, without noting problems."""
        if not isinstance(other, s.Path) or len(other.parts) != 1:
            return UNKNOWN
        quiet = Resolver(
            self.symbols, self.regulation, self.tables, current=self.current, suggests=False
        )
        return type_of(quiet.resolve(other, scopes), self.tables)

    def _age_reached(self, expr: s.Compare, left: Expr, right: Expr) -> Expr:
        reached = nodes.Reached(birth=_birth(left), length=right, at=expr.at)
        if expr.op == ">=":
            return reached
        if expr.op == "<":
            return nodes.Not(arg=reached, at=expr.at)
        return self.problem(
            "R310", f"leeftijd en duur vergelijkt u met >= of <, niet met {expr.op}", expr.at
        )

    def _arith(self, expr: s.Arith, scopes: tuple[str, ...], expected: Type) -> Expr:
        hint = expected if expr.op in "+-" else UNKNOWN
        left = self.resolve(expr.left, scopes, hint)
        right = self.resolve(expr.right, scopes, hint)
        if expr.op == "*" and isinstance(expr.right, s.Quantity):
            times = months_in(type_of(left, self.tables).unit, expr.right.unit)
            if times is not None:
                factor = nodes.Lit(value=simplify(expr.right.value * times), type=COUNT)
                product = nodes.Arith(op="*", left=left, right=factor, at=expr.at)
                return nodes.Call(name="som_over_tijd", args=(product,), at=expr.at)
        return nodes.Arith(op=expr.op, left=left, right=right, at=expr.at)


def _number_type(expected: Type) -> Type:
    return expected if expected.kind == "aantal" else COUNT


def _bare(expr: s.Expr) -> bool:
    return isinstance(expr, s.Path) and len(expr.parts) == 1


def _birth(age: Expr) -> Expr:
    """The date that `leeftijd(d)` counts from."""
    return age.args[0] if isinstance(age, nodes.Call) else age


def _is_age(expr: Expr) -> bool:
    return isinstance(expr, nodes.Call) and expr.name == "leeftijd" and len(expr.args) == 1


def _duration(expr: s.Quantity) -> Value | None:
    whole = int(expr.value)
    match expr.unit:
        case "jaar":
            return Duration(whole * 12, 0)
        case "maand" | "maanden":
            return Duration(whole, 0)
        case "week" | "weken":
            return Duration(0, whole * 7)
        case "dag" | "dagen":
            return Duration(0, whole)
        case _:
            return None
