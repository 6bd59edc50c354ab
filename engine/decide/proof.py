"""The proof of some outcomes: every step they rest on, as data that can be computed again."""

from collections.abc import Iterable

from engine.ir.case import Inst
from engine.ir.program import LAST_BEFORE_CLAUSES, Begrip
from engine.result.evaluated import Evaluated
from engine.result.outcomes import NOTHING, Known, Leaf, Outcome, Term, Unknown
from engine.result.settle import Active
from engine.result.stored import Data, key, leaves_data, outcome_data, term_data, value_data

RUNG = LAST_BEFORE_CLAUSES


class Recorder:
    """Writes down the steps behind outcomes, each once."""

    def __init__(self, run: Evaluated) -> None:
        """Record steps of this evaluation."""
        self.run = run
        self.begrippen: dict[str, Data] = {}
        self.regels: dict[str, Data] = {}

    def begrip(self, name: str, inst: Inst) -> str:
        """Write down a concept and all it rests on; gives its key."""
        here = key(name, inst)
        if here not in self.begrippen:
            self.begrippen[here] = None
            self.begrippen[here] = self._begrip(self.run.program.begrippen[name], inst)
        return here

    def _begrip(self, begrip: Begrip, inst: Inst) -> Data:
        step = self.run.begrip(begrip.name, inst, RUNG)
        if self._group(inst)[1]:
            return {"uitkomst": outcome_data(step.outcome)}
        rounding = begrip.rounding
        return {
            "kandidaten": [self._active(c, inst) for c in step.candidates],
            "wijzigingen": [self._active(c, inst) for c in step.changes],
            "niets": self._nothing(begrip, inst, step.candidates),
            "afronding": None if rounding is None else [rounding.mode, value_data(rounding.step)],
            "grens": self._bounds(begrip, inst),
            "groep": leaves_data(self._group(inst)[0]),
        }

    def _active(self, active: Active, inst: Inst) -> Data:
        value = None if active.value is None else self.term(active.value)
        rule = self.run.program.rules[active.rule]
        return {"regel": self.rule(active.rule, inst), "id": rule.id, "waarde": value}

    def _nothing(self, begrip: Begrip, inst: Inst, candidates: Iterable[Active]) -> Data:
        if any(c.value is not None for c in candidates):
            return None
        if begrip.rest is not None:
            return self.term(self.run.evaluate(begrip.rest, (inst,), RUNG))
        return term_data(Term("niets", self.run.begrip(begrip.name, inst, RUNG).outcome))

    def _bounds(self, begrip: Begrip, inst: Inst) -> Data:
        if begrip.low is None and begrip.high is None and begrip.demand is None:
            return None
        outcome = self.run.begrip(begrip.name, inst, RUNG).outcome
        kind = "delegatie_ontbreekt" if begrip.term else "buiten_reikwijdte"
        held: Outcome = Known(value=False)
        if isinstance(outcome, Unknown):
            held = outcome
        elif isinstance(outcome, Known):
            held = Known(value=True, reserve=outcome.reserve)
        return [outcome_data(held), kind]

    def rule(self, number: int, inst: Inst) -> str:
        """Write down a rule and its defeaters; gives its key."""
        rule = self.run.program.rules[number]
        here = key(f"{rule.id}#{number}", inst)
        if here in self.regels:
            return here
        self.regels[here] = None
        step = self.run.rule(number, inst, RUNG)
        if rule.rung > RUNG or step.term is None:
            self.regels[here] = {"uitkomst": outcome_data(step.truth)}
            return here
        self.regels[here] = {
            "vraag": self.term(step.term),
            "slaap": self._sleep(number, inst),
            "groep": leaves_data(self._group(inst)[0]),
            "sanctie": rule.sanction,
            "door": [self.rule(other, place) for other, place, _ in step.defeaters],
        }
        return here

    def _sleep(self, number: int, inst: Inst) -> Data:
        """The judgements a sleeping rule waits for, and its cause; None when it does not sleep."""
        rule = self.run.program.rules[number]
        own = self.run.rule(number, inst, RUNG).own
        if rule.cause is None or not isinstance(own, Known) or not own.reserve:
            return None
        waiting = frozenset(
            Leaf("oordeel", leaf.name, leaf.inst) for leaf in own.reserve if leaf.kind == "norm"
        )
        cause = self.run.evaluate(rule.cause, (inst,), RUNG).outcome
        return [leaves_data(waiting), outcome_data(cause)]

    def _group(self, inst: Inst) -> tuple[frozenset[Leaf], frozenset[Leaf]]:
        """What membership of a group rests on, and what it still needs."""
        if inst[0] not in self.run.program.groups:
            return NOTHING, NOTHING
        found = self.run.group(inst[0]).get(inst[1])
        return (found.reserve, found.needs) if found else (NOTHING, NOTHING)

    def term(self, term: Term) -> Data:
        """Write down a term, and the concepts in it."""
        for part in _concepts(term):
            if part.inst is not None:
                self.begrip(part.name, part.inst)
        return term_data(term)


def _concepts(term: Term) -> Iterable[Term]:
    if term.op == "begrip":
        yield term
    for arg in term.args:
        yield from _concepts(arg)


def proof(run: Evaluated, asked: Iterable[tuple[str, Inst]]) -> Data:
    """The proof of these outcomes.

    Returns:
        `uitkomsten` (key to outcome), and the steps under `begrippen` and `regels`. Plain data:
        `replay` computes it again in any process, without rules.
    """
    recorder = Recorder(run)
    outcomes = {
        recorder.begrip(name, inst): outcome_data(run.begrip(name, inst, RUNG).outcome)
        for name, inst in asked
    }
    return {
        "uitkomsten": outcomes,
        "begrippen": recorder.begrippen,
        "regels": recorder.regels,
    }
