"""Questions to the solver: one query at a time, with a fixed seed and a limit on its time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction

import z3

from engine.backends.z3_analysis.book import Cone, lift_bit
from engine.backends.z3_analysis.leaves import Leaves
from engine.backends.z3_analysis.symbols import Bit, Day, Label, Span, Symbol, Term
from engine.values import Duration, Value, simplify

SEED = 20_260_901
EFFORT = 2_000_000  # steps of the solver for one question: a second or two, on any machine
SIMPLEX = 2  # how to do sums: on most questions twice as fast as the usual way
USUAL = 6  # the usual way, which finds more twins
LONGEST = 60_000  # milliseconds, for when even that takes long


class Verdict(Enum):
    """What the solver says of a question."""

    CAN = "kan"
    CANNOT = "kan_niet"
    UNKNOWN = "onbekend"


@dataclass(frozen=True)
class Answer:
    """A verdict, and a model when it can."""

    verdict: Verdict
    model: Term = None

    def bit(self, bit: Bit) -> bool:
        """A truth in this model."""
        if isinstance(bit, bool):
            return bit
        return bool(z3.is_true(self.model.eval(bit, model_completion=True)))

    def value(self, symbol: Symbol, leaves: Leaves) -> Value | None:
        """A value in this model, as the interpreter has it; None where nothing can stand."""
        match symbol:
            case None:
                return None
            case Day(number=number):
                return date.fromordinal(int(self._number(number)))
            case Label(code=code):
                return leaves.word(int(self._number(code)))
            case Span(months=months, days=days):
                return Duration(int(self._number(months)), int(self._number(days)))
            case bool():
                return symbol
        return self.bit(symbol) if z3.is_bool(symbol) else self._number(symbol)

    def _number(self, number: Term) -> int | Fraction:
        if not z3.is_expr(number):
            return simplify(number)
        return simplify(Fraction(str(self.model.eval(number, model_completion=True))))


def ask(
    cone: Cone, wanted: Iterable[Bit], facts: Sequence[Bit] = (), effort: int = EFFORT,
    sums: int = SIMPLEX,
) -> Answer:  # fmt: skip
    """Whether all that is wanted can hold together.

    Args:
        cone: what the question rests on.
        wanted: the truths that are asked for.
        facts: what has to hold besides, such as the domain.
        effort: steps of the solver, 0 for no limit; after that the verdict is unknown.
        sums: how to do sums, SIMPLEX or USUAL.
    """
    bits = [lift_bit(bit) for bit in wanted]
    if any(z3.is_false(bit) for bit in bits):
        return Answer(Verdict.CANNOT)
    solver = z3.SimpleSolver()
    solver.set("random_seed", SEED)
    solver.set("rlimit", effort)
    solver.set("arith.solver", sums)
    solver.set("timeout", LONGEST)
    solver.add(*cone.facts, *facts, *bits)
    found = solver.check()
    if found == z3.sat:
        return Answer(Verdict.CAN, solver.model())
    return Answer(Verdict.CANNOT if found == z3.unsat else Verdict.UNKNOWN)
