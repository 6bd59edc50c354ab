"""Forms of data over HTTP: which form a body has, and which form an answer may have."""

from collections.abc import Mapping
from dataclasses import dataclass

JSON = "application/json"
YAML = "application/yaml"
UTF8 = ("", "utf-8", "utf8", "us-ascii")


@dataclass(frozen=True)
class MediaType:
    """A media type or range, in small letters, with its parameters."""

    name: str
    parameters: Mapping[str, str]

    @property
    def weight(self) -> float:
        """How much it is wanted: q from 0 to 1; anything unreadable counts as 1."""
        try:
            return float(self.parameters.get("q", "1"))
        except ValueError:
            return 1.0


def read_media_type(text: str) -> MediaType:
    """Read `type/subtype; name=value`."""
    name, *rest = text.split(";")
    pairs = (part.partition("=") for part in rest)
    parameters = {k.strip().lower(): v.strip().strip('"').lower() for k, _, v in pairs}
    return MediaType(name.strip().lower(), parameters)


def accepts(header: str | None, offered: str) -> bool:
    """Whether an Accept header lets this media type through; no header lets everything through.

    The most specific range decides (RFC 9110, 12.5.1).
    """
    if header is None or not header.strip():
        return True
    wanted = {part.name: part.weight for part in map(read_media_type, header.split(","))}
    for name in (offered, f"{offered.split('/', maxsplit=1)[0]}/*", "*/*"):
        if name in wanted:
            return wanted[name] > 0
    return False


def is_utf8(kind: MediaType) -> bool:
    """Whether the text is in UTF-8, as far as the header says."""
    return kind.parameters.get("charset", "") in UTF8
