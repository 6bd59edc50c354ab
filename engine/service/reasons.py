"""Why a concept has its outcome: the rules, what they rest on, and the concepts behind them."""

from collections.abc import Iterator
from dataclasses import dataclass

from engine.decide.encode import article_of, encode, key_of, short, status_of
from engine.ir.case import Inst
from engine.ir.types import YES_NO, Type
from engine.result.evaluated import Evaluated
from engine.result.outcomes import Known, Outcome, Term
from engine.result.steps import BegripStep, RuleStep
from engine.result.ways import Waarde

LEAVES = ("feit", "begrip", "oordeel")


@dataclass(frozen=True, kw_only=True)
class Blad:
    """A fact, judgement or concept that an answer rests on, with its value here."""

    soort: str
    naam: str
    over: str
    status: str
    waarde: Waarde | None = None


@dataclass(frozen=True, kw_only=True)
class RegelReden:
    """What a rule did for an outcome.

    Attributes:
        geldt: ja, nee or onbekend.
        opzij_door: the rules that went before it, while its own condition held.
    """

    regel: str
    regeling: str
    artikel: str
    toelichting: str
    geldt: str
    opzij_door: tuple[str, ...] = ()
    steunt_op: tuple[Blad, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Reden:
    """Why a concept has its outcome, and the same for every concept behind it, each once."""

    begrip: str
    over: str
    status: str
    waarde: Waarde | None = None
    regels: tuple[RegelReden, ...] = ()
    daarachter: tuple["Reden", ...] = ()


class Reasons:
    """Reads reasons from one evaluation."""

    def __init__(self, run: Evaluated) -> None:
        """Read from this evaluation."""
        self.run = run
        self.program = run.program

    def reason(self, name: str, inst: Inst, seen: set[tuple[str, Inst]]) -> Reden:
        """Why a concept has its outcome; concepts in `seen` are not told again."""
        seen.add((name, inst))
        step = self.run.begrip(name, inst)
        rules = [self._rule(active.rule, inst) for active in (*step.candidates, *step.changes)]
        behind = [
            self.reason(*leaf, seen) for leaf in self._concepts(step, inst) if leaf not in seen
        ]
        return Reden(
            begrip=name,
            over=key_of(inst),
            status=status_of(step.outcome),
            waarde=_value(step.outcome, self.program.begrippen[name].type),
            regels=tuple(sorted(rules, key=lambda r: (r.geldt != "ja", r.regel))),
            daarachter=tuple(behind),
        )

    def _rule(self, number: int, inst: Inst) -> RegelReden:
        rule = self.program.rules[number]
        step = self.run.rule(number, inst)
        found = leaves(step.term) if step.term is not None else ()
        return RegelReden(
            regel=rule.id,
            regeling=rule.regulation,
            artikel=article_of(rule.sources),
            toelichting=rule.text,
            geldt=_truth(step.truth),
            opzij_door=self.before(step),
            steunt_op=tuple(dict.fromkeys(self._leaf(leaf) for leaf in found)),
        )

    def before(self, step: RuleStep) -> tuple[str, ...]:
        """The active rules that go before a rule whose own condition does not fail."""
        if isinstance(step.own, Known) and not step.own.value:
            return ()
        active = (n for n, _, truth in step.defeaters if isinstance(truth, Known) and truth.value)
        return tuple(sorted(self.program.rules[number].id for number in active))

    def _leaf(self, term: Term) -> Blad:
        return Blad(
            soort=term.op,
            naam=short(term.name, self.program),
            over=key_of(term.inst) if term.inst else "",
            status=status_of(term.outcome),
            waarde=_value(term.outcome, self._type(term)),
        )

    def _type(self, term: Term) -> Type:
        if term.name in self.program.facts:
            return self.program.facts[term.name].type
        if term.name in self.program.begrippen:
            return self.program.begrippen[term.name].type
        norm = self.program.norms.get(term.name)
        part = str(term.extra[0]) if term.extra else ""
        kinds = {} if norm is None else {field.name: field.type for field in norm.fields}
        return kinds.get(part, YES_NO)

    def _concepts(self, step: BegripStep, inst: Inst) -> Iterator[tuple[str, Inst]]:
        """Concepts behind the active rules of a concept and their values."""
        for active in (*step.candidates, *step.changes):
            if active.value is None:
                continue
            condition = self.run.rule(active.rule, inst).term
            for term in (condition, active.value):
                for leaf in leaves(term) if term is not None else ():
                    if leaf.op == "begrip" and leaf.inst is not None:
                        yield leaf.name, leaf.inst


def leaves(term: Term) -> Iterator[Term]:
    """The facts, concepts and judgements in a term, in reading order."""
    if term.op in LEAVES:
        yield term
    for part in term.args:
        yield from leaves(part)


def _truth(outcome: Outcome) -> str:
    if not isinstance(outcome, Known):
        return "onbekend"
    return "ja" if outcome.value else "nee"


def _value(outcome: Outcome, kind: Type) -> Waarde | None:
    return encode(outcome.value, kind) if isinstance(outcome, Known) else None
