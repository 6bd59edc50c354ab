"""`regelruimte controleer`: what an author or a lawyer should look at."""

import os
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from rich.text import Text

from engine.cli.files import check_output, chosen_rules, write_private
from engine.cli.problems import DONE, FOUND, WRONG, Problem
from engine.cli.rapport.page import Rapport, page
from engine.cli.rapport.sarif import sarif
from engine.cli.screen import busy, progress, say, say_lines, show_table, write
from engine.errors import Diagnostic, RuleError
from engine.result.controle import Bevindingrij, Controlegegevens
from engine.service import (
    Bevinding,
    Controle,
    Dekking,
    Regelruimte,
    artikel_paths,
    engine_version,
    shipped_rules,
    uitzonderingen,
)

UNREADABLE = "R018"
COLOURS = {"fout": "red", "waarschuwing": "yellow", "melding": "cyan"}
MOST_NOTICES = 10
FIRST_YEAR, LAST_YEAR = 1900, 2100


@dataclass(frozen=True, kw_only=True)
class Choices:
    """What the user chose, as typed."""

    peildatum: str
    snel: bool
    json: bool
    html: str
    sarif: str


def check(folders: Sequence[str], adding: Sequence[str], choices: Choices) -> int:
    """Check rules; a `fout` or an author error is a finding."""
    check_output(choices.html, "een bladzijde", ".html")
    check_output(choices.sarif, "SARIF", ".sarif", ".json")
    day = read_day(choices.peildatum)
    part = bool(folders) and all(map(_is_part, folders))  # it does not stand on its own
    engine = chosen_rules(() if part else folders, adding)
    narrow = [*folders, *adding] if part else adding
    try:
        found = _checked(engine, day, quick=choices.snel)
        if narrow:
            own = Regelruimte(tuple(map(Path, narrow)))
            found = found.alleen(own.namen(), own.gemeenten())
        _write_files(engine, found_data(found), choices, found)
    except RuleError as error:
        _write_files(engine, error_data(error.diagnostics), choices)
        return author_errors(error.diagnostics, engine, as_json=choices.json)
    if choices.json:
        write(engine.json(found_data(found)))
    else:
        _show(found, chosen=bool(choices.peildatum))
    return FOUND if found.fouten else DONE


def _is_part(folder: str) -> bool:
    """Whether this is a folder within the shipped rules that holds whole regulations."""
    path = Path(folder).resolve()
    return shipped_rules().resolve() in path.parents and any(path.rglob("regeling.yaml"))


def _write_files(
    engine: Regelruimte, data: Controlegegevens, choices: Choices, found: Controle | None = None
) -> None:
    """Write the page and the SARIF log that were asked for."""
    if choices.sarif:
        log = sarif(data, engine.folders, engine_version())
        write_private(choices.sarif, log, replace=True)
    if choices.html:
        report = Rapport(gegevens=data, versie=engine_version())
        if found is not None:
            acts = uitzonderingen(engine, found.peildatum)
            report = replace(report, uitzonderingen=acts, dekking=_covered(engine, found))
        write_private(choices.html, page(report), replace=True)


def _covered(engine: Regelruimte, found: Controle) -> Dekking | None:
    """The articles by cases; None without the cases, or where nothing accounts for the law."""
    if found.gevallen is None or not artikel_paths(engine.folders):
        return None

    def with_bar(paths: Sequence[Path]) -> Iterator[Path]:
        return progress(paths, len(paths), "Dekking tellen")

    return engine.dekking(progress=with_bar)


def read_day(text: str) -> date | None:
    """A day as the user typed it; None when nothing was typed."""
    if not text:
        return None
    try:
        day = date.fromisoformat(text) if len(text) == len("2026-01-01") else None
    except ValueError:
        day = None
    if day is None:
        raise Problem("de peildatum is geen datum", "schrijf jjjj-mm-dd, zoals 2026-09-01")
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise Problem(
            f"de peildatum {text} ligt te ver weg",
            f"kies een dag van {FIRST_YEAR} tot en met {LAST_YEAR}",
        )
    return day


def read_municipality(text: str) -> str:
    """A code of a municipality as the user typed it; empty when nothing was typed."""
    if text and not re.fullmatch(r"GM\d{4}", text):
        raise Problem("dit is geen gemeentecode", "schrijf GM en vier cijfers, zoals GM0000")
    return text


