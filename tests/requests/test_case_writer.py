"""A case that is written as a request and read back is the same case."""

from dataclasses import replace

import pytest

from engine.ir.case import Case
from engine.service import Regelruimte, shipped_rules
from engine.source.case_files import case_paths, read_cases
from engine.source.case_writer import written_request, written_value
from engine.source.yaml_out import yaml_text
from engine.values import Duration
from tests.strategies.shipped import loaded


def same_again(rules: Regelruimte, case: Case, city: str) -> Case:
    text = yaml_text(written_request(case, rules.program(case.day, city)))
    return rules.case(rules.lees_hulpvraag(text.encode(), "voorbeeld.yaml"))


def plain(case: Case) -> tuple[object, ...]:
    """Facts and judgements, with ids as they are written."""
    facts = {(n, i[0], i[1].replace(".", "-")): v for (n, i), v in case.facts.items()}
    said = {(n, i[0], i[1].replace(".", "-")): j.outcome for (n, i), j in case.judgements.items()}
    return facts, case.persons, case.network, case.decision_day, said


@pytest.mark.slow
def test_shipped_cases_come_back() -> None:
    """Without what is not written: disputes and plans."""
    rules, seen = loaded(), 0
    for path in case_paths([shipped_rules()]):
        request = read_cases(path, path.name)[0].hulpvraag
        case = rules.case(request)
        if case.contested or request.plannen:
            continue
        again = same_again(rules, case, request.gemeente or "")
        before, after = (plain(c) for c in (case, again))
        assert {k: v for k, v in after[0].items() if k in before[0]} == before[0], path
        assert after[1:] == before[1:], path
        assert {**again.links, **case.links}.keys() == again.links.keys(), path
        seen += 1
    assert seen > 150


@pytest.mark.parametrize(
    ("value", "kind", "text"),
    [
        (True, "ja_nee", "ja"),
        (1250, "bedrag", "12.50"),
        (Duration(3, 4), "duur", "3 maanden en 4 dagen"),
        (Duration(), "duur", "0 dagen"),
    ],
)
def test_values_are_written_as_users_do(value: object, kind: str, text: str) -> None:
    from engine.ir.types import Type

    assert written_value(value, Type(kind)) == text


def test_an_empty_case_is_a_request() -> None:
    rules = loaded()
    case = replace(Case(day=rules.laatste_wijziging()), persons=("p1",))
    assert same_again(rules, case, "").persons == ("p1",)
