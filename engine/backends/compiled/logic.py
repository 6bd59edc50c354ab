"""Three-valued logic on answers, for the three kinds that nearly all conditions are.

Those are plain yes or no, yes or no with a reservation, and unknown without a provisional value.
Anything else goes to the shared algebra; the results are the same.
"""

from typing import Any

from engine.backends.compiled.places import OUTCOMES, lift, lower
from engine.ir.case import ABSENT
from engine.result.algebra import with_reserve
from engine.result.operations import compute
from engine.result.outcomes import Known, Leaf, Unknown


def exactly(op: str, name: str, params: tuple[Any, ...], *args: Any) -> Any:  # noqa: ANN401
    """One operation on answers of any kind, through the shared algebra."""
    return lower(compute(op, name, params, [lift(a) for a in args]))


def conj(*args: Any) -> Any:  # noqa: ANN401 answers
    """`en`: no as soon as one part is no."""
    return _decide("en", args, decisive=False)


def disj(*args: Any) -> Any:  # noqa: ANN401 answers
    """`of`: yes as soon as one part is yes."""
    return _decide("of", args, decisive=True)


def _decide(op: str, args: tuple[Any, ...], *, decisive: bool) -> Any:  # noqa: ANN401
    needs = decided = reserve = None
    for arg in args:
        kind = arg.__class__
        if kind is bool:
            if arg is decisive:
                return decisive
        elif kind is Unknown and arg.provisional is None:
            needs = arg.needs if needs is None else needs | arg.needs
        elif kind is Known and arg.value is decisive:
            decided = arg.reserve if decided is None else decided | arg.reserve
        elif kind is Known and arg.value is not ABSENT:
            reserve = arg.reserve if reserve is None else reserve | arg.reserve
        else:
            return exactly(op, "", (), *args)
    if decided is not None:
        return Known(decisive, decided)
    if needs is not None:
        return Unknown(needs)
    return not decisive if reserve is None else Known(not decisive, reserve)


def neg(arg: Any) -> Any:  # noqa: ANN401 an Answer
    """`niet`."""
    if arg.__class__ is Unknown:
        return arg
    if arg.__class__ is Known and arg.value is not ABSENT:
        return Known(not arg.value, arg.reserve)
    return exactly("niet", "", (), arg)


def unless(where: Any, body: Any) -> Any:  # noqa: ANN401 answers
    """What a member means for `alle`: it does not count, or what is asked of it holds."""
    return disj(not where if where.__class__ is bool else neg(where), body)


def undefeated(own: Any, *defeaters: Any) -> Any:  # noqa: ANN401 answers
    """Whether a rule is active: its own condition holds and no defeater does."""
    needs = decided = reserve = None
    if own is False:
        return False
    if own.__class__ is Unknown:
        needs = own.needs
    elif own is not True:
        reserve, decided = (own.reserve, None) if own.value else (None, own.reserve)
    for arg in defeaters:
        if arg is False:
            continue
        if arg is True:
            return False
        if arg.__class__ is Unknown:
            needs = arg.needs if needs is None else needs | arg.needs
        elif arg.value:
            decided = arg.reserve if decided is None else decided | arg.reserve
        else:
            reserve = arg.reserve if reserve is None else reserve | arg.reserve
    if decided is not None:
        return Known(value=False, reserve=decided)
    if needs is not None:
        return Unknown(needs)
    return True if reserve is None else Known(value=True, reserve=reserve)


def choose(when: Any, then: Any, other: Any) -> Any:  # noqa: ANN401 answers
    """`als c dan x anders y` where c is not plainly yes or no."""
    if when.__class__ is Known and when.value is not ABSENT:
        return reserved(then if when.value else other, when.reserve)
    if when.__class__ is not Unknown or when.provisional is not None:
        return exactly("als", "", (), when, then, other)
    if then.__class__ in OUTCOMES or other.__class__ in OUTCOMES:
        return exactly("als", "", (), when, then, other)
    return then if then == other else when


def reserved(answer: Any, reserve: frozenset[Leaf]) -> Any:  # noqa: ANN401 an Answer
    """An answer that rests on something for now."""
    kind = answer.__class__
    if kind is Unknown:
        return answer
    if kind is Known:
        return Known(answer.value, answer.reserve | reserve)
    return with_reserve(answer, reserve) if kind in OUTCOMES else Known(answer, reserve)
