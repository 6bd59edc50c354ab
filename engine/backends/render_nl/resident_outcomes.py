"""Amounts in plain words, for a resident who asked for no particular solution."""

from engine.backends.render_nl.blocks import Block, lines
from engine.backends.render_nl.dutch import sentence, upper_first
from engine.backends.render_nl.names import heading
from engine.backends.render_nl.resident_solution import judged
from engine.backends.render_nl.values import from_json
from engine.ir import nodes
from engine.ir.fold import walk
from engine.ir.program import Begrip, Program
from engine.result.toets import Toets, Uitkomst

LITTLE = "Er is nog te weinig bekend om iets uit te rekenen."
ZERO = ("0.00", "0", 0)


def amounts_block(toets: Toets, program: Program) -> list[Block]:
    """What was computed; nothing when needs or plans of the municipality are the subject."""
    if toets.behoeften or toets.voornemens:
        return []
    told: list[str] = []
    for row in toets.uitkomsten.values():
        for name, outcome in row.items():
            if _is_told(program, name, outcome):
                told += _amount(program, heading(program, name), outcome)
    if not toets.uitkomsten:
        return []
    return [Block("Wat wij hebben uitgerekend", lines(dict.fromkeys(told) or [LITTLE]))]


def _is_told(program: Program, name: str, outcome: Uitkomst) -> bool:
    begrip = program.begrippen.get(name)
    if begrip is None or begrip.type.kind != "bedrag" or outcome.status == "gat":
        return False
    if not begrip.entitlement and not _is_charge(program, begrip):
        return False
    if outcome.status == "onbekend":
        return outcome.voorlopig is not None or _plain(outcome) is not None
    return outcome.waarde not in ZERO


def _plain(outcome: Uitkomst) -> str | int | None:
    """The value without deviations, if that is known."""
    without = outcome.zonder_afwijking
    return without.waarde if without is not None and without.status == "waarde" else None


def _is_charge(program: Program, begrip: Begrip) -> bool:
    """An amount to the resident's detriment that no other rule reads: something to pay."""
    return begrip.direction == "belastend" and begrip.name not in _read_names(program)


def _read_names(program: Program) -> frozenset[str]:
    return frozenset(
        node.name
        for rule in program.rules
        for expr in (rule.condition, rule.cause, *(value for _, value in rule.effects))
        for node in walk(expr)
        if isinstance(node, nodes.BegripRef)
    )


def _amount(program: Program, name: str, outcome: Uitkomst) -> list[str]:
    if outcome.status == "conflict":
        return [f"Over {name} spreken regels elkaar tegen. Een medewerker zoekt dat uit."]
    if outcome.status == "waarde" and outcome.waarde is not None:
        told = f"{upper_first(name)} is volgens deze toets {_money(outcome.waarde, outcome)}."
        return [told if outcome.vast else f"{told} Dat kan nog veranderen."]
    told_of = [f"Wij weten nog niet hoe hoog {name} is."]
    plain = _plain(outcome)
    if outcome.voorlopig is not None:
        told_of.append(f"Voorlopig komt {name} uit op {_money(outcome.voorlopig, outcome)}.")
    elif plain is not None:
        told_of.append(f"Zonder aanpassing komt {name} uit op {_money(plain, outcome)}.")
    return [*(sentence(text) for text in told_of), *judged(program, outcome.nodig.oordelen)]


def _money(value: str | int, outcome: Uitkomst) -> str:
    return from_json(value, outcome.eenheid, money=True)
