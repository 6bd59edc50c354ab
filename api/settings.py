"""What can be set about the API. Nothing here is secret; nothing here knows the web framework."""

from dataclasses import dataclass, field
from pathlib import Path

MEGABYTE = 1_000_000


@dataclass(frozen=True, kw_only=True)
class Contact:
    """Whom users of the API can ask: a role, never a person."""

    name: str = "Beheerder van Regelruimte"
    email: str = "beheer@example.org"
    url: str = "https://example.org/regelruimte"


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Settings of one running API.

    Attributes:
        folders: folders with rules; none means the rules that travel with the engine.
        contact: shown in the OpenAPI document.
        server: where the API is reached, shown in the OpenAPI document; ends in the version.
        max_body: the largest request body in bytes.
        at_once: how many requests are worked on at the same time.
        waiting: how many more may wait for a place; above that the answer is 503.
    """

    folders: tuple[Path, ...] = ()
    contact: Contact = field(default_factory=Contact)
    server: str = "/v1"
    max_body: int = MEGABYTE
    at_once: int = 2
    waiting: int = 20
