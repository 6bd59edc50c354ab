"""Changes that would lift or carry something, as data. Field names are the Dutch JSON keys."""

from dataclasses import dataclass

Waarde = str | int


@dataclass(frozen=True, kw_only=True)
class Wijziging:
    """One change of a fact, judgement or choice that helps to lift or carry something.

    `van` is what is known now, None when it is still open; `onderdeel` the field of a judgement
    that has several; `rollen` who may judge or choose.
    """

    soort: str
    naam: str
    over: str
    waarde: Waarde
    onderdeel: str = ""
    van: Waarde | None = None
    wie_kan_opheffen: str = ""
    rollen: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Weg:
    """A smallest set of changes with which a solution is carried, on which rung, by what."""

    trede: str
    regels: tuple[str, ...]
    wijzigingen: tuple[Wijziging, ...]
