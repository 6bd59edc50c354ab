"""What the solver makes of a program is what the interpreter makes of it.

Every leaf is pinned to what a case says, known or missing; then every concept of every instance
has to come to the same kind of outcome and the same value. The cases come out of the generators
that also compare the compiled form, and out of the shipped folders of cases.
"""

from collections.abc import Iterable

import pytest

from engine.backends import interpret
from engine.backends.z3_analysis import encoding as encoding_module
from engine.backends.z3_analysis.cells import NO
from engine.ir.case import Case
from engine.ir.program import Program
from engine.service import shipped_rules
from engine.source.case_files import case_paths, read_cases
from engine.testing.choices import Seeded
from tests.differential.z3_pins import differences
from tests.strategies import shipped
from tests.strategies.worlds import world

Pair = tuple[Program, Case]


def compared(pairs: Iterable[Pair]) -> list[int]:
    counted = [0, 0]
    for number, (program, case) in enumerate(pairs):
        found = list(differences(program, case, counted))
        assert not found, f"geval {number}:\n" + "\n".join(found[:5])
    return counted


def generated(start: int, count: int) -> Iterable[Pair]:
    for seed in range(start, start + count):
        made = world(seed)
        yield made.program, made.case(Seeded(seed * 1000))


def gevallen(step: int, first: int) -> Iterable[Pair]:
    engine = shipped.loaded()
    for path in case_paths([shipped_rules()])[first::step]:
        request = read_cases(path, path.name)[0].hulpvraag
        program = engine.program(request.peildatum, request.gemeente or "")
        yield program, engine.case(request)


def test_generated_programs_agree() -> None:
    exact, rough = compared(generated(0, 8))
    assert exact > 4 * rough > 0


@pytest.mark.slow
def test_more_generated_programs_agree() -> None:
    exact, rough = compared(generated(100, 30))
    print(f"{exact} uitkomsten gelijk, {rough} alleen ruw te zeggen")
    assert exact > rough


@pytest.mark.slow
def test_shipped_cases_agree() -> None:
    exact, rough = compared(gevallen(25, 3))
    print(f"{exact} uitkomsten gelijk, {rough} alleen ruw te zeggen")
    assert exact > 400


@pytest.mark.slow
def test_random_cases_under_the_shipped_rules_agree() -> None:
    pairs = ((s.program, s.case) for s in shipped.situations(2, start=41))
    exact, rough = compared(pairs)
    assert exact > 500 > 5 * rough


@pytest.mark.slow
def test_a_fault_in_the_encoding_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoding_module.Encoding, "excluded", lambda *_: NO)
    with pytest.raises(AssertionError, match="and not"):
        compared(generated(4, 40))


def test_a_fault_in_the_interpreter_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(interpret, "negate", lambda args: args[0])
    with pytest.raises(AssertionError, match="and not"):
        compared(generated(0, 20))
