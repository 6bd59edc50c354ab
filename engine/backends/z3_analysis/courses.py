"""Courses: two cases of which one has more of a fact, and what that makes of an outcome."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from engine.backends.z3_analysis.cells import Cell
from engine.backends.z3_analysis.days import ordered
from engine.backends.z3_analysis.encoding import Encoding
from engine.backends.z3_analysis.inquiry import FactKey, Inquiry, WantedOfTwins, place, there
from engine.backends.z3_analysis.leaves import Leaf
from engine.backends.z3_analysis.numbers import add, minus
from engine.backends.z3_analysis.skeletons import Size
from engine.backends.z3_analysis.solving import USUAL, Verdict
from engine.backends.z3_analysis.suspicions import Kind, Suspicion
from engine.backends.z3_analysis.symbols import Bit, Symbol, both, either, equal, is_bit, no
from engine.ir.case import Inst
from engine.ir.declarations import FactDecl
from engine.ir.nodes import Lit
from engine.ir.parts import Course
from engine.ir.program import LAST_BEFORE_CLAUSES, Program, Rule
from engine.values import Number

COURSE_SIZES = (Size(1, 1), Size(2, 1))
MORE, MORE_OF_TWO = 3, 15  # a proof about few people is worth some more steps


@dataclass(frozen=True)
class _Moved:
    """What should move: a concept, or a rule that is to stay (or to stay away)."""

    written: Course
    entity: str
    rule: Rule | None

    @property
    def about(self) -> str:
        return self.written.begrip or self.written.rule

    def cell(self, encoding: Encoding, inst: Inst) -> Cell:
        """What it comes to; a rule that cannot hold any more comes to no."""
        if self.rule is None:
            return encoding.begrip(self.written.begrip, inst)
        rung = max(self.rule.rung, LAST_BEFORE_CLAUSES)
        return encoding.rule(self.rule.number, inst, rung)


def course(inquiry: Inquiry, written: Course) -> Iterator[Suspicion]:
    """Whether an outcome can move against its course, or further than it may in one step."""
    moved = _moved(inquiry.program, written)
    if moved is None:
        return  # of a rule that does not hold on this day
    fact = inquiry.program.facts[written.fact]
    key = ("feit", fact.name, inquiry.place(fact.entity))

    def against(one: Encoding, other: Encoding) -> Bit:
        pair = _compared(one, other, moved, key)
        if pair is None:
            return False  # never known, such as when an amount has run out
        low, high, comparable = pair
        wrong = _less(high, low) if written.rising else _less(low, high)
        return both(comparable, _more(fact, one, other, key), wrong)

    kind = Kind.COURSE if moved.rule is None else Kind.LOST
    yield from _found(inquiry, moved, key, kind, against)
    limit = written.step.value if isinstance(written.step, Lit) else None
    if isinstance(limit, int) and not isinstance(limit, bool):

        def leap(one: Encoding, other: Encoding) -> Bit:
            pair = _compared(one, other, moved, key)
            if pair is None:
                return False
            low, high, comparable = pair
            change = minus(high, low)
            far = either(ordered(limit, change), ordered(change, -limit))
            return both(comparable, _next(one, other, key), far)

        yield from _found(inquiry, moved, key, Kind.STEP, leap, limit)


def _moved(program: Program, written: Course) -> _Moved | None:
    if written.begrip:
        return _Moved(written, program.begrippen[written.begrip].entity, None)
    rule = program.rule_named(written.rule)
    return None if rule is None else _Moved(written, rule.entity, rule)


def _found(
    inquiry: Inquiry, moved: _Moved, key: FactKey, kind: Kind, wanted: WantedOfTwins,
    limit: Number = 0,
) -> Iterator[Suspicion]:  # fmt: skip
    pair = inquiry.program.facts[moved.written.fact].entity == "paar"
    sizes, more = (COURSE_SIZES[1:], MORE_OF_TWO) if pair else (COURSE_SIZES, MORE)
    reply = inquiry.can_differ(key, wanted, sizes, more, USUAL)
    if reply.verdict is Verdict.CANNOT:
        return
    undecided = reply.verdict is Verdict.UNKNOWN
    yield Suspicion(
        kind=Kind.UNDECIDED if undecided else kind,
        over=moved.written.name,
        regulation=moved.written.regulation,
        rules=() if moved.rule is None or undecided else (moved.rule.number,),
        inst=inquiry.place(moved.entity),
        about=kind.value if undecided else moved.about,
        case=reply.case,
        twin=reply.twin,
        remarks=(f"bewezen voor {reply.proved}",) if reply.proved and undecided else reply.remarks,
        limit=limit,
    )


def _compared(
    one: Encoding, other: Encoding, moved: _Moved, key: FactKey
) -> tuple[Symbol, Symbol, Bit] | None:
    """Both outcomes, and whether they can be put side by side; None when they never can."""
    inst = place(one, moved.entity)
    if inst is None:
        return None
    cells = [moved.cell(encoding, inst) for encoding in (one, other)]
    known = both(*(both(c.known, no(c.absent)) for c in cells))
    comparable = both(there(one, inst), known, *_only(one, other, moved.written, key[2]))
    if comparable is False or any(cell.value is None for cell in cells):
        return None
    return cells[0].value, cells[1].value, comparable


def _only(one: Encoding, other: Encoding, written: Course, inst: Inst) -> list[Bit]:
    """Where the course is said to hold; no bounds when nothing is said."""
    if written.only is None:
        return []
    told = [e.evaluate(written.only, (inst,), LAST_BEFORE_CLAUSES) for e in (one, other)]
    return [cell.holds for cell in told]


def _more(fact: FactDecl, one: Encoding, other: Encoding, key: FactKey) -> Bit:
    """Whether the fact is higher in the other case: more, a later word of its list, or yes."""
    low, high = _values(one, other, key)
    if fact.type.kind != "keuze":
        return _less(low, high)
    codes = [one.leaves.code(label) for label in fact.type.labels]
    steps = [both(low.code == a, high.code == b) for a, b in combinations(codes, 2)]
    return either(*steps)


def _next(one: Encoding, other: Encoding, key: FactKey) -> Bit:
    """Whether the fact is just one step higher in the other case."""
    low, high = _values(one, other, key)
    return equal(high, add([low, 1]))


def _values(one: Encoding, other: Encoding, key: FactKey) -> tuple[Symbol, Symbol]:
    leaves: list[Leaf] = []
    for encoding in (one, other):
        encoding.leaves.fact(key[1], key[2])
        leaves.append(encoding.book.entries[key].value)
    return leaves[0].value, leaves[1].value


def _less(low: Symbol, high: Symbol) -> Bit:
    """Whether the one is less than the other; no is less than yes."""
    return both(no(low), high) if is_bit(low) else ordered(low, high)
