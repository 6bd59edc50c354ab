"""Which grounds are meant for which solution: selection only, nothing is computed."""

from engine.decide.facts import given
from engine.ir.case import Inst
from engine.ir.program import Program, Rule
from engine.result.evaluated import Evaluated


def kind_of(run: Evaluated, solution: Inst) -> str:
    """The kind of a solution."""
    return str(given(run, "soort_oplossing", solution) or "")


def grounds(program: Program) -> tuple[Rule, ...]:
    """All rules that grant something."""
    return tuple(r for r in program.rules if r.grant is not None and r.entity == "oplossing")


def candidate_grounds(run: Evaluated, solution: Inst) -> tuple[Rule, ...]:
    """Grounds that carry this kind of solution in this form, apart from those on blockers."""
    wanted = str(given(run, "vorm", solution) or "")
    return tuple(
        rule
        for rule in _of_kind(run, solution)
        if rule.grant is not None
        and (not rule.grant.forms or not wanted or wanted in rule.grant.forms)
    )


def other_forms(run: Evaluated, solution: Inst) -> tuple[str, ...]:
    """The forms in which rules do carry this kind, when none carries it in the form asked."""
    if candidate_grounds(run, solution):
        return ()
    found = {f for rule in _of_kind(run, solution) if rule.grant for f in rule.grant.forms}
    return tuple(sorted(found))


def _of_kind(run: Evaluated, solution: Inst) -> tuple[Rule, ...]:
    kind = kind_of(run, solution)
    return tuple(
        rule
        for rule in grounds(run.program)
        if rule.grant is not None and rule.grant.kinds is not None and kind in rule.grant.kinds
    )


def clause_grounds(program: Program) -> tuple[Rule, ...]:
    """Grounds of rung e: they answer a blocker, whatever the kind of solution."""
    return tuple(r for r in grounds(program) if r.grant is not None and r.grant.kinds is None)
