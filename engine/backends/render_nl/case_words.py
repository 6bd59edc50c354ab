"""Words for what a worked case expects: answers, powers, states, and data without words."""

from collections.abc import Mapping

from engine.backends.render_nl.case_speech import plain
from engine.backends.render_nl.dutch import together
from engine.backends.render_nl.values import from_json

SOLVED = {
    "past_zonder_besluit": "dit kan zonder besluit",
    "grond": "er is een grond",
    "kansrijk": "kansrijk: het kan, zodra bekend is wat nog nodig is",
    "keuze": "het college mag hier kiezen en heeft nog niet gekozen",
    "strijdig": "regels spreken elkaar tegen",
    "elders": "een andere wet of instantie is aan zet",
    "geen_grond": "niets draagt dit",
    "gedekt": "dit is gedekt",
}
POWERS = {
    "moet": "het college moet dit",
    "kan": "het college kan dit, maar het hoeft niet",
    "geen": "het college mag dit niet: er is geen bevoegdheid",
    "onzeker": "of het college dit mag, staat nog niet vast",
}
STATES = {
    "loopt": "loopt nog", "gehaald": "gehaald", "te_laat": "te laat", "waarde": "staat vast",
    "onbekend": "nog niet bekend", "conflict": "regels spreken elkaar tegen",
    "gat": "geen waarde", "gevolgd": "gevolgd", "deels": "voor een deel gevolgd",
    "onbeantwoord": "nog niet beantwoord", "niet_gevolgd": "niet gevolgd",
}  # fmt: skip
CERTAIN = {"high": "hoog", "medium": "gemiddeld", "low": "laag"}
SAID = frozenset({"status", "waarde", "voorlopig", "vast", "voorbehoud", "soort_gat"})
"""What of an outcome is told in a sentence of its own."""
OPENINGS = {
    "gronden": "grond",
    "delen": "deel",
    "blokkades": "in de weg staat",
    "verwijzingen": "verwijst naar",
}
NONE = {
    "verwijzingen": "er is geen verwijzing naar een andere instantie",
    "blokkades": "er staat niets in de weg",
    "gronden": "er is geen grond",
}


def flat(value: object) -> str:
    """Any data as text on one line."""
    if isinstance(value, Mapping):
        return "; ".join(f"{plain(str(k))}: {flat(v)}" for k, v in value.items())
    if isinstance(value, list):
        return together([flat(item) for item in value]) or "geen"
    return plain(from_json(str(value)))
