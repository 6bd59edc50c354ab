"""Signals: patterns over small positive facts that highlight and ask, never decide."""

from dataclasses import dataclass, field
from typing import Literal

from engine.model.rule import Reikwijdte
from engine.model.scalars import Tekst
from engine.model.shared import Bronnen, Geldig, Zekerheid
from engine.origin import NOWHERE, Origin

PatternKind = Literal[
    "uitkomst", "blokkade", "omstandigheid", "gegeven", "behoefte", "oplossing", "voornemen",
    "signaal",
]  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Patroon:
    """One pattern: a kind of fact and per field the allowed values, or a variable in capitals."""

    soort: PatternKind
    velden: dict[str, tuple[Tekst, ...]]


@dataclass(frozen=True, kw_only=True)
class Weegpunt:
    """What a human weighs at a signal; without a direction it may speak for or against."""

    naam: Tekst
    richting: Literal["voor", "tegen"] | None = None


@dataclass(frozen=True, kw_only=True)
class Signaal:
    """A signal fires for every way its patterns (at most three) match, joined on variables."""

    id: Tekst
    soort: Literal["uitzondering", "hardheidsclausule", "beginsel", "proces", "patroon"]
    bron: Bronnen
    als: tuple[Patroon, ...]
    toets: Tekst
    gewicht: Literal["laag", "gewoon", "hoog"] = "gewoon"
    trede: Literal["a", "b", "c", "d", "e"] | None = None
    reikwijdte: Reikwijdte | None = None
    behalve_blokkade: tuple[Tekst, ...] = ()
    motiveer: tuple[Tekst, ...] = ()
    factoren: tuple[Weegpunt, ...] = ()
    bevoegd: tuple[Tekst, ...] = ()
    rechtspraak: tuple[Tekst, ...] = ()
    geldig: Geldig | None = None
    zekerheid: Zekerheid = "high"
    toelichting: Tekst = ""
    herkomst: Origin = field(default=NOWHERE, compare=False)
