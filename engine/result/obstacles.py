"""What stands in the way of a solution, as data of the Toets."""

from dataclasses import dataclass

from engine.result.ways import Waarde, Wijziging


@dataclass(frozen=True, kw_only=True)
class Daarachter:
    """The one rule that would have given what fails in another, and what fails in that rule."""

    regel: str
    faalt: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Meegeteld:
    """An amount or a number that was counted."""

    naam: str
    waarde: Waarde
    eenheid: str


@dataclass(frozen=True, kw_only=True)
class Blokkade:
    """A rule that stands in the way: its kind, its cost, who can lift it, what its act is for.

    Attributes:
        meegeteld: for a ground that holds and leaves nothing: what its amount was worked out with.
    """

    regel: str
    regeling: str
    artikel: str
    rang: str
    karakter: str
    faalt: tuple[str, ...] = ()
    daarachter: tuple[Daarachter, ...] = ()
    raakt: Waarde | None = None
    eenheid: str = ""
    meegeteld: tuple[Meegeteld, ...] = ()
    wie_kan_opheffen: str = ""
    doel: str = ""
    kortste_wijziging: tuple[Wijziging, ...] = ()
    les: str = ""
