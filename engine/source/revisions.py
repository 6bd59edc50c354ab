"""Rules as they stood at a revision of a git repository, in a folder that lasts a while.

Only YAML files are taken, and nothing of the repository is run: git resolves the name and packs
the tree.
"""

import os
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from engine.errors import EngineError, MissingPart

PREFIX = "git:"
RULES = "rules"
ENDING = ".yaml"


class NoRevision(EngineError):
    """A name that is no folder and no revision; the message and the hint are Dutch."""

    def __init__(self, message: str, hint: str = "") -> None:
        """Keep what is wrong and what to do about it."""
        self.hint = hint
        super().__init__(message)


def is_revision(name: str) -> bool:
    """Whether a name says `git:`, or is no folder or file and so can only be a revision."""
    return name.startswith(PREFIX) or not Path(name).exists()


@contextmanager
def revision(name: str) -> Iterator[Path]:
    """A folder with the rules of a revision: `git:REV`, `REV`, or `REV:folder` for a part.

    Without a folder it is `rules`, where the revision has that, or else everything. The folder
    is gone afterwards.

    Raises:
        NoRevision: there is no repository, no such revision, or no rules in it.
        MissingPart: git is not installed.
    """
    with tempfile.TemporaryDirectory(prefix="regelruimte-") as scratch:
        folder = Path(scratch)
        _unpack(_tree(name), folder)
        if next(folder.rglob(f"*{ENDING}"), None) is None:
            raise NoRevision(f"in `{name}` staan geen regels", _hint())
        yield folder


def _tree(name: str) -> str:
    """The hash of the tree that a name stands for."""
    wanted = name.removeprefix(PREFIX)
    if not wanted or wanted.startswith("-") or "\0" in wanted:
        raise NoRevision(f"`{name}` noemt geen revisie", _hint())
    if not _git("rev-parse", "--git-dir"):
        hint = "sta in de map van de regels, of noem een map die bestaat"
        raise NoRevision(f"`{name}` bestaat niet, en hier is geen git-archief", hint)
    asked = [wanted] if ":" in wanted else [f"{wanted}:{RULES}", f"{wanted}^{{tree}}"]
    for one in asked:
        found = _git("rev-parse", "--verify", "--quiet", "--end-of-options", one)
        if found and _git("cat-file", "-t", found.decode().strip()) == b"tree\n":
            return found.decode().strip()
    raise NoRevision(f"`{name}` is geen map en geen revisie van git", _hint())


def _hint() -> str:
    return (
        f"noem een map met regels, of een revisie zoals `{PREFIX}HEAD` of `{PREFIX}HEAD:{RULES}`"
    )


def _git(*arguments: str) -> bytes:
    """What git prints; empty when it fails."""
    program = shutil.which("git")
    if program is None:
        raise MissingPart("git ontbreekt; installeer git, of vergelijk twee mappen")
    made = subprocess.run(  # noqa: S603 git itself, with arguments that cannot be options
        [program, *arguments], capture_output=True, check=False, env={**os.environ, "LC_ALL": "C"}
    )
    return made.stdout if made.returncode == 0 else b""


def _unpack(tree: str, folder: Path) -> None:
    packed = folder.parent / f"{folder.name}.tar"
    try:
        # Named by its folder, git packs the whole tree wherever the user stands.
        home = _git("rev-parse", "--absolute-git-dir").decode().strip()
        _git(f"--git-dir={home}", "archive", "--format=tar", f"--output={packed}", tree)
        with tarfile.open(packed) as archive:
            for member in archive:
                inside = PurePosixPath(member.name)
                safe = not inside.is_absolute() and ".." not in inside.parts
                if member.isfile() and safe and inside.suffix == ENDING:
                    archive.extract(member, folder, filter="data")
    finally:
        packed.unlink(missing_ok=True)
