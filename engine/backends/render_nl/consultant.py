"""A Toets for a consultant: the answer first, then what to look at, all of it traceable."""

from collections.abc import Mapping, Sequence

from engine.backends.render_nl.blocks import Block, Line, lines, listed
from engine.backends.render_nl.consultant_more import more_blocks
from engine.backends.render_nl.consultant_outcomes import outcome_block
from engine.backends.render_nl.consultant_solution import solution_block
from engine.backends.render_nl.dutch import in_days, listing, sentence, together
from engine.backends.render_nl.names import find, heading, label
from engine.backends.render_nl.plans import plan_blocks
from engine.backends.render_nl.sources import act_name
from engine.backends.render_nl.statements import clause, unmet_lines
from engine.backends.render_nl.toets_words import (
    CERTAINTY,
    CHARACTERS,
    LIFTERS,
    municipality_state,
    needs,
    obstacles,
    place,
    plain,
)
from engine.backends.render_nl.values import parse_day
from engine.ir import nodes
from engine.ir.program import Program
from engine.result.toets import (
    Alternatief,
    BehoefteToets,
    Grondslag,
    Melding,
    OplossingToets,
    Toets,
    VoornemenToets,
)

ADVICE = "Dit is een advies voor een besluit door het college, geen besluit."
NO_PLACE = {
    "missing": "Er is geen gemeente genoemd. Alleen landelijke regels tellen mee.",
    "unknown": "Van gemeente {} zijn geen regels bekend. Alleen landelijke regels tellen mee.",
}
LADDER = ("a", "b", "c", "d", "e", "geen")
LAST = {"elders": 1, "geen_grond": 2}
POWERS = {
    "moet": "Het college moet dit.",
    "kan": "Het college kan dit, maar het hoeft niet.",
    "geen": "Er is geen bevoegdheid voor dit voornemen.",
    "onzeker": "Of het college dit kan, staat nog niet vast. Dat is geen nee en geen ja.",
}
NO_RULE = "Geen regel in Regelruimte gaat hierover. Kijk zelf in de wet of het mag."
LEVELS = {"laag": "laag", "middel": "gemiddeld"} | CERTAINTY


def consultant_blocks(
    toets: Toets, program: Program, words: Mapping[str, str]
) -> tuple[Block, ...]:
    """All blocks, in the order in which a consultant needs them."""
    blocks = [_head(toets, program)]
    for need in toets.behoeften:
        blocks.append(_need(need, words))
        ordered = sorted(need.oplossingen, key=_order)
        blocks += [solution_block(program, solution, words) for solution in ordered]
    blocks += plan_blocks(toets)
    blocks += [_intention(program, intended, words) for intended in toets.voornemens]
    blocks += outcome_block(toets, program, words)
    blocks += more_blocks(toets, program, words)
    blocks.append(Block("", lines([toets.advies or ADVICE])))
    return tuple(blocks)


def _order(solution: OplossingToets) -> tuple[int, int, str]:
    return (LADDER.index(solution.trede), LAST.get(solution.uitkomst, 0), solution.id)


def _head(toets: Toets, program: Program) -> Block:
    here = f", gemeente {toets.gemeente}" if toets.gemeente else ""
    decided = parse_day(toets.beslisdatum)
    told = [f"Beslisdatum: {in_days(decided)}." if decided else ""]
    told.append(NO_PLACE.get(municipality_state(toets, program), "").format(toets.gemeente))
    told += _certainty(program, toets.meldingen)
    told.append(_read_long_ago(program, toets.meldingen))
    day = parse_day(toets.peildatum)
    return Block(f"Toets op {in_days(day) if day else toets.peildatum}{here}", lines(told))


def _certainty(program: Program, notices: Sequence[Melding]) -> list[str]:
    """What is not certain, on the first screen: one line for low, one for medium."""
    found: dict[str, list[str]] = {}
    for notice in notices:
        if notice.soort != "zekerheid":
            continue
        what, _, level = notice.tekst.partition(": zekerheid ")
        found.setdefault(LEVELS.get(level, level), []).append(_subject(program, what))
    return [
        f"Zekerheid {level}: {together(sorted(set(found[level])))}."
        for level in ("laag", "gemiddeld")
        if level in found
    ]


