"""One rule: condition, effect, relations to other rules, and where it comes from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from engine.model.scalars import Formule, JaNee, Tekst
from engine.model.shared import Bronnen, Geldig, Nagelezen, Richting, Zekerheid
from engine.origin import NOWHERE, Origin

Rang = Literal["verdrag", "wet", "amvb", "ministeriele_regeling", "verordening", "beleidsregel"]
EEN_RANG: Mapping[str, str] = {
    "verdrag": "een verdrag",
    "wet": "een wet",
    "amvb": "een algemene maatregel van bestuur",
    "ministeriele_regeling": "een ministeriële regeling",
    "verordening": "een verordening",
    "beleidsregel": "een beleidsregel",
}
"""How a regulation of each rank is called in a sentence."""
Karakter = Literal["dwingend", "kan", "open"]
TredeKey = Literal["a", "b", "c", "d", "e"]


@dataclass(frozen=True, kw_only=True)
class Doelwit:
    """What a relation points at: a rule or group by id, or a unit of a regulation."""

    regel: Tekst | None = None
    regeling: Tekst | None = None
    artikel: Tekst | None = None
    lid: Tekst | None = None
    onderdeel: Tekst | None = None
    paragraaf: Tekst | None = None
    herkomst: Origin = field(default=NOWHERE, compare=False)


Doelwitten = tuple[Doelwit, ...]


@dataclass(frozen=True, kw_only=True)
class Blokkade:
    """Which blockers a rung-e rule answers: by rank and character of the blocking rule."""

    rang: tuple[Rang, ...] = ()
    karakter: tuple[Karakter, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Reikwijdte:
    """How far an exception reaches."""

    artikelen: tuple[Tekst, ...] = ()
    paragrafen: tuple[Tekst, ...] = ()
    regelingen: tuple[Tekst, ...] = ()
    begrippen: tuple[Tekst, ...] = ()
    blokkade: Blokkade | None = None


@dataclass(frozen=True, kw_only=True)
class Kan:
    """A power to choose: `keuze` names the choice; `gebonden` says there is no real choice."""

    keuze: Tekst | None = None
    gebonden: JaNee = False


@dataclass(frozen=True, kw_only=True)
class Verleent:
    """What a ground carries: which kinds of solution, in which form, up to how much."""

    voor: tuple[Tekst, ...]
    vorm: tuple[Tekst, ...] = ()
    dekt: Formule | None = None
    tot: Formule | None = None
    van: Formule | None = None
    tijdelijk: Tekst | None = None
    voorwaarden: tuple[Tekst, ...] = ()
    zonder_besluit: JaNee = False


@dataclass(frozen=True, kw_only=True)
class Regel:
    """A rule as written. No relation and no reach means: an ordinary rule."""

    id: Tekst
    bron: Bronnen
    over: Tekst
    toelichting: Tekst
    geldig: Geldig | None = None
    tijdstip: Tekst | None = None
    groep: Tekst | None = None
    hulp: JaNee = False
    als: Formule | None = None
    aanleiding: Formule | None = None
    kan: Kan | None = None
    dan: dict[str, Formule] | Formule | None = None
    verleent: Verleent | None = None
    vult_in: Tekst | None = None
    procedure: tuple[Tekst, ...] = ()
    in_afwijking_van: Doelwitten = ()
    sluit_uit: Doelwitten = ()
    beperkt: Doelwitten = ()
    wijzigt: tuple[Tekst, ...] = ()
    na: tuple[Tekst, ...] = ()
    onverminderd: Doelwitten = ()
    reikwijdte: Reikwijdte | None = None
    bijzonder_van: Doelwitten = ()
    richting: Richting | None = None
    trede: TredeKey | None = None
    sanctie: JaNee = False
    rechtvaardiging: dict[str, Tekst] = field(default_factory=dict)
    zekerheid: Zekerheid = "high"
    nagelezen: Nagelezen | None = None
    juridisch_akkoord: Nagelezen | None = None
    doel: Tekst | None = None
    les: Tekst | None = None
    grondslag: Bronnen = ()
    herkomst: Origin = field(default=NOWHERE, compare=False)
