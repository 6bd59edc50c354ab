"""`regelruimte regel`: one rule, with its sources and what stands around it."""

from collections.abc import Sequence

from engine.cli.controleer import read_day, read_municipality
from engine.cli.files import chosen_rules
from engine.cli.problems import DONE
from engine.cli.screen import busy, say, show_table, write
from engine.service import Beeld, Verband


def show(
    name: str,
    moment: tuple[str, str],
    replacing: Sequence[str],
    adding: Sequence[str],
    *,
    as_json: bool,
) -> int:
    """Show a rule as it holds on a day, in a municipality."""
    day, municipality = moment
    when, where = read_day(day), read_municipality(municipality)
    engine = chosen_rules(replacing, adding)
    with busy("Regels lezen …"):
        found = engine.regel(name, when, where)
    if as_json:
        write(engine.json(found))
        return DONE
    say(f"{found.soort} {found.id}", "bold")
    say(found.zin)
    if found.soort != "regel" and found.toelichting:
        say(found.toelichting)
    if found.doel:
        say(f"Waar dit voor is: {found.doel}")
    _sources(found)
    _relations("Gaat opzij voor", found.gaat_opzij_voor)
    _relations("Zet opzij", found.zet_opzij)
    if found.regels:
        say(f"\nDeze regels geven de waarde: {', '.join(found.regels)}")
    say(f"\nBestand: {found.plaats}", "dim")
    return DONE


def _sources(found: Beeld) -> None:
    rows = [[place.bron, place.link or "geen link"] for place in found.vindplaatsen]
    if rows:
        say("\nBron", "bold")
        for source, link in rows:
            say(f"{source}: {link}")


def _relations(title: str, relations: Sequence[Verband]) -> None:
    if relations:
        rows = [[r.regel, r.verband, r.toelichting] for r in relations]
        show_table(title, ["regel", "hoe", "wat die regel zegt"], rows)
