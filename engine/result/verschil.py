"""What a change of rules does: the comparison as data. Field names are the Dutch JSON keys."""

from dataclasses import dataclass, field
from typing import Literal

from engine.result.ways import Waarde

Wat = Literal["toegevoegd", "vervallen", "gewijzigd", "hernoemd", "geraakt"]
Effect = Literal["verschilt", "niet_gevonden", "bewezen_gelijk", "gelijk", "niet_bekeken"]
Gevolg = Literal["vooruit", "achteruit", "gemengd", "onzeker", "anders", "past_niet"]
GEVOLGEN: tuple[Gevolg, ...] = (
    "vooruit", "achteruit", "gemengd", "onzeker", "anders", "past_niet",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Getuige:
    """A case in which a rule does something else: for whom, and what it did and does now.

    Attributes:
        hulpvraag: the request itself, of a case that was found and stands in no file.
    """

    geval: str
    over: str
    oud: str
    nieuw: str
    hulpvraag: str = ""


@dataclass(frozen=True, kw_only=True)
class Onderdeelwijziging:
    """A rule, amount, table, norm, signal or other part that is not the same on both sides.

    Attributes:
        wat: `geraakt` is a rule that itself stayed the same while another goes before it now;
            `hernoemd` says the same under another name.
        naam_oud: the earlier name of what was renamed.
        anders: which of its keys differ, in words.
        oud: what it said, in words, where it can be said shortly; `nieuw` what it says.
        vanaf: the first day on which it differs; `gemeente` where.
        effect: of a rule: whether it does something else in a case. `gelijk` is certain (only
            its explanation differs); `bewezen_gelijk` is for complete cases of a few people, and
            `niet_gevonden` is not: no case shows a difference.
    """

    soort: str
    naam: str
    wat: Wat
    naam_oud: str = ""
    regeling: str = ""
    anders: tuple[str, ...] = ()
    oud: str = ""
    nieuw: str = ""
    plaats_oud: str = ""
    plaats_nieuw: str = ""
    vanaf: str = ""
    gemeente: str = ""
    effect: Effect = "niet_bekeken"
    getuige: Getuige | None = None


@dataclass(frozen=True, kw_only=True)
class Aanspraakverschil:
    """An entitlement, or something to pay, that comes out otherwise.

    Attributes:
        oud: the value, or `onbekend`, `conflict`, `gat` or `bestaat niet`; so is `nieuw`.
        meer: how much more in its unit (less than nothing is a minus); None for other values.
    """

    naam: str
    over: str
    oud: Waarde
    nieuw: Waarde
    eenheid: str = ""
    richting: str = ""
    gevolg: Gevolg = "anders"
    meer: str | None = None


@dataclass(frozen=True, kw_only=True)
class Tredeverschil:
    """A solution that stands on another rung, or an intention with another power."""

    soort: Literal["oplossing", "voornemen"]
    over: str
    wat: str
    oud: str
    nieuw: str
    gevolg: Gevolg = "anders"


@dataclass(frozen=True, kw_only=True)
class Gevalverschil:
    """A case that is answered otherwise.

    Attributes:
        vragen_nieuw: questions that are asked now and were not, by name and place.
        verschillen: everything that differs in what the answer says.
        fouten: why the case does not fit the rules of one side.
    """

    id: str
    naam: str
    plaats: str
    gevolg: Gevolg
    aanspraken: tuple[Aanspraakverschil, ...] = ()
    treden: tuple[Tredeverschil, ...] = ()
    vragen_nieuw: tuple[str, ...] = ()
    vragen_weg: tuple[str, ...] = ()
    signalen_nieuw: tuple[str, ...] = ()
    signalen_weg: tuple[str, ...] = ()
    verschillen: tuple[str, ...] = ()
    fouten: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Aanspraaktelling:
    """In how many cases one entitlement goes up, down, becomes unsure or is otherwise.

    Attributes:
        meest: the largest gain and `minst` the largest loss, in its unit.
    """

    naam: str
    eenheid: str = ""
    vooruit: int = 0
    achteruit: int = 0
    onzeker: int = 0
    anders: int = 0
    meest: str = ""
    minst: str = ""


@dataclass(frozen=True, kw_only=True)
class Regelverschil:
    """Two sets of rules compared, and what the change does to cases.

    Attributes:
        dagen: on which days the rules were compared; `gemeenten` for which places ("" is none).
        gevallen: how many cases were looked at, of which `gelijk` are answered the same.
        telling: how many cases per kind of effect.
    """

    oud: str
    nieuw: str
    dagen: tuple[str, ...]
    gemeenten: tuple[str, ...]
    onderdelen: tuple[Onderdeelwijziging, ...]
    gevallen: int
    gelijk: int
    telling: dict[str, int] = field(default_factory=dict)
    aanspraken: tuple[Aanspraaktelling, ...] = ()
    anders: tuple[Gevalverschil, ...] = ()
