"""The properties that a municipality runs on its folder: each catches the fault it is about."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.repository import ROOT
from tests.plugin.planted import PLANTED, Planted, write

DAY = ("--peildatum", "2026-09-01")
CITY = ROOT / "rules" / "gemeente" / "voorbeeldstad"
LAWFUL = """
regels:
  - id: pr-5
    bron: {artikel: "5"}
    over: oplossing
    als: soort_oplossing = duurzaam_gebruiksgoed
    vult_in: participatiewet.vorm_kiezen
    dan: lening
    richting: belastend
    grondslag: [{regeling: participatiewet, artikel: "51", lid: "1"}]
    toelichting: "Een proef."
"""
ENGINE_FAULTS = {
    "first": "test_p15_partners_wisselen",
    "order": "test_p15_volgorde",
    "number": "test_p20_gelijke_gevallen",
}


def run(place: Path, *arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
    """Run pytest in an empty folder with these arguments."""
    place.mkdir(exist_ok=True)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments]
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("PYTEST", "COV"))}
    clean |= {"PYTHONPATH": str(ROOT), "COLUMNS": "200"} | env
    return subprocess.run(
        command, cwd=place, env=clean, capture_output=True, text=True, check=False
    )


def toets(request: Path, folder: Path) -> int:
    """The exit code of a toets of this request beside the rules of this folder."""
    command = [sys.executable, "-m", "engine", "toets", str(request), "--ook", str(folder)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=False).returncode


def chosen(test: str) -> str:
    """The expression that selects one test."""
    name, _, part = test.partition("[")
    return f"{name} and {part[:-1]}" if part else name


@pytest.mark.slow
@pytest.mark.parametrize("planted", PLANTED.values(), ids=list(PLANTED))
def test_an_unlawful_rule_is_caught(tmp_path: Path, planted: Planted) -> None:
    folder = write(tmp_path, planted.sections)
    done = run(tmp_path / "x", "--regels", str(folder), *DAY, "-k", chosen(planted.test))
    assert done.returncode == 1, done.stdout + done.stderr
    assert f"gelijke_behandeling::{planted.test}" in done.stdout
    assert [word for word in planted.told if word not in done.stdout] == []
    assert "eerste" in done.stdout
    assert "Het pad dat het verschil maakt" in done.stdout
    assert "Traceback" not in done.stdout


@pytest.mark.slow
@pytest.mark.parametrize(("fault", "test"), ENGINE_FAULTS.items())
def test_a_fault_of_the_engine_is_caught(tmp_path: Path, fault: str, test: str) -> None:
    arguments = ["-p", "tests.plugin.faults", "--regels", str(CITY), *DAY, "-k", test]
    done = run(tmp_path, *arguments, PLANTED_FAULT=fault)
    assert done.returncode == 1, done.stdout + done.stderr
    assert f"gelijke_behandeling::{test}" in done.stdout


@pytest.mark.slow
def test_a_lawful_folder_passes(tmp_path: Path) -> None:
    folder = write(tmp_path, LAWFUL)
    done = run(tmp_path / "x", "--regels", str(folder), *DAY, "-m", "gelijke_behandeling")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "skipped" not in done.stdout


@pytest.mark.slow
def test_twins_are_written_and_wanted_differences_are_listed(tmp_path: Path) -> None:
    cap = PLANTED["a cap that hits the more serious case"]
    folder = write(tmp_path, cap.sections)
    arguments = ["--regels", str(folder), *DAY, "-k", "uren_gevraagd or gewild"]
    done = run(tmp_path / "x", *arguments, "--tweelingen", "twee")
    assert done.returncode == 1
    for number in (1, 2):
        path = tmp_path / "x" / "twee" / f"P4-uren_gevraagd-{number}.yaml"
        assert "uren_gevraagd" in path.read_text(encoding="utf-8")
        assert toets(path, folder) == 0
    wanted = tmp_path / "gewild.yaml"
    row = '- {eigenschap: P4, regel: pr-4, artikel: "4", reden: "Een proef."}\n'
    wanted.write_text(row, encoding="utf-8")
    assert run(tmp_path / "x", *arguments, "--toegestaan", str(wanted)).returncode == 0
    other = write(tmp_path / "other", LAWFUL.replace("pr-5", "pr-4").replace('"5"', '"4"'))
    gone = run(tmp_path / "x", "--regels", str(other), *DAY, "-k", "gewild", "--toegestaan",
               str(wanted))  # fmt: skip
    assert gone.returncode == 1
    assert "komt niet meer voor" in gone.stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--regels", "nergens"], "staan geen regels"),
        (["--regels", str(ROOT / "rules" / "gemeente")], "meer gemeenten"),
        (["--regels", str(CITY), "--peildatum", "morgen"], "schrijf jjjj-mm-dd"),
        (["--regels", str(CITY), "--voorbeelden", "0"], "een aantal van 1 of meer"),
        (["--regels", str(CITY), "--toegestaan", "weg.yaml"], "is niet te lezen"),
    ],
)
def test_wrong_use_is_told_in_dutch(tmp_path: Path, arguments: list[str], told: str) -> None:
    done = run(tmp_path, *arguments)
    assert done.returncode == 4
    assert told in done.stderr
    assert "Traceback" not in done.stdout + done.stderr


def test_rules_with_an_error_are_told_with_their_place(tmp_path: Path) -> None:
    folder = write(tmp_path, LAWFUL.replace("vorm_kiezen", "vorm_keizen"))
    done = run(tmp_path / "x", "--regels", str(folder))
    assert done.returncode == 4
    assert "regels.yaml:" in done.stderr


def test_other_runs_are_not_touched(tmp_path: Path) -> None:
    """Without `--regels` nothing is added, and nothing of the engine is loaded."""
    text = "import sys\ndef test_x():\n    assert 'engine.ir' not in sys.modules\n"
    text += "    assert 'engine.testing.plugin' in sys.modules\n"
    (tmp_path / "test_x.py").write_text(text, encoding="utf-8")
    done = run(tmp_path, "--voorbeelden", "3", "--strict-markers", "-W", "error")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 passed" in done.stdout
