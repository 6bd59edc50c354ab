"""Reading a request: YAML and JSON give the same, and writing it back gives the same again."""

import json
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

import jsonschema
import pytest
import yaml

from engine.errors import CaseError
from engine.model import request as model
from engine.model.request import FeitWaarde, Hulpvraag
from engine.source.requests import read_request, request_data, request_schema
from tests.requests.programs import FULL


def full() -> Hulpvraag:
    return read_request(FULL.encode(), "vraag.yaml")


def test_a_request_is_read() -> None:
    request = full()
    assert request.peildatum == date(2026, 9, 1)
    assert request.gemeente == "GM0000"
    assert request.personen["t"].rol == "netwerk"
    assert request.personen["p1"].feiten["geboortedatum"] == FeitWaarde(
        waarde="1995-01-01", bron="brp"
    )
    need = request.behoeften[0]
    assert need.leefgebied == FeitWaarde(waarde="werk")
    assert need.oplossingen[0].dekt == {"x1": "geheel", "x2": "deels"}
    assert need.eigen_plan is not None
    assert need.eigen_plan.netwerk[0].wie == "tante"
    assert request.beoordelingen[1].over == ("x1", "gebruikelijke_hulp")
    assert request.beoordelingen[2].uitkomst == {"mate": "deels", "uren": "3"}
    assert [record.id for record in request.lijsten["giften"]] == [None, "g9"]


def test_places_are_kept() -> None:
    fact = full().personen["p2"].feiten["loon_netto"]
    assert str(fact.herkomst.begin) == "vraag.yaml:7:20"
    assert str(full().behoeften[0].herkomst.van("id")) == "vraag.yaml:21:9"


def test_json_gives_the_same_request() -> None:
    data = yaml.load(FULL, Loader=yaml.BaseLoader)
    assert read_request(json.dumps(data).encode(), "vraag.json") == full()
    assert read_request(json.dumps(data, indent=2).encode(), "-") == full()


def test_json_numbers_stay_as_written() -> None:
    text = '{"peildatum": "2026-09-01", "personen": {"p1": {"loon_netto": 1200.50, "x": -3}}}'
    facts = read_request(text.encode(), "-").personen["p1"].feiten
    assert (facts["loon_netto"].waarde, facts["x"].waarde) == ("1200.50", "-3")
    assert str(facts["x"].herkomst.begin) == f"-:1:{text.index('-3') + 1}"


def test_json_escapes_are_read() -> None:
    text = json.dumps(
        {
            "peildatum": "2026-09-01",
            "procedure": {"x": {"waarde": "ja", "bron": 'een ë en een 😀 \\ / " \n nieuwe regel'}},
        }
    )
    assert "\\ud83d" in text
    found = read_request(text.encode(), "-").procedure.feiten["x"]
    assert found.bron == 'een ë en een 😀 \\ / " \n nieuwe regel'


def test_writing_back_gives_the_same_request() -> None:
    data = request_data(full())
    assert read_request(json.dumps(data).encode(), "-") == full()
    assert data["personen"]["p2"] == {"loon_netto": "1200.50"}
    assert data["personen"]["t"] == {"rol": "netwerk"}
    assert "omstandigheden" in data
    assert "lijsten" not in data


def test_an_empty_list_is_not_lost() -> None:
    request = read_request(b"{peildatum: 2026-09-01, giften: []}", "v.yaml")
    assert request.lijsten == {"giften": ()}
    assert request_data(request) == {"peildatum": "2026-09-01", "giften": []}


def test_the_order_of_keys_does_not_matter() -> None:
    data = yaml.load(FULL, Loader=yaml.BaseLoader)
    turned = json.dumps(_turned(data)).encode()
    assert read_request(turned, "-") == full()


def _turned(node: Any) -> Any:
    if isinstance(node, dict):
        return {key: _turned(node[key]) for key in reversed(node)}
    return [_turned(part) for part in node] if isinstance(node, list) else node


def test_there_is_no_field_for_who_somebody_is() -> None:
    records = [r for r in vars(model).values() if isinstance(r, type) and is_dataclass(r)]
    names = {f.name for record in records for f in fields(record)}
    assert not names & {"naam", "bsn", "adres", "telefoon", "email", "geboorteplaats"}


# -- the schema -----------------------------------------------------------------------------------


def test_the_schema_accepts_the_request_and_what_is_written_back() -> None:
    schema = request_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(yaml.load(FULL, Loader=yaml.BaseLoader), schema)
    jsonschema.validate(request_data(full()), schema)


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"peildatum": "2026-09-01", "gemeente": "0000"},
        {"peildatum": "2026-09-01", "personen": {"1": {}}},
        {"peildatum": "2026-09-01", "behoeften": [{"id": "b1"}]},
        {"peildatum": "2026-09-01", "tijdvak": {"van": "2026-09-01", "tot": "x", "y": "1"}},
        {"peildatum": "2026-09-01", "personen": {"p1": {"loon": {"bedrag": "1"}}}},
        {"peildatum": "2026-09-01", "personen": {"p1": {"rol": "buur"}}},
    ],
)
def test_schema_and_reader_refuse_the_same(wrong: dict[str, Any]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(wrong, request_schema())
    with pytest.raises(CaseError):
        read_request(json.dumps(wrong).encode(), "-")


def test_the_schema_is_dutch_and_knows_nothing_of_ours() -> None:
    text = json.dumps(request_schema())
    assert "herkomst" not in text
    assert "feiten" not in request_schema()["$defs"]["Persoon"]["properties"]
    for part in request_schema()["$defs"].values():
        assert part["description"][0].isupper()
        assert " the " not in part["description"]
