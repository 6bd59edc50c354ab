"""Values and exact arithmetic: money, durations, rounding, ages and months.

Money is an exact number of cents (int or Fraction), a percentage a fraction of one, so nothing
here ever meets a float. Knows nothing of rules or outcomes.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

Number = int | Fraction


@dataclass(frozen=True, slots=True, order=True)
class Duration:
    """A length of calendar time: months (years are twelve) and days (weeks are seven)."""

    months: int = 0
    days: int = 0


Value = bool | int | Fraction | date | Duration | str

MONTHS_PER_UNIT = {"jaar": 12, "maand": 1, "maanden": 1}
DAYS_PER_UNIT = {"week": 7, "weken": 7, "dag": 1, "dagen": 1}


def simplify(number: Number) -> Number:
    """Give an int when the number is whole, so that equal numbers look equal."""
    if isinstance(number, Fraction) and number.denominator == 1:
        return number.numerator
    return number


def round_to(number: Number, step: Number, mode: str) -> Number:
    """Round to a multiple of `step`.

    Modes: half_omhoog (half away from zero), half_even, omhoog (up), omlaag (down).
    """
    over, under = number.numerator * step.denominator, number.denominator * step.numerator
    if under < 0:
        over, under = -over, -under
    if mode == "omlaag":
        whole = over // under
    elif mode == "omhoog":
        whole = -(-over // under)
    elif mode == "half_even":
        whole = round(Fraction(over, under))
    else:
        whole = (2 * abs(over) + under) // (2 * under) * (1 if over >= 0 else -1)
    return simplify(whole * step)


def add_duration(day: date, length: Duration, sign: int = 1, *, up: bool = False) -> date:
    """Add calendar months first, clipping to the end of the month, then days.

    A day that the month lacks is its last day, or with `up` the first day of the next month.
    Legal source: the usual counting of terms in months; for ages use `age` or `reached`.
    """
    total = day.year * 12 + day.month - 1 + sign * length.months
    year, month = divmod(total, 12)
    last = monthrange(year, month + 1)[1]
    there = date(year, month + 1, min(day.day, last))
    return there + timedelta(days=sign * length.days + (up and day.day > last))


def age(birth: date, on: date, *, early: bool = False) -> int:
    """Completed years: a year is completed at the start of the birthday.

    Who is born on 29 February completes a year on 1 March in a year without that day, or with
    `early` on 28 February.
    """
    last = monthrange(on.year, birth.month)[1] if early else birth.day
    return on.year - birth.year - ((on.month, on.day) < (birth.month, min(birth.day, last)))


def reached(birth: date, length: Duration, on: date) -> bool:
    """Whether that much time has been completed; a day that a month lacks is the day after it."""
    total = birth.year * 12 + birth.month - 1 + length.months
    year, month = divmod(total, 12)
    last = monthrange(year, month + 1)[1]
    first_day = date(year, month + 1, min(birth.day, last)) + timedelta(days=birth.day > last)
    return on >= first_day + timedelta(days=length.days)


def overlap_days(start: date, end: date, other_start: date, other_end: date) -> int:
    """Days that two closed intervals share; both ends count; 0 when they do not meet."""
    return max(0, (min(end, other_end) - max(start, other_start)).days + 1)


def format_cents(cents: Number) -> str:
    """Write whole cents as euros with two decimals, an exact fraction as `n/d` euros."""
    if isinstance(cents, Fraction) and cents.denominator != 1:
        euros = cents / 100
        return f"{euros.numerator}/{euros.denominator}"
    whole = int(cents)
    return f"{'-' if whole < 0 else ''}{abs(whole) // 100}.{abs(whole) % 100:02d}"


def format_number(number: Number) -> str:
    """Write a number without loss: `3`, `2.5`, or `1/3` when there is no finite decimal."""
    exact = Fraction(number)
    if exact.denominator == 1:
        return str(exact.numerator)
    rest = exact.denominator
    for factor in (2, 5):
        while rest % factor == 0:
            rest //= factor
    if rest != 1:
        return f"{exact.numerator}/{exact.denominator}"
    digits = 1
    while (exact * 10**digits).denominator != 1:
        digits += 1
    scaled = abs(int(exact * 10**digits))
    sign = "-" if exact < 0 else ""
    return f"{sign}{scaled // 10**digits}.{scaled % 10**digits:0{digits}d}"
