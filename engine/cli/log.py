"""The log of our own faults: names and places only, never a message or a value of a case."""

import logging
import os
import secrets
import tempfile
import traceback
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

FILE = "regelruimte.log"
VARIABLE = "REGELRUIMTE_LOG"


def note(error: BaseException, arguments: Sequence[str]) -> tuple[str, str]:
    """Write a fault to the log; gives its reference number, and the log (empty: no log)."""
    number = secrets.token_hex(4)
    words = [word for word in arguments[:1] if word.isalpha()]
    lines = [f"nummer {number} opdracht {' '.join(words) or '-'}", *_places(error)]
    for path in _candidates():
        with suppress(OSError):
            _write(path, "\n  ".join(lines))
            return number, str(path)
    return number, ""


def _candidates() -> Iterator[Path]:
    given = os.environ.get(VARIABLE)
    if given:
        yield Path(given)
    state = os.environ.get("XDG_STATE_HOME")
    with suppress(RuntimeError):
        yield (Path(state) if state else Path.home() / ".local" / "state") / "regelruimte" / FILE
    yield Path(tempfile.gettempdir()) / f"regelruimte-{os.getuid()}" / FILE


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    stamp = logging.Formatter().formatTime(logging.makeLogRecord({}))
    flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_NOFOLLOW
    with os.fdopen(os.open(path, flags, 0o600), "a", encoding="utf-8") as stream:
        stream.write(f"{stamp} {text}\n")


def _places(error: BaseException | None) -> Iterator[str]:
    """Kind of error and the places it came through, with what caused it."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield f"{type(error).__module__}.{type(error).__qualname__}"
        for frame in traceback.extract_tb(error.__traceback__):
            yield f"  {frame.filename}:{frame.lineno} {frame.name}"
        error = error.__cause__ or error.__context__
