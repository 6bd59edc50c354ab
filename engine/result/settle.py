"""From candidates to one outcome: the result table of a concept.

Active rules with equal values cumulate; unequal values are a conflict; a possible rule with
another value makes the outcome unknown, with the active value standing for the time being.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from engine.ir.case import Absent
from engine.result.algebra import as_needs, first_gap, with_reserve
from engine.result.outcomes import (
    NOTHING,
    TRUE,
    Conflict,
    Gap,
    Known,
    Leaf,
    Outcome,
    Term,
    Unknown,
)
from engine.values import Value

Pair = tuple[int, Outcome, Outcome]


class Named(Protocol):
    """All that settling needs to know of a rule: its id, to name it in a conflict."""

    @property
    def id(self) -> str:
        """The id of the rule."""


@dataclass(frozen=True, slots=True)
class Active:
    """A candidate that may be active: its rule, its truth, and its value (None when inactive)."""

    rule: int
    truth: Outcome
    value: Term | None


def result_of(possible: Sequence[Active], rules: Sequence[Named]) -> Outcome:
    """Settle the candidates that are active or possible (at least one)."""
    pairs = [(c.rule, c.truth, c.value.outcome) for c in possible if c.value is not None]
    return settle(pairs, rules)


def settle(pairs: Sequence[Pair], rules: Sequence[Named]) -> Outcome:
    """Settle rules, their truths and their values (at least one)."""
    result = _settle(pairs, rules)
    if not isinstance(result, Unknown):
        return result
    assumed = [(n, _assume(t), _assume(v)) for n, t, v in pairs]
    kept = [p for p in assumed if isinstance(p[1], Known) and p[1].value]
    if not kept:
        return result
    standing_result = _settle(kept, rules)
    if isinstance(standing_result, Known):
        return Unknown(result.needs, standing_result.value)
    return result


def _settle(pairs: Sequence[Pair], rules: Sequence[Named]) -> Outcome:
    active = [p for p in pairs if isinstance(p[1], Known)]
    possible = [p for p in pairs if not isinstance(p[1], Known)]
    known = [p for p in active if isinstance(p[2], Known)]
    values = {v.value for _, _, v in known if isinstance(v, Known)}
    if len(values) > 1:
        return with_reserve(_conflict(known, rules), _reserve(known))
    others = [p for p in active if not isinstance(p[2], Known)]
    if others and not known and not possible:
        return with_reserve(_without_value(others), _reserve(others))
    open_pairs = others + [p for p in possible if not _same(p[2], values)]
    if open_pairs:
        return Unknown(frozenset().union(*(as_needs(t) | as_needs(v) for _, t, v in open_pairs)))
    return Known(next(iter(values)), _reserve(pairs))


def _reserve(pairs: Sequence[Pair]) -> frozenset[Leaf]:
    """What the truths and values rest on for now; of a possible rule its value counts too."""
    decided = [o for _, *pair in pairs for o in pair if not isinstance(o, Unknown)]
    return frozenset().union(*(o.reserve for o in decided)) if decided else NOTHING


def _same(value: Outcome, values: set[Value | Absent]) -> bool:
    return isinstance(value, Known) and values == {value.value}


def _without_value(others: Sequence[Pair]) -> Outcome:
    outcomes = [v for _, _, v in others]
    gaps = [v for v in outcomes if isinstance(v, Gap)]
    if len(gaps) == len(outcomes):
        return first_gap(gaps)
    if len(outcomes) == 1 and isinstance(outcomes[0], Conflict):
        return outcomes[0]
    return Unknown(frozenset().union(*(as_needs(v) for v in outcomes)))


def _conflict(known: Sequence[Pair], rules: Sequence[Named]) -> Conflict:
    grounds: dict[Value | Absent, list[str]] = {}
    for number, _, value in known:
        if isinstance(value, Known):
            grounds.setdefault(value.value, []).append(rules[number].id)
    rows = sorted(((tuple(sorted(set(ids))), v) for v, ids in grounds.items()), key=lambda r: r[0])
    return Conflict(tuple((value, ids) for ids, value in rows))


def _assume(outcome: Outcome) -> Outcome:
    if isinstance(outcome, Unknown) and outcome.provisional is not None:
        return Known(outcome.provisional)
    return outcome


def changed(base: Outcome, active: Active) -> Outcome:
    """Apply one rule that changes a value; a gap or a conflict holds nothing to change."""
    if isinstance(base, Gap | Conflict):
        return base
    if active.value is None:
        return with_reserve(base, _reserve([(active.rule, active.truth, active.truth)]))
    if not isinstance(active.truth, Known):
        return Unknown(as_needs(active.truth) | as_needs(base), standing(base))
    made = active.value.outcome
    if isinstance(base, Unknown):
        stands = None if standing(base) is None else standing(made)
        return Unknown(as_needs(base) | as_needs(made), stands)
    return with_reserve(made, active.truth.reserve | base.reserve)


def bounded(outcome: Outcome, held: Outcome, otherwise: Gap) -> Outcome:
    """A value within its bounds; `held` says whether it is, `otherwise` is what is left."""
    if not isinstance(outcome, Known):
        return outcome
    if not isinstance(held, Known):
        return Unknown(as_needs(held), outcome.value)
    return with_reserve(outcome if held.value else otherwise, outcome.reserve | held.reserve)


def asleep(own: Unknown, waiting: frozenset[Leaf], cause: Outcome) -> Outcome:
    """The truth of a rule that waits for these judgements, given its computable cause."""
    if not waiting or not isinstance(cause, Known) or cause.value:
        return own
    norms = waiting | {need for need in own.needs if need.kind == "oordeel"}
    reserve = frozenset(Leaf("norm", norm.name, norm.inst) for norm in norms)
    return Known(value=False, reserve=cause.reserve | reserve)


def standing(outcome: Outcome) -> Value | Absent | None:
    """The value that stands for the time being: the known or the provisional one."""
    if isinstance(outcome, Known):
        return outcome.value
    return outcome.provisional if isinstance(outcome, Unknown) else None


def without_presumptions(truth: Outcome) -> Outcome:
    """For a punitive rule: what rests on a presumption, or stands for now, is not proved."""
    if isinstance(truth, Unknown):
        return Unknown(truth.needs)
    if truth == TRUE or not isinstance(truth, Known) or not truth.value:
        return truth
    presumed = frozenset(leaf for leaf in truth.reserve if leaf.kind in ("aanname", "beleid"))
    if not presumed:
        return truth
    kinds = {"aanname": "feit", "beleid": "oordeel"}
    return Unknown(frozenset(type(p)(kinds[p.kind], p.name, p.inst) for p in presumed))
