"""The whole analysis of a program, as a list of questions to go through."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial

from engine.backends.z3_analysis.concept_checks import clashes, gaps
from engine.backends.z3_analysis.courses import course
from engine.backends.z3_analysis.inquiry import Inquiry
from engine.backends.z3_analysis.rounding_checks import days_to_look_on, rounded
from engine.backends.z3_analysis.rule_checks import adds, by_accident, powerless, works
from engine.backends.z3_analysis.skeletons import Size
from engine.backends.z3_analysis.suspicions import Suspicion
from engine.backends.z3_analysis.twin_checks import idle, influence
from engine.ir import nodes
from engine.ir.declarations import FactDecl
from engine.ir.fold import walk
from engine.ir.parts import Course
from engine.ir.program import Begrip, Norm, Program, Rule, Rung
from engine.ir.reads import Part, fact, judgement

SIZES = (Size(2, 1), Size(3, 2))
Found = Iterator[Suspicion]
Ask = Callable[[], Found]


@dataclass(frozen=True)
class Task:
    """One question.

    Attributes:
        name: what is asked and of what, the same for the same question.
        parts: the parts of the program that it is about; the answer rests on them and on what
            they read, and on nothing else.
        ask: gives the answer.
    """

    name: str
    parts: tuple[Part, ...]
    ask: Ask


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What is known beforehand.

    Attributes:
        quick: only what takes little time.
        active: rules that are active in some known case; nobody needs to prove that they work.
        behind: per concept the facts that it may rest on.
        settled: facts that rules of another municipality read; one that counts there is not idle.
        days: days on which the same rules hold and a month may lack a day.
    """

    quick: bool = False
    active: frozenset[str] = frozenset()
    behind: Mapping[str, frozenset[str]]
    settled: frozenset[str] = frozenset()
    days: Sequence[date] = ()


def tasks(inquiry: Inquiry, plan: Plan) -> list[Task]:
    """Everything there is to ask of a program, heavy questions last."""
    program = inquiry.program
    begrippen = [program.begrippen[name] for name in program.order]
    made = [_about(begrip, clashes, inquiry) for begrip in begrippen]
    made += [_of_rule(rule, by_accident, inquiry) for rule in program.rules if rule.defeaters]
    made += [_of_rule(rule, powerless, inquiry) for rule in program.rules if _clause(rule)]
    if plan.quick:
        return made
    made += [_about(begrip, gaps, inquiry) for begrip in begrippen]
    made += [_of_rule(r, works, inquiry) for r in program.rules if r.id not in plan.active]
    made += list(_additions(inquiry, begrippen))
    read_by = readers(program, plan.behind)
    for name in sorted(read_by.keys() - plan.settled):
        if program.facts[name].type.kind != "tekst":
            made.append(_idle(inquiry, program.facts[name], read_by[name]))
    made += [_course(inquiry, written) for written in program.courses]
    made += list(_roundings(inquiry, plan.days))
    return made + list(_influences(inquiry, plan, read_by))


def _about(begrip: Begrip, ask: Callable[[Inquiry, Begrip], Found], inquiry: Inquiry) -> Task:
    name = f"{ask.__name__} {begrip.name}"
    return Task(name, (("begrip", begrip.name),), partial(ask, inquiry, begrip))


def _of_rule(rule: Rule, ask: Callable[[Inquiry, Rule], Found], inquiry: Inquiry) -> Task:
    given = [("begrip", name) for name, _ in rule.effects if name in inquiry.program.begrippen]
    parts = (("regel", str(rule.number)), *given)
    return Task(f"{ask.__name__} {rule.id} {rule.window}", parts, partial(ask, inquiry, rule))


def _additions(inquiry: Inquiry, begrippen: Sequence[Begrip]) -> Iterator[Task]:
    """Whether rules add something, of those that go before none and before which none goes."""
    before = {edge.rule for rule in inquiry.program.rules for edge in rule.defeaters}
    for begrip in begrippen:
        found = [inquiry.program.rules[c.rule] for c in begrip.candidates]
        asked = [r for r in found if not r.defeaters and r.number not in before]
        if asked and len(found) > 1:
            name = f"adds {begrip.name} {[rule.id for rule in asked]}"
            yield Task(name, (("begrip", begrip.name),), partial(adds, inquiry, begrip, asked))


def _roundings(inquiry: Inquiry, days: Sequence[date]) -> Iterator[Task]:
    """Whether it decides how a day that a month lacks is rounded."""
    program = inquiry.program

    @cache
    def on(day: date) -> Inquiry:
        there = replace(program, day=day)
        return inquiry if day == program.day else Inquiry(there, inquiry.sizes, inquiry.effort)

    named: list[tuple[Rule | Norm, Part, str]] = [
        *((rule, ("regel", str(rule.number)), rule.id) for rule in program.rules),
        *((norm, judgement(norm.name), norm.name) for norm in program.norms.values()),
    ]
    for part, about, name in named:
        looked = days_to_look_on(program, part, days)
        if looked:
            told = f"rounded {name} {[day.isoformat() for day in looked]}"
            yield Task(told, (about,), partial(rounded, on, looked, part))


def _idle(inquiry: Inquiry, asked: FactDecl, readers: Sequence[Rule]) -> Task:
    parts = (fact(asked.name), *(("regel", str(rule.number)) for rule in readers))
    name = f"idle {asked.name} {[rule.id for rule in readers]}"
    return Task(name, parts, partial(idle, inquiry, asked, readers))


def _along(inquiry: Inquiry, written: Course) -> Found:
    """A course; one of pairs, the hardest, on a stage where nothing was asked before."""
    pairs = inquiry.program.facts[written.fact].entity == "paar"
    fresh = Inquiry(inquiry.program, inquiry.sizes, inquiry.effort) if pairs else inquiry
    return course(fresh, written)


def _course(inquiry: Inquiry, written: Course) -> Task:
    program = inquiry.program
    read = {node.name for node in walk(written.only) if isinstance(node, nodes.BegripRef)}
    moved = {written.begrip} - {""}
    rule = program.rule_named(written.rule) if written.rule else None
    about = [("regel", str(rule.number))] if rule is not None else []
    parts = (fact(written.fact), *(("begrip", name) for name in sorted(read | moved)), *about)
    return Task(f"course {written}", parts, partial(_along, inquiry, written))


def _influences(
    inquiry: Inquiry, plan: Plan, read_by: Mapping[str, Sequence[Rule]]
) -> Iterator[Task]:
    """Protected facts that reach an entitlement through a rule that does not say why."""
    program = inquiry.program
    for name, asked in sorted(program.facts.items()):
        silent = [
            rule
            for rule in read_by.get(name, ())
            if asked.protected and asked.protected not in dict(rule.justification)
        ]
        if silent or asked.test_only:
            for begrip in program.begrippen.values():
                if name in plan.behind.get(begrip.name, frozenset()) and _matters(begrip):
                    parts = (fact(name), ("begrip", begrip.name))
                    ask = partial(influence, inquiry, asked, begrip)
                    yield Task(f"influence {name} {begrip.name}", parts, ask)


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
