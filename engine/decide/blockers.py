"""Blockers: which rule stands in the way of a ground, of what rank and character, at what cost."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import TypeGuard

from engine.decide.causes import Behind, Cause, Search, leaves
from engine.decide.selection import candidate_grounds
from engine.decide.tables import filled_table, lowering_tables
from engine.ir.case import Absent, Inst
from engine.ir.declarations import Source
from engine.ir.fold import walk
from engine.ir.nodes import BegripRef
from engine.ir.program import LAST_BEFORE_CLAUSES, Program, Rule, Rung
from engine.result.evaluated import Evaluated
from engine.result.outcomes import Known, Term
from engine.result.steps import BegripStep, Blocker
from engine.values import Number, Value

WHO = {
    "beleidsregel": "college",
    "verordening": "raad",
    "amvb": "wetgever",
    "ministeriele_regeling": "wetgever",
    "wet": "wetgever",
    "verdrag": "wetgever",
}


def solution_blockers(run: Evaluated, solution: Inst) -> Sequence[Blocker]:
    """Phase-1 blockers of a solution: of every ground of rung a-d that could carry its kind."""
    found: dict[Blocker, None] = {}
    for rule in candidate_grounds(run, solution):
        if rule.rung <= LAST_BEFORE_CLAUSES:
            for blocker in ground_blockers(run, rule, solution, LAST_BEFORE_CLAUSES):
                found[blocker] = None
    return tuple(found)


def ground_blockers(run: Evaluated, rule: Rule, solution: Inst, rung: Rung) -> tuple[Blocker, ...]:
    """What stands in the way of one ground: refusals and failures, and rules that lower it.

    An exception or a clause that simply does not apply is no obstacle.
    """
    made: list[Blocker] = []
    truth = run.rule(rule.number, solution, rung).truth
    if isinstance(truth, Known) and not truth.value:
        behind = Search(run, rung).behind_rule(rule.number, solution)
        if rule.rung > Rung.B:
            behind = (b for b in behind if b.rule != rule.number)
        made += _refusals(run.program, behind, rule)
    made += lowering(run, rule, solution, rung)
    made += lowering_tables(run, rule, solution, rung)
    if not made and isinstance(truth, Known) and truth.value:
        made += _nothing_left(run, rule, solution, rung)
    return tuple(dict.fromkeys(made))


def outcome_blockers(run: Evaluated, name: str, inst: Inst) -> tuple[Blocker, ...]:
    """What stands behind an entitlement that came out as no or nothing."""
    behind = Search(run, LAST_BEFORE_CLAUSES).behind_begrip(name, inst)
    return tuple(dict.fromkeys(_refusals(run.program, behind, None, via=name)))


def _refusals(
    program: Program, found: Iterable[Behind], ground: Rule | None, via: str = ""
) -> Iterator[Blocker]:
    ordinary = ground is not None and ground.rung <= Rung.B
    for behind in found:
        rule = program.rules[behind.rule]
        if rule.helper and not (ordinary and any(c.kind != "begrip" for c in behind.fails)):
            continue  # it only computes, from what has a row of its own
        yield Blocker(
            rule=rule.id,
            regulation=rule.regulation,
            rank=rule.rank,
            character=rule.character,
            fails=_names(behind.fails),
            via=ground.id if ground is not None else via,
            under=tuple((program.rules[n].id, _names(causes)) for n, causes in behind.under),
        )


def _names(causes: Iterable[Cause]) -> tuple[str, ...]:
    return tuple(cause.name for cause in causes)


def lowering(run: Evaluated, rule: Rule, solution: Inst, rung: Rung) -> Iterator[Blocker]:
    """Rules to the resident's detriment that lower the amount this ground carries."""
    if rule.grant is None or rule.grant.upto is None:
        return
    for node in walk(rule.grant.upto):
        if not isinstance(node, BegripRef):
            continue
        place = run.walk(solution, node.nav.steps)
        if place is not None:
            yield from _lowered(run, run.begrip(node.name, place, rung), rule, node)


def _lowered(run: Evaluated, step: BegripStep, ground: Rule, node: BegripRef) -> Iterator[Blocker]:
    for change in step.changes:
        rule = run.program.rules[change.rule]
        if rule.direction != "belastend" or change.value is None:
            continue
        before, after = _before(change.value), change.value.outcome
        if before is None or not isinstance(after, Known):
            continue
        cost = _minus(before, after.value)
        if cost is not None and cost > 0:
            yield Blocker(
                rule=rule.id,
                regulation=rule.regulation,
                rank=rule.rank,
                character=rule.character,
                touches=cost,
                unit=node.type.unit,
                via=ground.id,
            )


