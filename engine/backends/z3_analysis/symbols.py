"""Truths and values that are constant or symbolic; what is constant is computed at once.

A truth is a bool or a solver term, a number an int, a Fraction or a term. Days, labels and
lengths wrap their terms, so that a value says itself what it is, as in the interpreter.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import z3

Term = Any  # a term or a sort of the solver, or a constant
Bit = Any  # bool or z3.BoolRef
Number = Any  # int, Fraction or z3.ArithRef


@dataclass(frozen=True, slots=True)
class Day:
    """A day, by its ordinal number."""

    number: Number


@dataclass(frozen=True, slots=True)
class Label:
    """A word of a list, or a person, by its code."""

    code: Number


@dataclass(frozen=True, slots=True)
class Span:
    """A length of calendar time."""

    months: Number
    days: Number


Symbol = Any  # Bit, Number, Day, Label, Span, or None where nothing can stand


def is_bit(value: Symbol) -> bool:
    """Whether this is a truth."""
    return isinstance(value, bool) or z3.is_bool(value)


def is_constant(value: Symbol) -> bool:
    """Whether nothing in this value is open."""
    return all(not z3.is_expr(part) for part in parts_of(value))


def no(bit: Bit) -> Bit:
    """Not."""
    if isinstance(bit, bool):
        return not bit
    if z3.is_not(bit):
        return bit.arg(0)
    return z3.BoolRef(z3.Z3_mk_not(bit.ctx.ref(), bit.as_ast()), bit.ctx)


def both(*bits: Bit) -> Bit:
    """All of these."""
    return _joined(bits, whole=True)


def either(*bits: Bit) -> Bit:
    """At least one of these."""
    return _joined(bits, whole=False)


def _joined(bits: Iterable[Bit], *, whole: bool) -> Bit:
    kept: dict[int, Bit] = {}
    for bit in bits:
        if isinstance(bit, bool):
            if bit is not whole:
                return not whole
        else:
            kept[bit.get_id()] = bit
    if not kept:
        return whole
    found = list(kept.values())
    if len(found) == 1:
        return found[0]
    # One level below `z3.And` and `z3.Or`, which look at the sort of every part again.
    terms, context = (z3.Ast * len(found))(*(bit.as_ast() for bit in found)), found[0].ctx
    made = (z3.Z3_mk_and if whole else z3.Z3_mk_or)(context.ref(), len(found), terms)
    return z3.BoolRef(made, context)


def lift(number: Number) -> Term:
    """A number as a solver term."""
    if isinstance(number, bool) or not isinstance(number, int | Fraction):
        return number
    if isinstance(number, int):
        return z3.IntVal(number)
    return z3.RealVal(f"{number.numerator}/{number.denominator}")


def parts_of(value: Symbol) -> tuple[Term, ...]:
    """The terms and constants that a value consists of."""
    match value:
        case None:
            return ()
        case Day(number=part) | Label(code=part):
            return (part,)
        case Span(months=months, days=days):
            return (months, days)
        case _:
            return (value,)


def rebuilt(value: Symbol, parts: tuple[Term, ...]) -> Symbol:
    """A value of the same kind with other parts."""
    match value:
        case None:
            return None
        case Day() | Label():
            return type(value)(parts[0])
        case Span():
            return Span(*parts)
        case _:
            return parts[0]


def equal(left: Symbol, right: Symbol) -> Bit:
    """Whether two values are the same."""
    if left is None or right is None:
        return False
    pairs = zip(parts_of(left), parts_of(right), strict=True)
    return both(*(_same(a, b) for a, b in pairs))


def _same(left: Term, right: Term) -> Bit:
    if not z3.is_expr(left) and not z3.is_expr(right):
        return bool(left == right)
    if is_bit(left):
        for one, other in ((left, right), (right, left)):
            if isinstance(one, bool):
                return other if one else no(other)
        return left == right
    if z3.is_expr(left) and z3.is_expr(right) and left.eq(right):
        return True
    return lift(left) == lift(right)


def pick(when: Bit, then: Symbol, other: Symbol) -> Symbol:
    """The one value or the other; where one cannot stand, the other."""
    if isinstance(when, bool):
        return then if when else other
    if then is None or other is None:
        return other if then is None else then
    pairs = zip(parts_of(then), parts_of(other), strict=True)
    return rebuilt(then, tuple(_choice(when, a, b) for a, b in pairs))


def _choice(when: Bit, then: Term, other: Term) -> Term:
    if is_bit(then):
        return either(both(when, then), both(no(when), other))
    if _same(then, other) is True:
        return then
    return z3.If(when, lift(then), lift(other))
