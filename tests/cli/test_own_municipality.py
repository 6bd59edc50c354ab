"""The check of a municipality outside the shipped rules, and of one act within them."""

import json
import shutil
from pathlib import Path

import pytest

from engine.service import shipped_rules
from tests.cli.command import Command

ACTS = [
    p for p in shipped_rules().iterdir() if p.is_dir() and p.name not in ("gemeente", "_schema")
]


@pytest.mark.slow
def test_it_is_told_what_is_missing_and_what_to_do(regelruimte: Command, tmp_path: Path) -> None:
    own = tmp_path / "heuvelrode"
    shutil.copytree(shipped_rules() / "gemeente" / "heuvelrode", own)
    asked = ("controleer", *ACTS, "--ook", own, "--snel", "--peildatum", "2026-09-01")
    seen = regelruimte(*asked)
    assert "F142 waarschuwing: verplichte invulling ontbreekt (7)" in seen.out
    assert "Wat nu: laat de raad of het college dit vaststellen" in seen.out
    assert "F144 melding: grens in beleid (1)" in seen.out
    rows = json.loads(regelruimte(*asked, "--json").out)["bevindingen"]
    told = {row["code"]: row["wat_nu"] for row in rows}
    assert told["F142"]
    assert told["F144"]
    assert {row["gemeente"] for row in rows if row["code"] == "F142"} == {"GM0044"}


@pytest.mark.slow
def test_a_folder_within_the_shipped_rules_is_checked_beside_the_others(
    regelruimte: Command,
) -> None:
    seen = regelruimte("controleer", shipped_rules() / "wgs", "--snel", "--json")
    rows = json.loads(seen.out)["bevindingen"]
    assert seen.code == 0
    assert {row["regeling"] for row in rows} == {"wgs"}
