"""A small checker of explanations: from an outcome back to the facts and judgements it cites.

It reads only what an evaluation recorded (steps and terms), picks what is enough to carry the
outcome, and refuses a proof that leans on something unknown.
"""

from dataclasses import dataclass, field

from engine.backends.interpret import Run
from engine.ir.case import Inst
from engine.ir.nodes import Expr
from engine.ir.program import Begrip, Norm, Rule, Rung
from engine.result.outcomes import Conflict, Gap, Known, Outcome, Term, Unknown
from engine.result.settle import Active

RUNG = Rung.D
Key = tuple[str, Inst]


class Unproved(AssertionError):
    """An outcome leans on something that is not known."""


@dataclass
class Proof:
    """What carries an outcome: facts and judgements of the case, and presumptions."""

    run: Run
    facts: set[Key] = field(default_factory=set)
    judgements: set[Key] = field(default_factory=set)
    presumed: set[Key] = field(default_factory=set)
    done: set[object] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._groups()

    # -- concepts --------------------------------------------------------------------------

    def begrip(self, name: str, inst: Inst) -> None:
        """Cite what carries the outcome of a concept, which has to be decided."""
        if (name, inst) in self.done:
            return
        self.done.add((name, inst))
        begrip = self.run.program.begrippen[name]
        step = self.run.begrip(name, inst, RUNG)
        if isinstance(step.outcome, Unknown):
            raise Unproved(f"{name} {inst} is not decided")
        possible = [c for c in step.candidates if c.value is not None]
        for candidate in step.candidates:
            self._candidate(candidate, inst)
        if not possible:
            self._nothing(begrip, inst)
        for change in step.changes:
            self._active(change, inst)
        for expr in (begrip.low, begrip.high, begrip.demand):
            self._decides(expr, inst)

    def _candidate(self, candidate: Active, inst: Inst) -> None:
        if isinstance(candidate.truth, Known):
            self._active(candidate, inst)
        elif candidate.value is not None and isinstance(candidate.value.outcome, Known):
            self.term(candidate.value)  # possible, with the value that stands anyway

    def _active(self, active: Active, inst: Inst) -> None:
        """An open value, beside others in a conflict or on top of a gap, carries nothing."""
        carries = active.value is None or not isinstance(active.value.outcome, Unknown)
        if isinstance(active.truth, Known) and carries:
            self.rule(active.rule, inst)
            if active.value is not None:
                self.term(active.value)

    def _nothing(self, begrip: Begrip, inst: Inst) -> None:
        if begrip.rest is not None:
            self._decides(begrip.rest, inst)
            return
        self._excluders(begrip, inst)

    def _excluders(self, begrip: Begrip, inst: Inst) -> None:
        places = [(e.rule, self.run.walk(inst, e.steps)) for e in begrip.excluders]
        truths = [(n, p, self.run.rule(n, p, RUNG).truth) for n, p in places if p]
        active = [(n, p) for n, p, truth in truths if _is(truth, value=True)]
        for number, place in active[:1] or [(n, p) for n, p, _ in truths]:
            self.rule(number, place)

    # -- rules -----------------------------------------------------------------------------

    def rule(self, number: int, inst: Inst) -> None:
        """Cite what makes a rule active, or what keeps it from being active."""
        key = ("regel", number, inst)
        if key in self.done:
            return
        self.done.add(key)
        rule = self.run.program.rules[number]
        if rule.rung > RUNG:
            return
        step = self.run.rule(number, inst, RUNG)
        if _is(step.truth, value=True):
            self._own(rule, inst)
            for edge in rule.defeaters:
                place = self.run.walk(inst, edge.steps)
                if place is not None:
                    self.rule(edge.rule, place)
        elif _is(step.own, value=False):
            self._own(rule, inst)
        elif _is(step.truth, value=False):
            active = [d for d in step.defeaters if _is(d[2], value=True)]
            if not active:
                raise Unproved(f"{rule.id} {inst} is set aside by nothing")
            self.rule(*active[0][:2])
        else:
            raise Unproved(f"{rule.id} {inst} is not decided")

    def _own(self, rule: Rule, inst: Inst) -> None:
        step = self.run.rule(rule.number, inst, RUNG)
        if step.term is None:
            raise Unproved(f"{rule.id} {inst} has no condition to show")
        if isinstance(step.term.outcome, Known):
            self.term(step.term)
        elif rule.cause is not None:  # it sleeps
            self._decides(rule.cause, inst)
        else:
            raise Unproved(f"{rule.id} {inst} is decided on an undecided condition")

    # -- formulas --------------------------------------------------------------------------

    def _decides(self, expr: Expr | None, inst: Inst) -> None:
        if expr is not None:
            self.term(self.run.evaluate(expr, (inst,), RUNG, Known(0)))

    def term(self, term: Term) -> None:
        """Cite the parts of a formula that carry what it came to."""
        if isinstance(term.outcome, Unknown):
            raise Unproved(f"{term.op} {term.name} {term.inst} is not known")
        match term.op:
            case "feit":
                self._fact(term)
            case "begrip":
                self.begrip(term.name, _place(term))
            case "oordeel":
                self._norm(self.run.program.norms[term.name], _place(term), term.outcome)
            case "uitgesloten" if term.inst is not None:
                self._excluders(self.run.program.begrippen[term.name], term.inst)
            case "en" | "of":
                self._logic(term, decisive=term.op == "of")
            case "als":
                self._choice(term)
            case "verzamel":
                self._gathered(term)
            case _:
                for part in term.args:
                    self.term(part)

    def _fact(self, term: Term) -> None:
        key = (term.name, _place(term))
        if key in self.run.case.facts:
            self.facts.add(key)
            return
        if not any(leaf.kind == "aanname" for leaf in _reserve(term.outcome)):
            raise Unproved(f"{key} was never given")
        self.presumed.add(key)

    def _norm(self, norm: Norm, inst: Inst, outcome: Outcome) -> None:
        judgement = self.run.judgement(norm.name, inst)
        if judgement is not None and (norm.name, inst) not in self.run.refused:
            if not judgement.motivation.strip() or judgement.role not in norm.roles:
                raise Unproved(f"{norm.name} {inst} was judged without competence or reason")
            persons = self.run.case.persons if inst[0] in self.run.groups else ()
            self.judgements |= {(norm.name, (inst[0], person)) for person in persons}
            self.judgements.add((norm.name, inst))
            for part in norm.fields:
                self._decides(part.low, inst)
                self._decides(part.high, inst)
        elif any(leaf.kind == "beleid" for leaf in _reserve(outcome)):
            self._decides(norm.only_if, inst)
            for candidate in norm.presumptions:
                self._presumption(candidate.rule, inst)
        elif isinstance(outcome, Gap):
            self._decides(norm.only_if, inst)
        else:
            raise Unproved(f"{norm.name} {inst} was never judged")

    def _presumption(self, number: int, inst: Inst) -> None:
        if _is(self.run.rule(number, inst, RUNG).truth, value=True):
            self.rule(number, inst)

    def _logic(self, term: Term, *, decisive: bool) -> None:
        """One deciding part is enough; without one, all parts count."""
        deciding = [part for part in term.args if _is(part.outcome, value=decisive)]
        firm = [part for part in deciding if not _reserve(part.outcome)]
        for part in (firm or deciding)[:1] or term.args:
            self.term(part)

    def _choice(self, term: Term) -> None:
        when, then, other = term.args
        if not isinstance(when.outcome, Known):
            self.term(then)
            self.term(other)
            return
        self.term(when)
        self.term(then if when.outcome.value is True else other)

    def _gathered(self, term: Term) -> None:
        """Values that are taken together; beside a conflict an open value carries nothing."""
        clash = isinstance(term.outcome, Conflict)
        for where, body in zip(term.args[0::2], term.args[1::2], strict=True):
            self.term(where)
            if _is(where.outcome, value=True) and (isinstance(body.outcome, Known) or not clash):
                self.term(body)

    def _groups(self) -> None:
        """Who belongs together is part of every explanation that speaks of a group."""
        for group in self.run.program.groups.values():
            for a in self.run.case.persons:
                for b in self.run.case.persons:
                    if a != b:
                        edge = self.run.evaluate(group.edge, (("paar", f"{a}>{b}"),), RUNG)
                        self._all(edge)

    def _all(self, term: Term) -> None:
        if term.op == "feit" and (term.name, term.inst) in self.run.case.facts:
            self.facts.add((term.name, _place(term)))
        elif term.op == "begrip" and isinstance(term.outcome, Known):
            self.begrip(term.name, _place(term))
        for part in term.args:
            self._all(part)


def _is(outcome: Outcome, *, value: bool) -> bool:
    return isinstance(outcome, Known) and outcome.value is value


def _reserve(outcome: Outcome) -> frozenset[object]:
    return frozenset() if isinstance(outcome, Unknown) else outcome.reserve


def _place(term: Term) -> Inst:
    assert term.inst is not None, term
    return term.inst
