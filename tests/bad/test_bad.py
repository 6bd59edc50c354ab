"""Every broken example gives exactly the diagnostics beside it, and every code has an example."""

import re
from datetime import date
from pathlib import Path

import pytest

from engine.compiler import check_corpus
from engine.errors import CODES, Diagnostic, RuleError, in_order
from engine.hints import HINTS
from engine.service import Regelruimte
from engine.source.corpus import inspect_corpus
from tests.bad.test_hostile import GENERATED

HERE = Path(__file__).parent
ENGINE = HERE.parents[1] / "engine"
EXAMPLES = sorted((HERE / "voorbeelden").glob("*.expected"))
DAY, MUNICIPALITY = date(2026, 9, 1), "GM0000"


def example(expected: Path) -> Path:
    folder = expected.with_suffix("")
    return folder if folder.is_dir() else expected.with_suffix(".yaml")


def diagnostics(root: Path) -> tuple[Diagnostic, ...]:
    corpus, found = inspect_corpus([root])
    if any(not d.is_warning for d in found):
        return found
    program, problems = check_corpus(corpus, DAY, MUNICIPALITY)
    found += problems + (program.notices if program else ())
    return found if any(not d.is_warning for d in found) else found + signal_problems(root)


def signal_problems(root: Path) -> tuple[Diagnostic, ...]:
    try:
        Regelruimte([root]).setting(DAY, MUNICIPALITY)
    except RuleError as error:
        return error.diagnostics
    return ()


def line(found: Diagnostic, root: Path) -> str:
    file = f"{found.at.file}:" if root.is_dir() else ""
    return f"{found.code} {file}{found.at.line}:{found.at.column}"


def codes(paths: list[Path]) -> set[str]:
    return {code for path in paths for code in re.findall(r"\b[RW]\d{3}\b", path.read_text())}


def codes_in_engine() -> set[str]:
    return {
        code
        for folder in ("source", "passes", "backends/signals")
        for path in (ENGINE / folder).glob("*.py")
        for code in re.findall(r"\"([RW]\d{3})\"", path.read_text(encoding="utf-8"))
    }


@pytest.mark.parametrize("expected", EXAMPLES, ids=lambda path: path.stem)
def test_example(expected: Path, update_golden: bool) -> None:
    root = example(expected)
    found = sorted(line(d, root) for d in diagnostics(root))
    if update_golden:
        expected.write_text("\n".join(found) + "\n", encoding="utf-8")
    assert found == sorted(expected.read_text(encoding="utf-8").split("\n")[:-1])


@pytest.mark.parametrize("expected", EXAMPLES, ids=lambda path: path.stem)
def test_example_is_complete(expected: Path) -> None:
    assert example(expected).exists()
    named = re.match(r"[RW]\d{3}", expected.stem)
    assert named is None or named[0] in expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("expected", EXAMPLES, ids=lambda path: path.stem)
def test_messages_read_well(expected: Path) -> None:
    """Lower case, one line, no full stop, no word of Python, and a hint that says what to do."""
    for found in in_order(diagnostics(example(expected))):
        assert found.hint
        assert "\n" not in found.message + found.hint
        assert not found.message.endswith(".")
        assert found.message[0] in "`'" or not found.message[0].isupper()
        assert not re.search(r"\b(None|True|False|dict|list|Text|Mapping|Error)\b", found.message)


def test_what_to_do_is_said_of_codes_that_exist() -> None:
    assert set(HINTS) <= set(CODES)


def test_every_yaml_file_is_an_example() -> None:
    names = {path.stem for path in EXAMPLES}
    present = {
        path.stem for path in (HERE / "voorbeelden").glob("*") if path.suffix != ".expected"
    }
    assert present == names


def test_every_code_has_an_example_and_a_title() -> None:
    shown = codes(EXAMPLES) | set(GENERATED)
    used = codes_in_engine()
    assert used - shown == set(), "codes without an example"
    assert shown - used == set(), "examples of a code that does not exist"
    assert used == {code for code in CODES if code[0] in "RW"}
