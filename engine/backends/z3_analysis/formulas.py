"""Formulas for the solver: what every node comes to, as `engine.result.terms` says."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial, reduce

from engine.backends.z3_analysis.book import Book
from engine.backends.z3_analysis.cells import (
    GAP,
    NO,
    UNKNOWN,
    YES,
    Cell,
    aggregate,
    as_truth,
    between,
    choose,
    compare,
    conjoin,
    count,
    disjoin,
    negate,
    strict,
)
from engine.backends.z3_analysis.days import SHIFTS, Calendar, ordered
from engine.backends.z3_analysis.leaves import Leaves, unless
from engine.backends.z3_analysis.numbers import add, below, minus
from engine.backends.z3_analysis.symbols import (
    Bit,
    Day,
    Label,
    Span,
    Symbol,
    both,
    either,
    equal,
    is_constant,
    no,
    pick,
)
from engine.errors import InternalError
from engine.ir import nodes
from engine.ir.case import Inst
from engine.ir.declarations import Amount
from engine.ir.nodes import Expr, Nav
from engine.ir.program import Program, Rung

Scopes = tuple[Inst, ...]
Places = Sequence[tuple[Bit, Inst]]


_TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!="}


class Formulas(ABC):
    """Writes formulas out; a subclass answers concepts, judgements and places."""

    program: Program
    book: Book
    leaves: Leaves
    calendar: Calendar
    unjudged: list[Bit]

    @abstractmethod
    def begrip(self, name: str, inst: Inst, rung: Rung) -> Cell:
        """The outcome of a concept for an instance."""

    @abstractmethod
    def norm(self, name: str, part: str, inst: Inst, rung: Rung) -> Cell:
        """What a human judged."""

    @abstractmethod
    def excluded(self, name: str, inst: Inst, rung: Rung) -> Cell:
        """Whether an active rule took rules of this concept away."""

    @abstractmethod
    def places(self, inst: Inst, steps: Sequence[str]) -> tuple[Places, Cell]:
        """Where steps may lead, each with when; and what is said where they lead nowhere."""

    @abstractmethod
    def members(self, collection: str, inst: Inst) -> tuple[Places, Cell]:
        """Who may be in a collection, each with when; and the truth that this is known."""

    def evaluate(
        self, expr: Expr, scopes: Scopes, rung: Rung, current: Cell | None = None
    ) -> Cell:
        """Write out an expression; the last scope is the innermost."""

        def ask(*parts: Expr) -> list[Cell]:
            return [self.evaluate(part, scopes, rung, current) for part in parts]

        match expr:
            case nodes.Lit(value=value):
                return Cell(self.leaves.constant(value))
            case nodes.Not(arg=arg):
                return negate(*ask(arg))
            case nodes.And(args=args):
                return conjoin(ask(*args))
            case nodes.Or(args=args):
                return disjoin(ask(*args))
            case nodes.Compare(op=op, left=left, right=right, labels=labels):
                made = self._shifted(expr, ask)
                return made or self._compared(op, labels, *ask(left, right))
            case nodes.OneOf(arg=arg, labels=labels):
                codes = [Label(self.leaves.code(label)) for label in labels]
                (cell,) = ask(arg)
                return compare(lambda v, _: either(*(equal(v, c) for c in codes)), cell, cell)
            case nodes.Reached(birth=birth, length=length):
                return strict(self.calendar.reached, [*ask(birth, length), self.day("peildatum")])
            case nodes.Arith(op=op, left=left, right=right):
                return self._computed(op, *ask(left, right))
            case nodes.Choose(when=when, then=then, other=other):
                return choose(*ask(when, then, other))
            case nodes.Call(name=name, args=args, mode=mode):
                return self._called(name, mode, ask(*args))
            case nodes.TableCall():
                return self._table(expr, scopes, rung, current)
            case nodes.Fold():
                return self._fold(expr, scopes, rung, current)
            case nodes.Current():
                if current is None:
                    raise InternalError("`waarde` outside a rule that changes a value")
                return current
            case _:
                return self._leaf(expr, scopes, rung)

    # -- leaves ----------------------------------------------------------------------------

    def _leaf(self, expr: Expr, scopes: Scopes, rung: Rung) -> Cell:
        match expr:
            case nodes.FactRef(name=name, nav=nav):
                return self._read(nav, scopes, lambda place: self.leaves.fact(name, place))
            case nodes.BegripRef(name=name, nav=nav):
                return self._read(nav, scopes, lambda place: self.begrip(name, place, rung))
            case nodes.NormRef(name=name, nav=nav, part=part):
                said = part or ""
                return self._read(nav, scopes, lambda place: self.norm(name, said, place, rung))
            case nodes.InstanceRef(nav=nav):
                return self._read(
                    nav, scopes, lambda place: Cell(Label(self.leaves.code(place[1])))
                )
            case nodes.Excluded(name=name, nav=nav):
                return self._read(nav, scopes, lambda p: self.excluded(name, p, rung), NO)
            case nodes.BlockedBy(regulation=regulation, nav=nav):
                return self._read(
                    nav,
                    scopes,
                    lambda place: self.leaves.free(
                        ("blokkade", regulation, place), "wat een oplossing blokkeert"
                    ),
                    NO,
                )
            case nodes.ReadingRef(name=name):
                return Cell(self.leaves.constant(self.program.readings[name].chosen))
            case nodes.DayRef(name=name):
                return self.day(name)
            case nodes.AmountRef(name=name, on=on):
                day = (
                    Cell(Day(self.program.day.toordinal()))
                    if on is None
                    else self.evaluate(on, scopes, rung)
                )
                return self._amount(self.program.amounts[name], day)
        raise InternalError(f"no such node: {type(expr).__name__}")

    def _read(
        self,
        nav: Nav,
        scopes: Scopes,
        look: Callable[[Inst], Cell],
        otherwise: Cell | None = None,
    ) -> Cell:
        found, nowhere = self.places(scopes[nav.scope], nav.steps)
        made = nowhere if otherwise is None else otherwise
        for when, place in reversed(found):
            before = len(self.unjudged)
            made = between(when, look(place), made)
            self.unjudged[before:] = [both(when, bit) for bit in self.unjudged[before:]]
        return made

    def day(self, name: str) -> Cell:
        """The peildatum, which is given, or the day of the decision, which is open."""
        if name == "peildatum":
            return Cell(Day(self.leaves.stage.case.day.toordinal()))
        return self.leaves.decision_day()

    def _amount(self, amount: Amount, day: Cell) -> Cell:
        found = GAP
        for start, entry in amount.entries:
            begun = ordered(Day(start.toordinal()), day.value, strictly=False)
            here = GAP if entry is None else Cell(self.leaves.constant(entry))
            found = between(begun, here, found)
        if amount.until is not None:
            over = ordered(Day(amount.until.toordinal()), day.value)
            found = between(over, GAP, found)
        found = between(day.absent, GAP, found)
        without_day = Cell(None, known=False, gap=day.gap, conflict=day.conflict, asks=day.asks)
        return between(day.known, found, without_day)

    # -- operations ------------------------------------------------------------------------

    def _compared(self, op: str, labels: tuple[str, ...], left: Cell, right: Cell) -> Cell:
        if op == "=":
            return compare(equal, left, right)
        if op == "!=":
            return compare(lambda a, b: no(equal(a, b)), left, right, when_absent=True)
        if op in (">", ">="):
            left, right = right, left
        strictly = op in ("<", ">")

        def test(a: Symbol, b: Symbol) -> Bit:
            if labels:
                a, b = self._rank(a, labels), self._rank(b, labels)
            return ordered(a, b, strictly=strictly)

        return compare(test, left, right)

    def _shifted(self, expr: nodes.Compare, ask: Callable[..., list[Cell]]) -> Cell | None:
        """A day plus or minus months beside a constant day: one bound on the day itself."""
        sides = [(expr.left, expr.right, expr.op), (expr.right, expr.left, _TURNED[expr.op])]
        for side, other, op in sides:
            if not isinstance(side, nodes.Arith) or side.op not in SHIFTS or op in ("=", "!="):
                continue
            base, length, end = ask(side.left, side.right, other)
            if not isinstance(length.value, Span) or not is_constant(length.value):
                continue
            sign, up = SHIFTS[side.op]
            test = self.calendar.shift_test(op, length.value, sign, end.value, up=up)
            if test is not None:
                both_known = strict(lambda a, _: a, (base, length))
                return compare(lambda a, _b, t=test: t(a), both_known, end)
        return None

    def _rank(self, label: Label, labels: tuple[str, ...]) -> Symbol:
        made: Symbol = len(labels) - 1
        for place, word in reversed(list(enumerate(labels[:-1]))):
            made = pick(equal(label, Label(self.leaves.code(word))), place, made)
        return made

    def _computed(self, op: str, left: Cell, right: Cell) -> Cell:
        if op == "/":
            if left.value is None or right.value is None:
                return strict(lambda a, _: a, (left, right))
            value, gap = self.book.numbers.divided(left.value, right.value)
            return strict(lambda _a, _b: value, (left, right), gap=gap)
        if op in nodes.OTHERWISE.values():
            sign, up = SHIFTS[op]
            return strict(lambda a, b: self.calendar.shifted(a, b, sign, up=up), (left, right))
        return strict({"+": self._plus, "-": self._minus, "*": self._times}[op], (left, right))

    def _plus(self, left: Symbol, right: Symbol) -> Symbol:
        if isinstance(left, Day):
            return self.calendar.shifted(left, right)
        if isinstance(left, Span):
            return Span(add([left.months, right.months]), add([left.days, right.days]))
        return add([left, right])

    def _minus(self, left: Symbol, right: Symbol) -> Symbol:
        if isinstance(left, Day):
            return self.calendar.shifted(left, right, -1)
        return minus(left, right)

    def _times(self, left: Symbol, right: Symbol) -> Symbol:
        if isinstance(left, Span):
            left, right = right, left
        if isinstance(right, Span):
            numbers = self.book.numbers
            return Span(numbers.times(left, right.months), numbers.times(left, right.days))
        return self.book.numbers.times(left, right)

    def _called(self, name: str, mode: str, args: list[Cell]) -> Cell:
        if name == "leeftijd" and len(args) == 1:
            args = [*args, self.day("peildatum")]
        if name == "beslist":
            (only,) = args
            return replace(only, value=no(only.absent), absent=False)
        calendar, numbers = self.calendar, self.book.numbers
        functions: dict[str, Callable[..., Symbol]] = {
            "afgerond": lambda value, step: numbers.rounded(value, step, mode),
            "minimum": lambda *values: reduce(lambda a, b: pick(ordered(b, a), b, a), values),
            "maximum": lambda *values: reduce(lambda a, b: pick(ordered(a, b), b, a), values),
            "som_over_tijd": lambda amount: amount,
            "leeftijd": calendar.age,
            nodes.OTHERWISE["leeftijd"]: partial(calendar.age, early=True),
            "dagen_tussen": lambda a, b: minus(b.number, a.number),
            "dagen_met": lambda a, b: add([minus(b.number, a.number), 1]),
            "overlap_dagen": calendar.overlap,
            "jaar": calendar.year,
            "begin_jaar": lambda day: calendar.begin(day, "jaar"),
            "begin_maand": lambda day: calendar.begin(day, "maand"),
        }
        return strict(functions[name], args)

    # -- tables ----------------------------------------------------------------------------

    def _table(
        self, expr: nodes.TableCall, scopes: Scopes, rung: Rung, current: Cell | None
    ) -> Cell:
        table = self.program.tables[expr.table]
        self.book.once(("tabel", table.name), lambda: table)
        subject = self.evaluate(expr.arg, scopes, rung, current)
        if table.rows is None:
            return GAP
        rows = table.rows

        def at(place: Inst) -> Cell:
            uppers = [
                None if row.upto is None else self.evaluate(row.upto, (place,), rung)
                for row in rows
            ]
            values = [self.evaluate(row.value, (place,), rung) for row in rows]
            return self._row(table.kind, subject, uppers, values)

        return self._read(expr.nav, scopes, at)

    def _row(
        self, kind: str, subject: Cell, uppers: Sequence[Cell | None], values: Sequence[Cell]
    ) -> Cell:
        parts = [subject, *(u for u in uppers if u is not None), *values]
        if any(part.value is None for part in parts):
            return strict(lambda *_: None, parts)
        tops = [None if upper is None else upper.value for upper in uppers]
        cells_of = [value.value for value in values]
        x, beyond = subject.value, False
        if tops[-1] is not None:
            beyond = both(*(below(top, x) for top in tops))
        if kind == "opzoek":
            found = cells_of[-1]
            for top, value in reversed(list(zip(tops[:-1], cells_of[:-1], strict=True))):
                found = pick(below(x, top, strictly=False), value, found)
        else:
            found = self._slices(x, tops, cells_of)
        return strict(lambda *_: found, parts, gap=beyond)

    def _slices(self, x: Symbol, tops: Sequence[Symbol], rates: Sequence[Symbol]) -> Symbol:
        """Each slice at its own rate, up to the row in which x falls."""
        under: Symbol = 0
        total: Symbol = 0
        done: Bit = False
        for top, rate in zip(tops, rates, strict=True):
            upto = x if top is None else pick(below(x, top), x, top)
            width = minus(upto, under)
            part = self.book.numbers.times(rate, width)
            if top is not None:
                part = pick(below(width, 0), 0, part)
            total = add([total, pick(done, 0, part)])
            if top is not None:
                done = either(done, below(x, top, strictly=False))
                under = top
        return total

    # -- quantifiers -----------------------------------------------------------------------

    def _fold(self, expr: nodes.Fold, scopes: Scopes, rung: Rung, current: Cell | None) -> Cell:
        def over(place: Inst) -> Cell:
            found, known = self.members(expr.collection, place)
            if known.known is False:
                return UNKNOWN
            pairs = [self._member(expr, scopes, rung, current, when, m) for when, m in found]
            return between(known.known, self._gathered(expr, pairs), UNKNOWN)

        return self._read(expr.nav, scopes, over)

    def _member(
        self,
        expr: nodes.Fold,
        scopes: Scopes,
        rung: Rung,
        current: Cell | None,
        when: Bit,
        member: Inst,
    ) -> tuple[Cell, Cell | None]:
        before = len(self.unjudged)
        inner = (*scopes, member)
        where = YES if expr.where is None else self.evaluate(expr.where, inner, rung, current)
        body = None if expr.body is None else self.evaluate(expr.body, inner, rung, current)
        self.unjudged[before:] = [both(when, bit) for bit in self.unjudged[before:]]
        return unless(when, as_truth(where)), body

    def _gathered(self, expr: nodes.Fold, pairs: Sequence[tuple[Cell, Cell | None]]) -> Cell:
        wheres = [where for where, _ in pairs]
        with_body = [(where, body) for where, body in pairs if body is not None]
        match expr.name:
            case "er_is":
                return disjoin(wheres)
            case "aantal":
                return self._few(count(wheres, add), len(wheres))
            case "alle":
                return conjoin([disjoin([negate(where), body]) for where, body in with_body])
            case _:
                return aggregate(expr.name, with_body, add, ordered)

    def _few(self, cell: Cell, most: int) -> Cell:
        self.book.numbers.limit(cell.value, 0, most)
        return cell
