"""Outcomes in a form that can be compared: the same text in every process and order."""

from engine.backends.interpret import Run
from engine.ir.case import Inst
from engine.result.outcomes import Conflict, Gap, Known, Leaf, Outcome, Unknown


def firm(outcome: Outcome) -> bool:
    """Decided, and no further fact or judgement flips it."""
    return not isinstance(outcome, Unknown) and outcome.firm


def canon(outcome: Outcome) -> str:
    """Everything an outcome says."""
    match outcome:
        case Known(value=value, reserve=reserve):
            return f"waarde {value!r} {_leaves(reserve)}"
        case Unknown(needs=needs, provisional=provisional):
            return f"onbekend {_leaves(needs)} {provisional!r}"
        case Conflict(values=values, reserve=reserve):
            return f"conflict {values!r} {_leaves(reserve)}"
        case Gap(kind=kind, about=about, inst=inst, reserve=reserve):
            return f"gat {kind} {about} {inst} {_leaves(reserve)}"


def _leaves(leaves: frozenset[Leaf]) -> str:
    return " ".join(str((x.kind, x.name, x.inst, x.detail)) for x in sorted(leaves))


def outcome_of(run: Run, name: str, inst: Inst) -> Outcome:
    return run.begrip(name, inst).outcome


def kept(less: Outcome, more: Outcome) -> bool:
    """Whether what was decided with less information still stands with more."""
    match less, more:
        case Known(), Known():
            return bool(less.value == more.value)
        case Gap(), Gap():
            return less.kind == more.kind
        case Conflict(), Conflict():
            return {v for v, _ in less.values} <= {v for v, _ in more.values}
        case _:
            return False
