"""The JSON schemas of bodies and answers, made from the engine's own types."""

from collections.abc import Mapping
from typing import Any

from api.problems import KINDS
from api.routes.gezondheid import Gezondheid
from engine.result.toets import Toets
from engine.service import schemas as engine_schemas
from engine.service.answer_schema import answer_parts
from engine.service.catalogue import Regelingen, RegelKaart, SignaalKaart

Schema = dict[str, Any]
REF = "#/components/schemas/{model}"
ANSWERS: tuple[type, ...] = (Toets, Regelingen, RegelKaart, SignaalKaart, Gezondheid)

TEXT = ("string", ["string", "number"])
CLOSED = frozenset({"enum", "format", "pattern"})

PROBLEM: Schema = {
    "description": "Waarom iets niet kan (RFC 9457), in het Nederlands.",
    "type": "object",
    "required": ["type", "title", "status", "detail", "code"],
    "additionalProperties": False,
    "properties": {
        "type": {"type": "string", "format": "uri", "description": "De soort fout."},
        "title": {"type": "string", "description": "De soort fout in woorden."},
        "status": {"type": "integer", "enum": sorted(KINDS), "description": "De HTTP-status."},
        "detail": {"type": "string", "description": "Wat er aan de hand is."},
        "code": {"type": "string", "pattern": "^A[0-9]{3}$", "description": "Vaste code."},
        "reference": {"type": "string", "description": "Het nummer om te melden; alleen bij 500."},
        "errors": {
            "type": "array",
            "description": "Alle fouten in de invoer tegelijk.",
            "items": {"$ref": REF.format(model="Fout")},
        },
    },
}
FAULT: Schema = {
    "description": "Een fout in de invoer. De ingevulde waarde wordt niet herhaald.",
    "type": "object",
    "required": ["in", "location", "code", "detail"],
    "additionalProperties": False,
    "properties": {
        "in": {"type": "string", "enum": ["body", "query", "path", "header"]},
        "location": {
            "type": "object",
            "description": "Regel en kolom in de body, of de naam van de parameter.",
            "additionalProperties": False,
            "properties": {
                "line": {"type": "integer", "minimum": 1},
                "column": {"type": "integer", "minimum": 1},
                "name": {"type": "string"},
            },
        },
        "code": {"type": "string", "pattern": "^[ACR][0-9]{3}$", "description": "Vaste code."},
        "detail": {"type": "string", "description": "Wat er niet klopt."},
        "hint": {"type": "string", "description": "Wat u eraan kunt doen."},
    },
}


IN_YAML: Schema = {
    "description": "Dezelfde sleutels als Hulpvraag. In YAML is elke waarde tekst zoals die er "
    "staat: aanhalingstekens maken geen verschil.",
    "type": "object",
    "required": ["peildatum"],
}


def component_schemas() -> dict[str, Schema]:
    """All schemas that the document refers to, by name."""
    made = {"Probleem": PROBLEM, "Fout": FAULT, "HulpvraagYaml": IN_YAML, **_request()}
    for kind in ANSWERS:
        made |= answer_parts(kind, REF)
    return dict(sorted(made.items()))


def _request() -> dict[str, Schema]:
    """The schema of a hulpvraag and its parts; names clash with no answer."""
    whole: Schema = dict(engine_schemas()["hulpvraag"])
    parts: Mapping[str, Schema] = whole.pop("$defs")
    whole.pop("$schema")
    return {
        "Hulpvraag": _moved(whole),
        **{_name(name): _moved(part) for name, part in parts.items()},
    }


def _name(part: str) -> str:
    return f"Hulpvraag{part}"


def _moved(node: Any) -> Any:  # noqa: ANN401 any part of a schema
    """A part of the request schema that refers to where its parts stand here.

    Free text is never empty, and may be a number: the engine reads it as it is written.
    """
    if isinstance(node, list):
        return [_moved(part) for part in node]
    if not isinstance(node, dict):
        return node
    made = {key: _moved(value) for key, value in node.items()}
    if made.get("type") in TEXT and not CLOSED & made.keys():
        made |= {"type": ["string", "number"], "minLength": 1}
    if isinstance(ref := made.get("$ref"), str):
        made["$ref"] = REF.format(model=_name(ref.rpartition("/")[2]))
    return made
