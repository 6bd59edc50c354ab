"""Where a generator gets its choices: a seeded loop, or Hypothesis, which then can shrink."""

from collections.abc import Callable, Sequence
from random import Random
from typing import Protocol, TypeVar

from hypothesis import strategies as st

T = TypeVar("T")


class Choices(Protocol):
    """One choice is enough: a whole number between two bounds, both included."""

    def integer(self, low: int, high: int) -> int:
        """Choose a whole number from `low` up to and including `high`."""


class Seeded:
    """Choices of a seeded loop: fast, and the same on every machine."""

    def __init__(self, seed: int) -> None:
        """Start from this seed."""
        self.random = Random(seed)  # noqa: S311 no secrets are made of it

    def integer(self, low: int, high: int) -> int:
        """Choose a whole number from `low` up to and including `high`."""
        return self.random.randint(low, high)


class Drawn:
    """Choices of Hypothesis; it shrinks towards the lower bound, so simple things come first."""

    def __init__(self, draw: Callable[[st.SearchStrategy[int]], int]) -> None:
        """Draw with this function of a composite strategy."""
        self.draw = draw

    def integer(self, low: int, high: int) -> int:
        """Choose a whole number from `low` up to and including `high`."""
        return self.draw(st.integers(low, high))


def pick(choices: Choices, items: Sequence[T]) -> T:
    """One of these; the first is the simplest."""
    return items[choices.integer(0, len(items) - 1)]


def chance(choices: Choices, percent: int) -> bool:
    """True in that many of a hundred; the simplest choice is False."""
    return choices.integer(0, 99) >= 100 - percent


def some(choices: Choices, items: Sequence[T], low: int, high: int) -> list[T]:
    """A few different items, in their own order."""
    count = choices.integer(min(low, len(items)), min(high, len(items)))
    left = list(items)
    taken = [left.pop(choices.integer(0, len(left) - 1)) for _ in range(count)]
    return [item for item in items if item in taken]


def shuffled(choices: Choices, items: Sequence[T]) -> list[T]:
    """All items in another order."""
    left = list(items)
    return [left.pop(choices.integer(0, len(left) - 1)) for _ in range(len(items))]
