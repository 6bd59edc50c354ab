"""Turns a request into a Case: everything typed against the declarations of a Program."""

from datetime import date

from engine.errors import CaseError, InternalError
from engine.ir.case import Case
from engine.ir.program import Program
from engine.model.request import Hulpvraag
from engine.source.case_facts import type_facts
from engine.source.case_judgements import read_judgements
from engine.source.case_structure import lay_out

START = (
    "voeg onder `personen` toe om wie het gaat, en onder `behoeften` wat voor die persoon "
    "belangrijk is en welke oplossingen er zijn, of onder `voornemens` wat het college van plan is"
)


def build_case(request: Hulpvraag, program: Program, today: date | None = None) -> Case:
    """Build the case that a backend reads.

    Args:
        request: As read; its peildatum is the day of the program.
        program: Compiled for the peildatum and the municipality of the request.
        today: The day after which nothing can have happened yet; the peildatum, unless given.

    Returns:
        Typed facts, links and judgements. Nothing in it depends on the order of keys. A fact
        with `vanaf` after the peildatum is left out, a disputed fact is in `contested` and not
        in `facts`, and lists that were not given have no children at all.

    Raises:
        CaseError: C1xx, all problems at once.
    """
    if program.day != request.peildatum:
        raise InternalError("the program was compiled for another day than the request asks")
    layout = lay_out(request, program)
    if request.tijdvak is not None and request.tijdvak.tot < request.tijdvak.van:
        at = request.tijdvak.herkomst.van("tot")
        layout.problems.add("C119", "het tijdvak eindigt voordat het begint", at)
    if _is_empty(request):
        at = request.herkomst.begin
        layout.problems.add("C129", "in deze hulpvraag is nog niets om te toetsen", at, START)
    facts = type_facts(layout, program, request.peildatum, today or request.peildatum)
    judgements = read_judgements(request, layout, facts, program)
    if layout.problems.found:
        raise CaseError(layout.problems.found)
    return Case(
        day=request.peildatum,
        decision_day=request.beslisdatum,
        persons=tuple(sorted(layout.persons)),
        network=tuple(sorted(layout.network)),
        members=layout.members(),
        links=dict(sorted(layout.links.items())),
        children={key: tuple(sorted(found)) for key, found in sorted(layout.children.items())},
        facts=dict(sorted(facts.known.items(), key=lambda item: item[0])),
        contested=frozenset(facts.contested),
        judgements=dict(sorted(judgements.items(), key=lambda item: item[0])),
    )


def _is_empty(request: Hulpvraag) -> bool:
    """Whether a request holds nothing that a rule can say anything about."""
    parts = (
        request.personen, request.behoeften, request.besluiten, request.voornemens,
        request.plannen, request.procedure.feiten, request.beoordelingen,
    )  # fmt: skip
    return not any(parts) and not any(request.lijsten.values())
