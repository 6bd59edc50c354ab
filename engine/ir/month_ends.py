"""Days that a month lacks: the same formula with such a day rounded the other way.

31 August and six months, or 29 February and a year, is no day. The language takes the last day
of the month, and counts an age from the day after (docs/taal.md). Where that choice decides an
outcome, a lawyer has to know: Monat, Fromherz and Merigoux, arXiv 2403.08935.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from engine.ir import nodes
from engine.ir.fold import transform, walk
from engine.ir.nodes import Expr
from engine.ir.program import Norm, Rule
from engine.values import Duration, add_duration, age

ONE_DAY = timedelta(days=1)
LEAP_DAY = date(1896, 2, 29)  # a birthday before any day that is asked about
MOST_TIMES = 60  # of a length that a rule multiplies
MOST_DAYS = 366  # that a rule counts beside months
SIGNS = {"+": 1, "-": -1}
TODAY = nodes.DayRef(name="peildatum")


def otherwise(expr: Expr) -> Expr:
    """The formula with every day that a month lacks rounded the other way; equal if none is."""
    return transform(expr, _turned)


def values_that_round(rule: Rule) -> tuple[Expr, ...]:
    """What a rule gives or grants by counting months or years; not what changes a value so far."""
    given = [value for _, value in rule.effects]
    given += rule.grant.formulas if rule.grant is not None else ()
    return tuple(v for v in given if rounds(v) and not _changes(v))


def bounds_that_round(norm: Norm) -> tuple[Expr, ...]:
    """The bounds of a judgement that count months or years."""
    bounds = [bound for part in norm.fields for bound in (part.low, part.high)]
    return tuple(bound for bound in bounds if bound is not None and rounds(bound))


def rounds(expr: Expr | None) -> bool:
    """Whether a formula counts months or years from a day."""
    return expr is not None and otherwise(expr) != expr


def telling(day: date, formulas: Sequence[Expr]) -> bool:
    """Whether rounding may decide on this day: such a formula comes to it, or starts from it."""
    moves = {move for expr in formulas for move in _moves(expr)}
    return any(_uncertain(day, move) for move in moves)


def _turned(expr: Expr) -> Expr:
    match expr:
        case nodes.Arith(op="+" | "-" as op, left=left, right=right) if _moves_day(left, right):
            return nodes.Arith(op=nodes.OTHERWISE[op], left=left, right=right, at=expr.at)
        case nodes.Call(name="leeftijd", args=(birth, *on)):
            args = (birth, *(on or (TODAY,)))
            return nodes.Call(name=nodes.OTHERWISE["leeftijd"], args=args, at=expr.at)
        case nodes.Reached(birth=birth, length=length):
            since = nodes.Arith(op="+", left=birth, right=length, at=expr.at)
            return nodes.Compare(op="<=", left=since, right=TODAY, at=expr.at)
    return expr


def _moves_day(left: Expr, right: Expr) -> bool:
    """Whether a day is moved by months; weeks and days always end on a day that there is."""
    return _lasts(right) and not _lasts(left) and bool(_months(right))


def _lasts(expr: Expr) -> bool:
    """Whether a formula is a length of time."""
    match expr:
        case nodes.Arith(left=left, right=right):
            return _lasts(left) or _lasts(right)
        case nodes.Call(name="minimum" | "maximum", args=args):
            return any(map(_lasts, args))
        case nodes.Choose(then=then):
            return _lasts(then)
        case (
            nodes.Lit(type=kind) | nodes.FactRef(type=kind) | nodes.BegripRef(type=kind)
            | nodes.NormRef(type=kind) | nodes.AmountRef(type=kind) | nodes.ReadingRef(type=kind)
        ):  # fmt: skip
            return kind.kind == "duur"
    return False


def _changes(expr: Expr) -> bool:
    return any(isinstance(node, nodes.Current) for node in walk(expr))


# -- days on which it may decide ---------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Move:
    """How a formula moves a day.

    Attributes:
        months: by how many months; 0 stands for an age in years.
        sign: which way.
        today: whether it is the peildatum that is moved, and not another day beside it.
        days: how many days are counted on top of that.
    """

    months: int
    sign: int
    today: bool = False
    days: int = 0


def _moves(expr: Expr) -> Iterator[Move]:
    """Every way in which a formula moves a day."""
    on_top = _days_in(expr)
    for node in walk(expr):
        match node:
            case nodes.Arith(op="+" | "-" as op, left=left, right=right):
                if _moves_day(left, right):
                    today = any(isinstance(part, nodes.DayRef) for part in walk(left))
                    for months in _months(right):
                        yield from (Move(months, SIGNS[op], today, days) for days in on_top)
            case nodes.Reached(length=length):
                yield from (Move(months, 1) for months in _months(length))
            case nodes.Call(name="leeftijd"):
                yield Move(0, 1)


def _days_in(expr: Expr) -> set[int]:
    """Numbers of days that a formula may count besides its months, each way."""
    found = {0}
    for node in walk(expr):
        match node:
            case nodes.Lit(value=Duration(days=days)):
                found |= {days, -days}
            case nodes.Lit(value=int() as number) if 0 < number <= MOST_DAYS:
                found |= {number, -number}
    return found


def _months(length: Expr) -> set[int]:
    """How many months a length may have; one that is multiplied or open, any number of times."""
    if isinstance(length, nodes.Lit) and isinstance(length.value, Duration):
        return {length.value.months} - {0}
    steps = [n.value for n in walk(length) if isinstance(n, nodes.Lit)]
    unit = next((s.months for s in steps if isinstance(s, Duration)), 1)
    return {unit * times for times in range(1, MOST_TIMES + 1)} - {0}


def _uncertain(today: date, move: Move) -> bool:
    """Whether a day near today is a day that this move skips, or comes to instead."""
    if not move.months:
        return age(LEAP_DAY, today) != age(LEAP_DAY, today, early=True)
    length = Duration(move.months)
    if move.today:
        return _rounds_otherwise(today, length, move.sign)
    day = today - ONE_DAY * move.days
    starts = [add_duration(d, length, -move.sign) for d in (day, day - ONE_DAY)]
    sources = {start + ONE_DAY * more for start in starts for more in range(4)}
    return any(
        day in (add_duration(s, length, move.sign), add_duration(s, length, move.sign, up=True))
        for s in sources
        if _rounds_otherwise(s, length, move.sign)
    )


def _rounds_otherwise(day: date, length: Duration, sign: int) -> bool:
    return add_duration(day, length, sign) != add_duration(day, length, sign, up=True)
