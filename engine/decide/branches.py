"""Branches: what comes out if the one thing that is open gets each of its values."""

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction

from engine.decide.encode import encode, key_of, short, status_of
from engine.decide.probe import Change, Prober, points
from engine.ir.case import Inst
from engine.ir.declarations import Reading
from engine.ir.program import Begrip, Program
from engine.ir.reads import reading as reading_part
from engine.ir.reads import resting_on
from engine.ir.types import Type
from engine.result.algebra import as_needs
from engine.result.evaluated import Evaluated
from engine.result.outcomes import Known, Outcome
from engine.result.toets import Tak
from engine.result.ways import Waarde
from engine.values import Value

MOST_LEAVES = 4
MOST_RUNS = 64


def branches(prober: Prober, begrip: Begrip, inst: Inst) -> tuple[Tak, ...]:
    """Per value of each open leaf the outcome, equal outcomes once; and other readings."""
    run = prober.run
    found = list(_readings(prober, begrip, inst))
    outcome = run.begrip(begrip.name, inst).outcome
    if isinstance(outcome, Known):
        return tuple(found)
    open_points = points(as_needs(outcome), run.program)
    if not open_points or len(open_points) > MOST_LEAVES:
        return tuple(found)
    for point in open_points:
        seen: set[tuple[str, object]] = set()
        made: list[tuple[Value, Tak]] = []
        for change in prober.domain(point):
            if len(prober.runs) >= MOST_RUNS:
                return (*found, *_in_order(made))
            result = _ask(prober.under(change), begrip, inst)
            if result is None or (status_of(result), _value(result, begrip.type)) in seen:
                continue
            seen.add((status_of(result), _value(result, begrip.type)))
            made.append((change.shown, _branch(run.program, change, result, begrip)))
        found += _in_order(made)
    return tuple(found)


def _in_order(made: Sequence[tuple[Value, Tak]]) -> list[Tak]:
    """The branches of one open point, from little to much where the values have that order."""
    measured = all(
        isinstance(value, int | Fraction | date) and not isinstance(value, bool)
        for value, _ in made
    )
    rows = sorted(made, key=_measure) if measured else made
    return [branch for _, branch in rows]


def _measure(row: tuple[Value, Tak]) -> int | Fraction:
    value = row[0]
    if isinstance(value, date):
        return value.toordinal()
    return value if isinstance(value, int | Fraction) else 0


def _ask(run: Evaluated, begrip: Begrip, inst: Inst) -> Outcome | None:
    """The outcome for the same person, also when the household has become another."""
    place: Inst | None = inst
    if inst[0] in run.program.groups:
        place = run.walk(("persoon", inst[1]), (inst[0],))
    return None if place is None else run.begrip(begrip.name, place).outcome


def _value(outcome: Outcome, kind: Type) -> Waarde | None:
    return encode(outcome.value, kind) if isinstance(outcome, Known) else None


def _branch(program: Program, change: Change, result: Outcome, begrip: Begrip) -> Tak:
    point = change.point
    if point.kind == "feit":
        kind = program.facts[point.name].type
    else:
        kind = program.norms[point.name].fields[0].type
    return Tak(
        naam=short(point.name, program),
        over=key_of(point.inst),
        soort="feit" if point.kind == "feit" else "oordeel",
        uitkomst=str(encode(change.shown, kind)),
        status=status_of(result),
        waarde=_value(result, begrip.type),
    )


def _readings(prober: Prober, begrip: Begrip, inst: Inst) -> Iterator[Tak]:
    """Other readings that the concept rests on, also through others, if they change the outcome.

    The graph of the program says which readings can matter; those that do not matter in this case
    give the same outcome and are left out.
    """
    program = prober.run.program
    own = prober.run.begrip(begrip.name, inst).outcome
    shown = status_of(own), _value(own, begrip.type)
    for name, reading in sorted(program.readings.items()):
        if ("begrip", begrip.name) not in resting_on(program, reading_part(name)):
            continue
        for value in reading.values:
            if value == reading.chosen:
                continue
            result = _ask(prober.with_reading(reading, value), begrip, inst)
            if result is not None and (status_of(result), _value(result, begrip.type)) != shown:
                yield _other(reading, value, result, begrip)


def _other(reading: Reading, value: Value, result: Outcome, begrip: Begrip) -> Tak:
    return Tak(
        naam=reading.name.rpartition(".")[2],
        over="",
        soort="lezing",
        uitkomst=str(encode(value, reading.type)),
        status=status_of(result),
        waarde=_value(result, begrip.type),
    )
