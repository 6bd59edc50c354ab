"""Which days count as working days for a legal term, and how a day is written in Dutch.

Owns weekends, the recognised holidays and the days that a royal decree equates with them (those
are given). Knows nothing of rules or terms.
"""

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType

WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
SATURDAY = 5
EQUATED = "een met een feestdag gelijkgestelde dag"
ONE_DAY = timedelta(days=1)


@lru_cache(maxsize=512)
def holidays_in(year: int) -> Mapping[date, str]:
    """The recognised holidays of a year with their names.

    Legal source:
        Algemene termijnenwet art. 3 lid 1 and 2: New Year's Day, Easter and Whit Monday, both
        days of Christmas, Ascension Day, the King's birthday, 5 May (every year, whatever a
        labour agreement says) and Good Friday. Easter Sunday and Whit Sunday are Sundays anyway.
    """
    from holidays import country_holidays  # noqa: PLC0415 slow to load, and seldom asked for

    found = country_holidays("NL", years=year, categories=("public", "optional"), language="nl")
    return MappingProxyType(dict(found))


def reason_off(day: date, equated: Collection[date] = ()) -> str:
    """Why a day is not a working day, in Dutch; an empty text when it is one."""
    if day.weekday() >= SATURDAY:
        return f"een {WEEKDAYS[day.weekday()]}"
    if day in equated:
        return EQUATED
    return holidays_in(day.year).get(day, "")


def is_working_day(day: date, equated: Collection[date] = ()) -> bool:
    """Whether the day is no Saturday, no Sunday and no (equated) holiday."""
    return not reason_off(day, equated)


def first_working_day(day: date, equated: Collection[date] = ()) -> date:
    """The day itself, or the first working day after it."""
    while not is_working_day(day, equated):
        day += ONE_DAY
    return day


def working_days_between(first: date, last: date, equated: Collection[date] = ()) -> int:
    """How many working days lie in the interval; both ends count."""
    span = (last - first).days + 1
    return sum(is_working_day(first + n * ONE_DAY, equated) for n in range(span))


def in_words(day: date, *, weekday: bool = False) -> str:
    """Write a day in Dutch.

    Example:
        >>> in_words(date(2026, 9, 4), weekday=True)
        'vrijdag 4 september 2026'
    """
    name = f"{WEEKDAYS[day.weekday()]} " if weekday else ""
    return f"{name}{day.day} {MONTHS[day.month - 1]} {day.year}"
