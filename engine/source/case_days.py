"""Days of a request on which no act holds yet, as far as the rules tell."""

from collections.abc import Iterator
from datetime import date

from engine.errors import Diagnostic
from engine.model.regulation import Corpus
from engine.model.request import Hulpvraag


def too_early(corpus: Corpus, request: Hulpvraag) -> Iterator[Diagnostic]:
    """Days of a request (C145) that come before the first division of any act into articles.

    An act says from which day its paragraphs hold which articles; before the first such day
    nobody has written down what held.
    """
    divisions = [part for r in corpus.regelingen for part in r.kop.indeling]
    first = min((part.vanaf or date.min for part in divisions), default=date.min)
    asked = [("peildatum", request.peildatum, request.herkomst.van("peildatum"))]
    if (period := request.tijdvak) is not None:
        asked.append(("begin van het tijdvak", period.van, period.herkomst.van("van")))
    for name, day, at in asked:
        if day < first:
            message = f"{name} {day.isoformat()}: op die dag gelden deze regels nog niet"
            hint = f"kies een dag vanaf {first.isoformat()}"
            yield Diagnostic(code="C145", message=message, at=at, hint=hint)
