"""Outcomes of all concepts for all their instances, as data of the Toets."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from engine.decide.encode import (
    encode,
    key_of,
    needs_of,
    rule_bases,
    short,
    status_of,
)
from engine.ir.case import CASE, Inst
from engine.ir.program import LAST_BEFORE_CLAUSES, Begrip, Program, Rung
from engine.ir.reads import MOST_PROGRAMS
from engine.result.evaluated import Evaluated
from engine.result.outcomes import Conflict, Gap, Known, Leaf, Outcome, Unknown
from engine.result.toets import Conflictwaarde, Grondslag, Uitgeschakeld, Uitkomst, ZonderAfwijking
from engine.result.ways import Waarde

MORE = 2


def instances(run: Evaluated, entity: str) -> tuple[Inst, ...]:
    """All instances of an entity in this case, sorted."""
    case = run.case
    if entity == "zaak":
        return (CASE,)
    if entity == "persoon":
        return tuple(("persoon", p) for p in case.persons)
    if entity == "paar":
        return tuple(("paar", f"{a}>{b}") for a in case.persons for b in case.persons if a != b)
    if entity in run.program.groups:
        found = {run.walk(("persoon", p), (entity,)) for p in case.persons}
        return tuple(sorted(i for i in found if i is not None))
    return tuple((entity, i) for i in case.members.get(entity, ()))


def all_outcomes(run: Evaluated) -> dict[str, dict[str, Uitkomst]]:
    """Per instance and concept the outcome; instances and concepts sorted by name."""
    rows: dict[str, dict[str, Uitkomst]] = {}
    for entity, own in _shown(run.program).items():
        for inst in instances(run, entity):
            rows[key_of(inst)] = {b.name: outcome_text(run, b, inst) for b in own}
    return dict(sorted(rows.items()))


@lru_cache(maxsize=MOST_PROGRAMS)
def _shown(program: Program) -> Mapping[str, Sequence[Begrip]]:
    """Per entity its concepts but for the open terms, sorted by name."""
    shown = sorted((b for b in program.begrippen.values() if not b.term), key=lambda b: b.name)
    return {
        entity: [b for b in shown if b.entity == entity] for entity in {b.entity for b in shown}
    }


@lru_cache(maxsize=MOST_PROGRAMS)
def entitlements(program: Program) -> tuple[Begrip, ...]:
    """The concepts that are something that one may get, sorted by name."""
    found = (begrip for begrip in program.begrippen.values() if begrip.entitlement)
    return tuple(sorted(found, key=lambda begrip: begrip.name))


def outcome_text(run: Evaluated, begrip: Begrip, inst: Inst) -> Uitkomst:
    """One outcome, with its grounds, what was set aside, and the value without deviations."""
    found, program = run.standing(begrip.name, inst, LAST_BEFORE_CLAUSES), run.program
    outcome, grounds = found.outcome, _grounds(found.gives, program)
    without = _without(run, begrip, inst) if begrip.top > Rung.B else None
    aside = _set_aside(run, found.aside, inst) if found.aside else ()
    if not isinstance(outcome, Known):
        return Uitkomst(
            status=status_of(outcome),
            eenheid=begrip.type.unit,
            soort_gat=outcome.kind if isinstance(outcome, Gap) else "",
            zonder_afwijking=without,
            gronden=grounds,
            uitgeschakeld=aside,
            nodig=needs_of(outcome, program),
            voorlopig=_provisional(outcome, begrip),
            conflict=_conflict(outcome, begrip),
        )
    reserve = outcome.reserve
    return Uitkomst(
        status="waarde",
        waarde=encode(outcome.value, begrip.type),
        eenheid=begrip.type.unit,
        vast=not reserve,
        voorbehoud=_names(reserve, "norm", program) + _names(reserve, "beleid", program),
        aannames=_names(reserve, "aanname", program),
        zonder_afwijking=without,
        gronden=grounds,
        uitgeschakeld=aside,
    )


def _value(outcome: Outcome, begrip: Begrip) -> Waarde | None:
    return encode(outcome.value, begrip.type) if isinstance(outcome, Known) else None


def _provisional(outcome: Outcome, begrip: Begrip) -> Waarde | None:
    if isinstance(outcome, Unknown) and outcome.provisional is not None:
        return encode(outcome.provisional, begrip.type)
    return None


def _names(reserve: frozenset[Leaf], kind: str, program: Program) -> tuple[str, ...]:
    if not reserve:
        return ()
    return tuple(sorted({short(leaf.name, program) for leaf in reserve if leaf.kind == kind}))


def _conflict(outcome: Outcome, begrip: Begrip) -> tuple[Conflictwaarde, ...]:
    if not isinstance(outcome, Conflict):
        return ()
    return tuple(
        Conflictwaarde(waarde=encode(v, begrip.type), regels=rules) for v, rules in outcome.values
    )


def _grounds(gives: tuple[int, ...], program: Program) -> tuple[Grondslag, ...]:
    """Active rules that give or change the value, sorted by id."""
    bases = rule_bases(program)
    if len(gives) < MORE:
        return tuple([bases[number] for number in gives])
    return tuple(sorted((bases[number] for number in {*gives}), key=lambda g: g.regel))


def _set_aside(run: Evaluated, lost: tuple[int, ...], inst: Inst) -> tuple[Uitgeschakeld, ...]:
    found = []
    for lost_rule in lost:
        rule = run.program.rules[lost_rule]
        whys = {e.rule: e.why for e in rule.defeaters}
        for number, _, truth in run.rule(lost_rule, inst, LAST_BEFORE_CLAUSES).defeaters:
            if isinstance(truth, Known) and truth.value:
                found.append(
                    Uitgeschakeld(
                        regel=rule.id,
                        door=run.program.rules[number].id,
                        waarom=whys.get(number, ""),
                    )
                )
    return tuple(sorted(found, key=lambda u: (u.regel, u.door)))


def _without(run: Evaluated, begrip: Begrip, inst: Inst) -> ZonderAfwijking:
    """The outcome without the rules of rung c, d and e."""
    found = run.standing(begrip.name, inst, Rung.B)
    return ZonderAfwijking(
        status=status_of(found.outcome),
        waarde=_value(found.outcome, begrip),
        gronden=_grounds(found.gives, run.program),
    )
