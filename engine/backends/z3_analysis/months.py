"""Adding months to a day that is open: the calendar of 1801 to 2199 as whole-number arithmetic."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

import z3

from engine.backends.z3_analysis.numbers import Ledger
from engine.backends.z3_analysis.symbols import Term

BASE = 1901  # between 1901 and 2099 every fourth year has 29 February
NOT_LEAP = (1900, 2100)


@dataclass(frozen=True, slots=True)
class Written:
    """A day as year, month and day of the month."""

    year: Term
    month: Term
    of_month: Term


def written(ledger: Ledger, day: Term) -> Written:
    """The date of an ordinal."""
    year, month, of_month = (ledger.fresh(z3.IntSort(), hint) for hint in ("jaar", "mnd", "dag"))
    ledger.state(z3.And(year > 1800, year < 2200, month >= 1, month <= 12, of_month >= 1))
    ledger.state(of_month <= _length(year, month))
    ledger.state(day == _ordinal(year, month, of_month))
    return Written(year, month, of_month)


def months_later(ledger: Ledger, day: Written, months: Term) -> Written:
    """The same day of the month so many months later; that month may lack it."""
    year, month = (ledger.fresh(z3.IntSort(), hint) for hint in ("jaar", "mnd"))
    total = day.year * 12 + day.month - 1 + months
    ledger.state(z3.And(total == year * 12 + month - 1, month >= 1, month <= 12))
    return Written(year, month, day.of_month)


def ordinal(day: Written, *, up: bool = False) -> Term:
    """The ordinal; a day that the month lacks is its last day, or with `up` the day after."""
    length = _length(day.year, day.month)
    missing = day.of_month > length
    last = _ordinal(day.year, day.month, z3.If(missing, length, day.of_month))
    return last + z3.If(missing, 1, 0) if up else last


def _leap(year: Term) -> Term:
    return z3.And(year % 4 == 0, *(year != other for other in NOT_LEAP))


def _length(year: Term, month: Term) -> Term:
    """How many days a month has."""
    made = z3.If(_leap(year), 29, 28)
    for number in range(1, 13):
        if number != 2:
            made = z3.If(month == number, monthrange(BASE, number)[1], made)
    return made


def _ordinal(year: Term, month: Term, day: Term) -> Term:
    """The ordinal number of a day."""
    start = date(BASE, 1, 1).toordinal() + 365 * (year - BASE) + (year - BASE) / 4
    shift = z3.If(year <= NOT_LEAP[0], 1, z3.If(year > NOT_LEAP[1], -1, 0))
    before = z3.IntVal(0)
    for number in range(2, 13):
        passed = (date(BASE, number, 1) - date(BASE, 1, 1)).days
        before = z3.If(month == number, passed, before)
    extra = z3.If(z3.And(month > 2, _leap(year)), 1, 0)
    return start + shift + before + extra + day - 1
