"""Keeps what an analysis found, for as long as the rules and the analysis stay the same."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, fields
from hashlib import sha256
from pathlib import Path
from typing import Any

from engine.decide.receipt import ruleset_hash
from engine.ir.program import Program
from engine.service.findings import Bevinding

ENGINE = Path(__file__).parent.parent
SOURCES = ("backends/z3_analysis/*.py", "service/analysis*.py")


def remembered(
    folder: Path | None, key: str, make: Callable[[], Iterable[Bevinding]]
) -> list[Bevinding]:
    """What was kept under this key, or what is made now and kept.

    A file that cannot be read or written is no reason to stop: then it is made again.
    """
    if folder is None:
        return list(make())
    file = folder / f"{key}.json"
    kept = _read(file)
    if kept is not None:
        return kept
    found = list(make())
    try:
        folder.mkdir(parents=True, exist_ok=True)
        half = file.with_suffix(".half")
        half.write_text(json.dumps([asdict(finding) for finding in found]), encoding="utf-8")
        half.replace(file)
    except OSError:
        return found
    return found


def key_of(programs: Sequence[Program], active: Iterable[str], *, quick: bool) -> str:
    """What an analysis depends on: the rules, the known cases, and the analysis itself."""
    digest = sha256(repr((sorted(active), quick)).encode())
    for program in programs:
        more = (program.day, program.municipality, program.domain, program.courses)
        digest.update(f"{ruleset_hash(program)} {more!r}".encode())
    for path in sorted(path for pattern in SOURCES for path in ENGINE.glob(pattern)):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _read(file: Path) -> list[Bevinding] | None:
    try:
        rows = json.loads(file.read_text(encoding="utf-8"))
        return [_finding(row) for row in rows]
    except (OSError, ValueError, TypeError, AttributeError, KeyError):
        return None


def _finding(row: Mapping[str, Any]) -> Bevinding:
    lists = {f.name for f in fields(Bevinding) if f.default == ()}
    made: dict[str, Any] = {
        f.name: tuple(row[f.name]) if f.name in lists else row[f.name] for f in fields(Bevinding)
    }
    return Bevinding(**made)
