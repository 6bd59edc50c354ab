"""What the API writes down: routes, statuses, counts, durations and places in the code.

Never a message of an exception, an address, a header or a part of a body: those hold what a
resident wrote.
"""

import logging
import traceback
from collections.abc import Iterator

LOGGER = logging.getLogger("regelruimte.api")
METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"})


def to_stderr() -> None:
    """Write our lines to stderr; other libraries only speak up when something is wrong."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    LOGGER.addHandler(handler)
    LOGGER.setLevel(logging.INFO)
    LOGGER.propagate = False


def note_request(method: str, route: str, status: int, milliseconds: int) -> None:
    """One line per answer; a method or path that we do not know is not repeated."""
    known = method if method in METHODS else "-"
    LOGGER.info("%s %s %d %d ms", known, route or "-", status, milliseconds)


def note_toets(counts: dict[str, int]) -> None:
    """How much a toets held."""
    LOGGER.info("toets %s", " ".join(f"{name}={count}" for name, count in counts.items()))


def note_refusal(code: str, errors: list[str]) -> None:
    """Which codes were answered."""
    LOGGER.info("geweigerd %s %s", code, ",".join(sorted(set(errors))) or "-")


def note_fault(reference: str, error: BaseException) -> None:
    """A fault of our own, by its kind and the places it came through."""
    LOGGER.error("eigen fout %s\n  %s", reference, "\n  ".join(_places(error)))


def _places(error: BaseException | None) -> Iterator[str]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield f"{type(error).__module__}.{type(error).__qualname__}"
        for frame in traceback.extract_tb(error.__traceback__, limit=-12):
            yield f"  {frame.filename}:{frame.lineno} {frame.name}"
        error = error.__cause__ or error.__context__
