"""Days, ages and lengths for the solver.

Calendars are no arithmetic; but on a constant day an age, a year or a length that has been
reached only steps once per year, so each step becomes one bound on the day.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

import z3

from engine.backends.z3_analysis.book import Book
from engine.backends.z3_analysis.months import Written, months_later, ordinal, written
from engine.backends.z3_analysis.numbers import add, below, is_open, minus
from engine.backends.z3_analysis.symbols import (
    Bit,
    Day,
    Number,
    Span,
    Symbol,
    Term,
    both,
    either,
    equal,
    lift,
    pick,
)
from engine.ir import nodes
from engine.model.request import FIRST_DAY, LAST_DAY
from engine.values import Duration, add_duration, age, overlap_days, reached

EARLIEST, LATEST = FIRST_DAY.toordinal(), LAST_DAY.toordinal()
# How a day is moved: which way, and whether a day that the month lacks is the day after it.
SHIFTS = {
    "+": (1, False),
    "-": (-1, False),
    nodes.OTHERWISE["+"]: (1, True),
    nodes.OTHERWISE["-"]: (-1, True),
}


def ordered(left: Symbol, right: Symbol, *, strictly: bool = True) -> Bit:
    """Whether one number, day or length is before another."""
    if isinstance(left, Span):
        shorter = below(left.months, right.months)
        days = below(left.days, right.days, strictly=strictly)
        return either(shorter, both(equal(left.months, right.months), days))
    if isinstance(left, Day):
        return below(left.number, right.number, strictly=strictly)
    return below(left, right, strictly=strictly)


@dataclass(frozen=True)
class Calendar:
    """Questions about days; steps are written into the book."""

    book: Book

    def age(self, birth: Day, on: Day, *, early: bool = False) -> Number:
        """Completed years on a day; `early` as in `engine.values`."""
        years = partial(age, early=early)
        name = "leeftijd vroeg" if early else "leeftijd"
        return self._on_constant(birth, on, name, years, lambda b, k, day: years(b, day) >= k)

    def year(self, day: Day) -> Number:
        """The year of a day."""
        return self._stepped("jaar", day, lambda d: d.year, lambda d, k: d.year < k, rising=True)

    def reached(self, birth: Day, length: Span, on: Day) -> Bit:
        """Whether that much time has passed on a day."""
        parts = (birth.number, length.months, length.days, on.number)
        open_parts = [is_open(part) for part in parts]
        if not any(open_parts):
            lasting = Duration(length.months, length.days)
            return reached(_date(birth), lasting, _date(on))
        if open_parts == [True, False, False, False]:
            lasting, day = Duration(length.months, length.days), _date(on)
            last = _last(lambda d: reached(d, lasting, day))
            return below(birth.number, last, strictly=False)
        return self._free_bit("een leeftijdsgrens die zelf open is")

    def shifted(self, day: Day, length: Span, sign: int = 1, *, up: bool = False) -> Day:
        """A day plus a length: months first, then days; `up` as in `engine.values`."""
        if not is_open(length.months) and length.months == 0:
            moved = length.days if sign > 0 else minus(0, length.days)
            return Day(add([day.number, moved]))
        if not is_open(day.number) and not is_open(length.months):
            start = add_duration(_date(day), Duration(length.months, 0), sign, up=up)
            return self.shifted(Day(start.toordinal()), Span(0, length.days), sign)
        months = length.months if sign > 0 else minus(0, length.months)
        moved = ordinal(self._later(lift(day.number), lift(months)), up=up)
        return self.shifted(Day(self.book.named(moved, "dag")), Span(0, length.days), sign)

    def _later(self, day: Term, months: Term) -> Written:
        """The same day of the month so many months later, written out once."""
        key = ("maanden", day.get_id(), months.get_id())
        start = self._written(day)
        return self.book.once(key, lambda: months_later(self.book, start, months))

    def _written(self, day: Term) -> Written:
        return self.book.once(("kalender", day.get_id()), lambda: written(self.book, day))

    def shift_test(
        self, op: str, length: Span, sign: int, end: Symbol, *, up: bool = False
    ) -> Callable[[Day], Bit] | None:
        """How to compare a day plus a constant length with a constant day; None if it is open."""
        if not isinstance(end, Day) or is_open(end.number):
            return None
        lasting, last_day = Duration(length.months, length.days), _date(end)

        def before(day: date) -> bool:
            moved = add_duration(day, lasting, sign, up=up)
            return moved <= last_day if op in ("<=", ">") else moved < last_day

        last = _last(before)
        if op in ("<", "<="):
            return lambda day: below(day.number, last, strictly=False)
        return lambda day: below(last, day.number)

    def begin(self, day: Day, unit: str) -> Day:
        """The first day of the year or month of a day."""
        if is_open(day.number):
            there = self._written(day.number)
            first = replace(there, of_month=1) if unit == "maand" else Written(there.year, 1, 1)
            return Day(self.book.named(ordinal(first), "begin"))
        here = _date(day)
        start = here.replace(day=1) if unit == "maand" else here.replace(month=1, day=1)
        return Day(start.toordinal())

    def overlap(self, first: Day, last: Day, other_first: Day, other_last: Day) -> Number:
        """Days that two closed intervals share."""
        numbers = (first.number, last.number, other_first.number, other_last.number)
        if not any(is_open(number) for number in numbers):
            return overlap_days(_date(first), _date(last), _date(other_first), _date(other_last))
        start = pick(below(numbers[0], numbers[2]), numbers[2], numbers[0])
        end = pick(below(numbers[1], numbers[3]), numbers[1], numbers[3])
        shared = add([minus(end, start), 1])
        return pick(below(shared, 0), 0, shared)

    # -- steps -----------------------------------------------------------------------------

    def _on_constant(
        self,
        birth: Day,
        on: Day,
        name: str,
        value: Callable[[date, date], int],
        at_least: Callable[[date, int, date], bool],
    ) -> Number:
        if is_open(on.number):
            return self._free(f"{name} op een dag die open is")
        day = _date(on)
        return self._stepped(
            f"{name} op {day}", birth, lambda b: value(b, day),
            lambda b, k: at_least(b, k, day), rising=False,
        )  # fmt: skip

    def _stepped(
        self,
        name: str,
        day: Day,
        value: Callable[[date], int],
        before: Callable[[date, int], bool],
        *,
        rising: bool,
    ) -> Number:
        """A number that only rises or falls with the day, one step at a time.

        `before(d, k)` holds up to some day: on a rising number that it is less than k, on a
        falling one that it is at least k.
        """
        if not is_open(day.number):
            return value(_date(day))

        def make() -> Term:
            low, high = self._range(day.number)
            ends = sorted((value(date.fromordinal(low)), value(date.fromordinal(high))))
            made = self.book.fresh(z3.IntSort(), name)
            self.book.numbers.limit(made, *ends)
            self.book.state(z3.And(made >= ends[0], made <= ends[1]))
            for step in range(ends[0] + 1, ends[1] + 1):
                last = _last(partial(_steps, before, step))
                early = day.number <= last
                self.book.state((made < step if rising else made >= step) == early)
            return made

        return self.book.once((name, day.number.get_id()), make)

    def _range(self, number: Number) -> tuple[int, int]:
        found = self.book.numbers.range(number)
        if found is None:
            return EARLIEST, LATEST
        return max(EARLIEST, int(found[0])), min(LATEST, int(found[1]))

    def _free(self, why: str) -> Number:
        self.book.remark(f"vrij gelaten: {why}")
        return self.book.fresh(z3.IntSort(), "vrij")

    def _free_bit(self, why: str) -> Bit:
        self.book.remark(f"vrij gelaten: {why}")
        return self.book.fresh(z3.BoolSort(), "vrij")


def _steps(before: Callable[[date, int], bool], step: int, day: date) -> bool:
    return before(day, step)


def _date(day: Day) -> date:
    return date.fromordinal(day.number)


def _last(holds: Callable[[date], bool]) -> int:
    """The last day on which something holds that holds up to some day; else before the first."""
    low, high = EARLIEST - 1, LATEST
    while low < high:
        middle = (low + high + 1) // 2
        if holds(date.fromordinal(middle)):
            low = middle
        else:
            high = middle - 1
    return low
