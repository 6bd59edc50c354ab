"""The wheel holds engine, api and the rules, nothing else of the checkout, and it works."""

import json
import re
import subprocess
import sys
import sysconfig
import venv
import zipfile
from importlib.metadata import distribution
from pathlib import Path

import pytest

from tests.architecture.repository import ROOT
from tests.plugin.planted import PLANTED, write
from tests.plugin.test_plugin import DAY
from tests.plugin.test_plugin import run as run_pytest

pytestmark = pytest.mark.slow

REQUEST = "voorbeelden/taxi.yaml"
MODULES = """
import json, sys
from pathlib import Path
from engine.service import Regelruimte, shipped_rules
one = Regelruimte()
toets = one.toets(one.lees_hulpvraag(Path(sys.argv[1]).read_bytes(), "vraag.yaml"))
files = sorted({m.__file__ for m in sys.modules.values() if getattr(m, "__file__", None)})
print(json.dumps({"rules": str(shipped_rules()), "files": files}))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def needed(name: str = "regelruimte") -> set[str]:
    """The packages that this one needs at run time, and what those need: extras left out."""
    found, waiting = set[str](), [name]
    while waiting:
        for line in distribution(waiting.pop()).requires or ():
            other = re.split(r"[ ;<>=!~\[(]", line, maxsplit=1)[0]
            if "extra ==" not in line and other not in found and installed(other):
                found.add(other)
                waiting.append(other)
    return found


def installed(name: str) -> bool:
    """False for what is only needed on another system, or by another Python."""
    try:
        distribution(name)
    except ModuleNotFoundError:
        return False
    return True


@pytest.fixture(scope="module")
def place(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with the wheel and what it declares to need, and nothing else."""
    folder = tmp_path_factory.mktemp("elders")
    venv.create(folder, with_pip=False)
    python = folder / "bin" / "python"
    subprocess.run(
        [sys.executable, "-m", "pip", "--python", str(python), "--disable-pip-version-check",
         "install", "--quiet", "--no-deps", "--no-index", str(wheel)],
        check=True,
    )  # fmt: skip
    here = Path(sysconfig.get_path("purelib"))
    (there,) = folder.glob("lib/python*/site-packages")
    for name in sorted(needed()):
        for top in {path.parts[0] for path in distribution(name).files or ()} - {"..", "bin"}:
            if (here / top).exists() and not (there / top).exists() and top != "__pycache__":
                (there / top).symlink_to(here / top)
    (folder / "vraag.yaml").write_bytes((ROOT / REQUEST).read_bytes())
    return folder


def run(place: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run something of that environment, from another folder and without our variables."""
    return subprocess.run(
        [str(place / "bin" / command[0]), *command[1:]],
        cwd=place, env={"PATH": "/usr/bin:/bin"}, capture_output=True, text=True, check=False,
    )  # fmt: skip


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


@pytest.mark.parametrize("how", [(), ("--json",)], ids=["tekst", "json"])
def test_the_installed_command_answers_as_the_checkout_does(
    place: Path, how: tuple[str, ...]
) -> None:
    done = run(place, "regelruimte", "toets", "vraag.yaml", *how)
    here = subprocess.run(
        [sys.executable, "-m", "engine", "toets", REQUEST, *how],
        cwd=ROOT, env={"PATH": "/usr/bin:/bin"}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == here.stdout
    assert len(done.stdout) > 500


def test_nothing_of_the_checkout_is_used(place: Path) -> None:
    done = run(place, "python", "-c", MODULES, "vraag.yaml")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert [f for f in found["files"] if f.startswith(str(ROOT))] == []
    own = [f for f in found["files"] if "/engine/" in f]
    assert len(own) > 50
    assert all(f.startswith(str(place)) for f in own)
    rules = Path(found["rules"])
    assert rules.is_relative_to(place)
    assert rules.parts[-2:] == ("engine", "_rules")


def test_the_rules_inside_the_engine_are_those_that_are_read(place: Path) -> None:
    (rules,) = place.glob("lib/python*/site-packages/engine/_rules")
    away = rules.rename(rules.with_name("_weg"))
    try:
        assert run(place, "regelruimte", "toets", "vraag.yaml").returncode != 0
    finally:
        away.rename(rules)


def test_the_plugin_works_from_the_wheel(wheel: Path, tmp_path: Path) -> None:
    """With the rules inside it: a municipality needs no checkout."""
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "installed")
    planted = PLANTED["a cap that hits the more serious case"]
    folder = write(tmp_path, planted.sections)
    (tmp_path / "place.py").write_text("import engine\nprint(engine.__file__)\n", "utf-8")
    options = ["-p", "place", "--regels", str(folder), *DAY, "-k", "uren_gevraagd"]
    path = f"{tmp_path / 'installed'}:{tmp_path}"
    done = run_pytest(tmp_path / "x", *options, PYTHONPATH=path)
    assert str(tmp_path / "installed") in done.stdout
    assert done.returncode == 1, done.stdout + done.stderr
    assert [word for word in planted.told if word not in done.stdout] == []
