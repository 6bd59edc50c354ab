"""The table of keys and the dataclasses of the model say the same, both ways."""

import dataclasses
import inspect
from types import ModuleType

import pytest

from engine.model import regulation, rule, shared, signal, vocabulary
from engine.source.keywords import KEYS, meaning
from engine.source.shorthand import fields_of

# Not constructs of their own: what files are joined into, and a part that others extend.
NOT_WRITTEN = {regulation.Corpus, regulation.Regeling, shared.Getypeerd}
MODULES = (regulation, rule, shared, signal, vocabulary)


def constructs(module: ModuleType) -> set[type]:
    return {
        kind
        for _, kind in inspect.getmembers(module, inspect.isclass)
        if dataclasses.is_dataclass(kind) and kind.__module__ == module.__name__
    }


def test_every_construct_is_in_the_table() -> None:
    written = {kind for module in MODULES for kind in constructs(module)} - NOT_WRITTEN
    assert {k.__name__ for k in written} == {k.__name__ for k in KEYS}


@pytest.mark.parametrize("kind", KEYS, ids=lambda kind: kind.__name__)
def test_keys_and_fields_are_the_same(kind: type) -> None:
    assert sorted(KEYS[kind]) == sorted(fields_of(kind))


@pytest.mark.parametrize("kind", KEYS, ids=lambda kind: kind.__name__)
def test_every_explanation_is_one_short_line(kind: type) -> None:
    for key, words in KEYS[kind].items():
        assert words, key
        assert "\n" not in words
        assert len(words) <= 90, key
        assert not words.endswith("."), key


def test_meaning_of_an_unknown_key_is_empty() -> None:
    assert meaning(rule.Regel, "als")
    assert meaning(rule.Regel, "bestaat_niet") == ""
    assert meaning(None, "als") == ""
