"""Households for one folder: such as a request can say, and fond of boundaries."""

from collections.abc import Mapping
from dataclasses import replace

from engine.ir.case import Absent, Case, Inst, Judgement
from engine.ir.declarations import FactDecl
from engine.ir.program import Norm
from engine.model.request import BY_SOLUTION
from engine.testing.cases import Cases, both_ways
from engine.testing.choices import Choices, chance, pick
from engine.testing.folder import Folder
from engine.values import Value

MOST_PEOPLE = 3
NAMED = 70  # of a hundred words; the others are any of the list
INVENTED = 30  # of a hundred; the others are worked cases with changes
MOST_CHANGES = 4
ASKED = ("soort_oplossing", "soort_voornemen")  # a request does not go without these
MEANS, EXTENT = "middel", "mate"
OF_COVERING = (MEANS, EXTENT)  # what a request says of a covering by a solution, and no more
PAIR = "paar"


class Households(Cases):
    """Makes cases that a request can say: who judges is competent and has asked advice."""

    def __init__(self, folder: Folder, choices: Choices) -> None:
        """Make cases for this folder; only what its rules can rest on is in them."""
        super().__init__(folder.program, choices, folder.pools, folder.relevant)
        self.born = folder.pools.birthdays()
        self.lists = folder.lists
        self.ours, self.labels = folder.direct, folder.labels

    def facts(
        self, members: Mapping[str, tuple[Inst, ...]], persons: tuple[str, ...], known: int
    ) -> dict[tuple[str, Inst], Value | Absent]:
        """Choose values for facts; what a request must say is always there."""
        made = super().facts(members, persons, known)
        for decl in (self.program.facts[name] for name in ASKED):
            made |= {(decl.name, inst): self.value(decl, persons)
                     for inst in members.get(decl.entity, ())
                     if not isinstance(made.get((decl.name, inst)), str)}  # fmt: skip
        coverings = members.get("dekking", ())
        made |= {(MEANS, inst): BY_SOLUTION for inst in coverings}
        labels = self.program.facts[EXTENT].type.labels
        made |= {(EXTENT, i): pick(self.choices, labels) for i in coverings}
        return {
            key: v for key, v in made.items() if key[1] not in coverings or key[0] in OF_COVERING
        }

    def value(self, decl: FactDecl, persons: tuple[str, ...]) -> Value | Absent:
        """Choose a value; a day of birth lies near an age that counts.

        A word is most often one that the folder's rules name.
        """
        if decl.name in self.program.births:
            return pick(self.choices, self.born)
        named = [label for label in decl.type.labels if label in self.labels]
        if named and chance(self.choices, NAMED):
            return pick(self.choices, named)
        if decl.name in ASKED:
            return pick(self.choices, decl.type.labels)
        return super().value(decl, persons)

    def judgement(self, norm: Norm, persons: tuple[str, ...]) -> Judgement:
        """Choose what somebody who may judge has judged."""
        outcome = {f.name: pick(self.choices, self.pools.of(f.type, persons)) for f in norm.fields}
        return Judgement(
            outcome=outcome, who="c-1", role=(*norm.roles, "consulent")[0],
            day=self.program.day, motivation="Een voorbeeld.", evidence=norm.advice[:1],
        )  # fmt: skip

    def varied(self, base: Case) -> Case:
        """A worked case in which a few known facts have another value, or are unknown."""
        facts = dict(base.facts)
        known = sorted(
            key for key in facts if key[0] in (self.only or ()) and key[0] not in OF_COVERING
        )
        ours = [key for key in known if key[0] in self.ours]
        most = self.choices.integer(0, MOST_CHANGES) if known else 0
        for _ in range(self.choices.integer(0, most)):
            from_ours = bool(ours) and chance(self.choices, 50)
            name, inst = pick(self.choices, ours if from_ours else known)
            decl = self.program.facts[name]
            unknown = name not in ASKED and chance(self.choices, 10)
            value = None if unknown else self.value(decl, base.persons)
            for place in both_ways(decl, inst):
                facts.pop((name, place), None)
                facts |= {} if value is None else {(name, place): value}
        return self._recorded(replace(base, facts=facts))

    def _recorded(self, base: Case) -> Case:
        """The same case, now and then with a record in a list that the folder looks into."""
        links, children = dict(base.links), dict(base.children)
        for name in self.lists:
            for person in base.persons:
                owner, record = ("persoon", person), (name, f"{person}.1")
                if not children.get((name, owner)) and chance(self.choices, 40):
                    children[name, owner] = (record,)
                    links["eigenaar", record] = owner
        return replace(base, links=links, children=children)


def household(folder: Folder, choices: Choices, about: str = "persoon", fact: str = "") -> Case:
    """A worked case that was varied, or an invented household of at most three residents.

    Args:
        folder: Whose rules and worked cases to use.
        choices: Where choices come from.
        about: The kind of thing that should be in it.
        fact: The fact that worked cases should know, where there are such cases.
    """
    made, worked = Households(folder, choices), folder.worked_with(about, fact)
    if worked and not chance(choices, INVENTED):
        return made.varied(pick(choices, worked))
    return made.case(MOST_PEOPLE, 2 if about == PAIR else 1)
