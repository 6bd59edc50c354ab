"""The Toets: the answer to a hulpvraag, as data. Field names are the Dutch JSON keys.

Values are already in their JSON form: money as text in euro, yes/no as `ja` or `nee`, dates as
jjjj-mm-dd. Everything is sorted, so equal input gives equal bytes.
"""

from dataclasses import dataclass, field

from engine.result.obstacles import Blokkade
from engine.result.plans import PlanToets
from engine.result.ways import Waarde, Weg


@dataclass(frozen=True, kw_only=True)
class Nodig:
    """What is still needed: facts and judgements (names), and gaps or conflicts upstream."""

    feiten: tuple[str, ...] = ()
    oordelen: tuple[str, ...] = ()
    redenen: tuple[str, ...] = ()


NIETS_NODIG = Nodig()


@dataclass(frozen=True, kw_only=True)
class Tak:
    """What comes out if one open fact or judgement has this value."""

    naam: str
    over: str
    soort: str
    uitkomst: str
    status: str
    waarde: Waarde | None = None


@dataclass(frozen=True, kw_only=True)
class Grondslag:
    """A rule that carries a value: id, regulation, article, certainty."""

    regel: str
    regeling: str
    artikel: str
    zekerheid: str = "high"


@dataclass(frozen=True, kw_only=True)
class Uitgeschakeld:
    """A rule that was set aside, by which rule, and by what criterion."""

    regel: str
    door: str
    waarom: str


