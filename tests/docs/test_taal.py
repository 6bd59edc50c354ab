"""The rule language as described is the rule language as it works.

Every YAML block is read with the reader of rule files. Blocks in docs/taal.md carry a mark:
`regels` (compiles), `geval` (gives what it says, with the rules since the last heading),
`fout CODE` (is refused with exactly that code), `hulpvraag` (fits the shipped rules), `stuk`
(only read: a part of a file).
"""

import re
from pathlib import Path

import pytest

from engine.source.formula_parser import FUNCTIONS
from engine.source.keywords import KEYS
from engine.source.yaml_text import read_yaml
from tests.architecture.repository import ROOT
from tests.docs.documents import CodeBlock, blocks, documents, text_of
from tests.docs.mini import differences, problems, write_rules
from tests.strategies.shipped import loaded

TAAL = ROOT / "docs" / "taal.md"
APPENDIX = "## Alle sleutels"
MARKS = re.compile(r"regels|geval|stuk|hulpvraag|fout [RW]\d{3}")
YAML = [block for path in documents() for block in blocks(path, "yaml")]


def of_kind(kind: str) -> list[CodeBlock]:
    return [block for block in blocks(TAAL, "yaml") if block.mark.split(" ")[0] == kind]


def section(block: CodeBlock) -> int:
    """The line of the last heading above a block."""
    lines = text_of(TAAL).splitlines()[: block.line]
    return max(n for n, line in enumerate(lines) if line.startswith("## "))


def rules_for(block: CodeBlock) -> list[CodeBlock]:
    return [r for r in of_kind("regels") if section(r) == section(block) and r.line <= block.line]


def place(block: CodeBlock) -> str:
    return block.place


@pytest.mark.parametrize("block", YAML, ids=place)
def test_every_block_is_read(block: CodeBlock) -> None:
    if block.mark.startswith("fout"):
        return
    for text in block.text.split("\n---\n"):
        _, found = read_yaml(text.encode(), block.place)
        assert list(found) == []


@pytest.mark.parametrize("block", blocks(TAAL, "yaml"), ids=place)
def test_every_block_says_how_it_is_tested(block: CodeBlock) -> None:
    assert MARKS.fullmatch(block.mark)


@pytest.mark.parametrize("block", of_kind("regels"), ids=place)
def test_rules_compile(block: CodeBlock, tmp_path: Path) -> None:
    assert problems(write_rules(tmp_path / "rules", rules_for(block))) == []


@pytest.mark.parametrize("block", of_kind("geval"), ids=place)
def test_cases_come_out_as_described(block: CodeBlock, tmp_path: Path) -> None:
    assert differences(write_rules(tmp_path / "rules", rules_for(block)), block) == []


@pytest.mark.parametrize("block", of_kind("fout"), ids=place)
def test_mistakes_are_refused(block: CodeBlock, tmp_path: Path) -> None:
    found = problems(write_rules(tmp_path / "rules", [block]))
    assert {d.code for d in found} == {block.mark.split(" ")[1]}


@pytest.mark.parametrize("block", of_kind("hulpvraag"), ids=place)
def test_requests_fit_the_shipped_rules(block: CodeBlock) -> None:
    engine = loaded()
    engine.case(engine.lees_hulpvraag(block.text.encode(), block.place))


def test_every_key_is_explained_in_the_text() -> None:
    """Not only in the table at the end."""
    text = text_of(TAAL).partition(APPENDIX)[0]
    words = set(
        re.findall(r"[a-z_]+", " ".join(re.findall(r"`[^`\n]+`|^.*: .*$|^\s*\w+:$", text, re.M)))
    )
    known = {key for keys in KEYS.values() for key in keys}
    assert sorted(known - words) == []


def test_every_function_is_explained() -> None:
    text = text_of(TAAL)
    assert [f for f in sorted(FUNCTIONS) if f"`{f}(" not in text] == []


def table() -> str:
    """All keys per construct, from the one list of keys."""
    parts = []
    for kind, keys in KEYS.items():
        rows = [f"| `{key}` | {words} |" for key, words in sorted(keys.items())]
        parts.append(
            "\n".join(
                [f"### {kind.__name__}", "", "| sleutel | wat hij zegt |", "|---|---|", *rows]
            )
        )
    return "\n\n".join(parts) + "\n"


def test_the_table_of_keys_is_the_list_of_keys(update_golden: bool) -> None:
    before, _, after = text_of(TAAL).partition(APPENDIX)
    intro, _, found = after.partition("\n\n### ")
    if update_golden:
        TAAL.write_text(f"{before}{APPENDIX}{intro}\n\n{table()}", encoding="utf-8")
        return
    assert "### " + found == table()
