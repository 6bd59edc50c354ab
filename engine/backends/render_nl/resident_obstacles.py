"""What stands in the way, in plain words: the fact behind it, and who could lift it."""

import re
from collections.abc import Sequence
from itertools import groupby

from engine.backends.render_nl.obstacles import by_cause
from engine.backends.render_nl.places import Scope
from engine.backends.render_nl.statements import so_it_is
from engine.backends.render_nl.values import in_amount
from engine.backends.render_nl.words.resident import FAILS, HARD, LIFTERS, RANKS
from engine.ir.program import Program
from engine.result.obstacles import Blokkade

SOME = "Een voorwaarde past nu niet bij uw situatie."
YOU = Scope("persoon", "u", "de ander")
MOST_WORDS = 16
_HARD = re.compile(rf"\b({'|'.join(HARD)})\b", re.IGNORECASE)


NOTHING_LEFT = (
    "Een regel geldt wel voor u. Maar er blijft geen bedrag over dat de gemeente betaalt."
)


def in_the_way(blocker: Blokkade) -> bool:
    """Whether the rule itself refuses or lowers; one that fails or leaves nothing does not."""
    return blocker.raakt is not None or not (blocker.faalt or blocker.meegeteld)


def obstacle_lines(
    program: Program, blockers: Sequence[Blokkade], *, still_open: bool = False
) -> list[str]:
    """What stands in the way, why, and who could lift it; each sentence once.

    While a judgement is still open, only a way out that is open now is told.
    """
    told: dict[str, None] = {}
    groups = groupby(by_cause(program, blockers), key=lambda g: g.cause.wie_kan_opheffen)
    for lifter, same in groups:
        hidden = still_open and lifter != "college"
        for group in same:
            told |= dict.fromkeys(_why(program, group.cause, list(told)))
        told |= dict.fromkeys([] if hidden else [LIFTERS.get(lifter, "")])
    return [text for text in told if text]


def _why(program: Program, blocker: Blokkade, before: Sequence[str]) -> list[str]:
    """That a rule stands in the way, and the fact behind it."""
    if blocker.meegeteld:
        return [NOTHING_LEFT]
    refuses = in_the_way(blocker) or blocker.wie_kan_opheffen not in ("bewijs", "oordeel")
    opening = _opening(blocker) if refuses else ""
    if blocker.raakt is not None and opening:
        return [f"{opening} Die regel kost u {in_amount(blocker.raakt, blocker.eenheid)}."]
    if not blocker.faalt and FAILS.get(blocker.rang) in before:
        return []
    also = any(text.startswith(("Dat komt", "Het komt")) for text in before)
    causes = [_because(text) for text in so_it_is(program, blocker.regel, blocker.faalt, YOU)]
    words = ["Het komt ook" if also or n else "Dat komt" for n in range(len(causes))]
    return [opening, *(f"{w} doordat {c}." for w, c in zip(words, causes, strict=True) if c)]


def _opening(blocker: Blokkade) -> str:
    if in_the_way(blocker):
        return RANKS.get(blocker.rang, "")
    return FAILS.get(blocker.rang, SOME)


def _because(clause: str) -> str:
    """How it is now, if that can be told in plain words; empty when it cannot."""
    you = clause
    if clause.startswith("u "):
        you = clause.replace(" heeft", " hebt", 1)
        you = f"{you.removesuffix(' is')} bent" if you.endswith(" is") else you
    return "" if len(you.split()) > MOST_WORDS or _HARD.search(you) else you
