"""No tracked file names a private path, a package registry or a personal address."""

import re
from pathlib import Path

import pytest

from tests.architecture.repository import files, name

# Written in pieces, so that this file does not match itself.
PIECES = (
    (r"(?<![\w.~])/wo" r"rk/", "private path"),
    (r"(?<![\w.~])/tm" r"p/", "private path"),
    (r"(?<![\w.~])/ro" r"ot/", "private path"),
    (r"(?<![\w.~])/ho" r"me/\w", "private path"),
    (r"py" r"pi\.org|pythonhos" r"ted\.org", "registry"),
    (r"np" r"mjs\.(org|com)|npm" r"js\.org", "registry"),
    (r"deb\.deb" r"ian\.org", "registry"),
    (r"users\.norep" r"ly", "personal address"),
)
PATTERNS = [(re.compile(pattern), what) for pattern, what in PIECES]
BINARY = (".png", ".ico", ".woff2", ".gz", ".duckdb")


def findings(paths: list[Path]) -> list[str]:
    return [
        f"{name(path)}:{number} {what}"
        for path in paths
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        for pattern, what in PATTERNS
        if pattern.search(line)
    ]


def test_no_private_text() -> None:
    assert findings([path for path in files() if path.suffix not in BINARY]) == []


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("zie " + "/wo" + "rk/plan", True),
        ("py" + "pi.org/simple", True),
        ("x@users.norep" + "ly.nl", True),
        ("het net" + "/wo" + "rk/plan", False),
        ("https://wetten.overheid.nl/BWBR0015703", False),
    ],
)
def test_private_text_is_found(tmp_path: Path, line: str, wrong: bool) -> None:
    sample = tmp_path / "sample.md"
    sample.write_text(line, encoding="utf-8")
    assert bool(findings([sample])) is wrong
