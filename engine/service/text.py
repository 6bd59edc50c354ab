"""Answers in Dutch text: what the renderer needs besides the answer itself."""

from engine.backends.render_nl.blocks import Block, Line, as_text
from engine.backends.render_nl.toets import Length, render_toets
from engine.ir.program import Program
from engine.model.request import Hulpvraag
from engine.result.toets import Toets

__all__ = ["Block", "Length", "Line", "as_text", "toets_blocks"]


def toets_blocks(
    toets: Toets, request: Hulpvraag, program: Program, length: Length
) -> tuple[Block, ...]:
    """An answer as blocks of text, with obstacles in the words of the request."""
    return render_toets(toets, program, length, own_words(request))


def own_words(request: Hulpvraag) -> dict[str, str]:
    """What the request itself calls its parts, by id: obstacles, and kinds of intention."""
    obstacles = {
        obstacle.id: obstacle.tekst
        for need in request.behoeften
        for obstacle in need.belemmeringen
    }
    return obstacles | {v.id: str(v.soort_voornemen.waarde) for v in request.voornemens}
