"""What a fault does, by proof: nothing in any case, or a gap where there was none."""

from collections.abc import Callable, Iterator

from engine.backends.z3_analysis.analysis import SIZES
from engine.backends.z3_analysis.book import Cone
from engine.backends.z3_analysis.cells import NO, Cell, same, truth
from engine.backends.z3_analysis.encoding import Encoding
from engine.backends.z3_analysis.inquiry import asked_of_both, is_leaf, place, there, with_domain
from engine.backends.z3_analysis.skeletons import full_stage
from engine.backends.z3_analysis.solving import Verdict, ask
from engine.backends.z3_analysis.symbols import Bit, both, either, equal, no
from engine.ir.case import Inst
from engine.ir.program import LAST_BEFORE_CLAUSES, TOP, Begrip, Program, Rule, Rung
from tests.mutation.audit import changed

CellOf = Callable[[Encoding, Inst], Cell]
Wanted = Callable[[Cell, Cell], Bit]
Pair = tuple[Encoding, Encoding]


def proved_equal(before: Program, after: Program) -> bool:
    """Whether everything that the fault touches directly comes out the same, in all cases.

    What is further on reads only that. Undecided counts as different.
    """
    names, rules = touched(before, after)
    if changed(before, after, "oordeel") or not (names or rules):
        return False
    asked = [
        (before.begrippen[name].entity, _begrip(name, rung))
        for name in names
        for rung in (LAST_BEFORE_CLAUSES, TOP)
    ]
    asked += [(entity, _rule(name)) for name, entity in rules]
    return all(
        _ever(pair, entity, cell, _differ) is Verdict.CANNOT
        for pair in _stages(before, after)
        for entity, cell in asked
    )


def makes_a_gap(before: Program, after: Program, name: str) -> bool:
    """Whether in some case no rule gives the concept a value any more, where one did.

    A rule that gives one but reads something that has none makes no gap of its own: there the
    rules say enough, and the case does not.
    """

    def silent(encoding: Encoding, inst: Inst) -> Cell:
        settled = encoding.settled(name, inst, LAST_BEFORE_CLAUSES)
        return truth(both(settled.nothing, settled.outcome.gap))

    entity = before.begrippen[name].entity
    return any(
        _ever(pair, entity, silent, _newly) is Verdict.CAN for pair in _stages(before, after)
    )


def touched(
    before: Program, after: Program
) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """The concepts that a fault reaches first, and the rules that carry something themselves.

    Of a rule its id, and the entity that it is about. A rule that only takes others away, and that
    one of both lacks, does nothing but that: what it takes away is looked at instead.
    """
    rules = changed(before, after, "regel")
    names, carrying = set(changed(before, after, "begrip")), set()
    for program, other in ((before, after), (after, before)):
        for rule in (rule for rule in program.rules if rule.id in rules):
            lost = not (rule.effects or rule.grant) and other.rule_named(rule.id) is None
            for reached in _taken_away(program, rule) if lost else [rule]:
                names |= {name for name, _ in reached.effects}
                if reached.grant is not None or not reached.effects:
                    carrying.add((reached.id, reached.entity))
            names |= {b.name for b in program.begrippen.values() if lost and _excludes(b, rule)}
    shared = before.begrippen.keys() & after.begrippen.keys()
    return tuple(sorted(names & shared)), tuple(sorted(carrying))


def _taken_away(program: Program, over: Rule) -> list[Rule]:
    """The rules that give way to a rule."""
    return [r for r in program.rules if any(edge.rule == over.number for edge in r.defeaters)]


def _excludes(begrip: Begrip, rule: Rule) -> bool:
    """Whether a rule can take rules of a concept away."""
    return any(edge.rule == rule.number for edge in begrip.excluders)


def _begrip(name: str, rung: Rung) -> CellOf:
    return lambda encoding, inst: encoding.begrip(name, inst, rung)


def _rule(name: str) -> CellOf:
    def cell(encoding: Encoding, inst: Inst) -> Cell:
        found = encoding.program.rule_named(name)
        return NO if found is None else encoding.rule(found.number, inst, TOP)

    return cell


def _differ(a: Cell, b: Cell) -> Bit:
    """Whether two outcomes are of another kind, or known and unequal."""
    kinds = ((a.known, b.known), (a.gap, b.gap), (a.conflict, b.conflict))
    other_kind = either(*(no(equal(x, y)) for x, y in kinds))
    return either(other_kind, both(a.known, b.known, no(same(a, b))))


def _newly(a: Cell, b: Cell) -> Bit:
    return both(a.fails, b.holds)


def _stages(before: Program, after: Program) -> Iterator[Pair]:
    """Both written out over the same facts, on each stage."""
    for size in SIZES:
        first = Encoding(before, full_stage(before, size))
        yield first, Encoding(after, first.stage, first)


def _ever(pair: Pair, entity: str, cell: CellOf, wanted: Wanted) -> Verdict:
    """Whether in some case this is so of the outcome before and after."""
    first, second = pair

    def question(one: Encoding, other: Encoding) -> Bit:
        inst = place(one, entity)
        if inst is None:
            return False
        return both(there(one, inst), wanted(cell(one, inst), cell(other, inst)))

    (bit, keys), used = asked_of_both(first, second, question)
    if bit is False:
        return Verdict.CANNOT
    after = with_domain(second, second.book.cone(used))
    shared = [k for k in after.keys if k in first.book.entries and is_leaf(k)]
    before = with_domain(first, first.book.cone([*keys, *shared]))
    return ask(Cone(before.keys, (*before.facts, *after.facts), ()), [bit]).verdict
