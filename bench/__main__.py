"""Measure and print; `make bench`. Times are medians on this machine, ratios within one run."""

import gc
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from functools import cache, partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.table import Table

from bench import decision
from engine.backends.compiled import Compiled
from engine.backends.interpret import Run
from engine.decide.blockers import solution_blockers
from engine.decide.outcomes import instances
from engine.ir.program import LAST_BEFORE_CLAUSES
from engine.service import (
    Regelruimte,
    collect_less_often,
    keep_what_is_loaded,
    shipped_rules,
)
from engine.source.case_files import case_paths, read_cases

ROOT = Path(__file__).resolve().parent.parent
LOAD = "from datetime import date\n"
LOAD += "from engine.service import Regelruimte, collect_less_often\n"
LOAD += "collect_less_often()\n"  # as every command does
LOAD += "Regelruimte().program(date(2026, 9, 1), 'GM0000')"


def seconds(work: Callable[[], object]) -> float:
    """How long one call takes."""
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def typical(work: Callable[[], object], times: int = 5) -> float:
    """The median of some calls."""
    return median(seconds(work) for _ in range(times))


def process(*command: str) -> Callable[[], object]:
    """A whole process, as a user starts it."""
    return lambda: subprocess.run(command, check=True, capture_output=True, cwd=ROOT)


def quantile(found: list[float], share: float) -> float:
    """The value below which this share lies."""
    return sorted(found)[min(len(found) - 1, int(share * len(found)))]


def cold() -> Iterable[tuple[str, str, str]]:
    """Whole processes: help, and loading and checking all rules."""
    command = str(Path(sys.executable).with_name("regelruimte"))
    yield "regelruimte --help", f"{typical(process(command, '--help')):.2f} s", "≤ 0,3 s"
    loading = typical(process(sys.executable, "-c", LOAD), 3)
    yield "regels laden en controleren, koud", f"{loading:.2f} s", "≤ 1,0 s"
    answer = typical(process(command, "toets", str(ROOT / "voorbeelden" / "taxi.yaml")), 3)
    yield "regelruimte toets op de taxi, koud", f"{answer:.2f} s", ""


def shared() -> Iterable[tuple[str, str, str]]:
    """The shared decision: plain function, compiled with and without steps, interpreter."""
    program = decision.program()
    compiled = Compiled(program)
    rows = list(decision.rows(2_000))
    cases = [decision.case(row) for row in rows]
    names = list(program.begrippen)

    def plain() -> None:
        for row in rows:
            decision.expected(row)

    def values() -> None:
        for case in cases:
            place = compiled.run(case).place(decision.PERSON, LAST_BEFORE_CLAUSES)
            for name in names:
                place[name]

    def steps() -> None:
        for case in cases:
            run = compiled.run(case)
            for name in names:
                _ = run.begrip(name, decision.PERSON).candidates

    def reference() -> None:
        for case in cases[:200]:
            run = Run(program, case)
            for name in names:
                _ = run.begrip(name, decision.PERSON).candidates

    base = typical(plain) / len(rows)
    for label, work, number, goal in (
        ("gewone functie in Python", plain, len(rows), ""),
        ("gecompileerd, waarden", values, len(rows), "≤ 10 µs"),
        ("gecompileerd, met alle stappen", steps, len(rows), "≤ 70 µs"),
        ("interpreter (de betekenis)", reference, 200, ""),
    ):
        took = typical(work, 3) / number
        yield f"gedeelde beslissing: {label}", f"{took * 1e6:.1f} µs ({took / base:.0f}×)", goal


def whole() -> Iterable[tuple[str, str, str]]:
    """Toetsen on all shipped cases, and evaluation per rule."""
    engine = Regelruimte()
    requests = [read_cases(path, path.name)[0].hulpvraag for path in case_paths([shipped_rules()])]
    for request in requests:
        engine.toets(request, probing=False)
    keep_what_is_loaded()  # as the API does before it serves
    for label, probing in (("zonder vragen en takken", False), ("volledig", True)):
        found = [seconds(lambda r=r, p=probing: engine.toets(r, probing=p)) for r in requests]
        shown = (
            f"p50 {quantile(found, 0.5) * 1e3:.0f} ms, p95 {quantile(found, 0.95) * 1e3:.0f} ms"
        )
        yield f"toets, {label}", shown, "p50 ≤ 5 ms, p95 ≤ 10 ms"
    yield from per_rule(engine, requests)


