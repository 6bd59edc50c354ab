"""The JSON schemas of what the engine answers, made from its own types."""

from typing import Any, get_args

from pydantic import TypeAdapter

from engine.result.controle import Bevindingrij, Controlegegevens, Ernst, Lijnpunt, Lijnrij
from engine.result.toets import Toets
from engine.result.verschil import Regelverschil

Schema = dict[str, Any]

# What is always there. The engine leaves out what is empty, so little else can be promised.
ALWAYS = frozenset({
    "id", "regel", "soort", "status", "hash", "regelruimte", "peildatum", "regelset",
    "invoer_hash", "advies", "regelingen", "bevoegdheid", "aantal_regels", "aantal_signalen",
    "zin", "tekst",
})  # fmt: skip

DAYS = frozenset({"peildatum", "beslisdatum", "datum"})

FINDINGS = (
    "De bevindingen van controleer. Bij fouten in de regelbestanden staan er alleen "
    "`bevindingen`, met een code, een ernst, een tekst en een plaats."
)

WORDS = {
    "Toets": "Het antwoord op een hulpvraag. Advies, geen besluit. Wat leeg is, ontbreekt. "
    "Bedragen zijn tekst in euro.",
    "BehoefteToets": "Een behoefte: wat gedekt is, wat resteert, en welke wegen er zijn.",
    "OplossingToets": "Een oplossing: op welke trede zij kan, op welke grond, en wat er nog is.",
    "PlanToets": "Een plan van de mensen zelf, punt voor punt.",
    "PuntToets": "Een punt van een plan: wat ermee is gedaan, en wat de toets erover zegt.",
    "VoornemenToets": "Een voornemen van het college: is er een bevoegdheid, en welke.",
    "Uitkomst": "De uitkomst van een begrip: waarde, onbekend, conflict of gat.",
    "SignaalToets": "Een signaal dat brandt: het wijst en vraagt, het beslist niet.",
    "Nodig": "Wat nog nodig is om verder te komen.",
    "Vraag": "Een vraag waarvan het antwoord verschil maakt.",
    "Weg": "Een kleinste wijziging waarmee een oplossing wel gedragen wordt, op welke trede.",
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
    "Regelverschil": "Twee regelsets vergeleken, en wat de wijziging met gevallen doet.",
    "Onderdeelwijziging": "Een regel, bedrag, tabel, norm, signaal of ander deel dat verschilt. "
    "`effect` gelijk is zeker; bewezen_gelijk geldt voor volledige gevallen met hooguit drie "
    "mensen; niet_gevonden is niet zeker: geen geval laat een verschil zien.",
    "Getuige": "Een geval waarin een regel iets anders doet; `hulpvraag` als het is gevonden.",
    "Gevalverschil": "Een geval waarvan het antwoord verschilt, en wat dat voor de inwoner doet.",
    "Aanspraakverschil": "Een aanspraak, of een bedrag om te betalen, die anders uitkomt.",
    "Aanspraaktelling": "In hoeveel gevallen een aanspraak vooruit of achteruit gaat.",
    "Tredeverschil": "Een oplossing op een andere trede, of een voornemen met een andere "
    "bevoegdheid.",
    "Gezondheid": "Of de dienst antwoord geeft.",
}


def toets_schema() -> Schema:
    """The JSON Schema of a Toets, on its own."""
    return _whole(Toets)


def verschil_schema() -> Schema:
    """The JSON Schema of a comparison of two sets of rules, on its own."""
    return _whole(Regelverschil)


def controle_schema() -> Schema:
    """The JSON Schema of what `controleer` finds, on its own; nothing is left out there."""
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Controle"}
    words = {"type": "string"}
    many = {"type": "array", "items": words}
    row = _closed(Bevindingrij, {
        "ernst": {"enum": list(get_args(Ernst))}, "regels": many, "voorbeelden": many,
    })  # fmt: skip
    line = _closed(Lijnrij, {"punten": {"type": "array", "items": _closed(Lijnpunt, {})}})
    whole = _closed(Controlegegevens, {
        "lijnen": {"type": "array", "items": line},
        "bevindingen": {"type": "array", "items": row}, "gemeenten": many,
        "peildatum": words | {"format": "date"}, "regels": {"type": "integer"},
        "gevallen": {"type": ["integer", "null"]},
    })  # fmt: skip
    return {**head, "description": FINDINGS, **whole}


def _closed(shape: Any, parts: Schema) -> Schema:  # noqa: ANN401 a typed dict is no ordinary type
    """An object with exactly these keys; a key without a schema of its own is text."""
    keys = shape.__annotations__
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {key: parts.get(key, {"type": "string"}) for key in keys},
        "required": sorted(shape.__required_keys__),
    }


def _whole(kind: type) -> Schema:
    parts = answer_parts(kind, "#/$defs/{model}")
    whole = parts.pop(kind.__name__)
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": kind.__name__}
    return {**head, **whole, "$defs": dict(sorted(parts.items()))}


def answer_parts(kind: type, ref: str) -> dict[str, Schema]:
    """The schemas of a kind of answer and its parts, by name.

    Args:
        kind: a dataclass.
        ref: where parts stand, with `{model}` for the name.
    """
    whole = TypeAdapter(kind).json_schema(ref_template=ref, mode="serialization")
    parts = whole.pop("$defs", {})
    return {name: _answer(name, part) for name, part in {kind.__name__: whole, **parts}.items()}


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
