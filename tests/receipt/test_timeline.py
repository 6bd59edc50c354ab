"""A period is cut where something changes, and nowhere else."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from engine.compiler import compile_program
from engine.errors import CaseError
from engine.model.regulation import Corpus
from engine.service import Regelruimte
from engine.service.dates import changes, starts
from tests.receipt.klein import copied, engine, request
from tests.strategies.shipped import loaded

RIGHT, MONEY = "kleine_wet.recht_op_toeslag", "kleine_wet.toeslag"
DAY = timedelta(days=1)


def pieces(period: str, *more: tuple[str, str]) -> list[tuple[str, str, object]]:
    asked = request(("gemeente:", f"tijdvak: {period}\ngemeente:"), *more)
    return [
        (piece.van, piece.tot, piece.uitkomsten["persoon:p1"][RIGHT].waarde)
        for piece in engine().toets(asked).tijdlijn
    ]


def test_without_a_period_there_is_no_timeline() -> None:
    assert engine().toets(request()).tijdlijn == ()


def test_nothing_changes() -> None:
    assert pieces("{van: 2026-08-03, tot: 2026-10-20}") == [("2026-08-03", "2026-10-20", "ja")]


def test_an_amount_changes() -> None:
    found = pieces("{van: 2026-06-20, tot: 2026-07-10}", ("inkomen: 900", "inkomen: 1050"))
    assert found == [("2026-06-20", "2026-06-30", "nee"), ("2026-07-01", "2026-07-10", "ja")]


def test_a_birthday() -> None:
    found = pieces("{van: 2026-08-01, tot: 2026-10-20}", ("1990-01-01", "2008-09-15"))
    assert found == [("2026-08-01", "2026-09-14", "nee"), ("2026-09-15", "2026-10-20", "ja")]


def test_a_fact_that_holds_from_a_day() -> None:
    new = "gedetineerd: {waarde: ja, vanaf: 2026-09-10}, inkomen: 900"
    found = pieces("{van: 2026-09-01, tot: 2026-09-30}", ("inkomen: 900", new))
    assert [(start, value) for start, _, value in found] == [
        ("2026-09-01", "ja"), ("2026-09-10", None)]  # fmt: skip


def test_a_fact_that_was_something_else_before() -> None:
    new = "inkomen: {waarde: 5000, vanaf: 2026-09-10, eerder: 900}"
    found = pieces("{van: 2026-09-01, tot: 2026-09-30}", ("inkomen: 900", new))
    assert found == [("2026-09-01", "2026-09-09", "ja"), ("2026-09-10", "2026-09-30", "nee")]


def test_an_amount_that_ends() -> None:
    found = pieces("{van: 2026-12-30, tot: 2027-01-02}")
    assert [(start, end) for start, end, _ in found] == [
        ("2026-12-30", "2026-12-31"), ("2027-01-01", "2027-01-02")]  # fmt: skip


def test_one_day() -> None:
    assert pieces("{van: 2026-09-01, tot: 2026-09-01}") == [("2026-09-01", "2026-09-01", "ja")]


def test_every_day_lies_in_the_piece_with_its_outcomes() -> None:
    """Cut by looking, against looking on every day."""
    period = "{van: 2026-06-01, tot: 2026-09-30}"
    more = (("1990-01-01", "2008-08-20"), ("inkomen: 900", "inkomen: 1050"))
    found = pieces(period, *more)
    day = date(2026, 6, 1)
    for start, end, value in found:
        assert start == day.isoformat()
        while day <= date.fromisoformat(end):
            asked = request(("2026-09-01", day.isoformat()), *more)
            assert engine().toets(asked).uitkomsten["persoon:p1"][RIGHT].waarde == value
            day += DAY
    assert day == date(2026, 10, 1)


def test_a_period_that_runs_back_is_refused() -> None:
    with pytest.raises(CaseError, match="C119"):
        pieces("{van: 2026-10-01, tot: 2026-09-01}")


def test_the_days_of_the_rules() -> None:
    found = changes(engine().corpus)
    assert {date(2026, 1, 1), date(2026, 7, 1), date(2027, 1, 1)} <= set(found)
    assert starts(engine().corpus)[-1] == date(2026, 7, 1) == engine().laatste_wijziging()


def test_a_change_without_amounts_is_not_the_day_to_look_at(tmp_path: Path) -> None:
    """With a rule planned for 2027, of which no amount is known, checks look at 2026."""
    planned = "  - id: kw-3\n    geldig: {vanaf: 2027-01-01}\n"
    rules = copied(tmp_path, ("  - id: kw-3\n", planned))
    assert starts(rules.corpus)[-1] == date(2027, 1, 1)
    assert rules.laatste_wijziging() == date(2026, 7, 1)
    file = tmp_path / "klein" / "kleine_wet" / "toeslag.yaml"
    told = file.read_text("utf-8").replace("tot: 2026-12-31", "tot: 2027-12-31")
    file.write_text(told, "utf-8")
    assert Regelruimte(rules.folders).laatste_wijziging() == date(2027, 1, 1)


def same_all_through(corpus: Corpus, city: str) -> None:
    """Between two changes of the rules every day has the same program, but for the day."""
    days = [day for day in changes(corpus) if day.year >= 2025]
    for first, following in pairwise(days):
        last = following - DAY
        assert _at(corpus, last, city) == _at(corpus, first, city, last)


def _at(corpus: Corpus, day: date, city: str, told: date | None = None) -> dict[str, object]:
    return vars(replace(compile_program(corpus, day, city), day=told or day))


def test_days_between_changes_share_a_program() -> None:
    same_all_through(engine().corpus, "GM0000")


@pytest.mark.slow
def test_days_between_changes_of_the_shipped_rules_share_a_program() -> None:
    same_all_through(loaded().corpus, "GM0000")
