"""Days that matter to a resident, as sentences that say who has to do what."""

from engine.backends.render_nl.blocks import Block, lines
from engine.backends.render_nl.dutch import in_days
from engine.backends.render_nl.toets_words import plain
from engine.backends.render_nl.values import parse_day
from engine.backends.render_nl.words.duties import DUTIES, OTHER
from engine.result.toets import TermijnToets, Toets


def days_block(toets: Toets) -> list[Block]:
    """The terms that run or were missed."""
    told = dict.fromkeys(text for term in toets.termijnen for text in _day(term))
    return [Block("Belangrijke dagen", lines(told, 1))] if told else []


def _day(term: TermijnToets) -> list[str]:
    day = parse_day(term.tot)
    if day is None or term.status not in ("loopt", "te_laat"):
        return []
    duty = DUTIES.get(term.wat, OTHER)
    told = duty.runs if term.status == "loopt" else duty.late
    told = told.format(dag=in_days(day), wat=plain(term.wat))
    done = parse_day(term.klaar)
    when = duty.until_done if done is None else f"Dat gebeurde op {in_days(done)}."
    return [" ".join(text for text in (told, when, duty.after) if text)]
