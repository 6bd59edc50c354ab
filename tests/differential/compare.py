"""Ask two evaluations everything there is to ask, and say where they differ."""

from collections.abc import Iterator

from engine.backends import interpret
from engine.backends.compiled import Compiled, Run
from engine.ir.case import CASE, Case, Inst
from engine.ir.program import Program, Rung
from engine.result.outcomes import Outcome
from engine.result.steps import BegripStep, RuleStep

RUNGS = (Rung.A, Rung.B, Rung.C, Rung.D, Rung.CLAUSE, Rung.E)


def both(compiled: Compiled, case: Case, blockers=None) -> tuple[interpret.Run, Run]:
    """The reference and the compiled evaluation of one case."""
    if blockers is None:
        return interpret.Run(compiled.program, case), compiled.run(case)
    return interpret.Run(compiled.program, case, blockers), compiled.run(case, blockers)


def instances(run: interpret.Run, entity: str) -> list[Inst]:
    """All instances of an entity in the case."""
    case = run.case
    if entity == "zaak":
        return [CASE]
    if entity == "persoon":
        return [("persoon", p) for p in (*case.persons, *case.network)]
    if entity == "paar":
        return [("paar", f"{a}>{b}") for a in case.persons for b in case.persons if a != b]
    if entity in run.program.groups:
        found = {run.walk(("persoon", p), (entity,)) for p in case.persons}
        return sorted(inst for inst in found if inst)
    return [(entity, name) for name in case.members.get(entity, ())]


def shown(step: BegripStep) -> tuple[object, ...]:
    """A concept step without its terms."""
    return (
        step.outcome,
        tuple((c.rule, c.truth, c.value and c.value.outcome) for c in step.candidates),
        tuple((c.rule, c.truth, c.value and c.value.outcome) for c in step.changes),
    )


def rule_shown(step: RuleStep) -> tuple[object, ...]:
    """A rule step without its term."""
    return (step.truth, step.own, step.defeaters, step.term and step.term.outcome)


class Tally:
    """How much was compared."""

    def __init__(self) -> None:
        self.begrippen = self.rules = self.norms = self.cases = 0

    def __str__(self) -> str:
        return (
            f"{self.cases} gevallen: {self.begrippen} begrippen, {self.rules} regels en "
            f"{self.norms} oordelen gelijk"
        )


def differences(
    reference: interpret.Run, compiled: Run, tally: Tally, rungs=RUNGS
) -> Iterator[str]:
    """Everything that comes out otherwise, in words."""
    program: Program = reference.program
    tally.cases += 1
    places = {e: instances(reference, e) for e in sorted(_entities(program))}
    for rung in rungs:
        for name, begrip in program.begrippen.items():
            for inst in places[begrip.entity]:
                tally.begrippen += 1
                a, b = reference.begrip(name, inst, rung), compiled.begrip(name, inst, rung)
                if shown(a) != shown(b):
                    yield f"{name} {inst} {rung.name}:\n  {shown(a)}\n  {shown(b)}"
                short = [r.standing(name, inst, rung) for r in (reference, compiled)]
                if short[0] != short[1]:
                    yield f"{name} {inst} {rung.name}:\n  {short[0]}\n  {short[1]}"
        for rule in program.rules:
            for inst in places[rule.entity]:
                tally.rules += 1
                c, d = (r.rule(rule.number, inst, rung) for r in (reference, compiled))
                if rule_shown(c) != rule_shown(d):
                    yield f"{rule.id} {inst} {rung.name}:\n  {rule_shown(c)}\n  {rule_shown(d)}"
        for norm in program.norms.values():
            for inst in places[norm.entity]:
                for part in {"", *(f.name for f in norm.fields)}:
                    tally.norms += 1
                    e, f = (r.norm(norm, part, inst, rung) for r in (reference, compiled))
                    if e != f:
                        yield f"{norm.name} {inst} {rung.name}:\n  {e}\n  {f}"
    if reference.refused != compiled.refused:
        yield f"geweigerd: {reference.refused} {compiled.refused}"
    for name in program.groups:
        if reference.group(name) != compiled.group(name):
            yield f"groep {name}"


def _entities(program: Program) -> set[str]:
    parts = (*program.rules, *program.begrippen.values(), *program.norms.values())
    return {part.entity for part in parts}


def outcome_of(run: interpret.Run | Run, name: str, inst: Inst) -> Outcome:
    """The outcome of a concept."""
    return run.begrip(name, inst).outcome
