"""Text stays text, every node knows its place, and what may not be there is refused."""

import pytest

from engine.origin import Origin
from engine.source.nodes import Items, Mapping, Text, key_origin
from engine.source.yaml_text import MAX_BYTES, MAX_DEPTH, read_yaml


def tree(text: str) -> Mapping:
    node, found = read_yaml(text.encode(), "f")
    assert found == []
    assert isinstance(node, Mapping)
    return node


def codes(data: bytes) -> list[str]:
    return [d.code for d in read_yaml(data, "f")[1]]


@pytest.mark.parametrize(
    "word", ["3:2", "no", "010", "1e3", "0x1F", "~", "null", "true", "2026-02-30", ".5", "1_000"]
)
def test_every_scalar_is_text(word: str) -> None:
    assert tree(f"a: {word}\n") == {"a": word}


def test_places_of_nodes() -> None:
    node = tree("a:\n  - {b: c, d: [e]}\n")
    items = node["a"]
    assert isinstance(items, Items)
    inner = items[0]
    assert isinstance(inner, Mapping)
    assert key_origin(node, "a") == Origin("f", 1, 1)
    assert inner.origin == Origin("f", 2, 5)
    assert key_origin(inner, "d") == Origin("f", 2, 12)
    assert inner["b"].origin == Origin("f", 2, 9)


def place(text: str, word: str) -> tuple[int, int]:
    """Where the word stands according to the scalar under `a`."""
    scalar = tree(text)["a"]
    assert isinstance(scalar, Text)
    at = scalar.locator()(scalar.index(word))
    return at.line, at.column


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: x + zoek\n", (1, 8)),
        ("a: 'x + zoek'\n", (1, 9)),
        ('a: "x + zoek"\n', (1, 9)),
        ("a: 'it''s zoek'\n", (1, 11)),
        ("a: x +\n  zoek\n", (2, 3)),
        ("a: 'x\n\n  zoek'\n", (3, 3)),
        ("a: >-\n  x +\n    y\n  zoek\n", (4, 3)),
        ("a: |\n\n  x\n  y zoek\n", (4, 5)),
        ("a: > # uitleg\n  x\n  zoek\n", (3, 3)),
        ("a: é é zoek\n", (1, 8)),
        ("{b: c, a: x zoek}\n", (1, 13)),
    ],
)
def test_places_inside_a_scalar(text: str, expected: tuple[int, int]) -> None:
    assert place(text, "zoek") == expected


def test_place_after_the_end() -> None:
    scalar = tree("a: >-\n  x +\n  y\n")["a"]
    assert isinstance(scalar, Text)
    assert scalar.locator()(len(scalar)) == Origin("f", 3, 4)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: x # uitleg\n", True),
        ("{a: x # uitleg\n}\n", True),
        ("a: x\n# uitleg\n", False),
        ("a: 'x' # uitleg\n", False),
        ("a: x#1\n", False),
        ("{a: x} # uitleg\n", False),
    ],
)
def test_a_comment_behind_a_scalar_is_known(text: str, expected: bool) -> None:
    scalar = tree(text)["a"]
    assert isinstance(scalar, Text)
    assert scalar.commented is expected


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"a: b\xff\n", "R002"),
        (b"\xef\xbb\xbfa: b\n", "R003"),
        (b"a: \x00\n", "R004"),
        (b"a: \x1b[0m\n", "R004"),
        ("a: \u202eb\n".encode(), ""),
        (b"a: 'b\n", "R005"),
        (b"a: !!str b\n", "R009"),
        (b"%YAML 1.1\n---\na: b\n", "R009"),
        (b"a: b\n---\nc: d\n", "R010"),
        (b"", "R011"),
        (b"# niets\n", "R011"),
        (b"a: b\na: c\n", "R012"),
        (b"? [a]\n: b\n", "R013"),
        (b"a:\n", "R101"),
        (b'a: ""\n', "R101"),
        (b"a: [b, ]\n", ""),
        (b"a: [b, , c]\n", "R005"),
        (b"- \n", "R101"),
    ],
)
def test_refusals(data: bytes, code: str) -> None:
    assert codes(data) == ([code] if code else [])


def test_alias_and_anchor_are_both_told() -> None:
    node, found = read_yaml(b"a: &x [1]\nb: *x\n", "f")
    assert [(d.code, d.at.line, d.at.column) for d in found] == [("R008", 1, 4), ("R008", 2, 4)]
    assert node == {"a": ["1"], "b": ""}


def test_all_problems_of_a_file_at_once() -> None:
    assert codes(b"a: !x b\na: c\nd:\ne: &f g\n") == ["R009", "R012", "R101", "R008"]


def test_a_byte_order_mark_does_not_shift_places() -> None:
    node, _ = read_yaml(b"\xef\xbb\xbfa: b\n", "f")
    assert isinstance(node, Mapping)
    assert key_origin(node, "a") == Origin("f", 1, 1)


@pytest.mark.parametrize(("depth", "code"), [(MAX_DEPTH - 1, []), (MAX_DEPTH, ["R006"])])
def test_depth_limit(depth: int, code: list[str]) -> None:
    assert codes(b"a: " + b"[" * depth + b"x" + b"]" * depth) == code


def test_size_limit() -> None:
    line = b"# " + b"x" * 97 + b"\n"
    full = line * (MAX_BYTES // 100)
    assert codes(full) == ["R011"]
    assert codes(full + b"#") == ["R001"]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("vraag: Wat is dit: een vraag\n", "aanhalingstekens"),
        ("vraag: {a: b: c}\n", "aanhalingstekens"),
        ("a: @x\n", "aanhalingstekens"),
        ("a:\n\tb: c\n", "spaties"),
        ("a: [b\nc: d\n", "haak"),
        ("a:\n  b: c\n d: e\n", "onder elkaar"),
        ("a: * 3\n", "aanhalingstekens"),
    ],
)
def test_syntax_errors_say_what_to_do(text: str, word: str) -> None:
    [problem] = read_yaml(text.encode(), "f")[1]
    assert problem.code == "R005"
    assert word in problem.hint
