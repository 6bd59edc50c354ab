"""`regelruimte dekking`: what became of every part of the law, and which rules have a case."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from engine.cli.controleer import author_errors
from engine.cli.files import chosen_rules, is_there
from engine.cli.problems import DONE, Problem
from engine.cli.screen import busy, progress, say, show_table, write
from engine.errors import RuleError
from engine.service import (
    Artikelregel,
    Deel,
    Dekking,
    Regelruimte,
    Telling,
    Wetstand,
    artikel_paths,
)

TOTAL = "totaal"
RULES = ("geldt", "niet", "grens")
EXPLAINED = (
    "De laatste drie kolommen gaan over de regels die genoemd worden: welk deel heeft een geval "
    "waarin de regel geldt, een waarin hij niet geldt (als er een voorwaarde is), en een precies "
    "op de grens (als hij een getal, bedrag of dag vergelijkt)."
)
Row = tuple[str, ...]


def account(
    names: Sequence[str], replacing: Sequence[str], adding: Sequence[str], *, as_json: bool
) -> int:
    """Count the accounting; whatever is not done yet is no finding, an error in it is."""
    engine = chosen_rules(replacing, adding)
    folders = _folders(engine, names)

    def with_bar(paths: Sequence[Path]) -> Iterator[Path]:
        return progress(paths, len(paths), "Gevallen rekenen")

    try:
        with busy("Regels lezen …"):
            engine.laatste_wijziging()
        found = engine.dekking(folders, with_bar)
    except RuleError as error:
        return author_errors(error.diagnostics, engine, as_json=as_json)
    if as_json:
        write(engine.json(found_data(found)))
    else:
        _show(found)
    return DONE


def _folders(engine: Regelruimte, names: Sequence[str]) -> list[Path]:
    for name in names:
        if not is_there(name):
            raise Problem(f"`{name}` bestaat niet", "noem een map met een artikelen.yaml")
    folders = [Path(name) for name in names] or list(engine.folders)
    if not artikel_paths(folders):
        hint = "een verantwoording staat in `artikelen.yaml` naast de regels van een wet"
        raise Problem("hier staat geen verantwoording", hint)
    return folders


# -- as data -------------------------------------------------------------------------------


def found_data(found: Dekking) -> dict[str, Any]:
    """The accounting as data: counts per act and article, and every line."""
    lines = [
        {
            "id": line.id, "regeling": line.regeling, "onderwerp": line.onderwerp,
            "artikel": line.artikel, "lid": line.lid, "onderdeel": line.onderdeel,
            "ecli": line.ecli, "wat": line.wat, "status": line.status, "reden": line.reden,
            "ontbreekt": line.ontbreekt, "plaats": str(line.herkomst),
            "regels": [{"naam": n.naam, "soort": n.soort} for n in line.regels],
        }
        for line in found.rijen
    ]  # fmt: skip
    return {
        "gevallen": found.gevallen,
        "totaal": _counts(found.totaal),
        "wetten": [_act(stand) for stand in found.wetten],
        "rijen": lines,
        "zonder_geval": found.zonder_geval,
        "zonder_tegengeval": found.zonder_tegengeval,
        "zonder_grensgeval": found.zonder_grensgeval,
        "ongelezen": found.ongelezen,
    }


def _act(stand: Wetstand) -> dict[str, Any]:
    articles = [{"artikel": a.artikel, **_counts(a.telling)} for a in stand.artikelen]
    return {"regeling": stand.regeling, **_counts(stand.telling), "artikelen": articles}


def _counts(counts: Telling) -> dict[str, Any]:
    shares = {
        "geldt": counts.geldt,
        "geldt_niet": counts.geldt_niet,
        "grens": counts.grens,
    }
    return {
        "rijen": counts.rijen,
        "status": dict(counts.status),
        "redenen": dict(counts.redenen),
        "deels": counts.deels,
        "regels": {key: {"heeft": d.heeft, "van": d.van} for key, d in shares.items()},
    }


# -- on the screen -------------------------------------------------------------------------


def _show(found: Dekking) -> None:
    heads = [status.replace("_", "\n") for status in found.totaal.status]
    for stand in found.wetten:
        rows = [(a.artikel, *_cells(a.telling)) for a in stand.artikelen]
        title = f"{_words(stand.regeling)}, per artikel"
        _table(title, ["artikel", "rijen", *heads, *RULES], rows)
    left = [(line.id, _place(line), line.wat) for line in found.nog_te_doen]
    _table(f"Nog te doen ({len(left)})", ["id", "artikel", "waar het over gaat"], left)
    partly = [(line.id, _place(line), line.ontbreekt) for line in found.deels]
    _table(f"Voor een deel verwerkt ({len(partly)})", ["id", "artikel", "wat ontbreekt"], partly)
    for what, rules in (
        ("waarin de regel geldt", found.zonder_geval),
        ("waarin de regel niet geldt", found.zonder_tegengeval),
        ("op een grens", found.zonder_grensgeval),
    ):
        if rules:
            say(f"\nZonder geval {what} ({len(rules)}): {', '.join(rules)}")
    _totals(found, heads)


def _totals(found: Dekking, heads: Sequence[str]) -> None:
    whole = found.totaal
    reasons = [(_words(reason), str(count)) for reason, count in whole.redenen.items()]
    _table("Weggelaten", ["reden", "rijen"], reasons)
    rows = [(_words(s.regeling), *_cells(s.telling)) for s in found.wetten]
    rows.append((TOTAL, *_cells(whole)))
    _table("Per wet", ["wet", "rijen", *heads, *RULES], rows)
    say(f"\n{whole.rijen} rijen, {found.gevallen} gevallen. {EXPLAINED}")
    if found.ongelezen:
        many = len(found.ongelezen)
        say(f"{many} fouten in gevallen; `regelruimte controleer` noemt ze.", "yellow")


def _place(line: Artikelregel) -> str:
    return f"{_words(line.regeling)} {line.artikel or line.ecli}"


def _cells(counts: Telling) -> Row:
    numbers = (counts.rijen, *counts.status.values())
    shares = (counts.geldt, counts.geldt_niet, counts.grens)
    return (*(str(n) if n else "" for n in numbers), *map(_share, shares))


def _share(share: Deel) -> str:
    """Rounded down, so that 100% is all of them."""
    return f"{100 * share.heeft // share.van}%" if share.van else ""


def _words(name: str) -> str:
    return name.replace("_", " ")


def _table(title: str, heads: Sequence[str], rows: Iterable[Row]) -> None:
    shown = list(rows)
    if shown:
        say("")
        show_table(title, heads, shown)
