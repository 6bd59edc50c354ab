"""The algebra of outcomes: three-valued logic, strict operations, aggregates.

Every function is total and monotone: filling in an unknown never flips a firm result. An
operation on unknowns is tried again on their provisional values, so that a provisional result
is what would come out if the open judgements changed nothing.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from engine.ir.case import ABSENT, Absent, Inst
from engine.result.outcomes import (
    FALSE,
    NOTHING,
    TRUE,
    Conflict,
    Gap,
    Known,
    Leaf,
    Outcome,
    Unknown,
)
from engine.values import Value

Operation = Callable[[Sequence[Outcome]], Outcome]


def as_needs(outcome: Outcome) -> frozenset[Leaf]:
    """The reasons why this outcome gives no value; empty for a known one."""
    match outcome:
        case Known():
            return NOTHING
        case Unknown(needs=needs):
            return needs
        case Conflict(about=about, inst=inst):
            return frozenset({Leaf("conflict", about, inst)})
        case Gap(kind=kind, about=about, inst=inst):
            return frozenset({Leaf("gat", about, inst, kind)})


def as_truth(outcome: Outcome) -> Outcome:
    """Read an outcome as a condition: gap and conflict are unknown, absent is no."""
    if isinstance(outcome, Known):
        if outcome.value is ABSENT:
            return Known(value=False, reserve=outcome.reserve)
        return outcome
    if isinstance(outcome, Unknown):
        return outcome
    return Unknown(as_needs(outcome))


def provisionally(operation: Operation, args: Sequence[Outcome]) -> Outcome:
    """Apply an operation; when unknown, add what it gives on the provisional values."""
    result = operation(args)
    if not isinstance(result, Unknown) or result.provisional is not None:
        return result
    if not any(isinstance(a, Unknown) and a.provisional is not None for a in args):
        return result
    assumed = operation([_assume(a) for a in args])
    return Unknown(result.needs, assumed.value) if isinstance(assumed, Known) else result


def _assume(outcome: Outcome) -> Outcome:
    if isinstance(outcome, Unknown) and outcome.provisional is not None:
        return Known(outcome.provisional)
    return outcome


def _reserve(args: Sequence[Outcome]) -> frozenset[Leaf]:
    reserve = NOTHING
    for arg in args:
        if not isinstance(arg, Unknown) and arg.reserve:
            reserve = reserve | arg.reserve
    return reserve


def _unknown(args: Sequence[Outcome]) -> Unknown:
    return Unknown(frozenset().union(*(as_needs(a) for a in args)))


def negate(args: Sequence[Outcome]) -> Outcome:
    """Three-valued `niet`."""
    arg = as_truth(args[0])
    return Known(not arg.value, arg.reserve) if isinstance(arg, Known) else arg


def conjoin(args: Sequence[Outcome]) -> Outcome:
    """Three-valued `en`: no as soon as one part is no."""
    return _decide([as_truth(a) for a in args], decisive=False)


def disjoin(args: Sequence[Outcome]) -> Outcome:
    """Three-valued `of`: yes as soon as one part is yes."""
    return _decide([as_truth(a) for a in args], decisive=True)


def _decide(args: Sequence[Outcome], *, decisive: bool) -> Outcome:
    deciding = [a for a in args if isinstance(a, Known) and a.value is decisive]
    if deciding:
        if any(not a.reserve for a in deciding):
            return TRUE if decisive else FALSE
        return Known(decisive, _reserve(deciding))
    open_args = [a for a in args if not isinstance(a, Known)]
    if open_args:
        return _unknown(open_args)
    return Known(not decisive, _reserve(args))


def strict(function: Callable[..., Value | Absent | Gap]) -> Operation:
    """Lift a function of values: unknown wins over gap, an absent value gives geen_waarde."""

    def operation(args: Sequence[Outcome]) -> Outcome:
        if all(isinstance(a, Known) for a in args):
            values = [a.value for a in args if isinstance(a, Known)]
            if any(v is ABSENT for v in values):
                return Gap("geen_waarde", reserve=_reserve(args))
            result = function(*values)
            if isinstance(result, Gap):
                return with_reserve(result, _reserve(args))
            return Known(result, _reserve(args))
        gaps = [a for a in args if isinstance(a, Gap)]
        if gaps and all(isinstance(a, Known | Gap) for a in args):
            return with_reserve(first_gap(gaps), _reserve(args))
        return _unknown([a for a in args if not isinstance(a, Known)])

    return operation


def compare(test: Callable[[Value, Value], bool], *, when_absent: bool = False) -> Operation:
    """A comparison: a condition, so gap and conflict are unknown; with an absent side it is no."""

    def operation(args: Sequence[Outcome]) -> Outcome:
        left, right = args
        if isinstance(left, Known) and isinstance(right, Known):
            if isinstance(left.value, Absent) or isinstance(right.value, Absent):
                return Known(when_absent, left.reserve | right.reserve)
            return Known(test(left.value, right.value), left.reserve | right.reserve)
        return _unknown([a for a in args if not isinstance(a, Known)])

    return operation


def choose(args: Sequence[Outcome]) -> Outcome:
    """`als c dan x anders y`; unknown c still gives a value when x and y are equal and known."""
    when, then, other = as_truth(args[0]), args[1], args[2]
    if isinstance(when, Known):
        taken = then if when.value else other
        return with_reserve(taken, when.reserve)
    if isinstance(then, Known) and isinstance(other, Known) and then.value == other.value:
        return Known(then.value, then.reserve | other.reserve)
    return _unknown([when])


def with_reserve(outcome: Outcome, reserve: frozenset[Leaf]) -> Outcome:
    """Add reservations to an outcome that is decided: a value, a gap or a conflict."""
    if not reserve or isinstance(outcome, Unknown):
        return outcome
    if isinstance(outcome, Known):
        return Known(outcome.value, outcome.reserve | reserve)
    return replace(outcome, reserve=outcome.reserve | reserve)


def first_gap(gaps: Sequence[Gap]) -> Gap:
    """The gap that stands for several: which one never depends on their order."""
    return min(gaps, key=lambda gap: (gap.kind, gap.about, gap.inst))


def count(args: Sequence[Outcome]) -> Outcome:
    """How many of these conditions hold."""
    truths = [as_truth(a) for a in args]
    open_args = [t for t in truths if not isinstance(t, Known)]
    if open_args:
        return _unknown(open_args)
    return Known(sum(1 for t in truths if isinstance(t, Known) and t.value), _reserve(truths))


def aggregate(name: str) -> Operation:
    """som, minimum, maximum or enige over pairs (condition, value) laid out flat.

    Over nobody som is 0, the others gap(geen_regel); enige over unequal values is a conflict.
    """

    def operation(args: Sequence[Outcome]) -> Outcome:
        taken: list[Outcome] = []
        reserve = NOTHING
        for where, body in zip(args[0::2], args[1::2], strict=True):
            truth = as_truth(where)
            if not isinstance(truth, Known):
                taken.append(truth)
                continue
            reserve = reserve | truth.reserve
            if truth.value:
                taken.append(body)
        return with_reserve(_fold_values(name, taken), reserve)

    return operation


def _fold_values(name: str, taken: Sequence[Outcome]) -> Outcome:
    if name == "som":
        return strict(lambda *values: sum(values))(taken)
    if not taken:
        return Gap("geen_regel")
    if name == "minimum":
        return strict(lambda *values: min(values))(taken)
    if name == "maximum":
        return strict(lambda *values: max(values))(taken)
    known = [t for t in taken if isinstance(t, Known)]
    distinct = {t.value for t in known}
    if len(distinct) > 1:
        values = tuple((value, ()) for value in sorted(distinct, key=repr))
        return Conflict(values, reserve=_reserve(known))
    return strict(lambda *values: values[0])(taken)


def named(outcome: Outcome, about: str, inst: Inst) -> Outcome:
    """Say of which concept a gap or conflict is, unless it says so already."""
    if isinstance(outcome, Gap | Conflict) and not outcome.about:
        return replace(outcome, about=about, inst=inst)
    return outcome
