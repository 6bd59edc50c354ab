"""Values near which outcomes change: what rules compare with, and the ages that count."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction

from engine.ir import nodes
from engine.ir.fold import walk
from engine.testing.cases import Pools, expressions
from engine.values import Duration, Number, Value, add_duration

STEPS: Mapping[str, Number] = {
    "bedrag": 100,
    "procent": Fraction(1, 100),
}  # a euro in cents, a percent


@dataclass
class Boundaries(Pools):
    """Also the dated amounts that rules compare with, and the days on which ages are reached.

    Attributes:
        known: what is near, of the facts of which that was asked.
    """

    known: dict[str, tuple[Value, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Add what stands in amounts to what stands in formulas."""
        super().__post_init__()
        read = {n.name for e in expressions(self.program) for n in walk(e)
                if isinstance(n, nodes.AmountRef)}  # fmt: skip
        for name in read:
            value = self._today(name)
            if value is not None:
                kind = self.program.amounts[name].type.kind
                self.found.setdefault(kind, set()).add(value)

    def near(self, fact: str) -> tuple[Value, ...]:
        """Numbers on and around what rules compare this fact with, or cap it at; often none."""
        if fact not in self.known:
            self.known[fact] = self._near(fact)
        return self.known[fact]

    def _near(self, fact: str) -> tuple[Value, ...]:
        found = set(self._caps(fact))
        for node in (n for e in expressions(self.program) for n in walk(e)):
            if isinstance(node, nodes.Compare) and _names(node, fact):
                for part in (node.left, node.right):
                    found |= set(self._bound(part))
        step = STEPS.get(self.program.facts[fact].type.kind, 1)
        return tuple(sorted({v + d for v in found for d in (-step, 0, step) if v + d >= 0}))

    def _caps(self, fact: str) -> Iterator[Number]:
        """What a lower rule holds a concept to that is this fact."""
        for begrip in self.program.begrippen.values():
            if not any(_is(candidate.value, fact) for candidate in begrip.candidates):
                continue
            for node in (n for change in begrip.changes for n in walk(change.value)):
                if isinstance(node, nodes.Call) and node.name in ("minimum", "maximum"):
                    yield from (value for part in node.args for value in self._bound(part))

    def _bound(self, part: nodes.Expr) -> Iterator[Number]:
        """The number that a side of a comparison stands for, if it is one."""
        value = part.value if isinstance(part, nodes.Lit) else None
        if isinstance(part, nodes.AmountRef):
            value = self._today(part.name)
        if isinstance(value, int | Fraction) and not isinstance(value, bool):
            yield value

    def _today(self, amount: str) -> Value | None:
        """The value of an amount on the day of the program."""
        entries = self.program.amounts[amount].entries
        begun = [value for start, value in entries if start <= self.program.day]
        return begun[-1] if begun else None

    def birthdays(self) -> tuple[date, ...]:
        """Days of birth around every age that a rule compares with: reached today, or tomorrow."""
        day = self.program.day
        days = [add_duration(day, Duration(12 * age), -1) for age in sorted(self.program.ages)]
        return (*days, *(born + timedelta(days=1) for born in days))


def _names(node: nodes.Compare, fact: str) -> bool:
    return _is(node.left, fact) or _is(node.right, fact)


def _is(part: nodes.Expr, fact: str) -> bool:
    return isinstance(part, nodes.FactRef) and part.name == fact
