"""Obligations that get in each other's way, for the same person, from any act or request."""

from collections import defaultdict
from dataclasses import dataclass

from engine.decide.facts import given
from engine.ir.case import Inst
from engine.ir.parts import Collision
from engine.ir.program import LAST_BEFORE_CLAUSES
from engine.result.evaluated import Evaluated
from engine.result.outcomes import Known


@dataclass(frozen=True, slots=True)
class Clash:
    """Two kinds of obligation of one person that collide, and from where they come."""

    person: Inst
    collision: Collision
    origins: tuple[str, ...]


def clashes(run: Evaluated) -> tuple[Clash, ...]:
    """All collisions: declared duties that apply, and obligations written in the request."""
    found = []
    for person in (("persoon", p) for p in run.case.persons):
        kinds = _kinds(run, person)
        for collision in run.program.collisions:
            if all(kind in kinds for kind in collision.between):
                origins = tuple(sorted({o for k in collision.between for o in kinds[k]}))
                found.append(Clash(person, collision, origins))
    return tuple(found)


def _kinds(run: Evaluated, person: Inst) -> dict[str, list[str]]:
    kinds: dict[str, list[str]] = defaultdict(list)
    for duty in run.program.duties:
        outcome = run.begrip(duty.begrip, person, LAST_BEFORE_CLAUSES).outcome
        if isinstance(outcome, Known) and outcome.value is True:
            kinds[duty.kind].append(duty.begrip)
    if "verplichtingen" in run.program.lists:
        records = run.members("verplichtingen", person)
        for record in records if isinstance(records, tuple) else ():
            kind = given(run, "soort_plicht", record)
            if kind is not None:
                kinds[str(kind)].append(f"{record[0]}:{record[1]}")
    return kinds
