"""Work in two lanes comes to what it comes to in one, also when a lane stops."""

import subprocess
import sys

import pytest

from engine.service.lanes import LANES, WORTH_A_COPY, in_lanes
from tests.architecture.repository import ROOT

# In a process of its own: a test runner has threads, and then no lane is started.
START = """
import os
from engine.service.lanes import in_lanes
here = os.getpid()
def square(number):
    {}
    return number * number, os.getpid()
try:
    found = dict(in_lanes(range(100), square))
    print(sum(square for square, _ in found.values()), len({{p for _, p in found.values()}}))
    print(here in {{p for _, p in found.values()}})
except ValueError as error:
    print(error)
"""
SUM = sum(n * n for n in range(100))


def run(line: str) -> list[str]:
    """What the script prints when its work starts with this line."""
    done = subprocess.run(
        [sys.executable, "-c", START.format(line)],
        cwd=ROOT, capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    assert done.stderr == ""
    return done.stdout.splitlines()


def test_one_lane_where_copies_are_no_use() -> None:
    assert list(in_lanes("ab", str.upper)) == [("a", "A"), ("b", "B")]
    assert len("ab") < WORTH_A_COPY


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere everything is done in one lane")
class TestLanes:
    def test_all_is_done_by_the_lanes(self) -> None:
        assert run("pass") == [f"{SUM} {LANES}", "False"]

    def test_what_a_lane_leaves_is_done_here(self) -> None:
        stops = "if os.getpid() != here and number == 31: os._exit(1)"
        assert run(stops) == [f"{SUM} {LANES + 1}", "True"]

    def test_an_error_is_raised_here(self) -> None:
        assert run("if number == 31: raise ValueError('stuk')") == ["stuk"]
