"""What every part of a program reads: the graph behind order and behind what a change can touch.

A part is a concept, rule, group, norm or table by name or number; facts, amounts, unsettled
readings and what blocks a solution are the leaves. Blockers come after everything else, so they
read nothing.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from engine.ir import nodes
from engine.ir.fold import walk
from engine.ir.nodes import Expr
from engine.ir.program import Begrip, Norm, Program, Rule

Part = tuple[str, str]
MOST_PROGRAMS = 32  # programs of which this is kept
MOST_PARTS = 2_000
BLOCKERS: Part = ("blokkades", "")
PERSON_STEP = "feit:"  # a step to the person that a fact names


def fact(name: str) -> Part:
    """A fact as a part."""
    return "feit", name


def judgement(name: str) -> Part:
    """An open norm as a part."""
    return "oordeel", name


def reading(name: str) -> Part:
    """An unsettled reading as a part."""
    return "lezing", name


class _Parts:
    """What the graph is made of: programs that differ in their day alone share it."""

    __slots__ = ("_made_of", "program")

    def __init__(self, program: Program) -> None:
        """Tell programs apart by the very parts that they hold."""
        self.program = program
        parts = (program.rules, program.begrippen, program.groups, program.norms, program.tables)
        self._made_of = tuple(map(id, parts))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Parts) and self._made_of == other._made_of

    def __hash__(self) -> int:
        return hash(self._made_of)


def reads(program: Program) -> Mapping[Part, frozenset[Part]]:
    """Per part of the program the parts that it reads directly; worked out once."""
    return _reads(_Parts(program))


@lru_cache(maxsize=MOST_PROGRAMS)
def _reads(parts: _Parts) -> Mapping[Part, frozenset[Part]]:
    program = parts.program
    found: dict[Part, frozenset[Part]] = {}
    for rule in program.rules:
        found["regel", str(rule.number)] = frozenset(_of_rule(program, rule))
    for name, begrip in program.begrippen.items():
        found["begrip", name] = frozenset(_of_begrip(program, begrip))
    for name, group in program.groups.items():
        found["groep", name] = frozenset(_of_formulas(program, [group.edge], ""))
    for name, norm in program.norms.items():
        found[judgement(name)] = frozenset(_of_norm(program, norm))
    for name, table in program.tables.items():
        rows = [p for row in table.rows or () for p in (row.upto, row.value)]
        found["tabel", name] = frozenset(_of_formulas(program, rows, table.entity))
    return found


def touched(program: Program, changed: Iterable[Part]) -> frozenset[Part]:
    """These parts, and every part that reads one of them, directly or through others."""
    return behind(_readers(_Parts(program)), changed)


def resting_on(program: Program, part: Part) -> frozenset[Part]:
    """This part, and every part of the program that reads it; worked out once."""
    return _resting_on(_Parts(program), part)


@lru_cache(maxsize=MOST_PARTS)
def _resting_on(parts: _Parts, part: Part) -> frozenset[Part]:
    return behind(_readers(parts), [part])


@lru_cache(maxsize=MOST_PROGRAMS)
def _readers(parts: _Parts) -> Mapping[Part, frozenset[Part]]:
    """Per part the parts that read it directly."""
    found: dict[Part, set[Part]] = {}
    for part, below in _reads(parts).items():
        for read in below:
            found.setdefault(read, set()).add(part)
    return {part: frozenset(readers) for part, readers in found.items()}


def behind(graph: Mapping[Part, frozenset[Part]], parts: Iterable[Part]) -> frozenset[Part]:
    """These parts, and every part that the graph leads to from one of them."""
    found = set(parts)
    waiting = list(found)
    while waiting:
        new = graph.get(waiting.pop(), frozenset()) - found
        found |= new
        waiting += new
    return frozenset(found)


def read_in(program: Program, formula: Expr, entity: str) -> frozenset[Part]:
    """The parts that a formula about this kind of instance reads directly."""
    return frozenset(_of_formulas(program, [formula], entity))


def facts_read(program: Program) -> frozenset[str]:
    """The facts that some part of the program reads."""
    below = frozenset().union(*reads(program).values())
    return frozenset(name for kind, name in below if kind == "feit")


def _of_rule(program: Program, rule: Rule) -> Iterator[Part]:
    yield from _of_formulas(program, [rule.condition, rule.cause, rule.moment], rule.entity)
    if rule.reach is not None and rule.reach.on_blockers:
        yield BLOCKERS
    for edge in rule.defeaters:
        yield "regel", str(edge.rule)
        yield from _on_the_way(program, edge.steps)


def _of_begrip(program: Program, begrip: Begrip) -> Iterator[Part]:
    for candidate in (*begrip.candidates, *begrip.changes):
        yield "regel", str(candidate.rule)
        yield from _of_formulas(program, [candidate.value], begrip.entity)
    for edge in begrip.excluders:
        yield "regel", str(edge.rule)
        yield from _on_the_way(program, edge.steps)
    bounds = [begrip.rest, begrip.low, begrip.high, begrip.demand]
    yield from _of_formulas(program, bounds, begrip.entity)


def _of_norm(program: Program, norm: Norm) -> Iterator[Part]:
    parts = [norm.only_if, *(b for f in norm.fields for b in (f.low, f.high))]
    yield from _of_formulas(program, parts, norm.entity)
    for candidate in norm.presumptions:
        yield "regel", str(candidate.rule)
        yield from _of_formulas(program, [candidate.value], norm.entity)


def _on_the_way(program: Program, steps: Iterable[str]) -> Iterator[Part]:
    """What decides where upward steps lead: groups, and facts that name a person."""
    for step in steps:
        if step in program.groups:
            yield "groep", step
        elif step.startswith(PERSON_STEP):
            yield fact(step.removeprefix(PERSON_STEP))


def _of_formulas(program: Program, parts: Iterable[Expr | None], entity: str) -> Iterator[Part]:
    yield from _on_the_way(program, [entity])
    for part in parts:
        for node in walk(part):
            yield from _of_node(program, node)


def _of_node(program: Program, node: Expr) -> Iterator[Part]:
    match node:
        case nodes.BegripRef(name=name, nav=nav):
            yield "begrip", name
            yield from _on_the_way(program, nav.steps)
        case nodes.NormRef(name=name, nav=nav):
            yield judgement(name)
            yield from _on_the_way(program, nav.steps)
        case nodes.FactRef(name=name, nav=nav):
            yield fact(name)
            yield from _on_the_way(program, nav.steps)
        case nodes.TableCall(table=table, nav=nav):
            yield "tabel", table
            yield from _on_the_way(program, nav.steps)
        case nodes.Fold(nav=nav) | nodes.InstanceRef(nav=nav):
            yield from _on_the_way(program, nav.steps)
        case nodes.Excluded(name=name, nav=nav):
            for edge in program.begrippen[name].excluders:
                yield "regel", str(edge.rule)
                yield from _on_the_way(program, edge.steps)
            yield from _on_the_way(program, nav.steps)
        case nodes.ReadingRef(name=name):
            yield reading(name)
        case nodes.AmountRef(name=name):
            yield "bedrag", name
        case nodes.BlockedBy(nav=nav):
            yield BLOCKERS
            yield from _on_the_way(program, nav.steps)
        case _:
            return
