"""P20: who is alike in everything that is read, gets the same outcome for the same reasons."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from engine.backends.interpret import Run
from engine.decide import solutions as ladder
from engine.decide.blockers import solution_blockers
from engine.ir.case import Case, Inst
from engine.ir.program import Program
from engine.result.outcomes import Outcome
from engine.testing.cases import Cases, both_ways, by_entity, instances
from engine.testing.choices import Choices, chance, pick
from tests.properties.test_symmetry import meaning
from tests.strategies import shipped
from tests.strategies.worlds import Situation, seeded

SOLUTION = ("oplossing", "o1")
NAMES = {"p1": "zus", "p2": "anna", "p3": "m", "p4": "broer", "tante": "buurvrouw",
         "b1": "wens", "x1": "drempel", "o1": "uitweg", "d1": "brief", "v1": "plan"}  # fmt: skip


@dataclass(eq=False)
class Reading(Run):
    """An evaluation that remembers which facts it asked for."""

    read: set[tuple[str, Inst]] = field(default_factory=set)

    def fact(self, name: str, inst: Inst) -> Outcome:
        """Give a fact and remember it."""
        self.read.add((name, inst))
        return super().fact(name, inst)


def answered(program: Program, case: Case, solution: str) -> tuple[Reading, list[Any]]:
    """What becomes of a solution and of what it can be claimed for, and why, without a name."""
    run = Reading(program, case, solution_blockers)
    found = ladder.answer_solution(run, ("oplossing", solution))
    told: list[Any] = [found.result, found.letter, kinds(found.needs)]
    told += [(p.regel, p.trede, p.status, p.bedrag, p.vorm) for p in found.parts]
    told += [(t.rule.id, t.rung, t.status, t.amount, kinds(t.needs)) for t in found.tried]
    told += [(b.rule, b.fails, b.touches, b.via) for b in found.blockers]
    told += [(r.id, r.status) for r in found.referrals]
    for name, begrip in sorted(program.begrippen.items()):
        if begrip.entitlement and begrip.entity == "oplossing":
            step = run.begrip(name, ("oplossing", solution))
            why = [(program.rules[c.rule].id, meaning(c.truth, program, {}))
                   for c in (*step.candidates, *step.changes)]  # fmt: skip
            told.append((name, meaning(step.outcome, program, {}), why))
    return run, told


def kinds(needs: frozenset[Any]) -> list[tuple[str, str]]:
    return sorted({(leaf.kind, leaf.name) for leaf in needs})


def named(part: Any) -> Any:
    """The same with other ids, also in records, pairs and coverings."""
    if isinstance(part, tuple) and len(part) == 2 and all(isinstance(p, str) for p in part):
        return (part[0], renamed(part[1]))
    if isinstance(part, tuple):
        return tuple(named(p) for p in part)
    return renamed(part) if isinstance(part, str) else part


def renamed(name: str) -> str:
    people = [".".join(NAMES.get(p, p) for p in who.split(".")) for who in name.split(">")]
    return ">".join(people)


def other_names(case: Case) -> Case:
    """The same case, where everybody and everything is called something else."""

    def keys(part: Any) -> dict[Any, Any]:
        return {(name, named(inst)): value for (name, inst), value in part.items()}

    return replace(
        case,
        persons=tuple(sorted(map(renamed, case.persons))),
        network=tuple(sorted(map(renamed, case.network))),
        members={e: tuple(sorted(map(renamed, ids))) for e, ids in case.members.items()},
        links={k: named(v) for k, v in keys(case.links).items()},
        children={k: tuple(map(named, v)) for k, v in keys(case.children).items()},
        facts={k: named(v) if isinstance(v, str) else v for k, v in keys(case.facts).items()},
        judgements=keys(case.judgements),
    )


def elsewhere(program: Program, case: Case, choices: Choices, read: set[Any]) -> tuple[Case, int]:
    """The same case, where every fact that nobody read is another one, or gone, or new."""
    made, pools = dict(case.facts), Cases(program, choices)
    members = by_entity(case.persons, case.network, case.links)
    changed = 0
    for name, decl in sorted(program.facts.items()):
        if decl.type.kind == "persoon":
            continue  # who a record is about belongs to its shape
        for inst in members.get(decl.entity, ()):
            places = both_ways(decl, inst)
            if any((name, place) in read for place in places):
                continue
            options = [v for v in pools.pools.of(decl.type, case.persons)
                       if v != case.facts.get((name, inst))]  # fmt: skip
            for place in places:
                made.pop((name, place), None)
                if options and not chance(choices, 10):
                    made[name, place] = pick(choices, options)
            changed += 1
    return replace(case, facts=made), changed


def check_alike(situation: Situation) -> int:
    """Other names and other unread facts: the same outcome and the same reasons."""
    program, case = situation.program, situation.case
    run, told = answered(program, case, "o1")
    other, changed = elsewhere(program, case, situation.choices, run.read)
    _, again = answered(program, other_names(other), NAMES["o1"])
    assert again == told
    return changed


def concepts(program: Program, case: Case) -> tuple[Reading, list[Any]]:
    """Every concept of a program with its outcome and the rules it comes from."""
    run, told = Reading(program, case), []
    for name, inst in instances(program, case):
        step = run.begrip(name, inst)
        why = [(program.rules[c.rule].id, meaning(c.truth, program, {}))
               for c in (*step.candidates, *step.changes)]  # fmt: skip
        told.append((name, inst, meaning(step.outcome, program, {}), why))
    return run, told


def check_alike_concepts(situation: Situation) -> int:
    """In a drawn program too: other unread facts, the same outcomes for the same reasons."""
    program, case = situation.program, situation.case
    run, told = concepts(program, case)
    other, changed = elsewhere(program, case, situation.choices, run.read)
    assert concepts(program, other)[1] == told
    return changed


@pytest.mark.parametrize("start", range(0, 80, 40))
def test_in_drawn_programs_what_nobody_reads_makes_no_difference(start: int) -> None:
    changed = [check_alike_concepts(s) for s in seeded(40, start=start)]
    assert sum(map(bool, changed)) >= 20, "hardly any fact is left that nobody reads"


def test_a_drawn_program_that_looks_further_than_it_reads_is_caught(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    right = Run.begrip

    def wrong(run: Run, *asked: Any) -> Any:
        found = right(run, *asked)
        return found if len(run.case.facts) % 2 else replace(found, candidates=())

    monkeypatch.setattr(Run, "begrip", wrong)
    situations = list(seeded(20))
    with pytest.raises(AssertionError):
        list(map(check_alike_concepts, situations))


@pytest.mark.slow
def test_who_is_alike_gets_the_same_for_the_same_reasons() -> None:
    changed = [check_alike(s) for s in shipped.situations(45)]
    print(f"{sum(changed)} facts that nobody read were changed")
    assert min(changed) > 20
    assert sum(changed) > 45 * 200


def test_what_is_read_does_make_a_difference() -> None:
    """The comparison sees differences: other facts that are read often give another answer."""
    differ, results = 0, set()
    for situation in shipped.situations(30):
        program, case = situation.program, situation.case
        other, _ = elsewhere(program, case, situation.choices, set())
        _, told = answered(program, case, "o1")
        results.add(told[0])
        differ += told != answered(program, other, "o1")[1]
    assert differ >= 20
    assert len(results) >= 3, "the situations have become dull"


def looks_at_a_name(patch: pytest.MonkeyPatch) -> None:
    right = ladder.try_ground

    def wrong(run: Run, rule: Any, solution: Inst) -> Any:
        tried = right(run, rule, solution)
        return replace(tried, rung=None) if "zus" in run.case.persons else tried

    patch.setattr(ladder, "try_ground", wrong)


def peeks_at_income(patch: pytest.MonkeyPatch) -> None:
    """A fact that no rule asked for decides, past the road by which facts are read."""
    right = ladder.answer_solution

    def wrong(run: Run, solution: Inst) -> Any:
        found = right(run, solution)
        rich = any(name == "schulden" and value for (name, _), value in run.case.facts.items())
        return replace(found, result="geen_grond") if rich else found

    patch.setattr(ladder, "answer_solution", wrong)


def other_reasons(patch: pytest.MonkeyPatch) -> None:
    """The outcome stays, but what is told of it depends on who comes first."""
    right = ladder.answer_solution

    def wrong(run: Run, solution: Inst) -> Any:
        found = right(run, solution)
        return found if min(run.case.persons) == "p1" else replace(found, blockers=())

    patch.setattr(ladder, "answer_solution", wrong)


@pytest.mark.parametrize("plant", [looks_at_a_name, peeks_at_income, other_reasons])
def test_an_unequal_answer_is_caught(
    plant: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(monkeypatch)

    def equal(situation: Situation) -> bool:
        try:
            check_alike(situation)
        except AssertionError:
            return False
        return True

    assert not all(map(equal, shipped.situations(200)))
