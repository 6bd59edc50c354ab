"""Stages to look for cases on: a few people with everything that a case can hold, all optional."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import permutations

from engine.backends.z3_analysis.stage import Stage
from engine.ir.case import CASE, Case, Inst
from engine.ir.program import Program
from engine.model.request import BY_SOLUTION

NEED, OTHER_NEED = ("behoefte", "b1"), ("behoefte", "b2")
OBSTACLE, SOLUTION = ("belemmering", "x1"), ("oplossing", "o1")
COVERED, COVERING = ("dekking", "x1.oplossing.o1"), ("dekking", "c1")
DECISION, INTENT = ("besluit", "d1"), ("voornemen", "v1")
MEANS = "middel"
MOST_PERSONS, MOST_RECORDS = 8, 6


@dataclass(frozen=True, slots=True)
class Size:
    """How much may be on a stage."""

    persons: int = 2
    records: int = 1

    def __str__(self) -> str:
        people = "een persoon" if self.persons == 1 else f"{self.persons} personen"
        many = "een regel" if self.records == 1 else f"{self.records} regels"
        return f"hooguit {people} en {many} per lijst en eigenaar"


def full_stage(program: Program, size: Size) -> Stage:
    """A stage with so many people, records per list and owner, a need and a decision.

    The first person is there; all else may be missing. The need is that of the first person, and
    the decision is about him: people differ only in their number.
    """
    people = tuple(f"p{n + 1}" for n in range(min(size.persons, MOST_PERSONS)))
    links, children = _structure(("persoon", people[0]))
    records = list(_records(program, people, min(size.records, MOST_RECORDS)))
    for owner, name, inst in records:
        links["eigenaar", inst] = owner
        children[name, owner] = (*children.get((name, owner), ()), inst)
    for name, declared in program.lists.items():
        for owner in _owners(declared.owner, people):
            children.setdefault((name, owner), ())
    optional = {("persoon", p) for p in people[1:]} | {inst for _, _, inst in records}
    optional |= {NEED, OTHER_NEED, COVERING, DECISION, INTENT}
    case = Case(day=program.day, persons=people, links=links, children=children)
    return Stage(case=case, optional=frozenset(optional), words=_words(program))


def _words(program: Program) -> dict[tuple[str, Inst], tuple[str, ...]]:
    """By what an obstacle is covered: a solution says so itself, and nothing else may say it."""
    means = program.facts.get(MEANS)
    if means is None:
        return {}
    others = tuple(word for word in means.type.labels if word != BY_SOLUTION)
    return {(MEANS, COVERED): (BY_SOLUTION,), (MEANS, COVERING): others}


def instances_of(entity: str, stage: Stage) -> tuple[Inst, ...]:
    """The instances that stand for all of their kind; of coverings there are two sorts."""
    if entity == COVERED[0]:
        return COVERED, COVERING
    found = instance_of(entity, stage)
    return () if found is None else (found,)


def instance_of(entity: str, stage: Stage) -> Inst | None:
    """The instance that stands for all of its kind, or None when the stage has none."""
    first = stage.case.persons[0]
    match entity:
        case "zaak":
            return CASE
        case "paar":
            pairs = list(permutations(stage.case.persons[:2], 2))
            return ("paar", ">".join(pairs[0])) if pairs else None
        case "persoon":
            return ("persoon", first)
    fixed = {i[0]: i for i in (NEED, OBSTACLE, SOLUTION, COVERED, DECISION, INTENT)}
    if entity in fixed:
        return fixed[entity]
    listed = [
        inst
        for (name, _), found in stage.case.children.items()
        if name == entity
        for inst in found
    ]
    return listed[0] if listed else (entity, first) if "." in entity else None


def with_open_lists(program: Program, case: Case) -> tuple[Case, frozenset[Inst]]:
    """The case with one record that may be there in every list that was not given."""
    links, children, optional = dict(case.links), dict(case.children), set()
    for owner, name, inst in _records(program, case.persons, 1):
        if (name, owner) not in case.children:
            children[name, owner] = (inst,)
            links["eigenaar", inst] = owner
            optional.add(inst)
    return replace(case, links=links, children=children), frozenset(optional)


def _records(
    program: Program, people: tuple[str, ...], count: int
) -> Iterator[tuple[Inst, str, Inst]]:
    for name, declared in sorted(program.lists.items()):
        for owner in _owners(declared.owner, people):
            for number in range(count):
                yield owner, name, (name, f"{name}-{owner[1]}-{number + 1}")


def _owners(entity: str, people: tuple[str, ...]) -> tuple[Inst, ...]:
    if entity == "persoon":
        return tuple(("persoon", p) for p in people)
    return (CASE,) if entity == CASE[0] else ()


def _structure(
    person: Inst,
) -> tuple[dict[tuple[str, Inst], Inst], dict[tuple[str, Inst], tuple[Inst, ...]]]:
    below = (OBSTACLE, SOLUTION, COVERED, COVERING)
    links: dict[tuple[str, Inst], Inst] = {("behoefte", inst): NEED for inst in below}
    links |= {("behoefte_van", inst): person for inst in (NEED, OTHER_NEED, *below)}
    links |= {("belemmering", inst): OBSTACLE for inst in (COVERED, COVERING)}
    links |= {("oplossing", COVERED): SOLUTION, ("over", OBSTACLE): person}
    links |= {("besluit", INTENT): DECISION}
    links |= {("eigenaar", inst): person for inst in (DECISION, INTENT)}
    children: dict[tuple[str, Inst], tuple[Inst, ...]] = {
        ("behoeften", CASE): (NEED, OTHER_NEED),
        ("besluiten", CASE): (DECISION,),
        ("voornemens", CASE): (INTENT,),
        ("voornemens", DECISION): (INTENT,),
        ("belemmeringen", SOLUTION): (OBSTACLE,),
        ("dekkingen", SOLUTION): (COVERED,),
        ("dekkingen", OBSTACLE): (COVERING, COVERED),
    }
    for place in (NEED, CASE):
        children[("belemmeringen", place)] = (OBSTACLE,)
        children[("oplossingen", place)] = (SOLUTION,)
        children[("dekkingen", place)] = (COVERING, COVERED)
    return links, children
