"""`regelruimte gevallen`: run worked cases and name every difference, or show them as text."""

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from engine.cli.files import chosen_rules, is_there
from engine.cli.problems import DONE, FOUND, Problem
from engine.cli.screen import busy, progress, say, say_lines, show_blocks, write
from engine.service import (
    Regelruimte,
    Verslag,
    case_paths,
    readable_cases,
    run_cases,
)

LADDER = ("a", "b", "c", "d", "e", "geen")
TITLE = re.compile(r"^(?:id|naam): *(.+)$", re.MULTILINE)


def run_all(
    names: Sequence[str], replacing: Sequence[str], adding: Sequence[str], *, as_json: bool
) -> int:
    """Run cases; a case that comes out otherwise is a finding."""
    engine = chosen_rules(replacing, adding)
    paths = _paths(engine, names)
    with busy("Regels lezen …"):
        count = len(engine.corpus.regelingen)
    reports: list[Verslag] = []
    for path in progress(paths, len(paths), f"Gevallen rekenen ({count} regelingen)"):
        reports += run_cases(engine, [path])
    wrong = [report for report in reports if not report.goed]
    if as_json:
        write(engine.json([_data(report) for report in reports]))
        return FOUND if wrong else DONE
    for report in wrong:
        _show(report)
    _show_rungs([letter for report in reports for letter in report.treden])
    if wrong:
        verb = "komt" if len(wrong) == 1 else "komen"
        say(f"{len(wrong)} van de {len(reports)} gevallen {verb} anders uit.", "red")
    else:
        what = "Het geval komt" if len(reports) == 1 else f"Alle {len(reports)} gevallen komen"
        say(f"{what} uit zoals het hoort.", "green")
    return FOUND if wrong else DONE


def read_all(
    names: Sequence[str], replacing: Sequence[str], adding: Sequence[str], *, as_json: bool
) -> int:
    """Show cases as text for somebody who reads no YAML."""
    if as_json:
        raise Problem("`--lees` en `--json` gaan niet samen", "kies er een")
    engine = chosen_rules(replacing, adding)
    for number, blocks in enumerate(readable_cases(engine, _paths(engine, names))):
        if number:
            say("\n")
        show_blocks(blocks)
    return DONE


def _paths(engine: Regelruimte, names: Sequence[str]) -> list[Path]:
    """The case files that are named: by their path, their folder, or a part of their name."""
    shipped = case_paths(list(engine.folders))
    found: list[Path] = []
    for name in names:
        chosen = (
            case_paths([Path(name)])
            if is_there(name)
            else [path for path in shipped if name and _is_called(path, name)]
        )
        if not chosen and not is_there(name):
            hint = "noem een geval, een map met gevallen of een deel van de naam van een geval"
            raise Problem(f"`{name}` bestaat niet", hint)
        found += chosen
    paths = list(dict.fromkeys(found)) if names else shipped
    if not paths:
        hint = "gevallen staan als YAML in een map `gevallen` naast de regels"
        raise Problem("hier staan geen gevallen", hint)
    return paths


def _is_called(path: Path, name: str) -> bool:
    """Whether this is part of the name of the file or its act, or of the id or title in it."""
    text = path.read_text(encoding="utf-8", errors="replace")
    named = [*path.parts[-4:-2], path.stem, *TITLE.findall(text)]
    return any(name.casefold() in part.casefold() for part in named)


def _show(report: Verslag) -> None:
    say(f"{report.id}: {report.naam} ({report.herkomst})", "bold")
    for problem in report.fouten:
        say_lines(f"  {problem}")
    for difference in report.verschillen:
        say(f"  {difference}")


def _show_rungs(found: Sequence[str]) -> None:
    """How often a solution came out on each rung: a picture of the cases, not a goal."""
    counted = Counter(found)
    shares = [f"{r} {counted[r]} ({counted[r] / len(found):.0%})" for r in LADDER if r in counted]
    if shares:
        say(f"Treden van de {len(found)} oplossingen: {', '.join(shares)}.")


def _data(report: Verslag) -> dict[str, object]:
    return {
        "id": report.id,
        "naam": report.naam,
        "herkomst": report.herkomst,
        "goed": report.goed,
        "treden": report.treden,
        "verschillen": report.verschillen,
        "fouten": [str(problem) for problem in report.fouten],
    }
