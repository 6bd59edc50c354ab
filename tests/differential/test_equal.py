"""The compiled form is the interpreter, only faster: every outcome, status, need and step."""

from collections.abc import Iterator, Sequence

import pytest

from engine.backends.compiled import Compiled, settling
from engine.decide.blockers import solution_blockers
from engine.ir.case import Case
from engine.ir.program import Rung
from engine.result.outcomes import FALSE
from engine.testing.choices import Seeded
from tests.differential.compare import RUNGS, Tally, both, differences
from tests.strategies.shipped import loaded, worked_cases
from tests.strategies.worlds import world

FEW, MANY = 1_000, 20_000
PARTS = 4  # shares of the worked cases, for as many processes
SHOWN = (Rung.D, Rung.E)  # without clauses, and with everything


def compare_worlds(worlds: int, cases: int) -> Tally:
    """Compare generated programs, each on a few cases."""
    tally = Tally()
    for seed in range(worlds):
        made = world(seed)
        compiled = Compiled(made.program)
        for number in range(cases):
            case = made.case(Seeded(seed * 1000 + number))
            found = list(differences(*both(compiled, case), tally))
            assert not found, f"wereld {seed}, geval {number}:\n" + "\n".join(found[:5])
    return tally


def shipped_cases(every: int, part: int) -> Iterator[tuple[str, Compiled, Case, Sequence[Rung]]]:
    """A share of the worked cases on all rungs, and of their variants on those that are shown."""
    engine = loaded()
    made: dict[int, Compiled] = {}
    for number, geval in worked_cases(every, part, PARTS):
        request = geval.hulpvraag
        program = engine.program(request.peildatum, request.gemeente or "")
        if id(program.begrippen) not in made:
            made[id(program.begrippen)] = Compiled(program)
        rungs = SHOWN if number else RUNGS
        yield geval.id, made[id(program.begrippen)], engine.case(request), rungs


def compare_cases(every: int, part: int) -> Tally:
    """Compare a share of the worked cases."""
    tally = Tally()
    for name, compiled, case, rungs in shipped_cases(every, part):
        found = list(differences(*both(compiled, case, solution_blockers), tally, rungs))
        assert not found, f"{name}:\n" + "\n".join(found[:5])
    print(tally)
    return tally


@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
def test_shipped_cases_come_out_equal(part: int) -> None:
    """Every case, and of the variants one in five."""
    assert compare_cases(5, part).cases >= 90


@pytest.mark.lang
@pytest.mark.parametrize("part", range(PARTS))
def test_shipped_variants_come_out_equal(part: int) -> None:
    assert compare_cases(1, part).cases >= 300


@pytest.mark.slow
def test_generated_programs_come_out_equal() -> None:
    print(compare_worlds(FEW, 1))


@pytest.mark.lang
def test_many_generated_programs_come_out_equal() -> None:
    print(compare_worlds(MANY, 1))


def test_a_fault_in_the_compiled_form_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settling, "excluded", lambda _place, _edges: FALSE)
    with pytest.raises(AssertionError, match="wereld"):
        compare_worlds(60, 2)
