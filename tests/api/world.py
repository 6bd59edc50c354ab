"""The small invented world, and requests in it."""

import json
from pathlib import Path
from typing import Any

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures" / "rules"
FOLDERS = (FIXTURES / "klein",)
DAY = "2026-09-01"
RULE = f"/v1/regels/kw-2?peildatum={DAY}"
SIGNAL = f"/v1/signalen/KW-4?peildatum={DAY}"
READABLE = ("/v1/regelingen", RULE, SIGNAL, "/v1/gezondheid")
JSON = {"Content-Type": "application/json"}
YAML = {"Content-Type": "application/yaml"}
PROBLEM = "application/problem+json"


def hulpvraag(**facts: str) -> dict[str, Any]:
    """A request of one person."""
    known = {"geboortedatum": "1990-01-01", "inkomen": "900", "gedetineerd": "nee"} | facts
    return {"peildatum": DAY, "personen": {"p1": known}}


def as_json(request: object) -> bytes:
    return json.dumps(request).encode()
