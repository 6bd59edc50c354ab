"""Compiled worlds and situations in them: what a property is checked on."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TypeVar

from hypothesis import event
from hypothesis import strategies as st

from engine.ir.case import Case
from engine.ir.program import Program
from engine.testing.cases import Cases, Pools
from engine.testing.choices import Choices, Drawn, Seeded
from tests.strategies.compiling import worlds as compile_world
from tests.strategies.programs import Tree

T = TypeVar("T")
POOL = 250  # worlds that the properties of one run share, so that each is compiled once


@dataclass(frozen=True)
class World:
    """Regulations and the program they make."""

    trees: list[Tree]
    program: Program

    @cached_property
    def pools(self) -> Pools:
        """Values to choose from, gathered once from all formulas."""
        return Pools(self.program)

    def case(self, choices: Choices, people: int = 4) -> Case:
        return Cases(self.program, choices, self.pools).case(people)


@dataclass(frozen=True)
class Situation:
    """A world, a case in it, and choices for whatever a property still has to choose."""

    world: World
    case: Case
    choices: Choices

    @property
    def program(self) -> Program:
        return self.world.program


@cache
def world(seed: int) -> World:
    """The first world from this seed on that compiles."""
    found = compile_world(Seeded(seed))
    return World(*found) if found is not None else world(seed + 100_000)


def seeded(worlds: int, cases: int = 1, start: int = 0) -> Iterator[Situation]:
    """Situations of a seeded loop, always the same."""
    for seed in range(start, start + worlds):
        for number in range(cases):
            choices = Seeded(seed * 1000 + number)
            yield Situation(world(seed), world(seed).case(choices), choices)


@st.composite
def situations(draw: st.DrawFn) -> Situation:
    """A pooled world with a case that Hypothesis draws, so that the case shrinks."""
    choices = Drawn(draw)
    drawn = world(draw(st.integers(0, POOL - 1)))
    return Situation(drawn, drawn.case(choices), choices)


@st.composite
def fresh_situations(draw: st.DrawFn) -> Situation:
    """A world that Hypothesis draws too: slower, but the rules shrink as well."""
    choices = Drawn(draw)
    found = compile_world(choices)
    while found is None:
        event("world with an error")
        found = compile_world(choices)
    made = World(*found)
    return Situation(made, made.case(choices), choices)
