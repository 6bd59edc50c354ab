"""What rules may speak of: facts, lists, groups, concepts, amounts, tables, readings, norms."""

from dataclasses import dataclass, field
from typing import Literal

from engine.model.scalars import Datum, Formule, JaNee, Tekst
from engine.model.shared import Afronding, Bronnen, Geldig, Getypeerd, Richting, Zekerheid
from engine.origin import NOWHERE, Origin

Beschermd = Literal[
    "godsdienst", "levensovertuiging", "politieke_gezindheid", "ras", "geslacht", "gerichtheid",
    "postcode", "geboorteland", "taal", "handicap", "nationaliteit", "burgerlijke_staat",
    "leeftijd", "arbeidsduur",
]  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Gegeven(Getypeerd):
    """A fact that a request may hold."""

    over: Tekst
    vraag: Tekst
    bewijslast: Literal["aanvrager", "college"] | None = None
    vermoeden: Tekst | None = None
    symmetrisch: JaNee = False
    wijzigbaar: JaNee = True
    beschermd: Beschermd | None = None
    alleen_toets: JaNee = False
    toelichting: Tekst | None = None
    herkomst: Origin = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class Veld(Getypeerd):
    """A field of a list record or of a judgement."""

    vraag: Tekst | None = None
    bewijslast: Literal["aanvrager", "college"] | None = None
    vermoeden: Tekst | None = None
    wijzigbaar: JaNee = True
    beschermd: Beschermd | None = None


@dataclass(frozen=True, kw_only=True)
class Lijst:
    """Records of an owner (`van`); an absent list is unknown, `[]` is known to be empty."""

    van: Tekst
    velden: dict[str, Veld]
    vraag: Tekst | None = None
    volledig: JaNee = False
    toelichting: Tekst | None = None
    herkomst: Origin = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class Groep:
    """Connected components of persons; each act has its own."""

    van: Tekst
    samen_als: Formule
    bron: Bronnen
    toelichting: Tekst | None = None
    herkomst: Origin = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class Rest:
    """The value when no rule is active or possible, with its source."""

    waarde: Formule
    bron: Bronnen = ()


@dataclass(frozen=True, kw_only=True)
class Begrip(Getypeerd):
    """A concept that rules give a value to."""

    over: Tekst
    rest: Rest | None = None
    bron: Bronnen = ()
    afronding: Afronding | None = None
    exact: JaNee = False
    symmetrisch: JaNee = False
    richting: Richting | None = None
    aanspraak: JaNee = False
    toelichting: Tekst | None = None
    herkomst: Origin = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class Bedrag:
    """An indexed value: dated entries, valid until `tot` unless `open_einde`."""

    eenheid: Tekst
    bron: Bronnen
    vanaf: dict[Datum, Formule]
    tot: Datum | None = None
    open_einde: JaNee = False
    zekerheid: Zekerheid = "high"
    toelichting: Tekst | None = None
    herkomst: Origin = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class Rij:
    """A row of a table; `tot` is inclusive, the last row may leave it out."""

    waarde: Formule
    tot: Formule | None = None


@dataclass(frozen=True, kw_only=True)
class Tabel:
    """Slices (each its own rate) or a look-up by row."""

    soort: Literal["schijven", "opzoek"]
    van: Tekst
    naar: Tekst
    vanaf: dict[Datum, tuple[Rij, ...]]
    bron: Bronnen = ()
    vult_in: Tekst | None = None
    tot: Datum | None = None
    open_einde: JaNee = False
    zekerheid: Zekerheid = "high"
    toelichting: Tekst | None = None
    herkomst: Origin = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class Lezing:
    """An unsettled reading of the law: one value chosen, the others shown beside the result."""

    waarden: tuple[Tekst, ...]
    gekozen: Tekst
    bron: Bronnen
    zekerheid: Zekerheid
    toelichting: Tekst
    herkomst: Origin = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class OpenTerm:
    """What a lower regulation must or may fill in, with its bounds and who is competent."""

    bron: Bronnen
    soort: Literal[
        "ja_nee", "aantal", "bedrag", "procent", "datum", "duur", "keuze", "schijven", "opzoek"
    ]
    laag: Literal["verordening", "beleidsregel", "ministeriele_regeling", "amvb"]
    bevoegd: Tekst
    verplicht: JaNee
    over: Tekst | None = None
    eenheid: Tekst | None = None
    waarden: tuple[Tekst, ...] | Tekst | None = None
    geordend: JaNee = False
    van: Tekst | None = None
    naar: Tekst | None = None
    grenzen: Formule | None = None
    standaard: Formule | None = None
    eis: Formule | None = None
    toelichting: Tekst | None = None
    herkomst: Origin = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class Factor:
    """A factor for or against, shown with the facts of this case."""

    naam: Tekst
    richting: Literal["voor", "tegen"] | None = None
    als: Formule | None = None


@dataclass(frozen=True, kw_only=True)
class Uitkomst:
    """What a judgement yields when it is not plain yes or no."""

    soort: Literal["ja_nee", "aantal", "bedrag", "procent", "datum", "duur", "keuze", "velden"]
    eenheid: Tekst | None = None
    naam: Tekst | None = None
    waarden: tuple[Tekst, ...] | Tekst | None = None
    geordend: JaNee = False
    grenzen: Formule | None = None
    geen: Tekst | None = None
    velden: dict[str, Veld] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class NormVersie(Geldig):
    """A version of an open norm: factors and rulings differ, the question does not."""

    factoren: tuple[Factor, ...] = ()
    rechtspraak: tuple[Tekst, ...] = ()


@dataclass(frozen=True, kw_only=True)
class OpenNorm:
    """A judgement (or choice) that only a named human can make."""

    bron: Bronnen
    over: Tekst
    vraag: Tekst
    bevoegd: tuple[Tekst, ...]
    aard: Literal["oordeel", "keuze"] = "oordeel"
    uitkomst: Uitkomst | None = None
    pas_als: Formule | None = None
    vereist_advies: tuple[Tekst, ...] = ()
    factoren: tuple[Factor, ...] = ()
    rechtspraak: tuple[Tekst, ...] = ()
    motiveer: tuple[Tekst, ...] = ()
    versies: tuple[NormVersie, ...] = ()
    richting: Richting | None = None
    geldig: Geldig | None = None
    zekerheid: Zekerheid = "high"
    toelichting: Tekst | None = None
    herkomst: Origin = field(default=NOWHERE, compare=False)
