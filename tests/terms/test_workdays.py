"""Working days: the list of the act, whatever the package calls public or optional."""

from datetime import date, timedelta

import pytest

from engine.decide.workdays import (
    EQUATED,
    first_working_day,
    holidays_in,
    in_words,
    is_working_day,
    reason_off,
    working_days_between,
)


def easter(year: int) -> date:
    """Easter Sunday by the anonymous Gregorian computus, as an independent check."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def kings_day(year: int) -> date:
    day = date(year, 4, 27)
    return day - timedelta(days=1) if day.weekday() == 6 else day


@pytest.mark.parametrize("year", range(2014, 2051))
def test_the_list_of_article_3(year: int) -> None:
    sunday = easter(year)
    expected = {
        date(year, 1, 1),
        sunday - timedelta(days=2),
        sunday,
        sunday + timedelta(days=1),
        kings_day(year),
        date(year, 5, 5),
        sunday + timedelta(days=39),
        sunday + timedelta(days=49),
        sunday + timedelta(days=50),
        date(year, 12, 25),
        date(year, 12, 26),
    }
    assert set(holidays_in(year)) == expected


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2026, 9, 5), "een zaterdag"),
        (date(2026, 9, 6), "een zondag"),
        (date(2026, 4, 3), "Goede vrijdag"),
        (date(2026, 5, 5), "Bevrijdingsdag"),
        (date(2026, 12, 25), "Eerste kerstdag"),
        (date(2026, 9, 4), ""),
    ],
)
def test_why_a_day_is_off(day: date, why: str) -> None:
    assert reason_off(day) == why
    assert is_working_day(day) is (why == "")


def test_an_equated_day_is_given() -> None:
    friday = date(2026, 5, 15)
    assert is_working_day(friday)
    assert reason_off(friday, {friday}) == EQUATED
    assert first_working_day(date(2026, 5, 14), {friday}) == date(2026, 5, 18)


def test_working_days_between_counts_both_ends() -> None:
    assert working_days_between(date(2026, 9, 4), date(2026, 9, 7)) == 2
    assert working_days_between(date(2026, 9, 5), date(2026, 9, 6)) == 0
    assert working_days_between(date(2026, 9, 7), date(2026, 9, 6)) == 0


def test_days_are_written_in_dutch() -> None:
    assert in_words(date(2026, 3, 1)) == "1 maart 2026"
    assert in_words(date(2026, 3, 1), weekday=True) == "zondag 1 maart 2026"
