"""The server: on this computer only, and once from end to end over real HTTP."""

import http.client
import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from api.server import AddressRefused, listen, run
from tests.api.world import FOLDERS, JSON, RULE, as_json, hulpvraag

ROOT = Path(__file__).resolve().parents[2]
START = "import sys; from pathlib import Path; from api.server import run; "
START += "run('localhost', int(sys.argv[1]), [Path(sys.argv[2])])"
CANARY = "kanarie"


ALL = "0.0.0.0"  # noqa: S104 what has to be refused


@pytest.mark.parametrize(
    "host", [ALL, "", "::", "::1", "192.168.1.20", "127.0.0.2", "example.org", "localhost."]
)
def test_no_other_address(host: str) -> None:
    with pytest.raises(AddressRefused, match=r"luistert alleen op 127\.0\.0\.1: er is nog geen"):
        run(host, 0)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_this_computer(host: str) -> None:
    with listen(host, 0) as listening:
        assert listening.getsockname()[0] == "127.0.0.1"


def test_a_port_in_use() -> None:
    with listen("127.0.0.1", 0) as first:
        first.listen()
        port = first.getsockname()[1]
        with pytest.raises(AddressRefused, match=f"poort {port} is niet te gebruiken"):
            listen("127.0.0.1", port)


def test_a_port_that_is_none() -> None:
    with pytest.raises(AddressRefused, match="poort 70000"):
        listen("127.0.0.1", 70000)


@dataclass
class Running:
    """A server that runs, and what it says on stderr once it has stopped."""

    port: int
    process: "subprocess.Popen[str]"

    def ask(
        self, method: str, path: str, body: object = None, headers: dict[str, str] | None = None
    ) -> tuple[http.client.HTTPResponse, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        with suppress(BrokenPipeError, ConnectionResetError):
            connection.request(method, path, body, headers or {}, encode_chunked=True)
        answer = connection.getresponse()
        data = answer.read()
        connection.close()
        return answer, data

    def stop(self) -> str:
        self.process.terminate()
        return self.process.communicate(timeout=20)[1]


@pytest.fixture
def server() -> Iterator[Running]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-W", "error", "-c", START, str(port), str(FOLDERS[0])]
    process = subprocess.Popen(
        command, cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    running = Running(port, process)
    try:
        for _ in range(600):
            with suppress(OSError):
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            assert process.poll() is None, process.communicate()[1]
            time.sleep(0.1)
        yield running
    finally:
        process.kill()
        process.wait()
        for stream in (process.stdout, process.stderr):
            if stream is not None:
                stream.close()


def pieces(size: int) -> Iterator[bytes]:
    for _ in range(size // 50_000):
        yield CANARY.encode().ljust(50_000)


@pytest.mark.slow
def test_from_end_to_end(server: Running) -> None:
    request = hulpvraag() | {"plannen": [{"id": "pl1", "soort": "plan", "tekst": CANARY}]}
    answer, data = server.ask("POST", "/v1/toetsen", as_json(request), JSON)
    assert answer.status == 200, data
    assert json.loads(data)["uitkomsten"]["persoon:p1"]["kleine_wet.toeslag"]["waarde"] == "50.00"
    assert (answer.getheader("api-version"), answer.getheader("server")) == ("1.0.0", None)

    assert server.ask("GET", RULE)[0].status == 200
    assert server.ask("GET", f"/v1/{CANARY}?{CANARY}={CANARY}")[0].status == 404
    refused, data = server.ask("POST", "/v1/toetsen", pieces(1_500_000), JSON)
    assert (refused.status, json.loads(data)["code"]) == (413, "A413")
    assert server.ask("POST", "/v1/toetsen", b"{", JSON)[0].status == 400

    said = server.stop()
    assert "POST /v1/toetsen 200 " in said
    assert "GET - 404 " in said
    assert CANARY not in said
    assert "Traceback" not in said
