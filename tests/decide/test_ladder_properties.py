"""P20, P21 and P23 on the shipped rules and cases."""

import json
from collections import Counter
from dataclasses import replace

import pytest

from engine.backends.interpret import Run
from engine.decide import solutions as ladder
from engine.decide.blockers import solution_blockers
from engine.decide.grounds import try_ground
from engine.decide.selection import candidate_grounds, kind_of
from engine.decide.solutions import answer_solution
from engine.ir.program import Rung
from engine.result.outcomes import Known
from tests.decide.worlds import KITCHEN, answer, engine, runs
from tests.strategies import shipped

DRAWN = 150


def lower_rung_holds(run, found) -> bool:
    """Whether some ground holds as a whole on a lower rung than the answer's."""
    if found.rung is None:
        mine = candidate_grounds(run, found.solution)
        return any(try_ground(run, r, found.solution).holds for r in mine)
    for rule in candidate_grounds(run, found.solution):
        for rung in (r for r in Rung if Rung.B <= r < found.rung and r >= rule.rung):
            truth = run.rule(rule.number, found.solution, rung).truth
            carries = try_ground(run, rule, found.solution)
            if truth == Known(True) and carries.holds and carries.rung < found.rung:
                return carries.amount is None
    return False


def check_lowest() -> int:
    """P23: of every solution that is carried, how many; on each no lower rung holds."""
    looked = 0
    for case, run, solutions in runs():
        for solution in solutions:
            found = answer_solution(run, solution)
            if found.result in ("grond", "past_zonder_besluit"):
                looked += 1
                assert not lower_rung_holds(run, found), f"{case.id}: a lower rung holds"
    return looked


def highest(_run, _solution, tried):
    """Planted: of the grounds that hold the one on the highest rung."""
    holding = [t for t in tried if t.holds]
    return [max(holding, key=lambda t: t.rung)] if holding else []


def test_p23_no_lower_rung_holds() -> None:
    assert check_lowest() >= 60


@pytest.mark.slow
def test_p23_no_lower_rung_holds_in_drawn_requests() -> None:
    """The same on requests that no worked case contains."""
    looked = Counter()
    for situation in shipped.situations(DRAWN):
        run = Run(situation.program, situation.case, solution_blockers)
        found = answer_solution(run, ("oplossing", "o1"))
        looked[found.letter] += 1
        assert not lower_rung_holds(run, found)
    print(f"drawn requests per rung: {dict(looked)}")
    assert len(looked) >= 3, "the requests have become dull"


def test_p23_catches_a_ladder_that_takes_the_highest_rung(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ladder, "_chosen", highest)
    request = engine().lees_hulpvraag(KITCHEN.encode(), "vraag.yaml")
    setting = engine().setting(request.peildatum, "GM0000")
    rules = tuple(
        replace(r, condition=None) if r.grant and r.grant.kinds and "eigen_actie" in r.grant.kinds
        else r for r in setting.program.rules
    )  # fmt: skip
    own = next(r for r in rules if r.grant and r.grant.kinds and "eigen_actie" in r.grant.kinds)
    extra = replace(own, rung=Rung.D, number=own.number, id="plant")
    program = replace(setting.program, rules=(*rules, replace(extra, number=len(rules))))
    from engine.service.facade import evaluator

    run = evaluator(program)(program, engine().case(request))
    found = answer_solution(run, ("oplossing", "o3"))
    assert found.rung == Rung.D
    assert lower_rung_holds(run, found)


def test_p21_a_ground_carries_only_its_own_kinds() -> None:
    for case, run, solutions in runs():
        for solution in solutions:
            for part in answer_solution(run, solution).parts:
                rule = run.program.rule_named(part.regel)
                kinds = rule.grant.kinds
                assert kinds is None or kind_of(run, solution) in kinds, case.id


def test_p20_equal_facts_give_equal_outcome_and_equal_motivation() -> None:
    other = KITCHEN.replace("p1", "zz").replace("x1", "q1").replace("id: b1", "id: b9")
    other = other.replace("een laag werkblad", "iets anders van het aanrecht")
    first, second = answer(KITCHEN), answer(other)
    assert reasons(first) == reasons(second)


def reasons(toets: dict) -> list:
    """What was decided and why, without names of persons and without free text."""
    found = []
    for need in toets["behoeften"]:
        for s in need["oplossingen"]:
            kept = {k: s.get(k) for k in ("trede", "uitkomst", "nodig")}
            kept["gronden"] = [
                {k: g.get(k) for k in ("regel", "artikel", "trede", "status", "nodig")}
                for g in s["gronden"]
            ]
            kept["blokkades"] = [b["regel"] for b in s.get("blokkades", [])]
            found.append(json.dumps(kept, sort_keys=True))
    return found


def test_p20_catches_an_answer_that_looks_at_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    real = ladder.answer_solution

    def partial(run, solution):
        found = real(run, solution)
        return replace(found, result="geen_grond") if "zz" in run.case.persons else found

    from engine.decide import toets as whole

    monkeypatch.setattr(whole, "answer_solution", partial)
    assert reasons(answer(KITCHEN)) != reasons(answer(KITCHEN.replace("p1", "zz")))
