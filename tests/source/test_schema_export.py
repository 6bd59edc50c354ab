"""The generated schemas accept every shipped file, refuse wrong keys, and are up to date."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from engine.source.keywords import KEYS
from engine.source.nodes import Node
from engine.source.schema_export import rule_schemas
from engine.source.yaml_text import read_yaml

RULES = Path(__file__).resolve().parents[2] / "rules"
FILES = sorted(
    path
    for path in RULES.rglob("*.yaml")
    if not {"gevallen", "_schema", "artikelen.yaml"} & set(path.parts)
)


def tree(path: Path) -> Node | None:
    return read_yaml(path.read_bytes(), path.name)[0]


def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(rule_schemas()[name])


def errors(name: str, text: str) -> list[str]:
    node, _ = read_yaml(text.encode(), "x.yaml")
    return [error.message for error in validator(name).iter_errors(node)]


@pytest.mark.parametrize("name", ["regeling", "regels"])
def test_schema_is_a_schema(name: str) -> None:
    Draft202012Validator.check_schema(rule_schemas()[name])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(RULES).as_posix())
def test_shipped_files_are_valid(path: Path) -> None:
    name = "regeling" if path.name in ("regeling.yaml", "beschermd.yaml") else "regels"
    assert [error.message for error in validator(name).iter_errors(tree(path))] == []


@pytest.mark.parametrize("name", ["regeling", "regels"])
def test_checked_in_schema_is_up_to_date(name: str) -> None:
    path = RULES / "_schema" / f"{name}.json"
    assert json.loads(path.read_text(encoding="utf-8")) == json.loads(
        json.dumps(rule_schemas()[name])
    )


def test_every_key_has_its_meaning() -> None:
    rule = rule_schemas()["regels"]["$defs"]["regel"]
    kind = next(kind for kind in KEYS if kind.__name__ == "Regel")
    assert {k: v["description"] for k, v in rule["properties"].items()} == KEYS[kind]


@pytest.mark.parametrize(
    "text",
    [
        "regeling: x\nregels: [{id: a, bron: {artikel: '1'}, over: persoon, toelichting: t}]\n",
        "regeling: x\nbegrippen: {a: {over: persoon, soort: bedrag, rest: 0 euro}}\n",
        "regeling: x\nbegrippen: {a: {over: persoon, soort: ja_nee, rest: {waarde: nee}}}\n",
    ],
)
def test_short_forms_are_allowed(text: str) -> None:
    assert errors("regels", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "naam: zonder regeling\n",
        "regeling: x\nonbekend: y\n",
        "regeling: x\nbegrippen: {a: {over: persoon, soort: janee}}\n",
        "regeling: x\nregels: [{id: a, over: persoon, toelichting: t}]\n",
        "regeling: x\nsignalen: [{id: A, soort: proces, bron: {ecli: e}, toets: t, als: [x]}]\n",
    ],
)
def test_wrong_files_are_refused(text: str) -> None:
    assert errors("regels", text)


def test_schemas_are_made_the_same_every_time() -> None:
    assert json.dumps(rule_schemas()) == json.dumps(rule_schemas())
