"""A plan of the people themselves, point by point: what was done with it, or that it waits."""

from engine.backends.render_nl.blocks import Block, Line, lines
from engine.backends.render_nl.consultant_solution import ANSWERS
from engine.backends.render_nl.dutch import in_days, sentence, upper_first
from engine.backends.render_nl.toets_words import plain, rung
from engine.backends.render_nl.values import parse_day
from engine.result.plans import PlanToets, PuntToets
from engine.result.toets import Toets

DONE = {
    "gevolgd": "gevolgd",
    "deels": "voor een deel gevolgd",
    "niet_gevolgd": "niet gevolgd",
    "onbeantwoord": "nog niet beantwoord: geef aan wat ermee is gedaan, en waarom",
}
COVERED = {"gedekt": "wordt gedragen", "resteert": "wordt nog niet gedragen"}
TOLD = {
    "gevolgd": "De gemeente volgt dit.",
    "deels": "De gemeente volgt dit voor een deel.",
    "niet_gevolgd": "De gemeente volgt dit niet.",
    "onbeantwoord": "De gemeente heeft hier nog niet op geantwoord. Dat moet zij nog doen.",
}


def plan_blocks(toets: Toets) -> list[Block]:
    """Every plan for a consultant: each point with its answer and what the toets says of it."""
    return [_plan(plan) for plan in toets.plannen]


def _plan(plan: PlanToets) -> Block:
    body = [row for point in plan.punten for row in _point(point)]
    return Block(f"Plan {plan.id}: {plain(plan.soort)}", tuple(body))


def _point(point: PuntToets) -> tuple[Line, ...]:
    day = parse_day(point.datum)
    who = f" ({plain(point.rol)}, {in_days(day)})" if day else ""
    told = [f"{DONE[point.status]}{who}", sentence(point.motivering), _outcome(point)]
    return (Line(f"{point.id}: “{point.tekst}”"), *lines(told, 1))


def _outcome(point: PuntToets) -> str:
    if not point.uitkomst:
        return ""
    said = COVERED.get(point.uitkomst, ANSWERS.get(point.uitkomst, plain(point.uitkomst)))
    height = f", {rung(point.trede)}" if point.trede not in ("", "geen") else ""
    return f"{point.over}: {said[0].lower()}{said[1:]}{height}"


def own_plan_blocks(toets: Toets) -> list[Block]:
    """Every plan for the resident: what he wrote, and what is done with it."""
    return [
        Block(
            f"Uw plan: {plain(plan.soort)}",
            lines([text for point in plan.punten for text in _answered(point)]),
        )
        for plan in toets.plannen
    ]


def _answered(point: PuntToets) -> list[str]:
    why = [f"Waarom: {upper_first(sentence(point.motivering))}"] if point.motivering else []
    return [f"U schreef: “{sentence(point.tekst)}”", TOLD[point.status], *why]
