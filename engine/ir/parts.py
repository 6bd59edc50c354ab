"""Parts of a program besides its rules: terms, duties, referrals, and what regulations are."""

from dataclasses import dataclass, field
from datetime import date

from engine.ir.declarations import Source, Window
from engine.ir.nodes import Expr
from engine.origin import NOWHERE, Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral:
    """A pointer to an act that is not encoded."""

    id: str
    to: str
    body: str
    kinds: tuple[str, ...]
    condition: Expr | None
    certainty: str
    text: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TermDecl:
    """A term, as declared; `decide` computes its days.

    Attributes:
        number: how many of the unit of `length`, where a rule says so and `length` does not.
    """

    id: str
    entity: str
    what: str
    start: Expr
    length: str
    first_day: str
    number: Expr | None
    paused: Expr | None
    done: Expr | None
    condition: Expr | None
    terms_act: bool
    effect: str
    window: Window
    certainty: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """An obligation of a person, present when its yes/no concept is ja."""

    begrip: str
    kind: str
    hours: Expr | None
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Collision:
    """Two kinds of obligation that collide, and what tunes them."""

    between: tuple[str, ...]
    tuning: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegulationInfo:
    """What is shown of a regulation; `compared` is the day it was read beside its source."""

    id: str
    name: str
    kind: str
    bwb: str = ""
    competent: str = ""
    purpose: str = ""
    municipality: str = ""
    never_ground: tuple[str, ...] = ()
    uses: tuple[str, ...] = ()
    paragraphs: tuple[tuple[str, tuple[str, ...]], ...] = ()
    approved: str = ""
    compared: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Axiom:
    """Something that holds in every case that can occur; only analyses read it."""

    name: str
    regulation: str
    entity: str
    condition: Expr
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Along which worked case a course is drawn, and from where to where."""

    case: str
    low: Expr | None
    high: Expr | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """How an outcome should move with a fact: up or down, and at most so far per smallest step.

    Attributes:
        begrip: the concept that moves; empty when a rule is meant.
        rule: the rule that stays (or stays away) when the fact is higher; empty for a concept.
        only: where it is said to move so; None for everywhere.
    """

    name: str
    regulation: str
    fact: str
    begrip: str
    rule: str
    rising: bool
    only: Expr | None
    step: Expr | None
    chart: Chart | None
    text: str
    sources: tuple[Source, ...]
    origin: Origin = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A filling of an open term that was refused, and why."""

    rule: str
    term: str
    reason: str
