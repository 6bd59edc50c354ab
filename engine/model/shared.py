"""Parts that several constructs share: sources, validity, types."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from engine.model.scalars import Datum, Formule, JaNee, Tekst

Zekerheid = Literal["high", "medium", "low"]
Richting = Literal["begunstigend", "belastend", "beide"]
Soort = Literal[
    "ja_nee", "aantal", "bedrag", "procent", "datum", "duur", "keuze", "persoon", "tekst"
]


@dataclass(frozen=True, kw_only=True)
class Bron:
    """One source: an article of a regulation, a ruling (ecli) or a method."""

    regeling: Tekst | None = None
    artikel: Tekst | None = None
    lid: Tekst | None = None
    onderdeel: Tekst | None = None
    ecli: Tekst | None = None
    methode: Tekst | None = None


Bronnen = tuple[Bron, ...]


@dataclass(frozen=True, kw_only=True)
class Geldig:
    """A closed interval of days; an open end means no limit."""

    vanaf: Datum | None = None
    tot: Datum | None = None

    def holds(self, day: date) -> bool:
        """Whether the interval contains the day; both ends included."""
        return (self.vanaf is None or self.vanaf <= day) and (self.tot is None or day <= self.tot)


@dataclass(frozen=True, kw_only=True)
class Nagelezen:
    """Says that the text was compared with its source, and when."""

    bron: Tekst
    datum: Datum


@dataclass(frozen=True, kw_only=True)
class Getypeerd:
    """The type of a fact, concept or field, as written in the file."""

    soort: Soort
    eenheid: Tekst | None = None
    waarden: tuple[Tekst, ...] | Tekst | None = None
    grenzen: Formule | None = None
    geordend: JaNee = False


@dataclass(frozen=True, kw_only=True)
class Afronding:
    """Rounding declared on a concept: to a multiple of `stap`, in a named way."""

    stap: Formule
    wijze: Literal["half_omhoog", "half_even", "omhoog", "omlaag"]
