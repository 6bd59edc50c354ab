"""Order: concepts bottom up; a circle is reported as a path of articles.

Rules that read what blocks are left out: they come after everything else by rung.
"""

from dataclasses import dataclass, replace
from graphlib import CycleError, TopologicalSorter

from engine.errors import Diagnostic
from engine.ir.program import Program, Rung
from engine.ir.reads import Part, reads


@dataclass(frozen=True, kw_only=True)
class Ordered:
    """The program in order, or the circle that prevents it."""

    program: Program
    problems: tuple[Diagnostic, ...]


def order(program: Program) -> Ordered:
    """Sort the concepts so that each comes after what it reads, and find its highest rung."""
    graph = {part: sorted(below) for part, below in sorted(reads(program).items())}
    try:
        keys = list(TopologicalSorter(graph).static_order())
    except CycleError as error:
        return Ordered(program=program, problems=(_circle(program, error.args[1]),))
    tops: dict[Part, Rung] = {}
    for key in keys:
        below = [tops[d] for d in graph.get(key, ())]
        tops[key] = max([_own_rung(program, key), *below])
    begrippen = {
        name: replace(b, top=tops["begrip", name]) for name, b in program.begrippen.items()
    }
    names = tuple(name for kind, name in keys if kind == "begrip")
    return Ordered(program=replace(program, begrippen=begrippen, order=names), problems=())


def _own_rung(program: Program, key: Part) -> Rung:
    if key[0] != "regel":
        return Rung.B
    return max(Rung.B, program.rules[int(key[1])].rung)


def _circle(program: Program, path: list[Part]) -> Diagnostic:
    rules = [program.rules[int(name)] for kind, name in path if kind == "regel"]
    words = [_word(program, key) for key in reversed(path)]
    first = rules[0].origin if rules else next(iter(program.begrippen.values())).origin
    return Diagnostic(
        code="R501",
        message=f"deze regels lopen rond: {' → '.join(words)}",
        at=first,
        also=tuple((r.origin, r.id) for r in rules[1:]),
        hint="voer een benoemde tussenstap in, zoals een bedrag zonder de terugverwijzing",
    )


def _word(program: Program, key: Part) -> str:
    kind, name = key
    if kind != "regel":
        return name
    rule = program.rules[int(name)]
    places = [
        f"artikel {s.article}{f' lid {s.paragraph}' if s.paragraph else ''}"
        for s in rule.sources
        if s.article
    ]
    return f"{rule.id} ({', '.join(places)})" if places else rule.id
