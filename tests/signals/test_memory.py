"""The library keeps nothing of a case, and nothing of a net that is gone.

Each measures a process of its own, so that what other tests left behind does not count.
"""

import gc

import psutil
import pytest

from engine.backends.signals.net import Net, build
from tests.signals.make import DAY, apart, outcome, pattern, signal, trouble

MB = 1024 * 1024
ALLOWED = 5.0  # MB

FACTS = [[outcome("b", "ja", f"gezin:p{n}"), trouble("x"), trouble("y")] for n in range(1, 5)]
START = "from tests.signals.test_memory import *\n"


def small() -> Net:
    joined = signal(
        "PAAR",
        pattern("uitkomst", begrip="b", waarde="ja", over="G"),
        pattern("omstandigheid", soort=["x", "y"], gezin="G"),
    )
    return build([joined], DAY)


def resident() -> float:
    gc.collect()
    return psutil.Process().memory_info().rss / MB


def run(net: Net, times: int) -> None:
    for number in range(times):
        net.run(FACTS[number % 4])


def make(times: int) -> None:
    for _ in range(times):
        run(small(), 1)


def measured(output: str, what: str) -> float:
    early, late = map(float, output.split())
    print(f"{what}: {early:.1f} MB en {late:.1f} MB")
    return late - early


@pytest.mark.slow
def test_fifty_thousand_runs() -> None:
    output = apart(
        START + "net = small()\nrun(net, 5_000)\nprint(resident())\n"
        "run(net, 45_000)\nprint(resident())\n",
        seconds=600,
    )
    assert measured(output, "na 5.000 en na 50.000 keer") <= ALLOWED


@pytest.mark.slow
def test_fifty_thousand_nets() -> None:
    """Each is built, run and let go of."""
    output = apart(
        START + "make(5_000)\nprint(resident())\nmake(45_000)\nprint(resident())\n",
        seconds=600,
    )
    assert measured(output, "na 5.000 en na 50.000 netten") <= ALLOWED
