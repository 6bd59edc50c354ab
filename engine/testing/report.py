"""A finding in Dutch: both twins side by side, and the path that made the difference."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import zip_longest
from pathlib import Path

from engine.decide.encode import encode, key_of, short
from engine.ir.declarations import FactDecl
from engine.result.outcomes import Known, Outcome
from engine.testing.answers import outcome_text
from engine.testing.folder import Folder
from engine.testing.path import Step
from engine.testing.search import Shown
from engine.testing.written import request_text

WIDTH = 56
MOST_STEPS = 25


def report(folder: Folder, title: str, shown: Shown, saved: Path | None = None) -> str:
    """The whole text of a finding; `saved` is where the twins were written as requests."""
    difference = shown.finding.difference
    lines = [
        title,
        "",
        f"Tweelingen: {shown.twins.differ}.",
        f"Wat verschilt: {difference.about}",
        f"  eerste: {difference.one}",
        f"  tweede: {difference.two}",
        f"Waarom dit fout is: {shown.finding.why}.",
        *(f"  regel {folder.title(rule)}, {rule.origin}" for rule in shown.finding.rules),
        "",
        "Het pad dat het verschil maakt (van uitkomst naar gegeven):",
        *_path(folder, difference.path.steps),
        "",
        *_beside(folder, shown),
    ]
    if saved is not None:
        beside = f" --ook {folder.path}" if folder.beside else ""
        runs = [f"  regelruimte toets {saved}-{number}.yaml{beside}" for number in (1, 2)]
        lines += ["", "Zelf nadoen:", *runs]
    return "\n".join(lines)


def save(folder: Folder, shown: Shown, where: Path) -> None:
    """Write both twins as requests beside each other."""
    where.parent.mkdir(parents=True, exist_ok=True)
    for number, case in enumerate((shown.twins.one, shown.twins.two), 1):
        path = where.with_name(f"{where.name}-{number}.yaml")
        path.write_text(request_text(case, folder.program), encoding="utf-8")


def _path(folder: Folder, steps: list[Step]) -> Iterator[str]:
    if not steps:
        yield "  geen regel: het verschil zit niet in de regels maar in het rekenen zelf"
    for step in steps[:MOST_STEPS]:
        name = folder.title(step.rule) if step.rule else short(step.name, folder.program)
        values = f": {_value(folder, step, step.one)} | {_value(folder, step, step.two)}"
        yield f"  {step.kind} {name}, {key_of(step.inst)}{values}"
    if len(steps) > MOST_STEPS:
        yield f"  … en nog {len(steps) - MOST_STEPS} stappen"


def _value(folder: Folder, step: Step, outcome: Outcome | None) -> str:
    if outcome is None:
        return "anders geoordeeld"
    if step.kind == "regel":
        return (
            ("geldt" if outcome.value else "geldt niet") if isinstance(outcome, Known) else "open"
        )
    declared = folder.program.facts if step.kind == "feit" else folder.program.begrippen
    about = declared[step.name]
    return _fact(about, outcome) if isinstance(about, FactDecl) else outcome_text(
        outcome, about, folder.program)  # fmt: skip


def _fact(decl: FactDecl, outcome: Outcome) -> str:
    return str(encode(outcome.value, decl.type)) if isinstance(outcome, Known) else "onbekend"


def _beside(folder: Folder, shown: Shown) -> Iterator[str]:
    """Both requests side by side; `>` marks where they differ."""
    first, second = (
        request_text(case, folder.program).splitlines()
        for case in (shown.twins.one, shown.twins.two)
    )
    yield f"  {'eerste':<{WIDTH}} | tweede"
    for tag, a, b, c, d in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        for left, right in zip_longest(first[a:b], second[c:d], fillvalue=""):
            mark = " " if tag == "equal" else ">"
            yield f"{mark} {left[:WIDTH]:<{WIDTH}} | {right[:WIDTH]}".rstrip()
