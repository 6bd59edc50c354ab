"""What the solver makes of a changed rule that no case shows: a proof, or a case that is true."""

import sys
from collections import Counter
from pathlib import Path

import pytest

from engine.backends.compiled import Compiled
from engine.backends.z3_analysis import change_checks
from engine.backends.z3_analysis.change_checks import Sides
from engine.backends.z3_analysis.skeletons import Size
from engine.backends.z3_analysis.solving import Verdict
from engine.decide.blockers import solution_blockers
from engine.ir.case import Case
from engine.ir.program import Program
from engine.result.verschil import Getuige, Onderdeelwijziging
from engine.service import Keuze, Regelruimte
from engine.service.witnesses import witness
from engine.testing.choices import Seeded
from tests.mutation.mutants import mutants, planted
from tests.strategies.worlds import world
from tests.verschil.worlds import FACTS, NEW, OLD, change, compared, parts, two

SPOT = ("inkomen <= inkomensgrens", "inkomen <= inkomensgrens en inkomen != 777 euro/maand")
SAME = ("leeftijd(geboortedatum) >= 18 en inkomen <= inkomensgrens",
        "niet (leeftijd(geboortedatum) < 18 of inkomen > inkomensgrens)")  # fmt: skip


def changed_rule(folder: Path, choice: Keuze | None = None) -> Onderdeelwijziging:
    return parts(compared(folder, choice))["regel kw-2"]


def test_a_difference_that_no_case_shows_is_found_and_can_be_run(tmp_path: Path) -> None:
    two(tmp_path, SPOT)
    part = changed_rule(tmp_path)
    assert part.effect == "verschilt"
    assert part.getuige is not None
    assert "777.00" in part.getuige.hulpvraag
    answers = []
    for side in (OLD, NEW):
        engine = Regelruimte([tmp_path / side])
        request = engine.lees_hulpvraag(part.getuige.hulpvraag.encode())
        answers.append(engine.toets(request).uitkomsten[part.getuige.over])
    assert answers[0] != answers[1]


def test_the_same_in_other_words_is_proved(tmp_path: Path) -> None:
    two(tmp_path, SAME)
    part = changed_rule(tmp_path)
    assert (part.effect, part.getuige) == ("bewezen_gelijk", None)


def test_a_fact_that_is_declared_otherwise_leaves_it_undecided(tmp_path: Path) -> None:
    two(tmp_path, SAME)
    text = (tmp_path / NEW / FACTS).read_text()
    bounds = next(part for part in text.split("inkomen: {")[1].split(", ") if "grenzen" in part)
    change(tmp_path / NEW / FACTS, (bounds, "grenzen: 0..5000"))
    assert changed_rule(tmp_path).effect == "niet_gevonden"


def test_without_proofs_or_without_the_solver_nothing_is_claimed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    two(tmp_path, SAME)
    assert changed_rule(tmp_path, Keuze(bewijzen=False)).effect == "niet_gevonden"
    monkeypatch.setitem(sys.modules, "engine.service.change_proofs", None)
    assert changed_rule(tmp_path).effect == "niet_gevonden"


# -- on generated programs ---------------------------------------------------------------------


def seen(name: str, old: Compiled, new: Compiled, case: Case) -> Getuige | None:
    runs = [side.run(case, solution_blockers) for side in (old, new)]
    return witness("geval", (name, name), runs[0], runs[1])


def certain(found: Getuige | None) -> bool:
    """Whether it shows in what is known: a proof is about complete cases."""
    return found is not None and "onbekend" not in (found.oud + found.nieuw)


def fits(case: Case) -> bool:
    """Whether a case is no larger than what a proof was about."""
    return len(case.persons) <= 2 and all(len(found) <= 2 for found in case.children.values())


def judged(seed: int, most: int) -> Counter[str]:
    """Moved bounds and dropped rules of one world: what the solver says, against cases."""
    made, counted = world(seed), Counter[str]()
    program = made.program
    faults = [m for m in mutants(program) if m.bound is not None][:most]
    for fault in faults:
        other: Program = planted(program, fault)
        rules = [next(r for r in p.rules if r.id == fault.rule) for p in (program, other)]
        reply = Sides(program, other, (Size(1, 1), Size(2, 2))).differs(*rules)
        old, new = Compiled(program), Compiled(other)
        counted[reply.verdict.value] += 1
        if reply.verdict is Verdict.CAN:
            assert reply.case is not None
            if reply.remarks or seen(fault.rule, old, new, reply.case):
                continue
            raise AssertionError(f"wereld {seed}: {fault} verschilt niet in het gevonden geval")
        if reply.verdict is Verdict.CANNOT:
            cases = (made.case(Seeded(seed * 1000 + number)) for number in range(30))
            for case in filter(fits, cases):
                found = seen(fault.rule, old, new, case)
                assert not certain(found), f"wereld {seed}: {fault} verschilt wel: {found}"
    return counted


def test_what_is_found_is_true_and_what_is_proved_holds() -> None:
    counted = sum((judged(seed, most=2) for seed in range(12)), Counter[str]())
    print(dict(counted))
    assert counted["kan"] > 5


@pytest.mark.slow
def test_the_same_on_more_programs() -> None:
    counted = sum((judged(seed, most=4) for seed in range(300, 340)), Counter[str]())
    print(dict(counted))
    assert counted["kan"] > 30


def test_a_fault_in_the_comparison_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    two(tmp_path, SPOT)
    monkeypatch.setattr(change_checks, "_unlike_cells", lambda *_: False)
    assert changed_rule(tmp_path).effect == "bewezen_gelijk", "the fault itself"
    monkeypatch.undo()
    assert changed_rule(tmp_path).effect == "verschilt"
