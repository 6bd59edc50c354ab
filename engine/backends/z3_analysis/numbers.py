"""Exact arithmetic for the solver: products, quotients and rounding of open numbers.

A solver is quick and complete as long as every product has a constant side. Where both sides are
open, the one with few values is taken apart; where that cannot be, the result is left free and
that is remarked upon.
"""

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from functools import partial
from typing import Protocol

import z3

from engine.backends.z3_analysis.symbols import Bit, Number, Term, lift, pick
from engine.values import round_to, simplify

MOST_CASES = 24
Cases = list[tuple[Bit, Number]]
Range = tuple[Fraction, Fraction] | None


class Ledger(Protocol):
    """Where definitions are written down."""

    def fresh(self, sort: Term, hint: str) -> Term:
        """A constant of its own."""

    def state(self, fact: Bit) -> None:
        """Something that has to hold."""

    def remark(self, text: str) -> None:
        """Something that is said only roughly."""


def is_open(number: Number) -> bool:
    """Whether a number is not a constant."""
    return bool(z3.is_expr(number))


def add(numbers: Iterable[Number]) -> Number:
    """The sum."""
    constant: Number = 0
    terms = []
    for number in numbers:
        if is_open(number):
            terms.append(number)
        else:
            constant = constant + number
    if not terms:
        return simplify(constant)
    if constant != 0:
        terms.append(lift(constant))
    total = terms[0]
    for term in terms[1:]:
        total = total + term
    return total


def minus(left: Number, right: Number) -> Number:
    """The difference."""
    if not is_open(left) and not is_open(right):
        return simplify(left - right)
    return lift(left) - lift(right)


def below(left: Number, right: Number, *, strictly: bool = True) -> Bit:
    """Whether the one number is less than the other (or not more)."""
    if not is_open(left) and not is_open(right):
        return bool(left < right) if strictly else bool(left <= right)
    return lift(left) < lift(right) if strictly else lift(left) <= lift(right)


