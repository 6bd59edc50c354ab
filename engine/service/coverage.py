"""Which rules the cases touch: active in a case, set aside there, or still open."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path

from engine.decide.outcomes import instances
from engine.errors import CaseError, Diagnostic
from engine.ir.case import Inst
from engine.ir.program import LAST_BEFORE_CLAUSES, Rule, Rung
from engine.result.evaluated import Evaluated
from engine.result.outcomes import Known, Outcome
from engine.result.steps import RuleStep
from engine.service.ports import Rules
from engine.source.case_files import case_paths, read_cases
from engine.source.cases import build_case

Progress = Callable[[Sequence[Path]], Iterator[Path]]
Look = Callable[[Evaluated], None]
Places = tuple[Inst, ...]


@dataclass
class Coverage:
    """Rules by what became of them; a rule that is active in any case is covered.

    Attributes:
        active: rules that were active in a case.
        aside: rules whose condition held in a case, but another rule went before.
        open: rules that a case leaves open.
        exceptions: exception and the rule that it set aside in a case.
        unread: what is wrong with case files that could not be run.
    """

    active: set[str] = field(default_factory=set)
    aside: set[str] = field(default_factory=set)
    open: set[str] = field(default_factory=set)
    exceptions: set[tuple[str, str]] = field(default_factory=set)
    unread: list[Diagnostic] = field(default_factory=list)
    cases: int = 0


def coverage(rules: Rules, progress: Progress = iter) -> Coverage:
    """Run every case beside the rules and note what became of each rule."""
    found = Coverage()
    found.cases, found.unread = over_cases(rules, progress, partial(_note, found))
    return found


def over_cases(rules: Rules, progress: Progress, look: Look) -> tuple[int, list[Diagnostic]]:
    """Have every case beside the rules looked at; how many, and what could not be run."""
    number, unread = 0, list[Diagnostic]()
    for path in progress(case_paths(rules.folders)):
        try:
            cases = read_cases(path, str(path))
        except CaseError as error:
            unread += error.diagnostics
            continue
        for case in cases:
            request = case.hulpvraag
            try:
                setting = rules.setting_of(request)
                run = setting.evaluate(setting.program, build_case(request, setting.program))
            except CaseError as error:
                unread += error.diagnostics
                continue
            number += 1
            look(run)
    return number, unread


def _note(found: Coverage, run: Evaluated) -> None:
    places = cache(partial(instances, run))
    for rule in run.program.rules:
        if rule.id not in found.active:
            _note_rule(found, run, rule, places(rule.entity))
        for edge in rule.defeaters:
            over = run.program.rules[edge.rule]
            if (over.id, rule.id) not in found.exceptions:
                _note_exception(found, run, rule, over, places(rule.entity))


def _note_rule(found: Coverage, run: Evaluated, rule: Rule, places: Places) -> None:
    for inst in places:
        step = _step(run, rule, inst)
        if not isinstance(step.truth, Known):
            found.open.add(rule.id)
        elif step.truth.value:
            found.active.add(rule.id)
            return
        elif _holds(step.own):
            found.aside.add(rule.id)


def _note_exception(
    found: Coverage, run: Evaluated, rule: Rule, over: Rule, places: Places
) -> None:
    """Note whether an exception sets this rule aside where its own condition holds.

    It is looked at on its own rung: a clause that names rules is silent on the rungs below it.
    """
    for inst in places:
        step = _step(run, rule, inst, over.rung)
        active = {number for number, _, truth in step.defeaters if _holds(truth)}
        if _holds(step.own) and over.number in active:
            found.exceptions.add((over.id, rule.id))
            break


def _step(run: Evaluated, rule: Rule, inst: Inst, rung: Rung = LAST_BEFORE_CLAUSES) -> RuleStep:
    return run.rule(rule.number, inst, max(rule.rung, rung, LAST_BEFORE_CLAUSES))


def _holds(truth: Outcome) -> bool:
    return isinstance(truth, Known) and bool(truth.value)
