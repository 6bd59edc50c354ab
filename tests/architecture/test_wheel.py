"""The wheel holds engine, api and the rules, and nothing else of the checkout."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.architecture.repository import ROOT

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def shipped(root: str) -> list[Path]:
    return [
        path.relative_to(ROOT / root)
        for path in (ROOT / root).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    ]


def test_rules_travel_inside_the_engine(names: set[str]) -> None:
    expected = {f"engine/_rules/{path.as_posix()}" for path in shipped("rules")}
    assert {name for name in names if name.startswith("engine/_rules/")} == expected


@pytest.mark.parametrize("root", ["engine", "api"])
def test_every_module_and_data_file_is_in(names: set[str], root: str) -> None:
    assert {f"{root}/{path.as_posix()}" for path in shipped(root)} <= names


def test_nothing_else_is_in(names: set[str]) -> None:
    roots = {name.split("/")[0] for name in names}
    assert roots - {"engine", "api"} == {root for root in roots if root.endswith(".dist-info")}
