"""The least that has to be otherwise in a case for something to be so.

Most of the case stays as it is; every leaf that may be otherwise has a weight, and the solver
looks for the lightest set of them. A set that was found, and every larger one around it, is then
left out, so that the next answer is really another one.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import cast

import z3

from engine.backends.z3_analysis.book import Key, lift_bit
from engine.backends.z3_analysis.encoding import Encoding
from engine.backends.z3_analysis.inquiry import with_domain
from engine.backends.z3_analysis.leaves import MOST, Judged, Leaf
from engine.backends.z3_analysis.solving import LONGEST, Answer, Verdict
from engine.backends.z3_analysis.stage import Said, Stage
from engine.backends.z3_analysis.symbols import (
    Bit,
    Day,
    Label,
    Number,
    Span,
    Term,
    both,
    either,
    equal,
    lift,
    no,
)
from engine.errors import InternalError
from engine.ir.case import Absent, Inst
from engine.ir.program import Program
from engine.ir.types import Type
from engine.values import Value

EFFORT = 20_000_000  # steps of the solver for one set: many times what the shipped cases take
LeafKey = tuple[str, str, Inst]
Wanted = Callable[[Encoding], tuple[Sequence[Bit], Bit]]
Weight = Callable[[LeafKey], int]
Given = Value | Mapping[str, Value]


@dataclass(frozen=True)
class Otherwise:
    """A leaf that has to be otherwise, and the value nearest to the case that is enough."""

    key: LeafKey
    value: Given


@dataclass(frozen=True)
class _Option:
    """A leaf that may be otherwise.

    Attributes:
        stays: whether it says what the case says.
        sound: whether it stays, or has a value that can really be given.
        far: how far off its value is, the first counts most.
    """

    key: LeafKey
    stays: Bit
    sound: Bit
    far: tuple[Term, ...]
    weight: int


class Search:
    """The sets with which something becomes so, lightest first."""

    def __init__(
        self, program: Program, said: Said, wanted: Wanted, weight: Weight, step: int = 0
    ) -> None:
        """Write out what is wanted.

        Args:
            program: the rules.
            said: the case, and which of its leaves may be otherwise.
            wanted: truths of which one has to hold, best first; and one that is better still
                when the values of a set leave that open.
            weight: what it costs that a leaf is otherwise.
            step: what it costs to be content with the next of the truths.
        """
        stage = Stage(case=said.case, complete=False, absences=True, bounded=False, said=said)
        self.encoding = Encoding(program, stage)
        book = self.encoding.book
        (bits, self._better), keys = book.asked(lambda: wanted(self.encoding))
        self.cone = with_domain(self.encoding, book.cone(keys))
        self.options = tuple(_options(self.encoding, said, self.cone.keys, weight))
        # Of sets that weigh the same the first by name is given: the ranks weigh less than one.
        self._unit = 1 + sum(range(len(self.options) + 1))
        self._step = step
        self._steps = [lift_bit(either(*bits[: n + 1])) for n in range(len(bits))]
        self._facts = [lift_bit(bit) for bit in (*self.cone.facts, either(*bits))]
        self._facts += [lift_bit(option.sound) for option in self.options]

    def next(self) -> tuple[Verdict, tuple[Otherwise, ...]]:
        """The lightest set that was not left out."""
        solver = self._solver()
        for rank, option in enumerate(self.options, 1):
            solver.add_soft(lift_bit(option.stays), option.weight * self._unit + rank)
        for bit in self._steps[:-1] if self._step else ():
            solver.add_soft(bit, self._step * self._unit)
        found = solver.check()
        if found != z3.sat:
            return (Verdict.CANNOT if found == z3.unsat else Verdict.UNKNOWN), ()
        answer = Answer(Verdict.CAN, solver.model())
        moved = [option for option in self.options if not answer.bit(option.stays)]
        near = self._nearest(moved, answer)
        return Verdict.CAN, tuple(Otherwise(o.key, self._value(o.key, near)) for o in moved)

    def leave_out(self, keys: Iterable[LeafKey]) -> None:
        """Give no set any more in which all of these are otherwise."""
        found = set(keys)
        self._facts.append(lift_bit(either(*(o.stays for o in self.options if o.key in found))))

    def _nearest(self, moved: Sequence[_Option], answer: Answer) -> Answer:
        """The same set with values as near to the case as can be, if that is decided in time."""
        solver = self._solver()
        solver.add([lift_bit(option.stays) for option in self.options if option not in moved])
        solver.add([bit for bit in self._steps if answer.bit(bit)])
        solver.add_soft(lift_bit(self._better))
        for distance in (term for option in moved for term in option.far):
            solver.minimize(distance)
        return Answer(Verdict.CAN, solver.model()) if solver.check() == z3.sat else answer

    def _solver(self) -> z3.Optimize:
        solver = z3.Optimize()
        solver.set("timeout", LONGEST)
        solver.set("rlimit", EFFORT)
        solver.add(*self._facts)
        return solver

    def _value(self, key: LeafKey, answer: Answer) -> Given:
        entry: Leaf | Judged = self.encoding.book.entries[key].value
        if isinstance(entry, Leaf):
            return self._read(entry, answer)
        return {part: self._read(leaf, answer) for part, leaf in entry.fields.items()}

    def _read(self, leaf: Leaf, answer: Answer) -> Value:
        value = answer.value(leaf.value, self.encoding.leaves)
        if value is None:
            raise InternalError("an open leaf without a value")
        return value


def _options(
    encoding: Encoding, said: Said, keys: Iterable[Key], weight: Weight
) -> Iterator[_Option]:
    for key in sorted((k for k in keys if _is_open(said, k)), key=str):
        leaf_key = cast("LeafKey", key)
        parts = list(_parts(encoding, said, leaf_key))
        yield _Option(
            leaf_key,
            both(*(_stays(encoding, *part) for part in parts)),
            both(*(_sound(encoding, *part) for part in parts)),
            tuple(term for part in parts for term in _far(encoding, *part)),
            weight(leaf_key),
        )


def _is_open(said: Said, key: Key) -> bool:
    match key:
        case ("feit" | "oordeel", str(), (str(), str())):
            return said.open(key)
    return False


_Part = tuple[Leaf, Type, Value | Absent | None]


def _parts(encoding: Encoding, said: Said, key: LeafKey) -> Iterator[_Part]:
    """What there is to a leaf: each part open, its type, and what the case says of it."""
    _, name, inst = key
    entry: Leaf | Judged = encoding.book.entries[key].value
    if isinstance(entry, Leaf):
        yield entry, encoding.program.facts[name].type, said.case.facts.get((name, inst))
        return
    judgement = said.case.judgements.get((name, inst))
    outcome = {} if judgement is None else judgement.outcome
    for field in encoding.program.norms[name].fields:
        yield entry.fields[field.name], field.type, outcome.get(field.name)


def _stays(encoding: Encoding, leaf: Leaf, _: Type, given: Value | Absent | None) -> Bit:
    if given is None:
        return no(leaf.given)
    if isinstance(given, Absent):
        return both(leaf.given, leaf.absent)
    same = equal(leaf.value, encoding.leaves.constant(given))
    return both(leaf.given, no(leaf.absent), same)


def _sound(encoding: Encoding, leaf: Leaf, kind: Type, given: Value | Absent | None) -> Bit:
    """What is otherwise has a value, and a number is one that people write down."""
    changed = both(leaf.given, no(leaf.absent), _plausible(leaf.value, kind))
    return either(_stays(encoding, leaf, kind, given), changed)


def _plausible(value: Number, kind: Type) -> Bit:
    if kind.kind not in MOST:
        return True
    number = value * 100 if kind.kind == "procent" else value
    whole = True if z3.is_int(number) else z3.IsInt(number)
    return both(number >= 0, number <= MOST[kind.kind], whole)


def _far(
    encoding: Encoding, leaf: Leaf, kind: Type, given: Value | Absent | None
) -> Iterator[Term]:
    """How far off a value is: from what the case says, from nothing, or from the peildatum.

    Words go in the order of their declaration, yes before no: equal cases get equal answers.
    """
    case = encoding.stage.case
    match leaf.value:
        case Label(code=code):
            words = kind.labels or (*case.persons, *case.network)
            places = [z3.If(code == encoding.leaves.code(w), n, 0) for n, w in enumerate(words)]
            yield z3.Sum(places)
        case Day(number=number):
            start = given if isinstance(given, date) else case.day
            yield _distance(number, start.toordinal())
        case Span(months=months, days=days):
            yield from (months, days)
        case number if z3.is_arith(number):
            yield _distance(number, given if isinstance(given, int | Fraction) else 0)
        case bit if z3.is_bool(bit):
            yield z3.If(bit, 0, 1)


def _distance(number: Term, start: int | Fraction) -> Term:
    from_here = lift(start)
    return z3.If(number >= from_here, number - from_here, from_here - number)
