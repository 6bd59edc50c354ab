"""A program written out for the solver on one stage: the counterpart of the interpreter.

Every concept, rule and judgement of an instance is one entry of the book, with constants of its
own, so that what is written grows with the rules and not with the paths through them.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from engine.backends.z3_analysis.book import Book, Key
from engine.backends.z3_analysis.cells import (
    GAP,
    NO,
    UNKNOWN,
    YES,
    Cell,
    as_truth,
    between,
    bounded,
    changed,
    compare,
    conjoin,
    disjoin,
    negate,
    settle,
    strict,
    truth,
)
from engine.backends.z3_analysis.days import Calendar, ordered
from engine.backends.z3_analysis.formulas import Formulas
from engine.backends.z3_analysis.leaves import Judged, Leaf, Leaves
from engine.backends.z3_analysis.places import Edge as PlaceEdge
from engine.backends.z3_analysis.places import Found, Places
from engine.backends.z3_analysis.stage import Stage
from engine.backends.z3_analysis.symbols import Bit, Day, Symbol, both, either, no, pick
from engine.ir.case import Inst
from engine.ir.declarations import Window
from engine.ir.fold import norms_in
from engine.ir.nodes import Expr
from engine.ir.program import (
    LAST_BEFORE_CLAUSES,
    Begrip,
    Candidate,
    Edge,
    Norm,
    Program,
    Rule,
    Rung,
)


@dataclass(frozen=True)
class Settled:
    """A concept: its outcome, and how it came about.

    Attributes:
        nothing: whether no rule is active or possible.
        own_conflict: whether rules of this concept itself clash.
    """

    outcome: Cell
    nothing: Bit
    own_conflict: Bit


class Encoding(Formulas):
    """A program on a stage."""

    def __init__(
        self,
        program: Program,
        stage: Stage,
        original: "Encoding | None" = None,
        changed: Collection[Key] = (),
    ) -> None:
        """Write nothing yet; answers are written when asked.

        With an original this is its twin: every leaf is shared, but for those that are `changed`.
        """
        self.program = program
        self.stage = stage
        self.book = Book() if original is None else Book("~")
        shared = None if original is None else original.leaves
        self.leaves = Leaves(program, stage, self.book, shared, frozenset(changed))
        self.calendar = Calendar(self.book)
        self.where = Places(program, self.book, self.leaves, self._edge)
        self.unjudged: list[Bit] = []

    # -- rules -----------------------------------------------------------------------------

    def rule(self, number: int, inst: Inst, rung: Rung = LAST_BEFORE_CLAUSES) -> Cell:
        """Whether a rule is active for an instance."""
        key = ("actief", number, inst, rung)
        return self.book.once(key, lambda: self._active(self.program.rules[number], inst, rung))

    def own(self, number: int, inst: Inst, rung: Rung = LAST_BEFORE_CLAUSES) -> Cell:
        """Whether the condition of a rule holds, whatever goes before it."""
        key = ("raakt", number, inst, rung)
        return self.book.once(key, lambda: self._own(self.program.rules[number], inst, rung))

    def _active(self, rule: Rule, inst: Inst, rung: Rung) -> Cell:
        if rule.rung > rung:
            return NO
        own = self.own(rule.number, inst, rung)
        parts = [own, *(negate(self._at(edge, inst, rung)) for edge in rule.defeaters)]
        return self.book.cell(conjoin(parts), rule.id)

    def _at(self, edge: Edge, inst: Inst, rung: Rung) -> Cell:
        """Whether another rule, found from here, is active; nowhere means no."""
        made = NO
        for when, place in self.where.reach(inst, edge.steps)[0]:
            made = between(when, self.rule(edge.rule, place, rung), made)
        return made

    def _own(self, rule: Rule, inst: Inst, rung: Rung) -> Cell:
        outer, self.unjudged = self.unjudged, []
        try:
            cell = as_truth(self._condition(rule, inst, rung))
            waiting = either(*self.unjudged) if norms_in(rule.condition) else cell.asks
        finally:
            self.unjudged = outer
        if rule.cause is not None and cell.known is not True and waiting is not False:
            cause = as_truth(self.evaluate(rule.cause, (inst,), rung))
            cell = between(both(cell.unknown, waiting, cause.fails), NO, cell)
        if inst[0] in self.program.groups:
            cell = between(self.where.group(inst).open, UNKNOWN, cell)
        if rule.sanction and not self.stage.complete:
            self.book.remark("een vermoeden telt als vaststaand, ook voor een straf")
        return self.book.cell(cell, f"{rule.id}/als")

    def _condition(self, rule: Rule, inst: Inst, rung: Rung) -> Cell:
        parts = []
        if rule.moment is not None:
            parts.append(_in_force(rule.window, self.evaluate(rule.moment, (inst,), rung)))
        if rule.reach is not None and rule.reach.on_blockers:
            reach = (rule.reach.blocker_ranks, rule.reach.blocker_characters)
            parts.append(
                self.leaves.free(("blokkade", reach, inst), "wat een oplossing blokkeert")
            )
        if rule.condition is not None:
            parts.append(self.evaluate(rule.condition, (inst,), rung))
        return conjoin(parts)

    # -- concepts --------------------------------------------------------------------------

    def begrip(self, name: str, inst: Inst, rung: Rung = LAST_BEFORE_CLAUSES) -> Cell:
        """The outcome of a concept for an instance."""
        return self.settled(name, inst, rung).outcome

    def settled(self, name: str, inst: Inst, rung: Rung = LAST_BEFORE_CLAUSES) -> Settled:
        """A concept for an instance, with how its outcome came about."""
        begrip = self.program.begrippen[name]
        top = min(rung, begrip.top)
        return self.book.once(("begrip", name, inst, top), lambda: self._settle(begrip, inst, top))

    def _settle(self, begrip: Begrip, inst: Inst, rung: Rung) -> Settled:
        options = [self._option(c, inst, rung) for c in begrip.candidates]
        cell, some = settle(options) if options else (GAP, False)
        clash = cell.conflict
        cell = between(some, cell, self._nothing(begrip, inst, rung))
        for change in begrip.changes:
            value = self.book.cell(cell, f"{begrip.name}/tot_hier")
            active, made = self._option(change, inst, rung, value)
            cell = changed(value, active, made)
        cell = self._finish(begrip, cell, inst, rung)
        if inst[0] in self.program.groups:
            cell = between(self.where.group(inst).open, UNKNOWN, cell)
        return Settled(self.book.cell(cell, begrip.name), no(some), both(some, clash))

    def _option(
        self, candidate: Candidate, inst: Inst, rung: Rung, current: Cell | None = None
    ) -> tuple[Cell, Cell]:
        active = self.rule(candidate.rule, inst, rung)
        if active.fails is True:
            return active, UNKNOWN
        return active, self.evaluate(candidate.value, (inst,), rung, current)

    def _nothing(self, begrip: Begrip, inst: Inst, rung: Rung) -> Cell:
        if begrip.rest is not None:
            return self.evaluate(begrip.rest, (inst,), rung)
        excluded = self.excluded(begrip.name, inst, rung)
        unsure = Cell(None, known=False, asks=excluded.asks)
        return between(excluded.known, GAP, unsure)

    def excluded(self, name: str, inst: Inst, rung: Rung) -> Cell:
        """Whether an active rule took rules of this concept away."""
        edges = self.program.begrippen[name].excluders
        return disjoin([self._at(edge, inst, rung) for edge in edges]) if edges else NO

    def _finish(self, begrip: Begrip, cell: Cell, inst: Inst, rung: Rung) -> Cell:
        """Round the value of a concept and hold it to its bounds and its demand."""
        if begrip.rounding is not None:
            step, mode = begrip.rounding.step, begrip.rounding.mode
            rounded = strict(lambda v: self.book.numbers.rounded(v, step, mode), [cell])
            cell = between(either(cell.known, cell.unknown), rounded, cell)
        if begrip.low is None and begrip.high is None and begrip.demand is None:
            return cell
        value = self.book.cell(cell, f"{begrip.name}/waarde")
        held = [self._within(value, begrip.low, begrip.high, inst, rung)]
        if begrip.demand is not None:
            held.append(self.evaluate(begrip.demand, (inst,), rung, value))
        made = bounded(value, between(value.absent, YES, conjoin(held)))
        self._limit(begrip, made)
        return made

    def _limit(self, begrip: Begrip, cell: Cell) -> None:
        """Keep constant bounds: they let a product be taken apart."""
        ends = [getattr(bound, "value", None) for bound in (begrip.low, begrip.high)]
        if all(isinstance(end, int) for end in ends):
            self.book.numbers.limit(cell.value, *ends)

    def _within(
        self, cell: Cell, low: Expr | None, high: Expr | None, inst: Inst, rung: Rung
    ) -> Cell:
        parts = []
        if low is not None:
            bound = self.evaluate(low, (inst,), rung)
            parts.append(compare(lambda a, b: ordered(b, a, strictly=False), cell, bound))
        if high is not None:
            bound = self.evaluate(high, (inst,), rung)
            parts.append(compare(lambda a, b: ordered(a, b, strictly=False), cell, bound))
        return conjoin(parts)

    # -- judgements ------------------------------------------------------------------------

    def norm(self, name: str, part: str, inst: Inst, rung: Rung) -> Cell:
        """What a human judged; nothing else answers an open norm."""
        norm = self.program.norms[name]
        judged, held = self.book.once(
            ("oordeel over", name, inst, rung), lambda: self._judged(norm, inst, rung)
        )
        counts = both(judged.given, no(held.fails))
        self.unjudged.append(no(counts))
        return self.book.once(
            ("oordeel", name, part, inst, rung),
            lambda: self._norm(norm, part, judged, held, inst, rung),
        )

    def _norm(
        self, norm: Norm, part: str, judged: Judged, held: Cell, inst: Inst, rung: Rung
    ) -> Cell:
        if not norm.window.holds(self.program.day):
            return GAP
        field = judged.fields.get(part)
        given = (
            Cell(None, absent=True) if field is None else Cell(field.value, absent=field.absent)
        )
        unsure = Cell(given.value, known=False, asks=held.asks)
        said = between(held.known, given, unsure)
        counts = both(judged.given, no(held.fails))
        if counts is True:
            return said
        return self.book.cell(
            between(counts, said, self._unsaid(norm, part, inst, rung)), norm.name
        )

    def _unsaid(self, norm: Norm, part: str, inst: Inst, rung: Rung) -> Cell:
        cell = self._presumed(norm, part, inst, rung)
        if norm.only_if is not None:
            asked = as_truth(self.evaluate(norm.only_if, (inst,), rung))
            # Of an open condition only the doubt counts: its truth is no value of this norm.
            doubt = replace(asked, value=None)
            cell = between(asked.holds, cell, between(asked.known, GAP, doubt))
        return cell

    def _presumed(self, norm: Norm, part: str, inst: Inst, rung: Rung) -> Cell:
        """What policy presumes until somebody judges; only what surely applies counts."""
        waits = Cell(None, known=False, asks=True)
        if not norm.presumptions or part != norm.fields[0].name:
            return waits
        found = [self._option(c, inst, rung) for c in norm.presumptions]
        sure = [(truth(active.holds), value) for active, value in found]
        cell, some = settle(sure)
        return between(both(some, either(cell.known, cell.conflict)), cell, waits)

    def _judged(self, norm: Norm, inst: Inst, rung: Rung) -> tuple[Judged, Cell]:
        """A judgement on an instance, and whether every field lies within its bounds."""
        judged = self._said(norm, inst)
        parts = []
        for field in norm.fields:
            leaf = judged.fields[field.name]
            held = self._within(Cell(leaf.value), field.low, field.high, inst, rung)
            parts.append(between(leaf.absent, YES, held))
        held = conjoin(parts)
        if self.stage.bounded:
            self.book.state(either(no(judged.given), no(held.fails)))
        return judged, held

    def _said(self, norm: Norm, inst: Inst) -> Judged:
        if inst[0] not in self.program.groups:
            return self.leaves.judgement(norm, inst)
        roots = self.where.root(*inst)
        found = [(when, self.leaves.judgement(norm, root)) for when, root in roots]
        return Judged(
            _one(found, lambda j: j.given),
            {name: _field(found, name) for name in found[0][1].fields},
        )

    # -- places ----------------------------------------------------------------------------

    def places(self, inst: Inst, steps: Sequence[str]) -> tuple[Found, Cell]:
        """Where steps may lead."""
        return self.where.reach(inst, steps)

    def members(self, collection: str, inst: Inst) -> tuple[Found, Cell]:
        """Who may be in a collection."""
        return self.where.members(collection, inst)

    def _edge(self, group: str) -> PlaceEdge:
        """Whether two persons are directly together in this group."""

        def edge(first: str, second: str) -> Cell:
            decl = self.program.groups[group]
            inst = ("paar", f"{first}>{second}")
            outer, self.unjudged = self.unjudged, []
            try:
                return as_truth(self.evaluate(decl.edge, (inst,), Rung.D))
            finally:
                self.unjudged = outer

        return edge


def _one(found: Sequence[tuple[Bit, Judged]], part: Callable[[Judged], Symbol]) -> Symbol:
    made = part(found[-1][1])
    for when, judged in reversed(found[:-1]):
        made = pick(when, part(judged), made)
    return made


def _field(found: Sequence[tuple[Bit, Judged]], name: str) -> Leaf:
    value = _one(found, lambda judged: judged.fields[name].value)
    return Leaf(value, absent=_one(found, lambda judged: judged.fields[name].absent))


def _in_force(window: Window, day: Cell) -> Cell:
    parts = []
    if window.start is not None:
        start = Cell(Day(window.start.toordinal()))
        parts.append(compare(lambda a, b: ordered(b, a, strictly=False), day, start))
    if window.end is not None:
        end = Cell(Day(window.end.toordinal()))
        parts.append(compare(lambda a, b: ordered(a, b, strictly=False), day, end))
    return conjoin(parts)
