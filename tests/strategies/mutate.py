"""The same regulations with a rule less or a rule more."""

from copy import deepcopy
from typing import Any

from tests.strategies.programs import Tree

RELATIONS = ("in_afwijking_van", "sluit_uit", "beperkt", "onverminderd", "bijzonder_van", "na")
EFFECTS = ("dan", "verleent", "sluit_uit", "beperkt", "vult_in")


def without(trees: list[Tree], rule_id: str) -> list[Tree]:
    """Remove a rule, all that names it, and what does nothing any more."""
    made = deepcopy(trees)
    gone = {rule_id}
    while gone:
        articles = {r["bron"]["artikel"] for r in rules_of(made) if r["id"] in gone}
        for tree in made:
            tree["regels"] = [r for r in tree.get("regels", ()) if r["id"] not in gone]
            for rule in tree["regels"]:
                _forget(rule, gone, articles)
        gone = {r["id"] for r in rules_of(made) if not any(key in r for key in EFFECTS)}
    return made


def _forget(rule: Tree, gone: set[str], articles: set[str]) -> None:
    """Drop the relations to rules that are gone; a generated rule has an article of its own."""
    for key in RELATIONS:
        kept = [t for t in rule.pop(key, ()) if not _names(t, gone, articles)]
        if kept:
            rule[key] = kept


def _names(target: Any, gone: set[str], articles: set[str]) -> bool:
    if isinstance(target, str):
        return target in gone
    return target.get("artikel") in articles


def with_rule(trees: list[Tree], regulation: str, **keys: Any) -> list[Tree]:
    """Add a rule to a regulation."""
    made = deepcopy(trees)
    tree = next(t for t in made if t["regeling"] == regulation)
    standard = {"bron": {"artikel": "1"}, "over": "persoon", "toelichting": "Een voorbeeld."}
    tree["regels"].append(standard | keys)
    return made


def rules_of(trees: list[Tree]) -> list[Tree]:
    """All rules of these regulations."""
    return [rule for tree in trees for rule in tree.get("regels", ())]
