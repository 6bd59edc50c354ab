"""`regelruimte start`: serve the pages and the API, on this computer only."""

from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from importlib.util import find_spec

from engine.cli.files import rule_folders
from engine.cli.problems import DONE, Problem
from engine.errors import MissingPart

ADDRESS = "127.0.0.1"
SERVER = "api.server"  # by name: the engine never imports the web
FIRST_PORT, LAST_PORT = 1, 65535


def serve(address: str, port: str, replacing: Sequence[str], adding: Sequence[str]) -> int:
    """Serve until Ctrl-C.

    Raises:
        Problem: another address than this computer, or a port that cannot be used.
        MissingPart: the API is not installed.
    """
    if address != ADDRESS:
        hint = "zet er een server voor die wie er komt herkent en de verbinding versleutelt"
        raise Problem(f"regelruimte luistert alleen op {ADDRESS}", hint)
    number = _port(port)
    folders = rule_folders(replacing, adding)
    if find_spec("uvicorn") is None or find_spec("api") is None or find_spec(SERVER) is None:
        raise MissingPart("de API ontbreekt in deze installatie; installeer regelruimte opnieuw")
    server = import_module(SERVER)
    with server.listen(ADDRESS, number) as listening:
        place = listening.getsockname()[1]
        print(f"Regelruimte draait op http://{ADDRESS}:{place}. Ctrl-C stopt.", flush=True)
        with suppress(KeyboardInterrupt):
            server.serve(listening, folders)
    print("Gestopt.")
    return DONE


def _port(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or not FIRST_PORT <= int(text) <= LAST_PORT:
        hint = f"kies een getal van {FIRST_PORT} tot en met {LAST_PORT}, zoals 8000"
        raise Problem("de poort is geen goed nummer", hint)
    return int(text)
