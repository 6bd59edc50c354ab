"""The same case with something changed: what the change cannot touch is taken from before.

Answers, steps and groups that read nothing of what changed are those of the evaluation before;
all others are worked out anew. The outcome is that of a whole new evaluation.
"""

from collections.abc import Mapping
from typing import Any

from engine.backends.compiled.places import Facts, Place, Table
from engine.backends.compiled.run import Run
from engine.ir.case import Case, Inst
from engine.ir.program import LAST_BEFORE_CLAUSES, Norm, Program, Rung
from engine.ir.reads import Part, judgement
from engine.result.outcomes import Outcome
from engine.result.steps import BegripStep, Group, RuleStep, Standing


class Again(Run):
    """An evaluation that leans on the one before."""

    def __init__(
        self, before: Run, case: Case, changed: frozenset[Part], program: Program | None = None
    ) -> None:
        """Take over what the changed facts, judgements and readings cannot touch."""
        self.before = before
        self.changed = changed
        self.stays = before.kept(changed)
        super().__init__(before.compiled, case, before.blockers, program or before.program)

    def _sort_facts(self) -> None:
        """Facts by instance: those of before, with the changed ones filled in."""
        self._facts = dict(self.before._facts)  # noqa: SLF001 of the same class
        names = {name for kind, name in self.changed if kind == "feit"}
        filled = [(key, value) for key, value in self.case.facts.items() if key[0] in names]
        for inst in {inst for (_, inst), _ in filled}:
            self._facts[inst] = Facts(inst, self.program.facts, self._facts.get(inst, {}))
        for (name, inst), value in filled:
            self._facts[inst][name] = value

    def _refuse(self) -> None:
        """Judgements out of bounds: as before where nothing changed."""
        stays = self.stays.has_part
        self.refused |= {r for r in self.before.refused if stays(judgement(r[0]))}
        super()._refuse()

    def begrip(self, name: str, inst: Inst, rung: Rung = LAST_BEFORE_CLAUSES) -> BegripStep:
        """The outcome of a concept for an instance, with the rules that matter."""
        if self.stays.has_question(name):
            return self.before.begrip(name, inst, rung)
        return super().begrip(name, inst, rung)

    def rule(self, number: int, inst: Inst, rung: Rung = LAST_BEFORE_CLAUSES) -> RuleStep:
        """Whether a rule is active for an instance, and why."""
        if self.stays.has_part(("regel", str(number))):
            return self.before.rule(number, inst, rung)
        return super().rule(number, inst, rung)

    def standing(self, name: str, inst: Inst, rung: Rung = LAST_BEFORE_CLAUSES) -> Standing:
        """The outcome of a concept for an instance, and the rules that speak on it."""
        if self.stays.has_question(name):
            return self.before.standing(name, inst, rung)
        return super().standing(name, inst, rung)

    def norm(self, norm: Norm, part: str, inst: Inst, rung: Rung) -> Outcome:
        """What a human judged."""
        if self.stays.has_part(judgement(norm.name)):
            return self.before.norm(norm, part, inst, rung)
        return super().norm(norm, part, inst, rung)

    def group(self, name: str) -> Mapping[str, Group]:
        """Per person the group it is in."""
        if self.stays.has_part(("groep", name)):
            return self.before.group(name)
        return super().group(name)

    def _new_place(self, inst: Inst, rung: Rung, group: Group | None) -> Place:
        table = self.compiled.table(rung)
        return PlaceAgain(self, inst, rung, table, group)


class PlaceAgain(Place):
    """A place that takes answers over from the same place before."""

    __slots__ = ("_all", "_before", "_touched")

    def __init__(
        self, run: Again, inst: Inst, rung: Rung, table: Table, group: Group | None
    ) -> None:
        """Stand on the same instance."""
        super().__init__(run, inst, rung, table, group)
        self._before = run.before.place(inst, rung)
        self._all = run.stays.all_questions
        self._touched = run.stays.touched_questions

    def __missing__(self, question: str) -> Any:  # noqa: ANN401 an Answer, a Place or members
        same = question not in self._touched and question in self._all
        answer = self._before[question] if same else self.table[question](self)
        self[question] = answer
        return answer

    def stored(self, question: str, otherwise: Any) -> Any:  # noqa: ANN401 answers
        """What was noted on the way, here or before."""
        same = question not in self._touched and question in self._all
        if same and question not in self:
            return self._before.stored(question, otherwise)
        return self.get(question, otherwise)
