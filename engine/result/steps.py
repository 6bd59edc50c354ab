"""The graph of an evaluation as data: what each rule and concept came to, and why."""

from dataclasses import dataclass, field

from engine.ir.case import Inst
from engine.result.outcomes import NOTHING, Leaf, Outcome, Term
from engine.result.settle import Active
from engine.values import Value


@dataclass(frozen=True, slots=True)
class RuleStep:
    """A rule for an instance.

    Attributes:
        truth: whether the rule is active, defeaters included.
        own: whether its own condition holds (sleep and sanction applied).
        term: the evaluated condition; None above the rung asked for.
        defeaters: per defeater its number, instance and truth.
    """

    truth: Outcome
    own: Outcome
    term: Term | None
    defeaters: tuple[tuple[int, Inst, Outcome], ...]


@dataclass(frozen=True, slots=True)
class BegripStep:
    """A concept for an instance: its outcome, its candidates, and the rules that changed it."""

    outcome: Outcome
    candidates: tuple[Active, ...]
    changes: tuple[Active, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """A concept for an instance in short: its outcome, and the rules that speak on it by number.

    Attributes:
        gives: those that are active and give or change the value.
        aside: those whose own condition holds and that another rule sets aside.
    """

    outcome: Outcome
    gives: tuple[int, ...] = ()
    aside: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """A component of persons, named by its smallest member.

    Attributes:
        needs: what decides who belongs to it, when that is open.
        reserve: what its membership rests on for now.
    """

    name: str
    members: tuple[str, ...]
    needs: frozenset[Leaf]
    reserve: frozenset[Leaf] = NOTHING


@dataclass(frozen=True, slots=True)
class Blocker:
    """A rule that stands in the way of a ground, and of what kind it is.

    Attributes:
        rule: its id.
        fails: names of what fails in it; empty when the rule itself refuses.
        under: rules that alone would have given something of that, and what fails in them.
        touches: what it costs (an amount), if it lowers one.
        via: the ground that it blocks.
        counted: where nothing is left: what was counted, as name, value and unit.
    """

    rule: str
    regulation: str
    rank: str
    character: str
    fails: tuple[str, ...] = ()
    touches: Value | None = None
    unit: str = ""
    via: str = ""
    counted: tuple[tuple[str, Value, str], ...] = ()
    under: tuple[tuple[str, tuple[str, ...]], ...] = field(default=(), compare=False)
