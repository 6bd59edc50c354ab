"""`regelruimte herhaal`: replay a receipt and name what changed."""

from collections.abc import Sequence

from engine.cli.files import chosen_rules, read_input
from engine.cli.problems import DONE, FOUND
from engine.cli.screen import busy, say, show_table, write


def replay(name: str, replacing: Sequence[str], adding: Sequence[str], *, as_json: bool) -> int:
    """Replay a receipt; a difference is a finding."""
    data, _ = read_input(name, "een bewijs")
    engine = chosen_rules(replacing, adding)
    with busy("Herhalen …"):
        found = engine.herhaal(data)
    if as_json:
        write(engine.json(found))
        return DONE if found.gelijk else FOUND
    if found.versie:
        say(f"Het bewijs is gemaakt met regelruimte {found.versie}.")
    if found.gelijk:
        say("Gelijk: dezelfde regels geven hetzelfde antwoord.", "green")
        return DONE
    show_table("Wat er in de regels veranderd is", ["wat"], [[text] for text in found.regels])
    if found.antwoord:
        rows = [[" › ".join(v.pad), v.oud or "-", v.nieuw or "-"] for v in found.antwoord]
        show_table("Wat er in het antwoord verschilt", ["waar", "toen", "nu"], rows)
    else:
        say("Het antwoord is hetzelfde gebleven.")
    return FOUND
