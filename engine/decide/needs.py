"""One need: what is covered, what is left, and which sets of solutions cover it together."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice, product

from engine.decide.encode import encode, needs_of
from engine.decide.facts import given
from engine.decide.grounds import Tried, cost_of
from engine.decide.procedure import procedure_of
from engine.decide.selection import other_forms
from engine.decide.solutions import Answer, blocker_text, ground_text
from engine.ir.case import Inst
from engine.ir.program import Rung
from engine.ir.types import EURO
from engine.result.evaluated import Evaluated
from engine.result.obstacles import Blokkade
from engine.result.steps import Blocker
from engine.result.toets import (
    Alternatief,
    BehoefteToets,
    Grond,
    Kosten,
    OplossingToets,
    Recht,
    TermijnToets,
)
from engine.values import Number

CARRIED = ("past_zonder_besluit", "grond")
POSSIBLE = (*CARRIED, "kansrijk", "keuze", "elders")
MOST_ALTERNATIVES = 5
MONTHS = 12  # a solution without an end is counted for a year


def need_result(
    run: Evaluated,
    need: Inst,
    words: tuple[str, str],
    solutions: Sequence[tuple[Answer, str]],
    terms: Sequence[TermijnToets],
    changes: dict[tuple[Inst, Blocker], Blokkade],
) -> BehoefteToets:
    """Put the answers for the solutions of one need side by side.

    Args:
        run: the evaluation.
        need: the instance of the need.
        words: what is important to the resident, and the domain of life.
        solutions: per solution its answer and what it is, in the resident's words.
        terms: all terms, for the steps of procedure.
        changes: per solution and blocker its text with its shortest change filled in.
    """
    answers = [answer for answer, _ in solutions]
    obstacles = run.members("belemmeringen", need)
    all_obstacles = list(obstacles) if isinstance(obstacles, tuple) else []
    covered = {i for a in answers if a.result in CARRIED for i in a.carried}
    return BehoefteToets(
        id=need[1],
        wat_is_belangrijk=words[0],
        leefgebied=words[1],
        gedekt=tuple(i[1] for i in all_obstacles if i in covered),
        resteert=tuple(i[1] for i in all_obstacles if i not in covered),
        alternatieven=_alternatives(run, answers, all_obstacles),
        oplossingen=tuple(
            _solution(run, answer, what, answers, terms, changes) for answer, what in solutions
        ),
    )


def _solution(
    run: Evaluated,
    answer: Answer,
    what: str,
    answers: Sequence[Answer],
    terms: Sequence[TermijnToets],
    changes: dict[tuple[Inst, Blocker], Blokkade],
) -> OplossingToets:
    return OplossingToets(
        id=answer.solution[1],
        wat=what,
        trede=answer.letter,
        uitkomst=answer.result,
        delen=answer.parts,
        gronden=tuple(_ground(run, answer, tried, terms) for tried in answer.tried),
        blokkades=tuple(
            dict.fromkeys(
                changes.get((answer.solution, b)) or blocker_text(run, b) for b in answer.blockers
            )
        ),
        nodig=needs_of(answer.needs, run.program),
        niet_gedragen=None if answer.left is None else encode(*answer.left),
        eenheid="" if answer.left is None else answer.left[1].unit,
        recht_op_besluit=_rights(run, answer, answers) if answer.rung == Rung.A else (),
        kosten=_costs(run, answer, answers),
        verwijzingen=answer.referrals,
        andere_vormen=other_forms(run, answer.solution),
    )


def _ground(run: Evaluated, answer: Answer, tried: Tried, terms: Sequence[TermijnToets]) -> Grond:
    steps = procedure_of(run, tried.rule, answer.solution, terms)
    return replace(ground_text(run, tried), procedure=steps)


def _rights(run: Evaluated, answer: Answer, answers: Sequence[Answer]) -> tuple[Recht, ...]:
    """Entitlements to help with the same obstacle that stay open beside this solution."""
    found: dict[str, Recht] = {}
    for other in answers:
        if other.solution == answer.solution or not _shares(run, answer, other):
            continue
        for tried in other.tried:
            if tried.rung is None or tried.rung in (Rung.A, Rung.E):
                continue
            text = ground_text(run, tried)
            found[text.regel] = Recht(
                regel=text.regel,
                regeling=text.regeling,
                artikel=text.artikel,
                status=text.status,
                bedrag=text.bedrag,
                eenheid=text.eenheid,
                hoe=tried.rule.procedure,
                vanaf=run.case.day.isoformat(),
            )
    return tuple(found[k] for k in sorted(found))


def _shares(run: Evaluated, one: Answer, other: Answer) -> bool:
    """Whether two solutions help with the same obstacle; those that name none always may."""
    own, its = (_covered(run, a.solution, None) for a in (one, other))
    return not own or not its or bool(own & its)


def _total(run: Evaluated, solution: Inst) -> tuple[Number | None, Number | None]:
    """One-off plus monthly cost of at most a year, and the latter; None when nothing is known."""
    once = cost_of(run, solution)
    given_monthly = given(run, "kosten_per_maand", solution)
    monthly = given_monthly if isinstance(given_monthly, int) else None
    if once is None and monthly is None:
        return None, None
    length = given(run, "looptijd", solution)
    months = length if isinstance(length, int) else MONTHS
    yearly = None if monthly is None else monthly * min(months, MONTHS)
    return (once or 0) + (yearly or 0), yearly


def _costs(run: Evaluated, answer: Answer, answers: Sequence[Answer]) -> Kosten:
    """Cost beside the cost of the solution that the entitlement would have led to.

    Only solutions that help with the same obstacle are compared.
    """
    own, yearly = _total(run, answer.solution)
    first = None
    if answer.rung == Rung.A:
        own_help = _covered(run, answer.solution, None)
        others = [
            a
            for a in answers
            if a.rung != Rung.A
            and a.result in POSSIBLE
            and (not own_help or own_help & _covered(run, a.solution, None))
        ]
        known = [(a.rung or Rung.E, a.solution, _total(run, a.solution)[0]) for a in others]
        priced = sorted(k for k in known if k[2] is not None)
        first = priced[0][2] if priced else None
    difference = first - own if first is not None and own is not None else None
    return Kosten(
        oplossing=None if own is None else encode(own, EURO),
        aanspraak_eerst=None if first is None else encode(first, EURO),
        verschil=None if difference is None else encode(difference, EURO),
        per_jaar=None if yearly is None else encode(yearly, EURO),
    )


def _alternatives(
    run: Evaluated, answers: Sequence[Answer], obstacles: Sequence[Inst]
) -> tuple[Alternatief, ...]:
    """Solutions that wholly take away the same obstacle are each other's alternative.

    Every alternative holds one of those per obstacle. Solutions that only help partly come with it
    where they help with an obstacle that nothing takes away wholly.
    """
    usable = [a for a in answers if a.result in POSSIBLE]
    whole = {a.solution: _covered(run, a.solution, "geheel") for a in usable}
    some = {a.solution: _covered(run, a.solution, None) for a in usable}
    by_obstacle = {o: [s for s in whole if o in whole[s]] for o in obstacles}
    choices = [found for found in by_obstacle.values() if found]
    left = {o for o, found in by_obstacle.items() if not found}
    partial = [s for s in some if not whole[s] and left & some[s]]
    made: dict[tuple[str, ...], Alternatief] = {}
    for chosen in islice(product(*choices), 64):
        group = sorted({*chosen, *partial})
        reached = {o for s in group for o in some[s]}
        if not obstacles or not set(obstacles) <= reached:
            continue
        ids = tuple(s[1] for s in group)
        rungs = [a.rung for a in usable if a.solution in group]
        letter = "geen" if None in rungs else max(r for r in rungs if r is not None).letter
        made[ids] = Alternatief(oplossingen=ids, dekt=tuple(o[1] for o in obstacles), trede=letter)
    smallest = sorted(made.values(), key=lambda m: (len(m.oplossingen), m.oplossingen))
    return tuple(smallest[:MOST_ALTERNATIVES])


def _covered(run: Evaluated, solution: Inst, measure: str | None) -> set[Inst]:
    """Obstacles that the solution takes away, wholly or at all, as the request says."""
    found = set()
    coverings = run.members("dekkingen", solution)
    for covering in coverings if isinstance(coverings, tuple) else ():
        value = given(run, "mate", covering)
        obstacle = run.walk(covering, ("belemmering",))
        if obstacle is not None and value != "niet" and measure in (None, value):
            found.add(obstacle)
    return found
