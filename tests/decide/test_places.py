"""A municipality's folder works from anywhere; without it there is a gap, never a zero."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from engine.result.outcomes import Gap
from engine.service import Regelruimte, shipped_rules
from tests.decide.worlds import KITCHEN, answer

ROOT = Path(__file__).resolve().parents[2]
MEASURE = """
peildatum: 2026-09-01
gemeente: GM0000
personen:
  p1: {geboortedatum: 1985-01-01, nederlander: ja}
gedragingen: [{van: p1, id: g1, verplichting: a, datum_gedraging: 2026-08-15}]
eerdere_maatregelen: []
"""


@pytest.fixture
def elsewhere(tmp_path: Path) -> tuple[Path, Path]:
    """The national rules, and the municipality in a folder of its own."""
    national, local = tmp_path / "landelijk", tmp_path / "mijn stad"
    shutil.copytree(shipped_rules(), national)
    shutil.move(str(national / "gemeente"), str(local))
    return national, local


def test_a_municipality_may_stand_anywhere(elsewhere: tuple[Path, Path]) -> None:
    here = answer(KITCHEN)
    other = Regelruimte(elsewhere)
    toets = other.toets(other.lees_hulpvraag(KITCHEN.encode(), "vraag.yaml"))
    assert json.loads(other.json(toets)) == here


def test_without_the_ordinance_a_measure_is_a_gap(elsewhere: tuple[Path, Path]) -> None:
    engine = Regelruimte([elsewhere[0]])
    request = engine.lees_hulpvraag(MEASURE.encode(), "maatregel.yaml")
    setting = engine.setting(request.peildatum, "GM0000")
    run = setting.evaluate(setting.program, engine.case(request))
    found = run.begrip("participatiewet.maanden_eerste_keer", ("gedragingen", "g1")).outcome
    assert isinstance(found, Gap)
    assert found.kind == "delegatie_ontbreekt"


SCRIPT = """
import sys
from engine.service import Regelruimte
engine = Regelruimte()
request = engine.lees_hulpvraag(sys.stdin.buffer.read(), "vraag.yaml")
sys.stdout.buffer.write(engine.json(engine.toets(request)))
"""


def test_same_bytes_in_another_process_with_another_seed() -> None:
    found = set()
    for seed in ("0", "1", "4711"):
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT],
            input=KITCHEN.encode(),
            capture_output=True,
            check=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
        found.add(done.stdout)
    assert len(found) == 1
