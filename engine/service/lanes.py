"""Independent pieces of work in two lanes, each a copy of this process.

A solver works on one core. Which piece goes in which lane does not depend on the machine, nor on
what takes long: a solver that met other questions before may give up on another one.
"""

import signal
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from threading import active_count
from typing import TypeVar

LANES = 2
WORTH_A_COPY = 40  # pieces of work; below this, starting a lane takes longer than it saves
P = TypeVar("P")
R = TypeVar("R")


def in_lanes(work: Sequence[P], do: Callable[[P], R]) -> Iterator[tuple[P, R]]:
    """Each piece with its result, in the order in which they are done; starts at once.

    What a lane could not do is done here after all, so that its error is raised here.
    """
    if len(work) < WORTH_A_COPY or not _can_copy():
        return ((piece, do(piece)) for piece in work)
    lanes = [_started(range(first, len(work), LANES), work, do) for first in range(LANES)]
    return _gathered(work, do, dict(lanes))


def _can_copy() -> bool:
    """Whether a copy of this process works as it does: a copy has one thread only."""
    return sys.platform == "linux" and active_count() == 1


def _started(
    numbers: Sequence[int], work: Sequence[P], do: Callable[[P], R]
) -> tuple[Connection, BaseProcess]:
    fork = get_context("fork")
    results, out = fork.Pipe(duplex=False)
    lane = fork.Process(target=_lane, args=(out, numbers, work, do), daemon=True)
    lane.start()
    out.close()
    return results, lane


def _lane(
    out: Connection, numbers: Sequence[int], work: Sequence[P], do: Callable[[P], R]
) -> None:
    """Do these pieces; who asked for them says when to stop, and meets any error again."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(Exception):
        for number in numbers:
            out.send((number, do(work[number])))


def _gathered(
    work: Sequence[P], do: Callable[[P], R], lanes: Mapping[Connection, BaseProcess]
) -> Iterator[tuple[P, R]]:
    busy, missing = list(lanes), dict(enumerate(work))
    try:
        while busy:
            ready = wait(busy)
            for results in [lane for lane in busy if lane in ready]:
                try:
                    number, made = results.recv()
                except EOFError:
                    busy.remove(results)
                else:
                    yield missing.pop(number), made
    finally:
        for lane in lanes.values():
            lane.terminate()
    yield from ((piece, do(piece)) for piece in missing.values())
