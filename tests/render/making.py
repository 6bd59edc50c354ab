"""A Toets made by hand, with what every Toets has."""

from engine.result.toets import Regelset, Toets

DAY = "2026-09-01"


def toets(**parts: object) -> Toets:
    """A Toets of 1 september 2026 in Voorbeeldstad."""
    return Toets(
        regelruimte="0",
        peildatum=DAY,
        beslisdatum=None,
        gemeente="GM0000",
        regelset=Regelset(hash="-", regelingen=()),
        invoer_hash="-",
        advies="Dit is een advies voor een besluit door het college, geen besluit.",
        **parts,  # type: ignore[arg-type]
    )
