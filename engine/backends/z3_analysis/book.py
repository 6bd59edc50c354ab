"""Everything that was written down for the solver, and what rests on what.

A question is answered once; its entry keeps what has to hold for it, the entries it was made
from, and what could only be said roughly. A query then takes along only what it rests on.
"""

from collections.abc import Callable, Hashable, Iterable, KeysView, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from typing import TypeVar, cast

import z3

from engine.backends.z3_analysis.cells import Cell
from engine.backends.z3_analysis.numbers import Numbers
from engine.backends.z3_analysis.symbols import Bit, Symbol, Term, is_bit, parts_of, rebuilt

T = TypeVar("T")
Key = Hashable


@dataclass
class Entry:
    """An answer and all that belongs to it."""

    value: Term = None
    needs: set[Key] = field(default_factory=set)
    facts: list[Bit] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Cone:
    """All that a question rests on."""

    keys: KeysView[Key]
    facts: tuple[Bit, ...]
    remarks: tuple[str, ...]


class Book:
    """Definitions of one encoding; `numbers` knows what may stand behind a constant."""

    def __init__(self, mark: str = "") -> None:
        """Start empty; `mark` keeps the names of two books apart."""
        self.mark = mark
        self.entries: dict[Key, Entry] = {}
        self.numbers = Numbers(self)
        self._open: list[Entry] = [Entry()]
        self._names = count()

    def once(self, key: Key, make: Callable[[], T]) -> T:
        """The answer under this key, made when it is first asked."""
        self._open[-1].needs.add(key)
        if key not in self.entries:
            entry = Entry()
            self._open.append(entry)
            try:
                entry.value = make()
            finally:
                self._open.pop()
            self.entries[key] = entry
        return cast("T", self.entries[key].value)

    def state(self, fact: Bit) -> None:
        """Something that has to hold wherever the present answer is used."""
        if fact is not True:
            self._open[-1].facts.append(lift_bit(fact))

    def remark(self, text: str) -> None:
        """Something that the present answer says only roughly."""
        self._open[-1].remarks.append(text)

    def fresh(self, sort: Term, hint: str = "v") -> Term:
        """A constant of its own."""
        return z3.Const(f"{self.mark}{hint}!{next(self._names)}", sort)

    def named(self, value: Symbol, hint: str) -> Symbol:
        """The same value behind constants, so that it is written out once."""
        return rebuilt(value, tuple(self._constant(part, hint) for part in parts_of(value)))

    def _constant(self, part: Term, hint: str) -> Term:
        if not z3.is_expr(part) or part.num_args() == 0:
            return part
        if z3.is_not(part) and part.arg(0).num_args() == 0:
            return part
        made = self.fresh(part.sort(), hint)
        self.state(made == part)
        if not is_bit(part):
            self.numbers.behind[made.get_id()] = (made, part)
        return made

    def cell(self, cell: Cell, hint: str) -> Cell:
        """The same outcome behind constants."""
        return replace(
            cell,
            value=self.named(cell.value, hint),
            known=self.named(cell.known, f"{hint}?"),
            absent=self.named(cell.absent, f"{hint}-"),
            gap=self.named(cell.gap, f"{hint}/gat"),
            conflict=self.named(cell.conflict, f"{hint}/conflict"),
            asks=self.named(cell.asks, f"{hint}/oordeel"),
        )

    def cone(self, keys: Iterable[Key]) -> Cone:
        """All that these answers rest on, themselves included."""
        found: set[Key] = set()
        waiting = list(keys)
        while waiting:
            key = waiting.pop()
            if key not in found:
                found.add(key)
                waiting += self.entries[key].needs
        kept = {key: entry for key, entry in self.entries.items() if key in found}
        facts = tuple(fact for entry in kept.values() for fact in entry.facts)
        remarks = tuple(dict.fromkeys(text for entry in kept.values() for text in entry.remarks))
        return Cone(kept.keys(), facts, remarks)

    def asked(self, make: Callable[[], T]) -> tuple[T, Sequence[Key]]:
        """An answer and the keys that it used directly."""
        entry = Entry()
        self._open.append(entry)
        try:
            value = make()
        finally:
            self._open.pop()
        key = ("vraag", len(self.entries))
        self.entries[key] = replace(entry, value=value)
        return value, (key,)


def lift_bit(bit: Bit) -> Bit:
    """A truth as a solver term."""
    return z3.BoolVal(bit) if isinstance(bit, bool) else bit
