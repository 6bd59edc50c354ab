"""The whole analysis of a program, as a list of tasks to go through."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from engine.backends.z3_analysis.concept_checks import clashes, gaps
from engine.backends.z3_analysis.inquiry import Inquiry
from engine.backends.z3_analysis.rule_checks import adds, by_accident, powerless, works
from engine.backends.z3_analysis.skeletons import Size
from engine.backends.z3_analysis.suspicions import Suspicion
from engine.backends.z3_analysis.twin_checks import course, idle, influence
from engine.ir import nodes
from engine.ir.fold import walk
from engine.ir.program import Begrip, Program, Rule, Rung

SIZES = (Size(2, 1), Size(3, 2))
Task = Callable[[], Iterator[Suspicion]]


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What is known beforehand.

    Attributes:
        quick: only what takes little time.
        active: rules that are active in some known case; nobody needs to prove that they work.
        behind: per concept the facts that it may rest on.
    """

    quick: bool = False
    active: frozenset[str] = frozenset()
    behind: Mapping[str, frozenset[str]]


def tasks(inquiry: Inquiry, plan: Plan) -> list[Task]:
    """Everything there is to ask of a program, heavy questions last."""
    program = inquiry.program
    begrippen = [program.begrippen[name] for name in program.order]
    made: list[Task] = [partial(clashes, inquiry, begrip) for begrip in begrippen]
    made += [partial(by_accident, inquiry, rule) for rule in program.rules if rule.defeaters]
    made += [partial(powerless, inquiry, rule) for rule in program.rules if _clause(rule)]
    if plan.quick:
        return made
    made += [partial(gaps, inquiry, begrip) for begrip in begrippen]
    made += [partial(works, inquiry, r) for r in program.rules if r.id not in plan.active]
    made += [partial(adds, inquiry, begrip) for begrip in begrippen]
    read_by = readers(program, plan.behind)
    for name in sorted(read_by):
        if program.facts[name].type.kind != "tekst":
            made.append(partial(idle, inquiry, program.facts[name], read_by[name]))
    made += [partial(course, inquiry, written) for written in program.courses]
    return made + list(_influences(inquiry, plan, read_by))


def _influences(
    inquiry: Inquiry, plan: Plan, read_by: Mapping[str, Sequence[Rule]]
) -> Iterator[Task]:
    """Protected facts that reach an entitlement through a rule that does not say why."""
    program = inquiry.program
    for name, fact in sorted(program.facts.items()):
        silent = [
            rule
            for rule in read_by.get(name, ())
            if fact.protected and fact.protected not in dict(rule.justification)
        ]
        if silent or fact.test_only:
            for begrip in program.begrippen.values():
                if name in plan.behind.get(begrip.name, frozenset()) and _matters(begrip):
                    yield partial(influence, inquiry, fact, begrip)


def _matters(begrip: Begrip) -> bool:
    return begrip.entitlement or bool(begrip.direction)


def _clause(rule: Rule) -> bool:
    return rule.rung is Rung.D and bool(rule.effects)


def readers(program: Program, behind: Mapping[str, frozenset[str]]) -> dict[str, list[Rule]]:
    """Per fact the rules that read it directly, those that rest on least first."""
    found: dict[str, list[Rule]] = {}
    for rule in sorted(program.rules, key=lambda r: len(_below(r, behind))):
        names = {n.name for n in _parts(rule) if isinstance(n, nodes.FactRef)}
        for name in names:
            found.setdefault(name, []).append(rule)
    return found


def _below(rule: Rule, behind: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The facts behind the concepts that a rule reads."""
    names = [n.name for n in _parts(rule) if isinstance(n, nodes.BegripRef)]
    return frozenset().union(*(behind.get(name, frozenset()) for name in names))


def _parts(rule: Rule) -> Iterator[nodes.Expr]:
    for part in (rule.condition, rule.moment, *(value for _, value in rule.effects)):
        yield from walk(part)
