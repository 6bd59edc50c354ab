"""What one caller cannot do to the others."""

import threading
from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from engine.service import Regelruimte
from tests.api.world import FOLDERS, JSON, YAML, as_json, hulpvraag

LIMIT = 1_000_000


def chunks(size: int) -> Iterator[bytes]:
    for _ in range(size // 50_000):
        yield b" " * 50_000


@pytest.mark.parametrize("extra", [0, 1])
def test_a_body_of_a_megabyte_and_one_byte_more(client: TestClient, extra: int) -> None:
    body = as_json(hulpvraag())
    answer = client.post("/v1/toetsen", content=body.ljust(LIMIT + extra), headers=JSON)
    assert answer.status_code == (413 if extra else 200)


def test_a_body_in_pieces_is_stopped_on_the_way(client: TestClient) -> None:
    answer = client.post("/v1/toetsen", content=chunks(2 * LIMIT), headers=YAML)
    assert (answer.status_code, answer.json()["code"]) == (413, "A413")
    assert answer.headers["connection"] == "close"
    assert answer.headers["api-version"]


def test_a_wrong_length_in_front_does_not_help(client: TestClient) -> None:
    headers = JSON | {"Content-Length": "10"}
    answer = client.post("/v1/toetsen", content=chunks(2 * LIMIT), headers=headers)
    assert answer.status_code == 413


def test_a_large_body_is_refused_on_every_route(client: TestClient) -> None:
    answer = client.request("GET", "/v1/gezondheid", content=b" " * (LIMIT + 1))
    assert answer.status_code == 413


def test_the_limit_can_be_set() -> None:
    client = TestClient(create_app(Settings(folders=FOLDERS, max_body=2000)))
    answer = client.post("/v1/toetsen", content=b" " * 2001, headers=JSON)
    assert answer.json()["detail"] == "De invoer mag hooguit 2 kB zijn."


@pytest.mark.parametrize(
    ("header", "status"),
    [
        ("application/json", 200),
        ("application/json; charset=UTF-8", 200),
        ("Application/JSON", 200),
        ("application/yaml", 200),
        ("application/json; charset=latin-1", 415),
        ("application/json-patch+json", 415),
        ("text/plain", 415),
        ("", 415),
        (";;;", 415),
    ],
)
def test_forms_of_a_body(client: TestClient, header: str, status: int) -> None:
    body = as_json(hulpvraag())
    answer = client.post("/v1/toetsen", content=body, headers={"Content-Type": header})
    assert answer.status_code == status


def test_a_packed_body_is_not_unpacked(client: TestClient) -> None:
    headers = JSON | {"Content-Encoding": "gzip"}
    assert client.post("/v1/toetsen", content=b"x", headers=headers).status_code == 415


@pytest.mark.parametrize(
    ("header", "status"),
    [
        ("*/*", 200),
        ("application/*", 200),
        ("application/json", 200),
        ("text/html, application/json;q=0.1", 200),
        ("", 200),
        ("text/html", 406),
        ("*/*, application/json;q=0", 406),
        ("application/problem+json", 406),
        ("geen vorm", 406),
    ],
)
def test_forms_of_an_answer(client: TestClient, header: str, status: int) -> None:
    assert client.get("/v1/gezondheid", headers={"Accept": header}).status_code == status


class Gate:
    """Holds up the work until it opens, and knows how much is inside."""

    def __init__(self) -> None:
        self.open = threading.Event()
        self.entered = threading.Semaphore(0)
        self.lock = threading.Lock()
        self.inside = self.most = 0

    def work(self, *_: object) -> object:
        with self.lock:
            self.inside += 1
            self.most = max(self.most, self.inside)
        self.entered.release()
        assert self.open.wait(20)
        with self.lock:
            self.inside -= 1
        raise ZeroDivisionError


def test_at_most_so_much_work_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    gate = Gate()
    monkeypatch.setattr(Regelruimte, "toets", gate.work)
    app = create_app(Settings(folders=FOLDERS, at_once=2, waiting=1))
    answers: list[int] = []
    with TestClient(app) as client:

        def ask() -> None:
            answer = client.post("/v1/toetsen", content=as_json(hulpvraag()), headers=JSON)
            answers.append(answer.status_code)
            seen.release()

        seen = threading.Semaphore(0)
        asking = [threading.Thread(target=ask) for _ in range(6)]
        for thread in asking:
            thread.start()
        assert all(gate.entered.acquire(timeout=20) for _ in range(2))
        # Two work, one waits; the other three hear at once that it is busy.
        assert all(seen.acquire(timeout=20) for _ in range(3))
        busy = client.get("/v1/regelingen")
        health = client.get("/v1/gezondheid")
        gate.open.set()
        for thread in asking:
            thread.join(20)
    assert sorted(answers) == [500, 500, 500, 503, 503, 503]
    assert gate.most == 2
    assert (busy.status_code, busy.headers["retry-after"]) == (503, "5")
    assert health.status_code == 200


def test_work_does_not_hold_up_other_routes(app: FastAPI) -> None:
    with TestClient(app) as client:
        assert client.get("/v1/gezondheid").json()["status"] == "in_orde"
