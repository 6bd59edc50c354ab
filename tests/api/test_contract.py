"""Schemathesis: the API does what its OpenAPI document says, for requests good and bad.

All checks are on, in all phases. One answer needs a word: whether a fact exists and fits is said
by the rules, so a request can have the right form and still be refused with 400. Such an answer
has to be about meaning (C110 and above), about a sign that no text should hold (C101), or about
two keys of which one is needed (C106): what a schema cannot say.
"""

from collections import Counter

import pytest
import schemathesis
from fastapi import FastAPI
from schemathesis import Case, CheckContext, Response
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import from_schema
from schemathesis.engine.events import FatalError, NonFatalError, ScenarioFinished

from engine.errors import CODES

EXAMPLES = 20
ENOUGH = 500  # fewer requests mean that a phase did not run
ABOUT_MEANING = {code for code in CODES if code >= "C110"} | {"C101", "C106"}
CONFIG = {
    "seed": 1,
    "workers": 1,
    "generation": {"max-examples": EXAMPLES, "deterministic": True, "database": "none"},
    "operations": [
        {
            "include-path": "/toetsen",
            "checks": {"positive_data_acceptance": {"expected-statuses": ["2xx", "400"]}},
        }
    ],
}


@schemathesis.check
def refused_for_its_meaning(_: CheckContext, response: Response, case: Case) -> None:
    """A body of the right form is refused only for what the form cannot say."""
    positive = case.meta is not None and case.meta.generation.mode.is_positive
    if response.status_code == 400 and positive and case.media_type == "application/json":
        codes = {fault["code"] for fault in response.json()["errors"]}
        assert codes <= ABOUT_MEANING, codes - ABOUT_MEANING


@pytest.mark.slow
def test_the_api_keeps_its_word(app: FastAPI) -> None:
    config = SchemathesisConfig.from_dict(CONFIG)
    schema = schemathesis.openapi.from_asgi("/v1/openapi.json", app, config=config)
    wrong: list[str] = []
    checks: Counter[str] = Counter()
    requests = 0
    for event in from_schema(schema).execute():
        if isinstance(event, NonFatalError | FatalError):
            wrong.append(str(getattr(event, "value", None) or event))
        elif isinstance(event, ScenarioFinished):
            requests += len(event.recorder.interactions)
            for node in (node for nodes in event.recorder.checks.values() for node in nodes):
                checks[node.name] += 1
                if node.failure_info is not None:
                    wrong.append(f"{event.recorder.label}: {node.failure_info.failure}")
    assert wrong == []
    assert requests >= ENOUGH
    assert {"negative_data_rejection", "refused_for_its_meaning"} <= checks.keys()
