"""Try one ground for one solution: on which rung it first holds, how much and what it covers."""

from dataclasses import dataclass, replace
from fractions import Fraction

from engine.decide.facts import given
from engine.ir import nodes
from engine.ir.case import Inst
from engine.ir.program import Rule, Rung
from engine.ir.types import EURO, Type
from engine.result.algebra import as_needs, as_truth
from engine.result.evaluated import Evaluated
from engine.result.outcomes import NOTHING, Conflict, Gap, Known, Leaf, Outcome, Unknown
from engine.values import Number


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """A ground as it came out.

    Attributes:
        rung: the lowest rung on which it holds, or else may hold; None when it fails on all.
        status: waarde, onbekend, conflict or gat; `waarde` with rung None means it fails.
        covers: obstacles it surely carries; `may_cover` those that depend on something open.
        amount: how much it carries at most, in cents or in the unit of its grant; None when it is
            not limited.
        kind: the type of that amount.
        asked: how much is asked, of the same type; None when that is unknown.
        on_top: whether it carries only what a lower rung of the same ground leaves.
    """

    rule: Rule
    rung: Rung | None
    status: str
    needs: frozenset[Leaf]
    covers: tuple[Inst, ...]
    may_cover: tuple[Inst, ...]
    amount: Number | None
    kind: Type = EURO
    asked: Number | None = None
    on_top: bool = False

    @property
    def holds(self) -> bool:
        """Whether the ground carries something now."""
        return self.rung is not None and self.status == "waarde"

    @property
    def limited(self) -> bool:
        """Whether it carries no more than an amount that is known by now."""
        return self.amount is not None

    @property
    def open(self) -> bool:
        """Whether the ground may carry it, once something is known."""
        return self.rung is not None and self.status != "waarde"


def try_ground(run: Evaluated, rule: Rule, solution: Inst) -> Tried:
    """Find the lowest rung on which the ground holds; failing that, on which it is open."""
    attempts = [_attempt(run, rule, solution, rung) for rung in rungs_of(rule)]
    for wanted in ("holds", "open"):
        for attempt in attempts:
            if getattr(attempt, wanted):
                return attempt
    return attempts[0]


def try_further(run: Evaluated, first: Tried, solution: Inst) -> list[Tried]:
    """What higher rungs of a limited ground add: each carries only what comes on top.

    A cap that an exception or a clause takes away leaves more of the same ground to carry.
    """
    found: list[Tried] = []
    reached = first.amount
    for rung in rungs_of(first.rule):
        if first.rung is None or reached is None or rung <= first.rung:
            continue
        attempt = _attempt(run, first.rule, solution, rung)
        if attempt.open and attempt.needs - first.needs:
            found.append(replace(attempt, amount=None, asked=None, on_top=True))
        elif attempt.amount is not None and attempt.amount > reached:
            found.append(replace(attempt, amount=attempt.amount - reached, on_top=True))
            reached = attempt.amount
    return found


def rungs_of(rule: Rule) -> tuple[Rung, ...]:
    """The rungs on which a ground can hold; one of rung e stands on that rung only."""
    if rule.rung == Rung.E:
        return (Rung.E,)
    return tuple(rung for rung in Rung if max(rule.rung, Rung.B) <= rung <= Rung.CLAUSE)


def _attempt(run: Evaluated, rule: Rule, solution: Inst, rung: Rung) -> Tried:
    truth = run.rule(rule.number, solution, rung).truth
    label = Rung.A if rule.rung == Rung.A and rung == Rung.B else rung
    if isinstance(truth, Known) and not truth.value:
        return _failed(rule, NOTHING)
    sure, maybe, needs = _coverage(run, rule, solution, rung)
    if not sure and not maybe:
        return _failed(rule, NOTHING)
    amount, amount_needs, nothing = _amount(run, rule, solution, rung)
    if nothing:
        return _failed(rule, NOTHING)
    needs = needs if not sure else NOTHING
    needs = needs | as_needs(truth) | amount_needs
    return Tried(
        rule=rule,
        rung=label,
        status=_status(truth, needs),
        needs=needs,
        covers=sure if isinstance(truth, Known) else (),
        may_cover=(*sure, *maybe) if not isinstance(truth, Known) else maybe,
        amount=amount,
        kind=EURO if rule.grant is None else rule.grant.type,
        asked=None if amount is None else _asked(run, rule, solution, rung),
    )


def _failed(rule: Rule, needs: frozenset[Leaf]) -> Tried:
    return Tried(
        rule=rule, rung=None, status="waarde", needs=needs, covers=(), may_cover=(), amount=None
    )


def _status(truth: Outcome, needs: frozenset[Leaf]) -> str:
    if any(leaf.kind == "conflict" for leaf in needs):
        return "conflict"
    if isinstance(truth, Known) and not needs:
        return "waarde"
    kinds = {leaf.kind for leaf in needs}
    return "gat" if kinds == {"gat"} else "onbekend"


def _coverage(
    run: Evaluated, rule: Rule, solution: Inst, rung: Rung
) -> tuple[tuple[Inst, ...], tuple[Inst, ...], frozenset[Leaf]]:
    """Obstacles of the solution that the ground covers for sure, perhaps, and what that needs."""
    own = run.members("belemmeringen", solution)
    obstacles = own if not isinstance(own, Unknown) else ()
    grant = rule.grant
    if grant is None or not isinstance(grant.covers, nodes.Fold):
        return obstacles or (solution,), (), NOTHING
    fold = grant.covers
    sure, maybe, needs = [], [], NOTHING
    for member in obstacles:
        truth: Outcome = Known(True)  # noqa: FBT003 a truth value
        if fold.where is not None:
            truth = as_truth(run.evaluate(fold.where, (solution, member), rung).outcome)
        if isinstance(truth, Known):
            if truth.value:
                sure.append(member)
        else:
            maybe.append(member)
            needs = needs | as_needs(truth)
    return tuple(sure), tuple(maybe), needs


def cost_of(run: Evaluated, solution: Inst) -> Number | None:
    """The one-off cost of the solution in cents, if known."""
    cost = given(run, "kosten_oplossing", solution)
    return cost if isinstance(cost, int) else None


def _asked(run: Evaluated, rule: Rule, solution: Inst, rung: Rung) -> Number | None:
    """How much is asked of a ground that is limited."""
    if rule.grant is None or rule.grant.asked is None:
        return cost_of(run, solution)
    outcome = run.evaluate(rule.grant.asked, (solution,), rung).outcome
    return _number(outcome.value) if isinstance(outcome, Known) else None


def _number(value: object) -> Number | None:
    return value if isinstance(value, int | Fraction) and not isinstance(value, bool) else None


def _amount(
    run: Evaluated, rule: Rule, solution: Inst, rung: Rung
) -> tuple[Number | None, frozenset[Leaf], bool]:
    """How much is carried at most, what that needs, and whether it is known to be nothing."""
    if rule.grant is None or rule.grant.upto is None:
        return None, NOTHING, False
    outcome = run.evaluate(rule.grant.upto, (solution,), rung).outcome
    match outcome:
        case Known(value=value) if (number := _number(value)) is not None:
            return number, NOTHING, number <= 0
        case Unknown(needs=needs, provisional=value):
            return _number(value), needs, False
        case Gap() | Conflict():
            return None, as_needs(outcome), False
        case _:
            return None, NOTHING, False
