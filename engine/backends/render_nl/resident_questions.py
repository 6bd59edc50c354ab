"""Questions to a resident: only what he knows or has to prove, in the u-form, each once."""

import re
from collections.abc import Iterator, Mapping

from engine.backends.render_nl.blocks import Block, Line, lines
from engine.backends.render_nl.dutch import phrase
from engine.backends.render_nl.words.questions import ASKED, TO_PROVE
from engine.ir.program import Program
from engine.result.toets import Toets, Vraag

MOST_QUESTIONS = 8
MOST_WORDS = 20
HELP = "Weet u een antwoord niet? Dat geeft niet. Vraag om hulp."
LATER = "Misschien stellen wij u later nog meer vragen."
_TO_YOU = re.compile(r"\b(u|uw)\b", re.IGNORECASE)
_NOT_TO_YOU = re.compile(r"\b(artikel|college|de inwoner|deze persoon|zij)\b")
_SENTENCES = re.compile(r"(?<=[.?!])\s+")


def question_block(toets: Toets, program: Program) -> list[Block]:
    """What a resident can answer; nothing when all that is left is for the municipality."""
    names = {s.id: s.wat for need in toets.behoeften for s in need.oplossingen}
    found = list(dict.fromkeys(_asked(toets, program, names)))
    if not found:
        return []
    body = [*lines(found[:MOST_QUESTIONS], 1)]
    if len(found) > MOST_QUESTIONS:
        body.append(Line(LATER))
    return [Block("Vragen aan u", (*body, Line(HELP)))]


def _asked(toets: Toets, program: Program, names: Mapping[str, str]) -> Iterator[str]:
    for question in toets.vragen:
        if question.soort == "lijst" or (
            question.soort == "gegeven" and is_for_resident(program, question.naam)
        ):
            text = in_u_form(question, names)
            if max(len(part.split()) for part in _SENTENCES.split(text)) <= MOST_WORDS:
                yield text


def is_for_resident(program: Program, name: str) -> bool:
    """Whether a resident has to prove this fact, or knows it without having to prove it.

    Never what the college has to prove, and never a question that names an article or speaks of
    the resident as of another.
    """
    fact = program.facts.get(name)
    if fact is None or _NOT_TO_YOU.search(ASKED.get(name, fact.question)):
        return False
    if fact.burden:
        return fact.burden == TO_PROVE
    return name in ASKED or _TO_YOU.search(fact.question) is not None


def in_u_form(question: Vraag, names: Mapping[str, str]) -> str:
    """A question as it is put to a resident, with what he called the solution."""
    text = ASKED.get(question.naam, question.vraag)
    kind, _, key = question.over.partition(":")
    wat = names.get(key, "") if kind == "oplossing" else ""
    return text.replace("{wat}", phrase(wat) if wat else "deze oplossing")
