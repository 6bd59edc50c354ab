"""Whatever comes in, the answer is a request or a list of problems, never a crash."""

import contextlib
import json
from typing import Any

import yaml
from hypothesis import event, given
from hypothesis import strategies as st

from engine.errors import CaseError
from engine.ir.case import Case
from engine.source.cases import build_case
from engine.source.requests import read_request, request_data
from tests.requests.programs import FULL, program

PROGRAM = program()
DATA = yaml.load(FULL, Loader=yaml.BaseLoader)


def words(node: Any) -> set[str]:
    """Every key and value of the example: what makes random input nearly right."""
    if isinstance(node, dict):
        return set(node) | set().union(*map(words, node.values()))
    return set().union(*map(words, node)) if isinstance(node, list) else {str(node)}


WORDS = st.sampled_from(sorted(words(DATA)))
LEAVES = WORDS | st.text(max_size=12) | st.integers(-3, 3000).map(str)
TREES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(WORDS | st.text(max_size=5), inner, max_size=4)
    ),
    max_leaves=12,
)


def attempt(data: bytes, name: str) -> Case | None:
    """A case, or None when there were problems; both are fine."""
    with contextlib.suppress(CaseError):
        request = read_request(data, name)
        assert read_request(json.dumps(request_data(request)).encode(), "-") == request
        return build_case(request, PROGRAM)
    return None


def paths(node: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    if isinstance(node, dict | list):
        keys = node if isinstance(node, dict) else range(len(node))
        return [path, *(p for key in keys for p in paths(node[key], (*path, key)))]
    return [path]


@given(st.sampled_from(paths(DATA)[1:]), TREES)
def test_one_part_replaced(path: tuple[Any, ...], part: Any) -> None:
    data = json.loads(json.dumps(DATA))
    parent = data
    for step in path[:-1]:
        parent = parent[step]
    parent[path[-1]] = part
    event("case" if attempt(json.dumps(data).encode(), "-") else "problems")


@given(TREES)
def test_any_tree(tree: Any) -> None:
    attempt(json.dumps(tree).encode(), "vraag.json")
    attempt(yaml.safe_dump(tree, allow_unicode=True).encode(), "vraag.yaml")


@given(st.integers(0, len(FULL) - 1), st.text(max_size=3))
def test_text_changed_somewhere(place: int, new: str) -> None:
    text = FULL[:place] + new + FULL[place + 1 :]
    case = attempt(text.encode("utf-8", "surrogatepass"), "vraag.yaml")
    event("case" if case else "problems")


@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    attempt(data, "vraag.yaml")
    attempt(data, "vraag.json")
    attempt(b"{" + data, "-")
