"""The same case with something changed comes out as a whole new evaluation of it does."""

import pytest

from engine.backends import interpret
from engine.backends.compiled import Again, Compiled, Run
from engine.decide.blockers import solution_blockers
from engine.decide.probe import Change, Point, Prober, changed, domain
from engine.ir import reads
from engine.ir.case import Case
from engine.ir.program import LAST_BEFORE_CLAUSES, TOP, Rung
from engine.service import shipped_rules
from engine.source.case_files import case_paths, read_cases
from engine.testing.choices import Choices, Seeded, pick
from tests.differential.compare import Tally, differences, instances
from tests.strategies.shipped import loaded
from tests.strategies.worlds import world

FEW, MANY = 200, 4_000
CHANGES = 2
RUNGS = (Rung.B, LAST_BEFORE_CLAUSES, TOP)


def all_points(run: Run) -> list[Point]:
    """Every fact and judgement that can be filled in somewhere in this case."""
    program = run.program
    kinds = (("feit", program.facts), ("oordeel", program.norms))
    return [
        Point(kind, name, inst)
        for kind, declared in kinds
        for name in sorted(declared)
        for inst in instances(run, declared[name].entity)
    ]


def chosen(run: Run, choices: Choices) -> list[Change]:
    """One or two changes, whatever the case already says."""
    found = all_points(run)
    made = []
    for _ in range(choices.integer(1, 2)):
        values = domain(run, pick(choices, found)) if found else ()
        if values:
            made.append(pick(choices, values))
    return made


def ask_everything(run: Run) -> None:
    for name, begrip in run.program.begrippen.items():
        for inst in instances(run, begrip.entity):
            run.begrip(name, inst)


def compare(compiled: Compiled, case: Case, choices: Choices, tally: Tally, blockers) -> None:
    before = compiled.run(case, blockers)
    if choices.integer(0, 1):  # with and without answers to take over
        ask_everything(before)
    for _ in range(CHANGES):
        changes = chosen(before, choices)
        if not changes:
            return
        other = changed(case, compiled.program, changes)
        parts = frozenset((c.point.kind, c.point.name) for c in changes)
        again = Again(before, other, parts)
        reference = interpret.Run(compiled.program, other, blockers)
        found = list(differences(reference, again, tally, RUNGS))
        assert not found, f"{changes}:\n" + "\n".join(found[:5])
        if choices.integer(0, 1):  # the next change leans on this one, as fillings of questions do
            before, case = again, other


def nothing(_run, _solution):
    return ()


def compare_worlds(number: int) -> Tally:
    tally = Tally()
    for seed in range(number):
        made = world(seed)
        choices = Seeded(seed)
        compare(Compiled(made.program), made.case(choices), choices, tally, nothing)
    return tally


@pytest.mark.slow
def test_generated_programs_with_changes() -> None:
    tally = compare_worlds(FEW)
    print(tally)
    assert tally.cases >= 2 * FEW


@pytest.mark.lang
def test_many_generated_programs_with_changes() -> None:
    print(compare_worlds(MANY))


@pytest.mark.slow
def test_shipped_cases_with_changes() -> None:
    engine, tally, made = loaded(), Tally(), {}
    for number, path in enumerate(case_paths([shipped_rules()])):
        request = read_cases(path, path.name)[0].hulpvraag
        if number % 15:
            continue
        program = engine.program(request.peildatum, request.gemeente or "")
        key = id(program.begrippen)
        made[key] = made.get(key) or Compiled(program)
        compare(made[key], engine.case(request), Seeded(number), tally, solution_blockers)
    print(tally)
    assert tally.cases >= 10


@pytest.mark.slow
def test_another_reading_comes_out_as_in_a_new_evaluation() -> None:
    """Every other reading, in a case whose rules read it."""
    engine = loaded()
    path = next(p for p in case_paths([shipped_rules()]) if p.stem == "20_jongeren")
    request = read_cases(path, path.name)[0].hulpvraag
    setting = engine.setting(request.peildatum, request.gemeente or "")
    case = engine.case(request)
    prober = Prober(setting.evaluate(setting.program, case), setting.evaluate)
    for reading in setting.program.readings.values():
        for value in reading.values:
            again = prober.with_reading(reading, value)
            reference = interpret.Run(again.program, case, solution_blockers)
            assert not list(differences(reference, again, Tally(), RUNGS))


def test_a_part_that_is_forgotten_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the groups on the way, an answer of before is taken over where it may not be."""
    monkeypatch.setattr(reads, "_on_the_way", lambda _program, _steps: ())
    world.cache_clear()
    with pytest.raises(AssertionError, match=r"feit|oordeel"):
        compare_worlds(80)
    world.cache_clear()
