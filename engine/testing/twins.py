"""Twins: two cases that differ in one thing only."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from engine.decide.encode import key_of
from engine.errors import CaseError
from engine.ir.case import Case, Inst
from engine.ir.declarations import FactDecl
from engine.testing.cases import Cases, both_ways, by_entity, hidden, within
from engine.testing.choices import Choices, chance, pick, shuffled, some
from engine.testing.folder import Folder
from engine.testing.households import ASKED, OF_COVERING, PAIR, household
from engine.testing.written import read_back
from engine.values import Value


@dataclass(frozen=True)
class Twins:
    """Two cases, and in a few words how they differ.

    Attributes:
        fact: the fact that differs, if it is one.
        turned: whether the request of the second is written in reverse order.
    """

    one: Case
    two: Case
    differ: str
    fact: str = ""
    turned: bool = False


Maker = Callable[[Choices], Twins | None]
"""Makes twins from choices; None when these choices do not lead to any."""
PEOPLE = ("persoon", "paar", "zaak")


def having(case: Case, decl: FactDecl, inst: Inst, value: Value) -> Case:
    """The same case, where this fact has this value, both ways where it holds both ways."""
    both = {(decl.name, place): value for place in both_ways(decl, inst)}
    return replace(case, facts=dict(case.facts) | both)


def _place(case: Case, decl: FactDecl, choices: Choices) -> Inst | None:
    """Somebody or something in the case that a fact is about."""
    found = by_entity(case.persons, case.network, case.links).get(decl.entity, ())
    return pick(choices, found) if found else None


def swapped(folder: Folder, name: str) -> Maker:
    """Twins of whom somebody has another value of one fact, whatever the value."""

    def make(choices: Choices) -> Twins | None:
        values = _two_values(folder, name, choices)
        return None if values is None else _with(values, shuffled(choices, values.options)[:2])

    return make


def ranked(folder: Folder, name: str) -> Maker:
    """Twins of whom the second has more of one fact: a later label, more euros, yes after no."""

    def make(choices: Choices) -> Twins | None:
        values = _two_values(folder, name, choices)
        return None if values is None else _with(values, some(choices, values.options, 2, 2))

    return make


@dataclass(frozen=True)
class _Values:
    """A case, a place in it, and the values that a fact may have there, from low to high."""

    case: Case
    decl: FactDecl
    inst: Inst
    options: list[Value]


def _two_values(folder: Folder, name: str, choices: Choices) -> _Values | None:
    decl = folder.program.facts[name]
    case = household(folder, choices, decl.entity, name)
    inst, options = _place(case, decl, choices), _options(folder, decl, case)
    return None if inst is None or len(options) < 2 else _Values(case, decl, inst, options)


def _options(folder: Folder, decl: FactDecl, case: Case) -> list[Value]:
    if decl.name in folder.program.births:
        return sorted(folder.pools.birthdays(), reverse=True)
    near = folder.pools.near(decl.name) or folder.pools.of(decl.type, case.persons)
    return [value for value in near if within(value, decl)]


def _with(made: _Values, values: list[Value]) -> Twins:
    one, two = (having(made.case, made.decl, made.inst, value) for value in values)
    return Twins(one, two, f"{made.decl.name} van {key_of(made.inst)}", made.decl.name)


def less_known(folder: Folder) -> Maker:
    """Twins of whom less is known of the first: facts, lists and judgements are left out."""

    def make(choices: Choices) -> Twins:
        case = household(folder, choices)
        less = hidden(folder.program, case, choices, pick(choices, (0, 5, 20)))
        said = {
            key: value for key, value in case.facts.items() if key[0] in (*ASKED, *OF_COVERING)
        }
        lists, ours = folder.program.lists, folder.lists
        kept = {
            key: found
            for key, found in less.children.items()
            if key[0] not in lists or not chance(choices, 50 if key[0] in ours else 10)
        }
        less = replace(less, facts=dict(less.facts) | said, children=kept)
        return Twins(less, case, "van de eerste is minder bekend")

    return make


def partners(folder: Folder) -> Maker:
    """The same household, where the first two residents have each other's name."""

    def make(choices: Choices) -> Twins | None:
        case = household(folder, choices, PAIR)
        if len(case.persons) < 2:
            return None
        first, second = case.persons[:2]
        other = {first: second, second: first}
        return Twins(case, renamed_case(case, other), f"{first} en {second} wisselen van plaats")

    return make


def renamed(inst: Inst, other: Mapping[str, str]) -> Inst:
    """The instance under other names of people; records follow their owner."""
    entity, name = inst
    if entity == "paar":
        return entity, ">".join(other.get(person, person) for person in name.split(">"))
    owner, dot, rest = name.partition(".")
    return entity, other.get(name, other.get(owner, owner) + dot + rest)


def renamed_case(case: Case, other: Mapping[str, str]) -> Case:
    """The same case under other names of people."""

    def keys(part: Mapping[tuple[str, Inst], Any]) -> dict[tuple[str, Inst], Any]:
        return {(name, renamed(inst, other)): value for (name, inst), value in part.items()}

    return replace(
        case,
        persons=tuple(sorted(other.get(p, p) for p in case.persons)),
        members={e: tuple(sorted(renamed((e, n), other)[1] for n in names))
                 for e, names in case.members.items()},
        facts={k: other.get(v, v) if isinstance(v, str) else v
               for k, v in keys(case.facts).items()},
        judgements=keys(case.judgements),
        links={k: renamed(inst, other) for k, inst in keys(case.links).items()},
        children={k: tuple(sorted(renamed(i, other) for i in found))
                  for k, found in keys(case.children).items()},
    )  # fmt: skip


def noisy(folder: Folder) -> Maker:
    """Twins of whom the second has facts that no rule of the folder can rest on."""
    program = folder.program

    def make(choices: Choices) -> Twins:
        case = household(folder, choices)
        members = by_entity(case.persons, case.network, case.links)
        other = Cases(program, choices, folder.pools, program.facts.keys() - folder.relevant)
        facts = {
            key: value for key, value in other.facts(members, case.persons, 50).items()
            if key[1][0] in PEOPLE
        }  # fmt: skip
        return Twins(case, replace(case, facts=facts | dict(case.facts)), "wat niet meetelt")

    return make


def alone(folder: Folder) -> Maker:
    """A case beside itself: for what is compared under other rules."""

    def make(choices: Choices) -> Twins:
        case = household(folder, choices)
        return Twins(case, case, "dezelfde, zonder en met de regel")

    return make


def reordered(folder: Folder) -> Maker:
    """A case, and what comes of the same request in reverse order."""
    words = "alleen de volgorde van gegevens, lijsten en beoordelingen"

    def make(choices: Choices) -> Twins | None:
        case = household(folder, choices)
        try:
            one, two = (read_back(folder, case, turned=turned) for turned in (False, True))
        except CaseError:
            return None
        return Twins(one, two, words, turned=True)

    return make
