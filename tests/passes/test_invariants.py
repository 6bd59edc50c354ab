"""What holds after each pass, on the small act and on all shipped rules."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

import pytest

from engine.ir import nodes
from engine.ir.fold import walk
from engine.ir.nodes import BegripRef, Lit, Nav
from engine.ir.program import Program, Rule, Rung
from engine.ir.reads import Part, reads
from engine.ir.types import COUNT, YES_NO
from engine.passes.check_types import check_types
from engine.passes.order import order
from tests.passes.stages import small
from tests.strategies import shipped

PROGRAMS = {"klein": lambda: small().program, "alle wetten": shipped.program}


def dangling(program: Program) -> Iterator[str]:
    """Resolve: every name in a formula is there, and rules give values of their own entity."""
    known = {
        nodes.BegripRef: program.begrippen,
        nodes.FactRef: program.facts,
        nodes.NormRef: program.norms,
        nodes.AmountRef: program.amounts,
        nodes.ReadingRef: program.readings,
    }
    for number, rule in enumerate(program.rules):
        if rule.number != number:
            yield f"{rule.id} has number {rule.number} at place {number}"
        for formula in (rule.condition, rule.cause, *(value for _, value in rule.effects)):
            for node in walk(formula):
                names = known.get(type(node))
                if names is not None and node.name not in names:
                    yield f"{rule.id} reads {node.name}"
        for name, _ in rule.effects:
            begrip = program.begrippen.get(name)
            if begrip is not None and begrip.entity != rule.entity:
                yield f"{rule.id} is about {rule.entity} and gives {name} of {begrip.entity}"


def untyped(program: Program) -> Iterator[str]:
    """Check_types: nothing of what was compiled has a fault."""
    yield from map(str, check_types(program))


def astray(program: Program) -> Iterator[str]:
    """Defeaters: no rule sets itself aside, each relation leads to a rule, and stands once."""
    for rule in program.rules:
        others = [edge.rule for edge in rule.defeaters]
        if rule.number in others:
            yield f"{rule.id} sets itself aside"
        if any(not 0 <= other < len(program.rules) for other in others):
            yield f"{rule.id} is set aside by nothing"
        if len(set(others)) < len(others):
            yield f"{rule.id} is set aside twice by one rule"


def concepts_below(graph: Mapping[Part, frozenset[Part]], part: Part) -> Iterator[str]:
    """The concepts that a part reads, itself or through rules, groups and tables."""
    waiting, seen = [part], {part}
    while waiting:
        new = graph.get(waiting.pop(), frozenset()) - seen
        seen |= new
        yield from (name for kind, name in new if kind == "begrip")
        waiting += [read for read in new if read[0] != "begrip"]


def too_early(program: Program) -> Iterator[str]:
    """Order: a concept comes once, after all it reads, and no rule on it is above its top."""
    if sorted(program.order) != sorted(program.begrippen):
        yield "not every concept comes once"
    place = {name: at for at, name in enumerate(program.order)}
    for name, begrip in program.begrippen.items():
        for read in concepts_below(reads(program), ("begrip", name)):
            if place[read] >= place[name]:
                yield f"{name} comes before {read}"
        for candidate in (*begrip.candidates, *begrip.changes):
            rule = program.rules[candidate.rule]
            if max(rule.rung, Rung.B) > begrip.top:
                yield f"{rule.id} is above the top of {name}"


INVARIANTS = [dangling, untyped, astray, too_early]


@pytest.mark.parametrize("program", PROGRAMS.values(), ids=PROGRAMS)
@pytest.mark.parametrize("faults", INVARIANTS, ids=lambda f: f.__name__)
def test_it_holds(
    faults: Callable[[Program], Iterator[str]], program: Callable[[], Program]
) -> None:
    assert list(faults(program())) == []


def with_rule(program: Program, rule: Rule) -> Program:
    """The program with another rule in the place of the one with that number."""
    rules = list(program.rules)
    rules[rule.number] = rule
    return replace(program, rules=tuple(rules))


def test_every_invariant_can_fail() -> None:
    """A planted fault for each, so that none of them holds by itself."""
    program = small().program
    one = next(rule for rule in program.rules if rule.defeaters)
    lost = replace(one, condition=BegripRef(name="weg", nav=Nav(), type=YES_NO))
    wrong = replace(one, condition=Lit(value=3, type=COUNT))
    itself = replace(one, defeaters=tuple(replace(e, rule=one.number) for e in one.defeaters))
    for faults, rule in ((dangling, lost), (untyped, wrong), (astray, itself)):
        assert list(faults(with_rule(program, rule)))
    assert list(too_early(replace(program, order=tuple(reversed(program.order)))))


def test_a_circle_has_no_order() -> None:
    """It is told with the articles on the way."""
    program = small().program
    name, other = program.order[0], program.order[-1]
    rule = next(r for r in program.rules if any(effect == name for effect, _ in r.effects))
    back = BegripRef(name=other, nav=Nav(), type=program.begrippen[other].type)
    circle = with_rule(program, replace(rule, condition=back))
    (problem,) = order(circle).problems
    assert problem.code == "R501"
    assert "→" in problem.message
