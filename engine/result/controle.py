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


class Lijnpunt(TypedDict):
    """A point of a line: the fact and the outcome, as numbers and in words.

    `daarna` says what the outcome does up to the next point; it is empty at the last.
    """

    gegeven: str
    uitkomst: str
    gegeven_in_woorden: str
    uitkomst_in_woorden: str
    daarna: str


class Lijnrij(TypedDict):
    """One outcome along one fact of a worked case, at every bend; nothing is left out."""

    naam: str
    regeling: str
    toelichting: str
    geval: str
    gegeven: str
    gegeven_eenheid: str
    begrip: str
    begrip_eenheid: str
    punten: list[Lijnpunt]


class Controlegegevens(TypedDict):
    """All findings, and over how much they are. With errors in the files only those."""

    bevindingen: list[Bevindingrij]
    peildatum: NotRequired[str]
    gemeenten: NotRequired[tuple[str, ...]]
    regels: NotRequired[int]
    gevallen: NotRequired[int | None]
    lijnen: NotRequired[list[Lijnrij]]
