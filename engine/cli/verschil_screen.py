"""A comparison of rules on the screen: parts, a bar chart, and the cases that differ."""

from collections.abc import Iterator, Sequence

from rich.text import Text

from engine.cli.screen import console, say, show_table
from engine.cli.verschil_words import (
    GEVOLG_WORDS,
    Staaf,
    case_bars,
    claim_bars,
    effect,
    named,
    what,
    words,
)
from engine.result.verschil import Gevalverschil, Onderdeelwijziging, Regelverschil

BAR = 30
MOST_CASES = 40
COLOURS = {
    "vooruit": "green", "achteruit": "red", "gemengd": "magenta", "onzeker": "yellow",
    "anders": "cyan", "past_niet": "yellow", "gelijk": "dim",
}  # fmt: skip


def show(found: Regelverschil) -> None:
    """Print the whole comparison."""
    say(f"{found.oud} → {found.nieuw}", "bold")
    _show_moments(found)
    _show_parts(found.onderdelen)
    say(f"\nGevallen ({found.gevallen})", "bold")
    if not found.gevallen:
        say("Er zijn geen gevallen om te rekenen; noem ze achter NIEUW.")
        return
    _show_bars(case_bars(found))
    _show_claims(found)
    _show_cases(found.anders)
    count = len(found.anders)
    if count:
        verb = "komt" if count == 1 else "komen"
        say(f"\n{count} van de {found.gevallen} gevallen {verb} anders uit.", "yellow")
    else:
        say(f"\nAlle {found.gevallen} gevallen komen hetzelfde uit.", "green")


def _show_moments(found: Regelverschil) -> None:
    days = found.dagen
    when = f"op {days[0]}" if len(days) == 1 else f"op {len(days)} dagen waarop regels veranderen"
    places = ", ".join(city for city in found.gemeenten if city)
    say(f"Regels vergeleken {when}{f', voor {places}' if places else ''}.")


def _show_parts(parts: Sequence[Onderdeelwijziging]) -> None:
    if not parts:
        say("De regels zijn gelijk: hooguit een opmerking, de volgorde of de schrijfwijze niet.")
        return
    say(f"\nWat er verandert ({len(parts)})", "bold")
    for part in parts:
        say(f"{named(part)}: {what(part)}", "bold")
        place = part.plaats_nieuw or part.plaats_oud or part.regeling
        say(f"  {place}, voor het eerst op {part.vanaf}".replace("  , ", "  "), "dim")
        if part.oud:
            say(f"  was: {part.oud}")
        if part.nieuw:
            say(f"  nu: {part.nieuw}")
        for told in effect(part):
            say(f"  {told}")


def _show_bars(bars: Sequence[Staaf]) -> None:
    most = max((bar.aantal for bar in bars), default=0)
    rows = [
        (Text(bar.label, style=COLOURS[bar.soort]), str(bar.aantal), _bar(bar, most))
        for bar in bars
    ]
    show_table("", ["gevolg", "aantal", ""], rows)


def _bar(bar: Staaf, most: int) -> Text:
    """A bar to scale; whatever is there at all is seen."""
    length = -(-bar.aantal * BAR // most) if most else 0
    block = "█" if console().encoding.startswith("utf") else "#"
    return Text(block * length, style=COLOURS[bar.soort])


def _show_claims(found: Regelverschil) -> None:
    if not found.aanspraken:
        return
    say("\nPer aanspraak, hoe vaak", "bold")
    _show_bars(claim_bars(found))
    rows = [
        (words(c.naam), c.eenheid, c.meest and f"+{c.meest}", c.minst)
        for c in found.aanspraken
        if c.meest or c.minst
    ]
    if rows:
        show_table("\nHet grootste verschil", ["aanspraak", "eenheid", "winst", "verlies"], rows)


def _show_cases(cases: Sequence[Gevalverschil]) -> None:
    rows = [row for case in cases[:MOST_CASES] for row in _rows(case)]
    if rows:
        heads = ["geval", "gevolg", "wat", "was", "nu"]
        show_table("\nGevallen die anders uitkomen", heads, rows)
    if len(cases) > MOST_CASES:
        say(f"… en nog {len(cases) - MOST_CASES}; alles staat in `--json`")


def _rows(case: Gevalverschil) -> Iterator[tuple[str | Text, ...]]:
    """The lines of one case; its name stands on the first."""
    first: tuple[str, Text] = (
        case.id, Text(GEVOLG_WORDS[case.gevolg], style=COLOURS[case.gevolg])
    )  # fmt: skip
    for line in _told(case):
        yield (*first, *line)
        first = ("", Text(""))


def _told(case: Gevalverschil) -> Iterator[tuple[str, str, str]]:
    lines = [
        *((f"{words(c.naam)} ({c.over})", str(c.oud), str(c.nieuw)) for c in case.aanspraken),
        *((f"{t.soort} {t.over}: {t.wat}", t.oud, t.nieuw) for t in case.treden),
        *((f"vraag {name}", "niet", "wel") for name in case.vragen_nieuw),
        *((f"vraag {name}", "wel", "niet") for name in case.vragen_weg),
        *((f"signaal {name}", "uit", "aan") for name in case.signalen_nieuw),
        *((f"signaal {name}", "aan", "uit") for name in case.signalen_weg),
        *((problem, "", "") for problem in case.fouten),
    ]
    yield from lines or [(f"{len(case.verschillen)} andere verschillen", "", "zie --json")]
