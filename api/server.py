"""Serves the API on this computer."""

import socket
from collections.abc import Sequence
from pathlib import Path

import uvicorn

from api.app import create_app
from api.log import to_stderr
from api.settings import Settings
from engine.errors import EngineError
from engine.service import Regelruimte, collect_less_often, keep_what_is_loaded

ADDRESS = "127.0.0.1"
NAMES = (ADDRESS, "localhost")


class AddressRefused(EngineError):
    """The API does not listen there; the message says why, in Dutch."""


def run(host: str = ADDRESS, port: int = 8000, folders: Sequence[Path] = ()) -> None:
    """Serve until told to stop.

    Args:
        host: this computer; nothing else is possible as long as nobody has to log in.
        port: the port; 0 takes a free one.
        folders: folders with rules; none means those that travel with the engine.

    Raises:
        AddressRefused: another address, or a port that cannot be used.
        RuleError: the rules hold errors; before anything is served.
    """
    with listen(host, port) as listening:
        serve(listening, folders)


def listen(host: str, port: int) -> socket.socket:
    """A socket on this computer only.

    Raises:
        AddressRefused: another address, or a port that cannot be used.
    """
    if host not in NAMES:
        raise AddressRefused(
            f"regelruimte luistert alleen op {ADDRESS}: er is nog geen aanmelding en een "
            f"hulpvraag bevat persoonsgegevens. Laat het adres weg, of kies {ADDRESS}"
        )
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        # Never the name: what `localhost` points at can be changed.
        listening.bind((ADDRESS, port))
    except (OSError, OverflowError) as error:
        listening.close()
        raise AddressRefused(
            f"poort {port} is niet te gebruiken; kies een andere, of stop wat daar draait"
        ) from error
    return listening


def serve(listening: socket.socket, folders: Sequence[Path] = ()) -> None:
    """Serve on a socket that is open.

    Raises:
        RuleError: the rules hold errors; before anything is served.
    """
    collect_less_often()
    engine = Regelruimte(folders)
    _ = engine.corpus
    keep_what_is_loaded()
    app = create_app(Settings(folders=tuple(folders)), engine)
    to_stderr()
    # Its access log would hold addresses and paths; the application writes its own lines.
    config = uvicorn.Config(app, log_config=None, access_log=False, server_header=False)
    uvicorn.Server(config).run(sockets=[listening])
