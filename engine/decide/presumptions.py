"""Favourable presumptions that an answer rests on, each once."""

from collections.abc import Iterator, Mapping, Set

from engine.decide.encode import encode, key_of
from engine.decide.outcomes import instances
from engine.ir.program import Program
from engine.ir.reads import behind, reads
from engine.result.evaluated import Evaluated
from engine.result.outcomes import Known
from engine.result.toets import Aanname, Uitkomst


def presumptions(
    run: Evaluated, outcomes: Mapping[str, Mapping[str, Uitkomst]], core: Set[str]
) -> tuple[Aanname, ...]:
    """What is taken for granted behind the core concepts, as long as nobody says otherwise.

    A known outcome says itself what it rests on. For any other outcome it is every presumption
    that its rules read, since these hold whatever the missing facts turn out to be.
    """
    made = []
    for name in sorted(set(_names(run.program, outcomes, core))):
        fact = run.program.facts[name]
        for inst in instances(run, fact.entity):
            outcome = run.fact(name, inst)
            if isinstance(outcome, Known) and outcome.reserve:
                made.append(
                    Aanname(
                        naam=name,
                        over=key_of(inst),
                        waarde=encode(outcome.value, fact.type),
                        bewijslast=fact.burden,
                    )
                )
    return tuple(made)


def _names(
    program: Program, outcomes: Mapping[str, Mapping[str, Uitkomst]], core: Set[str]
) -> Iterator[str]:
    open_names = set()
    for row in outcomes.values():
        for name in core & row.keys():
            yield from row[name].aannames
            if row[name].status != "waarde":
                open_names.add(name)
    for kind, name in behind(reads(program), [("begrip", name) for name in open_names]):
        if kind == "feit" and program.facts[name].presumption is not None:
            yield name
