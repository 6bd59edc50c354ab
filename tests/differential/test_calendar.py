"""Days that a month lacks: the solver's calendar beside the engine's, and where it can matter."""

from datetime import date, timedelta

import pytest
import z3
from hypothesis import given
from hypothesis import strategies as st

from engine.backends.z3_analysis.book import Book
from engine.backends.z3_analysis.days import Calendar
from engine.backends.z3_analysis.symbols import Day, Span
from engine.ir import nodes
from engine.ir.month_ends import otherwise, rounds, telling
from engine.ir.nodes import Expr, Nav
from engine.ir.types import DATE, DURATION
from engine.values import Duration, add_duration, age

DAYS = st.dates(date(1904, 1, 1), date(2096, 12, 31))
SIGNS = st.sampled_from([1, -1])
ONE = timedelta(days=1)


def solved(book: Book, term: object) -> date:
    """The one day that a term can be."""
    solver = z3.Solver()
    solver.add(
        *(fact for entry in (*book.entries.values(), book._open[0]) for fact in entry.facts)
    )
    assert solver.check() == z3.sat
    return date.fromordinal(solver.model().eval(term, model_completion=True).as_long())


@given(DAYS, st.integers(0, 60), SIGNS, st.booleans())
def test_an_open_day_is_moved_as_the_engine_moves_it(
    day: date, months: int, sign: int, up: bool
) -> None:
    book = Book()
    start = book.fresh(z3.IntSort(), "dag")
    moved = Calendar(book).shifted(Day(start), Span(months, 3), sign, up=up)
    book.state(start == day.toordinal())
    assert solved(book, moved.number) == add_duration(day, Duration(months, 3), sign, up=up)


@given(DAYS)
def test_the_first_day_of_the_month_and_year_of_an_open_day(day: date) -> None:
    for unit, first in (("maand", day.replace(day=1)), ("jaar", day.replace(month=1, day=1))):
        book = Book()
        start = book.fresh(z3.IntSort(), "dag")
        begun = Calendar(book).begin(Day(start), unit)
        book.state(start == day.toordinal())
        assert solved(book, begun.number) == first


@given(DAYS, st.integers(1, 60), SIGNS)
def test_the_other_rounding_is_a_day_later_where_the_month_lacks_the_day(
    day: date, months: int, sign: int
) -> None:
    down, up = (add_duration(day, Duration(months), sign, up=u) for u in (False, True))
    lacks = down.day != day.day
    assert up == (down + ONE if lacks else down)
    assert not lacks or up.day == 1


@pytest.mark.parametrize(
    ("on", "years"),
    [
        (date(2026, 2, 28), (21, 22)),
        (date(2026, 2, 27), (21, 21)),
        (date(2026, 3, 1), (22, 22)),
        (date(2028, 2, 28), (23, 23)),
        (date(2028, 2, 29), (24, 24)),
    ],
)
def test_a_birthday_on_a_leap_day(on: date, years: tuple[int, int]) -> None:
    born = date(2004, 2, 29)
    assert (age(born, on), age(born, on, early=True)) == years


# -- where it can matter -----------------------------------------------------------------------


def moved(months: int, op: str, base: Expr | None = None) -> Expr:
    """A fact plus or minus months, or another day."""
    length = nodes.Lit(value=Duration(months), type=DURATION)
    start = nodes.FactRef(name="f", nav=Nav(), type=DATE) if base is None else base
    return nodes.Arith(op=op, left=start, right=length)


@given(DAYS, st.integers(1, 24), st.sampled_from("+-"), st.integers(-40, 40))
def test_days_on_which_rounding_may_decide(day: date, months: int, op: str, more: int) -> None:
    """Tried with every day near the one that lies that far from it."""
    sign = 1 if op == "+" else -1
    length = Duration(months)
    wanted = day - ONE * more
    middle = add_duration(wanted, length, -sign)
    decides = False
    for source in (middle + ONE * n for n in range(-5, 6)):
        ends = {add_duration(source, length, sign, up=up) for up in (False, True)}
        decides |= len(ends) > 1 and wanted in ends
    days = nodes.Lit(value=Duration(0, abs(more)), type=DURATION)
    expr = nodes.Arith(op="+" if more > 0 else "-", left=moved(months, op), right=days)
    if decides:
        assert telling(day, [expr])
    if not more:
        assert telling(day, [moved(months, op)]) is decides


@given(DAYS, st.integers(1, 24), st.sampled_from("+-"))
def test_the_peildatum_itself_may_be_moved_to_a_day_that_is_lacking(
    day: date, months: int, op: str
) -> None:
    sign = 1 if op == "+" else -1
    ends = {add_duration(day, Duration(months), sign, up=up) for up in (False, True)}
    told = telling(day, [moved(months, op, nodes.DayRef(name="peildatum"))])
    assert told is (len(ends) > 1)


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (date(2027, 2, 28), True),
        (date(2028, 2, 28), False),
        (date(2027, 3, 1), False),
        (date(1905, 2, 28), True),
        (date(2100, 2, 28), True),
    ],
)
def test_an_age_is_in_doubt_on_one_day(day: date, told: bool) -> None:
    born = nodes.FactRef(name="f", nav=Nav(), type=DATE)
    assert telling(day, [nodes.Call(name="leeftijd", args=(born,))]) is told


def test_weeks_and_days_are_never_in_doubt() -> None:
    length = nodes.Lit(value=Duration(0, 42), type=DURATION)
    expr = nodes.Arith(op="+", left=nodes.DayRef(name="peildatum"), right=length)
    assert otherwise(expr) == expr
    assert not rounds(expr)
    assert rounds(moved(1, "+"))
