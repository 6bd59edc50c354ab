"""Intended decisions: is there a power, must it be used, what stands in the way."""

from collections.abc import Iterator, Sequence

from engine.decide.blockers import ground_blockers
from engine.decide.causes import failing
from engine.decide.encode import basis_of, needs_of, short
from engine.decide.solutions import blocker_text
from engine.ir.case import Inst
from engine.ir.program import LAST_BEFORE_CLAUSES, Program, Rule
from engine.ir.types import YES_NO
from engine.result.algebra import as_needs
from engine.result.evaluated import Evaluated
from engine.result.obstacles import Blokkade
from engine.result.outcomes import NOTHING, Known, Leaf, Outcome
from engine.result.toets import VoornemenToets


def powers(program: Program, act: str) -> tuple[Rule, ...]:
    """Rules that say whether the college has a power over an intended decision.

    A decision under an act is revised, reclaimed or sanctioned under that act or a general act
    that it uses; `act` is empty when the request does not name it, and then every act counts.
    """
    info = next((i for i in program.regulations if i.id == act), None)
    return tuple(
        rule
        for rule in program.rules
        if rule.entity == "voornemen"
        and (info is None or rule.regulation in (act, *info.uses))
        and not rule.helper
        and rule.direction == "belastend"
        and any(
            program.begrippen[name].type == YES_NO
            for name, _ in rule.effects
            if name in program.begrippen
        )
    )


def intention_needs(run: Evaluated, intention: Inst, act: str) -> frozenset[Leaf]:
    """What the powers meant for this decision still need."""
    needs: frozenset[Leaf] = NOTHING
    for rule in powers(run.program, act):
        truth = run.rule(rule.number, intention).truth
        if _is_meant(run, rule, intention) and not isinstance(truth, Known):
            needs = needs | as_needs(truth)
    return needs


def intention_result(run: Evaluated, intention: Inst, act: str) -> VoornemenToets:
    """Look at every power that is meant for this kind of decision."""
    program = run.program
    meant = [r for r in powers(program, act) if _is_meant(run, r, intention)]
    steps = [(r, run.rule(r.number, intention).truth) for r in meant]
    active = [r for r, truth in steps if isinstance(truth, Known) and truth.value]
    possible = [(r, truth) for r, truth in steps if not isinstance(truth, Known)]
    needs: frozenset[Leaf] = NOTHING
    for _, truth in possible:
        needs = needs | as_needs(truth)
    shown = active or [r for r, _ in possible]
    return VoornemenToets(
        id=intention[1],
        bevoegdheid=_power(program, active, possible, needs),
        karakter=shown[0].character if shown else "",
        gronden=tuple(basis_of(r) for r in shown),
        blokkades=tuple(_blockers(run, [r for r in meant if r not in shown], intention)),
        nodig=needs_of(needs if not active else NOTHING, program),
        gevolg=_effects(program, shown),
    )


def _is_meant(run: Evaluated, rule: Rule, intention: Inst) -> bool:
    """Whether only the kind of decision keeps this power out; then it is not about this one."""
    step = run.rule(rule.number, intention)
    if not isinstance(step.own, Known) or step.own.value or step.term is None:
        return True
    facts = run.program.facts
    return not any(
        cause.kind == "feit"
        and facts[cause.name].type.kind == "keuze"
        and facts[cause.name].entity in ("voornemen", "besluit")
        for cause in failing(step.term)
    )


def _power(
    program: Program,
    active: list[Rule],
    possible: Sequence[tuple[Rule, Outcome]],
    needs: frozenset[Leaf],
) -> str:
    if active:
        return "kan" if any(r.character == "kan" for r in active) else "moet"
    if not possible:
        return "geen"
    judged = {leaf.name for leaf in needs if leaf.kind == "oordeel"}
    others = any(leaf.kind != "oordeel" for leaf in needs)
    choices = all(program.norms[n].nature == "keuze" for n in judged)
    return "kan" if judged and choices and not others else "onzeker"


def _blockers(run: Evaluated, rules: list[Rule], intention: Inst) -> Iterator[Blokkade]:
    for rule in rules:
        for blocker in ground_blockers(run, rule, intention, LAST_BEFORE_CLAUSES):
            yield blocker_text(run, blocker)


def _effects(program: Program, rules: list[Rule]) -> tuple[str, ...]:
    return tuple(sorted({short(name, program) for r in rules for name, _ in r.effects}))
