"""Which facts say that somebody is worse off, and which that somebody has more means."""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import islice

from engine.decide.outcomes import instances as places
from engine.decide.probe import Before
from engine.ir.case import Case
from engine.ir.declarations import FactDecl
from engine.ir.program import Program
from engine.ir.reads import Part, fact, resting_on
from engine.result.outcomes import Known
from engine.testing.answers import direction
from engine.testing.cases import by_entity
from engine.testing.folder import Folder
from engine.testing.twins import having

HANDICAP = "handicap"
LOW, HIGH = 0, 500_000  # cents
TRIED = 200
MUCH_MORE = 4


def burdens(folder: Folder) -> tuple[str, ...]:
    """Facts of which more is more serious: ordered labels, hours that are needed, a handicap.

    How much a covering takes away is ordered too, but more of that is not more serious.
    """
    return tuple(sorted(n for n in folder.facts if _is_burden(folder.program.facts[n])))


def _is_burden(decl: FactDecl) -> bool:
    if decl.entity == "dekking":
        return False
    asked = decl.entity == "oplossing" and decl.type.kind == "aantal" and "/" in decl.type.unit
    yes = decl.protected == HANDICAP and decl.type.kind == "ja_nee"
    return asked or yes or (decl.type.kind == "keuze" and decl.type.ordered)


def means(folder: Folder) -> tuple[str, ...]:
    """Amounts of persons of which the acts nearly always give less when there is more.

    That is tried out on worked cases: the acts themselves say what counts as means. Now and then
    something comes in the place of what is lost, so that a few may go the other way.
    """
    persons = {"persoon", *(n for n, d in folder.program.lists.items() if d.owner == "persoon")}
    facts = [folder.program.facts[name] for name in sorted(folder.facts)]
    amounts = [d for d in facts if d.type.kind == "bedrag" and d.entity in persons]
    return tuple(decl.name for decl in amounts if _counts(folder, decl))


def _counts(folder: Folder, decl: FactDecl) -> bool:
    known = (c for c in folder.all_worked if any(name == decl.name for name, _ in c.facts))
    moves = Counter(m for case in islice(known, TRIED) for m in _moves(folder, decl, case))
    return moves[-1] > MUCH_MORE * moves[1]


@cache
def _rights(program: Program) -> frozenset[Part]:
    return frozenset(("begrip", n) for n, b in program.begrippen.items() if b.entitlement)


def _moves(folder: Folder, decl: FactDecl, case: Case) -> Iterator[int]:
    """Which way every entitlement goes when there is much of this instead of nothing."""
    found = by_entity(case.persons, case.network, case.links).get(decl.entity, ())
    if not found:
        return
    low, high = (having(case, decl, found[0], value) for value in (LOW, HIGH))
    moved, program = fact(decl.name), folder.program
    runs = [folder.run(low)]
    runs.append(folder.run(high, Before(runs[0], frozenset({moved}))))
    for _, name in sorted(resting_on(program, moved) & _rights(program)):
        begrip = program.begrippen[name]
        for inst in places(runs[0], begrip.entity):
            outcomes = [run.begrip(name, inst).outcome for run in runs]
            if all(isinstance(o, Known) for o in outcomes):
                yield from (m for m in [direction(outcomes[0], outcomes[1], begrip)] if m)
