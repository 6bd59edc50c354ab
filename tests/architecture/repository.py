"""What the checks look at: the files of this checkout."""

import subprocess
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
GENERATED = ("requirements.lock", "LICENSE", "rules/_schema/")


def files(*suffixes: str, under: tuple[str, ...] = ()) -> list[Path]:
    """Files that git tracks or would track, generated ones left out, sorted."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split("\0")
    return sorted(
        ROOT / name
        for name in set(listed)
        if name
        and not name.startswith(GENERATED)
        and (not suffixes or name.endswith(suffixes))
        and (not under or name.startswith(under))
        and (ROOT / name).is_file()
    )


def name(path: Path) -> str:
    """The path as it reads in a message."""
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name


def pyproject() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