def _checked(engine: Regelruimte, day: date | None, *, quick: bool) -> Controle:
    with busy("Regels lezen …"):
        chosen = day or engine.laatste_wijziging()

    def proving(tasks: Sequence[Any]) -> Iterator[Any]:
        return progress(tasks, len(tasks), "Regels bewijzen")

    if quick:
        return engine.controleer(chosen, solver=proving, cache=cache_folder())

    def with_bar(paths: Sequence[Path]) -> Iterator[Path]:
        return progress(paths, len(paths), "Gevallen rekenen")

    return engine.controleer(chosen, with_bar, proving, cache_folder())


def cache_folder() -> Path | None:
    """Where answers of the solver are kept; None where there is no home."""
    given = os.environ.get("XDG_CACHE_HOME")
    with suppress(RuntimeError):
        return (Path(given) if given else Path.home() / ".cache") / "regelruimte"
    return None


def found_data(found: Controle) -> Controlegegevens:
    """The findings as data, with how grave each is."""
    rows: list[Bevindingrij] = [
        {
            "code": b.code, "ernst": b.ernst, "titel": b.titel, "regeling": b.regeling,
            "over": b.over, "tekst": b.tekst, "plaats": b.plaats, "gemeente": b.gemeente,
            "wat_nu": b.wat_nu,
            "regels": b.regels, "voorbeelden": b.voorbeelden, "grens": b.grens,
            "toegestaan": b.toegestaan,
        }
        for b in found.bevindingen
    ]  # fmt: skip
    return {
        "peildatum": found.peildatum.isoformat(),
        "gemeenten": found.gemeenten,
        "regels": found.regels,
        "gevallen": found.gevallen,
        "bevindingen": rows,
        "lijnen": [line.rij() for line in found.lijnen],
    }


def error_data(found: Sequence[Diagnostic]) -> Controlegegevens:
    """Errors in the files as data."""
    rows: list[Bevindingrij] = [
        {"code": d.code, "ernst": "fout", "tekst": d.message, "plaats": str(d.at)} for d in found
    ]
    return {"bevindingen": rows}


def author_errors(found: Sequence[Diagnostic], engine: Regelruimte, *, as_json: bool) -> int:
    """Errors in the files: nothing else can be said until they are put right."""
    if as_json:
        write(engine.json(error_data(found)))
    else:
        for diagnostic in found:
            say_lines(str(diagnostic))
        say(f"{len(found)} {_many('fout', len(found))} in de regelbestanden.", "red")
    return WRONG if any(d.code == UNREADABLE for d in found) else FOUND


def _show(found: Controle, *, chosen: bool) -> None:
    why = "de laatste wijziging met bekende bedragen; kies zelf met --peildatum"
    say(f"Peildatum {found.peildatum}{'' if chosen else f' ({why})'}")
    cases = "" if found.gevallen is None else f" en {found.gevallen} gevallen"
    say(f"{found.regels} regels{cases} nagekeken.")
    groups: dict[str, list[Bevinding]] = {}
    for finding in found.bevindingen:
        groups.setdefault(finding.code, []).append(finding)
    for group in groups.values():
        _show_group(group)
    counts: Counter[str] = Counter(b.ernst for b in found.bevindingen)
    told = ", ".join(f"{counts[kind]} {_many(kind, counts[kind])}" for kind in COLOURS)
    may_stay = sum(bool(b.toegestaan) for b in found.bevindingen)
    known = f", waarvan {may_stay} met uitleg waarom zij mogen blijven" if may_stay else ""
    say(f"\n{told}{known}.", "red" if found.fouten else "green")


def _show_group(group: Sequence[Bevinding]) -> None:
    first = group[0]
    title = f"\n{first.code} {first.ernst}: {first.titel} ({len(group)})"
    shown = group if first.ernst != "melding" else group[:MOST_NOTICES]
    rows = [
        (Text(b.over or b.regeling, style=COLOURS[b.ernst]), _what(b), b.plaats) for b in shown
    ]
    show_table(title, ["over", "wat", "waar"], rows)
    if first.wat_nu:
        say(f"Wat nu: {first.wat_nu}.")
    if len(shown) < len(group):
        say(f"… en nog {len(group) - len(shown)}; alles staat in `--json`")


def _what(finding: Bevinding) -> str:
    """What is the matter, and why it may stay."""
    allowed = f". Mag blijven: {finding.toegestaan}" if finding.toegestaan else ""
    return f"{finding.tekst}{allowed}"


def _many(kind: str, count: int) -> str:
    plural = {"fout": "fouten", "waarschuwing": "waarschuwingen", "melding": "meldingen"}
    return kind if count == 1 else plural[kind]
