"""The hulpvraag: what a resident asks, with the facts and judgements that are known.

Field names are the keys a user writes. Facts are open: any declared fact may stand beside the
fixed keys, and what it means follows from the rules. There is no field for a name, a citizen
service number, an address, a telephone number or an e-mail address.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Literal

from engine.model.scalars import JaNee, Reading, read_date
from engine.origin import NOWHERE, Origin

FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2100, 12, 31)
OPEN = {"open": True}  # this field takes every key that is not a field
SHORT = {"kort": True}  # a bare value stands for this field
BY_SOLUTION = "oplossing"  # the means of a covering that a solution gives (`dekt`)
DISPUTED = "feit:"  # before the name of a fact: a judgement on what the resident disputes
_ID = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,39}")
_CODE = re.compile(r"[A-Za-z][A-Za-z0-9._-]{0,59}")
_MUNICIPALITY = re.compile(r"GM\d{4}")


class Unfit(ValueError):
    """A text does not fit its key; `code` and `hint` go into the diagnostic."""

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        """Keep what to say; the message never repeats the text itself."""
        self.code, self.message, self.hint = code, message, hint
        super().__init__(message)


def read_day(value: object, _context: object = None) -> date:
    """Read a day between 1900 and 2100; raises Unfit C109 or C110."""
    try:
        day = read_date(value)
    except ValueError as error:
        raise Unfit("C109", str(error), "schrijf bijvoorbeeld 2026-09-01") from error
    if not FIRST_DAY <= day <= LAST_DAY:
        raise Unfit("C110", "deze datum ligt niet tussen 1900 en 2100", "controleer het jaartal")
    return day


def _matching(pattern: re.Pattern[str], code: str, message: str, hint: str) -> Reading:
    def read(value: object, _context: object = None) -> str:
        if not isinstance(value, str) or not pattern.fullmatch(value):
            raise Unfit(code, message, hint)
        return str(value)

    return Reading(read, {"type": "string", "pattern": f"^{pattern.pattern}$"})


def _read_words(value: object, _context: object = None) -> str:
    if not isinstance(value, str) or not value.strip():
        raise Unfit("C104", "hier hoort tekst te staan", "laat de sleutel weg als er niets is")
    return str(value)


def _read_reasons(value: object, _context: object = None) -> str:
    if not isinstance(value, str) or not value.strip():
        raise Unfit(
            "C153", "een beoordeling heeft een motivering", "schrijf waarom zo is geoordeeld"
        )
    return str(value)


Dag = Annotated[date, Reading(read_day, {"type": "string", "format": "date"})]
Woorden = Annotated[str, Reading(_read_words, {"type": "string", "minLength": 1})]
Motivering = Annotated[str, Reading(_read_reasons, {"type": "string", "minLength": 1})]
Id = Annotated[
    str,
    _matching(
        _ID, "C112", "dit is geen goede code",
        "een code begint met een letter en heeft letters, cijfers, - en _ (hooguit 40 tekens)",
    ),
]  # fmt: skip
Code = Annotated[
    str,
    _matching(
        _CODE, "C116", "hier hoort een code te staan, geen naam",
        "schrijf bijvoorbeeld consulent-1: letters, cijfers, punt, - en _",
    ),
]  # fmt: skip
Gemeentecode = Annotated[
    str,
    _matching(
        _MUNICIPALITY, "C111", "dit is geen gemeentecode",
        "schrijf GM en vier cijfers, bijvoorbeeld GM0000",
    ),
]  # fmt: skip
Invoer = Annotated[str, Reading(_read_words, {"type": ["string", "number"]})]


@dataclass(frozen=True, slots=True)
class Plaatsen:
    """Where a construct and its keys stand."""

    begin: Origin = NOWHERE
    sleutels: Mapping[str, Origin] = field(default_factory=dict)

    def van(self, sleutel: str) -> Origin:
        """Where the value of this key stands, or else where the construct begins."""
        return self.sleutels.get(sleutel, self.begin)


@dataclass(frozen=True, kw_only=True)
class Geplaatst:
    """Knows where it stands; places never count in comparisons."""

    herkomst: Plaatsen = field(default_factory=Plaatsen, compare=False, repr=False)


@dataclass(frozen=True, kw_only=True)
class FeitWaarde(Geplaatst):
    """A fact: its value as written, its source, and whether the resident disputes it.

    It holds from `vanaf`; before that day `eerder` holds, or the fact is unknown.
    """

    waarde: Invoer = field(metadata=SHORT)
    bron: Woorden | None = None
    vanaf: Dag | None = None
    eerder: Invoer | None = None
    betwist: JaNee = False
    eigen_woorden: Woorden | None = None


Feiten = dict[str, FeitWaarde]


@dataclass(frozen=True, kw_only=True)
class MetFeiten(Geplaatst):
    """Takes any declared fact beside its fixed keys."""

    feiten: Feiten = field(default_factory=dict, metadata=OPEN)


@dataclass(frozen=True, kw_only=True)
class Tijdvak(Geplaatst):
    """A period over which the outcomes are asked."""

    van: Dag
    tot: Dag


@dataclass(frozen=True, kw_only=True)
class Persoon(MetFeiten):
    """Somebody in the case: a resident, or somebody from the network."""

    rol: Literal["inwoner", "netwerk"] = "inwoner"


@dataclass(frozen=True, kw_only=True)
class Relatie(MetFeiten):
    """Facts over an ordered pair of persons."""

    deze: Id
    ander: Id


@dataclass(frozen=True, kw_only=True)
class Lijstregel(MetFeiten):
    """One record of a list, with its owner (a list of the case itself has none)."""

    van: Id | None = None
    id: Id | None = None


@dataclass(frozen=True, kw_only=True)
class Belemmering(MetFeiten):
    """What stands in the way, in the resident's words; `over` names somebody else."""

    id: Id
    tekst: Woorden
    over: Id | None = None


