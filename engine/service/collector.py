"""How often Python looks for garbage, for a process that holds a whole rule set.

One answer makes tens of thousands of small objects. With the library's own thresholds Python
looks for circles among them some hundred times per answer, which costs as much as the answer.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from engine.decide.probe import Before
from engine.decide.toets import Setting
from engine.ir.case import Case
from engine.ir.program import Program
from engine.result.evaluated import Evaluated

YOUNG = 50_000  # new objects before the first look; the default is 700


def collect_less_often() -> None:
    """Look for garbage less often; for the start of a process, before anything is loaded."""
    gc.set_threshold(YOUNG, 20, 20)


def keep_what_is_loaded() -> None:
    """Leave what exists now out of every later look; for after loading, before serving."""
    gc.collect()
    gc.freeze()


@contextmanager
def forgetting(setting: Setting) -> Iterator[Setting]:
    """The setting, for one answer: its evaluations are let go of at the end, without a look."""
    made: list[Evaluated] = []

    def evaluate(program: Program, case: Case, before: Before | None = None) -> Evaluated:
        made.append(setting.evaluate(program, case, before))
        return made[-1]

    try:
        yield replace(setting, evaluate=evaluate)
    finally:
        for run in made:
            run.forget()
