"""Whatever is in a file: it is read, or refused with a code and a place in that file; no crash."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from engine.source.corpus import SourceFile, read_files
from engine.source.keywords import KEYS

RULES = Path(__file__).resolve().parents[2] / "rules"
TEXTS = [
    path.read_text(encoding="utf-8")[:5000]
    for path in sorted(RULES.rglob("*.yaml"))
    if not {"gevallen", "_schema"} & set(path.parts)
]
WORDS = st.sampled_from(
    [
        "[", "]", "{", "}", ": ", "- ", "\n", "  ", ",", "'", '"', "|", ">", "&a", "*a", "!x", "#",
        "%", "?", "<<", "\t", "\0", "é", "\u2028", "~", "ja", "als", "(", ";", "3", "2026-01-01",
        "[a, b]", "{a: b}", "{alle: [a]}", "{waarde: 3}", "0..3", "herkomst", "rest", "voor",
    ]
)  # fmt: skip
HEAD = "regeling: proef\nnaam: Proef\nsoort: wet\n"
NAMES = st.sampled_from(sorted({key for keys in KEYS.values() for key in keys}))
LEAVES = st.sampled_from(["ja", "3", "a", "a en b", "2026-01-01", "0..3", "ja_nee", "''", "wet"])
NODES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda parts: f"[{', '.join(parts)}]"),
        st.dictionaries(NAMES, inner, max_size=4).map(
            lambda pairs: "{" + ", ".join(f"{k}: {v}" for k, v in pairs.items()) + "}"
        ),
    ),
    max_leaves=12,
)


def check(text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    _, found = read_files([SourceFile("proef", "proef.yaml", data, head=True)])
    lines = len(text.replace("\r", "\n").replace("\u2028", "\n").split("\n")) + 1
    for diagnostic in found:
        assert diagnostic.message
        assert diagnostic.at.file == "proef.yaml"
        assert 1 <= diagnostic.at.line <= lines
        assert diagnostic.at.column >= 1


@given(st.text())
def test_any_text(text: str) -> None:
    check(text)


@given(st.sampled_from(TEXTS), st.lists(st.tuples(st.integers(0, 4999), WORDS), max_size=4))
def test_shipped_text_with_something_in_it(text: str, changes: list[tuple[int, str]]) -> None:
    for place, word in changes:
        text = text[:place] + word + text[place:]
    check(text)


@given(st.sampled_from(TEXTS), st.integers(0, 4999), st.integers(1, 40))
def test_shipped_text_with_something_taken_out(text: str, place: int, length: int) -> None:
    check(text[:place] + text[place + length :])


@given(st.dictionaries(NAMES, NODES, max_size=4))
def test_any_value_under_any_key(pairs: dict[str, str]) -> None:
    names = ("regeling", "naam", "soort")
    body = "".join(f"{key}: {value}\n" for key, value in pairs.items() if key not in names)
    check(HEAD + body)


@given(NAMES, NODES, st.sampled_from(["regels", "begrippen", "open_normen", "signalen"]))
def test_any_value_in_an_item(name: str, value: str, section: str) -> None:
    item = f"{{{name}: {value}}}"
    wrapped = f"[{item}]" if section in ("regels", "signalen") else f"{{x: {item}}}"
    check(f"{HEAD}{section}: {wrapped}\n")
