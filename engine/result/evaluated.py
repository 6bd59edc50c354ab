"""What decide asks of an evaluation, whichever backend made it."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from engine.ir.case import Case, Inst
from engine.ir.nodes import Expr
from engine.ir.program import Norm, Program, Reach, Rung
from engine.result.outcomes import Outcome, Term, Unknown
from engine.result.steps import BegripStep, Blocker, Group, RuleStep, Standing


class Evaluated(Protocol):
    """An evaluation of a program on a case: ask for outcomes; answers are remembered."""

    program: Program
    case: Case
    refused: set[tuple[str, Inst]]

    def forget(self) -> None:
        """Let go of everything that was worked out; nothing may be asked afterwards."""

    def begrip(self, name: str, inst: Inst, rung: Rung = ...) -> BegripStep:
        """The outcome of a concept for an instance."""

    def rule(self, number: int, inst: Inst, rung: Rung = ...) -> RuleStep:
        """Whether a rule is active for an instance."""

    def standing(self, name: str, inst: Inst, rung: Rung = ...) -> Standing:
        """The outcome of a concept for an instance, and the rules that speak on it."""

    def norm(self, norm: Norm, part: str, inst: Inst, rung: Rung) -> Outcome:
        """What a human judged."""

    def fact(self, name: str, inst: Inst) -> Outcome:
        """A fact of the case."""

    def walk(self, inst: Inst, steps: Sequence[str]) -> Inst | None:
        """The instance reached by upward steps."""

    def members(self, collection: str, inst: Inst) -> tuple[Inst, ...] | Unknown:
        """The members of a collection."""

    def group(self, name: str) -> Mapping[str, Group]:
        """Per person the group it is in."""

    def blocking(self, inst: Inst) -> Sequence[Blocker]:
        """What blocks a solution."""

    def answers_blocker(self, reach: Reach, inst: Inst) -> Outcome:
        """Whether something blocks of the kind that this reach is about."""

    def evaluate(
        self, expr: Expr, scopes: tuple[Inst, ...], rung: Rung, current: Outcome | None = None
    ) -> Term:
        """An expression, with how it was computed."""
