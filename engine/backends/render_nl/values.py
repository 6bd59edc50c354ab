"""Values in Dutch: from a value with its type, or from the JSON form of a Toets."""

import re
from datetime import date
from fractions import Fraction

from engine.backends.render_nl.dutch import (
    grouped,
    in_days,
    in_euros,
    in_numbers,
    in_percents,
    in_time,
)
from engine.backends.render_nl.names import label, noun
from engine.ir.case import Absent
from engine.ir.program import Program
from engine.ir.types import Type
from engine.values import Duration, Value

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_NUMBER = re.compile(r"-?\d+(\.\d+)?|-?\d+/\d+")


def in_words(value: Value | Absent, kind: Type) -> str:
    """A value as it reads in a sentence."""
    if isinstance(value, Absent):
        return "afwezig"
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, date):
        return in_days(value)
    if isinstance(value, Duration):
        return in_time(value)
    if isinstance(value, str):
        return label(value)
    if kind.kind == "bedrag":
        return in_euros(value, kind.unit)
    if kind.kind == "procent":
        return in_percents(value)
    if kind.unit == "uur/week":
        return f"{in_numbers(value)} uur per week"
    return in_numbers(value)


def standing_on(program: Program, name: str) -> Value | None:
    """The value of an indexed amount on the day of the program; None when there is none."""
    amount = program.amounts[name]
    if amount.until is not None and program.day > amount.until:
        return None
    value = None
    for start, entry in amount.entries:
        if start <= program.day:
            value = entry
    return value


def amount_text(program: Program, name: str) -> str:
    """An indexed amount with its value: `de norm voor gehuwden (€ 2.027,79 per maand)`."""
    amount = program.amounts[name]
    value = standing_on(program, name)
    if value is not None:
        return f"{noun(program, name)} ({in_words(value, amount.type)})"
    expired = amount.until is not None and program.day > amount.until
    reason = f"verlopen na {in_days(amount.until)}" if expired and amount.until else "nog onbekend"
    return f"{noun(program, name)} ({reason})"


def from_json(value: str | int, unit: str = "", *, money: bool = False) -> str:
    """A value of a Toets: money is text in euro, a date jjjj-mm-dd, the rest as it is."""
    if isinstance(value, int):
        return with_unit(grouped(value), unit)
    if _DATE.fullmatch(value):
        return in_days(date.fromisoformat(value))
    if _NUMBER.fullmatch(value):
        exact = Fraction(value)
        if money or unit.startswith("euro"):
            return in_euros(exact * 100, unit)
        return with_unit(in_numbers(exact), unit)
    if value.endswith("%") and _NUMBER.fullmatch(value[:-1]):
        return f"{in_numbers(Fraction(value[:-1]))}%"
    return label(value)


def with_unit(number: str, unit: str) -> str:
    """A number with the unit of a count."""
    return f"{number} uur per week" if unit == "uur/week" else number


def parse_day(text: str | None) -> date | None:
    """The day of a text as jjjj-mm-dd; None when it is no day."""
    return date.fromisoformat(text) if text and _DATE.fullmatch(text) else None


def in_amount(value: str | int | None, unit: str) -> str:
    """An amount of a Toets in its unit, `€ 300` or `4 uur per week`; empty when there is none."""
    if value is None:
        return ""
    return from_json(value, money=True) if unit in ("", "euro") else from_json(value, unit)


def in_money(value: str | int | None) -> str:
    """An amount of a Toets without a unit; empty when there is none."""
    return "" if value is None else from_json(value, money=True)
