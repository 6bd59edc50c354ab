"""What limited grounds carry together: euros of the cost, hours of the hours asked."""

from fractions import Fraction

import pytest

from engine.decide.grounds import Tried
from engine.decide.shares import carry_all, left_over, split
from engine.ir.program import Rung
from engine.ir.types import EURO, Type
from engine.result.outcomes import NOTHING
from engine.values import Number
from tests.strategies.shipped import loaded

HOURS = Type("aantal", "uur/week")


@pytest.fixture(scope="module")
def ground() -> Tried:
    engine = loaded()
    rule = engine.program(engine.laatste_wijziging()).rules[0]
    return Tried(
        rule=rule,
        rung=Rung.B,
        status="waarde",
        needs=NOTHING,
        covers=(),
        may_cover=(),
        amount=None,
    )


def limited(ground: Tried, amount: Number, asked: Number | None, kind: Type = HOURS) -> Tried:
    made = {name: getattr(ground, name) for name in ("rule", "rung", "status", "needs", "covers")}
    return Tried(**made, may_cover=(), amount=amount, asked=asked, kind=kind)


def test_less_than_asked_leaves_the_rest(ground: Tried) -> None:
    four = limited(ground, 4, Fraction(11, 2))
    assert not carry_all([four])
    assert left_over([four]) == (Fraction(3, 2), HOURS)
    assert split([four]) == [(4, HOURS)]


def test_more_than_asked_carries_only_what_is_asked(ground: Tried) -> None:
    assert split([limited(ground, 6, 4)]) == [(4, HOURS)]
    assert left_over([limited(ground, 6, 4)]) is None


def test_a_ground_without_limit_carries_what_is_left(ground: Tried) -> None:
    four = limited(ground, 4, 6)
    assert carry_all([four, ground])
    assert split([four, ground]) == [(4, HOURS), (2, HOURS)]
    assert split([ground]) == [None]


def test_nobody_asked_an_amount_so_there_is_no_rest(ground: Tried) -> None:
    four = limited(ground, 4, None)
    assert carry_all([four])
    assert left_over([four]) is None
    assert split([four]) == [(4, HOURS)]


def test_hours_and_euros_do_not_add_up(ground: Tried) -> None:
    both = [limited(ground, 4, 6), limited(ground, 30_000, 48_000, EURO)]
    assert not carry_all(both)
    assert left_over(both) == (2, HOURS)
    assert split(both) == [(4, HOURS), (30_000, EURO)]
    assert carry_all([both[0], limited(ground, 48_000, 48_000, EURO)])