def per_rule(engine: Regelruimte, requests: list) -> Iterable[tuple[str, str, str]]:
    """Evaluating every concept of every instance, divided by the rules asked."""
    for label, work in (("waarden", all_values), ("met alle stappen", everything)):
        times: list[float] = []
        for request in requests:
            setting = engine.setting(request.peildatum, request.gemeente or "")
            run = setting.evaluate(setting.program, engine.case(request))
            took = seconds(lambda r=run, w=work: w(r))
            times.append(took / max(1, len(run.rule_steps)))
        yield f"gecompileerd, per regel, {label}", f"{median(times) * 1e6:.1f} µs", "≤ 2 µs"
    request = requests[0]
    setting = engine.setting(request.peildatum, request.gemeente or "")
    slow = Run(setting.program, engine.case(request), solution_blockers)
    took = seconds(lambda: everything(slow)) / len(slow.rule_steps)
    yield "interpreter, per regel", f"{took * 1e6:.1f} µs", ""


def all_values(run) -> None:  # noqa: ANN001 a compiled evaluation
    """Work out every concept for every instance, without the steps that explain it."""
    places = cache(partial(instances, run))
    for name, begrip in run.program.begrippen.items():
        for inst in places(begrip.entity):
            run.place(inst, min(LAST_BEFORE_CLAUSES, begrip.top))[name]


def everything(run) -> None:  # noqa: ANN001 any evaluation
    """Ask every concept for every instance."""
    places = cache(partial(instances, run))
    for name, begrip in run.program.begrippen.items():
        for inst in places(begrip.entity):
            _ = run.begrip(name, inst).candidates


def bad_files() -> Iterable[tuple[str, str, str]]:
    """The slowest of the bad examples and of the files that are made to hurt."""
    from engine.source.corpus import inspect_corpus
    from tests.bad.hostile import HOSTILE

    with TemporaryDirectory() as folder:
        files = {p.name: p for p in sorted((ROOT / "tests" / "bad").rglob("*.yaml"))}
        for name, (_, make) in HOSTILE.items():
            files[name] = Path(folder) / f"{name.replace(' ', '-')}.yaml"
            files[name].write_bytes(make())
        worst = max((seconds(lambda p=p: inspect_corpus([p])), name) for name, p in files.items())
    yield (
        f"langzaamste foute bestand van {len(files)} ({worst[1]})",
        f"{worst[0]:.2f} s",
        "≤ 0,5 s",
    )


def size() -> Iterable[tuple[str, str, str]]:
    """How big the rule set is, and the memory of this process."""
    engine = Regelruimte()
    parts = [r.secties for r in engine.corpus.regelingen]
    counted = {
        "regels": sum(len(p.regels) for p in parts),
        "bedragen": sum(len(p.bedragen) for p in parts),
        "oordelen": sum(len(p.open_normen) for p in parts),
        "begrippen": sum(len(p.begrippen) for p in parts),
        "signalen": sum(len(p.signalen) for p in parts),
        "gevallen": sum(len(read_cases(p, p.name)) for p in case_paths([shipped_rules()])),
    }
    yield "omvang", ", ".join(f"{number} {name}" for name, number in counted.items()), ""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield "geheugen van deze meting", f"{peak:.0f} MB", ""


def main() -> None:
    """Print the table, part by part."""
    collect_less_often()
    table = Table("wat", "gemeten", "doel", title="Regelruimte gemeten")
    for part in (cold, shared, whole, bad_files, size):
        for row in part():
            table.add_row(*row)
    Console(width=120).print(table)


if __name__ == "__main__":
    main()
