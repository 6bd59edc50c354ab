"""How much of what is asked each ground carries: euros of the cost, hours of the hours asked."""

from collections.abc import Sequence

from engine.decide.grounds import Tried
from engine.ir.types import Type
from engine.values import Number

Size = tuple[Number, Type]


def carry_all(chosen: Sequence[Tried]) -> bool:
    """Whether grounds carry all that is asked; one without a limit always does.

    Limits in different units do not add up, and what nobody asked has no end to reach.
    """
    if not all(t.limited for t in chosen):
        return True
    return any(_short(chosen, kind) in (None, 0) for kind in _types(chosen))


def left_over(chosen: Sequence[Tried]) -> Size | None:
    """What limited grounds leave of what is asked; None for nothing, or when nobody asked."""
    if carry_all(chosen):
        return None
    kind = _types(chosen)[0]
    short = _short(chosen, kind)
    return None if short is None else (short, kind)


def split(chosen: Sequence[Tried]) -> list[Size | None]:
    """What each ground carries, in their order; None where nothing is counted.

    Beside a limited ground one without a limit carries what is left.
    """
    kinds = _types(chosen)
    if not kinds:
        return [None for _ in chosen]
    left = _asked(chosen, kinds[0])
    sizes: list[Size | None] = []
    for ground in chosen:
        kind = ground.kind if ground.limited else kinds[0]
        amount = ground.amount
        if left is not None and kind == kinds[0]:
            amount = left if amount is None else min(amount, left)
            left -= amount
        sizes.append(None if amount is None else (amount, kind))
    return sizes


def _types(chosen: Sequence[Tried]) -> list[Type]:
    """The units in which grounds are limited, in their order."""
    return list(dict.fromkeys(t.kind for t in chosen if t.limited))


def _asked(chosen: Sequence[Tried], kind: Type) -> Number | None:
    return next((t.asked for t in chosen if t.limited and t.kind == kind), None)


def _short(chosen: Sequence[Tried], kind: Type) -> Number | None:
    """What is left of what is asked in one unit; None when nobody asked."""
    asked = _asked(chosen, kind)
    if asked is None:
        return None
    carried = sum(t.amount or 0 for t in chosen if t.limited and t.kind == kind)
    return max(asked - carried, 0)
