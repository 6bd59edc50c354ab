"""Favourable presumptions that an answer rests on, each once."""

from collections.abc import Iterable, Iterator, Mapping, Set

from engine.decide.encode import encode, key_of
from engine.decide.outcomes import instances
from engine.decide.solutions import Answer
from engine.ir.program import Program
from engine.ir.reads import behind, reads
from engine.result.evaluated import Evaluated
from engine.result.outcomes import Known
from engine.result.toets import Aanname, Uitkomst


def presumptions(
    run: Evaluated,
    outcomes: Mapping[str, Mapping[str, Uitkomst]],
    core: Set[str],
    answers: Iterable[Answer],
) -> tuple[Aanname, ...]:
    """What is taken for granted behind grounds and core concepts, until somebody says otherwise.

    A known outcome says itself what it rests on. For any other outcome it is every presumption
    that its rules read, since these hold whatever the missing facts turn out to be.
    """
    made = []
    named = {*_names(run.program, outcomes, core), *_under_grounds(run, answers)}
    for name in sorted(named):
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


def _under_grounds(run: Evaluated, answers: Iterable[Answer]) -> Iterator[str]:
    """What the grounds rest on that carry something, or that no exception takes away for now."""
    for answer in answers:
        for tried in answer.tried:
            if tried.rung is None:
                continue
            truth = run.rule(tried.rule.number, answer.solution, tried.rung).truth
            if isinstance(truth, Known):
                yield from (leaf.name for leaf in truth.reserve if leaf.kind == "aanname")
