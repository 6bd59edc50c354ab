"""The requests in the guide to the API are answered as the guide says."""

import re
import shlex
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from tests.architecture.repository import ROOT
from tests.docs.documents import blocks
from tests.strategies.shipped import loaded

GUIDE = ROOT / "docs" / "koppelen.md"
HERE = "http://127.0.0.1:8000"
REQUESTS = [
    line for block in blocks(GUIDE, "sh") for line in block.text.splitlines() if "curl" in line
]


@pytest.fixture(scope="module")
def client() -> TestClient:
    return TestClient(create_app(engine=loaded()))


def told(line: str) -> tuple[str, str, dict[str, str], bytes]:
    """Method, path, headers and body of a request as `curl` would send it."""
    words = iter(shlex.split(line)[1:])
    method, path, headers, body = "GET", "", {}, b""
    for word in words:
        if word == "-X":
            method = next(words)
        elif word == "-H":
            name, _, value = next(words).partition(": ")
            headers[name] = value
        elif word == "--data-binary":
            body = (ROOT / next(words).removeprefix("@")).read_bytes()
        else:
            path = word.removeprefix(HERE)
    return method, path, headers, body


@pytest.mark.parametrize("line", REQUESTS)
def test_requests_are_answered(client: TestClient, line: str) -> None:
    method, path, headers, body = told(line)
    given = client.request(method, path, headers=headers, content=body)
    assert given.status_code == 200, given.text
    assert given.headers["api-version"]


def test_a_toets_is_what_the_command_prints(client: TestClient) -> None:
    [line] = [line for line in REQUESTS if "/v1/toetsen" in line]
    method, path, headers, body = told(line)
    engine = loaded()
    answer = engine.toets(engine.lees_hulpvraag(body, Path(shlex.split(line)[-1]).name))
    given = client.request(method, path, headers=headers, content=body)
    assert given.content == engine.json(answer)


def test_the_limits_are_those_of_the_api(client: TestClient) -> None:
    settings, text = client.app.settings, GUIDE.read_text(encoding="utf-8")
    assert f"hooguit {settings.max_body // 1_000_000} MB" in text
    words = {2: "twee", 20: "twintig"}
    assert re.search(f"{words[settings.at_once]} vragen tegelijk", text)
    assert re.search(f"{words[settings.waiting]} wachten", text)
