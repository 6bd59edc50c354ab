"""P15: files, rules, facts and people in another order give the same outcomes."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from engine.backends.interpret import Run
from engine.ir.case import Case, Inst
from engine.ir.program import Program
from engine.result.outcomes import Conflict, Gap, Known, Outcome
from engine.testing.cases import instances
from engine.testing.choices import Choices, shuffled
from tests.properties.canon import canon
from tests.strategies.compiling import check as compile_files
from tests.strategies.compiling import files
from tests.strategies.worlds import Situation, seeded, situations

ROOT = Path(__file__).parent.parent.parent


def check_order(situation: Situation) -> int:
    """Files, keys and rules in another order: the same outcomes, word for word."""
    choices, case = situation.choices, situation.case
    trees = [mixed(tree, choices) for tree in situation.world.trees]
    other, found = compile_files(shuffled(choices, files(trees)))
    assert other is not None, found
    one, two = Run(situation.program, case), Run(other, turned(case))
    asked = list(instances(situation.program, case))
    for name, inst in asked:
        first, second = one.begrip(name, inst).outcome, two.begrip(name, inst).outcome
        assert canon(first) == canon(second), f"{name} {inst}"
    return len(asked)


def mixed(part: Any, choices: Choices) -> Any:
    """The same file with its keys and its rules in another order."""
    if isinstance(part, dict):
        made = {key: mixed(part[key], choices) for key in shuffled(choices, list(part))}
        if "regels" in made:
            made["regels"] = shuffled(choices, made["regels"])
        return made
    return [mixed(item, choices) for item in part] if isinstance(part, list) else part


def turned(case: Case) -> Case:
    """The same case with everything in reverse order."""
    return replace(
        case,
        facts=dict(reversed(case.facts.items())),
        judgements=dict(reversed(case.judgements.items())),
        links=dict(reversed(case.links.items())),
        children={k: tuple(reversed(v)) for k, v in reversed(case.children.items())},
    )


def check_names(situation: Situation) -> int:
    """Who is called p1 and who p2 makes no difference."""
    persons = situation.case.persons
    mixed_up = shuffled(situation.choices, persons)
    return same_under(situation, dict(zip(persons, mixed_up, strict=True)))


def same_under(situation: Situation, other: dict[str, str]) -> int:
    """With these other names everything is the same."""
    program, case = situation.program, situation.case
    one, two = Run(program, case), Run(program, renamed_case(case, other))
    asked = list(instances(program, case))
    for name, inst in asked:
        first = one.begrip(name, inst).outcome
        second = two.begrip(name, renamed(inst, other)).outcome
        assert meaning(first, program, other) == meaning(second, program, {}), f"{name} {inst}"
    return len(asked)


def renamed(inst: Inst, other: dict[str, str]) -> Inst:
    entity, name = inst
    if entity == "paar":
        return (entity, ">".join(other.get(person, person) for person in name.split(">")))
    return (entity, other.get(name, name))


def renamed_case(case: Case, other: dict[str, str]) -> Case:
    def keys(part: dict[tuple[str, Inst], Any]) -> dict[tuple[str, Inst], Any]:
        return {(name, renamed(inst, other)): value for (name, inst), value in part.items()}

    facts = keys(dict(case.facts))
    return replace(
        case,
        persons=tuple(sorted(other.get(p, p) for p in case.persons)),
        facts={k: other.get(v, v) if isinstance(v, str) else v for k, v in facts.items()},
        judgements=keys(dict(case.judgements)),
        links={key: renamed(inst, other) for key, inst in keys(dict(case.links)).items()},
        children=keys(dict(case.children)),
    )


def meaning(outcome: Outcome, program: Program, other: dict[str, str]) -> object:
    """An outcome without the names of people, except where they are the answer."""
    leaves = getattr(outcome, "reserve", None)
    leaves = outcome.needs if leaves is None else leaves  # type: ignore[union-attr]
    reasons = sorted({(x.kind, x.name, x.detail) for x in leaves})
    match outcome:
        case Known(value=value):
            person = other.get(value, value) if isinstance(value, str) else value
            return ("waarde", person, reasons)
        case Gap(kind=kind):
            return ("gat", kind, reasons)
        case Conflict(values=values):
            return ("conflict", sorted(map(str, values)), reasons)
        case _:
            return ("onbekend", outcome.provisional, reasons)


def digests(*arguments: str) -> set[str]:
    """What other processes with other hash seeds make of the same situations."""
    found = set()
    for seed in ("0", "1", "2"):
        command = [sys.executable, "-m", "tests.properties.digest", *arguments]
        env = dict(os.environ) | {"PYTHONHASHSEED": seed}
        done = subprocess.run(
            command, cwd=ROOT, env=env, capture_output=True, text=True, check=True
        )
        found.add(done.stdout)
    return found


@given(situations())
def test_names_of_people_do_not_matter(situation: Situation) -> None:
    check_names(situation)


@pytest.mark.parametrize("start", range(0, 60, 20))
def test_order_of_files_rules_and_facts_does_not_matter(start: int) -> None:
    for situation in seeded(20, start=start):
        check_order(situation)


@pytest.mark.slow
def test_process_and_hash_seed_do_not_matter() -> None:
    assert len(digests()) == 1


@pytest.mark.slow
def test_an_answer_that_depends_on_the_hash_seed_is_caught() -> None:
    assert len(digests("fout")) > 1
