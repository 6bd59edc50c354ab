"""The long way: what generated code calls when an answer is not a plain value.

Everything here goes through the shared algebra, apart from one shortcut that is safe for every
operation that uses it: known values beside unknowns that have nothing provisional need what those
unknowns need together.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from engine.backends.compiled.logic import choose, exactly
from engine.backends.compiled.places import OUTCOMES, Place, lift, lower
from engine.ir.case import ABSENT, Absent
from engine.ir.declarations import Amount
from engine.result.algebra import with_reserve
from engine.result.lookup import amount_on
from engine.result.operations import Params, compute
from engine.result.outcomes import Known, Outcome, Unknown
from engine.values import Number

Tree = int | Known | tuple[str, str, Params, tuple[Any, ...]]


def general(op: str, name: str, params: Params, *args: Any) -> Any:  # noqa: ANN401 answers
    """One operation on answers of any kind."""
    shared = _only_unknown(args)
    if shared is not None:
        return shared
    return exactly(op, name, params, *args)


def _only_unknown(args: Sequence[Any]) -> Unknown | None:
    """The unknowns together, if all else is known and nothing is provisional or absent."""
    found: Unknown | None = None
    for arg in args:
        kind = arg.__class__
        if kind is Unknown:
            if arg.provisional is not None:
                return None
            if found is None:
                found = arg
            elif found.needs is not arg.needs:
                found = Unknown(found.needs | arg.needs)
        elif kind is Absent or (kind in OUTCOMES and (kind is not Known or arg.value is ABSENT)):
            return None
    return found


def replay(tree: Tree, *leaves: Any) -> Any:  # noqa: ANN401 answers
    """A formula of strict operations, from its tree and the answers of its leaves."""
    shared = _only_unknown(leaves)
    return lower(_replayed(tree, leaves)) if shared is None else shared


def replay_division(tree: Tree, *leaves: Any) -> Any:  # noqa: ANN401 answers
    """As `replay`, for a formula that divides by a leaf: nothing can be said before dividing."""
    return lower(_replayed(tree, leaves))


def _replayed(tree: Tree, leaves: Sequence[Any]) -> Outcome:
    if isinstance(tree, int):
        return lift(leaves[tree])
    if isinstance(tree, Known):
        return tree
    op, name, params, args = tree
    return compute(op, name, params, [_replayed(a, leaves) for a in args])


def for_now(place: Place, fold: Any) -> Any:  # noqa: ANN401 answers
    """What is said of the members of a group holds if these are the members."""
    these = Known(value=True, reserve=place.keeps)
    return choose(these, fold, fold)


def nowhere(place: Place, steps: Sequence[str], name: str) -> Any:  # noqa: ANN401 an Answer
    """Why there is no place to read a name from."""
    return lower(place.run.nowhere(place.inst, steps, name))


def ratio(number: int, by: int) -> Number:
    """An exact quotient: a whole number when it is one."""
    whole, rest = divmod(number, by)
    return Fraction(number, by) if rest else whole


def rounded(number: int, by: int, mode: str) -> int:
    """Round an exact quotient to a whole number; as `engine.values.round_to`."""
    if mode == "omlaag":
        return number // by
    if mode == "omhoog":
        return -(-number // by)
    if by < 0:
        number, by = -number, -by
    if mode == "half_even":
        return round(Fraction(number, by))
    whole = (2 * abs(number) + by) // (2 * by)
    return whole if number >= 0 else -whole


def to_step(number: Number, step: int, mode: str) -> int:
    """Round a number to a multiple of a whole step."""
    return step * rounded(number.numerator, step * number.denominator, mode)


def amount(declared: Amount, day: Any) -> Any:  # noqa: ANN401 an Answer
    """An indexed value on a day that is itself an answer."""
    on = lift(day)
    if not isinstance(on, Known):
        return on
    return lower(with_reserve(amount_on(declared, on.value), on.reserve))


def decided(answer: Any) -> Any:  # noqa: ANN401 an Answer
    """Whether a choice was made at all."""
    if answer.__class__ in OUTCOMES:
        return exactly("functie", "beslist", (), answer)
    return answer is not ABSENT
