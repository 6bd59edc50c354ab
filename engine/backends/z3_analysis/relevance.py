"""Whether something that is not known yet can still change an answer: exact, by all completions.

Three-valued logic may say unknown of what is settled already (a or not a). Here every fact and
judgement that a case lacks is left open, and the question is whether two completions that differ
in one fact only come to something else. If not, the fact need not be asked.
"""

from collections.abc import Iterable, Iterator

from engine.backends.z3_analysis.book import Cone, Key
from engine.backends.z3_analysis.cells import same
from engine.backends.z3_analysis.encoding import Encoding
from engine.backends.z3_analysis.inquiry import asked_of_both, is_leaf, with_domain
from engine.backends.z3_analysis.leaves import Judged, Leaf
from engine.backends.z3_analysis.skeletons import with_open_lists
from engine.backends.z3_analysis.solving import EFFORT, Verdict, ask
from engine.backends.z3_analysis.stage import Stage
from engine.backends.z3_analysis.symbols import Bit, both, either, equal, no
from engine.ir.case import ABSENT, Absent, Case, Inst
from engine.ir.program import Program
from engine.values import Value


def can_still_change(
    program: Program, case: Case, fact: tuple[str, Inst], about: tuple[str, Inst],
    effort: int = EFFORT,
) -> Verdict:  # fmt: skip
    """Whether a fact that the case lacks can still change the outcome of a concept.

    Args:
        program: the rules.
        case: what is known; a list that was not given may hold one record.
        fact: the name of the fact and whose it is.
        about: the concept and its instance.
        effort: steps of the solver, 0 for no limit.
    """
    structure, optional = with_open_lists(program, case)
    stage = Stage(case=structure, optional=optional, absences=True, bounded=False)
    first = Encoding(program, stage)
    changed = first.leaves.fact_key(program.facts[fact[0]], fact[1])
    second = Encoding(program, stage, first, [changed])
    (bit, keys), other = asked_of_both(first, second, lambda a, b: _differ(a, b, about))
    if bit is False:
        return Verdict.CANNOT
    there = with_domain(second, second.book.cone(other))
    shared = [k for k in there.keys if k in first.book.entries and is_leaf(k)]
    here = with_domain(first, first.book.cone([*keys, *shared]))
    cone = Cone(here.keys, (*here.facts, *there.facts), (*here.remarks, *there.remarks))
    known = list(_known(first, case, [key for key in here.keys if key != changed]))
    return ask(cone, [bit], known, effort).verdict


def _differ(one: Encoding, other: Encoding, about: tuple[str, Inst]) -> Bit:
    """Whether the outcomes are of another kind, or known and unequal."""
    a, b = one.begrip(*about), other.begrip(*about)
    kinds = ((a.known, b.known), (a.gap, b.gap), (a.conflict, b.conflict))
    other_kind = either(*(no(equal(x, y)) for x, y in kinds))
    return either(other_kind, both(a.known, b.known, no(same(a, b))))


def _known(encoding: Encoding, case: Case, keys: Iterable[Key]) -> Iterator[Bit]:
    """What makes every leaf say what the case says, where it says something."""
    for key in keys:
        match key:
            case ("feit", str(name), (str(entity), str(ident))):
                leaf: Leaf = encoding.book.entries[key].value
                given = case.facts.get((name, (entity, ident)))
                if given is not None:
                    yield _says(encoding, leaf, given)
            case ("oordeel", str(name), (str(entity), str(ident))):
                judged: Judged = encoding.book.entries[key].value
                said = case.judgements.get((name, (entity, ident)))
                if said is not None:
                    for part, field in judged.fields.items():
                        yield _says(encoding, field, said.outcome.get(part, ABSENT))
            case ("beslisdatum",) if case.decision_day is not None:
                yield _says(encoding, encoding.book.entries[key].value, case.decision_day)


def _says(encoding: Encoding, leaf: Leaf, given: Value | Absent) -> Bit:
    if isinstance(given, Absent):
        return leaf.absent
    return both(no(leaf.absent), equal(leaf.value, encoding.leaves.constant(given)))
