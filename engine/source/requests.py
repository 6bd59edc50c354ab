"""The door for requests: bytes to a Hulpvraag, a Hulpvraag to data, and its JSON Schema.

`cases.build_case` gives a Hulpvraag its meaning against a Program.
"""

import dataclasses
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date
from typing import Any

from pydantic import TypeAdapter

from engine.errors import CaseError, Diagnostic
from engine.model.request import Hulpvraag
from engine.source.json_text import looks_like_json, read_json
from engine.source.nodes import Node
from engine.source.records import Records, Refused, form_of
from engine.source.yaml_text import read_yaml

# What a YAML problem means for a request; everything else is "cannot be read".
_YAML_CODES = {"R001": "C102", "R006": "C102", "R007": "C102", "R012": "C103", "R101": "C104"}
UNREADABLE = ("C101", "C102")  # reading on would only give more of the same
_YAML_HINTS = {
    "C102": "splits de hulpvraag, of haal weg wat niet nodig is",
    "C104": "laat de sleutel weg als het onbekend is; schrijf `afwezig` als het er niet is; "
    "zet een tekst met een komma tussen aanhalingstekens; schrijf een bedrag met een punt: 480.50",
}


def read_request(data: bytes, name: str) -> Hulpvraag:
    """Read a request in YAML or JSON.

    Args:
        data: UTF-8; JSON when the name ends in `.json`, or when the first sign is `{` and the
            name does not say YAML.
        name: The file name to show in positions.

    Raises:
        CaseError: C1xx, all problems at once; no message repeats a value.
    """
    tree, found = _tree(data, name)
    if tree is None or any(problem.code in UNREADABLE for problem in found):
        raise CaseError(found)
    return request_from_tree(tree, found)


def request_from_tree(tree: Node, found: Sequence[Diagnostic] = ()) -> Hulpvraag:
    """Read a request that stands inside another file; `found` are problems met before.

    Raises:
        CaseError: C1xx, all problems at once; no message repeats a value.
    """
    records = Records()
    request: Hulpvraag | None = None
    with suppress(Refused):
        request = records.read(tree, Hulpvraag, "")
    problems = [*found, *records.found]
    if problems or request is None:
        raise CaseError(problems)
    return request


def _tree(data: bytes, name: str) -> tuple[Node | None, list[Diagnostic]]:
    yaml_name = name.lower().endswith((".yaml", ".yml"))
    if name.lower().endswith(".json") or (looks_like_json(data) and not yaml_name):
        return read_json(data, name)
    tree, found = read_yaml(data, name)
    return tree, [_as_case_problem(problem) for problem in found]


def _as_case_problem(problem: Diagnostic) -> Diagnostic:
    code = _YAML_CODES.get(problem.code, "C101")
    return dataclasses.replace(problem, code=code, hint=_YAML_HINTS.get(code, problem.hint))


def request_data(request: Hulpvraag) -> dict[str, Any]:
    """The request as plain data under its own keys: what was left out stays out.

    Reading it back gives an equal request; only mappings, lists and texts occur in it.
    """
    data: dict[str, Any] = _data(request)
    return data


def _data(value: object) -> Any:  # noqa: ANN401 plain data
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_data(part) for part in value]
    if isinstance(value, Mapping):
        return {str(key): _data(part) for key, part in value.items()}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return _record_data(value)
    return value


def _record_data(record: Any) -> Any:  # noqa: ANN401 any dataclass of the request
    kind: type = type(record)
    form = form_of(kind)
    defaults = {f.name: f.default for f in dataclasses.fields(record)}
    given = {n: _data(getattr(record, n)) for n in form.keys if getattr(record, n) != defaults[n]}
    # A field that is made when it is left out says as much when it is empty.
    made = {n: d for n, d in given.items() if d != {} or defaults[n] is not dataclasses.MISSING}
    if form.short is not None and set(made) == {form.short}:
        return made[form.short]
    if form.opened is not None:
        made |= _data(getattr(record, form.opened))
    return made


