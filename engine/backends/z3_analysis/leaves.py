"""What is open in an analysis: facts, judgements, and who is there."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from typing import TypeVar

import z3

from engine.backends.z3_analysis.book import Book, Key
from engine.backends.z3_analysis.cells import Cell, truth
from engine.backends.z3_analysis.days import EARLIEST, LATEST
from engine.backends.z3_analysis.stage import PARENTS, Stage
from engine.backends.z3_analysis.symbols import (
    Bit,
    Day,
    Label,
    Number,
    Span,
    Symbol,
    Term,
    both,
    either,
    no,
    parts_of,
    pick,
)
from engine.ir.case import ABSENT, Absent, Inst
from engine.ir.declarations import FactDecl
from engine.ir.program import Norm, Program
from engine.ir.types import Type
from engine.values import Duration, Value

MOST = {"bedrag": 1_000_000_00, "aantal": 1000, "procent": 200}  # cents, a number, percents
LONGEST = Duration(120, 366)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Leaf:
    """Something open.

    Attributes:
        given: whether it is known at all.
        absent: whether it is known not to be there.
    """

    value: Symbol
    given: Bit = True
    absent: Bit = False


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement that may have been made: whether it was, and what it says per field."""

    given: Bit
    fields: Mapping[str, Leaf]


