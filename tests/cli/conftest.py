"""A command line that keeps nothing outside the folder of a test."""

from pathlib import Path

import pytest

from tests.cli.command import Command


@pytest.fixture
def regelruimte(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Command:
    monkeypatch.setenv("REGELRUIMTE_LOG", str(tmp_path / "log" / "regelruimte.log"))
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.chdir(tmp_path)
    return Command(capsys)
