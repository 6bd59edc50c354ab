"""P9, P11, P16 and P25 under the shipped rules: a rule less, a rule more, an act more."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import permutations
from typing import Any

import pytest

from engine.ir import nodes
from engine.ir.case import Case, Inst
from engine.ir.fold import walk
from engine.ir.program import Program, Rule
from engine.ir.reads import Part, touched
from engine.result.evaluated import Evaluated
from engine.result.outcomes import FALSE
from engine.testing.cases import by_entity, instances
from tests.properties.canon import canon
from tests.properties.test_routes import same_answer
from tests.strategies import quick, shipped, variants
from tests.strategies.worlds import Situation

CLAUSES = (
    "pw-16-1", "pw-16-1-kosten", "pw-18-1-arbeid", "pw-18-1-norm", "pw-18-1-tegenprestatie",
    "pw-18-10", "pw-18b-7", "pw-49-b", "pw-58-8", "pw-58-8-deel", "vll-9", "vw-20",
)  # fmt: skip
"""Every clause with a reach in the law; those of rung e answer blockers instead."""
OTHER_DAYS = ("2025-12-31", "2026-06-30", "2027-01-01")
Asked = list[tuple[str, Inst]]


def differing(
    one: Evaluated, two: Evaluated, asked: Asked
) -> Iterator[tuple[str, tuple[str, str]]]:
    """Questions that the two answer differently, in any word."""
    for name, inst in asked:
        if canon(one.begrip(name, inst).outcome) != canon(two.begrip(name, inst).outcome):
            yield name, inst


def idle(program: Program, case: Case) -> frozenset[str]:
    """Exceptions that are surely inactive for everybody in this case."""
    run, members = quick.run(program, case), by_entity(case.persons, case.network, case.links)
    everybody = (*case.persons, *case.network)

    def inactive(rule: Rule) -> bool:
        if any(edge.relation in ("sluit_uit", "beperkt") for edge in rule.defeaters):
            return False  # what excludes it may decide the kind of a gap
        places = members.get(rule.entity, ())
        if rule.entity in program.groups:
            places = tuple((rule.entity, person) for person in case.persons)
        if rule.entity == "paar":
            places = tuple(("paar", f"{a}>{b}") for a, b in permutations(everybody, 2))
        return all(run.rule(rule.number, place).truth == FALSE for place in places)

    found = {name for name, r in variants.written().items() if defeats(r)}
    return frozenset(r.id for r in program.rules if r.id in found and inactive(r))


def defeats(rule: Any) -> bool:
    return any(getattr(rule, key) for key in variants.DEFEATS)


def check_conservative(situation: Situation) -> frozenset[str]:
    """P9: without the exceptions that do nothing here, everything is the same."""
    program, case = situation.program, situation.case
    unused = idle(program, case)
    other = variants.compiled(variants.without(unused))
    found = list(
        differing(quick.run(program, case), quick.run(other, case), list(instances(program, case)))
    )
    assert not found, f"{found[:3]} without {sorted(unused)}"
    return unused


@pytest.mark.slow
def test_idle_exceptions_change_nothing() -> None:
    tried = Counter(name for s in shipped.situations(13) for name in check_conservative(s))
    print(f"{tried.total()} removed, {len(tried)} different rules")
    assert len(tried) >= 85
    assert tried.total() >= 500


def in_reach(program: Program, clause: Rule) -> set[Part]:
    """Rules that the reach names as it is written: by article, by paragraph or by act."""
    reach = clause.reach
    assert reach is not None
    head = next(act.kop for act in shipped.corpus().regelingen if act.id == clause.regulation)
    articles = set(reach.articles)
    for part in head.indeling:
        if part.holds(program.day):
            articles.update(a for p in reach.paragraphs for a in part.paragraaf.get(p, ()))
    return {
        ("regel", str(rule.number))
        for rule in program.rules
        if rule.regulation in reach.regulations
        or (rule.regulation == clause.regulation and articles & {s.article for s in rule.sources})
    }


def resting(program: Program, start: set[Part]) -> frozenset[str]:
    """Concepts that rest on any of these."""
    found = touched(program, start)
    return frozenset(name for kind, name in found if kind == "begrip")


@cache
def touchable(clause: str) -> frozenset[str]:
    """What a clause may touch: what rests on rules in its reach, and what only it gives a value.

    What it changes is not its own: that has to rest on rules in its reach.
    """
    program = shipped.program()
    rule = program.rule_named(clause)
    assert rule is not None
    own = {("begrip", name) for name, _ in rule.effects if name not in rule.changes}
    return resting(program, in_reach(program, rule) | own)


def check_reach(situation: Situation, clause: str, other: Program) -> Counter[str]:
    """P11: without this clause only what lies in its reach, or rests on that, is different."""
    program, case = situation.program, situation.case
    asked = list(instances(program, case))
    allowed = touchable(clause)
    changed = set(differing(quick.run(program, case), quick.run(other, case), asked))
    outside = {(name, inst) for name, inst in changed if name not in allowed}
    assert not outside, f"{clause} touches {sorted(outside)[:3]}"
    beyond = sum(name not in allowed for name, _ in asked)
    return Counter(beyond=beyond, changed=len(changed))


def test_every_clause_with_a_reach_is_tried() -> None:
    reaching = {r.id for r in shipped.program().rules if r.reach and not r.reach.on_blockers}
    assert reaching == set(CLAUSES)


@pytest.mark.slow
@pytest.mark.parametrize("clause", CLAUSES)
def test_a_clause_stays_within_its_reach(clause: str) -> None:
    seen: Counter[str] = Counter()
    other = variants.compiled(variants.without({clause}))
    for situation in shipped.situations(12):
        seen += check_reach(situation, clause, other)
    print(clause, dict(seen))
    assert seen["beyond"] >= 2500


def check_not_in_force(situation: Situation, others: list[Program]) -> int:
    """P16: rules of another period that would exclude and replace every rule, change nothing."""
    program, case = situation.program, situation.case
    asked = list(instances(program, case))
    one = quick.run(program, case)
    for other in others:
        found = list(differing(one, quick.run(other, case), asked))
        assert not found, f"{found[:3]} felt from another period"
    return len(asked) * len(others)


def of_other_periods(ids: set[str]) -> list[Program]:
    return [variants.compiled(variants.of_another_period(ids, p)) for p in variants.NOT_NOW]


@pytest.mark.slow
def test_law_of_another_period_is_not_felt() -> None:
    others = of_other_periods(set(variants.written()))
    compared = sum(check_not_in_force(s, others) for s in shipped.situations(9))
    assert compared >= 8000


def changed_between(one: Program, two: Program) -> set[Part]:
    """Rules, amounts and tables that are not the same on the days of these two programs."""
    first, second = sorted((one.day, two.day))
    amounts = {
        a.name
        for a in one.amounts.values()
        if any(first < start <= second for start, _ in a.entries)
        or (a.until is not None and first <= a.until < second)
    }
    amounts |= {n for n, t in one.tables.items() if two.tables[n].rows != t.rows}
    ids = {r.id for r in one.rules} ^ {r.id for r in two.rules}
    ids |= {r.id for r in one.rules if r.window.holds(first) is not r.window.holds(second)}
    return set(_keys(one, ids, amounts))


def _keys(program: Program, ids: set[str], amounts: set[str]) -> Iterator[Part]:
    """Where these rules, amounts and tables stand in a program."""
    parts: dict[Part, list[Any]] = {
        ("regel", str(r.number)): [r.condition, r.cause, r.moment] for r in program.rules
    }
    for name, b in program.begrippen.items():
        values = [c.value for c in (*b.candidates, *b.changes)]
        parts["begrip", name] = [*values, b.rest, b.low, b.high]
    for name, table in program.tables.items():
        parts["tabel", name] = [p for row in table.rows or () for p in (row.upto, row.value)]
    for key, formulas in parts.items():
        read = {
            n.name
            for part in formulas
            for n in walk(part)
            if isinstance(n, nodes.AmountRef)
        }  # fmt: skip
        rule = program.rules[int(key[1])].id if key[0] == "regel" else ""
        if rule in ids or read & amounts or (key[0] == "tabel" and key[1] in amounts):
            yield key


def check_crossing(situation: Situation, other: Program) -> int:
    """P16: a new date changes only what rests on rules and amounts that changed."""
    program, case = situation.program, situation.case
    allowed = resting(program, changed_between(program, other))
    allowed |= resting(other, changed_between(other, program))
    asked = [a for a in instances(program, case) if a[0] not in allowed]
    found = list(differing(quick.run(program, case), quick.run(other, case), asked))
    assert not found, f"{found[:3]} differs on {other.day}"
    return len(asked)


@pytest.mark.slow
@pytest.mark.parametrize("day", OTHER_DAYS)
def test_a_new_date_changes_only_what_rests_on_it(day: str) -> None:
    other = variants.compiled(shipped.corpus(), date.fromisoformat(day))
    compared = sum(check_crossing(s, other) for s in shipped.situations(8))
    print(f"{day}: {compared} outcomes compared")
    assert compared >= 800


def check_third_act(situation: Situation, other: Program) -> int:
    """P25: an act that repeats every concept gets the answer that the act itself gives."""
    case, compared = situation.case, 0
    run = quick.run(other, case)
    for name, inst in instances(situation.program, case):
        source = run.begrip(name, inst).outcome
        through = quick.run(other, case).begrip(f"derde.{variants.alias(name)}", inst).outcome
        same_answer(source, through, f"{name} {inst}")
        compared += 1
    return compared


@pytest.mark.slow
def test_a_third_act_gets_the_same_answer() -> None:
    other = variants.compiled(variants.repeating())
    compared = sum(check_third_act(s, other) for s in shipped.situations(4))
    print(f"{compared} outcomes asked through another act")
    assert compared >= 1200
