"""Signals that stay dark although all that lights them is there: they do not reach this far."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from engine.backends.signals.facts import NetFact
from engine.ir.program import Program
from engine.model.rule import EEN_RANG, Blokkade, Reikwijdte
from engine.model.signal import Signaal
from engine.result.toets import Gedoofd

if TYPE_CHECKING:
    from engine.backends.signals.net import Net

Signals = Mapping[str, tuple[str, Signaal]]
CHARACTERS = {
    "kan": "het college een keuze laat",
    "dwingend": "geen keuze laat",
    "open": "een open norm heeft",
}


def without_reach(signals: Signals) -> list[tuple[str, Signaal]]:
    """The signals that reach only so far, as if they reached everything.

    One that waits for another signal is left out: then it is that one that does not light up.
    """
    return [
        (act, replace(signal, reikwijdte=None, behalve_blokkade=()))
        for act, signal in signals.values()
        if (signal.reikwijdte is not None or signal.behalve_blokkade)
        and all(pattern.soort != "signaal" for pattern in signal.als)
    ]


def dark_signals(
    program: Program,
    unbound: "Net",
    signals: Signals,
    facts: Sequence[NetFact],
    lit: Iterable[tuple[str, str]],
) -> tuple[Gedoofd, ...]:
    """Per signal why it stays dark, once, with the rules that stand in the way.

    `unbound` is the net of the signals without their reach, and `lit` what did light up on these
    facts, as (signal, instance). The facts are in order.
    """
    shining = set(lit)
    found = unbound.run_ordered(facts)
    rules: dict[str, dict[str, None]] = {}
    for match in found.matches:
        if (match.signal, match.over) not in shining:
            causes = (found.facts[index] for index in match.facts)
            blocking = {f.fields["regel"]: None for f in causes if f.kind == "blokkade"}
            rules.setdefault(match.signal, {}).update(blocking)
    return tuple(
        Gedoofd(id=name, waarom=_why(program, signals[name][1], sorted(blocking)))
        for name, blocking in sorted(rules.items())
    )


def _why(program: Program, signal: Signaal, blocking: Sequence[str]) -> str:
    barring = [rule for rule in blocking if rule in signal.behalve_blokkade]
    if barring:
        return f"dit kan niet over {_together(barring)} heen"
    far = "" if signal.reikwijdte is None else f"dit reikt alleen tot {_reach(program, signal)}"
    here = f"hier staat in de weg: {_together(blocking)}" if blocking else ""
    return "; ".join(text for text in (far, here) if text)


def _reach(program: Program, signal: Signaal) -> str:
    reach = signal.reikwijdte or Reikwijdte()
    names = {info.id: info.name for info in program.regulations}
    parts = [f"artikel {article}" for article in reach.artikelen]
    parts += [f"paragraaf {paragraph}" for paragraph in reach.paragrafen]
    parts += [names.get(name, name) for name in reach.regelingen]
    parts += list(reach.begrippen)
    return _together([*parts, *_blocked(reach.blokkade)], "of")


def _blocked(wanted: Blokkade | None) -> list[str]:
    if wanted is None:
        return []
    ranks = _together([EEN_RANG[rank] for rank in wanted.rang], "of")
    characters = _together([CHARACTERS[character] for character in wanted.karakter], "of")
    if not characters:
        return [ranks]
    return [f"een regel van {ranks} die {characters}" if ranks else f"een regel die {characters}"]


def _together(words: Sequence[str], last: str = "en") -> str:
    *most, end = words or ("",)
    return f"{', '.join(most)} {last} {end}" if most else end
