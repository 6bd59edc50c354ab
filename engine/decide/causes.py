"""Why a condition fails: the leaves that make it false, and the rules behind them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from engine.ir.case import Absent, Inst
from engine.ir.program import Begrip, Rule, Rung
from engine.ir.types import YES_NO
from engine.result.evaluated import Evaluated
from engine.result.outcomes import Known, Outcome, Term

LEAVES = ("feit", "begrip", "oordeel")


@dataclass(frozen=True, slots=True)
class Cause:
    """A leaf that helps to make a condition false."""

    kind: str
    name: str
    inst: Inst
    part: str = ""


def failing(term: Term) -> tuple[Cause, ...]:
    """The leaves that make a false term false, in reading order, without doubles."""
    return tuple(dict.fromkeys(_why(term, wanted=False)))


def _why(term: Term, *, wanted: bool) -> Iterator[Cause]:
    """Leaves responsible for this term having the truth `wanted`."""
    outcome = term.outcome
    if not isinstance(outcome, Known) or outcome.value is not wanted:
        if isinstance(outcome, Known) and isinstance(outcome.value, Absent):
            yield from _leaf(term)  # what is absent answers neither yes nor no
        return
    if term.op == "niet":
        yield from _why(term.args[0], wanted=not wanted)
    elif term.op in ("en", "of"):
        for arg in term.args:
            yield from _why(arg, wanted=wanted)
    elif term.op == "als":
        chosen = 1 if isinstance(term.args[0].outcome, Known) and term.args[0].outcome.value else 2
        yield from leaves(term.args[0])
        yield from _why(term.args[chosen], wanted=wanted)
    else:
        yield from leaves(term)


def leaves(term: Term) -> Iterator[Cause]:
    """Every leaf of a term, in reading order."""
    yield from _leaf(term)
    for arg in term.args:
        yield from leaves(arg)


def _leaf(term: Term) -> Iterator[Cause]:
    if term.op in LEAVES and term.inst is not None:
        part = str(term.extra[0]) if term.op == "oordeel" and term.extra else ""
        yield Cause(term.op, term.name, term.inst, part)


def _is(outcome: Outcome, *, yes: bool) -> bool:
    return isinstance(outcome, Known) and outcome.value is yes


@dataclass(frozen=True, slots=True)
class Behind:
    """A rule behind an unfavourable answer, and the leaves that fail in it (none: it refuses).

    Attributes:
        under: for a leaf that only one favourable rule would give: that rule and what fails there.
    """

    rule: int
    inst: Inst
    fails: tuple[Cause, ...]
    under: tuple[tuple[int, tuple[Cause, ...]], ...] = ()


class Search:
    """Looks for the rules behind a false condition, each concept at most once."""

    def __init__(self, run: Evaluated, rung: Rung) -> None:
        """Look in this evaluation, in the program up to this rung."""
        self.run = run
        self.rung = rung
        self.seen: set[tuple[str, Inst]] = set()

    def behind_rule(self, number: int, inst: Inst) -> Iterator[Behind]:
        """Why this rule is not active: its active defeaters, or what fails in its condition."""
        step = self.run.rule(number, inst, self.rung)
        refusing = [
            (other, place)
            for other, place, truth in step.defeaters
            if isinstance(truth, Known) and truth.value
        ]
        for other, place in refusing:
            yield Behind(other, place, ())
        if isinstance(step.own, Known) and not step.own.value and step.term is not None:
            causes = failing(step.term)
            yield Behind(number, inst, causes, tuple(self._under(causes)))
            for cause in causes:
                yield from self._behind_cause(cause)

    def _under(self, causes: Sequence[Cause]) -> Iterator[tuple[int, tuple[Cause, ...]]]:
        """What fails in the favourable rule that alone would have given a leaf.

        Such a rule is no obstacle itself. Of several that would do, none is singled out.
        """
        for cause in causes:
            begrip = self.run.program.begrippen.get(cause.name)
            if cause.kind != "begrip" or begrip is None or len(begrip.candidates) != 1:
                continue
            number = begrip.candidates[0].rule
            step = self.run.rule(number, cause.inst, self.rung)
            fails = isinstance(step.own, Known) and not step.own.value
            if step.term is None or not fails:
                continue
            if self._widens(begrip, self.run.program.rules[number]):
                yield number, failing(step.term)

    @staticmethod
    def _widens(begrip: Begrip, rule: Rule) -> bool:
        """Whether a rule gives more than the concept has without it."""
        return rule.regulation != begrip.regulation or rule.direction == "begunstigend"

    def _behind_cause(self, cause: Cause) -> Iterator[Behind]:
        """Look behind a yes/no concept; amounts are where a search ends."""
        if cause.kind != "begrip" or (cause.name, cause.inst) in self.seen:
            return
        if self.run.program.begrippen[cause.name].type != YES_NO:
            return
        outcome = self.run.begrip(cause.name, cause.inst, self.rung).outcome
        if isinstance(outcome, Known):
            self.seen.add((cause.name, cause.inst))
            behind = self.behind_begrip if not outcome.value else self._behind_yes
            yield from behind(cause.name, cause.inst)

    def _behind_yes(self, name: str, inst: Inst) -> Iterator[Behind]:
        """The rules that make a concept yes where no was asked, also through computing rules.

        What is in the resident's favour is no obstacle.
        """
        if self.run.program.begrippen[name].direction == "begunstigend":
            return
        step = self.run.begrip(name, inst, self.rung)
        for found in (*step.candidates, *step.changes):
            rule = self.run.program.rules[found.rule]
            if found.value is None or not _is(found.truth, yes=True):
                continue
            if rule.helper:
                for cause in dict.fromkeys(_why(found.value, wanted=True)):
                    yield from self._behind_cause(cause)
            elif _is(found.value.outcome, yes=True) and rule.direction != "begunstigend":
                yield Behind(found.rule, inst, ())

    def behind_begrip(self, name: str, inst: Inst) -> Iterator[Behind]:
        """The rules that set aside the rules of a concept, or that make its value what it is.

        A rule that would widen the concept (a favourable exception, or another regulation) is no
        obstacle when it does not apply.
        """
        begrip = self.run.program.begrippen[name]
        step = self.run.begrip(name, inst, self.rung)
        active = [c for c in (*step.candidates, *step.changes) if c.value is not None]
        if not active:
            for candidate in begrip.candidates:
                rule = self.run.program.rules[candidate.rule]
                extends = self._widens(begrip, rule)
                for behind in self.behind_rule(rule.number, inst):
                    if behind.rule != rule.number or not extends:
                        yield behind
            return
        for found in active:
            if found.value is not None and _is(found.value.outcome, yes=False):
                yield from self._refusing(found.rule, inst, found.value)
                continue
            condition = self.run.rule(found.rule, inst, self.rung).term
            terms = [t for t in (condition, found.value) if t is not None]
            for cause in dict.fromkeys(leaf for term in terms for leaf in leaves(term)):
                if self._is_no(cause):
                    yield from self._behind_cause(cause)

    def _refusing(self, number: int, inst: Inst, value: Term) -> Iterator[Behind]:
        """A rule that holds and says no: by itself, or because of what its formula reads."""
        causes = failing(value)
        yield Behind(number, inst, causes, tuple(self._under(causes)))
        for cause in causes:
            yield from self._behind_cause(cause)

    def _is_no(self, cause: Cause) -> bool:
        begrip = self.run.program.begrippen.get(cause.name)
        if cause.kind != "begrip" or begrip is None or begrip.type != YES_NO:
            return False
        return _is(self.run.begrip(cause.name, cause.inst, self.rung).outcome, yes=False)
