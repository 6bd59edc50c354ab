"""What one favourable rule does: the same program with and without it, and which is better."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, replace
from decimal import Decimal

from engine.backends.interpret import Run
from engine.decide.blockers import solution_blockers
from engine.decide.solutions import Answer, answer_solution
from engine.ir import nodes
from engine.ir.case import ABSENT
from engine.ir.program import Begrip, Program, Rule, Rung
from engine.ir.reads import touched
from engine.ir.types import YES_NO
from engine.result.evaluated import Evaluated
from engine.result.outcomes import TRUE, Known
from engine.testing.cases import instances
from tests.differential.compare import instances as places

LESS, NEITHER_WAY, MORE = -1, 0, 1
TOWARDS = {"begunstigend": MORE, "belastend": LESS}
RESULTS = ("geen_grond", "elders", "strijdig", "kansrijk", "keuze", "grond", "past_zonder_besluit")
"""What becomes of a solution, from worse to better; the three open ones count as one."""
ALL = Decimal("Infinity")
OPEN = frozenset({"strijdig", "kansrijk", "keuze"})


@dataclass(frozen=True)
class Worth:
    """Which way each concept is better for the resident, and what the law itself trades.

    Attributes:
        own: for concepts that declare no direction: whether more or less is better.
        ranked: for concepts with labels: the labels from worse to better.
        traded: pairs of a rule and a concept that is less because the law gives another instead.
    """

    own: dict[str, int]
    ranked: dict[str, tuple[str, ...]]
    traded: frozenset[tuple[str, str]] = frozenset()

    def towards(self, begrip: Begrip) -> int:
        """MORE or LESS is better, or NEITHER_WAY."""
        declared = TOWARDS.get(begrip.direction, MORE if begrip.entitlement else NEITHER_WAY)
        return self.own.get(begrip.name, declared)

    def of(self, name: str, value: object) -> object:
        """A value in a form that has an order."""
        return self.ranked[name].index(str(value)) if name in self.ranked else value

    def worse(self, begrip: Begrip, before: object, after: object) -> bool:
        """Whether what comes after is worse for the resident."""
        one, two = self.of(begrip.name, before), self.of(begrip.name, after)
        worse = two < one if self.towards(begrip) == MORE else two > one  # type: ignore[operator]
        return bool(worse)


def favourable(program: Program) -> list[Rule]:
    """The rules that say of themselves that they favour the resident."""
    return [rule for rule in program.rules if rule.direction == "begunstigend"]


def active(run: Evaluated, rule: Rule) -> bool:
    """Whether a rule surely works for somebody or something in this case."""
    return any(
        run.rule(rule.number, place, Rung.E).truth == TRUE for place in places(run, rule.entity)
    )


def never(program: Program, rule: Rule) -> Program:
    """The program in which this rule never holds."""
    gone = replace(
        rule, condition=nodes.Lit(value=False, type=YES_NO), cause=None, moment=None, reach=None
    )
    rules = (*program.rules[: rule.number], gone, *program.rules[rule.number + 1 :])
    return replace(program, rules=rules)


def resting(program: Program, rule: Rule) -> frozenset[str]:
    """Concepts that rest on a rule, near or far."""
    found = touched(program, [("regel", str(rule.number))])
    return frozenset(name for kind, name in found if kind == "begrip")


def check_rule(run: Evaluated, rule: Rule, asked: Collection[str], worth: Worth) -> Counter[str]:
    """P8: with this rule nothing of what is asked is worse for the resident than without it."""
    program, case, seen = run.program, run.case, Counter[str]()
    bare = Run(never(program, rule), case, solution_blockers)
    for name, inst in instances(program, case):
        begrip = program.begrippen[name]
        if name not in asked or not worth.towards(begrip) or (rule.id, name) in worth.traded:
            continue
        with_it, without = (r.begrip(name, inst, Rung.CLAUSE).outcome for r in (run, bare))
        if isinstance(with_it, Known) and isinstance(without, Known):
            before, after = without.value, with_it.value
            if ABSENT in (before, after):
                continue
            told = f"{rule.id}: {name} {inst}: {before} -> {after}"
            assert not worth.worse(begrip, before, after), told
            seen["compared"] += 1
            seen["felt"] += before != after
    for solution in sorted({inst for _, inst in case.links if inst[0] == "oplossing"}):
        one, two = answer_solution(bare, solution), answer_solution(run, solution)
        if one.rung == Rung.E:
            continue  # a principle of the Awb answers what blocks, and now less does
        assert standing(two) >= standing(one), f"{rule.id}: {solution}: {one.result} {two.result}"
        seen["solutions"] += 1
        seen["felt"] += standing(one) != standing(two)
    return seen


def standing(answer: Answer) -> tuple[int, Decimal, int, int]:
    """How good an answer is: what becomes of the solution, how much is carried, how low.

    A part without an amount carries all there is, and so more than any amount.
    """
    result = "kansrijk" if answer.result in OPEN else answer.result
    amounts = [part.bedrag for part in answer.parts]
    amount = ALL if None in amounts else sum(map(Decimal, filter(None, amounts)), Decimal(0))
    rung = Rung.E + 1 if answer.rung is None else answer.rung
    return RESULTS.index(result), amount, len(answer.carried), -rung
