"""P25: what is excluded stays excluded, whatever is asked first and through whichever act."""

import pytest
from hypothesis import given

from engine.backends.interpret import Run
from engine.ir.program import Rung
from engine.result.outcomes import FALSE, TRUE, Conflict, Gap, Known, Outcome, Unknown
from engine.testing.cases import instances
from engine.testing.choices import pick, shuffled
from tests.properties.canon import canon
from tests.strategies.worlds import Situation, situations

RUNGS = (Rung.B, Rung.C, Rung.D)


def check_questions(situation: Situation) -> int:
    """One evaluation asked everything in any order, at any rung, answers as if asked only that."""
    program, case, choices = situation.program, situation.case, situation.choices
    asked = list(instances(program, case))
    busy = Run(program, case)
    for name, inst in shuffled(choices, asked):
        busy.begrip(name, inst, pick(choices, RUNGS))
    for name, inst in asked:
        rung = pick(choices, RUNGS)
        answer = Run(program, case).begrip(name, inst, rung).outcome
        assert canon(busy.begrip(name, inst, rung).outcome) == canon(answer), f"{name} {inst}"
    return len(asked)


def check_exclusion(situation: Situation) -> int:
    """A rule that is surely set aside gives nothing, at every rung that sees who sets it aside."""
    program, case = situation.program, situation.case
    run, found = Run(program, case), 0
    for name, inst in instances(program, case):
        for rung in RUNGS:
            for candidate in run.begrip(name, inst, rung).candidates:
                step = run.rule(candidate.rule, inst, rung)
                if any(truth == TRUE for _, _, truth in step.defeaters):
                    assert step.truth == FALSE, program.rules[candidate.rule].id
                    assert candidate.value is None, program.rules[candidate.rule].id
                    found += 1
    return found


def same_answer(source: Outcome, alias: Outcome, asked: str) -> None:
    """Whether the concept that repeats another says what that one says."""
    match source, alias:
        case Known(), Known():
            assert source.value == alias.value, asked
        case Gap(), Gap():
            assert source.kind == alias.kind, asked
        case Conflict(), Conflict() | Unknown():
            return
        case Unknown(), Unknown():
            assert source.needs == alias.needs, asked
        case _:
            raise AssertionError(f"{asked}: {canon(source)} -> {canon(alias)}")


def check_aliases(situation: Situation) -> int:
    """A concept that only repeats one of another act says the same."""
    program, case = situation.program, situation.case
    run, found = Run(program, case), 0
    for name, inst in instances(program, case):
        if not name.startswith("wb.ook_"):
            continue
        found += 1
        source = run.begrip(f"wa.{name.removeprefix('wb.ook_')}", inst).outcome
        alias = run.begrip(name, inst).outcome
        same_answer(source, alias, f"{name} {inst}")
    return found


@pytest.mark.slow
@given(situations())
def test_the_order_of_questions_does_not_matter(situation: Situation) -> None:
    check_questions(situation)


@given(situations())
def test_what_is_set_aside_gives_nothing(situation: Situation) -> None:
    check_exclusion(situation)


@given(situations())
def test_another_act_gets_the_same_answer(situation: Situation) -> None:
    check_aliases(situation)
