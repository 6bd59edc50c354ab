"""The compiled form of a program, made once: for properties that ask everything of many cases.

`tests/differential` shows that it gives what the interpreter gives.
"""

from engine.backends.compiled import Compiled
from engine.backends.compiled.run import no_blockers
from engine.decide.blockers import solution_blockers
from engine.ir.case import Case
from engine.ir.program import Program
from engine.result.evaluated import Evaluated

_made: dict[tuple[int, int], tuple[Program, Compiled]] = {}


def run(program: Program, case: Case, *, ladder: bool = False) -> Evaluated:
    """An evaluation of a case; with `ladder` also of what blocks a solution.

    Programs that differ in their day only share their rules and concepts, and are made once.
    """
    key = id(program.rules), id(program.begrippen)
    if key not in _made:
        _made[key] = program, Compiled(program)
    return _made[key][1].run(case, solution_blockers if ladder else no_blockers, program)
