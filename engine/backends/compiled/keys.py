"""Questions that need no generated code: places, members, constants, norms.

Asking for a key also sees to it that the question can be answered.
"""

from collections.abc import Callable, Sequence

from engine.backends.compiled import questions, settling
from engine.backends.compiled.places import Place, Question, Table
from engine.ir.program import Edge, Norm, Rung


class Keys:
    """The keys of a program, and the table of questions that it fills on the way."""

    def __init__(self, table: Table) -> None:
        """Add questions to this table."""
        self.table = table

    def _with(self, key: str, make: Callable[[], Question]) -> str:
        if key not in self.table:
            self.table[key] = make()
        return key

    def steps(self, steps: Sequence[str]) -> str:
        """The place that these upward steps lead to, or None."""

        def follow(place: Place) -> Place | None:
            found = place.run.walk(place.inst, steps)
            return None if found is None else place.run.place(found, place.rung)

        return self._with(f"-> {' '.join(steps)}", lambda: follow)

    def cap(self, top: Rung) -> str:
        """The same instance, read up to a lower rung."""

        def lower(place: Place) -> Place:
            return place.run.place(place.inst, min(place.rung, top))

        return self._with(f"@{top.name}", lambda: lower)

    def members(self, collection: str) -> str:
        """The places of the members of a collection, or an unknown."""

        def find(place: Place) -> object:
            found = place.run.members(collection, place.inst)
            if not isinstance(found, tuple):
                return found
            return tuple(place.run.place(member, place.rung) for member in found)

        return self._with(f"* {collection}", lambda: find)

    def constant(self, key: str, value: object) -> None:
        """A question with one answer everywhere."""
        self.table[key] = lambda _place: value

    def excluding(self, name: str, edges: Sequence[Edge]) -> None:
        """Let `excluded` be asked of a concept."""
        self.table[questions.excluded(name)] = lambda place: settling.excluded(place, edges)

    def judging(self, norm: Norm, part: str, *, holds: bool) -> None:
        """Let a norm, or a field of it, be asked; one that does not hold is a gap."""
        question = questions.norm(norm.name, part)
        if holds:
            self.table[question] = lambda place: settling.judged(place, norm, part)
        else:
            self.table[question] = lambda place: settling.expired(place, norm)
