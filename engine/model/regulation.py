"""A regulation: what it is, and everything its files declare."""

from dataclasses import dataclass, field
from typing import Literal

from engine.model.rule import Regel
from engine.model.scalars import Datum, Formule, JaNee, Tekst
from engine.model.shared import Bronnen, Geldig, Nagelezen, Zekerheid
from engine.model.signal import Signaal
from engine.model.vocabulary import (
    Bedrag,
    Begrip,
    Gegeven,
    Groep,
    Lezing,
    Lijst,
    OpenNorm,
    OpenTerm,
    Tabel,
)
from engine.origin import NOWHERE, Origin

SoortRegeling = Literal[
    "verdrag", "wet", "amvb", "ministeriele_regeling", "verordening", "beleidsregel",
    "gegevensset", "rechtspraak", "ongeschreven_recht", "methode",
]  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Indeling(Geldig):
    """Which articles a paragraph holds, in a period."""

    paragraaf: dict[str, tuple[Tekst, ...]]


@dataclass(frozen=True, kw_only=True)
class Plicht:
    """An obligation of a person: its key is a yes/no concept of the same regulation."""

    over: Tekst
    soort: Tekst
    bron: Bronnen
    uren_per_week: Formule | None = None
    toelichting: Tekst | None = None
    herkomst: Origin = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class Botsing:
    """Two kinds of obligation that get in each other's way, and which norm tunes them."""

    tussen: tuple[Tekst, ...]
    bron: Bronnen
    afstemming: Tekst
    herkomst: Origin = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class Voorziening:
    """A general facility of a municipality that may really be available."""

    soort: Tekst
    naam: Tekst | None = None
    doelgroep: Tekst | None = None
    van: Datum | None = None
    tot: Datum | None = None
    plaatsen: Tekst | None = None
    kosten: Formule | None = None
    herkomst: Origin = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class Termijn:
    """A term: where it begins, how long it lasts, what stops it, what follows from it."""

    over: Tekst
    bron: Bronnen
    wat: Tekst
    begint: Tekst
    duur: Tekst
    eerste_dag: Literal["zelfde", "volgende"] = "volgende"
    stilgezet: Tekst | None = None
    klaar: Tekst | None = None
    als: Formule | None = None
    termijnenwet: JaNee = False
    gevolg: Tekst | None = None
    geldig: Geldig | None = None
    zekerheid: Zekerheid = "high"
    herkomst: Origin = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class Verwijzing:
    """Points to an act that is not encoded: who decides there, and for which solutions."""

    id: Tekst
    naar: Tekst
    orgaan: Tekst
    voor: tuple[Tekst, ...]
    bron: Bronnen
    over: Tekst = "oplossing"
    als: Formule | None = None
    zekerheid: Zekerheid = "high"
    toelichting: Tekst | None = None
    herkomst: Origin = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class Domein:
    """Something that holds in every case; the analysis of rules leaves the rest out."""

    over: Tekst
    altijd: Formule
    toelichting: Tekst
    herkomst: Origin = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class Grafiek:
    """A worked case along which the fact of a course goes from low to high."""

    geval: Tekst
    tot: Formule
    vanaf: Formule | None = None
    herkomst: Origin = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class Verloop:
    """How an outcome should move with a fact: the analysis looks for two cases that do not."""

    gegeven: Tekst
    richting: Literal["stijgt", "daalt"]
    bron: Bronnen
    toelichting: Tekst
    begrip: Tekst | None = None
    regel: Tekst | None = None
    als: Formule | None = None
    hooguit: Formule | None = None
    grafiek: Grafiek | None = None
    herkomst: Origin = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class Toegestaan:
    """A finding about rules that is known and accepted, with the provision and the reason."""

    code: Tekst
    over: tuple[Tekst, ...]
    bron: Bronnen
    reden: Tekst
    regels: tuple[Tekst, ...] = ()
    herkomst: Origin = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class RegelingKop:
    """The head of a regulation: the content of `regeling.yaml` besides the sections."""

    regeling: Tekst
    naam: Tekst
    soort: SoortRegeling
    vastgesteld: Datum | None = None
    bwb: Tekst | None = None
    bevoegd: Tekst | None = None
    doel: Tekst | None = None
    gemeente: Tekst | None = None
    grondslag: Bronnen = ()
    gebruikt: tuple[Tekst, ...] = ()
    indeling: tuple[Indeling, ...] = ()
    nooit_grond: tuple[Tekst, ...] = ()
    nagelezen: Nagelezen | None = None
    juridisch_akkoord: Nagelezen | None = None
    geldig: Geldig | None = None
    toelichting: Tekst | None = None
    herkomst: Origin = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class Secties:
    """The sections that any file of a regulation may hold."""

    gegevens: dict[str, Gegeven] = field(default_factory=dict)
    waardenlijsten: dict[str, tuple[Tekst, ...]] = field(default_factory=dict)
    lijsten: dict[str, Lijst] = field(default_factory=dict)
    groepen: dict[str, Groep] = field(default_factory=dict)
    begrippen: dict[str, Begrip] = field(default_factory=dict)
    bedragen: dict[str, Bedrag] = field(default_factory=dict)
    tabellen: dict[str, Tabel] = field(default_factory=dict)
    lezingen: dict[str, Lezing] = field(default_factory=dict)
    open_termen: dict[str, OpenTerm] = field(default_factory=dict)
    open_normen: dict[str, OpenNorm] = field(default_factory=dict)
    regels: tuple[Regel, ...] = ()
    plichten: dict[str, Plicht] = field(default_factory=dict)
    botsingen: tuple[Botsing, ...] = ()
    voorzieningen: dict[str, Voorziening] = field(default_factory=dict)
    termijnen: dict[str, Termijn] = field(default_factory=dict)
    feestdagen: dict[Datum, Tekst] = field(default_factory=dict)
    verwijzingen: tuple[Verwijzing, ...] = ()
    signalen: tuple[Signaal, ...] = ()
    domein: dict[str, Domein] = field(default_factory=dict)
    verloop: dict[str, Verloop] = field(default_factory=dict)
    toegestaan: dict[str, Toegestaan] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Regeling:
    """A regulation: its head and the union of the sections of all its files."""

    kop: RegelingKop
    secties: Secties

    @property
    def id(self) -> str:
        """The id by which other files name this regulation."""
        return self.kop.regeling


@dataclass(frozen=True, kw_only=True)
class Corpus:
    """All regulations that were read, sorted by id."""

    regelingen: tuple[Regeling, ...]

    def regeling(self, name: str) -> Regeling | None:
        """The regulation with this id, or None."""
        return next((r for r in self.regelingen if r.id == name), None)
