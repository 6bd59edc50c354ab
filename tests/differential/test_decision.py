"""The shared decision as rules gives what the plain function gives."""

from bench import decision
from engine.backends.compiled import Compiled
from engine.backends.interpret import Run
from engine.result.outcomes import Known

NAMES = ("beslissing.recht", "beslissing.hoogte")


def values(run) -> tuple[object, ...]:
    outcomes = [run.begrip(name, decision.PERSON).outcome for name in NAMES]
    assert all(isinstance(o, Known) for o in outcomes), outcomes
    return tuple(o.value for o in outcomes)


def test_rules_and_function_agree() -> None:
    program = decision.program()
    compiled = Compiled(program)
    for number, row in enumerate(decision.rows(2_000)):
        case = decision.case(row)
        wanted = decision.expected(row)
        assert values(compiled.run(case)) == wanted
        if number < 200:
            assert values(Run(program, case)) == wanted


def test_the_decision_has_fifteen_inputs_and_seventeen_outcomes() -> None:
    program = decision.program()
    assert len(program.facts) == 15
    assert len(program.begrippen) == 17
