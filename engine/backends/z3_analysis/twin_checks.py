"""Twins: two cases that differ in one fact only, and what that makes of an outcome."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import product

from engine.backends.z3_analysis.cells import same
from engine.backends.z3_analysis.encoding import Encoding
from engine.backends.z3_analysis.inquiry import Inquiry, at, place, there
from engine.backends.z3_analysis.solving import Verdict
from engine.backends.z3_analysis.suspicions import Kind, Suspicion
from engine.backends.z3_analysis.symbols import Bit, Term, both, either, equal, no, parts_of
from engine.ir.case import Inst
from engine.ir.declarations import FactDecl
from engine.ir.program import Begrip, Rule


def influence(inquiry: Inquiry, fact: FactDecl, begrip: Begrip) -> Iterator[Suspicion]:
    """Whether this fact alone can make an outcome different."""

    def differ(one: Encoding, other: Encoding) -> Bit:
        inst = place(one, begrip.entity)
        if inst is None:
            return False
        cells = (one.begrip(begrip.name, inst), other.begrip(begrip.name, inst))
        return both(there(one, inst), *(c.known for c in cells), no(same(*cells)))

    key = ("feit", fact.name, inquiry.place(fact.entity))
    reply = inquiry.can_differ(key, differ)
    if reply.verdict is not Verdict.CANNOT:
        undecided = reply.verdict is Verdict.UNKNOWN
        yield Suspicion(
            kind=Kind.UNDECIDED if undecided else Kind.INFLUENCE,
            over=fact.name,
            regulation=begrip.regulation,
            inst=inquiry.place(begrip.entity),
            about=Kind.INFLUENCE.value if undecided else begrip.name,
            case=reply.case,
            twin=reply.twin,
            remarks=reply.remarks,
        )


def idle(inquiry: Inquiry, fact: FactDecl, readers: Sequence[Rule]) -> Iterator[Suspicion]:
    """Whether no rule that reads a fact ever comes out otherwise because of it."""
    unsure = False
    keys = [("feit", fact.name, inst) for inst in inquiry.places(fact.entity)]
    for rule, key in product(readers, keys):
        if inquiry.can_flip(key, at(rule.entity, partial(_holds, rule)), partial(_values, rule)):
            return
    for rule, key in product(readers, keys):

        def differ(one: Encoding, other: Encoding, rule: Rule = rule) -> Bit:
            inst = place(one, rule.entity)
            if inst is None:
                return False
            rung = rule.rung
            pairs = [(one.own(rule.number, inst, rung), other.own(rule.number, inst, rung))]
            pairs += [
                (one.evaluate(value, (inst,), rung), other.evaluate(value, (inst,), rung))
                for _, value in rule.effects
                if not rule.changes
            ]
            changes = [either(no(equal(a.known, b.known)), no(same(a, b))) for a, b in pairs]
            return both(there(one, inst), either(*changes))

        verdict = inquiry.can_differ(key, differ).verdict
        if verdict is Verdict.CAN or rule.changes:
            return
        unsure = unsure or verdict is Verdict.UNKNOWN
    yield Suspicion(
        kind=Kind.UNDECIDED if unsure else Kind.IDLE, over=fact.name, regulation="gegevens",
        rules=tuple(rule.number for rule in readers), about=Kind.IDLE.value if unsure else "",
    )  # fmt: skip


def _holds(rule: Rule, encoding: Encoding, inst: Inst) -> Bit:
    return encoding.own(rule.number, inst, rule.rung).holds


def _values(rule: Rule, encoding: Encoding) -> list[Term]:
    """What a rule gives."""
    inst = place(encoding, rule.entity)
    if inst is None or rule.changes:
        return []
    cells = [encoding.evaluate(value, (inst,), rule.rung) for _, value in rule.effects]
    return [term for cell in cells for term in parts_of(cell.value)]
