"""Ask "what if": the same case with one or more facts or judgements filled in or changed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Protocol

from engine.ir.case import Case, Inst, Judgement
from engine.ir.declarations import FactDecl, Reading
from engine.ir.program import LAST_BEFORE_CLAUSES, Norm, Program
from engine.ir.reads import Part
from engine.ir.reads import reading as reading_part
from engine.ir.types import Type
from engine.result.evaluated import Evaluated
from engine.result.outcomes import Known, Leaf
from engine.values import Duration, Value, add_duration

MOST_VALUES = 12
MOST_WORK = 20_000  # evaluations times pairs of persons


@dataclass(frozen=True, eq=False)
class Before:
    """An evaluation of the same case, and what has changed since: facts, judgements, readings."""

    run: Evaluated
    changed: frozenset[Part]


class Evaluate(Protocol):
    """How to evaluate a case; with an evaluation from before, only what the change touches."""

    def __call__(self, program: Program, case: Case, before: Before | None = None) -> Evaluated:
        """Evaluate the case."""


@dataclass(frozen=True, slots=True, order=True)
class Point:
    """Something that can be filled in: a fact, or a judgement as a whole."""

    kind: str
    name: str
    inst: Inst


@dataclass(frozen=True)
class Change:
    """A point and the value it gets; a judgement may have several fields."""

    point: Point
    value: Value | Mapping[str, Value]

    @property
    def shown(self) -> Value:
        """The value that is shown: the only one, or that of the first field."""
        return next(iter(self.value.values())) if isinstance(self.value, Mapping) else self.value


def points(needs: Iterable[Leaf], program: Program) -> tuple[Point, ...]:
    """The points behind needs; a list that was not given is no point.

    What holds both ways between two people is one point.
    """
    found = set()
    for leaf in needs:
        if leaf.kind == "feit" and leaf.name in program.facts:
            both = _both_ways(program.facts[leaf.name], leaf.inst)
            found.add(Point(leaf.kind, leaf.name, min(both)))
        elif leaf.kind == "oordeel" and leaf.name in program.norms:
            found.add(Point(leaf.kind, leaf.name, leaf.inst))
    return tuple(sorted(found))


def changed(case: Case, program: Program, changes: Iterable[Change]) -> Case:
    """The case with these values filled in; a pair fact that is symmetric both ways."""
    facts, judgements, contested = dict(case.facts), dict(case.judgements), set(case.contested)
    for change in changes:
        point = change.point
        key = (point.name, point.inst)
        if point.kind == "feit" and not isinstance(change.value, Mapping):
            for inst in _both_ways(program.facts[point.name], point.inst):
                facts[point.name, inst] = change.value
                contested.discard((point.name, inst))
        else:
            given = change.value
            outcome = given if isinstance(given, Mapping) else {"": given}
            judgements[key] = Judgement(
                outcome=outcome,
                who="",
                role=program.norms[point.name].roles[0],
                day=case.day,
                motivation="aanname",
            )
    return replace(case, facts=facts, judgements=judgements, contested=frozenset(contested))


def _holds(case: Case, program: Program, change: Change) -> bool:
    """Whether the point has this value already, so that there is nothing to change."""
    point = change.point
    if point.kind == "feit":
        keys = [(point.name, inst) for inst in _both_ways(program.facts[point.name], point.inst)]
        same = all(key in case.facts and case.facts[key] == change.value for key in keys)
        return same and case.contested.isdisjoint(keys)
    given = case.judgements.get((point.name, point.inst))
    return given is not None and given.outcome == change.value


def _both_ways(fact: FactDecl, inst: Inst) -> tuple[Inst, ...]:
    if not fact.symmetric:
        return (inst,)
    first, second = inst[1].split(">")
    return (inst, ("paar", f"{second}>{first}"))


@dataclass(eq=False)
class Prober:
    """Evaluates the case under changes; the same changes are evaluated once."""

    run: Evaluated
    evaluate: Evaluate
    runs: dict[object, Evaluated] = field(default_factory=dict)
    domains: dict[Point, tuple[Change, ...]] = field(default_factory=dict)
    read_otherwise: dict[tuple[str, Value], Evaluated] = field(default_factory=dict)

    @property
    def exhausted(self) -> bool:
        """Whether as much was tried as one answer may take; large households take longer."""
        return len(self.runs) * len(self.run.case.persons) ** 2 >= MOST_WORK

    def domain(self, point: Point) -> tuple[Change, ...]:
        """Values worth trying for a point, worked out once."""
        if point not in self.domains:
            self.domains[point] = domain(self.run, point)
        return self.domains[point]

    def under(self, *changes: Change) -> Evaluated:
        """The evaluation of the case with these changes."""
        if not changes:
            return self.run
        if len(changes) == 1:
            return self.otherwise(self.run, changes[0])
        key = frozenset((c.point, repr(c.value)) for c in changes)
        return self._once(key, self.run, changes)

    def otherwise(self, run: Evaluated, change: Change) -> Evaluated:
        """That evaluation with one point otherwise: only what rests on the point is new."""
        if _holds(run.case, run.program, change):
            return run
        return self._once((run, change.point, repr(change.value)), run, [change])

    def _once(self, key: object, run: Evaluated, changes: Sequence[Change]) -> Evaluated:
        if key not in self.runs:
            parts = frozenset((c.point.kind, c.point.name) for c in changes)
            case = changed(run.case, run.program, changes)
            self.runs[key] = self.evaluate(run.program, case, Before(run, parts))
        return self.runs[key]

    def with_reading(self, reading: Reading, value: Value) -> Evaluated:
        """The evaluation of the case with another value chosen for an unsettled reading."""
        key = reading.name, value
        if key not in self.read_otherwise:
            other = {**self.run.program.readings, reading.name: replace(reading, chosen=value)}
            program = replace(self.run.program, readings=other)
            before = Before(self.run, frozenset({reading_part(reading.name)}))
            self.read_otherwise[key] = self.evaluate(program, self.run.case, before)
        return self.read_otherwise[key]


def domain(run: Evaluated, point: Point) -> tuple[Change, ...]:
    """Values worth trying: all of a small domain, else the points where something breaks."""
    if point.kind == "feit":
        fact = run.program.facts[point.name]
        if fact.type.kind == "datum":
            values = _dates(run.program, run.case.day, birth=fact.name in run.program.births)
        else:
            values = _values(fact.type, fact.low, fact.high, run.program, run.case)
        return tuple(Change(point, v) for v in _extremes_first(values))
    return tuple(Change(point, given) for given in _judgements(run, point))


def _extremes_first(values: tuple[Value, ...]) -> tuple[Value, ...]:
    """Put the last value second: two values far apart show soonest that a question matters."""
    return values if len(values) < 3 else (values[0], values[-1], *values[1:-1])


def _values(
    kind: Type, low: Value | None, high: Value | None, program: Program, case: Case
) -> tuple[Value, ...]:
    match kind.kind:
        case "ja_nee":
            return (True, False)
        case "keuze":
            return kind.labels
        case "persoon":
            return case.persons
        case "datum":
            return _dates(program, case.day, birth=False)
        case "duur":
            return (Duration(0, 0), Duration(12, 0))
        case _:
            return _numbers(kind, low, high)


def _numbers(kind: Type, low: Value | None, high: Value | None) -> tuple[Value, ...]:
    if isinstance(low, int) and isinstance(high, int):
        if high - low < MOST_VALUES:
            return tuple(range(low, high + 1))
        return (low, low + 1, (low + high) // 2, high)
    if kind.kind == "bedrag":
        return (0, 10_000, 50_000, 150_000, 500_000, 5_000_000)
    return (0, 1, 2, 5, 10, 50)


def _dates(program: Program, day: date, *, birth: bool) -> tuple[Value, ...]:
    """For a birth: birthdays at ages that rules name. Else the peildatum and days around it."""
    if birth:
        born = [add_duration(day, Duration(12 * a), -1) for a in sorted(program.ages)]
        return tuple(sorted({day, *born}))[:24]
    near = [add_duration(day, Duration(m), s) for m, s in ((12, -1), (1, -1), (0, 1), (1, 1))]
    return tuple(sorted(near))


def _judgements(run: Evaluated, point: Point) -> Iterator[Value | Mapping[str, Value]]:
    norm = run.program.norms[point.name]
    if len(norm.fields) == 1:
        field = norm.fields[0]
        for value in dict.fromkeys(_outcomes(run, norm, point.inst)):
            yield {field.name: value}
        return
    options = [_values(f.type, None, None, run.program, run.case) for f in norm.fields]
    for index in (0, -1):
        yield {f.name: o[index] for f, o in zip(norm.fields, options, strict=True)}


def _outcomes(run: Evaluated, norm: Norm, inst: Inst) -> Iterator[Value]:
    field = norm.fields[0]
    if norm.none_value is not None:
        yield norm.none_value
    bounds = []
    for bound in (field.low, field.high):
        outcome = (
            None if bound is None else run.evaluate(bound, (inst,), LAST_BEFORE_CLAUSES).outcome
        )
        if isinstance(outcome, Known) and isinstance(outcome.value, int | date | str):
            bounds.append(outcome.value)
    yield from bounds
    if len(bounds) < 2 or field.type.kind in ("ja_nee", "keuze"):
        yield from _values(field.type, None, None, run.program, run.case)
