"""Looking up indexed amounts and finding connected components."""

from collections.abc import Mapping, Sequence
from datetime import date

from engine.ir.case import CASE, Absent
from engine.ir.declarations import Amount
from engine.result.algebra import as_needs
from engine.result.outcomes import NOTHING, Gap, Known, Leaf, Outcome
from engine.result.steps import Group
from engine.values import Value


def amount_on(amount: Amount, day: Value | Absent) -> Outcome:
    """The value on a day: before the first entry or where unknown geen_waarde, later verlopen."""
    if not isinstance(day, date):
        return Gap("geen_waarde", amount.name, CASE)
    if amount.until is not None and day > amount.until:
        return Gap("verlopen", amount.name, CASE)
    value = None
    for start, entry in amount.entries:
        if start <= day:
            value = entry
    return Gap("geen_waarde", amount.name, CASE) if value is None else Known(value)


def components(
    persons: Sequence[str], edges: Mapping[tuple[str, str], Outcome]
) -> dict[str, Group]:
    """Group persons that are surely together; an open edge between two groups marks both.

    Args:
        persons: ids, in any order.
        edges: truth of the edge per ordered pair; either direction joins.

    Returns:
        Per person the group; its name is the smallest id in it.
    """
    root = {p: p for p in persons}

    def find(person: str) -> str:
        while root[person] != person:
            person = root[person]
        return person

    for (a, b), truth in sorted(edges.items()):
        if isinstance(truth, Known) and truth.value:
            low, high = sorted((find(a), find(b)))
            root[high] = low
    needs: dict[str, frozenset[Leaf]] = {}
    reserve: dict[str, frozenset[Leaf]] = {}
    for (a, b), truth in edges.items():
        together = find(a) == find(b)
        for side in {find(a), find(b)}:
            if isinstance(truth, Known) and truth.value is together:
                reserve[side] = reserve.get(side, NOTHING) | truth.reserve
            elif not isinstance(truth, Known) and not together:
                needs[side] = needs.get(side, NOTHING) | as_needs(truth)
    members = {
        name: tuple(sorted(p for p in persons if find(p) == name)) for name in root.values()
    }
    groups = {
        name: Group(name, found, needs.get(name, NOTHING), reserve.get(name, NOTHING))
        for name, found in members.items()
        if found
    }
    return {p: groups[find(p)] for p in persons}
