"""The answer of `controleer` as JSON data: the shape of what is written."""

from typing import Literal, NotRequired, TypedDict

Ernst = Literal["fout", "waarschuwing", "melding"]


class Bevindingrij(TypedDict):
    """One finding. An error in the files has only a code, a gravity, a text and a place."""

    code: str
    ernst: Ernst
    tekst: str
    plaats: str
    titel: NotRequired[str]
    regeling: NotRequired[str]
    over: NotRequired[str]
    gemeente: NotRequired[str]
    wat_nu: NotRequired[str]
    regels: NotRequired[tuple[str, ...]]
    voorbeelden: NotRequired[tuple[str, ...]]
    grens: NotRequired[str]
    toegestaan: NotRequired[str]


class Controlegegevens(TypedDict):
    """All findings, and over how much they are. With errors in the files only those."""

    bevindingen: list[Bevindingrij]
    peildatum: NotRequired[str]
    gemeenten: NotRequired[tuple[str, ...]]
    regels: NotRequired[int]
    gevallen: NotRequired[int | None]
