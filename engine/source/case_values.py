"""What a text of a request means for a declared type: amounts in cents, days, labels.

Raises `Unfit` with a code; the message says what is expected and never repeats the text.
"""

import re
from collections.abc import Collection
from datetime import date
from fractions import Fraction

from engine.ir.case import ABSENT, Absent
from engine.ir.types import Type
from engine.model.request import Unfit, read_day
from engine.model.scalars import read_yes_no
from engine.source.formula_errors import close_to
from engine.values import DAYS_PER_UNIT, MONTHS_PER_UNIT, Duration, Value, simplify

MAX_CENTS = 99_999_999_99
MAX_NUMBER = 1_000_000
_NUMBER = re.compile(r"(-?\d{1,12}(?:\.(\d{1,12}))?)(?: ([a-z]+(?:/[a-z]+)?))?")
_PERCENT = re.compile(r"(-?\d{1,6}(?:\.\d{1,6})?) ?%")
_LENGTH = re.compile(r"(\d{1,5}) ([a-z]+)")
_CENTS_HINT = "schrijf een punt voor de centen en geen punt voor duizendtallen: 1250.50"


def read_value(text: str, kind: Type, persons: Collection[str]) -> Value | Absent:
    """Read a value, or `afwezig` for what is known not to be there."""
    return ABSENT if text == "afwezig" else _READERS[kind.kind](text, kind, persons)


def _yes_no(text: str, _kind: Type, _persons: Collection[str]) -> Value:
    try:
        return read_yes_no(text)
    except ValueError as error:
        raise Unfit("C134", "hier hoort ja of nee te staan", _absent_hint("ja, nee")) from error


def _count(text: str, kind: Type, _persons: Collection[str]) -> Value:
    what = f"een aantal {kind.unit}".strip() if kind.unit else "een aantal"
    return simplify(_number(text, kind, what, MAX_NUMBER))


def _money(text: str, kind: Type, _persons: Collection[str]) -> Value:
    cents = _number(text, kind, f"een bedrag in {kind.unit}", MAX_CENTS // 100) * 100
    return cents.numerator


def _number(text: str, kind: Type, what: str, most: int) -> Fraction:
    found = _NUMBER.fullmatch(text)
    if found is None:
        hint = _CENTS_HINT if kind.kind == "bedrag" else "schrijf het getal in cijfers, zoals 2"
        raise Unfit("C134", f"hier hoort {what} te staan", hint)
    if found[3] is not None and found[3] != kind.unit:
        hint = f"schrijf het getal zonder eenheid, of met {kind.unit}" if kind.unit else (
            "schrijf het getal zonder eenheid")  # fmt: skip
        raise Unfit("C135", f"hier hoort {what} te staan, in een andere eenheid", hint)
    # A third digit is nearly always a point for thousands: 1.200 must not become 1.20.
    if found[2] is not None and len(found[2]) > 2:
        raise Unfit("C138", "hier staan meer dan twee cijfers achter de punt", _CENTS_HINT)
    number = Fraction(found[1])
    if abs(number) > most:
        raise Unfit("C102", "dit getal is te groot om te kunnen kloppen", "controleer de nullen")
    return number


def _percent(text: str, _kind: Type, _persons: Collection[str]) -> Value:
    found = _PERCENT.fullmatch(text)
    if found is None:
        raise Unfit("C134", "hier hoort een percentage te staan", "schrijf bijvoorbeeld 20%")
    return simplify(Fraction(found[1]) / 100)


def _day(text: str, _kind: Type, _persons: Collection[str]) -> Value:
    return read_day(text)


def _length(text: str, _kind: Type, _persons: Collection[str]) -> Value:
    total = Duration()
    for part in text.split(" en "):
        found = _LENGTH.fullmatch(part)
        if found is None or found[2] not in MONTHS_PER_UNIT | DAYS_PER_UNIT:
            hint = "schrijf bijvoorbeeld 6 maanden, of 1 jaar en 3 maanden"
            raise Unfit("C134", "hier hoort een duur te staan", hint)
        months = int(found[1]) * MONTHS_PER_UNIT.get(found[2], 0)
        days = int(found[1]) * DAYS_PER_UNIT.get(found[2], 0)
        total = Duration(total.months + months, total.days + days)
    return total


def _label(text: str, kind: Type, _persons: Collection[str]) -> Value:
    if text not in kind.labels:
        hint = close_to(text, kind.labels) or _absent_hint(", ".join(kind.labels))
        raise Unfit("C136", "dit woord staat niet in de lijst", hint)
    return text


def _person(text: str, _kind: Type, persons: Collection[str]) -> Value:
    if text not in persons:
        hint = close_to(text, persons) or "kies uit: " + ", ".join(sorted(persons))
        raise Unfit("C114", "deze persoon bestaat niet", hint)
    return text


def _text(text: str, _kind: Type, _persons: Collection[str]) -> Value:
    return text


def _absent_hint(words: str) -> str:
    return f"kies uit: {words}; laat het weg als het onbekend is"


_READERS = {
    "ja_nee": _yes_no,
    "aantal": _count,
    "bedrag": _money,
    "procent": _percent,
    "datum": _day,
    "duur": _length,
    "keuze": _label,
    "persoon": _person,
    "tekst": _text,
}


def check_bounds(value: Value | Absent, kind: Type, low: Value | None, high: Value | None) -> None:
    """Raise Unfit C137 when a number lies outside its declared bounds."""
    for bound, beyond in ((low, -1), (high, 1)):
        if bound is not None and _compare(value, bound) == beyond:
            if bound == 0 and beyond < 0:
                hint = "schrijf 0 als er niets is, of laat het weg als het onbekend is"
                raise Unfit("C137", "een getal onder nul kan hier niet", hint)
            hint = "controleer de waarde"
            if kind.kind == "aantal":
                hint = _bounds_hint(low, high)
            elif kind.kind == "datum":
                hint = (
                    f"kies een dag vanaf {low}"
                    if beyond < 0
                    else f"kies een dag tot en met {high}"
                )
            raise Unfit("C137", "deze waarde valt buiten de grenzen", hint)


def _bounds_hint(low: Value | None, high: Value | None) -> str:
    words = [f"{word} {bound}" for word, bound in (("van", low), ("tot en met", high))
             if bound is not None]  # fmt: skip
    return f"schrijf een getal {' '.join(words)}"


def _compare(value: Value | Absent, bound: Value) -> int:
    """-1, 0 or 1; 0 too when the two cannot be compared."""
    if isinstance(value, bool) or isinstance(bound, bool):
        return 0
    if isinstance(value, int | Fraction) and isinstance(bound, int | Fraction):
        return (value > bound) - (value < bound)
    if isinstance(value, date) and isinstance(bound, date):
        return (value > bound) - (value < bound)
    return 0
