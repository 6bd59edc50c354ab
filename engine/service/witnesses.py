"""Whether a changed rule does something else in a case: what it does for every instance."""

from collections.abc import Iterable, Iterator

from engine.decide.encode import encode, key_of, status_of
from engine.decide.outcomes import instances
from engine.ir.case import Inst
from engine.ir.program import LAST_BEFORE_CLAUSES, Rule
from engine.ir.types import Type
from engine.result.evaluated import Evaluated
from engine.result.outcomes import Known, Outcome
from engine.result.verschil import Getuige

NOTHING = "bestaat niet"
FALSE = "geldt niet"


def witness(
    case: str, names: tuple[str, str], before: Evaluated, after: Evaluated
) -> Getuige | None:
    """Where a rule does something else in this case; None when it does not.

    Args:
        case: the id of the case.
        names: the id of the rule before and after; they differ when it was renamed.
        before: the case under the old rules.
        after: the case under the new rules.
    """
    old, new = _all_effects(names[0], before), _all_effects(names[1], after)
    for over in sorted({*old, *new}):
        was, now = old.get(over, NOTHING), new.get(over, NOTHING)
        if was != now and {was, now} != {NOTHING, FALSE}:
            return Getuige(geval=case, over=over, oud=was, nieuw=now)
    return None


def _all_effects(name: str, run: Evaluated) -> dict[str, str]:
    """Per instance what a rule does, in words; versions that share an id together."""
    found: dict[str, list[str]] = {}
    for rule in run.program.rules:
        if rule.id == name:
            for inst in instances(run, rule.entity):
                found.setdefault(key_of(inst), []).append(_effect(rule, inst, run))
    return {over: "; ".join(dict.fromkeys(told)) for over, told in found.items()}


def _effect(rule: Rule, inst: Inst, run: Evaluated) -> str:
    truth = run.rule(rule.number, inst, max(rule.rung, LAST_BEFORE_CLAUSES)).truth
    if not isinstance(truth, Known):
        return status_of(truth)
    if not truth.value:
        return FALSE
    return ", ".join(["geldt", *_values(rule, inst, run), *_granted(rule, inst, run)])


def _values(rule: Rule, inst: Inst, run: Evaluated) -> Iterator[str]:
    """What an active rule gives to concepts."""
    for name, _ in rule.effects:
        begrip = run.program.begrippen.get(name)
        if begrip is None:
            continue
        step = run.begrip(name, inst, max(rule.rung, LAST_BEFORE_CLAUSES))
        for active in (*step.candidates, *step.changes):
            if active.rule == rule.number and active.value is not None:
                told = _told(active.value.outcome, begrip.type)
                yield f"{name.rpartition('.')[2]} {told}"


def _granted(rule: Rule, inst: Inst, run: Evaluated) -> Iterator[str]:
    """What a ground that holds carries."""
    if rule.grant is None:
        return
    yield f"verleent {', '.join(rule.grant.kinds or ('alles',))}"
    if rule.grant.forms:
        yield f"in {', '.join(rule.grant.forms)}"
    if rule.grant.upto is not None:
        term = run.evaluate(rule.grant.upto, (inst,), rule.rung)
        yield f"tot {_told(term.outcome, rule.grant.type)}"


def _told(outcome: Outcome, kind: Type) -> str:
    return str(encode(outcome.value, kind)) if isinstance(outcome, Known) else status_of(outcome)


def differing_rules(
    names: Iterable[tuple[str, str]], case: str, before: Evaluated, after: Evaluated
) -> Iterator[tuple[tuple[str, str], Getuige]]:
    """The rules of these that do something else in this case, each with where."""
    for pair in names:
        found = witness(case, pair, before, after)
        if found is not None:
            yield pair, found
