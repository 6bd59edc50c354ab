"""Faults planted in the safety net are found by the comparison with every combination."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from engine.backends.signals import net as net_module
from engine.backends.signals import rulesets
from engine.backends.signals.compile import SignalRule
from engine.backends.signals.facts import NetFact
from engine.backends.signals.relevance import Relevance
from tests.signals.make import apart
from tests.signals.test_brute import compare

select = Relevance.select
patterns = rulesets.Ruleset._patterns
message = rulesets._Projection.message


def loses_a_fact(self: Relevance, facts: Sequence[NetFact]) -> list[int]:
    return select(self, facts)[:-1]


def loses_the_joins(self: rulesets.Ruleset, rule: SignalRule) -> list[dict[str, Any]]:
    made = patterns(self, rule)
    for pattern in made:
        for tests in pattern.values():
            tests["$and"] = [
                t for t in tests["$and"] if not isinstance(next(iter(t.values())), dict)
            ]
    return made


def loses_the_bars(self: Any, fact: NetFact, _blocked: rulesets.Blocked) -> rulesets.Message:
    return message(self, fact, {rules: frozenset() for rules in self.free})


def loses_the_chain(*_: object) -> list[NetFact]:
    return []


@pytest.mark.parametrize(
    ("owner", "name", "fault"),
    [
        (Relevance, "select", loses_a_fact),
        (rulesets.Ruleset, "_patterns", loses_the_joins),
        (rulesets._Projection, "message", loses_the_bars),
        (net_module.Net, "_signal_facts", loses_the_chain),
    ],
)
def test_planted_fault_is_found(
    owner: object, name: str, fault: Callable[..., object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(owner, name, fault)
    with pytest.raises((AssertionError, KeyError)):  # another answer, or none at all
        compare(range(60), signals=12, cases=3)


def test_without_the_library_there_is_no_net() -> None:
    output = apart(
        "import sys\nsys.modules['durable'] = None\n"
        "from engine.backends.signals import compile, facts, names\n"
        "from engine.errors import MissingPart\n"
        "try:\n    from engine.backends.signals import net\n"
        "except MissingPart as error:\n    print(error)\n"
    )
    assert "durable-rules" in output
    assert "make setup" in output
