"""What the parts of the service ask of the facade, so that they need not import it."""

from datetime import date
from pathlib import Path
from typing import Protocol

from engine.decide.toets import Setting
from engine.model.regulation import Corpus
from engine.model.request import Hulpvraag
from engine.result.toets import Toets


class Rules(Protocol):
    """Rules that were loaded, and the answers they give."""

    @property
    def folders(self) -> tuple[Path, ...]:
        """Where the rules come from."""

    @property
    def corpus(self) -> Corpus:
        """The rule files, read once."""

    def setting(self, day: date, municipality: str = "") -> Setting:
        """Program, safety net and hashes for this day and municipality."""

    def setting_of(self, request: Hulpvraag) -> Setting:
        """The setting of the day and the municipality of a request."""

    def toets(self, request: Hulpvraag, *, probing: bool = True) -> Toets:
        """Answer a request."""
