"""What if: the same request with something filled in or changed, and what that does.

Changes are written as in the variants of case files: a path such as `personen.p1.inkomen` and a
value, `~` takes away. They go through the reader of requests, so a wrong one is told like any.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from engine.decide.receipt import canonical_json, plain
from engine.errors import CaseError
from engine.model.request import Hulpvraag
from engine.result.toets import Toets
from engine.service.differences import Verschil, differences
from engine.source.changes import changed, dangling
from engine.source.json_text import read_json
from engine.source.nodes import Node
from engine.source.requests import request_data, request_from_tree

JUDGED = "beoordelingen"
SHOWN: Mapping[str, tuple[str, ...]] = {
    "behoeften": ("id", "gedekt", "resteert", "oplossingen"),
    "oplossingen": ("id", "trede", "uitkomst", "nodig", "delen"),
    "voornemens": ("id", "bevoegdheid", "karakter", "nodig"),
    "uitkomsten": ("status", "waarde", "nodig", "voorlopig", "soort_gat"),
    "signalen": ("id", "over"),
    "vragen": ("naam", "over", "vraag"),
    "termijnen": ("id", "over", "tot", "status"),
}
"""What is compared: what comes out, not how; per part of the answer the keys that count."""
Changes = Mapping[str, object]


def changed_request(
    request: Hulpvraag, changes: Changes, judgements: Sequence[Mapping[str, Any]] = ()
) -> Hulpvraag:
    """The request with these changes; a judgement replaces an earlier one on the same.

    Raises:
        CaseError: a change does not fit a request; all at once.
    """
    data = request_data(request)
    if judgements:
        old = data.get(JUDGED, ())
        kept = [one for one in old if not any(_same(one, new) for new in judgements)]
        data[JUDGED] = [*kept, *judgements]
    tree, wanted = _tree(data), _tree(dict(changes))
    wrong = list(dangling(tree, wanted))
    if wrong:
        raise CaseError(wrong)
    return request_from_tree(changed(tree, wanted))


def _same(one: Mapping[str, Any], two: Mapping[str, Any]) -> bool:
    """Whether two judgements answer one question, however fully each names it."""
    norms = str(one.get("oordeel")), str(two.get("oordeel"))
    about = str(one.get("over")), str(two.get("over"))
    return _alike(*norms, ".") and _alike(*about, ":")


def _alike(one: str, two: str, mark: str) -> bool:
    """Whether two names are the same; either may leave out what stands before the mark."""
    if mark in one and mark in two:
        return one == two
    return one.rpartition(mark)[2] == two.rpartition(mark)[2]


def _tree(data: dict[str, Any]) -> Node:
    tree, _ = read_json(canonical_json(data), "wijziging")
    if tree is None:  # what we wrote ourselves can be read
        raise AssertionError
    return tree


def what_changes(before: Toets, after: Toets) -> tuple[Verschil, ...]:
    """Where two answers differ, in what they say."""
    return tuple(differences(_told(before), _told(after)))


def _told(toets: Toets) -> dict[str, Any]:
    data = plain(toets)
    told: dict[str, Any] = {
        part: [_kept(item, part) for item in data.get(part, ())]
        for part in ("behoeften", "voornemens", "signalen", "vragen", "termijnen")
    }
    told["uitkomsten"] = {
        inst: {name: _kept(outcome, "uitkomsten") for name, outcome in row.items()}
        for inst, row in data.get("uitkomsten", {}).items()
    }
    return told


def _kept(item: Mapping[str, Any], part: str) -> dict[str, Any]:
    kept = {key: item[key] for key in SHOWN[part] if key in item}
    if "oplossingen" in kept:
        kept["oplossingen"] = [_kept(below, "oplossingen") for below in kept["oplossingen"]]
    return kept
