"""Files made to hurt: each is refused with a code, within 5 seconds and 512 MB.

They are made here and read in a process of their own, because some of them crash or hang the
library that a careless reader would use.
"""

import re
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bad.hostile import HEAD, HOSTILE
from tests.privilege import WITHOUT_PRIVILEGE

SECONDS, MEGABYTES = 5, 512
ROOT = Path(__file__).resolve().parents[2]
READ = """
import sys
from pathlib import Path
from engine.source.corpus import inspect_corpus
first = {}
for found in inspect_corpus([Path(sys.argv[1])])[1]:
    first.setdefault(found.code, f"{found.code} {found.at.line}:{found.at.column}")
print(*sorted(first.values()), sep=", ")
"""


GENERATED = {code for told, _ in HOSTILE.values() for code in re.findall(r"R\d{3}", told)} | {
    "R018"
}


def limit() -> None:
    size = MEGABYTES * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (size, size))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def read_apart(path: Path, *before: str) -> str:
    done = subprocess.run(
        [*before, sys.executable, "-c", READ, str(path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        preexec_fn=limit,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout.strip()


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_file_is_refused(name: str, tmp_path: Path) -> None:
    expected, make = HOSTILE[name]
    path = tmp_path / "regeling.yaml"
    path.write_bytes(make())
    assert read_apart(path) == expected


def test_missing_folder_is_told(tmp_path: Path) -> None:
    assert read_apart(tmp_path / "niets") == "R018 1:1"


def test_unreadable_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "regeling.yaml"
    path.write_text(HEAD)
    path.chmod(0)
    assert read_apart(path, *WITHOUT_PRIVILEGE) == "R018 1:1"


def test_a_link_to_itself_ends(tmp_path: Path) -> None:
    (tmp_path / "wet").mkdir()
    (tmp_path / "wet" / "regeling.yaml").write_text(HEAD)
    (tmp_path / "wet" / "rond").symlink_to(tmp_path)
    assert read_apart(tmp_path) == ""
