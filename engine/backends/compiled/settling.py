"""The long way for concepts and norms, step by step as in the reference evaluator."""

from collections.abc import Iterator, Sequence
from typing import Any

from engine.backends.compiled import questions
from engine.backends.compiled.logic import disj, reserved
from engine.backends.compiled.places import OUTCOMES, Place, lift, lower
from engine.backends.compiled.plans import Option, Plan, RulePlan
from engine.ir.case import ABSENT
from engine.ir.nodes import NormRef
from engine.ir.program import Begrip, Edge, Norm, Reach
from engine.result import settle
from engine.result.algebra import as_needs, as_truth, named, with_reserve
from engine.result.outcomes import (
    FALSE,
    NOTHING,
    Conflict,
    Gap,
    Known,
    Leaf,
    Outcome,
    Term,
    Unknown,
)

OPEN = OUTCOMES - {Known, Unknown}


def only(*truths: Any) -> int:  # noqa: ANN401 answers
    """Which single rule is active when all others are not; -1 for none; -2 for anything else."""
    found = -1
    for number, truth in enumerate(truths):
        if truth is False:
            continue
        if truth is not True or found >= 0:
            return -2
        found = number
    return found


def settled(place: Place, plan: Plan) -> Any:  # noqa: ANN401 an Answer
    """The outcome of the candidates, whatever they are."""
    away, pairs = NOTHING, []
    for option in plan.options:
        at = place if place.rung <= option.top else place.run.place(place.inst, option.top)
        truth = at[option.truth]
        if truth is False:
            continue
        if truth.__class__ is Known and not truth.value:
            away |= truth.reserve
            continue
        pairs.append((option.candidate.rule, truth, place[option.value]))
    if not pairs:
        answer = remainder(place, plan.begrip)
        return reserved(answer, away) if away else answer
    answer = _agreed(pairs)
    if answer is None:
        lifted = [(number, lift(truth), lift(value)) for number, truth, value in pairs]
        answer = settle.settle(lifted, place.run.program.rules)
    return lower(with_reserve(lift(answer), away)) if away or answer.__class__ is Known else answer


def _agreed(pairs: Sequence[tuple[int, Any, Any]]) -> Any:  # noqa: ANN401 an Answer
    """Settle plain values of which at most one is active; None for anything else."""
    active: Any = None
    reserve = NOTHING
    for _, truth, value in pairs:
        if value.__class__ in OUTCOMES:
            return None
        if truth.__class__ is Unknown:
            continue
        if active is not None and value != active:
            return None
        active = value
        if truth is not True:
            reserve |= truth.reserve
    waiting = [t for _, t, v in pairs if t.__class__ is Unknown and v != active]
    if not waiting:
        return Known(active, reserve)
    needs = waiting[0].needs.union(*(t.needs for t in waiting[1:]))
    return Unknown(needs, active)


def remainder(place: Place, begrip: Begrip) -> Any:  # noqa: ANN401 an Answer
    """The closed world of a concept, or the kind of its gap."""
    if begrip.rest is not None:
        return place[questions.rest(begrip.name)]
    return nothing(place, begrip)


def nothing(place: Place, begrip: Begrip) -> Outcome:
    """Without a closed world: a gap, and whether that is because a rule was taken away."""
    away = lift(excluded(place, begrip.excluders)) if begrip.excluders else FALSE
    if not isinstance(away, Known):
        return Unknown(as_needs(away))
    kind = "uitgesloten" if away.value else begrip.missing
    return Gap(kind, begrip.name, place.inst, away.reserve)


def excluded(place: Place, edges: Sequence[Edge]) -> Any:  # noqa: ANN401 an Answer
    """Whether an active rule took rules of a concept away."""
    truths = []
    for edge in edges:
        target = place.run.follow(place, edge.steps)
        if target is not None:
            truths.append(target.run.rule_truth(target, edge.rule))
    return disj(*truths)


def changed(place: Place, option: Option, begrip: Begrip, value: Any) -> Any:  # noqa: ANN401
    """The value after a rule that may change it, whatever that rule came to."""
    truth = lift(place.run.truth(place, option))
    made = None
    if not isinstance(truth, Known) or truth.value:
        made = Term("waarde", lift(place.run.change(place, option, value)))
    active = settle.Active(option.candidate.rule, truth, made)
    return lower(settle.changed(lift(value), active))


def finished(place: Place, begrip: Begrip, answer: Any) -> Any:  # noqa: ANN401 an Answer
    """Round, keep within bounds, and say of which concept a gap is."""
    kind = answer.__class__
    if kind is Unknown and answer.provisional is None:
        return answer
    if kind is Known and answer.value.__class__ is int and _fits(place, begrip, answer.value):
        return reserved(answer, place.keeps) if place.keeps else answer
    outcome = place.run.finish(begrip, lift(answer), place.inst, place.rung)
    return lower(named(with_reserve(outcome, place.keeps), begrip.name, place.inst))


