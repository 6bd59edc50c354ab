"""Try one ground for one solution: on which rung it first holds, how much and what it covers."""

from dataclasses import dataclass

from engine.ir import nodes
from engine.ir.case import Inst
from engine.ir.program import Rule, Rung
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
        amount: cents it carries at most; None when it is not limited to an amount.
    """

    rule: Rule
    rung: Rung | None
    status: str
    needs: frozenset[Leaf]
    covers: tuple[Inst, ...]
    may_cover: tuple[Inst, ...]
    amount: Number | None

    @property
    def holds(self) -> bool:
        """Whether the ground carries something now."""
        return self.rung is not None and self.status == "waarde"

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


def _amount(
    run: Evaluated, rule: Rule, solution: Inst, rung: Rung
) -> tuple[Number | None, frozenset[Leaf], bool]:
    """The amount carried at most, what it needs, and whether it is known to be nothing."""
    if rule.grant is None or rule.grant.upto is None:
        return None, NOTHING, False
    outcome = run.evaluate(rule.grant.upto, (solution,), rung).outcome
    match outcome:
        case Known(value=value) if not isinstance(value, bool) and isinstance(value, int):
            return value, NOTHING, value <= 0
        case Unknown(needs=needs, provisional=value):
            return (value if isinstance(value, int) else None), needs, False
        case Gap() | Conflict():
            return None, as_needs(outcome), False
        case _:
            return None, NOTHING, False
