"""A case with one thing left out, to find what an example does not need."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from engine.ir.case import Case

KINDS = ("judgements", "facts", "children")


def parts_of_case(case: Case) -> Iterator[tuple[str, Any]]:
    """Everything that may be left out: judgements, facts, and lists that say they are empty."""
    for kind in KINDS:
        held = getattr(case, kind)
        yield from ((kind, key) for key in held if kind != "children" or not held[key])


def without(case: Case, kind: str, key: Any) -> Case:  # noqa: ANN401 a key of that part
    """The case without one of these."""
    if kind == "facts":
        return replace(case, facts={k: v for k, v in case.facts.items() if k != key})
    if kind == "judgements":
        return replace(case, judgements={k: v for k, v in case.judgements.items() if k != key})
    return replace(case, children={k: v for k, v in case.children.items() if k != key})
