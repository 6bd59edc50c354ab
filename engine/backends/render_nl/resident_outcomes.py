"""Amounts in plain words, for a resident who asked for no particular solution."""

from engine.backends.render_nl.blocks import Block, lines
from engine.backends.render_nl.dutch import sentence, upper_first
from engine.backends.render_nl.names import find, heading
from engine.backends.render_nl.resident_solution import judged
from engine.backends.render_nl.values import from_json
from engine.backends.render_nl.words.resident import JUDGED
from engine.ir.program import Begrip, Program
from engine.result.toets import Toets, Uitkomst

LITTLE = "Er is nog te weinig bekend om iets uit te rekenen."
MAY_CHANGE = "Dat bedrag kan nog veranderen."
ASSUMED = "Wij namen soms iets aan in uw voordeel. Klopt iets niet? Vertel het dan."
ZERO = ("0.00", "0", 0)


def amounts_block(toets: Toets, program: Program) -> list[Block]:
    """What was computed; nothing when only plans of the municipality are the subject.

    Beside needs only amounts that the answer rests on and that no solution names itself.
    """
    if not toets.uitkomsten or (toets.voornemens and not toets.behoeften):
        return []
    aside = bool(toets.behoeften)
    told: list[str] = []
    for row in toets.uitkomsten.values():
        for name, outcome in row.items():
            if _is_meant(toets, program, name) if aside else True:
                told += _outcome(program, name, outcome, aside=aside)
    if aside and not told:
        return []
    return [Block("Wat wij hebben uitgerekend", lines(dict.fromkeys(told) or [LITTLE]))]


def _is_meant(toets: Toets, program: Program, name: str) -> bool:
    """Whether an amount belongs to what was asked, and no solution says it already."""
    begrip = program.begrippen.get(name)
    return begrip is not None and name in toets.kern and begrip.entity != "oplossing"


def _outcome(program: Program, name: str, outcome: Uitkomst, *, aside: bool) -> list[str]:
    begrip = program.begrippen.get(name)
    if begrip is None or begrip.type.kind != "bedrag" or outcome.status == "gat":
        return []
    if not begrip.entitlement and (aside or not is_charge(program, begrip)):
        return []
    known = outcome.voorlopig is not None or _plain(outcome) is not None
    if outcome.status == "onbekend" and not known and not aside:
        return []
    if outcome.status == "waarde" and outcome.waarde in ZERO:
        return []
    told = _amount(program, heading(program, name), outcome)
    return told if aside else [*told, *judged(program, outcome.nodig.oordelen)]


def _plain(outcome: Uitkomst) -> str | int | None:
    """The value without deviations, if that is known."""
    without = outcome.zonder_afwijking
    return without.waarde if without is not None and without.status == "waarde" else None


def is_charge(program: Program, begrip: Begrip) -> bool:
    """An amount to the resident's detriment that no other rule reads: something to pay."""
    return begrip.direction == "belastend" and begrip.name not in program.read_by_rules


def _amount(program: Program, name: str, outcome: Uitkomst) -> list[str]:
    if outcome.status == "conflict":
        return [f"Over {name} spreken regels elkaar tegen. Een medewerker zoekt dat uit."]
    if outcome.status == "waarde" and outcome.waarde is not None:
        told = f"{upper_first(name)} is volgens deze toets {_money(outcome.waarde, outcome)}."
        return [told] if outcome.vast else [told, *_reserve(program, outcome)]
    told_of = [f"Wij weten nog niet hoe hoog {name} is."]
    plain = _plain(outcome)
    if outcome.voorlopig is not None:
        told_of.append(f"Voorlopig komt {name} uit op {_money(outcome.voorlopig, outcome)}.")
    elif plain is not None:
        told_of.append(f"Zonder aanpassing komt {name} uit op {_money(plain, outcome)}.")
    return [sentence(text) for text in told_of]


def _reserve(program: Program, outcome: Uitkomst) -> list[str]:
    """Why a known amount can still become another one."""
    told = [MAY_CHANGE]
    for name in outcome.voorbehoud:
        norm = program.norms.get(find(program, name))
        words = JUDGED.get(norm.name) if norm is not None else None
        if norm is not None and words is not None:
            who = (
                "De gemeente kan nog kiezen"
                if norm.nature == "keuze"
                else "Een medewerker kan nog bekijken"
            )
            told.append(f"{who} {words}.")
    return [*told, ASSUMED] if outcome.aannames else told


def _money(value: str | int, outcome: Uitkomst) -> str:
    return from_json(value, outcome.eenheid, money=True)
