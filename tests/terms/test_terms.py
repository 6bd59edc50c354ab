"""Terms: counting, the Algemene termijnenwet, suspension, status and the sentence."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.decide.term_readings import READINGS
from engine.decide.terms import (
    Length,
    compute_term,
    in_a_sentence,
    is_covered,
    parse_length,
    settle_term,
    status_of,
)
from engine.decide.workdays import is_working_day, working_days_between
from engine.ir.case import ABSENT, Absent
from engine.ir.declarations import Source, Window
from engine.ir.nodes import Lit
from engine.ir.parts import TermDecl
from engine.ir.types import DATE

D = date


def end_of(
    start: date,
    length: str,
    *,
    first_day: str = "volgende",
    paused_days: int = 0,
    terms_act: bool = False,
    equated: Collection[date] = (),
) -> date:
    return compute_term(
        start,
        parse_length(length),
        first_day=first_day,
        paused_days=paused_days,
        terms_act=terms_act,
        equated=equated,
    ).end


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("1 dag", Length(1, "dagen")),
        ("3 werkdagen", Length(3, "werkdagen")),
        ("8 weken", Length(8, "weken")),
        ("1 maand", Length(1, "maanden")),
        ("1 jaar", Length(1, "jaren")),
        ("5 jaar", Length(5, "jaren")),
    ],
)
def test_lengths_are_read_and_written(text: str, length: Length) -> None:
    assert parse_length(text) == length
    assert str(length) == text


@pytest.mark.parametrize(
    "text", ["48 uur", "acht weken", "0 dagen", "3", "3 werkdag en", "-1 dag"]
)
def test_other_lengths_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="een termijn schrijft u"):
        parse_length(text)


@pytest.mark.parametrize(
    ("start", "length", "end"),
    [
        # the first talk on threatening debts: Tuesday to Friday
        (D(2026, 9, 1), "3 werkdagen", D(2026, 9, 4)),
        (D(2026, 9, 3), "3 werkdagen", D(2026, 9, 8)),
        (D(2026, 9, 4), "1 werkdag", D(2026, 9, 7)),
        (D(2026, 9, 5), "1 werkdag", D(2026, 9, 7)),
        (D(2026, 12, 24), "3 werkdagen", D(2026, 12, 30)),
        (D(2026, 4, 2), "1 werkdag", D(2026, 4, 7)),
        # days and weeks: the event itself is not counted
        (D(2026, 9, 1), "1 dag", D(2026, 9, 2)),
        (D(2026, 9, 1), "8 weken", D(2026, 10, 27)),
        (D(2026, 9, 1), "6 weken", D(2026, 10, 13)),
        # months: the day with the same number, or the last day of the month
        (D(2026, 1, 31), "1 maand", D(2026, 2, 28)),
        (D(2028, 1, 31), "1 maand", D(2028, 2, 29)),
        (D(2026, 2, 28), "1 maand", D(2026, 3, 28)),
        (D(2028, 2, 29), "1 jaar", D(2029, 2, 28)),
        (D(2026, 8, 31), "6 maanden", D(2027, 2, 28)),
        (D(2026, 11, 15), "3 maanden", D(2027, 2, 15)),
    ],
)
def test_counting_from_the_next_day(start: date, length: str, end: date) -> None:
    assert end_of(start, length) == end


@pytest.mark.parametrize(
    ("start", "length", "end"),
    [
        (D(2026, 9, 1), "3 werkdagen", D(2026, 9, 3)),
        (D(2026, 9, 1), "1 dag", D(2026, 9, 1)),
        (D(2026, 9, 1), "1 week", D(2026, 9, 7)),
        (D(2026, 3, 1), "1 maand", D(2026, 3, 31)),
        (D(2026, 1, 31), "1 maand", D(2026, 2, 28)),
        (D(2026, 1, 1), "1 jaar", D(2026, 12, 31)),
        (D(2028, 2, 29), "1 jaar", D(2029, 2, 28)),
    ],
)
def test_counting_from_the_same_day(start: date, length: str, end: date) -> None:
    assert end_of(start, length, first_day="zelfde") == end


@pytest.mark.parametrize(
    ("start", "length", "end"),
    [
        (D(2026, 8, 29), "1 week", D(2026, 9, 7)),  # Saturday
        (D(2026, 8, 30), "1 week", D(2026, 9, 7)),  # Sunday
        (D(2026, 8, 31), "1 week", D(2026, 9, 7)),  # Monday: nothing changes
        (D(2026, 11, 13), "6 weken", D(2026, 12, 28)),  # first day of Christmas, a Friday
        (D(2026, 11, 14), "6 weken", D(2026, 12, 28)),  # second day, a Saturday
        (D(2026, 2, 20), "6 weken", D(2026, 4, 7)),  # Good Friday, over Easter Monday
        (D(2026, 3, 24), "6 weken", D(2026, 5, 6)),  # 5 May
        (D(2026, 11, 20), "6 weken", D(2027, 1, 4)),  # New Year's Day, a Friday
        (D(2025, 12, 31), "1 maand", D(2026, 2, 2)),  # Saturday 31 January
    ],
)
def test_a_term_of_an_act_ends_on_a_working_day(start: date, length: str, end: date) -> None:
    assert end_of(start, length, terms_act=True) == end
    assert end_of(start, length) <= end


def test_objection_six_weeks() -> None:
    dates = compute_term(D(2026, 11, 13), parse_length("6 weken"), terms_act=True)
    assert dates.first == D(2026, 11, 14)
    assert dates.counted == D(2026, 12, 25)
    assert in_a_sentence(dates) == (
        "6 weken vanaf 14 november 2026, eindigt op vrijdag 25 december 2026; "
        "dat is Eerste kerstdag, daarom is de laatste dag maandag 28 december 2026 "
        "(Algemene termijnenwet)"
    )


def test_a_short_term_holds_two_working_days() -> None:
    # Thursday 24 December: 25 and 26 are holidays, 27 a Sunday, so day two is Tuesday the 29th.
    dates = compute_term(D(2026, 12, 24), parse_length("3 dagen"), terms_act=True)
    assert dates.end == D(2026, 12, 29)
    # Good Friday to Easter Monday; the counted end itself is a working day.
    dates = compute_term(D(2026, 4, 2), parse_length("5 dagen"), terms_act=True)
    assert dates.counted == D(2026, 4, 7)
    assert dates.end == D(2026, 4, 8)
    assert dates.reason == "zo'n termijn telt minstens twee werkdagen"


def test_a_term_of_two_days_only_moves_to_a_working_day() -> None:
    assert end_of(D(2026, 9, 3), "2 dagen", terms_act=True) == D(2026, 9, 7)


@pytest.mark.parametrize(
    ("length", "covered"),
    [
        ("90 dagen", True),
        ("91 dagen", False),
        ("12 weken", True),
        ("13 weken", False),
        ("3 maanden", True),
        ("4 maanden", False),
        ("1 jaar", False),
        ("3 werkdagen", True),
    ],
)
def test_long_terms_are_left_alone(length: str, covered: bool) -> None:
    assert is_covered(parse_length(length)) is covered


def test_a_long_term_may_end_on_a_sunday() -> None:
    assert end_of(D(2026, 6, 7), "13 weken", terms_act=True) == D(2026, 9, 6)


def test_equated_days_are_data() -> None:
    bridge = D(2026, 5, 15)
    assert end_of(D(2026, 4, 2), "6 weken", terms_act=True) == bridge
    assert end_of(D(2026, 4, 2), "6 weken", terms_act=True, equated={bridge}) == D(2026, 5, 18)
    assert end_of(D(2026, 5, 13), "1 werkdag", equated=[bridge]) == D(2026, 5, 18)


def test_suspension_moves_the_end_before_the_weekend_rule() -> None:
    plain = end_of(D(2026, 9, 1), "8 weken", terms_act=True)
    assert plain == D(2026, 10, 27)
    dates = compute_term(D(2026, 9, 1), parse_length("8 weken"), paused_days=4, terms_act=True)
    assert dates.counted == D(2026, 10, 31)
    assert dates.end == D(2026, 11, 2)
    assert "met 4 dagen stilstand" in in_a_sentence(dates)
    assert "met 1 dag stilstand" in in_a_sentence(replace(dates, paused_days=1))


def test_suspension_of_a_term_in_working_days_comes_first() -> None:
    assert end_of(D(2026, 9, 1), "3 werkdagen", paused_days=2) == D(2026, 9, 8)


@pytest.mark.parametrize(
    ("done", "today", "status"),
    [
        (D(2026, 9, 4), D(2026, 9, 10), "gehaald"),
        (D(2026, 9, 5), D(2026, 9, 10), "te_laat"),
        (None, D(2026, 9, 4), "loopt"),
        (ABSENT, D(2026, 9, 4), "loopt"),
        (ABSENT, D(2026, 9, 5), "te_laat"),
        (None, D(2026, 9, 5), "onbekend"),
    ],
)
def test_status(done: date | Absent | None, today: date, status: str) -> None:
    assert status_of(D(2026, 9, 4), done, today) == status


def test_status_without_an_end_is_unknown() -> None:
    assert status_of(None, D(2026, 9, 4), D(2026, 9, 4)) == "onbekend"


WEEKS = parse_length("8 weken")
TERM = TermDecl(
    id="termijn",
    entity="besluit",
    what="beslissen",
    start=Lit(value=D(2026, 9, 1), type=DATE),
    length="8 weken",
    first_day="volgende",
    number=None,
    paused=None,
    done=None,
    condition=None,
    terms_act=True,
    effect="dwangsom",
    window=Window(),
    certainty="medium",
    sources=(Source(regulation="awb", article="4:13"),),
)


def test_a_term_keeps_its_source_and_certainty() -> None:
    found = settle_term(TERM, WEEKS, start=D(2026, 9, 1), today=D(2026, 10, 1))
    assert (found.id, found.what, found.effect) == ("termijn", "beslissen", "dwangsom")
    assert (found.start, found.end, found.status) == (D(2026, 9, 1), D(2026, 10, 27), "loopt")
    assert found.certainty == "medium"
    assert found.sources == TERM.sources
    assert found.computation == (
        "8 weken vanaf 2 september 2026: de laatste dag is dinsdag 27 oktober 2026"
    )


def test_without_a_length_only_the_start_is_known() -> None:
    term = replace(TERM, length="weken_voor_beschikking weken")
    found = settle_term(term, None, start=D(2026, 9, 1), today=D(2026, 10, 1), done=ABSENT)
    assert (found.start, found.end, found.status) == (D(2026, 9, 1), None, "onbekend")
    assert found.computation == "hoeveel weken deze termijn duurt, is niet bekend"


def test_without_a_start_nothing_is_said_about_the_end() -> None:
    found = settle_term(TERM, WEEKS, start=None, today=D(2026, 10, 1), done=D(2026, 9, 1))
    assert (found.end, found.status) == (None, "onbekend")
    assert "niet bekend" in found.computation


@pytest.mark.parametrize(
    ("done", "today", "status"),
    [
        (D(2026, 10, 27), D(2026, 12, 1), "gehaald"),
        (D(2026, 10, 28), D(2026, 12, 1), "onbekend"),
        (ABSENT, D(2026, 12, 1), "onbekend"),
        (None, D(2026, 10, 1), "loopt"),
    ],
)
def test_an_unknown_suspension_never_makes_anyone_late(
    done: date | Absent | None, today: date, status: str
) -> None:
    found = settle_term(TERM, WEEKS, start=D(2026, 9, 1), today=today, paused_days=None, done=done)
    assert (found.end, found.status) == (None, status)
    assert found.computation.endswith("of later: hoe lang de termijn stilstond is niet bekend")


DAYS = st.dates(D(2015, 1, 1), D(2049, 1, 1))
LENGTHS = st.builds(
    Length, st.integers(1, 120), st.sampled_from(["dagen", "werkdagen", "weken", "maanden"])
)


@given(DAYS, LENGTHS, st.sampled_from(["zelfde", "volgende"]), st.integers(0, 60))
def test_the_act_only_lengthens(start: date, length: Length, first: str, paused: int) -> None:
    plain = compute_term(start, length, first_day=first, paused_days=paused)
    act = compute_term(start, length, first_day=first, paused_days=paused, terms_act=True)
    assert plain.end == plain.counted == act.counted
    assert act.first <= act.counted <= act.end
    assert act.end - act.counted <= timedelta(days=11)
    if is_covered(length):
        assert is_working_day(act.end)
        if length.unit in ("weken", "maanden") or length.number >= 3:
            counted_from = act.first + timedelta(days=paused)
            assert working_days_between(counted_from, act.end) >= 2
    else:
        assert act.end == act.counted


@given(DAYS, DAYS, LENGTHS)
def test_a_later_event_never_ends_earlier(one: date, two: date, length: Length) -> None:
    early, late = sorted((one, two))
    assert end_of(early, str(length), terms_act=True) <= end_of(late, str(length), terms_act=True)


def test_every_reading_names_its_source_and_certainty() -> None:
    assert len({reading.id for reading in READINGS}) == len(READINGS)
    for reading in READINGS:
        assert reading.certainty in ("high", "medium", "low")
        assert reading.source.article or reading.source.method
        assert reading.says.endswith(".")
