"""The compiled form: Python source per program, equal to the reference evaluator and much faster.

`Compiled(program)` writes one function per concept, rule, norm and group and runs the source once;
`Compiled.run(case)` answers the same questions as `interpret.Run`. A generated function takes the
short way for plain values and the shared algebra of outcomes for everything else. `Again` is a run
of the same case with something changed; it takes over what the change cannot touch.
"""

from engine.backends.compiled.again import Again
from engine.backends.compiled.run import Compiled, Run

__all__ = ["Again", "Compiled", "Run"]
