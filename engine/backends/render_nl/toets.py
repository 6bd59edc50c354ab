"""A Toets as text: with articles and rule ids for a consultant, or plain for a resident."""

from collections.abc import Mapping
from typing import Literal

from engine.backends.render_nl.blocks import Block
from engine.backends.render_nl.consultant import consultant_blocks
from engine.backends.render_nl.resident import resident_blocks
from engine.ir.program import Program
from engine.result.toets import Toets

Length = Literal["consulent", "inwoner"]
NO_WORDS: Mapping[str, str] = {}


def render_toets(
    toets: Toets, program: Program, length: Length, words: Mapping[str, str] = NO_WORDS
) -> tuple[Block, ...]:
    """A Toets as blocks of text.

    Args:
        toets: The answer, as data.
        program: The program that gave it; for questions, sources and who may judge.
        length: `consulent` for everything, traceable; `inwoner` for plain words.
        words: Own words by id, for obstacles and intentions (`x1` -> `de trap is te steil`).

    Returns:
        Blocks in reading order; `as_text` makes one text of them. The last line always says that
        this is advice and who decides.
    """
    if length == "inwoner":
        return resident_blocks(toets, program, words)
    return consultant_blocks(toets, program, words)