@dataclass(frozen=True, kw_only=True)
class Conflictwaarde:
    """One side of a conflict."""

    waarde: Waarde
    regels: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ZonderAfwijking:
    """The outcome without the rules of rung c, d and e."""

    status: str
    waarde: Waarde | None = None
    gronden: tuple[Grondslag, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Uitkomst:
    """The outcome of one concept for one instance."""

    status: str
    waarde: Waarde | None = None
    eenheid: str = ""
    vast: bool | None = None
    soort_gat: str = ""
    voorbehoud: tuple[str, ...] = ()
    aannames: tuple[str, ...] = ()
    zonder_afwijking: ZonderAfwijking | None = None
    gronden: tuple[Grondslag, ...] = ()
    uitgeschakeld: tuple[Uitgeschakeld, ...] = ()
    nodig: Nodig = NIETS_NODIG
    voorlopig: Waarde | None = None
    conflict: tuple[Conflictwaarde, ...] = ()
    takken: tuple[Tak, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Stap:
    """A step of procedure: gedaan, te_doen, te_laat or onbekend. Never changes the ground."""

    stap: str
    status: str
    bron: str


@dataclass(frozen=True, kw_only=True)
class Grond:
    """A ground that was tried for a solution."""

    regel: str
    regeling: str
    artikel: str
    trede: str
    status: str
    zekerheid: str = "high"
    dekt: tuple[str, ...] = ()
    bedrag: Waarde | None = None
    eenheid: str = ""
    vorm: tuple[str, ...] = ()
    tijdelijk: str = ""
    nodig: Nodig = field(default_factory=Nodig)
    voorwaarden: tuple[str, ...] = ()
    procedure: tuple[Stap, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Deel:
    """The part of a solution that one ground carries."""

    bedrag: Waarde | None = None
    eenheid: str = ""
    belemmeringen: tuple[str, ...] = ()
    trede: str = ""
    regel: str = ""
    vorm: str = ""
    status: str = "waarde"
    nodig: Nodig = field(default_factory=Nodig)


@dataclass(frozen=True, kw_only=True)
class Recht:
    """The right to a decision beside a solution that needs none: how to apply, and for what."""

    regel: str
    regeling: str
    artikel: str
    status: str
    bedrag: Waarde | None = None
    eenheid: str = ""
    hoe: tuple[str, ...] = ()
    vanaf: str = ""


@dataclass(frozen=True, kw_only=True)
class Kosten:
    """Cost of the solution beside the cost if the entitlement is taken as the start."""

    oplossing: Waarde | None = None
    aanspraak_eerst: Waarde | None = None
    verschil: Waarde | None = None
    per_jaar: Waarde | None = None


@dataclass(frozen=True, kw_only=True)
class Verwijzing:
    """An act that is not encoded here and may carry the solution."""

    id: str
    naar: str
    orgaan: str
    status: str
    zekerheid: str
    toelichting: str = ""


@dataclass(frozen=True, kw_only=True)
class OplossingToets:
    """The result for one solution.

    `trede` is a letter, or `geen`; `niet_gedragen` is the part of what is asked that no ground
    carries, in `eenheid`: of a known cost, or of the hours asked. `wegen` is empty until it is
    asked for; `wegen_gezocht` then says whether these are `alle`, or the first of them (`meer`),
    or whether it was not decided in time that there are no others (`onbekend`). `andere_vormen`
    are those in which rules do carry this kind, when none does in the form that is asked.
    """

    id: str
    wat: str
    trede: str
    uitkomst: str
    delen: tuple[Deel, ...] = ()
    gronden: tuple[Grond, ...] = ()
    blokkades: tuple[Blokkade, ...] = ()
    wegen: tuple[Weg, ...] = ()
    wegen_gezocht: str = ""
    nodig: Nodig = field(default_factory=Nodig)
    niet_gedragen: Waarde | None = None
    eenheid: str = ""
    recht_op_besluit: tuple[Recht, ...] = ()
    kosten: Kosten = field(default_factory=Kosten)
    verwijzingen: tuple[Verwijzing, ...] = ()
    andere_vormen: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Alternatief:
    """A set of solutions that together cover the need, and the highest rung it takes."""

    oplossingen: tuple[str, ...]
    dekt: tuple[str, ...]
    trede: str


@dataclass(frozen=True, kw_only=True)
class BehoefteToets:
    """The result for one need."""

    id: str
    wat_is_belangrijk: str
    leefgebied: str
    gedekt: tuple[str, ...] = ()
    resteert: tuple[str, ...] = ()
    alternatieven: tuple[Alternatief, ...] = ()
    oplossingen: tuple[OplossingToets, ...] = ()


@dataclass(frozen=True, kw_only=True)
class VoornemenToets:
    """The result for an intended decision: is there a power, and of what kind."""

    id: str
    bevoegdheid: str
    karakter: str = ""
    gronden: tuple[Grondslag, ...] = ()
    blokkades: tuple[Blokkade, ...] = ()
    nodig: Nodig = field(default_factory=Nodig)
    takken: tuple[Tak, ...] = ()
    gevolg: tuple[str, ...] = ()

    @property
    def zonder_regel(self) -> bool:
        """Whether no rule is about this kind of plan: then nothing says that it may not."""
        return self.bevoegdheid == "geen" and not (self.gronden or self.blokkades)


@dataclass(frozen=True, kw_only=True)
class Factor:
    """A factor with its direction and what the facts say of it: ja, nee or onbekend."""

    naam: str
    richting: str
    status: str


@dataclass(frozen=True, kw_only=True)
class SignaalToets:
    """A signal that lights up: it highlights and asks, it never decides."""

    id: str
    soort: str
    regeling: str
    artikel: str
    trede: str
    over: str
    gewicht: str
    toets: str = ""
    aanleiding: tuple[str, ...] = ()
    factoren: tuple[Factor, ...] = ()
    motiveer: tuple[str, ...] = ()
    rechtspraak: tuple[str, ...] = ()
    bevoegd: tuple[str, ...] = ()
    status: str = "te_toetsen"
    zekerheid: str = "high"
    waarom: str = ""


@dataclass(frozen=True, kw_only=True)
class Aanname:
    """A favourable presumption that was used, listed once."""

    naam: str
    over: str
    waarde: Waarde
    bewijslast: str


@dataclass(frozen=True, kw_only=True)
class Vraag:
    """A question whose answer changes a status, a value or a rung."""

    soort: str
    naam: str
    over: str
    vraag: str
    waarom: tuple[str, ...]
    bron: str


@dataclass(frozen=True, kw_only=True)
class TermijnToets:
    """A term with its days and how they were counted; `klaar` is the day on which it was done."""

    id: str
    wat: str
    over: str
    van: str
    tot: str
    rekenwijze: str
    status: str
    bron: str
    klaar: str = ""
    gevolg: str = ""
    zekerheid: str = "high"


@dataclass(frozen=True, kw_only=True)
class Gedoofd:
    """A signal or ground that stays dark, and why."""

    id: str
    waarom: str


@dataclass(frozen=True, kw_only=True)
class Melding:
    """Something on the first screen: low certainty, a rule read long ago, a lesson, a dispute."""

    soort: str
    tekst: str
    bron: str = ""
    over: str = ""


@dataclass(frozen=True, kw_only=True)
class Tijdvak:
    """Outcomes that hold between two break dates."""

    van: str
    tot: str
    uitkomsten: dict[str, dict[str, Uitkomst]]


@dataclass(frozen=True, kw_only=True)
class Regelset:
    """Which rules were used: a hash over all of them, and the regulations."""

    hash: str
    regelingen: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Toets:
    """The whole answer. `kern` names the concepts that the answer rests on."""

    regelruimte: str
    peildatum: str
    beslisdatum: str | None
    gemeente: str
    regelset: Regelset
    invoer_hash: str
    advies: str
    behoeften: tuple[BehoefteToets, ...] = ()
    plannen: tuple[PlanToets, ...] = ()
    voornemens: tuple[VoornemenToets, ...] = ()
    uitkomsten: dict[str, dict[str, Uitkomst]] = field(default_factory=dict)
    signalen: tuple[SignaalToets, ...] = ()
    aannames: tuple[Aanname, ...] = ()
    vragen: tuple[Vraag, ...] = ()
    termijnen: tuple[TermijnToets, ...] = ()
    tijdlijn: tuple[Tijdvak, ...] = ()
    gedoofd: tuple[Gedoofd, ...] = ()
    meldingen: tuple[Melding, ...] = ()
    kern: tuple[str, ...] = ()