def _fits(place: Place, begrip: Begrip, value: int) -> bool:
    """Whether a value plainly needs no rounding and lies within bounds."""
    if begrip.demand is not None or (begrip.rounding and begrip.rounding.step != 1):
        return False
    if begrip.low is not None:
        low = place[questions.bound("laag", begrip.name)]
        if low.__class__ is not int or value < low:
            return False
    if begrip.high is not None:
        high = place[questions.bound("hoog", begrip.name)]
        return high.__class__ is int and value <= high
    return True


def called(place: Place, begrip: Begrip, answer: Any) -> Any:  # noqa: ANN401 an Answer
    """For a concept without rounding or bounds: what it rests on, and whose gap it is."""
    if place.keeps:
        answer = reserved(answer, place.keeps)
    if isinstance(answer, Gap | Conflict):
        return named(answer, begrip.name, place.inst)
    return answer


def conditioned(place: Place, plan: RulePlan, own: Any) -> Any:  # noqa: ANN401 an Answer
    """The own condition of a rule: read as a condition, asleep or not, with what it rests on."""
    if own is not True and own is not False:
        if own.__class__ is not Unknown:
            own = lower(as_truth(lift(own)))
        if own.__class__ is Unknown and plan.rule.cause is not None:
            own = _slept(place, plan, own)
    if place.keeps:
        own = reserved(own, place.keeps)
    if plan.rule.sanction:
        return lower(settle.without_presumptions(lift(own)))
    return own


def _slept(place: Place, plan: RulePlan, own: Unknown) -> Outcome:
    """Asleep when the cause is known to be absent; otherwise what it was."""
    cause = as_truth(lift(place[questions.cause(plan.rule.number)]))
    if not isinstance(cause, Known) or cause.value:
        return own
    run = place.run
    if plan.waits is None:
        term = run.condition(plan.rule, place.inst, place.rung)
        return run.sleep(plan.rule, term, place.inst, place.rung)
    waiting = frozenset(_unjudged(place, plan.waits))
    if not plan.named:
        waiting = frozenset(need for need in own.needs if need.kind == "oordeel")
    return settle.asleep(own, waiting, cause)


def _unjudged(place: Place, norms: Sequence[NormRef]) -> Iterator[Leaf]:
    run = place.run
    for norm in norms:
        target = run.follow(place, norm.nav.steps)
        if target is None:
            continue
        key = (norm.name, target.inst)
        if norm.name not in run.judged or key in run.refused or run.judgement(*key) is None:
            yield Leaf("oordeel", *key)


def expired(place: Place, norm: Norm) -> Gap:
    """A norm that does not hold on the peildatum."""
    return Gap("niet_aan_de_orde", norm.name, place.inst)


def judged(place: Place, norm: Norm, part: str) -> Any:  # noqa: ANN401 an Answer
    """What a human judged; nothing else answers an open norm."""
    run = place.run
    judgement = run.judgement(norm.name, place.inst) if norm.name in run.judged else None
    if judgement is not None:
        held = run.held(norm, judgement, place.inst, place.rung)
        if not isinstance(held, Known) or held.value:
            given = Known(judgement.outcome.get(part, ABSENT), place.keeps)
            return lower(settle.bounded(given, held, Gap("")))
        run.refused.add((norm.name, place.inst))
    if norm.only_if is not None:
        asked = as_truth(lift(place[questions.only_if(norm.name)]))
        if not isinstance(asked, Known):
            return asked
        if not asked.value:
            waiting = frozenset({Leaf("norm", norm.name, place.inst)})
            return Gap("niet_aan_de_orde", norm.name, place.inst, asked.reserve | waiting)
    return _presumed(place, norm, part)


def _presumed(place: Place, norm: Norm, part: str) -> Any:  # noqa: ANN401 an Answer
    """What policy presumes until somebody judges; only what surely applies counts."""
    sure = []
    for candidate in norm.presumptions:
        truth = lift(place.run.rule_truth(place, candidate.rule))
        if isinstance(truth, Known) and truth.value:
            value = lift(place[questions.value(candidate.rule, norm.name)])
            sure.append((candidate.rule, truth, value))
    if sure and part == norm.fields[0].name:
        outcome = named(settle.settle(sure, place.run.program.rules), norm.name, place.inst)
        if isinstance(outcome, Known | Conflict):
            return with_reserve(outcome, frozenset({Leaf("beleid", norm.name, place.inst)}))
    return Unknown(frozenset({Leaf("oordeel", norm.name, place.inst)}))


def blocked_by(place: Place | None, regulation: str) -> bool:
    """Whether a rule of this regulation blocks the solution."""
    if place is None:
        return False
    return any(b.regulation == regulation for b in place.run.blocking(place.inst))


def answers_blocker(place: Place, reach: Reach) -> Any:  # noqa: ANN401 an Answer
    """Whether something blocks of the kind that a reach is about."""
    return lower(place.run.answers_blocker(reach, place.inst))
