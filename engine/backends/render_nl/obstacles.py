"""What stands in the way, by cause: a rule that fails because of another stands under it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from engine.backends.render_nl.names import find
from engine.ir.fold import walk
from engine.ir.nodes import BegripRef
from engine.ir.program import Program
from engine.result.obstacles import Blokkade


@dataclass(frozen=True)
class Group:
    """A cause, rules of the same provision that refuse likewise, and what fails because of it."""

    cause: Blokkade
    alike: tuple[str, ...] = ()
    derived: tuple[str, ...] = ()


def by_cause(program: Program, blockers: Sequence[Blokkade]) -> list[Group]:
    """Real causes, nearest first: facts and judgements, then what refuses or lowers.

    A rule that fails on yes/no concepts that other rules here decide is no cause. It stands under
    the first cause that it follows from.
    """
    after: dict[str, frozenset[str]] = {}
    for blocker in blockers:  # a rule that fails in two places is a cause if it is one in either
        behind = _behind(program, blocker, blockers)
        after[blocker.regel] = after.get(blocker.regel, behind) & behind
    causes = sorted((b for b in blockers if not after[b.regel]), key=lambda b: _kind(program, b))
    derived: dict[str, list[str]] = {}
    for blocker in blockers:
        if after[blocker.regel]:
            reached = _reached(blocker.regel, after)
            first = next((c.regel for c in causes if c.regel in reached), blocker.regel)
            derived.setdefault(first, []).append(blocker.regel)
    kept: dict[tuple[str, ...], list[Blokkade]] = {}
    for cause in (*causes, *(b for b in blockers if b.regel in derived.get(b.regel, ()))):
        kept.setdefault(_same(cause), []).append(cause)
    return [
        Group(
            first,
            tuple(other.regel for other in rest),
            tuple(dict.fromkeys(d for b in (first, *rest) for d in derived.get(b.regel, ()))),
        )
        for first, *rest in kept.values()
    ]


def _same(blocker: Blokkade) -> tuple[str, ...]:
    """What refusals share that are told together: one provision, lifted by the same body."""
    if blocker.faalt or blocker.raakt is not None or blocker.kortste_wijziging or blocker.les:
        return (blocker.regel, *blocker.faalt)
    return (blocker.regeling, blocker.artikel, blocker.wie_kan_opheffen)


def _kind(program: Program, blocker: Blokkade) -> int:
    """Facts and judgements that fail come first, concepts that cannot be traced come last."""
    if not blocker.faalt:
        return 1
    named = {find(program, name) for name in blocker.faalt}
    return 0 if named & (program.facts.keys() | program.norms.keys()) else 2


def _behind(program: Program, blocker: Blokkade, blockers: Sequence[Blokkade]) -> frozenset[str]:
    """The other rules in the way that decide what fails in this one; none for a real cause."""
    named = [find(program, name) for name in blocker.faalt]
    if not named or any(name not in program.begrippen for name in named):
        return frozenset()
    here = {b.regel for b in blockers if b.regel != blocker.regel}
    return frozenset(_deciding(program, named, here, set()))


def _deciding(
    program: Program, names: Iterable[str], here: set[str], seen: set[str]
) -> Iterator[str]:
    """The rules in the way that decide these concepts, also through rules that only compute."""
    for name in names:
        begrip = program.begrippen.get(name)
        if begrip is None or name in seen:
            continue
        seen.add(name)
        for candidate in (*begrip.candidates, *begrip.changes):
            rule = program.rules[candidate.rule]
            ids = {rule.id, *(program.rules[edge.rule].id for edge in rule.defeaters)}
            yield from ids & here
            if not ids & here:
                formulas = (rule.condition, *(value for _, value in rule.effects))
                read = [n.name for f in formulas for n in walk(f) if isinstance(n, BegripRef)]
                yield from _deciding(program, read, here, seen)


def _reached(rule: str, after: dict[str, frozenset[str]]) -> set[str]:
    seen: set[str] = set()
    todo = [rule]
    while todo:
        new = after.get(todo.pop(), frozenset()) - seen
        seen |= new
        todo += new
    return seen
