"""Why a question is asked: the way from an open goal down to the missing fact or judgement."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from engine.decide.encode import key_of, short
from engine.decide.outcomes import instances
from engine.decide.selection import candidate_grounds
from engine.ir.case import Inst
from engine.result.evaluated import Evaluated
from engine.result.outcomes import Known, Term, Unknown
from engine.result.steps import RuleStep
from engine.service.reasons import leaves

Steps = tuple[str, ...]
SOLUTION = "oplossing"
ASKED = ("feit", "oordeel")


@dataclass(frozen=True, kw_only=True)
class Pad:
    """How a question bears on a goal: the rules and concepts from the goal down to it."""

    doel: str
    stappen: tuple[str, ...]


class Paths:
    """Looks for what is missing in one evaluation."""

    def __init__(self, run: Evaluated) -> None:
        """Look in this evaluation."""
        self.run = run
        self.program = run.program

    def to(self, name: str, over: str) -> tuple[Pad, ...]:
        """One shortest path from every open goal that waits for this fact or judgement."""
        found = []
        for goal, steps, terms in self._goals():
            path = self._path(terms, name, over)
            if path is not None:
                found.append(Pad(doel=goal, stappen=(*steps, *path)))
        return tuple(found)

    def _goals(self) -> Iterator[tuple[str, Steps, Sequence[Term]]]:
        """What is still open, with the terms in which something is missing."""
        for solution in instances(self.run, SOLUTION):
            for rule in candidate_grounds(self.run, solution):
                step = self.run.rule(rule.number, solution)
                if isinstance(step.truth, Unknown):
                    yield key_of(solution), (rule.id,), self._open_terms(step)
        for name, begrip in sorted(self.program.begrippen.items()):
            for inst in instances(self.run, begrip.entity) if begrip.entitlement else ():
                if isinstance(self.run.begrip(name, inst).outcome, Unknown):
                    yield self._told(name, inst), (), self._terms_of(name, inst)

    def _told(self, name: str, inst: Inst) -> str:
        return f"{short(name, self.program)} ({key_of(inst)})"

    def _open_terms(self, step: RuleStep) -> list[Term]:
        """The condition of a rule, and those of the rules that may go before it."""
        terms = [step.term] if step.term is not None else []
        for number, place, truth in step.defeaters:
            if isinstance(truth, Unknown):
                terms += self._open_terms(self.run.rule(number, place))
        return terms

    def _terms_of(self, name: str, inst: Inst) -> list[Term]:
        step = self.run.begrip(name, inst)
        terms = []
        for active in (*step.candidates, *step.changes):
            terms += self._open_terms(self.run.rule(active.rule, inst))
            if active.value is not None:
                terms.append(active.value)
        return terms

    def _path(self, terms: Sequence[Term], name: str, over: str) -> Steps | None:
        """The concepts on the way to a leaf, breadth first."""
        seen: set[tuple[str, Inst]] = set()
        level: list[tuple[Steps, Sequence[Term]]] = [((), terms)]
        while level:
            below: list[tuple[Steps, Sequence[Term]]] = []
            for path, found in level:
                for leaf in (leaf for term in found for leaf in leaves(term)):
                    if leaf.inst is None or isinstance(leaf.outcome, Known):
                        continue
                    if _is(leaf, leaf.inst, name, over):
                        return path
                    if leaf.op == "begrip" and (leaf.name, leaf.inst) not in seen:
                        seen.add((leaf.name, leaf.inst))
                        step = self._told(leaf.name, leaf.inst)
                        below.append(((*path, step), self._terms_of(leaf.name, leaf.inst)))
            level = below
        return None


def _is(leaf: Term, inst: Inst, name: str, over: str) -> bool:
    """Whether this leaf is what was asked for."""
    same_place = over in ("", inst[1], key_of(inst))
    return leaf.op in ASKED and same_place and name in (leaf.name, leaf.name.rpartition(".")[2])
