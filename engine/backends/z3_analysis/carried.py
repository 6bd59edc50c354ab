"""When a solution is carried: the ladder of grounds, as a truth for the solver."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from engine.backends.z3_analysis.cells import YES, Cell, as_truth
from engine.backends.z3_analysis.days import ordered
from engine.backends.z3_analysis.encoding import Encoding
from engine.backends.z3_analysis.numbers import add
from engine.backends.z3_analysis.symbols import Bit, Number, both, either, equal, no, pick
from engine.ir import nodes
from engine.ir.case import Inst
from engine.ir.program import Rule, Rung
from engine.ir.types import EURO, Type

COST, FORM = "kosten_oplossing", "vorm"


@dataclass(frozen=True, kw_only=True)
class Ladder:
    """The grounds that may carry a solution, each with the rungs on which it can stand.

    Attributes:
        holding: grounds that carry something of it now; they are no news.
    """

    solution: Inst
    obstacles: tuple[Inst, ...]
    grounds: tuple[tuple[Rule, tuple[Rung, ...]], ...]
    holding: frozenset[str] = frozenset()


@dataclass(frozen=True)
class _Try:
    """One ground on one rung.

    Attributes:
        holds: whether it carries something.
        may: whether it carries something, or may do so yet.
        covers: per obstacle whether it covers that.
        amount: how much it carries at most; None when it is not limited.
        asked: how much is asked of it, of the same type `kind`.
    """

    holds: Bit
    may: Bit
    covers: Mapping[Inst, Bit]
    amount: Cell | None
    asked: Cell
    kind: Type


_Tries = Sequence[Mapping[Rung, _Try]]


def carried(encoding: Encoding, ladder: Ladder) -> tuple[tuple[Bit, ...], Bit]:
    """Per rung from b upward, whether the solution is carried there or lower; and all of it.

    Carried is: every obstacle, and all that is asked if that is known. Or a part of it by a ground
    that carried nothing before, when no other ground is left open for the rest.
    """
    tries = [
        {rung: _try(encoding, ladder, rule, rung) for rung in rungs}
        for rule, rungs in ladder.grounds
    ]
    new = [
        rows
        for rows, (rule, _) in zip(tries, ladder.grounds, strict=True)
        if rule.id not in ladder.holding
    ]
    closed = both(*(no(_open(list(rows.values()))) for rows in tries))
    rungs = [rung for rung in Rung if rung >= Rung.B]
    whole = [_whole(ladder, tries, rung) for rung in rungs]
    part = [both(closed, either(*(t.holds for t in _upto(new, rung)))) for rung in rungs]
    return tuple(either(*bits) for bits in zip(whole, part, strict=True)), whole[-1]


def _upto(tries: _Tries, rung: Rung) -> list[_Try]:
    return [tried for rows in tries for at, tried in rows.items() if at <= rung]


def _whole(ladder: Ladder, tries: _Tries, rung: Rung) -> Bit:
    """Every obstacle by grounds that each give all that is asked, or that do so together."""
    here = _upto(tries, rung)
    own = ladder.obstacles or (ladder.solution,)
    alone = [both(t.holds, _enough(t.amount, t.asked)) for t in here]
    each = both(*(_covered(inst, zip(alone, here, strict=True)) for inst in own))
    some = both(*(_covered(inst, ((t.holds, t) for t in here)) for inst in own))
    asked = {t.kind: t.asked for t in here if t.amount is not None}
    reached = [_together(tries, rung, kind, cell) for kind, cell in asked.items()]
    return either(each, both(some, either(*reached)))


def _covered(inst: Inst, here: Iterable[tuple[Bit, _Try]]) -> Bit:
    return either(*(both(holds, t.covers.get(inst, False)) for holds, t in here))


def _enough(amount: Cell | None, asked: Cell) -> Bit:
    """Whether an amount is all that is asked; nothing asked is no bound, nor is no amount."""
    if amount is None or asked.value is None:
        return True
    unbound = either(amount.absent, no(asked.known), asked.absent)
    return (
        unbound if amount.value is None else either(unbound, _reaches(amount.value, asked.value))
    )


def _together(tries: _Tries, rung: Rung, kind: Type, asked: Cell) -> Bit:
    """Whether the most that is given on each rung makes what is asked, added up."""
    total: Number = 0
    for step in (r for r in Rung if r <= rung):
        most: Number = 0
        for rows in tries:
            if step in rows and rows[step].kind == kind:
                most = _larger(most, _paid(rows, step))
        total = add([total, most])
    if asked.value is None:
        return False
    return both(asked.known, no(asked.absent), _reaches(total, asked.value))


def _paid(rows: Mapping[Rung, _Try], rung: Rung) -> Number:
    """What a ground gives if this is the lowest rung on which it holds."""
    amount = rows[rung].amount
    if amount is None or amount.value is None:
        return 0
    lowest = both(rows[rung].holds, *(no(t.holds) for at, t in rows.items() if at < rung))
    return pick(both(lowest, no(amount.absent)), amount.value, 0)


def _larger(one: Number, other: Number) -> Number:
    return pick(_reaches(one, other), one, other)


def _reaches(one: Number, other: Number) -> Bit:
    """Whether a number is no less than another."""
    return ordered(other, one, strictly=False)


def _open(rows: Sequence[_Try]) -> Bit:
    """Whether a ground holds on no rung, and may still on some."""
    return both(no(either(*(t.holds for t in rows))), either(*(t.may for t in rows)))


def _try(encoding: Encoding, ladder: Ladder, rule: Rule, rung: Rung) -> _Try:
    active = encoding.rule(rule.number, ladder.solution, rung)
    covers = _coverage(encoding, ladder, rule, rung)
    amount = None
    if rule.grant is not None and rule.grant.upto is not None:
        amount = encoding.evaluate(rule.grant.upto, (ladder.solution,), rung)
    known = True if amount is None else amount.known
    pays = True if amount is None else _something(amount)
    fits = _fits(encoding, ladder.solution, rule)
    sure = {inst: cell.holds for inst, cell in covers.items()}
    maybe = either(*(no(cell.fails) for cell in covers.values()))
    return _Try(
        holds=both(fits, active.holds, either(*sure.values()), known, pays),
        may=both(fits, no(active.fails), maybe, either(no(known), pays)),
        covers=sure,
        amount=amount,
        asked=_asked(encoding, ladder.solution, rule, rung),
        kind=EURO if rule.grant is None else rule.grant.type,
    )


def _asked(encoding: Encoding, solution: Inst, rule: Rule, rung: Rung) -> Cell:
    """How much is asked of a ground: the cost, unless it says otherwise."""
    if rule.grant is None or rule.grant.asked is None:
        return encoding.leaves.fact(COST, solution)
    return encoding.evaluate(rule.grant.asked, (solution,), rung)


def _something(amount: Cell) -> Bit:
    return amount.absent if amount.value is None else either(amount.absent, amount.value > 0)


def _coverage(encoding: Encoding, ladder: Ladder, rule: Rule, rung: Rung) -> dict[Inst, Cell]:
    fold = None if rule.grant is None else rule.grant.covers
    if not isinstance(fold, nodes.Fold):
        return dict.fromkeys(ladder.obstacles or (ladder.solution,), YES)
    if fold.where is None:
        return dict.fromkeys(ladder.obstacles, YES)
    where = fold.where
    return {
        inst: as_truth(encoding.evaluate(where, (ladder.solution, inst), rung))
        for inst in ladder.obstacles
    }


def _fits(encoding: Encoding, solution: Inst, rule: Rule) -> Bit:
    """Whether the ground gives help in the form that was asked, or no form was."""
    if rule.grant is None or rule.grant.kinds is None or not rule.grant.forms:
        return True
    asked = encoding.leaves.fact(FORM, solution)
    wanted = [equal(asked.value, encoding.leaves.constant(form)) for form in rule.grant.forms]
    return either(no(asked.known), asked.absent, *wanted)
