"""Where things are: steps from one instance to another, groups of persons, collections."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from engine.backends.z3_analysis.book import Book
from engine.backends.z3_analysis.cells import GAP, UNKNOWN, YES, Cell, between, truth
from engine.backends.z3_analysis.leaves import Leaves
from engine.backends.z3_analysis.symbols import Bit, Label, both, either, equal, no
from engine.ir.case import CASE, Inst
from engine.ir.program import Program

Found = list[tuple[Bit, Inst]]
Edge = Callable[[str, str], Cell]
BY_FACT = "feit:"


@dataclass(frozen=True)
class Group:
    """Who belongs together with one person.

    Attributes:
        together: per person whether they belong together.
        open: whether that is undecided.
    """

    together: dict[str, Bit]
    open: Bit


@dataclass(frozen=True)
class Places:
    """Answers questions about places in a stage."""

    program: Program
    book: Book
    leaves: Leaves
    edge: Callable[[str], Edge]

    @property
    def persons(self) -> tuple[str, ...]:
        """The residents that may be there."""
        return self.leaves.stage.case.persons

    def reach(self, inst: Inst, steps: Sequence[str]) -> tuple[Found, Cell]:
        """Where steps lead, each place with when; and what it comes to where they lead nowhere."""
        found: Found = [(True, inst)]
        nowhere = GAP
        for step in steps:
            further: Found = []
            for when, place in found:
                if step.startswith(BY_FACT):
                    person = self.leaves.fact(step.removeprefix(BY_FACT), place)
                    nowhere = between(both(when, no(person.known)), UNKNOWN, nowhere)
                    further += [(both(when, here), p) for here, p in self._named(person)]
                else:
                    there = self._step(place, step)
                    further += [] if there is None else [(when, there)]
            found = further
        return found, nowhere

    def _named(self, person: Cell) -> Found:
        case = self.leaves.stage.case
        here = both(person.known, no(person.absent))
        return [
            (both(here, equal(person.value, Label(self.leaves.code(name)))), ("persoon", name))
            for name in (*case.persons, *case.network)
        ]

    def _step(self, inst: Inst, step: str) -> Inst | None:
        if step == "zaak":
            return CASE
        if inst[0] == "paar" and step in ("deze", "ander"):
            first, second = inst[1].split(">")
            return ("persoon", first if step == "deze" else second)
        if step in self.program.groups:
            return (step, inst[1]) if inst[1] in self.persons else None
        return self.leaves.stage.case.links.get((step, inst))

    def members(self, collection: str, inst: Inst) -> tuple[Found, Cell]:
        """Who may be in a collection, each with when; and the truth that this is known."""
        case, persons = self.leaves.stage.case, self.persons
        if collection == "leden":
            group = self.group(inst)
            members = [(group.together[p], ("persoon", p)) for p in persons]
            return [m for m in members if m[0] is not False], truth(
                value=True, known=no(group.open)
            )
        if collection == "anderen":
            insts = [("paar", f"{inst[1]}>{other}") for other in persons if other != inst[1]]
        elif collection == "personen":
            insts = [("persoon", p) for p in persons]
        else:
            listed = case.children.get((collection, inst))
            declared = self.program.lists.get(collection)
            if listed is None and declared is not None and not declared.complete:
                return [], UNKNOWN
            insts = list(listed or ())
        return [(self.leaves.present(i), i) for i in insts], YES

    # -- groups ----------------------------------------------------------------------------

    def group(self, inst: Inst) -> Group:
        """The group that a person is in; groups are named by any member."""
        return self.book.once(("groep", inst), lambda: self._group(*inst))

    def root(self, name: str, person: str) -> Found:
        """The smallest member of the group of a person, each with when it is that one."""
        together = self.group((name, person)).together
        found: Found = []
        before: list[Bit] = []
        for other in self.persons:
            here = both(together[other], *(no(bit) for bit in before))
            found.append((here, (name, other)))
            before.append(together[other])
        return [root for root in found if root[0] is not False]

    def _group(self, name: str, person: str) -> Group:
        joined, unsure = self.book.once(("samen", name), lambda: self._components(name))
        own = {p: joined[person, p] for p in self.persons}
        waits = [
            both(bit, either(own[a], own[b]), no(joined[a, b])) for (a, b), bit in unsure.items()
        ]
        return Group(own, self.book.named(either(*waits), "groep/open"))

    def _components(
        self, name: str
    ) -> tuple[dict[tuple[str, str], Bit], dict[tuple[str, str], Bit]]:
        """Who is surely together, and which edges are undecided."""
        edge, persons = self.edge(name), self.persons
        pairs = [(a, b) for a in persons for b in persons if a != b]
        cells = {pair: edge(*pair) for pair in pairs}
        present = {pair: self.leaves.present(("paar", ">".join(pair))) for pair in pairs}
        joined: dict[tuple[str, str], Bit] = {(p, p): True for p in persons}
        for a, b in pairs:
            if a < b:
                bit = either(*(both(present[p], cells[p].holds) for p in ((a, b), (b, a))))
                joined[a, b] = joined[b, a] = self.book.named(bit, "samen")
        for via in persons:
            for a, b in pairs:
                if a < b and via not in (a, b):
                    bit = either(joined[a, b], both(joined[a, via], joined[via, b]))
                    joined[a, b] = joined[b, a] = self.book.named(bit, "samen")
        return joined, {pair: both(present[pair], no(cells[pair].known)) for pair in pairs}