class Numbers:
    """Arithmetic on numbers that may be open.

    Attributes:
        behind: what a defined constant stands for.
        limits: the bounds of a constant that was declared with bounds.
    """

    def __init__(self, book: Ledger) -> None:
        """Write into this ledger."""
        self.book = book
        self.behind: dict[int, tuple[Term, Term]] = {}
        self.limits: dict[int, tuple[Term, Fraction, Fraction]] = {}
        self._ranges: dict[int, tuple[Term, Range]] = {}

    def times(self, left: Number, right: Number) -> Number:
        """The product."""
        if not is_open(left) and not is_open(right):
            return simplify(left * right)
        if not is_open(left) or not is_open(right):
            return self._scaled(left, right) if not is_open(left) else self._scaled(right, left)
        for one, other in ((left, right), (right, left)):
            cases = self.cases(one)
            if cases is not None:
                return self._spread(cases, partial(self._scaled, number=other))
        return self._free("een product van twee open getallen")

    def divided(self, left: Number, right: Number) -> tuple[Number, Bit]:
        """The quotient, and whether there is none because it is a division by zero."""
        if not is_open(right):
            if right == 0:
                return 0, True
            return self.times(simplify(Fraction(1) / right), left), False
        cases = self.cases(right)
        if cases is None:
            return self._free("een deling door een open getal"), lift(right) == 0
        kept = [(when, value) for when, value in cases if value != 0]
        if not kept:
            return 0, True
        made = self._spread(kept, lambda value: self.times(simplify(Fraction(1) / value), left))
        return made, lift(right) == 0 if len(kept) < len(cases) else False

    def rounded(self, number: Number, step: Number, mode: str) -> Number:
        """Round to a multiple of a constant step."""
        if is_open(step):
            return self._free("afronden op een open stap")
        if not is_open(number):
            return round_to(number, step, mode)
        if z3.is_int(number) and Fraction(1) / step == int(Fraction(1) / step):
            return number  # whole numbers are multiples of one, and of one nth
        units = self._scaled(Fraction(1) / step, number)
        floor = z3.ToInt(units + z3.RealVal(0))
        if mode == "omlaag":
            whole = floor
        elif mode == "omhoog":
            whole = -z3.ToInt(-units)
        elif mode == "half_even":
            half = z3.ToInt(units + z3.RealVal("1/2"))
            tie = z3.And(units + z3.RealVal("1/2") == z3.ToReal(half), half % 2 == 1)
            whole = z3.If(tie, half - 1, half)
        else:
            up = z3.ToInt(units + z3.RealVal("1/2"))
            whole = z3.If(units >= 0, up, -z3.ToInt(-units + z3.RealVal("1/2")))
        made = self.book.fresh(z3.IntSort(), "afgerond")
        self.book.state(made == whole)
        return self._scaled(step, made)

    def _scaled(self, factor: Number, number: Number) -> Number:
        if factor == 0:
            return 0
        if factor == 1:
            return number
        if not is_open(number):
            return simplify(factor * number)
        return lift(simplify(factor)) * number

    def _spread(self, cases: Cases, made: Callable[[Number], Number]) -> Number:
        result = made(cases[-1][1])
        for when, value in reversed(cases[:-1]):
            result = pick(when, made(value), result)
        return result

    def _free(self, why: str) -> Number:
        self.book.remark(f"vrij gelaten: {why}")
        return self.book.fresh(z3.RealSort(), "vrij")

    # -- what a number can be --------------------------------------------------------------

    def limit(self, number: Number, low: Number, high: Number) -> None:
        """Keep the bounds of an open number."""
        if is_open(number):
            self.limits[number.get_id()] = (number, Fraction(low), Fraction(high))

    def cases(self, number: Number) -> Cases | None:
        """The few constants that an open number can be, each with when; else None."""
        found = self._leaves(number)
        if found is not None and len(found) <= MOST_CASES:
            return [(number == lift(value), value) for value in found]
        reach = self.range(number)
        if z3.is_int(number) and reach is not None and reach[1] - reach[0] <= MOST_CASES:
            whole = range(int(reach[0]), int(reach[1]) + 1)
            return [(number == value, value) for value in whole]
        return None

    def _leaves(self, term: Term) -> list[Number] | None:
        """The constants at the ends of a choice between constants."""
        term = self._seen_through(term)
        if z3.is_int_value(term) or z3.is_rational_value(term):
            return [simplify(Fraction(str(term)))]
        if not z3.is_app_of(term, z3.Z3_OP_ITE):
            return None
        ends = [self._leaves(term.arg(i)) for i in (1, 2)]
        if ends[0] is None or ends[1] is None:
            return None
        return list(dict.fromkeys([*ends[0], *ends[1]]))

    def _seen_through(self, term: Term) -> Term:
        while True:
            if term.get_id() in self.behind:
                term = self.behind[term.get_id()][1]
            elif z3.is_app_of(term, z3.Z3_OP_TO_REAL):
                term = term.arg(0)
            else:
                return term

    def range(self, number: Number) -> Range:
        """The least and greatest that a number can be, as far as that shows; else None."""
        if not is_open(number):
            return Fraction(number), Fraction(number)
        key = number.get_id()
        if key not in self._ranges:
            self._ranges[key] = (number, self._range(number))
        return self._ranges[key][1]

    def _range(self, term: Term) -> Range:
        if term.get_id() in self.limits:
            return self.limits[term.get_id()][1:]
        term = self._seen_through(term)
        if term.get_id() in self.limits:
            return self.limits[term.get_id()][1:]
        if z3.is_int_value(term) or z3.is_rational_value(term):
            value = Fraction(str(term))
            return value, value
        below_it = [self.range(part) for part in term.children() if not z3.is_bool(part)]
        if not below_it or any(part is None for part in below_it):
            return None
        return _combined(term, [part for part in below_it if part is not None])


def _combined(term: Term, parts: Sequence[tuple[Fraction, Fraction]]) -> Range:
    if z3.is_app_of(term, z3.Z3_OP_ITE):
        return min(p[0] for p in parts), max(p[1] for p in parts)
    if z3.is_add(term):
        return sum((p[0] for p in parts), Fraction(0)), sum((p[1] for p in parts), Fraction(0))
    if z3.is_sub(term):
        rest = parts[1:]
        return parts[0][0] - sum(p[1] for p in rest), parts[0][1] - sum(p[0] for p in rest)
    if z3.is_mul(term) and len(parts) == 2:
        ends = [a * b for a in parts[0] for b in parts[1]]
        return min(ends), max(ends)
    return None
