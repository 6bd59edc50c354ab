"""The findings as SARIF 2.1.0, so that a code review tool shows each at its line."""

import json
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import quote

from engine.result.controle import Bevindingrij, Controlegegevens

VERSION = "2.1.0"
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {"fout": "error", "waarschuwing": "warning", "melding": "note"}
Data = dict[str, Any]


def sarif(data: Controlegegevens, folders: Sequence[Path], version: str) -> bytes:
    """The findings as a SARIF log.

    Args:
        data: the findings.
        folders: where the rules are; places in findings are below one of these.
        version: of the engine.
    """
    rows = data["bevindingen"]
    rules = _rules(rows)
    numbers = {rule["id"]: number for number, rule in enumerate(rules)}
    driver = {"name": "Regelruimte", "version": version, "language": "nl", "rules": rules}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(row, numbers, folders) for row in rows],
    }
    log = {"$schema": SCHEMA, "version": VERSION, "runs": [run]}
    return (json.dumps(log, ensure_ascii=False, indent=2) + "\n").encode()


def _rules(rows: Iterable[Bevindingrij]) -> list[Data]:
    """Every code that occurs, once."""
    found: dict[str, Data] = {}
    for row in rows:
        title = row.get("titel") or "fout in een regelbestand"
        made: Data = {
            "id": row["code"],
            "shortDescription": {"text": title},
            "defaultConfiguration": {"level": LEVELS[row["ernst"]]},
        }
        if row.get("wat_nu"):
            made["help"] = {"text": row["wat_nu"]}
        found.setdefault(row["code"], made)
    return [found[code] for code in sorted(found)]


def _result(row: Bevindingrij, numbers: Mapping[str, int], folders: Sequence[Path]) -> Data:
    about = row.get("over", "")
    text = f"{about}: {row['tekst']}" if about and about not in row["tekst"] else row["tekst"]
    made: Data = {
        "ruleId": row["code"],
        "ruleIndex": numbers[row["code"]],
        "level": LEVELS[row["ernst"]],
        "message": {"text": text},
        "partialFingerprints": {"regelruimte/v1": _fingerprint(row)},
    }
    location: Data = {}
    place = _place(row["plaats"], folders)
    if place:
        location["physicalLocation"] = place
    if about:
        name = f"{row.get('regeling', '')}.{about}".lstrip(".")
        location["logicalLocations"] = [{"name": about, "fullyQualifiedName": name}]
    if location:
        made["locations"] = [location]
    if row.get("toegestaan"):
        made["suppressions"] = [{"kind": "external", "justification": row["toegestaan"]}]
    return made


def _fingerprint(row: Bevindingrij) -> str:
    """What makes this finding the same one when its line moves."""
    parts = (row["code"], row.get("regeling", ""), row.get("over", ""), row.get("gemeente", ""))
    return sha256("\n".join((*parts, row["tekst"])).encode()).hexdigest()


def _place(written: str, folders: Sequence[Path]) -> Data:
    """`file:line:column` as a location; empty when the place is not that."""
    name, _, rest = written.partition(".yaml:")
    line, _, column = rest.partition(":")
    if not (line.isdecimal() and column.isdecimal()):
        return {}
    return {
        "artifactLocation": {"uri": _address(f"{name}.yaml", folders)},
        "region": {"startLine": int(line), "startColumn": int(column)},
    }


def _address(name: str, folders: Sequence[Path]) -> str:
    """The file as seen from here, as a review tool wants it; elsewhere its full address."""
    found = next((f / name for f in folders if (f / name).is_file()), Path(name)).resolve()
    here = Path.cwd().resolve()
    inside = found.is_relative_to(here)
    return quote(found.relative_to(here).as_posix()) if inside else found.as_uri()
