"""Compute a stored explanation again, without rules: only its steps and the algebra.

A proof holds, per concept and rule at an instance, what it was computed from. Replaying it gives
the same outcomes, or shows that somebody changed it.
"""

from dataclasses import dataclass, field

from engine.ir.case import Absent
from engine.result.algebra import as_truth, conjoin, named, negate, with_reserve
from engine.result.operations import compute
from engine.result.outcomes import NOTHING, Gap, Known, Outcome, Term, Unknown
from engine.result.settle import (
    Active,
    Pair,
    asleep,
    bounded,
    changed,
    settle,
    without_presumptions,
)
from engine.result.stored import Data, leaves_from, outcome_from, value_from


@dataclass(frozen=True)
class Name:
    """A rule in a proof is no more than its id."""

    id: str


@dataclass
class Replay:
    """Recomputes the steps of a proof; each step once."""

    proof: Data
    begrippen: dict[str, Outcome] = field(default_factory=dict)
    rules: dict[str, Outcome] = field(default_factory=dict)

    def begrip(self, key: str) -> Outcome:
        """The outcome of a concept, from its step."""
        if key not in self.begrippen:
            self.begrippen[key] = self._begrip(key, self.proof["begrippen"][key])
        return self.begrippen[key]

    def _begrip(self, key: str, step: Data) -> Outcome:
        if "uitkomst" in step:
            return outcome_from(step["uitkomst"])
        name, _, place = key.partition(" @ ")
        entity, _, id_ = place.partition(":")
        inst = (entity, id_)
        outcome = self._base(step)
        for row in step["wijzigingen"]:
            truth = self.rule(row["regel"])
            value = None
            if not isinstance(truth, Known) or truth.value:
                value = Term("waarde", self.term(row["waarde"], outcome))
            outcome = changed(outcome, Active(0, truth, value))
        outcome = self._finish(step, outcome)
        return named(with_reserve(outcome, leaves_from(step["groep"])), name, inst)

    def _base(self, step: Data) -> Outcome:
        pairs: list[Pair] = []
        names: list[Name] = []
        reserve = NOTHING
        for row in step["kandidaten"]:
            truth = self.rule(row["regel"])
            if isinstance(truth, Known) and not truth.value:
                reserve |= truth.reserve
                continue
            pairs.append((len(names), truth, self.term(row["waarde"])))
            names.append(Name(row["id"]))
        if not pairs:
            return with_reserve(self.term(step["niets"]), reserve)
        return with_reserve(settle(pairs, names), reserve)

    def _finish(self, step: Data, outcome: Outcome) -> Outcome:
        if step["afronding"] is not None and isinstance(outcome, Known | Unknown):
            mode, unit = step["afronding"]
            stride = Known(value_from(unit))
            outcome = compute("functie", "afgerond", (mode,), [outcome, stride])
        if not isinstance(outcome, Known) or step["grens"] is None:
            return outcome
        held, kind = step["grens"]
        return bounded(outcome, outcome_from(held), Gap(kind))

    def rule(self, key: str) -> Outcome:
        """Whether a rule is active, from its step."""
        if key not in self.rules:
            self.rules[key] = self._rule(self.proof["regels"][key])
        return self.rules[key]

    def _rule(self, step: Data) -> Outcome:
        if "uitkomst" in step:
            return outcome_from(step["uitkomst"])
        own = as_truth(self.term(step["vraag"]))
        if step["slaap"] is not None and isinstance(own, Unknown):
            waiting, cause = step["slaap"]
            own = asleep(own, leaves_from(waiting), outcome_from(cause))
        own = with_reserve(own, leaves_from(step["groep"]))
        if step["sanctie"]:
            own = without_presumptions(own)
        return conjoin([own, *(negate([self.rule(k)]) for k in step["door"])])

    def term(self, data: Data | None, current: Outcome | None = None) -> Outcome:
        """The outcome of a term, from its parts; what was not written down is a gap."""
        if data is None:
            return Gap("geen_regel")
        if "begrip" in data:
            return self.begrip(data["begrip"])
        if "waarde_tot_nu" in data:
            return outcome_from(data["uitkomst"]) if current is None else current
        if "blad" in data:
            return outcome_from(data["uitkomst"])
        given = (value_from(x) for x in data["met"])
        params = tuple(value for value in given if not isinstance(value, Absent))
        args = [self.term(part, current) for part in data["delen"]]
        return compute(data["doe"], data["naam"], params, args)
