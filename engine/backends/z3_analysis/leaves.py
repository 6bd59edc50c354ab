"""What is open in an analysis: facts, judgements, and who is there."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

import z3

from engine.backends.z3_analysis.book import Book
from engine.backends.z3_analysis.cells import Cell, truth
from engine.backends.z3_analysis.days import EARLIEST, LATEST
from engine.backends.z3_analysis.stage import Stage
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
    pick,
)
from engine.ir.case import Inst
from engine.ir.declarations import FactDecl
from engine.ir.program import Norm, Program
from engine.ir.types import Type
from engine.values import Duration, Value

MOST = {"bedrag": 100_000_00, "aantal": 1000, "procent": 2}  # cents, a number, a fraction of one
LONGEST = Duration(120, 366)


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
    """Makes what is open, once each, with the bounds of its declaration."""

    program: Program
    stage: Stage
    book: Book
    codes: dict[str, int] = field(default_factory=dict)

    def code(self, word: str) -> int:
        """The number that stands for a word or a person."""
        return self.codes.setdefault(word, len(self.codes))

    def word(self, code: int) -> str:
        """The word or person behind a number."""
        return list(self.codes)[code]

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
        leaf = self.book.once(self.fact_key(decl, inst), lambda: self._fact(decl, inst))
        if decl.presumption is None or leaf.given is True:
            return Cell(leaf.value, leaf.given, leaf.absent)
        presumed = self.constant(decl.presumption)
        return Cell(pick(leaf.given, leaf.value, presumed), absent=leaf.absent)

    def fact_key(self, decl: FactDecl, inst: Inst) -> tuple[str, str, Inst]:
        """The key of a fact; a symmetric one is the same both ways."""
        if inst[0] == "paar" and decl.symmetric:
            first, second = sorted(inst[1].split(">"))
            inst = ("paar", f"{first}>{second}")
        return ("feit", decl.name, inst)

    def _fact(self, decl: FactDecl, inst: Inst) -> Leaf:
        hint = f"{decl.name}@{inst[1]}"
        value = self.open_value(decl.type, hint, decl.low, decl.high)
        given: Bit = True if self.stage.complete else self._bit(f"{hint}/gegeven")
        absent: Bit = False
        if self.stage.absences and decl.type.kind != "ja_nee":
            absent = both(given, self._bit(f"{hint}/afwezig"))
        return Leaf(value, given, absent)

    # -- judgements ------------------------------------------------------------------------

    def judgement(self, norm: Norm, inst: Inst) -> Judged:
        """What a human may have judged."""
        return self.book.once(("oordeel", norm.name, inst), lambda: self._judgement(norm, inst))

    def _judgement(self, norm: Norm, inst: Inst) -> Judged:
        hint = f"{norm.name}@{inst[1]}"
        given: Bit = True if self.stage.complete else self._bit(f"{hint}/gegeven")
        made = {}
        for part in norm.fields:
            name = f"{hint}.{part.name}"
            absent: Bit = (
                self._bit(f"{name}/afwezig") if self.stage.absences and part.name else False
            )
            made[part.name] = Leaf(self.open_value(part.type, name, None, None), given, absent)
        return Judged(given, made)

    # -- who is there ----------------------------------------------------------------------

    def present(self, inst: Inst) -> Bit:
        """Whether an instance is there."""
        if inst[0] == "paar":
            first, second = inst[1].split(">")
            return both(self.present(("persoon", first)), self.present(("persoon", second)))
        if inst not in self.stage.optional:
            return True
        return self.book.once(("er", inst), lambda: self._bit(f"{inst[1]}/er"))

    def decision_day(self) -> Cell:
        """The day of the decision, which may not be known."""

        def make() -> Leaf:
            low = self.stage.case.day.toordinal() if self.stage.bounded else EARLIEST
            value = Day(self._number(z3.IntSort(), "beslisdatum", low, LATEST))
            return Leaf(value, True if self.stage.complete else self._bit("beslisdatum/gegeven"))

        leaf = self.book.once(("beslisdatum",), make)
        return Cell(leaf.value, leaf.given)

    def free(self, key: tuple[Term, ...], why: str) -> Cell:
        """A truth that is left open because it cannot be written out here."""

        def make() -> Bit:
            self.book.remark(f"vrij gelaten: {why}")
            return self._bit("vrij")

        return truth(self.book.once(key, make))

    # -- values ----------------------------------------------------------------------------

    def _bit(self, hint: str) -> Bit:
        return self.book.fresh(z3.BoolSort(), hint)

    def open_value(self, kind: Type, hint: str, low: Value | None, high: Value | None) -> Symbol:
        """An open value of this type within its declared bounds."""
        match kind.kind:
            case "ja_nee":
                return self._bit(hint)
            case "keuze":
                return Label(self._among(kind.labels, hint))
            case "persoon":
                return Label(
                    self._among((*self.stage.case.persons, *self.stage.case.network), hint)
                )
            case "datum":
                return Day(self._number(z3.IntSort(), hint, EARLIEST, LATEST))
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
        whole = kind.kind == "bedrag" or (kind.kind == "aantal" and not kind.unit)
        sort = z3.IntSort() if whole else z3.RealSort()
        ends = [bound if isinstance(bound, int | Fraction) else None for bound in (low, high)]
        if self.stage.bounded:
            ends = [
                0 if ends[0] is None else ends[0],
                MOST[kind.kind] if ends[1] is None else ends[1],
            ]
        return self._number(sort, hint, *ends)

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


def unless(bit: Bit, cell: Cell) -> Cell:
    """The same condition, but plainly no where something is not there."""
    if bit is True:
        return cell
    known = either(no(bit), cell.known)
    return truth(both(bit, cell.value), known=known, asks=cell.asks)
