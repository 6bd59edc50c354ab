"""The JSON schemas of bodies and answers, made from the engine's own types."""

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from api.problems import KINDS
from api.routes.gezondheid import Gezondheid
from engine.result.toets import Toets
from engine.service import schemas as engine_schemas
from engine.service.catalogue import Regelingen, RegelKaart, SignaalKaart

Schema = dict[str, Any]
REF = "#/components/schemas/{model}"
ANSWERS: tuple[type, ...] = (Toets, Regelingen, RegelKaart, SignaalKaart, Gezondheid)

# What is always there. The engine leaves out what is empty, so little else can be promised.
ALWAYS = frozenset({
    "id", "regel", "soort", "status", "hash", "regelruimte", "peildatum", "regelset",
    "invoer_hash", "advies", "regelingen", "bevoegdheid", "aantal_regels", "aantal_signalen",
    "zin", "tekst",
})  # fmt: skip

DAYS = frozenset({"peildatum", "beslisdatum", "datum"})

WORDS = {
    "Toets": "Het antwoord op een hulpvraag. Advies, geen besluit. Wat leeg is, ontbreekt. "
    "Bedragen zijn tekst in euro.",
    "BehoefteToets": "Een behoefte: wat gedekt is, wat resteert, en welke wegen er zijn.",
    "OplossingToets": "Een oplossing: op welke trede zij kan, op welke grond, en wat er nog is.",
    "VoornemenToets": "Een voornemen van het college: is er een bevoegdheid, en welke.",
    "Uitkomst": "De uitkomst van een begrip: waarde, onbekend, conflict of gat.",
    "SignaalToets": "Een signaal dat brandt: het wijst en vraagt, het beslist niet.",
    "Nodig": "Wat nog nodig is om verder te komen.",
    "Vraag": "Een vraag waarvan het antwoord verschil maakt.",
    "Blokkade": "Een regel die in de weg staat, en wie die kan opheffen.",
    "Grond": "Een grond die geprobeerd is.",
    "Grondslag": "Een regel die een waarde draagt.",
    "Regelset": "Welke regels gebruikt zijn.",
    "Regelingen": "Alle regelingen die geladen zijn.",
    "RegelingKaart": "Een regeling: wat zij is, wie beslist, en wat nagelezen is.",
    "RegelKaart": "Een regel in gewone taal, met bronnen en zijn plaats tussen de andere.",
    "SignaalKaart": "Een signaal: wat het doet branden en wat het vraagt.",
    "BronKaart": "Een bron zoals die genoemd wordt, met een link naar de tekst van die dag.",
    "Verband": "Een andere regel die voorgaat, of andersom.",
    "Gezondheid": "Of de dienst antwoord geeft.",
}

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
        whole = TypeAdapter(kind).json_schema(ref_template=REF, mode="serialization")
        parts = whole.pop("$defs", {})
        for name, part in {kind.__name__: whole, **parts}.items():
            made[name] = _answer(name, part)
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


def _answer(name: str, part: Schema) -> Schema:
    """A part of an answer: Dutch words, no null, and only what is always there is promised."""
    made: Schema = _without_null(part)
    made["additionalProperties"] = False
    required = [key for key in part.get("required", []) if key in ALWAYS]
    made |= {"required": required} if required else {}
    return made | ({"description": WORDS[name]} if name in WORDS else {})


def _field(name: str, part: Any) -> Any:  # noqa: ANN401 any part of a schema
    made: Schema = _without_null(part)
    return made | ({"format": "date"} if name in DAYS else {})


def _without_null(node: Any) -> Any:  # noqa: ANN401 any part of a schema
    if isinstance(node, list):
        return [_without_null(part) for part in node]
    if not isinstance(node, dict):
        return node
    dropped = ("title", "default", "description", "required")
    made = {}
    for key, value in node.items():
        if key == "properties":
            made[key] = {name: _field(name, part) for name, part in value.items()}
        elif key not in dropped:
            made[key] = _without_null(value)
    options = [option for option in made.pop("anyOf", []) if option != {"type": "null"}]
    if len(options) == 1:
        return made | options[0]
    return made | ({"anyOf": options} if options else {})
