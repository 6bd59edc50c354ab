"""Where cases lie with regard to a rule: within it, outside it, and on the edge of a bound."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from functools import cache, partial

from engine.decide.outcomes import instances
from engine.ir import nodes
from engine.ir.case import Inst
from engine.ir.fold import walk
from engine.ir.nodes import Expr
from engine.ir.program import LAST_BEFORE_CLAUSES, Rule, Rung
from engine.result.evaluated import Evaluated
from engine.result.outcomes import Known, Term
from engine.values import Duration, reached

ORDERED = frozenset({"<", "<=", ">", ">="})
REACHED = "bereikt"


@dataclass
class Edges:
    """Rules by where the cases lie; a rule counts as soon as one case does.

    Attributes:
        asked: the rules that this is about.
        seen: rules of any program that a case was run on.
        active: rules that apply to someone or something in a case.
        conditional: rules that do not always hold: a condition, or another rule goes before.
        outside: rules that surely do not apply to someone or something in a case.
        bounded: rules that compare with a number, an amount or a day.
        on_edge: rules with a case in which both sides of such a comparison are equal.
    """

    asked: frozenset[str]
    seen: set[str] = field(default_factory=set)
    active: set[str] = field(default_factory=set)
    conditional: set[str] = field(default_factory=set)
    outside: set[str] = field(default_factory=set)
    bounded: set[str] = field(default_factory=set)
    on_edge: set[str] = field(default_factory=set)
    _formulas: dict[int, tuple[Rule, tuple[Expr, ...]]] = field(default_factory=dict)

    def look(self, run: Evaluated) -> None:
        """Note where an evaluated case lies for every rule asked."""
        places = cache(partial(instances, run))
        for rule in run.program.rules:
            if rule.id in self.asked:
                self._look(run, rule, places)

    def _look(self, run: Evaluated, rule: Rule, places: Callable[[str], Sequence[Inst]]) -> None:
        formulas = self._note(rule)
        edge = bool(formulas) and rule.id not in self.on_edge
        if rule.id in self.outside and rule.id in self.active and not edge:
            return
        rung = max(rule.rung, LAST_BEFORE_CLAUSES)
        for inst in places(rule.entity):
            truth = run.rule(rule.number, inst, rung).truth
            if not isinstance(truth, Known):
                continue
            (self.active if truth.value else self.outside).add(rule.id)
            if edge and any(_meets(run, formula, inst, rung) for formula in formulas):
                self.on_edge.add(rule.id)
                edge = False

    def _note(self, rule: Rule) -> tuple[Expr, ...]:
        """The formulas of this rule with a bound in them; found once."""
        if id(rule) not in self._formulas:
            self._formulas[id(rule)] = (rule, tuple(_bounds(rule)))
            self.seen.add(rule.id)
            if rule.condition is not None or rule.moment is not None or rule.defeaters:
                self.conditional.add(rule.id)
            if self._formulas[id(rule)][1]:
                self.bounded.add(rule.id)
        return self._formulas[id(rule)][1]


def _bounds(rule: Rule) -> Iterator[Expr]:
    """The condition and the values of a rule, where these compare."""
    for formula in (rule.condition, *(value for _, value in rule.effects)):
        parts = list(walk(formula))
        current = any(isinstance(part, nodes.Current) for part in parts)
        if formula is not None and not current and any(_is_bound(part) for part in parts):
            yield formula


def _is_bound(node: Expr) -> bool:
    match node:
        case nodes.Reached():
            return True
        case nodes.Compare(op=op, labels=labels):
            return op in ORDERED and not labels
        case _:
            return False


def _meets(run: Evaluated, formula: Expr, inst: Inst, rung: Rung) -> bool:
    """Whether some comparison in this formula has equal sides here."""
    return _on_edge(run.evaluate(formula, (inst,), rung))


def _on_edge(term: Term) -> bool:
    if term.op == "vergelijk" and term.name in ORDERED:
        left, right = (part.outcome for part in term.args)
        if isinstance(left, Known) and isinstance(right, Known):
            ordered = isinstance(left.value, int | Fraction | date | Duration)
            if ordered and left.value == right.value:
                return True
    if term.op == "functie" and term.name == REACHED and _just_reached(term):
        return True
    return any(_on_edge(part) for part in term.args)


def _just_reached(term: Term) -> bool:
    """Whether this is the very day on which an age is reached."""
    values = [part.outcome.value for part in term.args if isinstance(part.outcome, Known)]
    match values:
        case [date() as birth, Duration() as length, date() as day]:
            before = day - timedelta(days=1)
            return reached(birth, length, day) and not reached(birth, length, before)
        case _:
            return False