@dataclass(frozen=True, kw_only=True)
class Netwerkhulp(Geplaatst):
    """Who around the resident does something, and for how long."""

    wie: Woorden
    wat: Woorden | None = None
    hoe_lang: Woorden | None = None


@dataclass(frozen=True, kw_only=True)
class EigenPlan(Geplaatst):
    """What the resident does or arranges without the municipality."""

    acties: tuple[Woorden, ...] = ()
    netwerk: tuple[Netwerkhulp, ...] = ()
    ontbreekt: tuple[Woorden, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Dekking(MetFeiten):
    """Who or what takes an obstacle away, and how far."""

    belemmering: Id
    middel: Id
    id: Id | None = None
    door: Id | None = None
    mate: FeitWaarde | None = None


@dataclass(frozen=True, kw_only=True)
class Oplossing(MetFeiten):
    """A solution that is asked or considered; `dekt` says which obstacles it takes away."""

    id: Id
    wat: Woorden
    soort_oplossing: FeitWaarde
    vorm: FeitWaarde | None = None
    van: Id | None = None
    dekt: dict[Id, Woorden] = field(default_factory=dict)
    geregistreerd_als: FeitWaarde | None = None


@dataclass(frozen=True, kw_only=True)
class Behoefte(MetFeiten):
    """A need in the resident's words, with obstacles, own plan, coverings and solutions."""

    id: Id
    van: Id
    wat_is_belangrijk: Woorden
    leefgebied: FeitWaarde | None = None
    waarom_nog_niet: Woorden | None = None
    belemmeringen: tuple[Belemmering, ...] = ()
    eigen_plan: EigenPlan | None = None
    dekkingen: tuple[Dekking, ...] = ()
    oplossingen: tuple[Oplossing, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Besluit(MetFeiten):
    """A decision that was taken (or asked) about a person."""

    id: Id
    over: Id
    regeling: Woorden | None = None
    soort_besluit: FeitWaarde | None = None
    onderwerp: Woorden | None = None


@dataclass(frozen=True, kw_only=True)
class Voornemen(MetFeiten):
    """What the college intends, about a decision or directly about a person."""

    id: Id
    soort_voornemen: FeitWaarde
    besluit: Id | None = None
    betreft: Id | None = None


@dataclass(frozen=True, kw_only=True)
class Planantwoord(Geplaatst):
    """What was done with one point of a plan: by whom, in which role, when and why."""

    gevolgd: Literal["ja", "deels", "nee"]
    motivering: Motivering
    wie: Code
    rol: Code
    datum: Dag


@dataclass(frozen=True, kw_only=True)
class Planpunt(Geplaatst):
    """One point of a plan, in the words of who made it; `over` names what it is about."""

    id: Id
    tekst: Woorden
    over: Id | None = None
    antwoord: Planantwoord | None = None


@dataclass(frozen=True, kw_only=True)
class Plan(Geplaatst):
    """A plan that the people themselves or an organisation made, and whose plan it is."""

    id: Id
    soort: Woorden
    van: tuple[Id, ...] = ()
    tekst: Woorden | None = None
    punten: tuple[Planpunt, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Procedure(MetFeiten):
    """Facts over the course of the case as a whole."""


@dataclass(frozen=True, kw_only=True)
class Beoordeling(Geplaatst):
    """A judgement or choice of a human: who, in which role, when, what and why."""

    oordeel: Woorden
    uitkomst: Invoer | dict[Id, Invoer]
    wie: Code
    rol: Code
    datum: Dag
    motivering: Motivering
    over: Woorden | tuple[Woorden, ...] = "zaak"
    bewijs: tuple[Woorden, ...] = ()


Lijsten = dict[str, tuple[Lijstregel, ...]]


@dataclass(frozen=True, kw_only=True)
class Hulpvraag(Geplaatst):
    """A request: need first, facts as far as known, judgements as far as made."""

    peildatum: Dag
    id: Code | None = None
    beslisdatum: Dag | None = None
    tijdvak: Tijdvak | None = None
    gemeente: Gemeentecode | None = None
    personen: dict[Id, Persoon] = field(default_factory=dict)
    relaties: tuple[Relatie, ...] = ()
    behoeften: tuple[Behoefte, ...] = ()
    besluiten: tuple[Besluit, ...] = ()
    voornemens: tuple[Voornemen, ...] = ()
    plannen: tuple[Plan, ...] = ()
    procedure: Procedure = field(default_factory=Procedure)
    beoordelingen: tuple[Beoordeling, ...] = ()
    lijsten: Lijsten = field(default_factory=dict, metadata=OPEN)
