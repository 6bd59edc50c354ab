"""Shortest changes: the smallest set of facts and judgements that would lift an obstacle.

Never proposed: protected or unchangeable facts. Every proposal has been tried before it is
shown: it flips the ground, and no proper part of it flips that ground or the whole solution.
"""

from collections.abc import Iterable
from itertools import combinations

from engine.decide.causes import failing
from engine.decide.encode import encode, key_of, short
from engine.decide.grounds import try_ground
from engine.decide.probe import Change, Point, Prober
from engine.decide.solutions import answer_solution
from engine.ir.case import Inst
from engine.ir.program import LAST_BEFORE_CLAUSES, Program, Rule
from engine.result.evaluated import Evaluated
from engine.result.outcomes import Term
from engine.result.steps import Blocker
from engine.result.ways import Wijziging

MOST_POINTS = 6


def shortest_change(
    prober: Prober, ground: Rule, solution: Inst, blocker: Blocker
) -> tuple[Wijziging, ...]:
    """One or two changes after which this ground no longer fails; empty when there are none.

    Two changes of which one already helps by another ground are no shortest way either.
    """
    run = prober.run
    open_points = list(_points(run, ground, blocker, solution))[:MOST_POINTS]
    options = {p: prober.domain(p) for p in open_points}
    for size in (1, 2):
        for group in combinations(open_points, size):
            for changes in _choices([options[p] for p in group]):
                if _lifts(prober, ground, solution, changes) and not (
                    size > 1 and any(_flips(prober, solution, change) for change in changes)
                ):
                    return tuple(_text(run.program, c) for c in changes)
    return ()


def _choices(options: list[tuple[Change, ...]]) -> Iterable[tuple[Change, ...]]:
    if len(options) == 1:
        return ((c,) for c in options[0])
    return ((a, b) for a in options[0] for b in options[1])


def _lifts(prober: Prober, ground: Rule, solution: Inst, changes: Iterable[Change]) -> bool:
    return try_ground(prober.under(*changes), ground, solution).rung is not None


def _flips(prober: Prober, solution: Inst, change: Change) -> bool:
    """Whether this change alone gives the solution another result, by whatever ground."""
    changed = answer_solution(prober.under(change), solution)
    return changed.result != answer_solution(prober.run, solution).result


def _points(run: Evaluated, ground: Rule, blocker: Blocker, solution: Inst) -> Iterable[Point]:
    """Facts and judgements in the condition of the blocking rule that may be changed."""
    rule = run.program.rule_named(blocker.rule)
    if rule is None:
        return
    for inst in _instances(run, rule, ground, solution):
        step = run.rule(rule.number, inst, LAST_BEFORE_CLAUSES)
        if step.term is None:
            continue
        causes = failing(step.term) if blocker.fails else ()
        names = {(c.kind, c.name, c.inst) for c in causes} or set(_leaves(step.term))
        for kind, name, place in sorted(names):
            if kind == "oordeel" or (kind == "feit" and _may_change(run.program, name)):
                yield Point(kind, name, place)


def _instances(run: Evaluated, rule: Rule, ground: Rule, solution: Inst) -> Iterable[Inst]:
    if rule.number == ground.number:
        return [solution]
    edges = [e for e in ground.defeaters if e.rule == rule.number]
    places = [run.walk(solution, e.steps) for e in edges]
    return [p for p in places if p is not None]


def _leaves(term: Term) -> Iterable[tuple[str, str, Inst]]:
    if term.op in ("feit", "oordeel") and term.inst is not None:
        yield term.op, term.name, term.inst
    for arg in term.args:
        yield from _leaves(arg)


def _may_change(program: Program, name: str) -> bool:
    fact = program.facts[name]
    return fact.changeable and not fact.protected and fact.entity != "paar"


def _text(program: Program, change: Change) -> Wijziging:
    point = change.point
    if point.kind == "feit":
        kind = program.facts[point.name].type
    else:
        kind = program.norms[point.name].fields[0].type
    return Wijziging(
        soort="gegeven" if point.kind == "feit" else "oordeel",
        naam=short(point.name, program),
        over=key_of(point.inst),
        waarde=encode(change.shown, kind),
    )
