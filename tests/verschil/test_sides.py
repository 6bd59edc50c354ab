"""Where rules come from: folders and revisions, and what is wrong with either side."""

from pathlib import Path

import pytest

from engine.errors import CaseError, RuleError
from engine.service import Keuze, kanten, verschil
from engine.source.revisions import NoRevision, revision
from tests.verschil.worlds import (
    CASE,
    NEW,
    OLD,
    RULES,
    change,
    committed,
    compared,
    git,
    parts,
    two,
)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with the small world in `rules`, then with another amount."""
    two(tmp_path)
    home = tmp_path / "archief"
    home.mkdir()
    (tmp_path / OLD).rename(home / "rules")
    committed(home, "eerst")
    git(home, "tag", "eerst")
    change(home / "rules" / RULES, ("2026-01-01: 50}", "2026-01-01: 60}"))
    committed(home, "daarna")
    monkeypatch.chdir(home)
    return home


@pytest.mark.parametrize("old", ["git:eerst", "eerst", "git:HEAD~1", "eerst:rules"])
def test_a_revision_and_a_folder(repository: Path, old: str) -> None:
    with kanten(old, "rules") as (before, after):
        found = verschil(before, after)
    (part,) = found.onderdelen
    assert (part.soort, part.naam) == ("bedrag", "kleine_wet.hoogte")
    assert part.plaats_oud == f"{old.removeprefix('git:')}:{RULES}:7:3"
    assert part.plaats_nieuw == f"rules/{RULES}:7:3"
    assert found.telling["vooruit"] == 1


def test_two_revisions_from_a_folder_inside(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository / "rules" / "klein")
    with kanten("eerst", "HEAD") as (before, after):
        found = verschil(before, after)
        assert before.map.is_dir()
    assert not before.map.exists()
    assert len(found.onderdelen) == 1
    assert found.anders[0].plaats == f"HEAD:{CASE}:1:1"
    assert str(before.map) not in str(found)
    assert str(after.map) not in str(found)


def test_a_repository_without_a_folder_rules(repository: Path) -> None:
    git(repository, "mv", "rules", "regels")
    committed(repository, "verhuisd")
    with kanten("eerst", "HEAD") as (before, after):
        assert len(verschil(before, after).onderdelen) == 1


@pytest.mark.parametrize("name", ["git:nergens", "nergens", "git:", "git:-x", "eerst:nergens"])
def test_no_such_revision(repository: Path, name: str) -> None:
    with pytest.raises(NoRevision) as error, revision(name):
        pass
    assert name in str(error.value)
    assert "git:HEAD" in error.value.hint


def test_both_names_are_told_at_once(repository: Path) -> None:
    with pytest.raises(NoRevision) as error, kanten("hier", "daar"):
        pass
    assert "`hier`" in str(error.value)
    assert "`daar`" in str(error.value)


def test_outside_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(NoRevision, match="geen git-archief"), revision("git:HEAD"):
        pass


def test_nothing_but_yaml_leaves_the_archive(repository: Path) -> None:
    (repository / "rules" / "x.sh").write_text("echo\n", encoding="utf-8")
    (repository / "rules" / "weg.yaml").symlink_to("/etc/hostname")
    committed(repository, "rommel")
    with revision("HEAD") as folder:
        kept = [path for path in folder.rglob("*") if path.is_file() or path.is_symlink()]
    assert kept
    assert {path.suffix for path in kept} == {".yaml"}
    assert "weg.yaml" not in {path.name for path in kept}


def test_rules_that_do_not_compile_are_told_with_their_side(tmp_path: Path) -> None:
    two(tmp_path, ("inkomen <=", "inkomn <="))
    change(tmp_path / OLD / RULES, ("als: recht_op_toeslag", "als: recht_op_toeslga"))
    with pytest.raises(RuleError) as error:
        compared(tmp_path)
    places = {str(d.at) for d in error.value.diagnostics if d.code == "R201"}
    assert {place.partition(f"/{RULES}")[0].rpartition("/")[2] for place in places} == {OLD, NEW}


def test_files_that_cannot_be_read_are_told_of_both_sides(tmp_path: Path) -> None:
    two(tmp_path, ("regels:", "regels: ["))
    change(tmp_path / OLD / RULES, ("begrippen:", "begripen:"))
    with pytest.raises(RuleError) as error:
        compared(tmp_path)
    text = str([str(d) for d in error.value.diagnostics])
    assert f"{OLD}/{RULES}" in text
    assert f"{NEW}/{RULES}" in text


def test_cases_that_fit_neither_side(tmp_path: Path) -> None:
    two(tmp_path, ("2026-01-01: 50}", "2026-01-01: 60}"))
    change(tmp_path / NEW / CASE, ("inkomen: 900", "inkomn: 900"))
    other = tmp_path / "stuk.yaml"
    other.write_text("id: x\n", encoding="utf-8")
    with pytest.raises(CaseError) as error:
        compared(tmp_path)
    assert {d.code for d in error.value.diagnostics} == {"C130"}
    with pytest.raises(CaseError) as error:
        compared(tmp_path, Keuze(gevallen=(other,)))
    assert {d.code for d in error.value.diagnostics} == {"C203"}


def test_the_same_side_twice(tmp_path: Path) -> None:
    two(tmp_path)
    side = str(tmp_path / OLD)
    with kanten(side, side) as (before, after):
        found = verschil(before, after)
    assert parts(found) == {}
    assert found.gelijk == found.gevallen == 2