def _read_long_ago(program: Program, notices: Sequence[Melding]) -> str:
    """Acts of which a rule was compared with its source too long ago, on one line."""
    found = [n for n in notices if n.soort == "nagelezen"]
    told = [f"{act_name(program, n.bron)} (op {_day_in(n.tekst)})" for n in found]
    return f"Langer dan zes maanden niet nagelezen: {together(told)}." if told else ""


def _day_in(text: str) -> str:
    day = parse_day(text.partition("(")[2].partition(")")[0])
    return in_days(day) if day else ""


def _subject(program: Program, what: str) -> str:
    """What a notice is about: an amount or judgement in words; a rule keeps its id."""
    kind, _, name = what.partition(" ")
    if kind == "regel":
        return name
    full = next((a for a in program.amounts if a.rpartition(".")[2] == name), find(program, name))
    told = heading(program, full)
    return told if told.startswith(("de ", "het ")) else f"{kind} {told}"


def _need(need: BehoefteToets, words: Mapping[str, str]) -> Block:
    told = [f"Leefgebied: {label(need.leefgebied)}." if need.leefgebied else ""]
    if need.gedekt:
        told.append(f"Gedragen: {obstacles(need.gedekt, words)}.")
    if need.resteert:
        told.append(f"Nog niet gedragen: {obstacles(need.resteert, words)}.")
    told += [_alternative(a, words) for a in need.alternatieven if len(a.oplossingen) > 1]
    return Block(f"Behoefte {need.id}: {sentence(need.wat_is_belangrijk)}", lines(told))


def _alternative(alternative: Alternatief, words: Mapping[str, str]) -> str:
    height = (
        f"hoogste trede {alternative.trede}"
        if alternative.trede != "geen"
        else "een deel heeft nog geen grond"
    )
    covered = obstacles(alternative.dekt, words)
    return f"Samen genoeg voor {covered}: {together(alternative.oplossingen)} ({height})."


def _intention(program: Program, intended: VoornemenToets, words: Mapping[str, str]) -> Block:
    character = CHARACTERS.get(intended.karakter, "")
    told = [POWERS.get(intended.bevoegdheid, plain(intended.bevoegdheid))]
    if intended.zonder_regel:
        told = [NO_RULE]
    if character:
        told.append(f"Karakter: {character}.")
    body = [*lines(told)]
    sure = intended.bevoegdheid in ("moet", "kan")
    body += listed("Regels", [_power(program, g, sure=sure) for g in intended.gronden])
    body += listed("Nog nodig", needs(program, intended.nodig))
    for blocker in intended.blokkades:
        where = place(program, blocker.regel, blocker.regeling, blocker.artikel)
        lifter = LIFTERS.get(blocker.wie_kan_opheffen, "")
        under = [
            *unmet_lines(program, blocker),
            f"kan dit opheffen: {lifter}" if lifter else "",
        ]
        body += [Line(f"Staat in de weg: {where}"), *lines(under, 1)]
    name = plain(words.get(intended.id, ""))
    return Block(f"Voornemen {intended.id}{': ' + name if name else ''}", tuple(body), 2)


def _power(program: Program, ground: Grondslag, *, sure: bool) -> str:
    """A rule that gives a power, and what follows from it."""
    where = place(program, ground.regel, ground.regeling, ground.artikel)
    rule = program.rule_named(ground.regel)
    effects = rule.effects if rule is not None else ()
    told = [
        f"dat {text}"
        for name, value in effects
        if isinstance(value, nodes.Lit) and isinstance(value.value, bool)
        if (text := clause(program, name, yes=value.value))
    ]
    word = "gevolg" if sure else "mogelijk gevolg"
    return f"{where}, {word}: {listing(told)}" if told else where
