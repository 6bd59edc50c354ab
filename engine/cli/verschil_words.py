"""The words of a comparison of rules, and the rows of its chart: the same on screen and in SVG."""

from collections.abc import Iterator
from dataclasses import dataclass

from engine.result.verschil import GEVOLGEN, Onderdeelwijziging, Regelverschil
from engine.service import SOORTEN

SAME = "gelijk"
GEVOLG_WORDS = {
    "vooruit": "gaat vooruit",
    "achteruit": "gaat achteruit",
    "gemengd": "vooruit en achteruit",
    "onzeker": "wordt onzeker",
    "anders": "anders, winst of verlies onbekend",
    "past_niet": "past niet bij beide kanten",
    SAME: "gelijk",
}
WAT_WORDS = {
    "toegevoegd": "nieuw",
    "vervallen": "vervallen",
    "gewijzigd": "gewijzigd",
    "hernoemd": "hernoemd",
    "geraakt": "zelf gelijk, andere regels gaan voor",
}
MOST = "hooguit drie personen en twee regels per lijst en eigenaar"


@dataclass(frozen=True)
class Staaf:
    """One bar: its kind (for its colour), its label, and how many."""

    soort: str
    label: str
    aantal: int


def case_bars(found: Regelverschil) -> tuple[Staaf, ...]:
    """How many cases per kind of effect; what is the same comes last."""
    counts = [(kind, found.telling.get(kind, 0)) for kind in GEVOLGEN]
    return tuple(Staaf(k, GEVOLG_WORDS[k], n) for k, n in [*counts, (SAME, found.gelijk)])


def claim_bars(found: Regelverschil) -> tuple[Staaf, ...]:
    """Per entitlement how often it goes up, down or becomes unsure; what never does left out."""
    return tuple(
        Staaf(kind, f"{words(claim.naam)}: {told}", number)
        for claim in found.aanspraken
        for kind, told, number in (
            ("vooruit", "vooruit", claim.vooruit),
            ("achteruit", "achteruit", claim.achteruit),
            ("onzeker", "onzeker", claim.onzeker),
            ("anders", "anders", claim.anders),
        )
        if number
    )


def words(name: str) -> str:
    """The name of a concept as a reader writes it, without its act."""
    return name.rpartition(".")[2].replace("_", " ")


def what(part: Onderdeelwijziging) -> str:
    """What became of a part, and which of its keys differ."""
    if part.wat == "hernoemd":
        return f"hernoemd, was {part.naam_oud}"
    told = WAT_WORDS[part.wat]
    return f"{told}: {', '.join(part.anders)}" if part.wat == "gewijzigd" else told


def named(part: Onderdeelwijziging) -> str:
    """Its kind and its name."""
    return f"{SOORTEN[part.soort]} {part.naam}"


def effect(part: Onderdeelwijziging) -> Iterator[str]:
    """Whether a rule does something else, and in which case that shows."""
    if part.getuige is not None:
        seen = part.getuige
        case = "een gevonden geval" if seen.hulpvraag else f"geval {seen.geval}"
        yield f"ander gevolg in {case}, {seen.over}: {seen.oud} → {seen.nieuw}"
        if seen.hulpvraag:
            yield "dat geval staat als hulpvraag in de uitvoer van --json"
    elif part.effect == "bewezen_gelijk":
        yield f"geen ander gevolg: bewezen voor volledige gevallen met {MOST}"
    elif part.effect == "gelijk":
        yield "zeker geen ander gevolg: alleen de uitleg verschilt"
    elif part.effect == "niet_gevonden":
        yield "geen geval gevonden dat verschilt; niet bewezen gelijk"
