"""The compiled Program: declarations, rules with their defeaters, concepts in order.

Immutable and complete for one peildatum and one municipality. Every backend reads only this.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum
from functools import cached_property

from engine.errors import Diagnostic
from engine.ir import nodes
from engine.ir.declarations import (
    Amount,
    FactDecl,
    Factor,
    GroupDecl,
    ListDecl,
    NormField,
    Reading,
    Source,
    Table,
    Window,
)
from engine.ir.fold import children, walk
from engine.ir.nodes import Expr
from engine.ir.parts import (
    Axiom,
    Collision,
    Course,
    Duty,
    Referral,
    Refusal,
    RegulationInfo,
    TermDecl,
)
from engine.ir.types import EURO, Type
from engine.origin import NOWHERE, Origin
from engine.values import Number, Value


class Rung(IntEnum):
    """The rungs of the ladder; a program read up to a rung has only the rules up to it.

    CLAUSE is rung d too: an ordinance's own hardship clause, which reads what blocks and
    therefore comes after all other rules of rung d.
    """

    A = 0
    B = 1
    C = 2
    D = 3
    CLAUSE = 4
    E = 5

    @property
    def letter(self) -> str:
        """The letter of design: a b c d e."""
        return "abcdde"[self]


LAST_BEFORE_CLAUSES = Rung.D
TOP = Rung.E


@dataclass(frozen=True, slots=True, kw_only=True)
class Norm:
    """An open norm. `fields` has one nameless field for a plain outcome."""

    name: str
    regulation: str
    entity: str
    nature: str
    question: str
    fields: tuple[NormField, ...]
    roles: tuple[str, ...]
    none_value: Value | None = None
    only_if: Expr | None = None
    advice: tuple[str, ...] = ()
    factors: tuple[Factor, ...] = ()
    rulings: tuple[str, ...] = ()
    motivate: tuple[str, ...] = ()
    direction: str = ""
    window: Window = field(default_factory=Window)
    certainty: str = "high"
    sources: tuple[Source, ...] = ()
    presumptions: tuple["Candidate", ...] = ()
    origin: Origin = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A defeater: this rule, found by these steps from the defeated rule's instance.

    `why` is expliciet, hoger, bijzonder or later; `gives` is False for sluit_uit and beperkt.
    """

    rule: int
    steps: tuple[str, ...] = ()
    why: str = "expliciet"
    relation: str = "sluit_uit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """What a ground carries. `kinds` is None for `alle_van_blokkade`.

    Attributes:
        upto: how much it carries at most, of the type `type`; None when it is not limited.
        asked: how much is asked, of the same type; None stands for the cost of the solution.
    """

    kinds: tuple[str, ...] | None
    forms: tuple[str, ...] = ()
    covers: Expr | None = None
    upto: Expr | None = None
    asked: Expr | None = None
    type: Type = EURO
    temporary: str = ""
    conditions: tuple[str, ...] = ()
    without_decision: bool = False

    @property
    def formulas(self) -> tuple[Expr, ...]:
        """Everything it says with a formula."""
        return tuple(f for f in (self.covers, self.upto, self.asked) if f is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How far an exception reaches, as written and resolved."""

    articles: tuple[str, ...] = ()
    paragraphs: tuple[str, ...] = ()
    regulations: tuple[str, ...] = ()
    begrippen: tuple[str, ...] = ()
    blocker_ranks: tuple[str, ...] = ()
    blocker_characters: tuple[str, ...] = ()
    on_blockers: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One version of a rule. `number` is its place in `Program.rules`.

    `compared` is the day on which it was read beside its source, if another than its regulation;
    `purpose` what it is for, if it says so itself.
    """

    number: int
    id: str
    regulation: str
    rank: str
    entity: str
    rung: Rung
    character: str
    condition: Expr | None
    cause: Expr | None = None
    choice: str | None = None
    bound: bool = False
    window: Window = field(default_factory=Window)
    moment: Expr | None = None
    defeaters: tuple[Edge, ...] = ()
    excludes: bool = False
    effects: tuple[tuple[str, Expr], ...] = ()
    changes: tuple[str, ...] = ()
    grant: Grant | None = None
    reach: Reach | None = None
    helper: bool = False
    sanction: bool = False
    direction: str = ""
    certainty: str = "high"
    procedure: tuple[str, ...] = ()
    justification: tuple[tuple[str, str], ...] = ()
    lesson: str = ""
    compared: date | None = None
    purpose: str = ""
    text: str = ""
    sources: tuple[Source, ...] = ()
    origin: Origin = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A rule that may give (or change) the value of a concept, and that value."""

    rule: int
    value: Expr


