"""Outcomes along a fact: few points, every jump to the cent, and what goes against a course."""

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import RuleError
from engine.service import Controle, Regelruimte
from engine.service.bends import bends
from tests.receipt.klein import copied
from tests.receipt.test_analysis import DAY, course

CHART = "grafiek: {geval: KW-recht, tot: 2000 euro/maand}"
FALLS = ("gegeven: inkomen", "begrip: toeslag", "richting: daalt")


def checked(rules: Regelruimte) -> Controle:
    return rules.controleer(DAY)


def along(tmp_path: Path, *keys: str) -> Controle:
    return checked(copied(tmp_path, course(*keys)))


@given(st.integers(1, 99_998), st.integers(1, 5000), st.integers(-5000, -1))
def test_a_jump_is_found_to_the_step(place: int, before: int, after: int) -> None:
    found = bends(lambda x: before if x <= place else after, 0, 100_000)
    assert found == ((0, before), (place, before), (place + 1, after), (100_000, after))


@given(st.integers(10_000, 90_000), st.sampled_from([Fraction(1, 4), Fraction(1, 2), Fraction(2)]))
def test_a_bend_is_found_where_it_is(place: int, steep: Fraction) -> None:
    """Level up to a place, then down: no more than four points, and the bend exact."""
    found = bends(lambda x: 100_000 - max(x - place, 0) * steep, 0, 100_000)
    assert len(found) == 3
    assert abs(found[1][0] - place) <= 1


def test_what_is_level_has_two_points() -> None:
    assert bends(lambda _: 7, 0, 1000) == ((0, 7), (1000, 7))


def test_a_course_with_a_chart_is_a_line(tmp_path: Path) -> None:
    """The allowance of 50 euro is there up to 1100 euro of income, and then no longer."""
    (line,) = along(tmp_path, *FALLS, CHART).lijnen
    told = [(p["gegeven"], p["uitkomst"], p["daarna"]) for p in line.rij()["punten"]]
    assert told == [
        ("0.00", "50.00", "blijft gelijk"),
        ("1100.00", "50.00", "springt"),
        ("1100.01", "0.00", "blijft gelijk"),
        ("2000.00", "0.00", ""),
    ]


def test_a_jump_that_a_course_does_not_allow_has_twins(tmp_path: Path) -> None:
    rules = copied(tmp_path, course(*FALLS, CHART, "hooguit: 1 euro/maand"))
    (found,) = [b for b in checked(rules).bevindingen if b.code == "F213"]
    assert "van € 50 per maand naar € 0" in found.tekst
    assert "van € 1.100 per maand naar € 1.100,01 per maand" in found.tekst
    requests = [rules.lees_hulpvraag(t.encode(), "v.yaml") for t in found.voorbeelden]
    given_ = [
        rules.toets(r).uitkomsten["persoon:p1"]["kleine_wet.toeslag"].waarde for r in requests
    ]
    assert given_ == ["50.00", "0.00"]


def test_a_line_against_its_course(tmp_path: Path) -> None:
    rises = ("gegeven: inkomen", "begrip: toeslag", "richting: stijgt", CHART)
    assert [b.code for b in along(tmp_path / "een", *rises).bevindingen if b.over == "omhoog"] == [
        "F212"
    ]
    falls = along(tmp_path / "twee", *FALLS, CHART)
    assert not [b for b in falls.bevindingen if b.over == "omhoog"]


@pytest.mark.parametrize(
    ("chart", "why"),
    [
        ("grafiek: {geval: KW-weg, tot: 2000 euro/maand}", "er is geen geval `KW-weg`"),
        ("grafiek: {geval: KW-recht (vast), tot: 2000 euro/maand}", "niet overal"),
        ("grafiek: {geval: KW-recht, tot: 0 euro/maand}", "geen heel getal"),
    ],
)
def test_a_line_that_cannot_be_drawn_is_told(tmp_path: Path, chart: str, why: str) -> None:
    found = along(tmp_path, *FALLS, chart)
    assert found.lijnen == ()
    assert [why in b.tekst for b in found.bevindingen if b.code == "F123"] == [True]


def test_a_chart_needs_a_number(tmp_path: Path) -> None:
    yes_no = ("gegeven: gedetineerd", "begrip: toeslag", "richting: daalt", CHART)
    with pytest.raises(RuleError, match="R243"):
        along(tmp_path, *yes_no)
