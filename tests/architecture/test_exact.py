"""The engine computes exactly and reads no clock; nothing silences the type checker."""

import ast
import re
from pathlib import Path

import pytest

from tests.architecture.repository import files, name

CLOCKS = {"today", "now", "utcnow", "time", "localtime", "gmtime", "fromtimestamp"}
CLOCK_OWNERS = {"datetime", "date", "time"}
SILENCE = re.compile(r"#\s*type:\s*ignore|#\s*mypy:\s*(ignore|disable)|#\s*noqa(?!:\s?[A-Z])")


def machine_floats(tree: ast.AST) -> list[int]:
    """Lines with a float literal, a call of float() or a float annotation.

    `isinstance(x, float)` is allowed: refusing a float is the point.
    """
    asked = {
        id(part)
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "isinstance"
        for argument in call.args[1:]
        for part in ast.walk(argument)
    }
    return [
        node.lineno
        for node in ast.walk(tree)
        if (isinstance(node, ast.Constant) and isinstance(node.value, float))
        or (isinstance(node, ast.Name) and node.id == "float" and id(node) not in asked)
    ]


def clock_reads(tree: ast.AST) -> list[int]:
    """Lines that ask the machine what day or time it is."""
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and node.attr in CLOCKS
        and (getattr(node.value, "id", getattr(node.value, "attr", "")) in CLOCK_OWNERS)
    ]


def engine_files() -> list[Path]:
    return files(".py", under=("engine/",))


def offences(check: str) -> list[str]:
    find = {"floats": machine_floats, "clocks": clock_reads}[check]
    return [
        f"{name(path)}:{line}"
        for path in engine_files()
        for line in find(ast.parse(path.read_text(encoding="utf-8")))
    ]


@pytest.mark.parametrize("check", ["floats", "clocks"])
def test_engine_is_exact_and_timeless(check: str) -> None:
    assert offences(check) == []


def test_nothing_silences_the_type_checker() -> None:
    found = [
        f"{name(path)}:{number}"
        for path in files(".py", under=("engine/", "api/"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if SILENCE.search(line)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("source", "wrong"),
    [
        ("x = 0.5", True),
        ("def f(a: float) -> None: ...", True),
        ("x = float('1')", True),
        ("isinstance(x, float)", False),
        ("isinstance(x, (int, float))", False),
        ("x = Fraction(1, 2)", False),
    ],
)
def test_float_check(source: str, wrong: bool) -> None:
    assert bool(machine_floats(ast.parse(source))) is wrong


@pytest.mark.parametrize(
    ("source", "wrong"),
    [
        ("date.today()", True),
        ("datetime.datetime.now(tz)", True),
        ("time.time()", True),
        ("case.peildatum", False),
        ("period.today", False),
    ],
)
def test_clock_check(source: str, wrong: bool) -> None:
    assert bool(clock_reads(ast.parse(source))) is wrong


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("x = 1  # type: " + "ignore[misc]", True),
        ("x = 1  # no" + "qa", True),
        ("x = 1  # noqa: E501", False),
    ],
)
def test_silence_check(line: str, wrong: bool) -> None:
    assert bool(SILENCE.search(line)) is wrong
