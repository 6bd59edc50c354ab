"""Random cases for any program: everything is typed by the program's own declarations."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from fractions import Fraction
from itertools import permutations
from typing import TypeVar

from engine.ir import nodes
from engine.ir.case import ABSENT, CASE, Absent, Case, Inst, Judgement
from engine.ir.declarations import FactDecl
from engine.ir.fold import walk
from engine.ir.nodes import Expr
from engine.ir.program import Norm, Program
from engine.ir.types import Type
from engine.testing.choices import Choices, chance, pick, some
from engine.values import Duration, Value

D = TypeVar("D")
DEFAULTS: Mapping[str, tuple[Value, ...]] = {
    "bedrag": (0, 1000, 2000, 3000, 150000),
    "aantal": (0, 1, 2, 3, 5),
    "duur": (Duration(1), Duration(0, 7)),
    "tekst": ("tekst",),
}
OFFSETS = (0, 0, 1, -1, 30, -400, -8000, -25000)


def expressions(program: Program) -> Iterator[Expr | None]:
    """The formulas whose constants are worth trying."""
    for rule in program.rules:
        yield from (rule.condition, rule.cause, rule.moment)
        yield from (value for _, value in rule.effects)
    for begrip in program.begrippen.values():
        yield from (begrip.rest, begrip.low, begrip.high)
    for norm in program.norms.values():
        yield norm.only_if
        yield from (bound for part in norm.fields for bound in (part.low, part.high))


@dataclass
class Pools:
    """Values per type: constants of the rules and their neighbours, where outcomes change.

    Attributes:
        fitting: the values of a type within the bounds of a fact, as far as asked for.
    """

    program: Program
    found: dict[str, set[Value]] = field(default_factory=dict)
    fitting: dict[str, Sequence[Value]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for expr in expressions(self.program):
            for node in walk(expr):
                if isinstance(node, nodes.Lit):
                    self.found.setdefault(node.type.kind, set()).add(node.value)

    def of(self, kind: Type, persons: tuple[str, ...]) -> tuple[Value, ...]:
        """Give the values to choose from, in a fixed order."""
        if kind.kind == "ja_nee":
            return (False, True)
        if kind.kind == "keuze":
            return kind.labels
        if kind.kind == "persoon":
            return persons
        if kind.kind == "datum":
            day = self.program.day
            return tuple(day + timedelta(days=days) for days in OFFSETS)
        if kind.kind == "procent":
            return tuple(sorted({0, 1, *self.found.get("procent", ())}))
        base = {*DEFAULTS[kind.kind], *self.found.get(kind.kind, ())}
        if kind.kind in ("bedrag", "aantal"):
            numbers = {v for v in base if isinstance(v, int | Fraction)}
            base |= {v + 1 for v in numbers} | {v - 1 for v in numbers if v > 0}
        return tuple(sorted(base))

    def options(self, decl: FactDecl, persons: tuple[str, ...]) -> Sequence[Value]:
        """Give the values to choose from for a fact: those within its bounds, at least one."""
        if decl.type.kind == "persoon":
            return persons
        if decl.name not in self.fitting:
            fit = [value for value in self.of(decl.type, persons) if within(value, decl)]
            self.fitting[decl.name] = fit or [decl.low or 0]
        return self.fitting[decl.name]


class Cases:
    """Makes cases for one program."""

    def __init__(
        self,
        program: Program,
        choices: Choices,
        pools: Pools | None = None,
        only: Collection[str] | None = None,
    ) -> None:
        """Make cases from these choices; with `only` no other facts and judgements than these."""
        self.program = program
        self.choices = choices
        self.pools = Pools(program) if pools is None else pools
        self.only = only

    def case(self, people: int = 4, least: int = 1) -> Case:
        """Make a case with this many residents; how much is known differs per case."""
        choices = self.choices
        persons = tuple(f"p{n + 1}" for n in range(choices.integer(least, people)))
        network = ("tante",) if chance(choices, 20) else ()
        links, children = self.structure(persons)
        self.records(persons, links, children)
        members = by_entity(persons, network, links)
        known = pick(choices, (100, 95, 80, 50))
        facts = self.facts(members, persons, known)
        return Case(
            day=self.program.day,
            decision_day=self.program.day if chance(choices, 70) else None,
            persons=persons,
            network=network,
            members={e: tuple(i for _, i in found) for e, found in members.items()},
            links=links,
            children=children,
            facts=facts,
            judgements=self.judgements(members, persons, pick(choices, (95, 60, 20))),
        )

    def structure(
        self, persons: tuple[str, ...]
    ) -> tuple[dict[tuple[str, Inst], Inst], dict[tuple[str, Inst], tuple[Inst, ...]]]:
        """Give a need with an obstacle and a solution, a decision and what the college intends."""
        need, obstacle = ("behoefte", "b1"), ("belemmering", "x1")
        solution, covering = ("oplossing", "o1"), ("dekking", "x1.oplossing.o1")
        decision, intent = ("besluit", "d1"), ("voornemen", "v1")
        person = ("persoon", persons[0])
        below = (obstacle, solution, covering)
        links = {("behoefte", inst): need for inst in below}
        links |= {("behoefte_van", inst): person for inst in (need, *below)}
        links |= {("over", obstacle): person, ("belemmering", covering): obstacle}
        links |= {("oplossing", covering): solution, ("besluit", intent): decision}
        links |= {("eigenaar", decision): person, ("eigenaar", intent): person}
        children: dict[tuple[str, Inst], tuple[Inst, ...]] = {
            ("behoeften", CASE): (need,), ("besluiten", CASE): (decision,),
            ("voornemens", CASE): (intent,), ("voornemens", decision): (intent,),
            ("dekkingen", obstacle): (covering,), ("dekkingen", solution): (covering,),
            ("belemmeringen", solution): (obstacle,),
        }  # fmt: skip
        for place in (need, CASE):
            children |= {
                ("belemmeringen", place): (obstacle,),
                ("oplossingen", place): (solution,),
            }
            children[("dekkingen", place)] = (covering,)
        return links, children

    def records(
        self,
        persons: tuple[str, ...],
        links: dict[tuple[str, Inst], Inst],
        children: dict[tuple[str, Inst], tuple[Inst, ...]],
    ) -> None:
        """Add records of every list; some lists are not given."""
        owners = {"persoon": tuple(("persoon", p) for p in persons), "zaak": (CASE,)}
        for name, declared in sorted(self.program.lists.items()):
            if not declared.complete and chance(self.choices, 15):
                continue
            for owner in owners.get(declared.owner, ()):
                count = self.choices.integer(0, 2)
                found = tuple((name, f"{owner[1]}.{n + 1}") for n in range(count))
                children[name, owner] = found
                links |= {("eigenaar", record): owner for record in found}

    def facts(
        self, members: Mapping[str, tuple[Inst, ...]], persons: tuple[str, ...], known: int
    ) -> dict[tuple[str, Inst], Value | Absent]:
        """Choose values for facts, in so many of a hundred places."""
        made: dict[tuple[str, Inst], Value | Absent] = {}
        for name, decl in self.wanted(self.program.facts):
            if decl.test_only:
                continue  # no request can hold it
            for inst in members.get(decl.entity, ()):
                if (name, inst) in made or not chance(self.choices, known):
                    continue
                value = self.value(decl, persons)
                for place in both_ways(decl, inst):
                    made[name, place] = value
        return made

    def wanted(self, declared: Mapping[str, D]) -> Iterator[tuple[str, D]]:
        """Give what may be in a case, sorted by name."""
        yield from (n for n in sorted(declared.items()) if self.only is None or n[0] in self.only)

    def value(self, decl: FactDecl, persons: tuple[str, ...]) -> Value | Absent:
        """Choose a value of the declared type within its bounds, or sometimes `afwezig`."""
        if decl.type.kind != "ja_nee" and chance(self.choices, 4):
            return ABSENT
        return pick(self.choices, self.pools.options(decl, persons))

    def judgements(
        self, members: Mapping[str, tuple[Inst, ...]], persons: tuple[str, ...], judged: int
    ) -> dict[tuple[str, Inst], Judgement]:
        """Choose judgements, in so many of a hundred places."""
        made = {}
        for name, norm in self.wanted(self.program.norms):
            places = members.get(norm.entity, ())
            if norm.entity in self.program.groups:
                places = tuple((norm.entity, person) for person in persons)
            for place in places:
                if chance(self.choices, judged):
                    made[name, place] = self.judgement(norm, persons)
            if norm.entity in self.program.groups and made:
                # Who forms a group follows from the rules: its members say the same.
                same = self.judgement(norm, persons)
                made |= {key: same for key in made if key[0] == name}
        return made

    def judgement(self, norm: Norm, persons: tuple[str, ...]) -> Judgement:
        """Choose an outcome; now and then somebody who is not competent has judged."""
        outcome = {
            part.name: pick(self.choices, self.pools.of(part.type, persons))
            for part in norm.fields
        }
        role = "buur" if chance(self.choices, 8) else (*norm.roles, "consulent")[0]
        return Judgement(
            outcome=outcome, who="x-1", role=role, day=self.program.day, motivation="Zo."
        )


def by_entity(
    persons: Iterable[str], network: Iterable[str], links: Mapping[tuple[str, Inst], Inst]
) -> dict[str, tuple[Inst, ...]]:
    """All instances of a case per entity."""
    residents = list(persons)
    made = {
        "zaak": (CASE,),
        "persoon": tuple(("persoon", p) for p in (*residents, *network)),
        "paar": tuple(("paar", f"{a}>{b}") for a, b in permutations(residents, 2)),
    }
    found: dict[str, set[Inst]] = {}
    for _, inst in links:
        found.setdefault(inst[0], set()).add(inst)
    return made | {entity: tuple(sorted(insts)) for entity, insts in sorted(found.items())}


def both_ways(decl: FactDecl, inst: Inst) -> tuple[Inst, ...]:
    """The places that a fact holds for: a symmetric fact over a pair holds both ways."""
    if inst[0] != "paar" or not decl.symmetric:
        return (inst,)
    first, second = inst[1].split(">")
    return (inst, ("paar", f"{second}>{first}"))


def within(value: Value, decl: FactDecl) -> bool:
    """Whether a number lies within the declared bounds; other values have none."""
    low, high = decl.low, decl.high
    if not isinstance(value, int | Fraction) or isinstance(value, bool):
        return True
    above = not isinstance(low, int | Fraction) or value >= low
    return above and (not isinstance(high, int | Fraction) or value <= high)


def hidden(program: Program, case: Case, choices: Choices, percent: int) -> Case:
    """The same case with less in it: facts, lists and judgements are left out."""
    always = {name for name, declared in program.lists.items() if declared.complete}
    return replace(
        case,
        facts={key: value for key, value in case.facts.items() if not chance(choices, percent)},
        judgements={k: j for k, j in case.judgements.items() if not chance(choices, percent)},
        children={
            key: found
            for key, found in case.children.items()
            if key[0] in STRUCTURAL | always or not chance(choices, percent)
        },
        decision_day=None if chance(choices, percent) else case.decision_day,
    )


STRUCTURAL = frozenset({
    "behoeften", "belemmeringen", "dekkingen", "oplossingen", "besluiten", "voornemens",
})  # fmt: skip


def instances(program: Program, case: Case) -> Iterator[tuple[str, Inst]]:
    """Every concept with every instance that it can be asked of; groups by each member."""
    members = by_entity(case.persons, case.network, case.links)
    for name, begrip in sorted(program.begrippen.items()):
        if begrip.entity in program.groups:
            yield from ((name, (begrip.entity, person)) for person in case.persons)
        else:
            yield from ((name, inst) for inst in members.get(begrip.entity, ()))


def sample(choices: Choices, pairs: list[tuple[str, Inst]], most: int) -> list[tuple[str, Inst]]:
    """At most so many questions."""
    return some(choices, pairs, most, most) if len(pairs) > most else pairs
