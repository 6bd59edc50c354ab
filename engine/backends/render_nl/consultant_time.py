"""Outcomes over a period for a consultant: per entitlement, what holds between which days."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from engine.backends.render_nl.blocks import Block, Line, lines
from engine.backends.render_nl.consultant_outcomes import is_shown, is_told, state
from engine.backends.render_nl.dutch import in_days, listing, upper_first
from engine.backends.render_nl.names import heading
from engine.backends.render_nl.statements import subject
from engine.backends.render_nl.toets_words import about
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
            (found[0][0], found[-1][1], text)
            for text, group in groupby(pieces, key=lambda piece: _text(program, piece[2]))
            for found in (list(group),)
        ]
        head = f"{upper_first(heading(program, name))} ({about(inst, words)})"
        if len(told) == 1:
            body.append(Line(f"{head}: {_days(*told[0][:2])}: {told[0][2]}"))
            continue
        body.append(Line(f"{head}:"))
        body += lines([f"{_days(start, end)}: {text}" for start, end, text in told], 1)
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


def _text(program: Program, outcome: Uitkomst) -> str:
    """The value, what it is without a deviation, and which amounts are not there yet."""
    told = [state(program, outcome)]
    plain = outcome.zonder_afwijking
    if plain is not None and plain.waarde is not None and plain.waarde != outcome.waarde:
        told.append(f"zonder afwijking {from_json(plain.waarde, outcome.eenheid)}")
    missing = [
        subject(program, reason.removeprefix(EXPIRED))
        for reason in outcome.nodig.redenen
        if reason.startswith(EXPIRED)
    ]
    if missing:
        told.append(f"nog geen bedrag voor deze dagen: {listing(missing)}")
    return "; ".join(told)


def _days(start: str, end: str) -> str:
    first, last = parse_day(start), parse_day(end)
    return f"van {in_days(first)} tot en met {in_days(last)}" if first and last else ""
