"""Plans: every point answered one by one, beside what the toets says of what it is about.

A point that nobody answered stays visible as unanswered; the toets itself never answers it.
"""

from collections.abc import Mapping, Sequence

from engine.model.request import Plan, Planpunt
from engine.result.plans import PlanToets, PuntToets
from engine.result.toets import BehoefteToets

STATUS = {"ja": "gevolgd", "deels": "deels", "nee": "niet_gevolgd"}
Found = Mapping[str, tuple[str, str]]


def plan_results(plans: Sequence[Plan], needs: Sequence[BehoefteToets]) -> tuple[PlanToets, ...]:
    """Every plan that has points, in the order of the request."""
    found = _outcomes(needs)
    return tuple(
        PlanToets(id=p.id, soort=p.soort, punten=tuple(_point(point, found) for point in p.punten))
        for p in plans
        if p.punten
    )


def _outcomes(needs: Sequence[BehoefteToets]) -> Found:
    """Outcome and rung of every solution, obstacle and need, by id."""
    found: dict[str, tuple[str, str]] = {}
    for need in needs:
        found |= {s.id: (s.uitkomst, s.trede) for s in need.oplossingen}
        found |= dict.fromkeys(need.gedekt, ("gedekt", ""))
        found |= dict.fromkeys(need.resteert, ("resteert", ""))
        if need.gedekt or need.resteert:
            found[need.id] = ("resteert" if need.resteert else "gedekt", "")
    return found


def _point(point: Planpunt, found: Found) -> PuntToets:
    outcome, rung = found.get(point.over or "", ("", ""))
    answer = point.antwoord
    return PuntToets(
        id=point.id,
        tekst=point.tekst,
        status=STATUS[answer.gevolgd] if answer else "onbeantwoord",
        over=point.over or "",
        motivering=answer.motivering if answer else "",
        rol=answer.rol if answer else "",
        datum=answer.datum.isoformat() if answer else "",
        uitkomst=outcome,
        trede=rung,
    )
