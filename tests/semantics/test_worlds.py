"""Every world gives the outcome that was written beside it."""

import pytest

from tests.semantics.expected import found, instance
from tests.semantics.worlds import CITY, DAY, Tree, World, run_case, worlds

ALL = list(worlds())


def cases() -> list[tuple[World, Tree]]:
    return [(world, case) for world in ALL for case in world.tree.get("gevallen", ())]


def label(part: object) -> str:
    return f"{part.file}: {part.name}" if isinstance(part, World) else part["naam"]


@pytest.mark.parametrize(("world", "case"), cases(), ids=label)
def test_case(world: World, case: Tree) -> None:
    program, codes = world.program(case.get("peildatum", DAY), case.get("gemeente", CITY))
    assert program is not None, codes
    run = run_case(program, case)
    for place, expected in case["verwacht"].items():
        inst = instance(program, place)
        assert {asked: found(run, inst, asked) for asked in expected} == expected


@pytest.mark.parametrize("world", [w for w in ALL if "fouten" in w.tree], ids=label)
def test_refused(world: World) -> None:
    """These rules may not load: the codes say why."""
    _, codes = world.program()
    assert sorted(codes) == world.tree["fouten"]


@pytest.mark.parametrize("world", [w for w in ALL if "meldingen" in w.tree], ids=label)
def test_told(world: World) -> None:
    """What a lawyer should know: priority by accident, refused fillings."""
    program, codes = world.program()
    assert program is not None, codes
    told = [d.message for d in program.notices] + [
        f"{r.rule}: {r.reason}" for r in program.refusals
    ]
    assert told == world.tree["meldingen"]


def test_no_world_without_expectation() -> None:
    assert [w.name for w in ALL if not {"gevallen", "fouten"} & set(w.tree)] == []
