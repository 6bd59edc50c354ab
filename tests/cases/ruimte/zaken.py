"""The rows of feiten.yaml and reikwijdte.yaml, and the situations in which they are looked at."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from engine.model.request import Hulpvraag
from engine.result.obstacles import Blokkade
from engine.result.toets import SignaalToets, Toets
from engine.service import Regelruimte
from engine.service.what_if import changed_request
from engine.source.case_files import plain
from engine.source.yaml_text import read_yaml
from tests.strategies.shipped import loaded

Data = dict[str, Any]
HERE = Path(__file__).parent
BLOCKED = "geblokkeerd door "  # how a signal tells which rule made it light


def table(name: str) -> Data:
    """A file of rows beside this one."""
    tree, problems = read_yaml((HERE / name).read_bytes(), name)
    assert not problems
    return plain(tree)


@cache
def engine() -> Regelruimte:
    return loaded()


@cache
def situations() -> Data:
    return table("situaties.yaml")


@cache
def base(name: str) -> Hulpvraag:
    """A situation, with the changes that it lays upon another one."""
    found = situations()[name]
    if "op" in found:
        return changed_request(base(found["op"]), found["wijzig"])
    return engine().lees_hulpvraag(json.dumps(found).encode(), name)


def with_facts(name: str, facts: Sequence[Mapping[str, Any]]) -> Toets:
    """The answer for a situation in which these circumstances are known, about person p1."""
    about = [{"over_wie": "p1", **fact} for fact in facts]
    request = changed_request(base(name), {"omstandigheden": about})
    return engine().toets(request, probing=False)


def lit(answer: Toets) -> dict[str, SignaalToets]:
    return {signal.id: signal for signal in answer.signalen}


def blockers(answer: Toets) -> set[str]:
    """The rules that stand in the way of a solution or a right, or carry an intended decision."""
    found: list[Blokkade] = []
    for need in answer.behoeften:
        found += [b for solution in need.oplossingen for b in solution.blokkades]
    told = {
        cause.removeprefix(BLOCKED)
        for signal in answer.signalen
        for cause in signal.aanleiding
        if cause.startswith(BLOCKED)
    }
    carried = {one.regel for intended in answer.voornemens for one in intended.gronden}
    return told | carried | {one.regel for one in found}
