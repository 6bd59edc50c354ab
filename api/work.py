"""Where the engine works: in threads, a few at a time, with a short queue."""

from collections.abc import Callable
from typing import TypeVar

from anyio import CapacityLimiter
from anyio.to_thread import run_sync

from api.problems import BUSY, Refused

Result = TypeVar("Result")


class Workplace:
    """Runs work in threads: `at_once` at the same time, `waiting` in the queue, no more."""

    def __init__(self, at_once: int, waiting: int) -> None:
        """Open the workplace; the limiter is made in the loop that first uses it."""
        self._at_once = at_once
        self._most = at_once + waiting
        self._present = 0
        self._limiter: CapacityLimiter | None = None

    async def do(self, work: Callable[[], Result]) -> Result:
        """Do this when there is a place.

        Raises:
            Refused: A503 the queue is full.
        """
        if self._present >= self._most:
            detail = "Er wordt al aan veel vragen gewerkt. Probeer het zo nog eens."
            raise Refused(BUSY, detail, headers={"Retry-After": "5"})
        if self._limiter is None:
            self._limiter = CapacityLimiter(self._at_once)
        self._present += 1
        try:
            return await run_sync(work, limiter=self._limiter)
        finally:
            self._present -= 1
