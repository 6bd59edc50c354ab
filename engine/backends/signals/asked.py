"""Which values of a field some signal asks for, so that only those are told to the net."""

from collections.abc import Iterable, Mapping

from engine.backends.signals.compile import SignalRule

Asked = Mapping[str, frozenset[str] | None]
"""Per name the values that some signal asks of it; None stands for any value."""


def asked_of(rules: Iterable[SignalRule], kind: str, name: str) -> Asked:
    """Of facts of this kind: per name in the field `name` the values that are asked for."""
    found: dict[str, frozenset[str] | None] = {}
    for rule in rules:
        for condition in rule.conditions:
            allowed = dict(condition.allowed)
            if condition.kind != kind:
                continue
            values = allowed.get("waarde")
            for one in allowed.get(name, ()):
                known = found.get(one, frozenset())
                found[one] = None if values is None or known is None else known | values
    return found
