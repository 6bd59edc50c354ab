"""The algebra of outcomes, symbolically: the counterpart of `engine.result.algebra`.

A Cell is everything that a question can come to, at once: per kind of outcome the truth that it
is this kind. At most one of known, gap and conflict holds; none of them means unknown.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from engine.backends.z3_analysis.symbols import Bit, Symbol, both, either, equal, no, pick


@dataclass(frozen=True, slots=True)
class Cell:
    """An outcome.

    Attributes:
        value: the value where it is known and not absent.
        known: whether there is a value, or it is known that there is none (`absent`).
        asks: of an unknown outcome, whether a judgement is among what it needs.
    """

    value: Symbol
    known: Bit = True
    absent: Bit = False
    gap: Bit = False
    conflict: Bit = False
    asks: Bit = False

    @property
    def unknown(self) -> Bit:
        """Whether it is none of the decided kinds."""
        return no(either(self.known, self.gap, self.conflict))

    @property
    def holds(self) -> Bit:
        """Of a truth: whether it is known to be yes."""
        return both(self.known, self.value)

    @property
    def fails(self) -> Bit:
        """Of a truth: whether it is known to be no."""
        return both(self.known, no(self.value))


YES, NO = Cell(True), Cell(False)  # noqa: FBT003 the values themselves
GAP = Cell(None, known=False, gap=True)
UNKNOWN = Cell(None, known=False)
Function = Callable[..., Symbol]


def truth(value: Bit, *, known: Bit = True, asks: Bit = False) -> Cell:
    """A condition: known or not, never a gap or a conflict."""
    return Cell(value, known, asks=asks)


def as_truth(cell: Cell) -> Cell:
    """Read an outcome as a condition: gap and conflict are unknown, absent is no."""
    value = False if cell.value is None else both(cell.value, no(cell.absent))
    return truth(value, known=cell.known, asks=both(cell.asks, cell.unknown))


def negate(cell: Cell) -> Cell:
    """Three-valued `niet`."""
    own = as_truth(cell)
    return truth(no(own.value), known=own.known, asks=own.asks)


def conjoin(cells: Sequence[Cell]) -> Cell:
    """Three-valued `en`: no as soon as one part is no."""
    own = [as_truth(cell) for cell in cells]
    known = either(both(*(c.known for c in own)), *(c.fails for c in own))
    return truth(both(*(c.value for c in own)), known=known, asks=_asks(own))


def disjoin(cells: Sequence[Cell]) -> Cell:
    """Three-valued `of`: yes as soon as one part is yes."""
    own = [as_truth(cell) for cell in cells]
    known = either(both(*(c.known for c in own)), *(c.holds for c in own))
    return truth(either(*(c.value for c in own)), known=known, asks=_asks(own))


def _asks(cells: Sequence[Cell]) -> Bit:
    return either(*(both(c.asks, c.unknown) for c in cells))


def strict(function: Function, cells: Sequence[Cell], *, gap: Bit = False) -> Cell:
    """Lift a function of values; `gap` says when it has no value for these."""
    known = both(*(c.known for c in cells))
    missing = either(gap, *(c.absent for c in cells))
    upstream = both(either(*(c.gap for c in cells)), *(either(c.known, c.gap) for c in cells))
    values = [c.value for c in cells]
    return Cell(
        None if any(v is None for v in values) else function(*values),
        known=both(known, no(missing)),
        gap=either(both(known, missing), upstream),
        asks=_asks(cells),
    )


def compare(test: Function, left: Cell, right: Cell, *, when_absent: bool = False) -> Cell:
    """A comparison: a condition, so gap and conflict are unknown; an absent side is no."""
    value = False if left.value is None or right.value is None else test(left.value, right.value)
    absent = either(left.absent, right.absent)
    cells = (left, right)
    known = both(*(c.known for c in cells))
    return truth(pick(absent, when_absent, value), known=known, asks=_asks(cells))


def same(left: Cell, right: Cell) -> Bit:
    """Whether two known outcomes have the same value, or neither has one."""
    here = both(no(left.absent), no(right.absent), equal(left.value, right.value))
    return either(both(left.absent, right.absent), here)


def between(when: Bit, then: Cell, other: Cell) -> Cell:
    """The one outcome or the other."""
    if isinstance(when, bool):
        return then if when else other
    return Cell(
        pick(when, then.value, other.value),
        pick(when, then.known, other.known),
        pick(when, then.absent, other.absent),
        pick(when, then.gap, other.gap),
        pick(when, then.conflict, other.conflict),
        pick(when, then.asks, other.asks),
    )


def choose(when: Cell, then: Cell, other: Cell) -> Cell:
    """`als c dan x anders y`; unknown c still gives a value when x and y are equal and known."""
    own = as_truth(when)
    alike = both(then.known, other.known, same(then, other))
    open_choice = Cell(then.value, alike, then.absent, asks=own.asks)
    return between(own.known, between(own.value, then, other), open_choice)


def settle(options: Sequence[tuple[Cell, Cell]]) -> tuple[Cell, Bit]:
    """Settle rules by their truths and values; also whether any is active or possible."""
    active = [t.holds for t, _ in options]
    possible = [t.unknown for t, _ in options]
    known = [both(a, v.known) for a, (_, v) in zip(active, options, strict=True)]
    others = [both(a, no(v.known)) for a, (_, v) in zip(active, options, strict=True)]
    first = _first(known, [v for _, v in options])
    clash = either(
        *(
            both(known[i], known[j], no(same(options[i][1], options[j][1])))
            for i in range(len(options))
            for j in range(i)
        )
    )
    bare = both(either(*others), *(no(k) for k in known), *(no(p) for p in possible))
    only_gaps = both(
        bare, *(either(no(o), v.gap) for o, (_, v) in zip(others, options, strict=True))
    )
    lone = both(bare, either(*(_alone(i, others, options) for i in range(len(options)))))
    agrees = [both(v.known, either(*known), same(v, first)) for _, v in options]
    waits = [either(o, both(p, no(a))) for o, p, a in zip(others, possible, agrees, strict=True)]
    cell = Cell(
        first.value,
        known=both(either(*known), no(clash), *(no(w) for w in waits)),
        absent=both(first.absent, either(*known), no(clash), *(no(w) for w in waits)),
        gap=only_gaps,
        conflict=either(clash, lone),
        asks=either(
            *(both(w, either(t.asks, both(v.unknown, v.asks)))
              for w, (t, v) in zip(waits, options, strict=True))
        ),
    )  # fmt: skip
    return cell, either(*active, *possible)


def _first(known: Sequence[Bit], values: Sequence[Cell]) -> Cell:
    found = UNKNOWN
    for here, value in reversed(list(zip(known, values, strict=True))):
        found = Cell(
            pick(here, value.value, found.value), absent=pick(here, value.absent, found.absent)
        )
    return found


def _alone(number: int, others: Sequence[Bit], options: Sequence[tuple[Cell, Cell]]) -> Bit:
    rest = [no(other) for i, other in enumerate(others) if i != number]
    return both(others[number], options[number][1].conflict, *rest)


def changed(base: Cell, active: Cell, made: Cell) -> Cell:
    """Apply one rule that changes a value; a gap or a conflict holds nothing to change."""
    decided = either(base.gap, base.conflict)
    needs = Cell(
        None,
        known=False,
        asks=either(active.asks, both(base.unknown, base.asks), both(made.unknown, made.asks)),
    )
    applied = between(both(active.known, base.known), made, needs)
    return between(either(decided, active.fails), base, applied)


def bounded(cell: Cell, held: Cell) -> Cell:
    """A value within its bounds; outside them there is a gap."""
    outside = both(cell.known, held.fails)
    unsure = both(cell.known, no(held.known))
    return Cell(
        cell.value,
        known=both(cell.known, held.holds),
        absent=both(cell.absent, held.holds),
        gap=either(cell.gap, outside),
        conflict=cell.conflict,
        asks=either(both(cell.asks, cell.unknown), both(unsure, held.asks)),
    )


def count(cells: Sequence[Cell], add: Function) -> Cell:
    """How many of these conditions hold."""
    own = [as_truth(cell) for cell in cells]
    value = add([pick(c.value, 1, 0) for c in own])
    return Cell(value, known=both(*(c.known for c in own)), asks=_asks(own))


def aggregate(
    name: str, pairs: Sequence[tuple[Cell, Cell]], add: Function, less: Function
) -> Cell:
    """som, minimum, maximum or enige of the values whose condition holds."""
    own = [(as_truth(where), body) for where, body in pairs]
    taken = [where.holds for where, _ in own]
    unsure = either(*(where.unknown for where, _ in own))
    bad = either(
        unsure,
        *(both(t, either(b.unknown, b.conflict)) for t, (_, b) in zip(taken, own, strict=True)),
    )
    holes = either(
        *(both(t, either(b.gap, b.absent)) for t, (_, b) in zip(taken, own, strict=True))
    )
    nobody = both(*(where.fails for where, _ in own)) if name != "som" else False
    bodies = [body for _, body in own]
    clash = _clash(taken, bodies) if name == "enige" else False
    if name == "som":
        value = add([pick(t, 0 if b.value is None else b.value, 0)
                     for t, b in zip(taken, bodies, strict=True)])  # fmt: skip
    else:
        value = _best(name, taken, bodies, less)
    gap = both(no(bad), no(clash), either(nobody, holes))
    return Cell(
        value,
        known=both(no(bad), no(clash), no(nobody), no(holes)),
        gap=gap,
        conflict=clash,
        asks=either(
            *(either(both(w.unknown, w.asks), both(t, b.unknown, b.asks))
              for t, (w, b) in zip(taken, own, strict=True))
        ),
    )  # fmt: skip


def _clash(taken: Sequence[Bit], bodies: Sequence[Cell]) -> Bit:
    return either(
        *(
            both(taken[i], bodies[i].known, taken[j], bodies[j].known,
                 no(same(bodies[i], bodies[j])))
            for i in range(len(bodies))
            for j in range(i)
        )
    )  # fmt: skip


def _best(name: str, taken: Sequence[Bit], bodies: Sequence[Cell], less: Function) -> Symbol:
    """The least, greatest or first of the values that are taken."""
    found: Symbol = None
    any_before: Bit = False
    for here, body in zip(taken, bodies, strict=True):
        if body.value is None:
            continue
        if found is None:
            found, any_before = body.value, here
            continue
        if name == "enige":
            better: Bit = no(any_before)
        elif name == "minimum":
            better = either(no(any_before), less(body.value, found))
        else:
            better = either(no(any_before), less(found, body.value))
        found = pick(both(here, better), body.value, found)
        any_before = either(any_before, here)
    return found
