"""What a resident wrote reaches the answer and nothing else: no log, no stderr, no trace.

Every request holds the canary in all places where a caller can write something.
"""

import io
import logging
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from engine.service import Regelruimte
from tests.api.world import JSON, YAML, as_json, hulpvraag

CANARY = "kanarie"
OURS = ("httpx", "httpcore", "asyncio")  # the client of the test, not of the application


def need() -> dict[str, Any]:
    """A need in the resident's words, with a judgement that has a motivation."""
    solution = {"id": "o1", "wat": f"{CANARY} fiets", "soort_oplossing": "hulpmiddel"}
    return {
        "behoeften": [{
            "id": "b1",
            "van": "p1",
            "leefgebied": "werk",
            "wat_is_belangrijk": f"dat {CANARY} weer werkt",
            "waarom_nog_niet": f"{CANARY} heeft geen vervoer",
            "belemmeringen": [{"id": "x1", "tekst": f"{CANARY} kan er niet komen"}],
            "oplossingen": [solution | {"geregistreerd_als": CANARY}],
        }],
        "beoordelingen": [{
            "oordeel": "noodzakelijk", "over": "o1", "uitkomst": "ja", "wie": "w1",
            "rol": "consulent", "datum": "2026-09-01", "motivering": f"{CANARY} kan niet zonder",
        }],
    }  # fmt: skip


GOOD = hulpvraag() | need()
BODIES: dict[str, tuple[bytes, dict[str, str], int]] = {
    "good": (as_json(GOOD), JSON, 200),
    "wrong value": (as_json(GOOD | hulpvraag(inkomen=CANARY)), JSON, 400),
    "wrong key": (as_json(GOOD | {CANARY: CANARY}), JSON, 400),
    "unknown fact": (as_json(GOOD | hulpvraag(**{CANARY: CANARY})), JSON, 400),
    "personal data": (as_json(GOOD | {"id": f"{CANARY}@example.org"}), JSON, 400),
    "broken json": (as_json(GOOD)[:-20], JSON, 400),
    "broken yaml": (f"peildatum: [{CANARY}\n  - {{".encode(), YAML, 400),
    "yaml tag": (f"peildatum: !!python/object:{CANARY} x".encode(), YAML, 400),
    "no utf-8": (CANARY.encode() + b"\xff\xfe", YAML, 400),
    "wrong form": (CANARY.encode(), {"Content-Type": f"text/{CANARY}"}, 415),
    "too large": (CANARY.encode() * 200_000, JSON, 413),
}
PLACES = [
    ("GET", f"/v1/{CANARY}", {}, 404),
    ("GET", f"/v1/regels/{CANARY}?peildatum=2026-09-01", {}, 404),
    ("GET", f"/v1/regels/kw-2?peildatum={CANARY}&{CANARY}={CANARY}", {}, 400),
    ("GET", f"/v1/signalen/{CANARY}%00?peildatum=2026-09-01", {}, 400),
    ("GET", "/v1/gezondheid", {"Accept": f"text/{CANARY}"}, 406),
    ("GET", "/v1/gezondheid", {"User-Agent": CANARY, "Cookie": CANARY, "Referer": CANARY}, 200),
    ("POST", f"/v1/toetsen?{CANARY}={CANARY}", {}, 400),
    (CANARY.upper(), "/v1/gezondheid", {}, 405),
]


class Everything(logging.Handler):
    """Keeps every record as text, with all that is in it."""

    def __init__(self) -> None:
        super().__init__(logging.NOTSET)
        self.setFormatter(logging.Formatter("%(name)s %(levelname)s %(message)s"))
        self.kept: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if not record.name.startswith(OURS):
            self.kept.append(f"{self.format(record)} {record.args!r} {record.exc_info!r}")


Heard = Callable[[], str]


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Iterator[Heard]:
    """Everything that was logged or written since the test began."""
    root, handler = logging.getLogger(), Everything()
    written = io.StringIO()
    monkeypatch.setattr(sys, "stderr", written)
    monkeypatch.setattr(sys, "stdout", written)
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield lambda: "\n".join([*handler.kept, written.getvalue()])
    root.removeHandler(handler)
    root.setLevel(level)


def silent(text: str) -> bool:
    return CANARY not in text.lower()


@pytest.mark.parametrize("name", BODIES)
def test_no_word_of_a_body_is_written_down(client: TestClient, heard: Heard, name: str) -> None:
    body, headers, status = BODIES[name]
    answer = client.post("/v1/toetsen", content=body, headers=headers)
    assert answer.status_code == status
    assert " POST " in heard(), "the application does write its own line"
    assert silent(heard())


@pytest.mark.parametrize(("method", "path", "headers", "status"), PLACES)
def test_no_word_of_an_address_or_header_is_written_down(
    client: TestClient, heard: Heard, method: str, path: str, headers: dict[str, str], status: int
) -> None:
    assert client.request(method, path, headers=headers).status_code == status
    assert "regelruimte.api INFO" in heard()
    assert silent(heard())


def crash(error: Exception) -> Callable[..., object]:
    def work(_: Regelruimte, request: object, *__: object) -> object:
        raise error from KeyError(CANARY, request)

    return work


@pytest.mark.parametrize(
    "error",
    [
        ValueError(f"{CANARY} past niet"),
        ExceptionGroup(CANARY, [ValueError(CANARY)]),
        RecursionError(CANARY),
        UnicodeEncodeError("utf-8", CANARY, 0, 1, CANARY),
    ],
)
def test_no_word_when_the_engine_breaks_down(
    client: TestClient, heard: Heard, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    monkeypatch.setattr(Regelruimte, "toets", crash(error))
    answer = client.post("/v1/toetsen", content=as_json(GOOD), headers=JSON)
    assert answer.status_code == 500
    assert silent(answer.text)
    assert silent(heard())
    assert answer.json()["reference"] in heard(), "we can find the fault by its number"
    assert type(error).__name__ in heard()
    assert "test_privacy.py" in heard(), "and where it was"


def test_no_word_when_the_answer_cannot_be_written(
    client: TestClient, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Regelruimte, "json", crash(TypeError(CANARY)))
    answer = client.post("/v1/toetsen", content=as_json(GOOD), headers=JSON)
    assert answer.status_code == 500
    assert silent(heard() + answer.text)


def test_the_answer_itself_holds_what_was_asked(client: TestClient) -> None:
    answer = client.post("/v1/toetsen", content=as_json(GOOD), headers=JSON)
    assert CANARY in answer.text
    assert answer.headers["cache-control"] == "no-store"


def test_every_answer_is_closed_to_others(client: TestClient, app: FastAPI) -> None:
    for path in ("/v1/gezondheid", "/v1/niets", "/v1/regels/kw-2"):
        headers = client.get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert headers["referrer-policy"] == "no-referrer"
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "strict-transport-security" not in headers
    safe = TestClient(app, base_url="https://testserver").get("/v1/gezondheid")
    assert safe.headers["strict-transport-security"].startswith("max-age=")
