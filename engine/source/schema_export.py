"""JSON Schemas of the rule files, made from the model and the table of keys.

They serve editors: completion, the meaning of a key, and a red line under a wrong one. What a
file means is still decided by reading it; a schema does not look inside formulas.
"""

import dataclasses
import types
from typing import Annotated, Literal, Union, get_args, get_origin

from engine.model.regulation import RegelingKop, Secties
from engine.model.rule import Doelwit
from engine.model.scalars import Formule, Reading
from engine.model.shared import Bron
from engine.model.signal import Patroon, PatternKind, Weegpunt
from engine.model.vocabulary import Factor, Rest
from engine.source.expressions import GROUPS
from engine.source.keywords import KEYS
from engine.source.shorthand import fields_of

Schema = dict[str, object]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_FORMULA = "formule"
_TEXT: Schema = {"type": "string"}


def rule_schemas() -> dict[str, Schema]:
    """The schemas of `regeling.yaml` and of the other files of a regulation, by name."""
    maker = _Maker()
    head = maker.fields(RegelingKop)
    sections = maker.fields(Secties)
    name = {"regeling": head["regeling"]}
    return {
        "regeling": maker.whole("Een regeling", head | sections, _required(RegelingKop)),
        "regels": maker.whole("Regels van een regeling", name | sections, ["regeling"]),
    }


def _required(kind: type) -> list[str]:
    hints = fields_of(kind)
    return [
        f.name
        for f in dataclasses.fields(kind)
        if f.name in hints and f.default is f.default_factory is dataclasses.MISSING
    ]


class _Maker:
    """Turns types of the model into schemas; every construct becomes one shared definition."""

    def __init__(self) -> None:
        self.shared: dict[str, Schema] = {_FORMULA: _formula()}

    def whole(self, title: str, properties: dict[str, object], required: list[str]) -> Schema:
        return {
            "$schema": DIALECT,
            "title": title,
            **_closed(properties, required),
            "$defs": dict(self.shared),
        }

    def fields(self, kind: type) -> dict[str, object]:
        """The schema of every key of a construct, with its meaning."""
        made: dict[str, object] = {}
        for name, hint in fields_of(kind).items():
            words = {"description": KEYS[kind][name]}
            schema = self._of(hint)
            if name == "voor":
                schema = {"anyOf": [_TEXT, schema]}
            made[name] = schema | words
        return made

    def _of(self, hint: object) -> Schema:
        if hint == Formule:
            return _ref(_FORMULA)
        if get_origin(hint) is Annotated:
            reading = next(a for a in get_args(hint)[1:] if isinstance(a, Reading))
            return dict(reading.schema)
        if get_origin(hint) is Literal:
            return {"enum": list(get_args(hint))}
        if get_origin(hint) is tuple:
            return self._list(get_args(hint)[0])
        if get_origin(hint) is dict:
            return {"type": "object", "additionalProperties": self._of(get_args(hint)[1])}
        if get_origin(hint) in (Union, types.UnionType):
            return self._either(get_args(hint))
        if isinstance(hint, type) and dataclasses.is_dataclass(hint):
            return self._construct(hint)
        return dict(_TEXT)

    def _either(self, options: tuple[object, ...]) -> Schema:
        given = [option for option in options if option is not type(None)]
        schemas = [self._of(option) for option in given]
        return schemas[0] if len(schemas) == 1 else {"anyOf": schemas}

    def _list(self, item: object) -> Schema:
        if item is Patroon:
            return {"type": "array", "items": _pattern()}
        many: Schema = {"type": "array", "items": self._of(item)}
        return {"anyOf": [self._of(item), many]} if item is Bron else many

    def _construct(self, kind: type) -> Schema:
        name = kind.__name__.lower()
        if name not in self.shared:
            self.shared[name] = {}
            self.shared[name] = _closed(self.fields(kind), _required(kind))
        if kind in (Doelwit, Factor, Weegpunt):
            return {"anyOf": [_TEXT, _ref(name)]}
        if kind is Rest:
            return {"anyOf": [_ref(_FORMULA), _ref(name)]}
        return _ref(name)


def _closed(properties: dict[str, object], required: list[str]) -> Schema:
    schema: Schema = {
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }
    return schema | {"required": required} if required else schema


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _formula() -> Schema:
    bundle: Schema = {"type": "array", "minItems": 1, "items": _ref(_FORMULA)}
    groups: dict[str, object] = dict.fromkeys(sorted(GROUPS), bundle)
    return {
        "description": "een formule, of voorwaarden gebundeld onder alle, een_van of geen",
        "anyOf": [
            {"type": ["string", "number"]},
            _closed(groups, []) | {"minProperties": 1},
        ],
    }


def _pattern() -> Schema:
    values: Schema = {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]}
    fields: Schema = {"type": "object", "additionalProperties": values}
    kinds: dict[str, object] = dict.fromkeys(get_args(PatternKind), fields)
    return _closed(kinds, []) | {"minProperties": 1, "maxProperties": 1}
