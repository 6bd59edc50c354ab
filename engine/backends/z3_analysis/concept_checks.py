"""Concepts that two rules give different values, or that no rule gives one."""

from collections.abc import Iterator
from functools import partial
from itertools import combinations

from engine.backends.z3_analysis.cells import same
from engine.backends.z3_analysis.encoding import Encoding
from engine.backends.z3_analysis.inquiry import Inquiry, WantedOf, at
from engine.backends.z3_analysis.solving import Verdict
from engine.backends.z3_analysis.suspicions import Kind, Suspicion
from engine.backends.z3_analysis.symbols import Bit, both, no
from engine.ir.case import Inst
from engine.ir.program import LAST_BEFORE_CLAUSES, Begrip, Candidate


def clashes(inquiry: Inquiry, begrip: Begrip) -> Iterator[Suspicion]:
    """Which rules can give a concept different values at once, two by two."""
    if len(begrip.candidates) < 2:
        return

    def clash(encoding: Encoding, inst: Inst) -> Bit:
        return encoding.settled(begrip.name, inst).own_conflict

    first = list(_asked(inquiry, begrip, Kind.CONFLICT, clash))
    if not first:
        return
    pairs = [
        told
        for one, other in combinations(begrip.candidates, 2)
        for told in _asked(
            inquiry, begrip, Kind.CONFLICT, partial(_apart, one, other), (one.rule, other.rule)
        )
    ]
    if first[0].kind is Kind.CONFLICT:
        yield from pairs
        return
    # What is too much to decide at once may be decided pair by pair, and then wholly.
    yield from (told for told in pairs if told.kind is Kind.CONFLICT)
    if any(told.kind is Kind.UNDECIDED for told in pairs):
        yield from first


def _apart(one: Candidate, other: Candidate, encoding: Encoding, inst: Inst) -> Bit:
    """Whether both rules are active and give different values."""
    last, found = LAST_BEFORE_CLAUSES, []
    for candidate in (one, other):
        active = encoding.rule(candidate.rule, inst, last)
        value = encoding.evaluate(candidate.value, (inst,), last)
        found.append((active, value))
    (first, left), (second, right) = found
    return both(first.holds, second.holds, left.known, right.known, no(same(left, right)))


def gaps(inquiry: Inquiry, begrip: Begrip) -> Iterator[Suspicion]:
    """Whether a case can lack any rule for a concept, without one that takes it away.

    An open term that nobody filled is told elsewhere, with who should.
    """
    if begrip.rest is not None or (begrip.term and not begrip.candidates):
        return

    def gap(encoding: Encoding, inst: Inst) -> Bit:
        settled = encoding.settled(begrip.name, inst)
        excluded = encoding.excluded(begrip.name, inst, LAST_BEFORE_CLAUSES)
        return both(settled.nothing, settled.outcome.gap, excluded.fails)

    yield from _asked(inquiry, begrip, Kind.GAP, gap)


def _asked(
    inquiry: Inquiry,
    begrip: Begrip,
    kind: Kind,
    wanted: WantedOf,
    rules: tuple[int, ...] = (),
) -> Iterator[Suspicion]:
    reply = inquiry.can(at(begrip.entity, wanted))
    if reply.verdict is Verdict.CANNOT:
        return
    undecided = reply.verdict is Verdict.UNKNOWN
    yield Suspicion(
        kind=Kind.UNDECIDED if undecided else kind,
        over=begrip.name.rpartition(".")[2],
        regulation=begrip.regulation,
        rules=rules,
        inst=inquiry.place(begrip.entity),
        about=kind.value if undecided else begrip.name,
        case=reply.case,
        remarks=reply.remarks,
    )
