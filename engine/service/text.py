"""Answers in Dutch text: what the renderer needs besides the answer itself."""

from engine.backends.render_nl.blocks import Block, Line, as_text
from engine.backends.render_nl.toets import Length, render_toets
from engine.decide.encode import entity_word
from engine.decide.facts import given
from engine.model.request import Hulpvraag
from engine.result.evaluated import Evaluated
from engine.result.toets import Toets

HOUSEHOLDS = {"huishouding": "huishouden"}

__all__ = ["Block", "Length", "Line", "as_text", "toets_blocks"]


def toets_blocks(
    toets: Toets, request: Hulpvraag, run: Evaluated, length: Length
) -> tuple[Block, ...]:
    """An answer as blocks of text, with obstacles in the words of the request."""
    words = own_words(request) | households(run)
    return render_toets(toets, run.program, length, words)


def households(run: Evaluated) -> dict[str, str]:
    """What each household is called: `het gezin` when there is one, else after the applicant.

    A household without an applicant is called after its first member.
    """
    named: dict[str, str] = {}
    for group in run.program.groups:
        members: dict[str, list[str]] = {}
        for person in run.case.persons:
            home = run.walk(("persoon", person), (group,))
            if home is not None:
                members.setdefault(home[1], []).append(person)
        word = entity_word(group)
        called = HOUSEHOLDS.get(word, word)
        for root, persons in members.items():
            asking = [p for p in persons if given(run, "aanvrager", ("persoon", p)) is True]
            named[f"{word}:{root}"] = (
                f"het {called}" if len(members) == 1 else f"{called} van {(*asking, root)[0]}"
            )
    return named


def own_words(request: Hulpvraag) -> dict[str, str]:
    """What the request itself calls its parts, by id: obstacles, and kinds of intention."""
    obstacles = {
        obstacle.id: obstacle.tekst
        for need in request.behoeften
        for obstacle in need.belemmeringen
    }
    return obstacles | {v.id: str(v.soort_voornemen.waarde) for v in request.voornemens}
