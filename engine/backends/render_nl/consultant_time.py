"""Outcomes over a period for a consultant: per entitlement, what holds between which days."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import groupby

from engine.backends.render_nl.blocks import Block, Line, lines
from engine.backends.render_nl.consultant_outcomes import is_shown, is_told, state
from engine.backends.render_nl.dutch import in_days, listing, upper_first
from engine.backends.render_nl.names import heading
from engine.backends.render_nl.statements import subject
from engine.backends.render_nl.toets_words import about, needs
from engine.backends.render_nl.values import from_json, parse_day
from engine.ir.program import Program
from engine.result.toets import Toets, Uitkomst

EXPIRED = "verlopen: "

Piece = tuple[str, str, Uitkomst]


def time_block(toets: Toets, program: Program, words: Mapping[str, str]) -> Block:
    """The entitlements in the period that was asked for, each with the days on which it changes.

    Beside needs and intended decisions these are the ones that the answer rests on. What says
    nothing in the whole period is not told: the outcomes on the peildatum already name it.
    """
    body: list[Line] = []
    for name, inst, pieces in _rows(toets, program):
        told = [
            (_days(found[0][0], found[-1][1]), texts)
            for texts, group in groupby(pieces, key=lambda piece: _texts(program, piece[2]))
            for found in (list(group),)
        ]
        head = f"{upper_first(heading(program, name))} ({about(inst, words)}):"
        if len(told) == 1:
            days, (text, *more) = told[0]
            body += [Line(f"{head} {days}: {text}"), *lines(more, 1)]
            continue
        body.append(Line(head))
        for days, (text, *more) in told:
            body += [Line(f"{days}: {text}", 1), *lines(more, 2)]
    if toets.tijdlijn and not body:
        days = _days(toets.tijdlijn[0].van, toets.tijdlijn[-1].tot)
        body.append(Line(f"{upper_first(days)} verandert er niets aan de uitkomsten hierboven."))
    return Block("In de tijd", tuple(body))


def _rows(toets: Toets, program: Program) -> Iterator[tuple[str, str, list[Piece]]]:
    """Concepts of instances that say something or change, with their pieces in order of days."""
    aside = bool(toets.behoeften or toets.voornemens)
    found: dict[tuple[str, str], list[Piece]] = {}
    for span in toets.tijdlijn:
        for inst, row in span.uitkomsten.items():
            for name, outcome in row.items():
                found.setdefault((name, inst), []).append((span.van, span.tot, outcome))
    for (name, inst), pieces in found.items():
        if not is_shown(program, name, aside=True) or (aside and name not in toets.kern):
            continue
        states = {state(program, outcome) for _, _, outcome in pieces}
        if len(states) > 1 or any(is_told(outcome) for _, _, outcome in pieces):
            yield name, inst, pieces


def _texts(program: Program, outcome: Uitkomst) -> tuple[str, ...]:
    """The value and what it is without a deviation; then what is still needed or not there yet.

    On another day than the peildatum other things can be needed than the questions are about.
    """
    told = state(program, outcome)
    plain = outcome.zonder_afwijking
    if plain is not None and plain.waarde is not None and plain.waarde != outcome.waarde:
        told += f"; zonder afwijking {from_json(plain.waarde, outcome.eenheid)}"
    reasons = outcome.nodig.redenen
    expired = [reason for reason in reasons if reason.startswith(EXPIRED)]
    others = tuple(reason for reason in reasons if reason not in expired)
    needed = needs(program, replace(outcome.nodig, redenen=others))
    missing = listing([subject(program, reason.removeprefix(EXPIRED)) for reason in expired])
    without = [f"nog geen bedrag voor deze dagen: {missing}"] if missing else []
    return (told, *(f"nog nodig: {text}" for text in needed), *without)


def _days(start: str, end: str) -> str:
    first, last = parse_day(start), parse_day(end)
    return f"van {in_days(first)} tot en met {in_days(last)}" if first and last else ""
