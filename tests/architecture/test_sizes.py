"""A file can be read in one sitting and a function on one screen."""

import ast
from pathlib import Path

import pytest

from tests.architecture.repository import ROOT, files, name

SOFT, HARD, FUNCTION = 400, 600, 60

# Files between the soft and the hard limit, each with the reason why it is not split.
# A file that shrinks again has to leave this list.
LONG: dict[str, str] = {}


def length(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def too_long(paths: list[Path], limit: int) -> list[str]:
    return [f"{name(path)}: {length(path)}" for path in paths if length(path) > limit]


def long_functions(paths: list[Path]) -> list[str]:
    found = []
    for path in paths:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                continue
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > FUNCTION:
                found.append(f"{name(path)}:{node.lineno} {node.name}: {lines}")
    return found


def measured() -> list[Path]:
    return files(".py", ".yaml", ".lark", ".sh", ".html", ".css", ".js")


def test_no_file_above_the_hard_limit() -> None:
    assert too_long(measured(), HARD) == []


def test_soft_limit_has_a_reason() -> None:
    above = {name(path) for path in measured() if SOFT < length(path) <= HARD}
    assert above == set(LONG)


def test_no_long_function() -> None:
    assert long_functions(files(".py", under=("engine/", "api/"))) == []


@pytest.mark.parametrize(("lines", "found"), [(HARD, 0), (HARD + 1, 1)])
def test_the_size_check_counts(tmp_path: Path, lines: int, found: int) -> None:
    sample = tmp_path / "sample.py"
    sample.write_text("x = 1\n" * lines, encoding="utf-8")
    assert len(too_long([sample], HARD)) == found


@pytest.mark.parametrize(("lines", "found"), [(FUNCTION - 1, 0), (FUNCTION, 1)])
def test_the_function_check_counts(tmp_path: Path, lines: int, found: int) -> None:
    sample = tmp_path / "sample.py"
    sample.write_text("def f():\n" + "    x = 1\n" * lines, encoding="utf-8")
    assert len(long_functions([sample])) == found


def test_something_is_measured() -> None:
    assert ROOT / "engine" / "__init__.py" in measured()
