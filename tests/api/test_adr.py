"""The NL API Design Rules, one test per rule; the names follow the rules."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi import FastAPI
from jsonschema import Draft202012Validator
from starlette.testclient import TestClient

from api.app import create_app
from api.settings import Contact, Settings
from api.version import API_VERSION
from tests.api.world import FOLDERS, JSON, PROBLEM, READABLE, RULE, as_json, hulpvraag

Document = dict[str, Any]
DUTCH = re.compile(r"\b(de|het|een|van|wat|niet|is|er|hier)\b", re.IGNORECASE)
ASKED = (
    ("GET", "/v1/gezondheid", 200),
    ("GET", "/v1/openapi.json", 200),
    ("GET", "/v1/regels/kw-2", 400),
    ("GET", "/v1/bestaat-niet", 404),
    ("GET", "/", 404),
    ("PUT", "/v1/toetsen", 405),
    ("POST", "/v1/toetsen", 415),
)


@pytest.fixture
def document(client: TestClient) -> Document:
    found: Document = client.get("/v1/openapi.json").json()
    return found


def operations(document: Document) -> Iterator[tuple[str, str, Document]]:
    for path, item in document["paths"].items():
        for method, operation in item.items():
            yield path, method, operation


def parts(node: object) -> Iterator[Document]:
    """Every mapping in a document."""
    if isinstance(node, dict):
        yield node
    for part in (
        node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    ):
        yield from parts(part)


def test_no_trailing_slash(client: TestClient, document: Document) -> None:
    assert not [path for path in document["paths"] if path.endswith("/")]
    for path in ("/v1/gezondheid/", "/v1/regelingen/", "/v1/"):
        answer = client.get(path)
        assert (answer.status_code, "location" in answer.headers) == (404, False)


def test_path_segments_in_kebab_case(document: Document) -> None:
    segments = [s for path in document["paths"] for s in path.strip("/").split("/")]
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*|\{[a-z]+\}", segment) for segment in segments)


def test_query_keys_in_camel_case(document: Document) -> None:
    names = [p["name"] for _, _, o in operations(document) for p in o["parameters"]]
    assert names
    assert all(re.fullmatch(r"[a-z]+([A-Z][a-z]+)*", name) for name in names)


def test_nouns_in_dutch_and_plural(document: Document) -> None:
    collections = {path.split("/")[1] for path in document["paths"]} - {"gezondheid"}
    assert collections == {"toetsen", "regelingen", "regels", "signalen"}


def test_methods_as_http_means_them(client: TestClient, document: Document) -> None:
    assert {m for _, m, _ in operations(document)} <= {"get", "post", "put", "patch", "delete"}
    assert all("requestBody" not in o for _, m, o in operations(document) if m == "get")
    first = [client.get(path).content for path in READABLE]
    assert first == [client.get(path).content for path in READABLE]


def test_a_wrong_method_names_the_right_one(client: TestClient) -> None:
    assert client.put("/v1/toetsen").headers["allow"] == "POST"
    assert client.post("/v1/regelingen").headers["allow"] == "GET"


def test_stateless(client: TestClient) -> None:
    answers = [client.get(path) for path in READABLE]
    answers.append(client.post("/v1/toetsen", content=as_json(hulpvraag()), headers=JSON))
    assert not any("set-cookie" in answer.headers for answer in answers)


def test_version_in_the_address(document: Document) -> None:
    assert re.search(r"/v\d+$", document["servers"][0]["url"])
    assert document["servers"][0]["url"].endswith(f"/v{API_VERSION.split('.', maxsplit=1)[0]}")


@pytest.mark.parametrize(("method", "path", "status"), ASKED)
def test_version_header_on_every_answer(
    client: TestClient, method: str, path: str, status: int
) -> None:
    answer = client.request(method, path)
    assert (answer.status_code, answer.headers["api-version"]) == (status, API_VERSION)


def test_semantic_version(document: Document) -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", document["info"]["version"])


def test_document_where_everybody_finds_it(client: TestClient) -> None:
    answer = client.get("/v1/openapi.json", headers={"Origin": "https://example.org"})
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["content-type"] == "application/json"
    assert answer.json()["openapi"].startswith("3.1.")


def test_no_other_route_may_be_read_by_other_sites(client: TestClient) -> None:
    found = [client.get(path, headers={"Origin": "https://example.org"}) for path in READABLE]
    assert not any("access-control-allow-origin" in answer.headers for answer in found)


def test_document_in_dutch(document: Document) -> None:
    texts = [part["description"] for part in parts(document) if "description" in part]
    texts += [o["summary"] for _, _, o in operations(document)]
    whole = [text for text in texts if isinstance(text, str) and len(text.split()) > 6]
    assert len(whole) > 20
    assert [text for text in whole if not DUTCH.search(text)] == []


def test_contact(document: Document) -> None:
    assert set(document["info"]["contact"]) == {"name", "email", "url"}


def test_contact_can_be_set() -> None:
    mine = Contact(name="Loket", email="loket@example.org", url="https://example.org/loket")
    info = create_app(Settings(folders=FOLDERS, contact=mine)).openapi()["info"]
    assert info["contact"] == {"name": mine.name, "email": mine.email, "url": mine.url}


def test_errors_as_problem_details(document: Document) -> None:
    for path, method, operation in operations(document):
        for status, answer in operation["responses"].items():
            if status >= "400":
                assert list(answer["content"]) == [PROBLEM], (path, method, status)


def test_invalid_input_is_400(document: Document, client: TestClient) -> None:
    statuses = {s for _, _, o in operations(document) for s in o["responses"]}
    assert "422" not in statuses
    assert not [n for n in document["components"]["schemas"] if "Validation" in n]
    assert client.get("/v1/regels/kw-2?peildatum=gisteren").status_code == 400


def test_all_errors_at_once(client: TestClient) -> None:
    found = client.get("/v1/regels/kw-2?peildatum=gisteren&gemeente=hier&pijl=1").json()
    assert [fault["location"]["name"] for fault in found["errors"]] == [
        "peildatum", "gemeente", "pijl",
    ]  # fmt: skip


@pytest.mark.parametrize("day", ["0", "20260901", "2026-9-1", "1767225600", "2026-02-30", ""])
def test_days_are_written_in_full(client: TestClient, day: str) -> None:
    assert client.get("/v1/regels/kw-2", params={"peildatum": day}).status_code == 400


@pytest.mark.parametrize(("day", "wrong"), [
    ("1899-12-31", True), ("1900-01-01", False), ("2100-12-31", False), ("2101-01-01", True),
])  # fmt: skip
def test_days_lie_where_a_request_may_have_them(
    client: TestClient, day: str, *, wrong: bool
) -> None:
    status = client.get("/v1/regels/kw-2", params={"peildatum": day}).status_code
    assert (status == 400) is wrong


def test_days_have_a_format(document: Document) -> None:
    named = [p for p in parts(document) if p.get("name") == "peildatum"]
    fields = [p["properties"]["peildatum"] for p in parts(document) if _has_day(p)]
    assert named
    assert len(fields) > 3
    found = [*(p["schema"] for p in named), *fields]
    assert all(schema.get("format") == "date" for schema in found)


def _has_day(part: Document) -> bool:
    properties = part.get("properties")
    return isinstance(properties, dict) and isinstance(properties.get("peildatum"), dict)


def test_schemas_are_schemas(document: Document) -> None:
    names = document["components"]["schemas"]
    for schema in names.values():
        Draft202012Validator.check_schema(schema)
    wanted = {part["$ref"] for part in parts(document) if isinstance(part.get("$ref"), str)}
    known = {f"#/components/schemas/{name}" for name in names}
    assert wanted - known == {"#/components/headers/API-Version"}


def test_answers_are_what_their_schema_says(document: Document, app: FastAPI) -> None:
    client = TestClient(app)
    asked = {"Regelingen": READABLE[0], "RegelKaart": RULE, "SignaalKaart": READABLE[2]}
    for name, path in asked.items():
        whole = {"$ref": f"#/components/schemas/{name}", "components": document["components"]}
        Draft202012Validator(whole).validate(client.get(path).json())
