"""The contract of errors. Every answer from 400 up, from wherever it comes:

* is application/problem+json with `type`, `title`, `status`, `detail` and `code`; `status` is the
  HTTP status, `type` a URI that belongs to the code, and the texts are Dutch sentences;
* with wrong input, `errors` names all faults at once, each with `in`, `location` (line and column
  in a body, name of a parameter), `code`, `detail`, and mostly a `hint`;
* never repeats what was filled in, and never tells how the program is made;
* a fault of our own (500) has a `reference` to report and nothing else.
"""

import re
from typing import Any

import pytest
from fastapi import FastAPI
from jsonschema import Draft202012Validator
from starlette.testclient import TestClient

from api.problems import KINDS
from engine.service import Regelruimte
from tests.api.world import JSON, PROBLEM, RULE, YAML, as_json, hulpvraag

WRONG: list[tuple[str, str, str, dict[str, Any]]] = [
    ("A400", "POST", "/v1/toetsen", {"content": b"{}", "headers": JSON}),
    ("A400", "POST", "/v1/toetsen", {"content": b"", "headers": YAML}),
    ("A400", "POST", "/v1/toetsen", {"content": b"\xff\xfe", "headers": YAML}),
    ("A400", "POST", "/v1/toetsen", {"content": b"[" * 5000, "headers": JSON}),
    ("A400", "GET", "/v1/regels/kw-2", {}),
    ("A400", "GET", "/v1/regels/%20?peildatum=2026-09-01", {}),
    ("A404", "GET", "/v1/regels/kw-99?peildatum=2026-09-01", {}),
    ("A404", "GET", "/v1/signalen/kw-2?peildatum=2026-09-01", {}),
    ("A404", "GET", "/v1/niets", {}),
    ("A404", "GET", "/v2/toetsen", {}),
    ("A405", "DELETE", "/v1/toetsen", {}),
    ("A405", "OPTIONS", "/v1/toetsen", {}),
    ("A406", "GET", RULE, {"headers": {"Accept": "text/html, application/json;q=0"}}),
    ("A413", "POST", "/v1/toetsen", {"content": b" " * 1_000_001, "headers": JSON}),
    ("A415", "POST", "/v1/toetsen", {"content": b"{}", "headers": {"Content-Type": "text/csv"}}),
]


@pytest.fixture
def checker(app: FastAPI) -> Draft202012Validator:
    parts = app.openapi()["components"]
    return Draft202012Validator({"$ref": "#/components/schemas/Probleem", "components": parts})


@pytest.mark.parametrize(("code", "method", "path", "more"), WRONG)
def test_every_error_has_the_same_shape(
    client: TestClient,
    checker: Draft202012Validator,
    code: str,
    method: str,
    path: str,
    more: dict[str, Any],
) -> None:
    answer = client.request(method, path, **more)
    found = answer.json()
    checker.validate(found)
    assert answer.headers["content-type"] == PROBLEM
    assert answer.headers["cache-control"] == "no-store"
    assert (found["code"], found["status"]) == (code, answer.status_code)
    assert found["title"] == KINDS[answer.status_code].title
    assert re.fullmatch(r"[A-Z].*[.]", found["detail"])


def test_all_faults_of_a_body_at_once(client: TestClient) -> None:
    wrong = {"peildatum": "2026-9-1", "pijldatum": 1, "personen": {"p1": {"naam": "x"}}}
    found = client.post("/v1/toetsen", content=as_json(wrong), headers=JSON).json()["errors"]
    assert {fault["code"] for fault in found} == {"C105", "C109", "C125"}
    assert all(fault["in"] == "body" for fault in found)
    assert found[0]["location"] == {"line": 1, "column": 15}


def test_faults_of_meaning_have_the_same_shape(client: TestClient) -> None:
    body = as_json(hulpvraag(inkomen="99999", schoenmaat="43"))
    found = client.post("/v1/toetsen", content=body, headers=JSON).json()
    assert {fault["code"] for fault in found["errors"]} == {"C130", "C137"}
    assert found["detail"] == "De invoer heeft 2 fouten; ze staan hieronder bij elkaar."


def test_no_endless_list_of_faults(client: TestClient) -> None:
    body = as_json({f"sleutel{n}": "x" for n in range(500)})
    found = client.post("/v1/toetsen", content=body, headers=JSON).json()
    assert len(found["errors"]) == 100
    assert re.match(r"De invoer heeft 50\d fouten; de eerste 100 ", found["detail"])


def test_a_value_is_not_repeated(client: TestClient) -> None:
    paths = ("/v1/regels/kw-2?peildatum=geheim", "/v1/regels/geheim%20?peildatum=2026-09-01")
    bodies = (hulpvraag(inkomen="geheim"), {"peildatum": "geheim"})
    answers = [client.get(path).text for path in paths]
    answers += [client.post("/v1/toetsen", content=as_json(b), headers=JSON).text for b in bodies]
    assert not [text for text in answers if "geheim" in text]


def test_a_rule_of_another_day_is_told_apart(client: TestClient) -> None:
    unknown = client.get("/v1/regels/kw-99?peildatum=2026-09-01").json()
    assert unknown["detail"] == "Een regel met deze id bestaat niet."
    elsewhere = client.get("/v1/regels/KW-4?peildatum=2026-09-01").json()
    assert elsewhere["detail"].startswith("Deze regel geldt niet")


def test_a_fault_of_our_own_tells_nothing(
    client: TestClient, checker: Draft202012Validator, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(*_: object) -> None:
        raise ZeroDivisionError("geheim")

    monkeypatch.setattr(Regelruimte, "toets", break_down)
    answer = client.post("/v1/toetsen", content=as_json(hulpvraag()), headers=JSON)
    found = answer.json()
    checker.validate(found)
    assert answer.status_code == 500
    assert set(found) == {"type", "title", "status", "detail", "code", "reference"}
    assert re.fullmatch(r"[0-9a-f]{8}", found["reference"])
    assert not re.search(r"geheim|Error|Traceback|\.py|line", answer.text)
    assert answer.headers["api-version"]
