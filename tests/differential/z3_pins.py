"""Pins every leaf of an encoding to a case, and reads what the solver makes of it."""

from collections.abc import Iterator

import z3

from engine.backends import interpret
from engine.backends.z3_analysis.cells import Cell
from engine.backends.z3_analysis.encoding import Encoding
from engine.backends.z3_analysis.leaves import Judged, Leaf
from engine.backends.z3_analysis.solving import Answer, Verdict
from engine.backends.z3_analysis.stage import Stage
from engine.backends.z3_analysis.symbols import Bit, Day, equal
from engine.ir.case import ABSENT, Case, Inst
from engine.ir.program import Program
from engine.result.outcomes import Conflict, Gap, Known, Outcome
from engine.testing.cases import instances


def partial(program: Program, case: Case) -> Encoding:
    """An encoding in which every fact may be missing and nothing is left out."""
    return Encoding(program, Stage(case=case, complete=False, absences=True, bounded=False))


def pins(encoding: Encoding, run: interpret.Run) -> Iterator[Bit]:
    """What makes every leaf that was written down say what the case says."""
    case = run.case
    for key, entry in encoding.book.entries.items():
        match key, entry.value:
            case ("feit", name, inst), Leaf() as leaf:
                given = case.facts.get((name, inst))
                yield from _pin(encoding, leaf, given)
            case ("beslisdatum",), Leaf() as leaf:
                yield from _pin(encoding, leaf, case.decision_day)
            case ("oordeel", name, (entity, member)), Judged() as judged:
                found = run.judgement(name, (entity, member))
                yield _is(judged.given, found is not None)
                for part, leaf in judged.fields.items():
                    said = None if found is None else found.outcome.get(part, ABSENT)
                    yield from _pin(encoding, leaf, said)


def _pin(encoding: Encoding, leaf: Leaf, given: object) -> Iterator[Bit]:
    if leaf.given is not True:
        yield _is(leaf.given, given is not None)
    yield _is(leaf.absent, given is ABSENT)
    if given is None or given is ABSENT:
        if isinstance(leaf.value, Day):  # any day will do, and a calendar is hard to search
            yield leaf.value.number == encoding.program.day.toordinal()
    else:
        bit = equal(leaf.value, encoding.leaves.constant(given))
        yield bit if z3.is_expr(bit) else z3.BoolVal(bit)


def _is(bit: Bit, wanted: bool) -> Bit:
    return bit == wanted if z3.is_expr(bit) else z3.BoolVal(bit == wanted)


def shown(cell: Cell, answer: Answer, encoding: Encoding) -> tuple[str, object]:
    """What a cell comes to in a model: its kind, and its value."""
    for kind in ("known", "gap", "conflict"):
        if answer.bit(getattr(cell, kind)):
            if kind != "known":
                return kind, None
            absent = answer.bit(cell.absent)
            return kind, ABSENT if absent else answer.value(cell.value, encoding.leaves)
    return "unknown", None


def wanted(outcome: Outcome) -> tuple[str, object]:
    """What the interpreter says, in the same words."""
    match outcome:
        case Known(value=value):
            return "known", value
        case Gap():
            return "gap", None
        case Conflict():
            return "conflict", None
    return "unknown", None


def differences(program: Program, case: Case, counted: list[int]) -> Iterator[str]:
    """Where the encoding, pinned to this case, says something else than the interpreter.

    `counted` gets how many outcomes were compared and how many could only be said roughly.
    """
    encoding, run = partial(program, case), interpret.Run(program, case)
    asked: list[tuple[str, Inst]] = list(instances(program, case))
    found = {pair: encoding.begrip(*pair) for pair in asked}
    cone = encoding.book.cone(encoding.book.entries)
    solver = z3.Solver()  # with all leaves pinned, its preprocessing does nearly all the work
    solver.add(*cone.facts, *pins(encoding, run))
    if solver.check() != z3.sat:
        yield f"the encoding does not admit this case: {solver.reason_unknown()}"
        return
    answer = Answer(Verdict.CAN, solver.model())
    for pair, cell in found.items():
        keys = [k for k in encoding.book.entries if k[:3] == ("begrip", *pair)]
        if encoding.book.cone(keys).remarks:
            counted[1] += 1
            continue
        counted[0] += 1
        made, right = shown(cell, answer, encoding), wanted(run.begrip(*pair).outcome)
        if made != right:
            yield f"{pair}: {made} and not {right}"
