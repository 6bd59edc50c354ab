"""Keeps what an analysis found, per question, for as long as what it rests on stays the same."""

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from engine.service.findings import Bevinding

ENGINE = Path(__file__).parent.parent
SOURCES = ("backends/z3_analysis/*.py", "service/analysis*.py", "service/footing.py")


@dataclass(frozen=True)
class Answers:
    """Findings per question.

    Attributes:
        known: what was found for each question, also when that is nothing.
        used: the questions that were asked this time.
    """

    known: dict[str, tuple[Bevinding, ...]] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)


def answers_file(folder: Path, day: date, acts: Sequence[str]) -> Path:
    """Where the answers about these regulations are kept, for this version of the analysis."""
    digest = sha256(repr((day, sorted(acts))).encode())
    for path in sorted(path for pattern in SOURCES for path in ENGINE.glob(pattern)):
        digest.update(path.read_bytes())
    return folder / f"{digest.hexdigest()}.json"


def read_answers(file: Path | None) -> Answers:
    """What was kept; nothing when the file is not there or cannot be read."""
    if file is None:
        return Answers()
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
        return Answers({key: tuple(map(_finding, rows)) for key, rows in kept.items()})
    except (OSError, ValueError, TypeError, AttributeError, KeyError):
        return Answers()


def keep_answers(file: Path | None, answers: Answers, *, complete: bool) -> None:
    """Keep the answers; after a complete round those that were not used may go.

    A file that cannot be written is no reason to stop: then they are found again.
    """
    if file is None:
        return
    kept = {key: found for key, found in answers.known.items() if key in answers.used}
    rows = {
        key: [asdict(finding) for finding in found]
        for key, found in (kept if complete else answers.known).items()
    }
    half = file.with_suffix(".half")
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        half.write_text(json.dumps(rows), encoding="utf-8")
        half.replace(file)


def _finding(row: Mapping[str, Any]) -> Bevinding:
    lists = {f.name for f in fields(Bevinding) if f.default == ()}
    made: dict[str, Any] = {
        f.name: tuple(row[f.name]) if f.name in lists else row[f.name] for f in fields(Bevinding)
    }
    return Bevinding(**made)
