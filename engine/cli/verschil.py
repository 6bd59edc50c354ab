"""`regelruimte verschil`: what differs between two sets of rules, and what that does to cases."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from engine.cli.controleer import read_day, read_municipality
from engine.cli.files import check_output, is_there, rule_folders, write_private
from engine.cli.problems import DONE, FOUND, Problem
from engine.cli.screen import progress, write
from engine.cli.verschil_screen import show
from engine.cli.verschil_svg import picture
from engine.service import Keuze, case_paths, collect_less_often, kanten, verschil

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Choices:
    """What the user chose, as typed."""

    peildatum: str
    gemeente: str
    svg: str
    snel: bool
    json: bool


def compare(
    sides: tuple[str, str], cases: Sequence[str], adding: Sequence[str], choices: Choices
) -> int:
    """Compare two sets of rules; a case that comes out otherwise is a finding."""
    collect_less_often()
    chosen = _checked(sides, cases, adding, choices)
    folders = [Path(name) for name in adding]
    with kanten(*sides, folders) as (before, after):
        found = verschil(before, after, chosen, _with_bar)
        data = before.regels.json(found)
    if choices.svg:
        write_private(choices.svg, picture(found), replace=True)
    if choices.json:
        write(data)
    else:
        show(found)
    return FOUND if found.anders else DONE


def _with_bar(items: Sequence[T], what: str, /) -> Iterator[T]:
    return progress(items, len(items), what)


def _checked(
    sides: tuple[str, str], cases: Sequence[str], adding: Sequence[str], choices: Choices
) -> Keuze:
    """What is compared.

    Raises:
        Problem: something that was typed is wrong; all mistakes at once.
    """
    wrong: list[Problem] = []
    day = _noted(wrong, lambda: read_day(choices.peildatum))
    city = _noted(wrong, lambda: read_municipality(choices.gemeente))
    there = [name for name in sides if Path(name).is_dir()]
    _noted(wrong, lambda: rule_folders(there, adding))
    _noted(wrong, lambda: check_output(choices.svg, "een grafiek", ".svg"))
    for name in cases:
        _noted(wrong, partial(_check_case, name))
    if wrong:
        hints = dict.fromkeys(problem.hint for problem in wrong if problem.hint)
        raise Problem("; ".join(problem.message for problem in wrong), "; ".join(hints))
    return Keuze(
        dag=day, gemeente=city or "", gevallen=tuple(map(Path, cases)), bewijzen=not choices.snel
    )


def _noted(wrong: list[Problem], read: Callable[[], T]) -> T | None:
    """What was read; None when it is wrong, which is noted."""
    try:
        return read()
    except Problem as problem:
        wrong.append(problem)
        return None


def _check_case(name: str) -> None:
    if not is_there(name):
        raise Problem(f"`{name}` bestaat niet", "noem een geval of een map met gevallen")
    if not case_paths([Path(name)]):
        hint = "gevallen staan als YAML in een map `gevallen` naast de regels"
        raise Problem(f"in `{name}` staan geen gevallen", hint)
