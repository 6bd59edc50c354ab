"""Terms of this case, and the steps of procedure that belong to a ground.

Procedure is reported as done, to do, late or unknown; it never changes a ground.
"""

from collections.abc import Sequence
from datetime import date

from engine.decide.encode import article_of, key_of
from engine.decide.outcomes import instances
from engine.decide.terms import Length, parse_length, settle_term
from engine.ir.case import CASE, Absent, Inst
from engine.ir.nodes import Expr
from engine.ir.parts import TermDecl
from engine.ir.program import LAST_BEFORE_CLAUSES, Rule
from engine.result.algebra import as_truth
from engine.result.evaluated import Evaluated
from engine.result.outcomes import Known
from engine.result.toets import Stap, TermijnToets
from engine.values import Value

STEP_STATUS = {"gehaald": "gedaan", "loopt": "te_doen", "te_laat": "te_laat"}


def all_terms(run: Evaluated) -> tuple[TermijnToets, ...]:
    """Every term that runs in this case, sorted by instance and id."""
    found = []
    for term in run.program.terms:
        if not term.window.holds(run.case.day):
            continue
        for inst in instances(run, term.entity):
            result = _term(run, term, inst)
            if result is not None:
                found.append(result)
    return tuple(sorted(found, key=lambda t: (t.van, t.over, t.id)))


def _term(run: Evaluated, term: TermDecl, inst: Inst) -> TermijnToets | None:
    if term.condition is not None and not _holds(run, term.condition, inst):
        return None
    start = _value(run, term.start, inst)
    if not isinstance(start, date):
        return None
    paused = _value(run, term.paused, inst)
    done = _value(run, term.done, inst)
    result = settle_term(
        term,
        _length(run, term, inst),
        start=start,
        paused_days=paused if isinstance(paused, int) else (0 if term.paused is None else None),
        done=done if isinstance(done, date | Absent) else None,
        today=run.case.decision_day or run.case.day,
        equated=run.program.holidays,
    )
    return TermijnToets(
        id=term.id,
        wat=term.what,
        over=key_of(inst),
        van=start.isoformat(),
        tot="" if result.end is None else result.end.isoformat(),
        rekenwijze=result.computation,
        status=result.status,
        bron=article_of(term.sources),
        klaar=done.isoformat() if isinstance(done, date) else "",
        gevolg=term.effect,
        zekerheid=term.certainty,
    )


def _length(run: Evaluated, term: TermDecl, inst: Inst) -> Length | None:
    if term.number is None:
        return parse_length(term.length)
    number, unit = _value(run, term.number, inst), term.length.partition(" ")[2]
    whole = isinstance(number, int) and not isinstance(number, bool) and 0 < number < 1000
    return parse_length(f"{number} {unit}") if whole else None


def _holds(run: Evaluated, condition: Expr, inst: Inst) -> bool:
    truth = as_truth(run.evaluate(condition, (inst,), LAST_BEFORE_CLAUSES).outcome)
    return isinstance(truth, Known) and truth.value is True


def _value(run: Evaluated, expr: Expr | None, inst: Inst) -> Value | Absent | None:
    if expr is None:
        return None
    outcome = run.evaluate(expr, (inst,), LAST_BEFORE_CLAUSES).outcome
    return outcome.value if isinstance(outcome, Known) else None


def procedure_of(
    run: Evaluated, rule: Rule, solution: Inst, terms: Sequence[TermijnToets]
) -> tuple[Stap, ...]:
    """The steps that belong to a ground, with their status; what does not apply is left out.

    A step is about the solution, its need, the person with that need or his household.
    """
    declared = {term.id: term for term in run.program.terms}
    known = {(term.id, term.over): term.status for term in terms}
    steps = []
    for name in rule.procedure:
        term = declared.get(name)
        place = None if term is None else _place(run, term.entity, solution)
        if term is not None and place is not None and _never(run, term, place):
            continue
        status = "" if place is None else known.get((name, key_of(place)), "")
        source = "" if term is None else article_of(term.sources)
        steps.append(Stap(stap=name, status=STEP_STATUS.get(status, "onbekend"), bron=source))
    return tuple(steps)


def _place(run: Evaluated, entity: str, solution: Inst) -> Inst | None:
    """The instance of this kind that a solution belongs to."""
    need = run.walk(solution, ("behoefte",))
    person = None if need is None else run.walk(need, ("behoefte_van",))
    if entity in run.program.groups:
        return None if person is None else run.walk(person, (entity,))
    return next((i for i in (solution, need, person, CASE) if i and i[0] == entity), None)


def _never(run: Evaluated, term: TermDecl, inst: Inst) -> bool:
    """Whether a term surely does not apply here."""
    if term.condition is None:
        return False
    truth = as_truth(run.evaluate(term.condition, (inst,), LAST_BEFORE_CLAUSES).outcome)
    return isinstance(truth, Known) and not truth.value
