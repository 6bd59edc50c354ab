"""A plan of the people themselves in the Toets: point by point, as data."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class PuntToets:
    """One point of a plan: gevolgd, deels, niet_gevolgd or onbeantwoord, and what this says of it.

    `uitkomst` and `trede` are those of the solution it is about; of a need or an obstacle the
    outcome is `gedekt` or `resteert`.
    """

    id: str
    tekst: str
    status: str
    over: str = ""
    motivering: str = ""
    rol: str = ""
    datum: str = ""
    uitkomst: str = ""
    trede: str = ""


@dataclass(frozen=True, kw_only=True)
class PlanToets:
    """A plan of the people themselves, point by point."""

    id: str
    soort: str
    punten: tuple[PuntToets, ...] = ()
