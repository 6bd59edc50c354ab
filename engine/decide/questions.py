"""Questions: only what makes a difference, most consequential first."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from engine.decide.encode import article_of, key_of, short
from engine.decide.probe import Point, Prober, points
from engine.decide.solutions import Answer
from engine.ir.case import Inst
from engine.ir.program import Program
from engine.result.algebra import as_needs
from engine.result.evaluated import Evaluated
from engine.result.outcomes import Known, Leaf
from engine.result.toets import VoornemenToets, Vraag

Look = Callable[[Evaluated], object]
MOST_POINTS = 40
MOST_APART = 6  # points of which one at a time is filled in otherwise than the rest


@dataclass(frozen=True)
class Item:
    """Something whose result may depend on a point: a solution, an intention, an outcome."""

    label: str
    weight: int
    needs: frozenset[Leaf]
    look: Look


def solution_items(
    answers: Iterable[Answer], look: Callable[[Evaluated, Inst], object]
) -> list[Item]:
    """Solutions that are still open, with what the lowest open rung needs."""
    return [Item(a.solution[1], 2, a.needs, _at(look, a.solution)) for a in answers if a.needs]


def intention_items(
    run: Evaluated,
    intended: Iterable[tuple[Inst, VoornemenToets]],
    needs: Callable[[Evaluated, Inst], frozenset[Leaf]],
    look: Callable[[Evaluated, Inst], object],
) -> list[Item]:
    """Intended decisions that are still open."""
    return [Item(inst[1], 2, needs(run, inst), _at(look, inst)) for inst, _ in intended]


def outcome_items(run: Evaluated, names: Iterable[tuple[str, Inst]]) -> list[Item]:
    """Entitlements that are still unknown."""
    items = []
    for name, inst in names:
        outcome = run.begrip(name, inst).outcome
        if not isinstance(outcome, Known):
            items.append(
                Item(
                    f"{short(name, run.program)} ({key_of(inst)})",
                    1,
                    as_needs(outcome),
                    _value(name, inst),
                )
            )
    return items


def _at(look: Callable[[Evaluated, Inst], object], inst: Inst) -> Look:
    return lambda run: look(run, inst)


def _value(name: str, inst: Inst) -> Look:
    return lambda run: run.begrip(name, inst).outcome


def questions(prober: Prober, items: Sequence[Item]) -> tuple[Vraag, ...]:
    """Ask for a point only if two of its values, all else unchanged, give another result.

    Where several are needed together a point is asked if it matters once others are filled in.
    Trying is bounded; what could not be tried any more is asked, so that nothing gets lost.
    """
    by_point: dict[Point, list[Item]] = {}
    for item in items:
        for point in _asked(prober, item):
            by_point.setdefault(point, []).append(item)
    order = sorted(by_point, key=lambda p: (-sum(i.weight for i in by_point[p]), p))
    asked = [_question(prober.run.program, p, by_point[p]) for p in order]
    return (*asked, *_lists(prober.run.program, items))


def _lists(program: Program, items: Sequence[Item]) -> Iterator[Vraag]:
    """Lists that were not given and that something waits for; `[]` says that there is nothing."""
    by_list: dict[Leaf, list[Item]] = {}
    for item in items:
        for leaf in item.needs:
            if leaf.kind == "feit" and leaf.name in program.lists:
                by_list.setdefault(leaf, []).append(item)
    order = sorted(by_list, key=lambda f: (-sum(i.weight for i in by_list[f]), f.name, f.inst))
    for leaf in order:
        yield Vraag(
            soort="lijst", naam=leaf.name, over=key_of(leaf.inst),
            vraag=program.lists[leaf.name].question,
            waarom=tuple(sorted({i.label for i in by_list[leaf]})), bron="",
        )  # fmt: skip


def _asked(prober: Prober, item: Item) -> list[Point]:
    open_points = points(item.needs, prober.run.program)[:MOST_POINTS]
    asked = [p for p in open_points if _matters(prober, p, item, prober.run)]
    if len(asked) == len(open_points) or len(open_points) < 2:
        return asked
    for filled in _fillings(prober, open_points):
        asked += [p for p in open_points if p not in asked and _matters(prober, p, item, filled)]
    return asked


def _fillings(prober: Prober, open_points: Sequence[Point]) -> Iterator[Evaluated]:
    """Ways to fill in all points: all with their first value, all with their last, one apart."""
    domains = {p: found for p in open_points if (found := prober.domain(p))}
    firsts, lasts = ([values[end] for values in domains.values()] for end in (0, -1))
    first, last = prober.under(*firsts), prober.under(*lasts)
    yield from (first, last)
    if len(domains) <= MOST_APART:
        for one, other in zip(firsts, lasts, strict=True):
            yield prober.otherwise(first, other)
            yield prober.otherwise(last, one)


def _matters(prober: Prober, point: Point, item: Item, filled: Evaluated) -> bool:
    """Whether two values of a point give another result, beside what is filled in."""
    seen: object = None
    for number, change in enumerate(prober.domain(point)):
        if prober.exhausted:
            return True
        result = item.look(prober.otherwise(filled, change))
        if number and result != seen:
            return True
        seen = result
    return False


def _question(program: Program, point: Point, items: Sequence[Item]) -> Vraag:
    if point.kind == "feit":
        fact = program.facts[point.name]
        text, source = fact.question, ""
    else:
        norm = program.norms[point.name]
        text, source = norm.question, article_of(norm.sources)
    return Vraag(
        soort="gegeven" if point.kind == "feit" else "oordeel",
        naam=short(point.name, program),
        over=key_of(point.inst),
        vraag=text,
        waarom=tuple(sorted({i.label for i in items})),
        bron=source,
    )
