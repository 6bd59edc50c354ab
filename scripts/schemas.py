"""Writes the generated JSON schemas to rules/_schema, or compares them with what is there."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from engine import service

FOLDER = Path(__file__).resolve().parent.parent / "rules" / "_schema"


def rendered(schemas: dict[str, Any]) -> dict[str, str]:
    """Return file name -> text, in a form that gives small diffs."""
    return {
        f"{name}.json": json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
        for name, schema in schemas.items()
    }


def differences(expected: dict[str, str], folder: Path) -> list[str]:
    """Name the files that are missing, stale or no longer generated."""
    present = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.json")}
    names = expected.keys() | present.keys()
    return sorted(name for name in names if expected.get(name) != present.get(name))


def write(expected: dict[str, str], folder: Path) -> None:
    """Make the folder hold exactly the expected files."""
    folder.mkdir(parents=True, exist_ok=True)
    for stale in {path.name for path in folder.glob("*.json")} - expected.keys():
        (folder / stale).unlink()
    for name, text in expected.items():
        (folder / name).write_text(text, encoding="utf-8")


def main() -> int:
    """Return 1 when --controleer finds a difference."""
    parser = argparse.ArgumentParser(description="Schrijft of controleert rules/_schema.")
    parser.add_argument("--controleer", action="store_true", help="vergelijk alleen")
    options = parser.parse_args()
    expected = rendered(service.schemas())
    if not options.controleer:
        write(expected, FOLDER)
        return 0
    stale = differences(expected, FOLDER)
    for name in stale:
        print(f"rules/_schema/{name} is niet bij; draai 'make schema'.", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
