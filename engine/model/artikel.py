"""The accounting of an act: what became of every part of it in these rules."""

from dataclasses import dataclass, field

from engine.origin import NOWHERE, Origin

INCLUDED, STEP, OPEN_NORM, LEFT_OUT = "opgenomen", "procedure", "open_norm", "weggelaten"
STATUSSEN = (INCLUDED, STEP, OPEN_NORM, LEFT_OUT)
"""What may have become of a part of an act."""

TO_DO = "nog_te_doen"
REDENEN = (
    "geen_gevolg_voor_de_uitkomst",
    "andere_instantie",
    "vervallen",
    "nog_niet_in_werking",
    TO_DO,
)
"""Why a part of an act was left out."""


@dataclass(frozen=True, kw_only=True)
class Genoemd:
    """Something in the rules that a line names, and of what kind it is."""

    naam: str
    soort: str


@dataclass(frozen=True, kw_only=True)
class Artikelregel:
    """One line of the accounting; field names are the Dutch keys.

    Attributes:
        onderwerp: the heading in the file under which the line stands.
        wat: what this part of the act is about, in own words.
        reden: one of REDENEN when it was left out, otherwise empty.
        ontbreekt: the part that is not there yet while the rest is; empty for none.
    """

    id: str
    regeling: str
    onderwerp: str
    wat: str
    status: str
    artikel: str = ""
    lid: str = ""
    onderdeel: str = ""
    ecli: str = ""
    reden: str = ""
    regels: tuple[Genoemd, ...] = ()
    ontbreekt: str = ""
    herkomst: Origin = field(default=NOWHERE, compare=False)