@dataclass
class Leaves:
    """Makes what is open, once each, with the bounds of its declaration.

    Attributes:
        original: leaves of another encoding, with which all but `changed` is shared.
    """

    program: Program
    stage: Stage
    book: Book
    original: "Leaves | None" = None
    changed: frozenset[Key] = frozenset()
    codes: dict[str, int] = field(default_factory=dict)

    def once(self, key: Key, make: "Callable[[Leaves], T]") -> T:
        """What is open under this key, shared with the original unless it is to differ."""
        source = self.original
        if source is None or key in self.changed:
            return self.book.once(key, lambda: make(self))
        return self.book.once(key, lambda: source.once(key, make))

    def code(self, word: str) -> int:
        """The number that stands for a word or a person."""
        if self.original is not None:
            return self.original.code(word)
        return self.codes.setdefault(word, len(self.codes))

    def word(self, code: int) -> str:
        """The word or person behind a number."""
        return list(self.codes if self.original is None else self.original.codes)[code]

    def constant(self, value: Value) -> Symbol:
        """A value of the rules."""
        if isinstance(value, str):
            return Label(self.code(value))
        if isinstance(value, Duration):
            return Span(value.months, value.days)
        if isinstance(value, bool | int | Fraction):
            return value
        return Day(value.toordinal())

    # -- facts -----------------------------------------------------------------------------

    def fact(self, name: str, inst: Inst) -> Cell:
        """A fact of the case: known, presumed in the resident's favour, or unknown."""
        decl = self.program.facts[name]
        leaf = self.once(self.fact_key(decl, inst), lambda leaves: leaves.made_fact(decl, inst))
        if decl.presumption is None or leaf.given is True or self._disputed(decl, inst):
            return Cell(leaf.value, leaf.given, leaf.absent)
        presumed = self.constant(decl.presumption)
        return Cell(pick(leaf.given, leaf.value, presumed), absent=leaf.absent)

    def _disputed(self, decl: FactDecl, inst: Inst) -> bool:
        said = self.stage.said
        return said is not None and (decl.name, inst) in said.case.contested

    def fact_key(self, decl: FactDecl, inst: Inst) -> tuple[str, str, Inst]:
        """The key of a fact; a symmetric one is the same both ways."""
        if inst[0] == "paar" and decl.symmetric:
            first, second = sorted(inst[1].split(">"))
            inst = ("paar", f"{first}>{second}")
        return ("feit", decl.name, inst)

    def made_fact(self, decl: FactDecl, inst: Inst) -> Leaf:
        """A fact, as something open, or as the case has it."""
        hint = f"{decl.name}@{inst[1]}"
        said = self.stage.said
        if said is not None and not said.open(self.fact_key(decl, inst)):
            return self._said(said.case.facts.get((decl.name, inst)))
        high = self.stage.case.day if decl.past else decl.high
        words = self.stage.words.get((decl.name, inst))
        kind = decl.type if words is None else replace(decl.type, labels=words)
        value = self.open_value(kind, hint, decl.low, high)
        given: Bit = True if self.stage.complete else self.open_bit(f"{hint}/gegeven")
        absent: Bit = False
        if self.stage.absences and decl.type.kind != "ja_nee":
            absent = both(given, self.open_bit(f"{hint}/afwezig"))
        return Leaf(value, given, absent)

    # -- judgements ------------------------------------------------------------------------

    def judgement(self, norm: Norm, inst: Inst) -> Judged:
        """What a human may have judged."""
        key = ("oordeel", norm.name, inst)
        return self.once(key, lambda leaves: leaves.made_judgement(norm, inst))

    def made_judgement(self, norm: Norm, inst: Inst) -> Judged:
        """A judgement, as something open, or as the case has it."""
        hint = f"{norm.name}@{inst[1]}"
        said = self.stage.said
        if said is not None and not said.open(("oordeel", norm.name, inst)):
            found = said.case.judgements.get((norm.name, inst))
            outcome = {} if found is None else found.outcome
            fields = {
                part.name: self._said(outcome.get(part.name, ABSENT)) for part in norm.fields
            }
            return Judged(found is not None, fields)
        given: Bit = True if self.stage.complete else self.open_bit(f"{hint}/gegeven")
        made = {}
        for part in norm.fields:
            name = f"{hint}.{part.name}"
            # A judgement with fields may leave one out, also when all is known.
            absent: Bit = self.open_bit(f"{name}/afwezig") if part.name else False
            made[part.name] = Leaf(self.open_value(part.type, name, None, None), given, absent)
        return Judged(given, made)

    def _said(self, value: Value | Absent | None) -> Leaf:
        """What a case says, or that it says nothing."""
        if value is None:
            return Leaf(None, given=False)
        if isinstance(value, Absent):
            return Leaf(None, absent=True)
        return Leaf(self.constant(value))

    # -- who is there ----------------------------------------------------------------------

    def present(self, inst: Inst) -> Bit:
        """Whether an instance is there."""
        if inst[0] == "paar":
            first, second = inst[1].split(">")
            return both(self.present(("persoon", first)), self.present(("persoon", second)))
        links = self.stage.case.links
        found = [links[step, inst] for step in PARENTS if (step, inst) in links]
        own: Bit = True
        if inst in self.stage.optional:
            own = self.once(("er", inst), lambda leaves: leaves.open_bit(f"{inst[1]}/er"))
        return both(own, *(self.present(parent) for parent in found))

    def decision_day(self) -> Cell:
        """The day of the decision, which may not be known."""
        leaf = self.once(("beslisdatum",), Leaves._decision_day)
        return Cell(leaf.value, leaf.given)

    def _decision_day(self) -> Leaf:
        if self.stage.said is not None:
            return self._said(self.stage.said.case.decision_day)
        low = self.stage.case.day.toordinal() if self.stage.bounded else EARLIEST
        value = Day(self._number(z3.IntSort(), "beslisdatum", low, LATEST))
        return Leaf(value, True if self.stage.complete else self.open_bit("beslisdatum/gegeven"))

    def free(self, key: tuple[Term, ...], why: str) -> Cell:
        """A truth that cannot be written out here: left open, or as the case has it."""
        if self.stage.said is not None:
            return truth(self.stage.said.blocked(key))
        return truth(self.once(key, lambda leaves: leaves.freed(why)))

    def freed(self, why: str) -> Bit:
        """An open truth that stands for what cannot be written out."""
        self.book.remark(f"vrij gelaten: {why}")
        return self.open_bit("vrij")

    # -- values ----------------------------------------------------------------------------

    def open_bit(self, hint: str) -> Bit:
        """An open truth."""
        return self.book.fresh(z3.BoolSort(), hint)

    def open_value(self, kind: Type, hint: str, low: Value | None, high: Value | None) -> Symbol:
        """An open value of this type within its declared bounds."""
        match kind.kind:
            case "ja_nee":
                return self.open_bit(hint)
            case "keuze":
                return Label(self._among(kind.labels, hint))
            case "persoon":
                return Label(
                    self._among((*self.stage.case.persons, *self.stage.case.network), hint)
                )
            case "datum":
                ends = (low, high) if self.stage.bounded else (None, None)
                first, last = (end.toordinal() if isinstance(end, date) else None for end in ends)
                return Day(self._number(
                    z3.IntSort(), hint, EARLIEST if first is None else first,
                    LATEST if last is None else last,
                ))  # fmt: skip
            case "duur":
                most = (LONGEST.months, LONGEST.days)
                return Span(*(self._number(z3.IntSort(), hint, 0, top) for top in most))
            case "tekst":
                return Label(self._among(("tekst",), hint))
            case _:
                return self._measure(kind, hint, low, high)

    def _among(self, words: tuple[str, ...], hint: str) -> Number:
        made = self.book.fresh(z3.IntSort(), hint)
        self.book.state(either(*(made == self.code(word) for word in words)))
        return made

    def _measure(self, kind: Type, hint: str, low: Value | None, high: Value | None) -> Number:
        ends = [bound if isinstance(bound, int | Fraction) else None for bound in (low, high)]
        if self.stage.bounded:
            return self._whole(kind, hint, ends)
        whole = kind.kind == "bedrag" or (kind.kind == "aantal" and not kind.unit)
        return self._number(z3.IntSort() if whole else z3.RealSort(), hint, *ends)

    def _whole(self, kind: Type, hint: str, ends: list[int | Fraction | None]) -> Number:
        """A whole number of cents, things or percents, from nothing up to a lot."""
        per = 100 if kind.kind == "procent" else 1
        low = 0 if ends[0] is None else int(ends[0] * per)
        high = MOST[kind.kind] if ends[1] is None else int(ends[1] * per)
        made = self._number(z3.IntSort(), hint, low, high)
        return made if per == 1 else self.book.numbers.times(Fraction(1, per), made)

    def _number(
        self,
        sort: Term,
        hint: str,
        low: Number | None,
        high: Number | None,
    ) -> Number:
        made = self.book.fresh(sort, hint)
        if low is not None:
            self.book.state(made >= low)
        if high is not None:
            self.book.state(made <= high)
        if low is not None and high is not None:
            self.book.numbers.limit(made, low, high)
        return made


def open_parts(found: Leaf | Judged | Bit) -> Iterator[Term]:
    """The solver constants of something open."""
    match found:
        case Leaf(value=value, given=given, absent=absent):
            parts = [*parts_of(value), given, absent]
        case Judged(given=given, fields=fields):
            parts = [given]
            for leaf in fields.values():
                yield from open_parts(leaf)
        case _:
            parts = [found]
    yield from (part for part in parts if z3.is_expr(part))


def unless(bit: Bit, cell: Cell) -> Cell:
    """The same condition, but plainly no where something is not there."""
    if bit is True:
        return cell
    known = either(no(bit), cell.known)
    return truth(both(bit, cell.value), known=known, asks=cell.asks)
