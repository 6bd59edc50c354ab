"""What an analysis comes up with, before anybody has looked at it again."""

from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction

from engine.backends.z3_analysis.skeletons import COVERED, COVERING
from engine.ir.case import Case, Inst
from engine.ir.month_ends import bounds_that_round, otherwise, values_that_round
from engine.ir.nodes import Expr
from engine.ir.parts import Course
from engine.ir.program import LAST_BEFORE_CLAUSES, Rung
from engine.result.evaluated import Evaluated
from engine.result.outcomes import Conflict, Gap, Known, Outcome
from engine.result.steps import RuleStep
from engine.values import Number


class Kind(Enum):
    """What may be wrong."""

    DEAD = "dood"
    SHADOWED = "overschaduwd"
    CONFLICT = "botsing"
    GAP = "gat"
    POWERLESS = "machteloos"
    REDUNDANT = "overbodig"
    PRIORITY = "voorrang"
    INFLUENCE = "onderscheid"
    IDLE = "ongevoelig"
    COURSE = "verloop"
    LOST = "kwijt"
    STEP = "sprong"
    ROUNDING = "afronding"
    UNDECIDED = "onbeslist"


@dataclass(frozen=True, kw_only=True)
class Suspicion:
    """Something that may be wrong with the rules.

    Attributes:
        over: the rule, concept, fact or course that it is about.
        rules: the rules concerned, by number.
        inst: the instance in the case.
        about: the concept (or the defeating rule) whose outcome shows it.
        case: a case in which it shows; None when it is that there is no such case.
        twin: the same case but for one fact.
        remarks: what was said only roughly.
        limit: of a step, how far the outcome may change at most.
    """

    kind: Kind
    over: str
    regulation: str
    rules: tuple[int, ...] = ()
    inst: Inst = ("", "")
    about: str = ""
    case: Case | None = None
    twin: Case | None = None
    remarks: tuple[str, ...] = ()
    limit: Number = 0


def shows(suspicion: Suspicion, run: Evaluated, twin: Evaluated | None = None) -> bool:
    """Whether an evaluation sees the same in the case (and its twin)."""
    if suspicion.inst == COVERED:  # it was asked of either sort of covering
        places = [
            place
            for place in (COVERED, COVERING)
            if place[1] in run.case.members.get(COVERED[0], ())
        ]
        return any(_shows(replace(suspicion, inst=place), run, twin) for place in places)
    return _shows(suspicion, run, twin)


def _shows(suspicion: Suspicion, run: Evaluated, twin: Evaluated | None) -> bool:
    inst = suspicion.inst
    match suspicion.kind:
        case Kind.SHADOWED:
            step = _step(suspicion.rules[0], inst, run)
            return _is(step.own, value=True) and _is(step.truth, value=False)
        case Kind.PRIORITY:
            first, second = suspicion.rules
            return _is(_step(first, inst, run).own, value=True) and _is(
                _step(second, inst, run).truth, value=True
            )
        case Kind.CONFLICT:
            outcome = run.begrip(suspicion.about, inst).outcome
            values = outcome.values if isinstance(outcome, Conflict) else ()
            ids = {run.program.rules[number].id for number in suspicion.rules}
            return sum(bool(ids & set(rules)) for _, rules in values) > 1
        case Kind.GAP:
            found = run.begrip(suspicion.about, inst)
            nothing = all(c.value is None for c in found.candidates)
            return isinstance(found.outcome, Gap) and nothing
        case Kind.ROUNDING:
            return _rounds(suspicion, run)
        case Kind.LOST:
            return twin is not None and _lost(suspicion, run, twin)
    return twin is not None and _differs(suspicion, run, twin)


def _differs(suspicion: Suspicion, run: Evaluated, twin: Evaluated) -> bool:
    """Whether two outcomes differ in the way that is suspected."""
    first, second = (r.begrip(suspicion.about, suspicion.inst).outcome for r in (run, twin))
    if not isinstance(first, Known) or not isinstance(second, Known):
        return False
    if suspicion.kind is Kind.INFLUENCE:
        return first.value != second.value
    change = _number(second.value) - _number(first.value)
    if suspicion.kind is Kind.COURSE:
        return change < 0 if _course(suspicion, run).rising else change > 0
    return abs(change) > suspicion.limit


def _rounds(suspicion: Suspicion, run: Evaluated) -> bool:
    """Whether a formula comes out otherwise with a day that a month lacks rounded otherwise."""
    program, inst = run.program, suspicion.inst
    if not suspicion.rules:
        bounds = bounds_that_round(program.norms[suspicion.about])
        return any(_rounded_otherwise(bound, inst, Rung.D, run) for bound in bounds)
    rule = program.rules[suspicion.rules[0]]
    rung = max(rule.rung, LAST_BEFORE_CLAUSES)
    if rule.condition is not None and _rounded_otherwise(rule.condition, inst, rung, run):
        return True
    active = _is(_step(rule.number, inst, run).truth, value=True)
    given = (_rounded_otherwise(value, inst, rung, run) for value in values_that_round(rule))
    return active and any(given)


def _rounded_otherwise(expr: Expr, inst: Inst, rung: Rung, run: Evaluated) -> bool:
    found = [run.evaluate(e, (inst,), rung).outcome for e in (expr, otherwise(expr))]
    values = [outcome.value for outcome in found if isinstance(outcome, Known)]
    return len(set(values)) > 1


def _lost(suspicion: Suspicion, run: Evaluated, twin: Evaluated) -> bool:
    """Whether a rule holds for one only, the one for whom it should not."""
    rising = _course(suspicion, run).rising
    truths = [_step(suspicion.rules[0], suspicion.inst, r).truth for r in (run, twin)]
    return _is(truths[0], value=rising) and _is(truths[1], value=not rising)


def _course(suspicion: Suspicion, run: Evaluated) -> Course:
    return next(c for c in run.program.courses if c.name == suspicion.over)


def _number(value: object) -> Fraction:
    return Fraction(value) if isinstance(value, int | Fraction) else Fraction(0)


def _step(number: int, inst: Inst, run: Evaluated) -> RuleStep:
    rung = max(run.program.rules[number].rung, LAST_BEFORE_CLAUSES)
    return run.rule(number, inst, rung)


def _is(outcome: Outcome, *, value: bool) -> bool:
    return isinstance(outcome, Known) and outcome.value is value
