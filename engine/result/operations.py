"""Which function belongs to which operation name: shared by evaluation and replay.

An operation gets outcomes and static parameters and gives an outcome. Whoever has the leaves of
a term can compute it again with `compute` alone: that is what makes a stored explanation
checkable without the rules.
"""

import operator
from collections.abc import Callable, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from engine.ir import nodes
from engine.ir.case import ABSENT
from engine.result import algebra
from engine.result.algebra import Operation
from engine.result.outcomes import Gap, Known, Outcome
from engine.values import (
    Duration,
    Number,
    Value,
    add_duration,
    age,
    overlap_days,
    reached,
    round_to,
    simplify,
)

Params = tuple[Value, ...]

_ORDER: dict[str, Callable[[Any, Any], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def compute(op: str, name: str, params: Params, args: Sequence[Outcome]) -> Outcome:
    """Give the outcome of one operation on the outcomes of its parts."""
    return algebra.provisionally(_operation(op, name, params), args)


def _operation(op: str, name: str, params: Params) -> Operation:
    if op in _LOGIC:
        return _LOGIC[op]
    if op == "vergelijk":
        return _comparison(name, params)
    if op == "in":
        return algebra.compare(lambda value, _same: value in params)
    if op == "reken":
        return algebra.strict(_ARITHMETIC[name])
    if op == "tel":
        return algebra.count
    if op == "verzamel":
        return algebra.aggregate(name)
    if op == "functie":
        return _function(name, params)
    return algebra.strict(lambda *values: _table(name, params, values))


def _comparison(name: str, labels: Params) -> Operation:
    if name == "=":
        return algebra.compare(lambda a, b: a == b)
    if name == "!=":
        return algebra.compare(lambda a, b: a != b, when_absent=True)
    test = _ORDER[name]
    if labels:
        return algebra.compare(lambda a, b: test(labels.index(a), labels.index(b)))
    return algebra.compare(test)


def _plus(left: Value, right: Value) -> Value:
    if isinstance(left, date) and isinstance(right, Duration):
        return add_duration(left, right)
    if isinstance(left, Duration) and isinstance(right, Duration):
        return Duration(left.months + right.months, left.days + right.days)
    return simplify(_number(left) + _number(right))


def _minus(left: Value, right: Value) -> Value:
    if isinstance(left, date) and isinstance(right, Duration):
        return add_duration(left, right, -1)
    return simplify(_number(left) - _number(right))


def _later(left: Value, right: Value, sign: int = 1) -> Value:
    """A day plus or minus a length; a day that the month lacks is the first of the next."""
    return add_duration(_day(left), _length(right), sign, up=True)


def _times(left: Value, right: Value) -> Value:
    if isinstance(left, Duration):
        left, right = right, left
    if isinstance(right, Duration):
        factor = int(_number(left))
        return Duration(right.months * factor, right.days * factor)
    return simplify(_number(left) * _number(right))


def _divide(left: Value, right: Value) -> Value | Gap:
    if right == 0:
        return Gap("geen_waarde")
    return simplify(Fraction(_number(left)) / Fraction(_number(right)))


def _number(value: Value) -> Number:
    if isinstance(value, bool) or not isinstance(value, int | Fraction):
        raise TypeError(f"not a number: {type(value).__name__}")
    return value


def _day(value: Value) -> date:
    if not isinstance(value, date):
        raise TypeError("not a date")
    return value


def _length(value: Value) -> Duration:
    if not isinstance(value, Duration):
        raise TypeError("not a duration")
    return value


def _decided(args: Sequence[Outcome]) -> Outcome:
    only = args[0]
    return Known(only.value is not ABSENT, only.reserve) if isinstance(only, Known) else only


def _round(params: Params) -> Operation:
    mode = str(params[0])
    return algebra.strict(lambda value, step: round_to(_number(value), _number(step), mode))


def _function(name: str, params: Params) -> Operation:
    if name == "beslist":
        return _decided
    if name == "afgerond":
        return _round(params)
    return algebra.strict(_FUNCTIONS[name])


def _table(kind: str, params: Params, values: Sequence[Value]) -> Value | Gap:
    """Slices or look-up; values are x, then per row its bound (if any) and its value."""
    subject = _number(values[0])
    open_end = bool(params[0])
    rows = list(values[1:])
    last = rows.pop() if open_end else None
    total: Number = 0
    below: Number = 0
    for bound, rate in zip(rows[0::2], rows[1::2], strict=True):
        upto = _number(bound)
        if kind == "opzoek" and subject <= upto:
            return rate
        if kind == "schijven":
            part = min(subject, upto) - below
            total += max(part, 0) * _number(rate)
            if subject <= upto:
                return simplify(total)
        below = upto
    if last is None:
        return Gap("geen_waarde")
    if kind == "opzoek":
        return last
    return simplify(total + (subject - below) * _number(last))


_LOGIC: dict[str, Operation] = {
    "niet": algebra.negate,
    "en": algebra.conjoin,
    "of": algebra.disjoin,
    "als": algebra.choose,
}
_ARITHMETIC: dict[str, Callable[..., Value | Gap]] = {
    "+": _plus,
    "-": _minus,
    "*": _times,
    "/": _divide,
    nodes.OTHERWISE["+"]: _later,
    nodes.OTHERWISE["-"]: lambda day, length: _later(day, length, -1),
}
_FUNCTIONS: dict[str, Callable[..., Value | Gap]] = {
    "minimum": lambda *values: min(values),
    "maximum": lambda *values: max(values),
    "som_over_tijd": lambda amount: amount,
    "leeftijd": lambda birth, on: age(_day(birth), _day(on)),
    nodes.OTHERWISE["leeftijd"]: lambda birth, on: age(_day(birth), _day(on), early=True),
    "bereikt": lambda birth, length, on: reached(_day(birth), _length(length), _day(on)),
    "dagen_tussen": lambda a, b: (_day(b) - _day(a)).days,
    "dagen_met": lambda a, b: (_day(b) - _day(a)).days + 1,
    "overlap_dagen": lambda a, b, c, d: overlap_days(_day(a), _day(b), _day(c), _day(d)),
    "jaar": lambda d: _day(d).year,
    "begin_jaar": lambda d: _day(d).replace(month=1, day=1),
    "begin_maand": lambda d: _day(d).replace(day=1),
}
