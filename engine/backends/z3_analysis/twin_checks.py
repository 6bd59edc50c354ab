"""Twins: two cases that differ in one fact only, and what that makes of an outcome."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import product

from engine.backends.z3_analysis.cells import same
from engine.backends.z3_analysis.days import ordered
from engine.backends.z3_analysis.encoding import Encoding
from engine.backends.z3_analysis.inquiry import FactKey, Inquiry, WantedOfTwins, at, place, there
from engine.backends.z3_analysis.leaves import Leaf
from engine.backends.z3_analysis.numbers import add, minus
from engine.backends.z3_analysis.skeletons import Size
from engine.backends.z3_analysis.solving import Verdict
from engine.backends.z3_analysis.suspicions import Kind, Suspicion
from engine.backends.z3_analysis.symbols import Bit, Term, both, either, equal, no, parts_of
from engine.ir.case import Inst
from engine.ir.declarations import FactDecl
from engine.ir.nodes import Lit
from engine.ir.parts import Course
from engine.ir.program import Begrip, Rule
from engine.values import Number

COURSE_SIZES = (Size(1, 1), Size(2, 1))


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


def course(inquiry: Inquiry, written: Course) -> Iterator[Suspicion]:
    """Whether an outcome can move against its course, or further than it may in one step."""
    begrip = inquiry.program.begrippen[written.begrip]
    fact = inquiry.program.facts[written.fact]
    inst = inquiry.place(fact.entity)
    key = ("feit", fact.name, inst)

    def against(one: Encoding, other: Encoding) -> Bit:
        comparable = _comparable(one, other, begrip)
        if comparable is False:
            return False  # never known, such as when an amount has run out
        low, high = _numbers(one, other, begrip)
        wrong = ordered(high, low) if written.rising else ordered(low, high)
        return both(comparable, _more(one, other, key, None), wrong)

    yield from _moved(inquiry, written, key, Kind.COURSE, against, 0)
    limit = written.step.value if isinstance(written.step, Lit) else None
    if isinstance(limit, int) and not isinstance(limit, bool):

        def leap(one: Encoding, other: Encoding) -> Bit:
            comparable = _comparable(one, other, begrip)
            if comparable is False:
                return False
            low, high = _numbers(one, other, begrip)
            change = minus(high, low)
            far = either(ordered(limit, change), ordered(change, -limit))
            return both(comparable, _more(one, other, key, 1), far)

        yield from _moved(inquiry, written, key, Kind.STEP, leap, limit)


def _moved(
    inquiry: Inquiry,
    written: Course,
    key: FactKey,
    kind: Kind,
    wanted: WantedOfTwins,
    limit: Number,
) -> Iterator[Suspicion]:
    begrip = inquiry.program.begrippen[written.begrip]
    reply = inquiry.can_differ(key, wanted, COURSE_SIZES)
    if reply.verdict is Verdict.CANNOT:
        return
    undecided = reply.verdict is Verdict.UNKNOWN
    yield Suspicion(
        kind=Kind.UNDECIDED if undecided else kind,
        over=written.name,
        regulation=written.regulation,
        inst=inquiry.place(begrip.entity),
        about=kind.value if undecided else begrip.name,
        case=reply.case,
        twin=reply.twin,
        remarks=(f"bewezen voor {reply.proved}",) if reply.proved and undecided else reply.remarks,
        limit=limit,
    )


def _comparable(one: Encoding, other: Encoding, begrip: Begrip) -> Bit:
    inst = place(one, begrip.entity)
    if inst is None:
        return False
    cells = (one.begrip(begrip.name, inst), other.begrip(begrip.name, inst))
    return both(there(one, inst), *(both(c.known, no(c.absent)) for c in cells))


def _numbers(one: Encoding, other: Encoding, begrip: Begrip) -> tuple[Number, Number]:
    inst = place(one, begrip.entity) or ("", "")
    return one.begrip(begrip.name, inst).value, other.begrip(begrip.name, inst).value


def _more(one: Encoding, other: Encoding, key: FactKey, step: int | None) -> Bit:
    """Whether the fact is higher in the other case, by just this much if that is given."""
    leaves: list[Leaf] = []
    for encoding in (one, other):
        encoding.leaves.fact(key[1], key[2])
        leaves.append(encoding.book.entries[key].value)
    low, high = (leaf.value for leaf in leaves)
    return ordered(low, high) if step is None else equal(high, add([low, step]))
