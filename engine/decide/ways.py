"""Ways: the smallest sets of facts, judgements and choices that would carry a solution.

The solver proposes the lightest set; whether it really carries the solution, and whether nothing
less does, is tried again with the evaluation itself. Nothing is proposed that was not tried.
Never through facts that are protected, that nobody can change, or that were measured already:
what somebody has, earns or spends, and when something was, stays as it is.

The lowest rung weighs most, then how hard a change is (P24; docs/besluiten/0007-wegen.md).
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from itertools import combinations

from engine.backends.z3_analysis.carried import Ladder, carried
from engine.backends.z3_analysis.minimal import LeafKey, Search, Wanted
from engine.backends.z3_analysis.solving import Verdict
from engine.backends.z3_analysis.stage import Said
from engine.decide.blockers import solution_blockers
from engine.decide.encode import encode, key_of, short
from engine.decide.grounds import rungs_of
from engine.decide.probe import Change, Point, Prober
from engine.decide.selection import clause_grounds, grounds, kind_of
from engine.decide.solutions import Answer, answer_solution, try_all
from engine.errors import InternalError
from engine.ir.case import Inst
from engine.ir.declarations import FactDecl
from engine.ir.program import Reach, Rule
from engine.result.evaluated import Evaluated
from engine.result.outcomes import TRUE, Unknown
from engine.result.toets import OplossingToets, Toets
from engine.result.ways import Weg, Wijziging

MOST = 5  # sets that are shown
MOST_REFUSED = 10  # proposals that came to nothing, before it is called unknown
ASKED = ("kansrijk", "geen_grond")  # results for which ways are looked for
CARRIED = ("grond", "past_zonder_besluit")
SETTLED = ("ja_nee", "keuze")  # known facts of other types were measured: they stay


class Weight(IntEnum):
    """How hard a change is; a step up the ladder is harder than any of them."""

    EVIDENCE = 1  # a fact that is not known yet
    JUDGEMENT = 10  # a judgement or choice that was not made yet
    FACT = 100  # a fact that is otherwise now
    REVISION = 1_000  # a judgement or choice that was made otherwise
    RUNG = 100_000


@dataclass(frozen=True)
class Ways:
    """The ways that were found, and how thorough the search was: alle, meer or onbekend."""

    found: tuple[Weg, ...]
    searched: str


def with_ways(prober: Prober, toets: Toets) -> Toets:
    """The same answer, with the ways for every solution that nothing carries yet."""
    needs = (
        replace(need, oplossingen=tuple(_with_ways(prober, one) for one in need.oplossingen))
        for need in toets.behoeften
    )
    return replace(toets, behoeften=tuple(needs))


def _with_ways(prober: Prober, told: OplossingToets) -> OplossingToets:
    if told.uitkomst not in ASKED:
        return told
    made = ways(prober, ("oplossing", told.id))
    return replace(told, wegen=made.found, wegen_gezocht=made.searched)


def ways(prober: Prober, solution: Inst) -> Ways:
    """The lightest ways for a solution that nothing carries yet, and how far was looked."""
    found, searched = proposals(prober, solution)
    return Ways(tuple(_way(prober, solution, changes) for changes in found), searched)


def proposals(prober: Prober, solution: Inst) -> tuple[list[tuple[Change, ...]], str]:
    """Sets of changes that carry a solution, lightest first; at most five, each another one.

    Two of them are not the same changes with other values, and none holds all changes of another.
    """
    run = prober.run
    search = Search(run.program, _said(run), _wanted(run, solution), _weight(run), Weight.RUNG)
    found: list[tuple[Change, ...]] = []
    refused = 0
    while len(found) < MOST and refused < MOST_REFUSED:
        verdict, proposed = search.next()
        if verdict is not Verdict.CAN:
            sure = verdict is Verdict.CANNOT and not refused
            return found, "alle" if sure else "onbekend"
        changes = tuple(Change(Point(*one.key), one.value) for one in proposed)
        least = smallest(prober, solution, changes)
        if least is None:
            refused += 1
        else:
            found.append(least)
        search.leave_out(_keys(changes if least is None else least))
    return found, "meer" if len(found) == MOST else "onbekend"


def smallest(
    prober: Prober, solution: Inst, changes: Sequence[Change]
) -> tuple[Change, ...] | None:
    """The smallest part of these changes with which the solution is carried.

    None when they do not carry it, when they first call up a refusal so that an exception to it
    can apply, or when some only close a door: when all that carries it in the end carries as much
    without them.
    """
    after = prober.under(*changes)
    whole = answer_solution(after, solution)
    if whole.result not in CARRIED or _refusing(after, solution) - _refusing(prober.run, solution):
        return None
    for size in range(len(changes)):
        for some in combinations(changes, size):
            run = prober.under(*some)
            if answer_solution(run, solution).result in CARRIED:
                return some
            if _as_much(run, whole):
                return None
    return tuple(changes)


def _refusing(run: Evaluated, solution: Inst) -> set[str]:
    """The rules that themselves refuse a solution, apart from conditions that fail."""
    blockers = solution_blockers(run, solution)
    return {b.rule for b in blockers if not b.fails and b.touches is None}


def _as_much(run: Evaluated, whole: Answer) -> bool:
    """Whether all grounds of an answer carry as much in another evaluation."""
    return all(_same_part(run, whole, name) for name in _carrying(whole))


def _same_part(run: Evaluated, whole: Answer, name: str) -> bool:
    then = [tried for tried in whole.tried if tried.rule.id == name]
    now = try_all(run, then[0].rule, whole.solution)
    same = [(t.covers, t.amount) for t in now] == [(t.covers, t.amount) for t in then]
    return same and all(t.holds for t in now)


def _carrying(answer: Answer) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.regel for part in answer.parts))


# -- what is asked of the solver ------------------------------------------------------------


def _wanted(run: Evaluated, solution: Inst) -> Wanted:
    obstacles = run.members("belemmeringen", solution)
    now = answer_solution(run, solution)
    ladder = Ladder(
        solution=solution,
        obstacles=() if isinstance(obstacles, Unknown) else obstacles,
        grounds=tuple((rule, rungs_of(rule)) for rule in _grounds(run, solution)),
        holding=frozenset(tried.rule.id for tried in now.tried if tried.holds),
    )
    return lambda encoding: carried(encoding, ladder)


def _grounds(run: Evaluated, solution: Inst) -> Iterator[Rule]:
    """Grounds for this kind of solution in any form, and those that answer what blocks it now."""
    kind = kind_of(run, solution)
    for rule in grounds(run.program):
        if rule.grant is not None and rule.grant.kinds is not None and kind in rule.grant.kinds:
            yield rule
    for rule in clause_grounds(run.program):
        if rule.reach is not None and run.answers_blocker(rule.reach, solution) == TRUE:
            yield rule


def _said(run: Evaluated) -> Said:
    """The case, with what may be otherwise; what stands in the way is read from it as it is."""

    def blocked(key: Hashable) -> bool:
        match key:
            case (_, (tuple(ranks), tuple(characters)), (str(entity), str(ident))):
                reach = Reach(blocker_ranks=ranks, blocker_characters=characters)
                return run.answers_blocker(reach, (entity, ident)) == TRUE
            case (_, regulation, (str(entity), str(ident))):
                return any(b.regulation == regulation for b in run.blocking((entity, ident)))
        raise InternalError(f"no such blocker: {key}")

    return Said(case=run.case, open=lambda key: may_change(run, key), blocked=blocked)


def may_change(run: Evaluated, key: Hashable) -> bool:
    """Whether a way may go through this fact or judgement.

    What is presumed in the resident's favour stays so: it opens no door to have it the other way.
    """
    match key:
        case ("oordeel", _, _):
            return True
        case ("feit", str(name), place):
            fact = run.program.facts[name]
            if not fact.changeable or fact.protected or fact.test_only or fact.entity == "paar":
                return False
            if (name, place) in run.case.facts:
                return fact.type.kind in SETTLED
            disputed = (name, place) in run.case.contested
            return fact.type.kind != "tekst" and (fact.presumption is None or disputed)
    return False


def _weight(run: Evaluated) -> Callable[[LeafKey], int]:
    def weight(key: LeafKey) -> int:
        kind, name, inst = key
        if kind == "feit":
            return Weight.FACT if (name, inst) in run.case.facts else Weight.EVIDENCE
        return Weight.REVISION if (name, inst) in run.case.judgements else Weight.JUDGEMENT

    return weight


def _keys(changes: Iterable[Change]) -> Iterator[LeafKey]:
    for change in changes:
        yield change.point.kind, change.point.name, change.point.inst


# -- what is told ---------------------------------------------------------------------------


def _way(prober: Prober, solution: Inst, changes: Sequence[Change]) -> Weg:
    answer = answer_solution(prober.under(*changes), solution)
    told = (text for change in changes for text in _texts(prober.run, change))
    return Weg(trede=answer.letter, regels=_carrying(answer), wijzigingen=tuple(told))


def _texts(run: Evaluated, change: Change) -> Iterator[Wijziging]:
    """A change as data: one line, or one per field of a judgement."""
    point = change.point
    place = (point.name, point.inst)
    if point.kind == "feit":
        fact = run.program.facts[point.name]
        now = run.case.facts.get(place)
        yield Wijziging(
            soort="gegeven",
            naam=short(point.name, run.program),
            over=key_of(point.inst),
            waarde=encode(change.shown, fact.type),
            van=None if now is None else encode(now, fact.type),
            wie_kan_opheffen=_prover(fact) if now is None else "bewijs",
        )
        return
    norm = run.program.norms[point.name]
    made = run.case.judgements.get(place)
    chosen = norm.nature == "keuze"
    given = change.value if isinstance(change.value, Mapping) else {"": change.value}
    for field in norm.fields:
        now = None if made is None else made.outcome.get(field.name)
        yield Wijziging(
            soort="keuze" if chosen else "oordeel",
            naam=short(point.name, run.program),
            over=key_of(point.inst),
            onderdeel=field.name,
            waarde=encode(given[field.name], field.type),
            van=None if now is None else encode(now, field.type),
            wie_kan_opheffen="college" if chosen else "oordeel",
            rollen=norm.roles,
        )


def _prover(fact: FactDecl) -> str:
    """Who can show a fact that is not known: who has the burden of proof, or who has evidence."""
    return {"aanvrager": "inwoner", "college": "college"}.get(fact.burden, "bewijs")
