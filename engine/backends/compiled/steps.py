"""Steps from answers: the same graph as the reference makes, with terms made when asked for."""

from dataclasses import fields
from typing import Any

from engine.backends.compiled import questions, settling
from engine.backends.compiled.places import OUTCOMES, Place, lift
from engine.backends.compiled.plans import Option, Plan
from engine.ir.nodes import Expr, Lit
from engine.result.outcomes import FALSE, TRUE, Known, Outcome, Term, Unknown
from engine.result.settle import Active
from engine.result.steps import BegripStep, RuleStep, Standing

INACTIVE = RuleStep(FALSE, FALSE, None, ())
_set = object.__setattr__
PARTS = tuple(f.name for f in fields(Term))


class LazyTerm(Term):
    """A term whose parts are computed when one of them is asked for."""

    __slots__ = ("_ask",)

    def __init__(self, outcome: Outcome | None, *ask: Any) -> None:  # noqa: ANN401 a method and what it takes
        """Remember how to make it: a method and its arguments; the outcome may be known."""
        _set(self, "_ask", ask)
        if outcome is not None:
            _set(self, "outcome", outcome)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 any part of a term
        if name not in PARTS:
            raise AttributeError(name)
        made = self._ask[0](*self._ask[1:])
        for part in PARTS:
            _set(self, part, getattr(made, part))
        return getattr(made, name)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Term):
            return NotImplemented
        return all(getattr(self, part) == getattr(other, part) for part in PARTS)

    def __hash__(self) -> int:
        return hash(tuple(getattr(self, part) for part in PARTS))


def rule_step(place: Place, number: int) -> RuleStep:
    """The step of a rule, read up to the rung of its place."""
    run = place.run
    rule = run.program.rules[number]
    if rule.rung > place.rung:
        return INACTIVE
    if place.doubt:
        unknown = Unknown(place.doubt)
        return RuleStep(unknown, unknown, None, ())
    truth = place[questions.rule(number)]
    own = place.get(questions.own(number), truth)
    term = LazyTerm(None, run.condition, rule, place.inst, place.rung)
    if not rule.defeaters:
        return RuleStep(lift(truth), lift(own), term, ())
    inst, defeaters = place.inst, []
    for edge in rule.defeaters:
        target = run.follow(place, edge.steps)
        found = FALSE if target is None else lift(run.rule_truth(target, edge.rule))
        defeaters.append((edge.rule, inst if target is None else target.inst, found))
    return RuleStep(lift(truth), lift(own), term, tuple(defeaters))


class LazyStep(BegripStep):
    """A step of a concept whose candidates and changes are computed when one is asked for."""

    __slots__ = ("_place", "_plan")

    def __init__(self, outcome: Outcome, place: Place, plan: Plan) -> None:
        """Remember where the outcome was found."""
        _set(self, "outcome", outcome)
        _set(self, "_place", place)
        _set(self, "_plan", plan)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 a tuple
        if name not in ("candidates", "changes"):
            raise AttributeError(name)
        place, plan = self._place, self._plan
        if plan.simple and place[plan.begrip.name].__class__ not in OUTCOMES:
            candidates = [_sure(place, option, self.outcome) for option in plan.options]
        else:
            candidates = [_active(place, option) for option in plan.options]
        _set(self, "candidates", tuple(candidates))
        _set(self, "changes", _changes(place, plan) if plan.changes else ())
        return getattr(self, name)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, BegripStep):
            return NotImplemented
        return _parts(self) == _parts(other)

    def __hash__(self) -> int:
        return hash(_parts(self))


def _parts(step: BegripStep) -> tuple[object, ...]:
    return step.outcome, step.candidates, step.changes


def begrip_step(place: Place, plan: Plan) -> BegripStep:
    """The step of a concept, read up to the rung of its place."""
    outcome = lift(place[plan.begrip.name])
    if place.doubt:
        return BegripStep(outcome, (), ())
    return LazyStep(outcome, place, plan)


def standing(place: Place, plan: Plan) -> Standing:
    """The outcome of a concept and the rules that speak on it, without making their steps."""
    outcome = lift(place[plan.begrip.name])
    if place.doubt:
        return Standing(outcome)
    gives, aside = [], []
    for option in plan.spoken:
        at = place if place.rung <= option.top else place.run.place(place.inst, option.top)
        truth = at[option.truth]
        if truth is True or (truth.__class__ is Known and truth.value):
            gives.append(option.candidate.rule)
        elif option.may_lose and truth.__class__ is not Unknown:
            own = at.stored(option.own, truth)
            if own is True or (own.__class__ is Known and own.value):
                aside.append(option.candidate.rule)
    return Standing(outcome, tuple(gives), tuple(aside))


def _sure(place: Place, option: Option, outcome: Outcome) -> Active:
    """The candidate of a plain outcome: what is active gives that outcome."""
    truth = place[option.truth] if place.rung <= option.top else place.run.truth(place, option)
    if truth is False:
        return option.inactive
    if truth is not True:
        return _active(place, option)
    if option.certain is not None:
        return option.certain
    expr, scopes = option.candidate.value, (place.inst,)
    term = LazyTerm(outcome, place.run.evaluate, expr, scopes, place.rung)
    return Active(option.candidate.rule, TRUE, term)


def _active(place: Place, option: Option) -> Active:
    truth = place.run.truth(place, option)
    if truth is False:
        return option.inactive
    if truth is True and option.certain is not None:
        return option.certain
    number = option.candidate.rule
    if truth.__class__ is Known and not truth.value:
        return Active(number, truth, None)
    value = lift(place[option.value])
    return Active(number, lift(truth), _term(place, option.candidate.value, value))


def _term(place: Place, expr: Expr, outcome: Outcome, current: Outcome | None = None) -> Term:
    if isinstance(expr, Lit):
        return Term("vast", outcome)
    return LazyTerm(outcome, place.run.evaluate, expr, (place.inst,), place.rung, current)


def _changes(place: Place, plan: Plan) -> tuple[Active, ...]:
    """The rules that change the value, each on what the one before made of it."""
    run, done = place.run, []
    value = settling.settled(place, plan)
    for option in plan.changes:
        number, truth = option.candidate.rule, run.truth(place, option)
        if truth is False or (truth.__class__ is Known and not truth.value):
            done.append(Active(number, lift(truth), None))
        else:
            made = lift(run.change(place, option, value))
            term = _term(place, option.candidate.value, made, lift(value))
            done.append(Active(number, lift(truth), term))
        value = settling.changed(place, option, plan.begrip, value)
    return tuple(done)
