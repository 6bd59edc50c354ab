"""Concepts that two rules give different values, or that no rule gives one."""

from collections.abc import Iterator

from engine.backends.z3_analysis.encoding import Encoding
from engine.backends.z3_analysis.inquiry import Inquiry, WantedOf, at
from engine.backends.z3_analysis.solving import Verdict
from engine.backends.z3_analysis.suspicions import Kind, Suspicion
from engine.backends.z3_analysis.symbols import Bit, both
from engine.ir.case import Inst
from engine.ir.program import LAST_BEFORE_CLAUSES, Begrip


def clashes(inquiry: Inquiry, begrip: Begrip) -> Iterator[Suspicion]:
    """Whether two rules can give a concept different values at once."""
    if len(begrip.candidates) < 2:
        return

    def clash(encoding: Encoding, inst: Inst) -> Bit:
        return encoding.settled(begrip.name, inst).own_conflict

    yield from _asked(inquiry, begrip, Kind.CONFLICT, clash)


def gaps(inquiry: Inquiry, begrip: Begrip) -> Iterator[Suspicion]:
    """Whether a case can lack any rule for a concept, without one that takes it away."""
    if begrip.rest is not None or not begrip.candidates:
        return

    def gap(encoding: Encoding, inst: Inst) -> Bit:
        settled = encoding.settled(begrip.name, inst)
        excluded = encoding.excluded(begrip.name, inst, LAST_BEFORE_CLAUSES)
        return both(settled.nothing, settled.outcome.gap, excluded.fails)

    yield from _asked(inquiry, begrip, Kind.GAP, gap)


def _asked(inquiry: Inquiry, begrip: Begrip, kind: Kind, wanted: WantedOf) -> Iterator[Suspicion]:
    reply = inquiry.can(at(begrip.entity, wanted))
    if reply.verdict is Verdict.CANNOT:
        return
    undecided = reply.verdict is Verdict.UNKNOWN
    yield Suspicion(
        kind=Kind.UNDECIDED if undecided else kind,
        over=begrip.name.rpartition(".")[2],
        regulation=begrip.regulation,
        rules=tuple(c.rule for c in begrip.candidates) if kind is Kind.CONFLICT else (),
        inst=inquiry.place(begrip.entity),
        about=kind.value if undecided else begrip.name,
        case=reply.case,
        remarks=reply.remarks,
    )
