"""The reference evaluator: this file is the meaning of the rule language.

It asks one question at a time and remembers the answers. Every other backend is compared with
it. `rung` limits the program to the rules up to that rung, so "without the deviations" is the
same question asked of a smaller program. What formulas mean is in `engine.result.terms`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from engine.ir.case import ABSENT, CASE, Case, Inst
from engine.ir.program import LAST_BEFORE_CLAUSES, Begrip, Candidate, Norm, Program, Rule, Rung
from engine.ir.reads import PERSON_STEP
from engine.result.algebra import as_needs, as_truth, conjoin, disjoin, named, negate, with_reserve
from engine.result.lookup import components
from engine.result.outcomes import (
    FALSE,
    NOTHING,
    Conflict,
    Gap,
    Known,
    Leaf,
    Outcome,
    Unknown,
)
from engine.result.settle import Active, bounded, changed, result_of, without_presumptions
from engine.result.steps import BegripStep, Blocker, Group, RuleStep, Standing
from engine.result.terms import Evaluator

Blockers = Callable[["Run", Inst], Sequence[Blocker]]


def no_blockers(_run: "Run", _solution: Inst) -> Sequence[Blocker]:
    """For evaluation without the ladder: nothing blocks."""
    return ()


@dataclass(eq=False)
class Run(Evaluator):
    """One evaluation of a program on a case; questions are answered once and kept.

    Attributes:
        refused: judgements outside their bounds, as (norm, instance); they do not count.
    """

    program: Program
    case: Case
    blockers: Blockers = no_blockers
    begrip_steps: dict[tuple[str, Inst, Rung], BegripStep] = field(default_factory=dict)
    rule_steps: dict[tuple[int, Inst, Rung], RuleStep] = field(default_factory=dict)
    groups: dict[str, dict[str, Group]] = field(default_factory=dict)
    refused: set[tuple[str, Inst]] = field(default_factory=set)

    def forget(self) -> None:
        """Let go of everything that was worked out; nothing may be asked afterwards."""
        self.begrip_steps.clear()
        self.rule_steps.clear()
        self.groups.clear()

    def begrip(self, name: str, inst: Inst, rung: Rung = LAST_BEFORE_CLAUSES) -> BegripStep:
        """Give the outcome of a concept for an instance, with the rules that matter."""
        begrip = self.program.begrippen[name]
        key = (name, inst, min(rung, begrip.top))
        if key not in self.begrip_steps:
            self.begrip_steps[key] = self._settle(begrip, inst, key[2])
        return self.begrip_steps[key]

    def rule(self, number: int, inst: Inst, rung: Rung = LAST_BEFORE_CLAUSES) -> RuleStep:
        """Say whether a rule is active for an instance, and why."""
        key = (number, inst, rung)
        if key not in self.rule_steps:
            self.rule_steps[key] = self._activate(self.program.rules[number], inst, rung)
        return self.rule_steps[key]

    def standing(self, name: str, inst: Inst, rung: Rung = LAST_BEFORE_CLAUSES) -> Standing:
        """Give the outcome of a concept for an instance, and the rules that speak on it."""
        step = self.begrip(name, inst, rung)
        active = (*step.candidates, *step.changes)
        gives = [a.rule for a in active if a.value is not None and isinstance(a.truth, Known)]
        lost = [c.rule for c in step.candidates if c.value is None]
        owns = {number: self.rule(number, inst, rung).own for number in lost}
        aside = [n for n, own in owns.items() if isinstance(own, Known) and own.value]
        return Standing(step.outcome, tuple(gives), tuple(aside))

    # -- rules -----------------------------------------------------------------------------

    def _activate(self, rule: Rule, inst: Inst, rung: Rung) -> RuleStep:
        if rule.rung > rung:
            return RuleStep(FALSE, FALSE, None, ())
        group = self._group_at(inst)
        if group is not None and group.needs:
            return RuleStep(Unknown(group.needs), Unknown(group.needs), None, ())
        term = self.condition(rule, inst, rung)
        own = self.sleep(rule, term, inst, rung)
        if group is not None:
            own = with_reserve(own, group.reserve)
        if rule.sanction:
            own = without_presumptions(own)
        defeaters = []
        for edge in rule.defeaters:
            place = self.walk(inst, edge.steps)
            truth = self.rule(edge.rule, place, rung).truth if place else FALSE
            defeaters.append((edge.rule, place or inst, truth))
        parts = [own, *(negate([truth]) for _, _, truth in defeaters)]
        return RuleStep(conjoin(parts), own, term, tuple(defeaters))

    # -- concepts --------------------------------------------------------------------------

    def _settle(self, begrip: Begrip, inst: Inst, rung: Rung) -> BegripStep:
        group = self._group_at(inst)
        if group is not None and group.needs:
            return BegripStep(Unknown(group.needs), (), ())
        candidates = tuple(self._active(c, inst, rung) for c in begrip.candidates)
        base = self._winner(begrip, candidates, inst, rung)
        outcome, changes = self._change(begrip, base, inst, rung)
        outcome = self.finish(begrip, outcome, inst, rung)
        if group is not None:
            outcome = with_reserve(outcome, group.reserve)
        return BegripStep(named(outcome, begrip.name, inst), candidates, changes)

    def _active(
        self, candidate: Candidate, inst: Inst, rung: Rung, current: Outcome | None = None
    ) -> Active:
        truth = self.rule(candidate.rule, inst, rung).truth
        if isinstance(truth, Known) and not truth.value:
            return Active(candidate.rule, truth, None)
        return Active(
            candidate.rule, truth, self.evaluate(candidate.value, (inst,), rung, current)
        )

    def _winner(
        self, begrip: Begrip, candidates: Sequence[Active], inst: Inst, rung: Rung
    ) -> Outcome:
        reserve = frozenset().union(
            *(
                c.truth.reserve
                for c in candidates
                if c.value is None and isinstance(c.truth, Known)
            )
        )
        possible = [c for c in candidates if c.value is not None]
        if not possible:
            return with_reserve(self._nothing(begrip, inst, rung), reserve)
        return with_reserve(result_of(possible, self.program.rules), reserve)

    def _nothing(self, begrip: Begrip, inst: Inst, rung: Rung) -> Outcome:
        """Apply the closed world of the concept, or name the kind of gap."""
        if begrip.rest is not None:
            return self.evaluate(begrip.rest, (inst,), rung).outcome
        excluded = self.excluded(begrip, inst, rung)
        if not isinstance(excluded, Known):
            return Unknown(as_needs(excluded))
        kind = "uitgesloten" if excluded.value else begrip.missing
        return Gap(kind, begrip.name, inst, excluded.reserve)

    def excluded(self, begrip: Begrip, inst: Inst, rung: Rung) -> Outcome:
        """Say whether an active rule took rules of this concept away."""
        truths = []
        for edge in begrip.excluders:
            place = self.walk(inst, edge.steps)
            if place:
                truths.append(self.rule(edge.rule, place, rung).truth)
        return disjoin(truths) if truths else FALSE

    def _change(
        self, begrip: Begrip, base: Outcome, inst: Inst, rung: Rung
    ) -> tuple[Outcome, tuple[Active, ...]]:
        """Apply the rules that change the value, in their declared order."""
        value, done = base, []
        for candidate in begrip.changes:
            active = self._active(candidate, inst, rung, value)
            done.append(active)
            value = changed(value, active)
        return value, tuple(done)

    # -- norms -----------------------------------------------------------------------------

    def norm(self, norm: Norm, part: str, inst: Inst, rung: Rung) -> Outcome:
        """Give what a human judged; nothing else answers an open norm."""
        if not norm.window.holds(self.program.day):
            return Gap("niet_aan_de_orde", norm.name, inst)
        judgement = self.judgement(norm.name, inst)
        if judgement is not None:
            group = self._group_at(inst)
            given = Known(judgement.outcome.get(part, ABSENT), group.reserve if group else NOTHING)
            held = self.held(norm, judgement, inst, rung)
            if not isinstance(held, Known) or held.value:
                return bounded(given, held, Gap(""))
            self.refused.add((norm.name, inst))
        if norm.only_if is not None:
            asked = as_truth(self.evaluate(norm.only_if, (inst,), rung).outcome)
            if not isinstance(asked, Known):
                return asked
            if not asked.value:
                waiting = frozenset({Leaf("norm", norm.name, inst)})
                return Gap("niet_aan_de_orde", norm.name, inst, asked.reserve | waiting)
        return self._presumed(norm, part, inst, rung)

    def _presumed(self, norm: Norm, part: str, inst: Inst, rung: Rung) -> Outcome:
        """Give what policy presumes until somebody judges; only what surely applies counts."""
        found = [self._active(candidate, inst, rung) for candidate in norm.presumptions]
        sure = [a for a in found if isinstance(a.truth, Known) and a.truth.value]
        if sure and part == norm.fields[0].name:
            outcome = named(result_of(sure, self.program.rules), norm.name, inst)
            if isinstance(outcome, Known | Conflict):
                return with_reserve(outcome, frozenset({Leaf("beleid", norm.name, inst)}))
        return Unknown(frozenset({Leaf("oordeel", norm.name, inst)}))

    # -- places ----------------------------------------------------------------------------

    def walk(self, inst: Inst, steps: Sequence[str]) -> Inst | None:
        """Follow upward steps; None when there is nothing there."""
        place: Inst | None = inst
        for step in steps:
            if place is None:
                return None
            place = self._step(place, step)
        return place

    def _step(self, inst: Inst, step: str) -> Inst | None:
        if step == "zaak":
            return CASE
        if inst[0] == "paar" and step in ("deze", "ander"):
            first, second = inst[1].split(">")
            return ("persoon", first if step == "deze" else second)
        if step in self.program.groups:
            group = self.group(step).get(inst[1])
            return (step, group.name) if group else None
        if step.startswith(PERSON_STEP):
            person = self.case.facts.get((step.removeprefix(PERSON_STEP), inst))
            return ("persoon", person) if isinstance(person, str) else None
        return self.case.links.get((step, inst))

    def group(self, name: str) -> Mapping[str, Group]:
        """Connected components of residents; an uncertain edge leaves its needs on both sides."""
        if name not in self.groups:
            edge = self.program.groups[name].edge
            edges = {
                (a, b): as_truth(self.evaluate(edge, (("paar", f"{a}>{b}"),), Rung.D).outcome)
                for a in self.case.persons
                for b in self.case.persons
                if a != b
            }
            self.groups[name] = components(self.case.persons, edges)
        return self.groups[name]

    def _group_at(self, inst: Inst) -> Group | None:
        return self.group(inst[0])[inst[1]] if inst[0] in self.program.groups else None

    def members(self, collection: str, inst: Inst) -> tuple[Inst, ...] | Unknown:
        """The members of a collection, sorted; unknown when the list was not given."""
        if collection == "leden":
            group = self.group(inst[0])[inst[1]]
            if group.needs:
                return Unknown(group.needs)
            return tuple(("persoon", m) for m in group.members)
        if collection == "anderen":
            return tuple(
                ("paar", f"{inst[1]}>{other}") for other in self.case.persons if other != inst[1]
            )
        if collection == "personen":
            return tuple(("persoon", p) for p in self.case.persons)
        found = self.case.children.get((collection, inst))
        if found is not None:
            return found
        declared = self.program.lists.get(collection)
        if declared is None or declared.complete:
            return ()
        return Unknown(frozenset({Leaf("feit", collection, inst)}))

    def blocking(self, inst: Inst) -> Sequence[Blocker]:
        """Give what blocks a solution."""
        return self.blockers(self, inst)

    # -- leaves ----------------------------------------------------------------------------

    def fact(self, name: str, inst: Inst) -> Outcome:
        """Give a fact: known, presumed in the resident's favour, or needed."""
        key = (name, inst)
        if key in self.case.contested:
            return Unknown(frozenset({Leaf("feit", name, inst)}))
        if key in self.case.facts:
            return Known(self.case.facts[key])
        presumption = self.program.facts[name].presumption
        if presumption is not None:
            return Known(presumption, frozenset({Leaf("aanname", name, inst)}))
        return Unknown(frozenset({Leaf("feit", name, inst)}))