def _nothing_left(run: Evaluated, rule: Rule, solution: Inst, rung: Rung) -> Iterator[Blocker]:
    """A ground that holds, where the amount that it carries comes out at nothing."""
    if rule.grant is None or rule.grant.upto is None:
        return
    amount = run.evaluate(rule.grant.upto, (solution,), rung)
    if isinstance(amount.outcome, Known) and _is_zero(amount.outcome.value):
        yield Blocker(
            rule=rule.id,
            regulation=rule.regulation,
            rank=rule.rank,
            character=rule.character,
            via=rule.id,
            counted=tuple(dict.fromkeys(_counted(run, amount, rung))),
        )


def _counted(run: Evaluated, amount: Term, rung: Rung) -> Iterator[tuple[str, Value, str]]:
    """The amounts behind an amount of nothing; what is nothing itself is looked into once."""
    program = run.program
    for leaf in leaves(amount):
        begrip = program.begrippen.get(leaf.name)
        if begrip is None:
            continue
        step = run.begrip(leaf.name, leaf.inst, rung)
        if isinstance(step.outcome, Known) and _is_zero(step.outcome.value):
            values = [active.value for active in step.candidates if active.value is not None]
            for value in values:
                yield from _numbers(run, leaves(value), rung)
        else:
            yield from _numbers(run, [leaf], rung)


def _numbers(
    run: Evaluated, found: Iterable[Cause], rung: Rung
) -> Iterator[tuple[str, Value, str]]:
    program = run.program
    for leaf in found:
        if leaf.kind == "begrip":
            outcome = run.begrip(leaf.name, leaf.inst, rung).outcome
            unit = program.begrippen[leaf.name].type.unit
        elif leaf.kind == "feit":
            outcome, unit = run.fact(leaf.name, leaf.inst), program.facts[leaf.name].type.unit
        else:
            continue
        if isinstance(outcome, Known) and _is_number(outcome.value):
            yield leaf.name, outcome.value, unit


def _is_number(value: Value | Absent) -> TypeGuard[int | Fraction]:
    return isinstance(value, int | Fraction) and not isinstance(value, bool)


def _is_zero(value: Value | Absent) -> bool:
    return _is_number(value) and value == 0


def _before(term: Term) -> Value | Absent | None:
    """The value before a change: what `waarde` stood for."""
    if term.op == "waarde" and isinstance(term.outcome, Known):
        return term.outcome.value
    for arg in term.args:
        found = _before(arg)
        if found is not None:
            return found
    return None


def _minus(before: object, after: object) -> Number | None:
    if isinstance(before, int | Fraction) and isinstance(after, int | Fraction):
        return before - after
    return None


def sources_of(program: Program, blocker: Blocker) -> tuple[Source, ...]:
    """Where a blocker stands: the sources of its rule, or of the table that was filled in."""
    rule = program.rule_named(blocker.rule)
    if rule is not None:
        return rule.sources
    table = filled_table(program, blocker.regulation, blocker.rule)
    return () if table is None else table.filled_at


def who_can_lift(program: Program, blocker: Blocker) -> str:
    """Who can lift the obstacle: evidence, judgement, college, council or legislator.

    Empty when a condition fails on a concept: the rules behind it have a blocker of their own.
    Empty too where nothing is left of an amount: that is a sum, and no obstacle of its own.
    """
    if blocker.counted:
        return ""
    if blocker.fails:
        if any(n in program.facts and program.facts[n].changeable for n in blocker.fails):
            return "bewijs"
        if any(n in program.norms for n in blocker.fails):
            return "oordeel"
        if all(n in program.begrippen for n in blocker.fails):
            return ""
    if blocker.character == "kan" or _has_clause(program, blocker):
        return "college"
    return WHO.get(blocker.rank, "college")


def _has_clause(program: Program, blocker: Blocker) -> bool:
    """Whether a clause in the resident's favour, judged by the college, may set the rule aside."""
    rule = program.rule_named(blocker.rule)
    above = () if rule is None else (program.rules[e.rule] for e in rule.defeaters)
    return any(r.rung.letter == "d" and r.direction == "begunstigend" for r in above)
