"""Names that do not exist, and the names that look like them."""

from collections.abc import Iterable
from difflib import get_close_matches

from engine.errors import EngineError


class UnknownName(EngineError):
    """A name that the rules or the case do not know."""

    def __init__(self, what: str, hint: str = "") -> None:
        """Say what is not there, and what looks like it."""
        self.hint = hint
        super().__init__(what)


def not_known(name: str, names: Iterable[str]) -> str:
    """A hint at the names (in full or without their act) that look like this one."""
    options = {short: full for full in names for short in (full.rpartition(".")[2], full)}
    near = [options[word] for word in get_close_matches(name, list(options), n=3)]
    return f"bedoelde u {' of '.join(f'`{n}`' for n in dict.fromkeys(near))}?" if near else ""
