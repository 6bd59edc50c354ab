"""`regelruimte gevallen`: run worked cases and name every difference."""

from collections.abc import Sequence
from pathlib import Path

from engine.cli.files import rule_folders
from engine.cli.problems import DONE, FOUND, Problem
from engine.cli.screen import busy, progress, say, say_lines, write
from engine.service import Regelruimte, Verslag, case_paths, collect_less_often, run_cases


def run_all(
    names: Sequence[str], replacing: Sequence[str], adding: Sequence[str], *, as_json: bool
) -> int:
    """Run cases; a case that comes out otherwise is a finding."""
    collect_less_often()
    engine = Regelruimte(rule_folders(replacing, adding))
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
    if wrong:
        say(f"{len(wrong)} van de {len(reports)} gevallen komen anders uit.", "red")
    else:
        say(f"Alle {len(reports)} gevallen komen uit zoals het hoort.", "green")
    return FOUND if wrong else DONE


def _paths(engine: Regelruimte, names: Sequence[str]) -> list[Path]:
    for name in names:
        if not Path(name).exists():
            raise Problem(f"`{name}` bestaat niet", "noem een geval of een map met gevallen")
    paths = case_paths([Path(name) for name in names] or list(engine.folders))
    if not paths:
        hint = "gevallen staan als YAML in een map `gevallen` naast de regels"
        raise Problem("hier staan geen gevallen", hint)
    return paths


def _show(report: Verslag) -> None:
    say(f"{report.id}: {report.naam} ({report.herkomst})", "bold")
    for problem in report.fouten:
        say_lines(f"  {problem}")
    for difference in report.verschillen:
        say(f"  {difference}")


def _data(report: Verslag) -> dict[str, object]:
    return {
        "id": report.id,
        "naam": report.naam,
        "herkomst": report.herkomst,
        "goed": report.goed,
        "verschillen": report.verschillen,
        "fouten": [str(problem) for problem in report.fouten],
    }
