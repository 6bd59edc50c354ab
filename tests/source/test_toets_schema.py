"""The schema of a Toets: valid, written down, and every Toets fits it."""

import json

import pytest
from jsonschema import Draft202012Validator

from engine.service import schemas
from tests.architecture.repository import ROOT
from tests.strategies.shipped import loaded

EXAMPLES = sorted((ROOT / "voorbeelden").glob("*.yaml"))


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(schemas()["toets"])


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_toets_fits(path: object) -> None:
    engine = loaded()
    toets = engine.toets(engine.lees_hulpvraag(path.read_bytes(), path.name))
    data = json.loads(engine.json(toets))
    Draft202012Validator(schemas()["toets"]).validate(data)


def test_another_key_does_not_fit() -> None:
    validator = Draft202012Validator(schemas()["toets"])
    found = [e.message for e in validator.iter_errors({"besluit": "toegekend"})]
    assert any("besluit" in message for message in found)
    assert any("advies" in message for message in found)
