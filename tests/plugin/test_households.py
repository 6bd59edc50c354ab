"""Households of a folder: what a request can say, near boundaries, and the same every time."""

from datetime import date

import pytest
from hypothesis import given, settings

from engine.errors import CaseError
from engine.testing.burdens import burdens, means
from engine.testing.choices import Seeded
from engine.testing.folder import open_folder
from engine.testing.households import household
from engine.testing.strategies import requests, twins
from engine.testing.twins import Twins, ranked, swapped
from engine.testing.written import read_back
from tests.architecture.repository import ROOT

FOLDER = open_folder(ROOT / "rules" / "gemeente" / "voorbeeldstad", date(2026, 9, 1))
COUNT = 120


def test_nearly_every_household_is_a_request_and_comes_back() -> None:
    whole = 0
    for seed in range(COUNT):
        case = household(FOLDER, Seeded(seed))
        try:
            again = read_back(FOLDER, case)
        except CaseError:
            continue
        assert dict(again.facts) == dict(case.facts), seed
        assert {k: j.outcome for k, j in again.judgements.items()} == {
            k: j.outcome for k, j in case.judgements.items()
        }
        whole += 1
    assert whole >= COUNT * 0.95


def test_the_same_seed_gives_the_same_household() -> None:
    assert [household(FOLDER, Seeded(n)) for n in range(9)] == [
        household(FOLDER, Seeded(n)) for n in range(9)
    ]


def test_values_lie_on_and_around_what_rules_compare_with() -> None:
    assert FOLDER.pools.near("uren_gevraagd") == (3, 4, 5)
    days = FOLDER.pools.birthdays()
    assert {date(2008, 9, 1), date(2008, 9, 2)} <= set(days), "eighteen today, or tomorrow"


@pytest.mark.slow
def test_what_is_a_burden_and_what_are_means_follows_from_the_rules() -> None:
    assert "uren_gevraagd" in burdens(FOLDER)
    assert "mate" not in burdens(FOLDER)
    assert {"loon_netto", "overig_inkomen"} <= set(means(FOLDER))
    assert not {"schulden", "kosten_oplossing"} & set(means(FOLDER))


@pytest.mark.parametrize("make", [swapped(FOLDER, "nederlander"), ranked(FOLDER, "uren_gevraagd")])
def test_twins_differ_in_one_fact(make) -> None:
    for seed in range(20):
        pair = make(Seeded(seed))
        assert pair is not None
        facts = dict(pair.one.facts).items() ^ dict(pair.two.facts).items()
        assert len({key for key, _ in facts}) == 1


@settings(max_examples=10)
@given(requests(FOLDER), twins(ranked(FOLDER, "loon_netto")))
def test_hypothesis_draws_them_too(request_of_somebody, pair: Twins) -> None:
    assert FOLDER.engine.case(request_of_somebody).day == FOLDER.program.day
    values = [v for (n, _), v in pair.one.facts.items() if n == "loon_netto"]
    assert values


@pytest.mark.slow
def test_the_second_of_twins_is_what_it_is_without_the_first() -> None:
    """What is taken over from the first twin comes out as when the second is evaluated alone."""
    compared = 0
    for name in sorted(FOLDER.facts):
        for seed in range(4):
            pair = swapped(FOLDER, name)(Seeded(seed))
            if pair is None:
                continue
            _, second = FOLDER.runs(pair.one, pair.two)
            alone = FOLDER.run(pair.two)
            for begrip, inst in FOLDER.asked(pair.two):
                assert second.begrip(begrip, inst) == alone.begrip(begrip, inst), (name, seed)
                compared += 1
    assert compared > 2_000
