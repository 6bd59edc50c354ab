"""The path that made a difference: the rules and concepts that came out otherwise for twins."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain

from engine.decide.solutions import answer_solution
from engine.ir.case import Inst
from engine.ir.fold import walk
from engine.ir.nodes import BegripRef
from engine.ir.program import LAST_BEFORE_CLAUSES, Rule
from engine.result.evaluated import Evaluated
from engine.result.outcomes import Outcome, Term
from engine.result.settle import Active
from engine.result.steps import BegripStep

Place = tuple[str, Inst]


@dataclass(frozen=True)
class Step:
    """A rule, concept, fact or judgement, and what it came to for each of the twins."""

    kind: str
    name: str
    inst: Inst
    one: Outcome | None
    two: Outcome | None
    rule: Rule | None = None


@dataclass
class Path:
    """Walks from an answer down to what differs, through what differs.

    Attributes:
        steps: what came out otherwise, nearest to the answer first.
    """

    one: Evaluated
    two: Evaluated
    steps: list[Step] = field(default_factory=list)
    _seen: set[tuple[str, str, Inst]] = field(default_factory=set)

    def begrip(self, name: str, inst: Inst) -> "Path":
        """Walk down from a concept."""
        first, second = (run.begrip(name, inst) for run in (self.one, self.two))
        self.steps.append(Step("begrip", name, inst, first.outcome, second.outcome))
        for number in {c.rule: None for step in (first, second) for c in _parts(step)}:
            told = [_given(step, number) for step in (first, second)]
            if told[0] != told[1]:
                self._rule(number, inst)
                self._terms([c.value for step in (first, second) for c in _parts(step)
                             if c.rule == number and c.value is not None])  # fmt: skip
        return self

    def solution(self, inst: Inst) -> "Path":
        """Walk down from what becomes of a solution."""
        for number in sorted({n for run in (self.one, self.two) for n in _consulted(run, inst)}):
            self._rule(number, inst)
            grant = self.one.program.rules[number].grant
            formulas = () if grant is None else grant.formulas
            for node in chain.from_iterable(map(walk, formulas)):
                place = (
                    self.one.walk(inst, node.nav.steps) if isinstance(node, BegripRef) else None
                )
                if isinstance(node, BegripRef) and place is not None:
                    self._leaf("begrip", node.name, place)
        return self

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules on the path, nearest to the answer first."""
        return tuple(step.rule for step in self.steps if step.rule is not None)

    def _rule(self, number: int, inst: Inst) -> None:
        """Walk through a rule, if it came out otherwise; what goes before it too."""
        rule = self.one.program.rules[number]
        if ("regel", rule.id, inst) in self._seen:
            return
        self._seen.add(("regel", rule.id, inst))
        rung = max(rule.rung, LAST_BEFORE_CLAUSES)
        first, second = (run.rule(number, inst, rung) for run in (self.one, self.two))
        effects = [_effect(run, rule, inst) for run in (self.one, self.two)]
        if first.truth == second.truth and effects[0] == effects[1]:
            return
        self.steps.append(Step("regel", rule.id, inst, first.truth, second.truth, rule))
        self._terms([s.term for s in (first, second) if s.term is not None])
        for other, place in {(n, p) for s in (first, second) for n, p, _ in s.defeaters}:
            self._rule(other, place)

    def _terms(self, terms: list[Term]) -> None:
        for leaf in dict.fromkeys(leaf for term in terms for leaf in _leaves(term)):
            self._leaf(*leaf)

    def _leaf(self, op: str, name: str, inst: Inst) -> None:
        """Walk through a concept, fact or judgement, if it is not the same."""
        if (op, name, inst) in self._seen:
            return
        self._seen.add((op, name, inst))
        if op == "oordeel":
            judged = [run.case.judgements.get((name, inst)) for run in (self.one, self.two)]
            if judged[0] != judged[1]:
                self.steps.append(Step(op, name, inst, None, None))
            return
        first, second = (
            run.fact(name, inst) if op == "feit" else run.begrip(name, inst).outcome
            for run in (self.one, self.two)
        )
        if first != second and op == "feit":
            self.steps.append(Step(op, name, inst, first, second))
        elif first != second:
            self.begrip(name, inst)


def _parts(step: BegripStep) -> tuple[Active, ...]:
    return (*step.candidates, *step.changes)


def _given(step: BegripStep, rule: int) -> list[tuple[Outcome, Outcome | None]]:
    """Whether a rule holds for a concept, and the value that it gives."""
    return [(c.truth, c.value.outcome if c.value else None)
            for c in _parts(step) if c.rule == rule]  # fmt: skip


def _effect(run: Evaluated, rule: Rule, inst: Inst) -> list[tuple[Outcome, Outcome | None]]:
    """The values that a rule gives here."""
    return [
        part for name, _ in rule.effects for part in _given(run.begrip(name, inst), rule.number)
    ]


def _consulted(run: Evaluated, solution: Inst) -> Iterator[int]:
    """The grounds of a solution, and the rules over solutions that stand in their way."""
    found = answer_solution(run, solution)
    yield from (tried.rule.number for tried in found.tried)
    blocking = (run.program.rule_named(blocker.rule) for blocker in found.blockers)
    yield from (r.number for r in blocking if r is not None and r.entity == solution[0])


def _leaves(term: Term) -> Iterator[tuple[str, str, Inst]]:
    if term.inst is not None and term.op in ("begrip", "feit", "oordeel"):
        yield term.op, term.name, term.inst
    for part in term.args:
        yield from _leaves(part)
