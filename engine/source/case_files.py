"""Case files: a request with what the law gives for it, and variants of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.errors import CaseError, Diagnostic
from engine.model.request import Hulpvraag
from engine.origin import Origin
from engine.source.changes import changed, dangling
from engine.source.formula_errors import close_to
from engine.source.nodes import Items, Mapping, Node, Text
from engine.source.requests import request_from_tree
from engine.source.yaml_text import read_yaml

KEYS = ("id", "naam", "bron", "redenering", "hulpvraag", "verwacht", "varianten")
NEEDED = KEYS[:-1]
EXPECTED = (
    "uitkomsten",
    "oplossingen",
    "voornemens",
    "signalen",
    "vragen",
    "termijnen",
    "behoeften",
    "plannen",
)
VARIANT = ("naam", "wijzig", "verwacht")


@dataclass(frozen=True, kw_only=True)
class Geval:
    """One case to run: the case of a file itself, or one of its variants."""

    id: str
    naam: str
    bron: Any
    redenering: str
    hulpvraag: Hulpvraag
    verwacht: dict[str, Any]
    herkomst: Origin


def case_paths(folders: Sequence[Path]) -> list[Path]:
    """All case files below these folders, sorted; a file stands for itself."""
    found: list[Path] = []
    for folder in folders:
        if folder.is_file():
            found.append(folder)
        else:
            below = folder.glob("*.yaml") if folder.name == "gevallen" else ()
            found += [*below, *folder.rglob("gevallen/*.yaml")]
    return sorted(set(found))


def read_cases(path: Path, name: str) -> list[Geval]:
    """Read a case file: the case and its variants.

    Raises:
        CaseError: C2xx for the file, C1xx for the requests in it; all problems at once.
    """
    tree, found = read_yaml(path.read_bytes(), name)
    if not isinstance(tree, Mapping) or found:
        raise CaseError(found or [_problem("C201", "dit is geen gevalbestand", Origin(name))])
    problems = list(_check(tree))
    if problems:
        raise CaseError(problems)
    return list(_cases(tree))


def _problem(code: str, message: str, at: Origin, hint: str = "") -> Diagnostic:
    return Diagnostic(code=code, message=message, at=at, hint=hint)


def _check(tree: Mapping) -> Iterator[Diagnostic]:
    yield from _check_keys(tree, KEYS, "een geval")
    for key in NEEDED:
        if key not in tree:
            yield _problem("C203", f"een geval heeft `{key}` nodig", tree.origin)
    yield from _check_expected(tree)
    written = tree.get("varianten", Items(tree.origin))
    if not isinstance(written, Items) or len(_variants(tree)) < len(written):
        yield _problem("C203", "`varianten` is een lijst van blokken", _place(tree, "varianten"))
    for variant in _variants(tree):
        yield from _check_keys(variant, VARIANT, "een variant")
        if not set(VARIANT) <= set(variant):
            yield _problem(
                "C203", "een variant heeft naam, wijzig en verwacht nodig", variant.origin
            )
            continue
        yield from _check_expected(variant)
        yield from dangling(_node(tree, "hulpvraag"), _node(variant, "wijzig"))


def _check_keys(tree: Mapping, known: Sequence[str], what: str) -> Iterator[Diagnostic]:
    for key in tree:
        if key not in known:
            hint = close_to(str(key), known) or f"kies uit {', '.join(known)}"
            yield _problem("C202", f"`{key}` hoort niet bij {what}", _place(tree, key), hint)


def _place(tree: Mapping, key: object) -> Origin:
    """Where a key stands; a key that is not there stands where the block begins."""
    return next((k.origin for k in tree if k == key and isinstance(k, Text)), tree.origin)


def _variants(tree: Mapping) -> list[Mapping]:
    written = tree.get("varianten", Items(tree.origin))
    return [v for v in written if isinstance(v, Mapping)] if isinstance(written, Items) else []


def _check_expected(tree: Mapping) -> Iterator[Diagnostic]:
    if "verwacht" not in tree:
        return
    expected, at = tree["verwacht"], _place(tree, "verwacht")
    if not isinstance(expected, Mapping):
        yield _problem("C204", "verwacht noemt geen uitkomst of trede", at)
        return
    yield from _check_keys(expected, EXPECTED, "verwacht")
    if not set(expected) & {"uitkomsten", "oplossingen", "voornemens", "termijnen", "behoeften"}:
        yield _problem("C204", "verwacht noemt geen uitkomst of trede", at)
    signals = expected.get("signalen")
    if not isinstance(signals, Mapping) or "uit" not in signals:
        yield _problem("C205", "verwacht noemt geen signalen die uit blijven", at)


def _cases(tree: Mapping) -> Iterator[Geval]:
    request, expected = _node(tree, "hulpvraag"), _node(tree, "verwacht")
    yield _case(tree, request, expected, "", tree.origin)
    for variant in _variants(tree):
        other = changed(request, _node(variant, "wijzig"))
        expected = _node(variant, "verwacht")
        yield _case(tree, other, expected, str(variant["naam"]), variant.origin)


def _node(tree: Mapping, key: str) -> Node:
    node = tree.get(key)
    return node if isinstance(node, Mapping | Items | Text) else Mapping(tree.origin)


def _case(tree: Mapping, request: Node, expected: Node, variant: str, at: Origin) -> Geval:
    name = str(tree["naam"])
    return Geval(
        id=str(tree["id"]) + (f" ({variant})" if variant else ""),
        naam=f"{name}: {variant}" if variant else name,
        bron=plain(tree["bron"]),
        redenering=str(tree["redenering"]),
        hulpvraag=request_from_tree(request),
        verwacht=plain(expected),
        herkomst=at,
    )


def plain(node: object) -> Any:  # noqa: ANN401 any YAML data
    """Nodes as ordinary data; every scalar stays text."""
    if isinstance(node, Mapping):
        return {str(k): plain(v) for k, v in node.items()}
    if isinstance(node, Items):
        return [plain(item) for item in node]
    return str(node)
