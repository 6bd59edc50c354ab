"""A stored explanation is computed again from its JSON alone, in a process without rules."""

import json
import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest

from engine.decide.outcomes import instances
from engine.decide.proof import proof
from engine.result.replay import Replay
from engine.result.stored import outcome_from
from tests.decide.worlds import KITCHEN, engine, runs

ROOT = Path(__file__).resolve().parents[2]
REPLAY = """
import json, sys
from engine.result.replay import Replay
from engine.result.stored import outcome_data
told = []
for proof in json.load(sys.stdin):
    again = Replay(proof)
    told.append({key: outcome_data(again.begrip(key)) for key in proof["uitkomsten"]})
print(json.dumps(told))
assert not any(name.startswith(("engine.source", "engine.passes", "yaml")) for name in sys.modules)
"""


def whole_proof(run) -> dict:
    asked = [
        (name, inst)
        for name, begrip in sorted(run.program.begrippen.items())
        for inst in instances(run, begrip.entity)
    ]
    return json.loads(json.dumps(proof(run, asked)))


@pytest.mark.slow
def test_outcomes_of_cases_are_computed_again() -> None:
    steps = 0
    for case, run, _ in islice(runs(), 0, None, 3):
        stored = whole_proof(run)
        again = Replay(stored)
        for key, outcome in stored["uitkomsten"].items():
            assert again.begrip(key) == outcome_from(outcome), (case.id, key)
            steps += 1
    print(f"{steps} uitkomsten nagerekend")
    assert steps > 1000


@pytest.mark.slow
def test_in_another_process_without_rules() -> None:
    """A request that is no case, and cases from all over the acts."""
    request = engine().lees_hulpvraag(KITCHEN.encode(), "vraag.yaml")
    setting = engine().setting(request.peildatum, "GM0000")
    kitchen = setting.evaluate(setting.program, engine().case(request))
    stored = [
        whole_proof(run) for run in (kitchen, *islice((r for _, r, _ in runs()), 0, None, 20))
    ]
    assert len(stored) >= 9
    done = subprocess.run(
        [sys.executable, "-c", REPLAY],
        input=json.dumps(stored),
        capture_output=True,
        check=True,
        cwd=ROOT,
        text=True,
    )
    again = json.loads(done.stdout)
    assert again == [proof["uitkomsten"] for proof in stored]
    keys = {key for told in again for outcome in told.values() for key in outcome}
    assert keys >= {"waarde", "nodig", "gat"}


def test_a_changed_step_gives_another_outcome() -> None:
    request = engine().lees_hulpvraag(KITCHEN.encode(), "vraag.yaml")
    setting = engine().setting(request.peildatum, "GM0000")
    run = setting.evaluate(setting.program, engine().case(request))
    stored = whole_proof(run)
    swapped = json.loads(json.dumps(stored))
    assert _turn_over(swapped, "nederlander")
    again = Replay(swapped)
    assert any(
        again.begrip(key) != outcome_from(value) for key, value in swapped["uitkomsten"].items()
    )


def _turn_over(data: object, name: str) -> bool:
    """Turn a yes/no fact over wherever it was read."""
    found = False
    if isinstance(data, dict):
        if data.get("naam") == name and "uitkomst" in data:
            value = data["uitkomst"].get("waarde", {})
            if "ja_nee" in value:
                value["ja_nee"] = not value["ja_nee"]
                found = True
        return sum(_turn_over(part, name) for part in data.values()) > 0 or found
    if isinstance(data, list):
        return sum(_turn_over(part, name) for part in data) > 0
    return False
