"""The small world twice, the second time with something changed."""

import shutil
import subprocess
from pathlib import Path

from engine.result.verschil import Onderdeelwijziging, Regelverschil
from engine.service import Keuze, kanten, verschil
from tests.receipt.klein import GEMEENTE, KLEIN

OLD, NEW = "oud", "nieuw"
RULES, FACTS, CASE = (
    "klein/kleine_wet/toeslag.yaml",
    "klein/gegevens/regeling.yaml",
    "klein/kleine_wet/gevallen/recht.yaml",
)
Change = tuple[str, str]


def two(folder: Path, *changes: Change, file: str = RULES) -> None:
    """Make both sides in this folder, with texts of one file of the new side replaced."""
    for side in (OLD, NEW):
        shutil.copytree(KLEIN, folder / side / "klein")
        shutil.copytree(GEMEENTE, folder / side / "gemeente")
    change(folder / NEW / file, *changes)


def change(path: Path, *changes: Change) -> None:
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


def compared(folder: Path, choice: Keuze | None = None) -> Regelverschil:
    with kanten(str(folder / OLD), str(folder / NEW)) as (before, after):
        return verschil(before, after, choice)


def parts(found: Regelverschil) -> dict[str, Onderdeelwijziging]:
    """What differs, by kind and name."""
    return {f"{part.soort} {part.naam}": part for part in found.onderdelen}


def git(folder: Path, *words: str) -> str:
    made = subprocess.run(
        ["git", "-c", "user.name=test", "-c", "user.email=test@example.nl", *words],
        cwd=folder, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return made.stdout.strip()


def committed(folder: Path, message: str) -> str:
    """Everything in this folder as a revision; its hash."""
    if not (folder / ".git").exists():
        git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", message)
    return git(folder, "rev-parse", "HEAD")