@dataclass(frozen=True, slots=True, kw_only=True)
class Rounding:
    """Rounding declared on a concept."""

    step: Number
    mode: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Begrip:
    """A concept: its type, its candidates, its changes in order, and its closed world.

    `term` is True for an open term filled by delegation; `missing` is the kind of gap when no
    candidate exists at all.
    """

    name: str
    regulation: str
    entity: str
    type: Type
    candidates: tuple[Candidate, ...] = ()
    changes: tuple[Candidate, ...] = ()
    excluders: tuple[Edge, ...] = ()
    rest: Expr | None = None
    rest_sources: tuple[Source, ...] = ()
    rounding: Rounding | None = None
    exact: bool = False
    low: Expr | None = None
    high: Expr | None = None
    demand: Expr | None = None
    symmetric: bool = False
    direction: str = ""
    entitlement: bool = False
    term: bool = False
    missing: str = "geen_regel"
    top: Rung = Rung.B
    sources: tuple[Source, ...] = ()
    text: str = ""
    origin: Origin = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, eq=False, kw_only=True)
class Program:
    """Everything, for one peildatum and municipality. `order` lists concepts bottom up.

    Only itself is equal to it, so that what follows from a program can be kept with it.
    """

    day: date
    municipality: str
    facts: Mapping[str, FactDecl]
    lists: Mapping[str, ListDecl]
    groups: Mapping[str, GroupDecl]
    amounts: Mapping[str, Amount]
    tables: Mapping[str, Table]
    readings: Mapping[str, Reading]
    norms: Mapping[str, Norm]
    begrippen: Mapping[str, Begrip]
    rules: tuple[Rule, ...]
    order: tuple[str, ...] = ()
    referrals: tuple[Referral, ...] = ()
    terms: tuple[TermDecl, ...] = ()
    duties: tuple[Duty, ...] = ()
    collisions: tuple[Collision, ...] = ()
    holidays: tuple[date, ...] = ()
    regulations: tuple[RegulationInfo, ...] = ()
    domain: tuple[Axiom, ...] = ()
    courses: tuple[Course, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    notices: tuple[Diagnostic, ...] = ()

    def rule_named(self, rule_id: str) -> Rule | None:
        """The rule with this id in force (or with a moment of its own), or None."""
        return self._by_id.get(rule_id)

    def purpose_of(self, rule: Rule | None, regulation: str = "") -> str:
        """What a rule is for: its own purpose, else that of its regulation."""
        if rule is None:
            return self._purposes.get(regulation, "")
        return rule.purpose or self._purposes.get(rule.regulation, "")

    @cached_property
    def _purposes(self) -> dict[str, str]:
        return {info.id: info.purpose for info in self.regulations}

    @cached_property
    def _by_id(self) -> dict[str, Rule]:
        """The first rule of each id."""
        return {rule.id: rule for rule in reversed(self.rules)}

    @cached_property
    def own_names(self) -> frozenset[str]:
        """Bare names that one concept or norm has: in no other act is there such a name."""
        counted = Counter(n.rpartition(".")[2] for n in (*self.norms, *self.begrippen))
        return frozenset(name for name, number in counted.items() if number == 1)

    @cached_property
    def read_by_rules(self) -> frozenset[str]:
        """The concepts that some rule reads itself."""
        formulas = (
            f for r in self.rules for f in (r.condition, r.cause, *(v for _, v in r.effects))
        )
        found = (node for formula in formulas for node in walk(formula))
        return frozenset(node.name for node in found if isinstance(node, nodes.BegripRef))

    @cached_property
    def births(self) -> frozenset[str]:
        """The facts of which rules compute an age."""
        formulas = (f for r in self.rules for f in (r.condition, *(v for _, v in r.effects)))
        ages = (n for f in formulas for n in walk(f) if _computes_age(n))
        return frozenset(a.name for n in ages for a in children(n) if isinstance(a, nodes.FactRef))

    @cached_property
    def ages(self) -> frozenset[int]:
        """Ages in years that some rule compares with, the year before each, and three more."""
        found = {10, 30, 75}
        for rule in self.rules:
            for node in walk(rule.condition):
                if isinstance(node, nodes.Compare) and self._is_age(node.left):
                    limit = node.right.value if isinstance(node.right, nodes.Lit) else None
                    if isinstance(limit, int):
                        found |= {limit, limit - 1}
        return frozenset(age for age in found if 0 < age < 120)

    def _is_age(self, expr: Expr) -> bool:
        if isinstance(expr, nodes.BegripRef):
            values = [c.value for c in self.begrippen[expr.name].candidates]
            return bool(values) and all(self._is_age(v) for v in values)
        return _computes_age(expr)


def _computes_age(expr: Expr) -> bool:
    return isinstance(expr, nodes.Call) and expr.name == "leeftijd"
