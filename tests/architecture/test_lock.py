"""The lock fixes every package by version and hash and points nowhere else."""

import re
from collections.abc import Iterable

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.architecture.repository import ROOT, pyproject

ELSEWHERE = ("index-url", "find-links", "file:", "://", " @ ", "-e ", "--trusted-host")
PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)")


def faults(text: str) -> list[str]:
    """What a lock may not hold: an address, a loose version, a package without a hash."""
    found = [word for word in ELSEWHERE if word in text]
    for block in re.split(r"\n(?=\S)", text.strip()):
        head = block.splitlines()[0]
        if not PINNED.match(head):
            found.append(f"not pinned: {head}")
        elif "--hash=sha256:" not in block:
            found.append(f"no hash: {head}")
    return found


def pins(text: str) -> dict[str, set[Version]]:
    """Return package -> versions; a universal lock can hold two for different machines."""
    found: dict[str, set[Version]] = {}
    for line in text.splitlines():
        if match := PINNED.match(line):
            found.setdefault(canonicalize_name(match[1]), set()).add(Version(match[2]))
    return found


def stale(wanted: Iterable[str], text: str) -> list[str]:
    """Requirements that the lock does not satisfy."""
    locked = pins(text)
    requirements = [Requirement(line) for line in wanted]
    return [
        str(requirement)
        for requirement in requirements
        if not any(
            requirement.specifier.contains(version, prereleases=True)
            for version in locked.get(canonicalize_name(requirement.name), set())
        )
    ]


def lock_text() -> str:
    return (ROOT / "requirements.lock").read_text(encoding="utf-8")


def test_lock_is_clean() -> None:
    assert faults(lock_text()) == []


def test_lock_matches_pyproject() -> None:
    project = pyproject()["project"]
    extras = project["optional-dependencies"]
    wanted = [*project["dependencies"], *extras["test"], *extras["dev"]]
    assert stale(wanted, lock_text()) == []


def test_faults_are_found() -> None:
    assert faults("a==1 \\\n    --hash=sha256:00") == []
    assert faults("a==1") == ["no hash: a==1"]
    assert faults("a>=1 \\\n    --hash=sha256:00") == ["not pinned: a>=1 \\"]
    assert "find-links" in faults("--find-links dir\na==1 \\\n    --hash=sha256:00")


def test_staleness_is_found() -> None:
    assert stale(["PyYAML>=6"], "pyyaml==6.0.3 \\\n    --hash=sha256:00") == []
    assert stale(["PyYAML>=7", "lark"], "pyyaml==6.0.3 \\\n    --hash=sha256:00") == [
        "PyYAML>=7",
        "lark",
    ]
