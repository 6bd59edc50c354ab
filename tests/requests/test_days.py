"""Days on which the rules do not hold yet: told at the request, not as a fault of the rules."""

from datetime import date

import pytest

from engine.errors import CaseError
from engine.service import Regelruimte
from engine.source.case_days import too_early
from engine.source.requests import read_request
from tests.strategies.shipped import loaded


def told(text: str, engine: Regelruimte | None = None) -> list[tuple[str, int, str]]:
    rules = engine or loaded()
    request = read_request(text.encode(), "vraag.yaml")
    return [(p.code, p.at.line, p.hint) for p in too_early(rules.corpus, request)]


def test_every_day_too_early_is_told_at_once() -> None:
    text = "peildatum: 2014-12-31\ntijdvak: {van: 2014-01-01, tot: 2026-01-01}\n"
    hint = "kies een dag vanaf 2015-01-01"
    assert told(text) == [("C145", 1, hint), ("C145", 2, hint)]


def test_the_first_day_of_the_rules_will_do() -> None:
    assert told("peildatum: 2015-01-01\ntijdvak: {van: 2015-01-01, tot: 2015-12-31}\n") == []


def test_a_toets_tells_it_and_not_a_fault_of_the_rules() -> None:
    request = read_request(b"peildatum: 2014-12-31\npersonen: {p1: {}}\n", "vraag.yaml")
    for ask in (loaded().toets, loaded().case, loaded().bewijs, loaded().uitleg):
        with pytest.raises(CaseError) as caught:
            ask(request)
        assert [p.code for p in caught.value.diagnostics] == ["C145"]


def test_the_day_after_is_answered() -> None:
    request = read_request(b"peildatum: 2015-01-01\npersonen: {p1: {}}\n", "vraag.yaml")
    assert loaded().toets(request).peildatum == date(2015, 1, 1).isoformat()
