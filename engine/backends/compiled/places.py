"""What generated code works on: an instance of the case, its facts, and a memo of answers.

An answer is a plain value when it is known without reservation, and an outcome otherwise. Plain
values are what nearly every question is about, and they cost nothing to make.
"""

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from engine.backends.compiled.plans import Option
from engine.ir.case import Absent, Inst
from engine.ir.declarations import FactDecl
from engine.ir.program import Rung
from engine.result.outcomes import (
    FALSE,
    NOTHING,
    TRUE,
    Conflict,
    Gap,
    Known,
    Leaf,
    Outcome,
    Unknown,
)
from engine.result.steps import Group, RuleStep
from engine.result.terms import Evaluator
from engine.values import Value

Answer = Value | Absent | Outcome
OUTCOMES = frozenset({Known, Unknown, Conflict, Gap})
NONE: Mapping[str, Any] = MappingProxyType({})


def lift(answer: Any) -> Outcome:  # noqa: ANN401 an Answer
    """The outcome that an answer stands for."""
    if answer is True:
        return TRUE
    if answer is False:
        return FALSE
    kind: Any = answer.__class__
    if kind not in OUTCOMES:
        return Known(answer)
    outcome: Outcome = answer
    return outcome


def lower(outcome: Outcome) -> Any:  # noqa: ANN401 an Answer
    """The answer that stands for an outcome: a known value without reservation is plain."""
    if outcome.__class__ is Known and not outcome.reserve:
        return outcome.value
    return outcome


class World(Evaluator):
    """What a place asks of the run that it belongs to.

    Attributes:
        judged: norms with a recorded judgement.
    """

    judged: frozenset[str]

    @abstractmethod
    def place(self, inst: Inst, rung: Rung) -> "Place":
        """Give the memo of answers for an instance, read up to a rung."""

    @abstractmethod
    def facts_of(self, inst: Inst) -> "Facts":
        """Give the facts of an instance."""

    @abstractmethod
    def follow(self, place: "Place", steps: Sequence[str]) -> "Place | None":
        """Give the place that upward steps lead to."""

    @abstractmethod
    def nowhere(self, inst: Inst, steps: Sequence[str], name: str) -> Outcome:
        """Say why there is no place to read a name from."""

    @abstractmethod
    def rule(self, number: int, inst: Inst, rung: Rung) -> RuleStep:
        """Say whether a rule is active for an instance, and why."""

    @abstractmethod
    def truth(self, place: "Place", option: Option) -> Any:  # noqa: ANN401 an Answer
        """Say whether the rule of a candidate is active at a place."""

    @abstractmethod
    def rule_truth(self, place: "Place", number: int) -> Any:  # noqa: ANN401 an Answer
        """Say whether a rule is active at a place."""

    @abstractmethod
    def change(self, place: "Place", option: Option, value: Any) -> Any:  # noqa: ANN401
        """Give what a rule makes of the value so far."""


class Facts(dict[str, Any]):
    """The facts of one instance; a missing one is its presumption or what is needed."""

    __slots__ = ("declared", "inst")

    def __init__(
        self, inst: Inst, declared: Mapping[str, FactDecl], known: Mapping[str, Any] = NONE
    ) -> None:
        """Start with what is known; the run fills in what the case gives."""
        super().__init__(known)
        self.inst = inst
        self.declared = declared

    def __missing__(self, name: str) -> Outcome:
        presumption = self.declared[name].presumption
        kind = "feit" if presumption is None else "aanname"
        leaf = frozenset({Leaf(kind, name, self.inst)})
        answer = Unknown(leaf) if presumption is None else Known(presumption, leaf)
        self[name] = answer
        return answer


class Place(dict[str, Any]):
    """An instance read up to a rung: every question about it is answered once and kept.

    Attributes:
        table: per question the function that answers it.
        doubt: for a group, what its membership still needs.
        keeps: for a group, what its membership rests on for now.
        steps: steps made so far, by concept name or rule number.
    """

    __slots__ = ("doubt", "facts", "inst", "keeps", "run", "rung", "steps", "table")

    def __init__(
        self, run: "World", inst: Inst, rung: Rung, table: "Table", group: Group | None = None
    ) -> None:
        """Stand on an instance with nothing asked yet."""
        self.run = run
        self.inst = inst
        self.rung = rung
        self.table = table
        self.doubt = group.needs if group is not None else NOTHING
        self.keeps = group.reserve if group is not None else NOTHING
        self.facts = run.facts_of(inst)
        self.steps: dict[str | int, Any] = {}

    def __missing__(self, question: str) -> Any:  # noqa: ANN401 an Answer, a Place or members
        answer = self[question] = self.table[question](self)
        return answer

    def stored(self, question: str, otherwise: Any) -> Any:  # noqa: ANN401 answers
        """What was noted on the way to another answer, if anything was."""
        return self.get(question, otherwise)


Question = Callable[[Place], Any]
Table = dict[str, Question]
