"""Order: concepts bottom up; a circle is reported as a path of articles.

Rules that read what blocks are left out: they come after everything else by rung.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from graphlib import CycleError, TopologicalSorter

from engine.errors import Diagnostic
from engine.ir import nodes
from engine.ir.fold import walk
from engine.ir.nodes import Expr
from engine.ir.program import Begrip, Program, Rule, Rung

Key = tuple[str, str]


@dataclass(frozen=True, kw_only=True)
class Ordered:
    """The program in order, or the circle that prevents it."""

    program: Program
    problems: tuple[Diagnostic, ...]


def order(program: Program) -> Ordered:
    """Sort the concepts so that each comes after what it reads, and find its highest rung."""
    graph = {key: sorted(set(deps)) for key, deps in sorted(_graph(program).items())}
    try:
        keys = list(TopologicalSorter(graph).static_order())
    except CycleError as error:
        return Ordered(program=program, problems=(_circle(program, error.args[1]),))
    tops: dict[Key, Rung] = {}
    for key in keys:
        below = [tops[d] for d in graph.get(key, ())]
        tops[key] = max([_own_rung(program, key), *below])
    begrippen = {
        name: replace(b, top=tops["begrip", name]) for name, b in program.begrippen.items()
    }
    names = tuple(name for kind, name in keys if kind == "begrip")
    return Ordered(program=replace(program, begrippen=begrippen, order=names), problems=())


def _own_rung(program: Program, key: Key) -> Rung:
    if key[0] != "regel":
        return Rung.B
    return max(Rung.B, program.rules[int(key[1])].rung)


def _graph(program: Program) -> dict[Key, list[Key]]:
    graph: dict[Key, list[Key]] = {}
    for rule in program.rules:
        graph["regel", str(rule.number)] = list(_of_rule(program, rule))
    for name, begrip in program.begrippen.items():
        graph["begrip", name] = list(_of_begrip(program, begrip))
    for name, group in program.groups.items():
        graph["groep", name] = list(_reads(program, [group.edge], ""))
    for name, norm in program.norms.items():
        parts = [norm.only_if, *(b for f in norm.fields for b in (f.low, f.high))]
        found = list(_reads(program, parts, norm.entity))
        for candidate in norm.presumptions:
            found.append(("regel", str(candidate.rule)))
            found += _reads(program, [candidate.value], norm.entity)
        graph["oordeel", name] = found
    for name, table in program.tables.items():
        parts = [p for row in table.rows or () for p in (row.upto, row.value)]
        graph["tabel", name] = list(_reads(program, parts, table.entity))
    return graph


def _of_rule(program: Program, rule: Rule) -> Iterator[Key]:
    yield from _reads(program, [rule.condition, rule.cause, rule.moment], rule.entity)
    for edge in rule.defeaters:
        yield "regel", str(edge.rule)
        yield from _groups(program, edge.steps)


def _of_begrip(program: Program, begrip: Begrip) -> Iterator[Key]:
    for candidate in (*begrip.candidates, *begrip.changes):
        yield "regel", str(candidate.rule)
        yield from _reads(program, [candidate.value], begrip.entity)
    for edge in begrip.excluders:
        yield "regel", str(edge.rule)
    bounds = [begrip.rest, begrip.low, begrip.high, begrip.demand]
    yield from _reads(program, bounds, begrip.entity)


def _groups(program: Program, names: Iterable[str]) -> Iterator[Key]:
    for name in names:
        if name in program.groups:
            yield "groep", name


def _reads(program: Program, parts: Iterable[Expr | None], entity: str) -> Iterator[Key]:
    yield from _groups(program, [entity])
    for part in parts:
        for node in walk(part):
            match node:
                case nodes.BegripRef(name=name, nav=nav):
                    yield "begrip", name
                    yield from _groups(program, nav.steps)
                case nodes.NormRef(name=name, nav=nav):
                    yield "oordeel", name
                    yield from _groups(program, nav.steps)
                case nodes.TableCall(table=table, nav=nav):
                    yield "tabel", table
                    yield from _groups(program, nav.steps)
                case nodes.Fold(nav=nav) | nodes.FactRef(nav=nav):
                    yield from _groups(program, nav.steps)
                case nodes.Excluded(name=name, nav=nav):
                    for edge in program.begrippen[name].excluders:
                        yield "regel", str(edge.rule)
                    yield from _groups(program, nav.steps)
                case _:
                    continue


def _circle(program: Program, path: list[Key]) -> Diagnostic:
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


def _word(program: Program, key: Key) -> str:
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