def request_schema() -> dict[str, Any]:
    """The JSON Schema of a request, with Dutch descriptions."""
    schema = TypeAdapter(Hulpvraag).json_schema()
    made = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Hulpvraag"}
    return made | _clean(schema)


_DESCRIPTIONS = {
    "Hulpvraag": "Wat een inwoner vraagt, met wat bekend en beoordeeld is.",
    "FeitWaarde": "Een gegeven: alleen de waarde, of de waarde met bron en betwisting. "
    "`afwezig` betekent dat het er niet is; een sleutel die ontbreekt is onbekend.",
    "Persoon": "Iemand in de hulpvraag, met een code en zonder naam.",
    "Relatie": "Gegevens over twee personen.",
    "Lijstregel": "Een regel van een lijst; `van` noemt bij wie hij hoort.",
    "Behoefte": "Wat voor de inwoner belangrijk is, en wat dat in de weg staat.",
    "Belemmering": "Wat in de weg staat, in eigen woorden.",
    "EigenPlan": "Wat de inwoner zelf doet of regelt.",
    "Netwerkhulp": "Wie in de omgeving iets doet.",
    "Dekking": "Wie of wat een belemmering wegneemt, en hoe ver.",
    "Oplossing": "Wat gevraagd of overwogen wordt.",
    "Besluit": "Een besluit dat genomen of gevraagd is.",
    "Voornemen": "Wat het college van plan is.",
    "Plan": "Een plan dat er al is, en van wie.",
    "Planpunt": "Een punt van dat plan in eigen woorden; `over` noemt de behoefte, belemmering of "
    "oplossing waar het om gaat.",
    "Planantwoord": "Wat er met dit punt is gedaan: door wie, wanneer en waarom.",
    "Procedure": "Gegevens over het verloop van de zaak.",
    "Beoordeling": "Een oordeel of keuze van een mens: wie, wanneer, wat en waarom.",
    "Tijdvak": "De periode waarover de uitkomsten gevraagd worden.",
}
_OURS = ("herkomst", "feiten", "lijsten")


def _clean(schema: dict[str, Any]) -> dict[str, Any]:
    """Drop what is ours alone, open what takes any fact, and describe in Dutch."""
    made = _definition(schema, "Hulpvraag")
    parts = {n: d for n, d in schema.get("$defs", {}).items() if n in _DESCRIPTIONS}
    made["$defs"] = {name: _definition(part, name) for name, part in sorted(parts.items())}
    value = made["$defs"]["FeitWaarde"]
    short = {"type": ["string", "number"]}
    made["$defs"]["FeitWaarde"] = {
        "description": value.pop("description"), "anyOf": [short, value],
    }  # fmt: skip
    return made


def _definition(part: dict[str, Any], name: str) -> dict[str, Any]:
    keys = {k: _plain(v) for k, v in part.get("properties", {}).items() if k not in _OURS}
    opened: Any = False
    for own in ("feiten", "lijsten"):
        if own in part.get("properties", {}):
            opened = _plain(part["properties"][own]["additionalProperties"])
    made = {
        "description": _DESCRIPTIONS[name],
        "type": "object",
        "properties": keys,
        "additionalProperties": opened,
    }
    if part.get("required"):
        made["required"] = part["required"]
    return made


def _plain(node: Any) -> Any:  # noqa: ANN401 any part of a schema
    """A part of the schema without titles, defaults and null: an unknown key is left out."""
    if isinstance(node, list):
        return [_plain(part) for part in node]
    if not isinstance(node, dict):
        return node
    made = {k: _plain(v) for k, v in node.items() if k not in ("title", "default")}
    if "patternProperties" in made:
        made["additionalProperties"] = False
    options = made.get("anyOf")
    if isinstance(options, list):
        options = [option for option in options if option != {"type": "null"}]
        if len(options) == 1:
            return {**{k: v for k, v in made.items() if k != "anyOf"}, **options[0]}
        made["anyOf"] = options
    return made
