"""What the long way and the steps need to know of a rule or concept, worked out once."""

from dataclasses import dataclass

from engine.backends.compiled import questions
from engine.backends.compiled.tops import Tops
from engine.ir import nodes
from engine.ir.fold import children, norms_in
from engine.ir.nodes import Expr
from engine.ir.program import Begrip, Candidate, Rule, Rung
from engine.result.outcomes import FALSE, TRUE, Known, Term
from engine.result.settle import Active


@dataclass(frozen=True, eq=False, slots=True)
class Option:
    """A candidate of a concept.

    Attributes:
        truth: the question whether its rule is active, asked at `top` at most.
        own: where its own condition is kept once `truth` was asked, if that is something else.
        value: the question for its value.
        may_lose: whether another rule can set it aside.
        inactive: its step when the rule is plainly not active.
        certain: its step when the rule is plainly active and the value a constant.
    """

    candidate: Candidate
    truth: str
    own: str
    top: Rung
    value: str
    may_lose: bool
    inactive: Active
    certain: Active | None


@dataclass(frozen=True, eq=False, slots=True)
class Plan:
    """A concept with its options.

    Attributes:
        spoken: its options and its changes.
        simple: whether a plain outcome is the value of every active candidate.
    """

    begrip: Begrip
    options: tuple[Option, ...]
    changes: tuple[Option, ...]
    spoken: tuple[Option, ...]
    simple: bool


@dataclass(frozen=True, eq=False, slots=True)
class RulePlan:
    """A rule, and what it waits for when it may sleep.

    Attributes:
        waits: the open norms that it names; None when only its terms can tell which those are.
        named: whether its condition names any.
    """

    rule: Rule
    waits: tuple[nodes.NormRef, ...] | None
    named: bool


def plan_of(begrip: Begrip, tops: Tops) -> Plan:
    """The plan of a concept."""
    options = tuple(_option(c, begrip, tops, may_lose=True) for c in begrip.candidates)
    changes = tuple(_option(c, begrip, tops, may_lose=False) for c in begrip.changes)
    simple = not changes and begrip.rounding is None
    return Plan(begrip, options, changes, (*options, *changes), simple)


def _option(candidate: Candidate, target: Begrip, tops: Tops, *, may_lose: bool) -> Option:
    """The plan of one candidate."""
    number, value = candidate.rule, candidate.value
    certain = None
    if isinstance(value, nodes.Lit):
        certain = Active(number, TRUE, Term("vast", Known(value.value)))
    return Option(
        candidate=candidate,
        truth=questions.rule(number),
        own=questions.own(number),
        top=tops.rule(number),
        value=questions.value(number, target.name),
        may_lose=may_lose and bool(tops.program.rules[number].defeaters),
        inactive=Active(number, FALSE, None),
        certain=certain,
    )


def rule_plan(rule: Rule) -> RulePlan:
    """The plan of a rule."""
    norms: list[nodes.NormRef] = []
    parts = [part for part in (rule.moment, rule.condition) if part is not None]
    plain = all(_gather(part, norms, inside=False) for part in parts)
    return RulePlan(rule, tuple(norms) if plain else None, bool(norms_in(rule.condition)))


def _gather(expr: Expr, norms: list[nodes.NormRef], *, inside: bool) -> bool:
    """Collect norms; False when one may stand in a quantifier or a table."""
    if isinstance(expr, nodes.TableCall):
        return False
    if isinstance(expr, nodes.NormRef):
        norms.append(expr)
        return not inside
    within = inside or isinstance(expr, nodes.Fold)
    return all(_gather(part, norms, inside=within) for part in children(expr))
