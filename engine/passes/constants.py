"""Constants in rule files: amounts, dates, lengths, labels; plain scalars and literal bounds."""

import re
from datetime import date
from fractions import Fraction

from engine.ir import surface as s
from engine.ir.types import DATE, YES_NO, Type
from engine.values import Duration, Value, simplify

_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_FACTORS: dict[str, Fraction] = {"bedrag": Fraction(100), "procent": Fraction(1, 100)}


def is_unknown(formula: s.Expr) -> bool:
    """Whether an entry of an indexed value says `onbekend`."""
    return isinstance(formula, s.Path) and formula.parts == ("onbekend",)


def constant(formula: s.Expr, kind: Type) -> Value | None:
    """The value of a constant of this type; None when it is not one (or says onbekend)."""
    match formula:
        case s.Number(value=value):
            return simplify(value * 100 if kind.kind == "bedrag" else value)
        case s.Percent(value=value):
            return simplify(value) if kind.kind == "procent" else None
        case s.YesNo(value=value):
            return value if kind == YES_NO else None
        case s.Quantity(value=value, unit=unit):
            return _quantity(value.numerator, unit, kind, simplify(value * 100))
        case s.DateLit(text=text):
            return scalar(text, kind)
        case s.Path(parts=(label,)):
            return label if label in kind.labels else None
        case _:
            return None


def _quantity(whole: int, unit: str, kind: Type, cents: Value) -> Value | None:
    if kind.kind == "bedrag":
        return cents if unit == kind.unit else None
    if kind.kind != "duur":
        return whole
    lengths = {
        "jaar": Duration(12 * whole),
        "maand": Duration(whole),
        "maanden": Duration(whole),
        "week": Duration(0, 7 * whole),
        "weken": Duration(0, 7 * whole),
        "dag": Duration(0, whole),
        "dagen": Duration(0, whole),
    }
    return lengths.get(unit)


def scalar(text: str, kind: Type) -> Value | None:
    """Read a scalar of a given type, with or without its unit; None when it does not fit."""
    if kind == YES_NO:
        return {"ja": True, "nee": False}.get(text)
    if kind.kind == "keuze":
        return text if text in kind.labels else None
    if kind.kind == "datum":
        try:
            return date.fromisoformat(text)
        except ValueError:
            return None
    if kind.kind in ("tekst", "persoon"):
        return text
    number, _, unit = text.partition(" ")
    percent = number.endswith("%")
    if not _NUMBER.fullmatch(number.removesuffix("%")) or percent != (kind.kind == "procent"):
        return None
    value = Fraction(number.removesuffix("%"))
    if kind.kind == "duur":
        return _quantity(value.numerator, unit, kind, 0) if value.denominator == 1 else None
    if unit not in ("", kind.unit):
        return None
    return simplify(value * _FACTORS.get(kind.kind, Fraction(1)))


def literal_bounds(formula: s.Expr | None) -> tuple[Value | None, Value | None]:
    """Bounds written as constants, else None."""
    if not isinstance(formula, s.Range):
        return None, None
    return _plain(formula.low), _plain(formula.high)


def _plain(formula: s.Expr) -> Value | None:
    match formula:
        case s.Number(value=value) | s.Percent(value=value):
            return simplify(value)
        case s.Quantity(value=value, unit=unit):
            return simplify(value * 100) if unit.startswith("euro") else simplify(value)
        case s.DateLit(text=text):
            return scalar(text, DATE)
        case _:
            return None


def ends_today(formula: s.Expr | None) -> bool:
    """Whether the upper bound is the peildatum: `1900-01-01..peildatum`."""
    return (
        isinstance(formula, s.Range)
        and isinstance(formula.high, s.Path)
        and formula.high.parts == ("peildatum",)
    )


def fact_bounds(formula: s.Expr | None, kind: Type) -> tuple[Value | None, Value | None]:
    """The bounds of a fact as written; money without bounds is never below nothing."""
    if formula is None and kind.kind == "bedrag":
        return 0, None
    return literal_bounds(formula)
