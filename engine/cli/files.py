"""Files of the user: reading a request or a receipt, folders of rules, writing a receipt."""

import json
import os
import secrets
import sys
from collections.abc import Sequence
from contextlib import suppress
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from engine.cli.problems import Problem
from engine.errors import reason

if TYPE_CHECKING:
    from engine.service import Regelruimte

STANDARD_INPUT = "-"
HEAD, CASES = "regeling.yaml", "gevallen"  # in a folder of one regulation
MOST_BYTES = 20_000_001  # one more than the largest receipt; readers refuse what is too large


def read_input(name: str, what: str) -> tuple[bytes, str]:
    """The bytes of a file or of standard input, and the name to show in positions.

    Raises:
        Problem: it cannot be read; the message says why.
    """
    if name == STANDARD_INPUT:
        if sys.stdin.isatty():
            print("Plak de invoer en sluit af met Ctrl-D.", file=sys.stderr)
        return sys.stdin.buffer.read(MOST_BYTES), "invoer"
    if not name:
        raise Problem("er is geen bestand genoemd", f"noem een bestand met {what}")
    path = Path(name)
    try:
        with path.open("rb") as stream:
            return stream.read(MOST_BYTES), name
    except IsADirectoryError as error:
        raise Problem(f"`{name}` is een map", f"noem een bestand met {what}") from error
    except (OSError, ValueError) as error:
        why = reason(error) if isinstance(error, OSError) else "de naam is geen pad"
        raise Problem(f"`{name}` is niet te lezen: {why}", _beside(path)) from error


def is_there(name: str) -> bool:
    """Whether a file or folder was named and exists; an empty name is not the current folder."""
    return bool(name) and Path(name).exists()


def _beside(path: Path) -> str:
    """A hint at a name that looks like it, in the same folder; endings are looked past."""
    with suppress(OSError, ValueError):
        stems = {o.stem: o for o in sorted(path.parent.iterdir()) if o.name != path.name}
        near = [stems[stem] for stem in get_close_matches(path.stem, list(stems), n=2)]
        if near:
            return f"bedoelde u {' of '.join(f'`{other}`' for other in near)}?"
    return "kijk of de naam en het pad kloppen"


def rule_folders(replacing: Sequence[str], adding: Sequence[str]) -> tuple[Path, ...]:
    """Where the rules come from: `--regels` replaces the shipped rules, `--ook` adds to them.

    Raises:
        Problem: a folder does not exist or holds no rules.
    """
    from engine.service import shipped_rules

    for name in (*replacing, *adding):
        path = Path(name)
        if not is_there(name):
            raise Problem(f"de map `{name}` bestaat niet", _beside(path))
        if path.is_dir() and next(path.rglob("*.yaml"), None) is None:
            hint = "een regeling is een map met regeling.yaml en een bestand per onderwerp"
            raise Problem(f"in de map `{name}` staan geen regels", hint)
        _check_whole(name, path)
    first = [Path(name) for name in replacing] or [shipped_rules()]
    return tuple(dict.fromkeys([*first, *(Path(name) for name in adding)]))


def _check_whole(name: str, path: Path) -> None:
    """Refuse cases, and one file of a regulation that stands in more files.

    Raises:
        Problem: as the message says.
    """
    if CASES in (path.name, path.parent.name):
        hint = f"`regelruimte gevallen {name}` rekent ze na"
        raise Problem(f"in `{name}` staan gevallen, geen regels", hint)
    if path.is_file() and path.parent.joinpath(HEAD).is_file():
        hint = f"noem de hele map: `{path.parent}`"
        raise Problem(f"`{name}` is een deel van een regeling", hint)


def chosen_rules(replacing: Sequence[str], adding: Sequence[str]) -> "Regelruimte":
    """The rules of `--regels` and `--ook`, for a process that does nothing else.

    Raises:
        Problem: a folder does not exist or holds no rules.
    """
    from engine.service import Regelruimte, collect_less_often

    collect_less_often()
    return Regelruimte(rule_folders(replacing, adding))


def check_writable(name: str, *, replace: bool) -> None:
    """Refuse early what cannot be written later.

    Raises:
        Problem: the folder is missing, or something stands there already.
    """
    path = Path(name)
    if path.is_dir():
        raise Problem(f"`{name}` is een map", "noem een bestand")
    if not path.parent.is_dir():
        raise Problem(f"de map van `{name}` bestaat niet", "maak de map eerst")
    if path.exists() and not replace:
        hint = "kies een andere naam, of gebruik `--overschrijf`"
        raise Problem(f"`{name}` bestaat al", hint)
    if not os.access(path.parent, os.W_OK):
        raise Problem(f"`{name}` is niet te schrijven: daar is geen toestemming voor")


def check_receipt(name: str, request: str, *, replace: bool) -> None:
    """Refuse early a place where no receipt can be written; only a receipt is replaced.

    Raises:
        Problem: as `check_writable`, or what stands there is no receipt.
    """
    if not name.strip():
        raise Problem("bij `--bewijs` hoort de naam van een bestand", "noem een bestand")
    path = Path(name)
    if path.is_file() and not (_is_receipt(path) and path.resolve() != Path(request).resolve()):
        hint = "kies een andere naam; `--overschrijf` vervangt alleen een bewijs"
        raise Problem(f"`{name}` bestaat al en is geen bewijs", hint)
    check_writable(name, replace=replace)


def _is_receipt(path: Path) -> bool:
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return False
    return isinstance(found, dict) and "bewijs" in found


def check_output(name: str, what: str, *endings: str) -> None:
    """Refuse early a file that cannot be written, or whose name says it is something else.

    A file with the right ending is replaced.

    Raises:
        Problem: as the message says; no name is no problem.
    """
    if not name:
        return
    if not name.endswith(endings):
        told = " of ".join(f"`{ending}`" for ending in endings)
        raise Problem(f"`{name}` is geen naam voor {what}", f"laat de naam eindigen op {told}")
    check_writable(name, replace=True)


def write_private(name: str, data: bytes, *, replace: bool) -> None:
    """Write a file that only its owner may read, whole or not at all.

    Raises:
        Problem: it cannot be written; the message says why.
    """
    path = Path(name)
    draft = path.with_name(f".{path.name[:200]}.{secrets.token_hex(4)}")
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if replace:
            draft.replace(path)
        else:
            path.hardlink_to(draft)
    except OSError as error:
        raise Problem(f"`{name}` is niet te schrijven: {reason(error)}") from error
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
