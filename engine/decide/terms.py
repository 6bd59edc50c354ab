"""Terms: when they end, how that was counted, and whether they were met.

Takes plain dates and a `TermDecl`; knows nothing of how the dates were found. The legal reading
stands in `term_readings` as data.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from engine.decide.term_readings import Limits
from engine.decide.workdays import (
    ONE_DAY,
    first_working_day,
    in_words,
    is_working_day,
    reason_off,
    working_days_between,
)
from engine.ir.case import Absent
from engine.ir.declarations import Source
from engine.ir.parts import TermDecl
from engine.values import Duration, add_duration

Status = Literal["loopt", "gehaald", "te_laat", "onbekend"]
Unit = Literal["dagen", "werkdagen", "weken", "maanden", "jaren"]

_UNITS: dict[str, Unit] = {
    "dag": "dagen", "dagen": "dagen", "werkdag": "werkdagen", "werkdagen": "werkdagen",
    "week": "weken", "weken": "weken", "maand": "maanden", "maanden": "maanden",
    "jaar": "jaren", "jaren": "jaren",
}  # fmt: skip
_SINGULAR: dict[Unit, str] = {
    "dagen": "dag", "werkdagen": "werkdag", "weken": "week", "maanden": "maand", "jaren": "jaar",
}  # fmt: skip
LIMITS = Limits()
_LENGTH = re.compile(r"([1-9]\d{0,2}) ([a-z]+)")


@dataclass(frozen=True, slots=True)
class Length:
    """The length of a term as the law writes it."""

    number: int
    unit: Unit

    def __str__(self) -> str:
        years = self.unit == "jaren"
        unit = _SINGULAR[self.unit] if self.number == 1 or years else self.unit
        return f"{self.number} {unit}"


@dataclass(frozen=True, slots=True, kw_only=True)
class TermDates:
    """How a term runs.

    Attributes:
        start: the day of the event that sets it going.
        first: the first day that counts.
        counted: the last day by counting, suspension included.
        end: the last day, after the Algemene termijnenwet.
    """

    length: Length
    start: date
    first: date
    paused_days: int
    counted: date
    end: date
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermResult:
    """A term in a case: its days, its status and the sum in words."""

    id: str
    what: str
    start: date | None
    end: date | None
    status: Status
    computation: str
    effect: str
    certainty: str
    sources: tuple[Source, ...]


def parse_length(text: str) -> Length:
    """Read `8 weken` or `3 werkdagen`; raises ValueError for anything else, hours included."""
    found = _LENGTH.fullmatch(text)
    if found is None or found[2] not in _UNITS:
        raise ValueError("een termijn schrijft u als een heel aantal dagen, werkdagen, weken, "
                         "maanden of jaren")  # fmt: skip
    return Length(int(found[1]), _UNITS[found[2]])


def compute_term(
    start: date,
    length: Length,
    *,
    first_day: str = "volgende",
    paused_days: int = 0,
    terms_act: bool = False,
    equated: Collection[date] = (),
) -> TermDates:
    """Count a term.

    Args:
        start: The day of the event.
        length: How long it lasts.
        first_day: `volgende` when the day after the event is day one, `zelfde` when the event
            itself is.
        paused_days: Days on which the term stood still.
        terms_act: Whether the Algemene termijnenwet applies to the regulation it stands in
            (acts and orders in council; not an ordinance or a policy rule).
        equated: Days that a royal decree equates with holidays.

    Returns:
        The first and last day. A length that the act leaves out is never extended.
    """
    same = first_day == "zelfde"
    first = start if same else start + ONE_DAY
    if length.unit == "werkdagen":
        counted = _count_working_days(first + paused_days * ONE_DAY, length.number, equated)
    else:
        counted = _last_day(start, length, same=same) + paused_days * ONE_DAY
    end = counted
    if terms_act and is_covered(length):
        end = _extend(first + paused_days * ONE_DAY, counted, length, equated)
    return TermDates(
        length=length,
        start=start,
        first=first,
        paused_days=paused_days,
        counted=counted,
        end=end,
        reason=_reason(counted, end, equated),
    )


def is_covered(length: Length, limits: Limits = LIMITS) -> bool:
    """Whether the Algemene termijnenwet speaks of terms of this length (article 4)."""
    most = {
        "dagen": limits.days,
        "werkdagen": limits.days,
        "weken": limits.weeks,
        "maanden": limits.months,
    }
    return length.number <= most.get(length.unit, 0)


def status_of(end: date | None, done: date | Absent | None, today: date) -> Status:
    """Say how a term stands on a day.

    A term counts as missed only when something is known: the day on which it was done, or that
    it was not done at all (`afwezig`). A missing fact never makes anyone late.
    """
    if end is None:
        return "onbekend"
    if isinstance(done, date):
        return "gehaald" if done <= end else "te_laat"
    if today <= end:
        return "loopt"
    return "te_laat" if isinstance(done, Absent) else "onbekend"


def settle_term(
    term: TermDecl,
    length: Length | None,
    *,
    start: date | None,
    today: date,
    paused_days: int | None = 0,
    done: date | Absent | None = None,
    equated: Collection[date] = (),
) -> TermResult:
    """Give the term with its status on `today` (the beslisdatum, or else the peildatum).

    Args:
        term: As declared.
        length: How long it lasts, or None when nothing says so.
        start: The day of the event, or None when unknown.
        today: The day from which is looked back.
        paused_days: Days of suspension, or None when unknown: then the earliest end is all that
            can be said.
        done: When it was done, `afwezig` when it was not done, None when unknown.
        equated: Days that a royal decree equates with holidays.
    """
    if length is None:
        words = f"hoeveel {term.length.partition(' ')[2]} deze termijn duurt, is niet bekend"
        return _result(term, start, None, "onbekend", words)
    if start is None:
        words = f"{length}, maar de dag waarop de termijn begint is niet bekend"
        return _result(term, None, None, "onbekend", words)
    dates = compute_term(
        start,
        length,
        first_day=term.first_day,
        paused_days=paused_days or 0,
        terms_act=term.terms_act,
        equated=equated,
    )
    if paused_days is None:
        return _at_earliest(term, dates, done, today)
    status = status_of(dates.end, done, today)
    return _result(term, start, dates.end, status, in_a_sentence(dates))


def in_a_sentence(dates: TermDates) -> str:
    """Write down how a term was counted, in one Dutch sentence.

    Example:
        >>> in_a_sentence(compute_term(date(2026, 9, 1), parse_length("3 werkdagen")))
        '3 werkdagen vanaf 2 september 2026: de laatste dag is vrijdag 4 september 2026'
    """
    words = f"{dates.length} vanaf {in_words(dates.first)}"
    if dates.paused_days:
        days = "1 dag" if dates.paused_days == 1 else f"{dates.paused_days} dagen"
        words += f", met {days} stilstand"
    if dates.end == dates.counted:
        return f"{words}: de laatste dag is {in_words(dates.end, weekday=True)}"
    return (
        f"{words}, eindigt op {in_words(dates.counted, weekday=True)}; {dates.reason}, daarom "
        f"is de laatste dag {in_words(dates.end, weekday=True)} (Algemene termijnenwet)"
    )


def _last_day(start: date, length: Length, *, same: bool) -> date:
    """Count days, weeks or calendar months; see the reading `maanden`."""
    if length.unit in ("dagen", "weken"):
        days = length.number * (7 if length.unit == "weken" else 1)
        return start + timedelta(days=days - 1 if same else days)
    months = length.number * (12 if length.unit == "jaren" else 1)
    last = add_duration(start, Duration(months=months))
    # Clipping means that the month has no such day: its last day is then the end either way.
    return last - ONE_DAY if same and last.day == start.day else last


def _count_working_days(first: date, number: int, equated: Collection[date]) -> date:
    day = first_working_day(first, equated)
    for _ in range(number - 1):
        day = first_working_day(day + ONE_DAY, equated)
    return day


def _extend(
    first: date,
    counted: date,
    length: Length,
    equated: Collection[date],
    limits: Limits = LIMITS,
) -> date:
    """Apply articles 2 and 1, in that order: both only ever lengthen."""
    end = counted
    if length.unit not in ("dagen", "werkdagen") or length.number >= limits.short_days:
        while working_days_between(first, end, equated) < limits.working_days:
            end += ONE_DAY
    return first_working_day(end, equated)


def _reason(counted: date, end: date, equated: Collection[date]) -> str:
    if counted == end:
        return ""
    if is_working_day(counted, equated):
        return "zo'n termijn telt minstens twee werkdagen"
    return f"dat is {reason_off(counted, equated)}"


def _at_earliest(
    term: TermDecl, dates: TermDates, done: date | Absent | None, today: date
) -> TermResult:
    """A suspension of unknown length can only make the end later."""
    status = status_of(dates.end, done, today)
    if status == "te_laat":
        status = "onbekend"
    words = f"{in_a_sentence(dates)}, of later: hoe lang de termijn stilstond is niet bekend"
    return _result(term, dates.start, None, status, words)


def _result(
    term: TermDecl, start: date | None, end: date | None, status: Status, words: str
) -> TermResult:
    return TermResult(
        id=term.id,
        what=term.what,
        start=start,
        end=end,
        status=status,
        computation=words,
        effect=term.effect,
        certainty=term.certainty,
        sources=term.sources,
    )
