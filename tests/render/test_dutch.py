"""Small pieces of Dutch."""

from datetime import date
from fractions import Fraction

import pytest

from engine.backends.render_nl import dutch
from engine.backends.render_nl.values import from_json, in_words
from engine.ir.case import ABSENT
from engine.ir.types import COUNT, DATE, PERCENT, YES_NO, Type, money
from engine.values import Duration


@pytest.mark.parametrize(
    ("cents", "unit", "text"),
    [
        (101390, "", "€ 1.013,90"),
        (202779, "euro/maand", "€ 2.027,79 per maand"),
        (48000, "", "€ 480"),
        (5, "", "€ 0,05"),
        (0, "euro/maand", "€ 0"),
        (-25000, "", "€ -250"),
        (123456789, "euro", "€ 1.234.567,89"),
        (Fraction(212767, 3), "euro/maand", "ongeveer € 709,22 per maand"),
    ],
)
def test_money(cents: int, unit: str, text: str) -> None:
    assert dutch.in_euros(cents, unit) == text


@pytest.mark.parametrize(
    ("length", "text"),
    [
        (Duration(804), "67 jaar"),
        (Duration(807), "67 jaar en 3 maanden"),
        (Duration(1), "1 maand"),
        (Duration(0, 42), "6 weken"),
        (Duration(0, 7), "1 week"),
        (Duration(0, 10), "10 dagen"),
        (Duration(0, 1), "1 dag"),
        (Duration(), "0 dagen"),
    ],
)
def test_time(length: Duration, text: str) -> None:
    assert dutch.in_time(length) == text


@pytest.mark.parametrize(
    ("value", "kind", "text"),
    [
        (True, YES_NO, "ja"),
        (date(2026, 9, 1), DATE, "1 september 2026"),
        (Fraction(2, 5), PERCENT, "40%"),
        (Fraction(1, 8), PERCENT, "12,5%"),
        (Fraction(5, 2), COUNT, "2,5"),
        (Fraction(1, 3), COUNT, "1/3"),
        (1200, COUNT, "1.200"),
        (4, Type("aantal", "uur/week"), "4 uur per week"),
        ("schulden_wgs", Type("keuze"), "problematische schulden"),
        ("nieuw_woord", Type("keuze"), "nieuw woord"),
        (120000, money("euro"), "€ 1.200"),
        (ABSENT, DATE, "afwezig"),
    ],
)
def test_values(value: object, kind: Type, text: str) -> None:
    assert in_words(value, kind) == text  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        ("1013.90", "euro/maand", "€ 1.013,90 per maand"),
        ("-2027.79", "euro", "€ -2.027,79"),
        ("212767/300", "euro/maand", "ongeveer € 709,22 per maand"),
        ("2026-09-01", "", "1 september 2026"),
        ("12.5%", "", "12,5%"),
        ("2.5", "", "2,5"),
        (3, "uur/week", "3 uur per week"),
        ("ja", "", "ja"),
        ("lening", "", "een lening"),
    ],
)
def test_values_of_a_toets(value: str | int, unit: str, text: str) -> None:
    assert from_json(value, unit) == text


def test_lists_and_sentences() -> None:
    assert dutch.together([]) == ""
    assert dutch.together(["a"]) == "a"
    assert dutch.together(["a", "b", "c"], "of") == "a, b of c"
    assert dutch.sentence("het kan") == "Het kan."
    assert dutch.sentence("Mag dit?") == "Mag dit?"
    assert dutch.phrase("Kinderbijslag telt niet.") == "kinderbijslag telt niet"
    assert dutch.phrase("EU-burgers tellen mee.") == "EU-burgers tellen mee"
    assert [dutch.ordinal(n) for n in ("1", "12", "17", "8*")] == [
        "eerste", "twaalfde", "17e", "tweede achtste",
    ]  # fmt: skip
