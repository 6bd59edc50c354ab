"""Facts that a request form has a place for: they are there only if the rules declare them."""

from engine.ir.case import Absent, Inst
from engine.result.evaluated import Evaluated
from engine.result.outcomes import Known
from engine.values import Value


def given(run: Evaluated, name: str, inst: Inst) -> Value | None:
    """The value of a fact; None when it is unknown, absent, or no fact of these rules."""
    if name not in run.program.facts:
        return None
    outcome = run.fact(name, inst)
    if isinstance(outcome, Known) and not isinstance(outcome.value, Absent):
        return outcome.value
    return None
