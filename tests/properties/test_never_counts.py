"""Equal treatment: what may never count, is accepted nowhere and changes nothing."""

from dataclasses import replace

import pytest

from engine.backends.interpret import Run
from engine.decide.blockers import solution_blockers
from engine.decide.solutions import answer_solution
from engine.errors import CaseError
from engine.ir import nodes
from engine.ir.program import Program
from engine.testing.cases import instances
from engine.testing.choices import shuffled
from tests.decide.worlds import engine
from tests.properties.canon import canon
from tests.properties.test_equal_treatment import values
from tests.strategies import shipped
from tests.strategies.worlds import Situation, World


def never(program: Program) -> tuple[str, ...]:
    """Every attribute that may never count, and that no request can hold."""
    return tuple(sorted(name for name, decl in program.facts.items() if decl.test_only))


def check_never(situation: Situation, name: str) -> int:
    """Put straight into the case of everybody, one value or another, it changes nothing at all."""
    program, choices, compared = situation.program, situation.choices, 0
    one, two = shuffled(choices, values(program, situation.case, name))[:2]
    runs = []
    for value in (one, two):
        held = {(name, ("persoon", person)): value for person in situation.case.persons}
        case = replace(situation.case, facts=dict(situation.case.facts) | held)
        runs.append(Run(program, case, solution_blockers))
    for asked, inst in instances(program, situation.case):
        first, second = (canon(run.begrip(asked, inst).outcome) for run in runs)
        assert first == second, f"{asked} {inst} differs by {name}"
        compared += 1
    for solution in sorted({i for _, i in situation.case.links if i[0] == "oplossing"}):
        first, second = (answer_solution(run, solution) for run in runs)
        assert first == second, f"{solution} differs by {name}"
        compared += 1
    return compared


def test_what_may_never_count_is_declared() -> None:
    program = shipped.program()
    grounds = {program.facts[name].protected for name in never(program)}
    assert grounds == {
        "godsdienst", "levensovertuiging", "politieke_gezindheid", "ras", "geslacht",
        "gerichtheid", "postcode", "geboorteland", "taal",
    }  # fmt: skip


@pytest.mark.parametrize("name", never(shipped.program()))
def test_no_request_can_hold_it(name: str) -> None:
    decl = shipped.program().facts[name]
    value = decl.type.labels[0] if decl.type.labels else "1234"
    text = f"peildatum: 2026-09-01\ngemeente: GM0000\npersonen:\n  p1: {{{name}: {value}}}\n"
    with pytest.raises(CaseError) as raised:
        engine().toets(engine().lees_hulpvraag(text.encode(), "vraag.yaml"))
    (found,) = raised.value.diagnostics
    if name == "postcode":  # nothing of an address is accepted, not even to refuse it by name
        assert (found.code, found.at.line, found.at.column) == ("C125", 4, 8)
    else:
        assert (found.code, found.at.line, found.at.column) == ("C133", 4, 10 + len(name))
        assert found.message == f"`{name}` hoort niet in een hulpvraag"


@pytest.mark.slow
@pytest.mark.parametrize("name", never(shipped.program()))
def test_what_may_never_count_changes_nothing(name: str) -> None:
    assert sum(check_never(s, name) for s in shipped.situations(4)) > 1_000


def test_a_rule_that_looks_at_it_is_caught() -> None:
    """Planted past the loader, which refuses it: what counts as income is for men only."""
    program, name = shipped.program(), "geslacht"
    kind = program.facts[name].type
    read = nodes.FactRef(name=name, nav=nodes.Nav(), type=kind)
    man = nodes.Compare(op="=", left=read, right=nodes.Lit(value="man", type=kind))
    rules = [replace(r, condition=man) if r.id == "pw-32-1" else r for r in program.rules]
    world = World([], replace(program, rules=tuple(rules)))
    found = list(shipped.situations(10))
    with pytest.raises(AssertionError, match=f"differs by {name}"):
        sum(check_never(Situation(world, s.case, s.choices), name) for s in found)
