"""Which facts can take part in a match at all; only those are given to the library.

A signal can only fire when each of its conditions has a fact. Most facts of a case meet conditions
of signals that lack another; leaving those out keeps the library fast and inside its limits.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import prod

from engine.backends.signals.compile import Allowed, Condition, SignalRule
from engine.backends.signals.facts import NetFact
from engine.errors import InternalError

MAX_FACTS = 2_000
MAX_COMBINATIONS = 200_000

# Tested first, because it tells most facts of a kind apart.
_FIRST = ("begrip", "naam", "id", "soort", "rang", "karakter", "regeling", "paragraaf", "artikel")


@dataclass(frozen=True, slots=True)
class _Entry:
    """A condition by number: what is left to test after its first field, and fields it needs."""

    number: int
    allowed: Allowed
    needs: tuple[str, ...]

    def meets(self, fields: Mapping[str, str]) -> bool:
        """Whether a fact with these fields meets the condition, joins aside."""
        for name, values in self.allowed:
            if fields.get(name) not in values:
                return False
        return all(map(fields.__contains__, self.needs))


class Relevance:
    """Finds the relevant facts for a group of signals."""

    def __init__(self, rules: Sequence[SignalRule]) -> None:
        """Index the conditions by kind, then by their most telling field and its values."""
        self._numbers: list[tuple[SignalRule, range]] = []
        self._total = 0
        self._by_value: dict[str, dict[str, dict[str, list[_Entry]]]] = {}
        self._others: dict[str, list[_Entry]] = {}
        for rule in rules:
            numbers = range(self._total, self._total + len(rule.conditions))
            self._numbers.append((rule, numbers))
            self._total += len(rule.conditions)
            for number, condition in zip(numbers, rule.conditions, strict=True):
                self._enter(number, condition)

    def _enter(self, number: int, condition: Condition) -> None:
        fields = self._by_value.setdefault(condition.kind, {})
        needs = tuple(name for name, _ in condition.binds)
        allowed = by_telling(condition.allowed)
        if not allowed:
            self._others.setdefault(condition.kind, []).append(_Entry(number, (), needs))
            return
        (name, values), rest = allowed[0], allowed[1:]
        for value in values:
            fields.setdefault(name, {}).setdefault(value, []).append(_Entry(number, rest, needs))

    def select(self, facts: Sequence[NetFact]) -> list[int]:
        """Indices of the facts that may take part in a match, in order.

        Raises:
            InternalError: so many facts or combinations that the library could stall.
        """
        met: list[list[int]] = [[] for _ in range(self._total)]
        for index, fact in enumerate(facts):
            for entry in self._candidates(fact):
                if entry.meets(fact.fields):
                    met[entry.number].append(index)
        chosen: set[int] = set()
        for rule, numbers in self._numbers:
            found = [met[number] for number in numbers]
            if all(found):
                if prod(map(len, found)) > MAX_COMBINATIONS:
                    message = f"te veel combinaties van feiten voor signaal `{rule.id}`"
                    raise InternalError(message)
                chosen.update(*found)
        if len(chosen) > MAX_FACTS:
            raise InternalError(f"te veel feiten voor het vangnet: {len(chosen)}")
        return sorted(chosen)

    def _candidates(self, fact: NetFact) -> list[_Entry]:
        """Conditions whose first field the fact meets."""
        found = self._others.get(fact.kind, [])
        for name, by_value in self._by_value.get(fact.kind, {}).items():
            if (value := fact.fields.get(name)) in by_value:
                found = found + by_value[value]
        return found


def by_telling(allowed: Iterable[tuple[str, frozenset[str]]]) -> Allowed:
    """The restricted fields, single values before lists, telling fields before others."""

    def key(pair: tuple[str, frozenset[str]]) -> tuple[bool, int, str]:
        name, values = pair
        place = _FIRST.index(name) if name in _FIRST else len(_FIRST)
        return len(values) > 1, place, name

    return tuple(sorted(allowed, key=key))
