"""Why something came out or not: what was asked, with which value, by which rule."""

from collections.abc import Mapping
from typing import Protocol

from engine.backends.render_nl.blocks import Block, Line
from engine.backends.render_nl.dutch import listing, phrase, together, upper_first
from engine.backends.render_nl.expressions import Speaker
from engine.backends.render_nl.names import find, heading
from engine.backends.render_nl.places import own_scope
from engine.backends.render_nl.remarks import norms_of
from engine.backends.render_nl.sources import cite_all, cite_rule
from engine.backends.render_nl.statements import presumed, subject
from engine.backends.render_nl.toets_words import NO_WORDS, about, place_key
from engine.backends.render_nl.why_terms import YES, leaves, told, truth_word, value_word
from engine.ir import nodes
from engine.ir.case import Inst
from engine.ir.nodes import Expr
from engine.ir.program import Begrip, Program, Rule
from engine.result.outcomes import Gap, Known, Outcome, Term, Unknown
from engine.result.settle import Active
from engine.result.steps import BegripStep, RuleStep

SLEEPS = (
    "deze regel slaapt: er is nog niet over geoordeeld, en er is nu geen aanleiding voor. "
    "Dat is geen nee"
)


class Steps(Protocol):
    """An evaluation that can be asked again: the same answers, with how they came about."""

    def begrip(self, name: str, inst: Inst) -> BegripStep:
        """The outcome of a concept for an instance."""

    def rule(self, number: int, inst: Inst) -> RuleStep:
        """Whether a rule is active for an instance."""


def render_why(
    program: Program,
    steps: Steps,
    name: str,
    inst: Inst,
    depth: int = 1,
    words: Mapping[str, str] = NO_WORDS,
) -> Block:
    """Why a concept has this outcome for this instance.

    Args:
        program: The program that was evaluated.
        steps: The evaluation.
        name: The concept, qualified or short.
        inst: The instance, such as `("participatiewet.gezin", "p1")`.
        depth: How many concepts deep the explanation follows what it rests on.
        words: Own words by key, for households (`gezin:k1` -> `het gezin`).
    """
    full = find(program, name)
    step = steps.begrip(full, inst)
    title = f"{upper_first(heading(program, full))} ({about(place_key(inst), words)})"
    lines = _concept(program, steps, full, inst, depth, 0)
    opening = "Waarom niet" if _is_no(step.outcome) else "Waarom"
    return Block(f"{opening}: {title}", tuple(lines))


def render_why_rule(program: Program, steps: Steps, rule: Rule, inst: Inst) -> Block:
    """Why a rule holds, or does not, for this instance."""
    step = steps.rule(rule.number, inst)
    opening = "Waarom niet" if _is_no(step.truth) else "Waarom"
    asleep = sleeps(step)
    lines = [Line(f"Uitkomst: {SLEEPS if asleep else _state(step.truth)}")]
    lines += _condition(program, rule, step, 1)
    if asleep:
        lines += [Line(text) for text in _waking(program, rule)]
    lines += _defeated(program, step, 0)
    return Block(f"{opening}: {cite_rule(program, rule)}", tuple(lines))


def sleeps(step: RuleStep) -> bool:
    """Whether the rule is left aside for now: nobody judged yet, and nothing gives cause to."""
    truth, term = step.truth, step.term
    if not isinstance(truth, Known) or truth.value or term is None:
        return False
    waits = any(leaf.kind == "norm" for leaf in truth.reserve)
    return waits and isinstance(term.outcome, Unknown)


def _waking(program: Program, rule: Rule) -> list[str]:
    """What makes a sleeping rule count: a judgement, or the cause that the law names."""
    asked = [f"“{program.norms[name].question}”" for name in norms_of(rule)]
    told = [f"Zij telt mee zodra iemand dit beoordeelt: {listing(asked)}"] if asked else []
    if rule.cause is not None and not isinstance(rule.cause, nodes.Lit):
        cause = Speaker(program).clause(rule.cause, (own_scope(rule.entity),))
        told.append(f"Zij wordt gevraagd als {cause}.")
    return told


def _is_no(outcome: Outcome) -> bool:
    return isinstance(outcome, Gap) or (isinstance(outcome, Known) and outcome.value is False)


def _state(truth: Outcome) -> str:
    if isinstance(truth, Known):
        return "deze regel geldt" if truth.value else "deze regel geldt niet"
    return "nog niet bekend of deze regel geldt"


def _concept(
    program: Program, steps: Steps, name: str, inst: Inst, depth: int, level: int
) -> list[Line]:
    begrip = program.begrippen[name]
    step = steps.begrip(name, inst)
    lines = [Line(f"Uitkomst: {value_word(program, step.outcome, begrip.type)}", level)]
    lines += _reserve(program, step.outcome, level)
    lines += _candidates(program, steps, begrip, step, inst, level)
    if not any(c.value is not None for c in step.candidates):
        lines += _rest(program, begrip, level)
    for change in step.changes:
        lines += _change(program, begrip, change, level)
    if depth > 0:
        lines += _below(program, steps, step, (name, inst), depth, level)
    return lines


def _reserve(program: Program, outcome: Outcome, level: int) -> list[Line]:
    if isinstance(outcome, Unknown):
        found = sorted({subject(program, leaf.name) for leaf in outcome.needs})
        return [Line(f"Nog nodig: {listing(found)}", level)]
    if not isinstance(outcome, Known) or not outcome.reserve:
        return []
    norms = sorted({subject(program, r.name) for r in outcome.reserve if r.kind != "aanname"})
    facts = sorted({presumed(program, r.name) for r in outcome.reserve if r.kind == "aanname"})
    lines = [Line(f"Onder voorbehoud van: {listing(norms)}", level)] if norms else []
    return [*lines, Line(f"Aangenomen: {listing(facts)}", level)] if facts else lines


def _candidates(
    program: Program, steps: Steps, begrip: Begrip, step: BegripStep, inst: Inst, level: int
) -> list[Line]:
    """Rules that count first; those that do not apply are named, or explained when none counts."""
    order = sorted(step.candidates, key=lambda c: program.rules[c.rule].id)
    counting = [c for c in order if c.value is not None or _is_aside(steps, c, inst)]
    others = [c for c in order if c not in counting]
    lines = []
    for candidate in counting or others:
        lines += _candidate(program, steps, begrip, candidate, inst, level)
    if counting and others:
        names = together([program.rules[c.rule].id for c in others])
        lines.append(Line(f"Niet van toepassing: {names}", level))
    return lines


def _is_aside(steps: Steps, candidate: Active, inst: Inst) -> bool:
    """Whether the rule's own condition holds, so that another rule must have set it aside."""
    own = steps.rule(candidate.rule, inst).own
    return candidate.value is None and isinstance(own, Known) and own.value is True


def _candidate(
    program: Program, steps: Steps, begrip: Begrip, candidate: Active, inst: Inst, level: int
) -> list[Line]:
    rule = program.rules[candidate.rule]
    step = steps.rule(candidate.rule, inst)
    where = f"{cite_rule(program, rule)}: {phrase(rule.text)}"
    if candidate.value is None:
        aside = _is_aside(steps, candidate, inst)
        lines = [Line(f"{'Opzijgezet' if aside else 'Geldt niet'}: {where}", level)]
        shown = _defeated(program, step, level + 1) if aside else []
        return [*lines, *(shown or _condition(program, rule, step, level + 1, failing=True))]
    sure = isinstance(candidate.truth, Known)
    lines = [Line(f"{'Geldt' if sure else 'Misschien'}: {where}", level)]
    lines += _condition(program, rule, step, level + 1)
    value = value_word(program, candidate.value.outcome, begrip.type)
    return [*lines, Line(f"geeft: {value}{_from(program, candidate.value)}", level + 1)]


def _from(program: Program, term: Term) -> str:
    found = [text for text in leaves(program, term) if text]
    return f" ({'; '.join(found)})" if found and term.args else ""


def _rest(program: Program, begrip: Begrip, level: int) -> list[Line]:
    if begrip.rest is None:
        return [Line("Geen enkele regel geeft hier een waarde.", level)]
    value = Speaker(program).value(begrip.rest, (own_scope(begrip.entity),))
    source = cite_all(program, begrip.rest_sources)
    return [
        Line(f"Geen regel geldt, dan is het: {value}{f' ({source})' if source else ''}", level)
    ]


def _change(program: Program, begrip: Begrip, change: Active, level: int) -> list[Line]:
    rule = program.rules[change.rule]
    if change.value is None:
        if isinstance(change.truth, Known) and change.truth.reserve:
            return [Line(f"Slaapt nog: {cite_rule(program, rule)}: {phrase(rule.text)}", level)]
        return []
    word = "Gewijzigd door" if isinstance(change.truth, Known) else "Misschien gewijzigd door"
    value = value_word(program, change.value.outcome, begrip.type)
    return [Line(f"{word}: {cite_rule(program, rule)}: de uitkomst is dan {value}", level)]


def _defeated(program: Program, step: RuleStep, level: int) -> list[Line]:
    lines = []
    for number, _, truth in step.defeaters:
        if isinstance(truth, Known) and not truth.value:
            continue
        rule = program.rules[number]
        word = "door" if isinstance(truth, Known) else "misschien door"
        lines.append(Line(f"{word} {cite_rule(program, rule)}: {phrase(rule.text)}", level))
    return lines


def _condition(
    program: Program, rule: Rule, step: RuleStep, level: int, *, failing: bool = False
) -> list[Line]:
    """Each part of the condition with its answer and the values behind it."""
    lines = []
    for expr, term in _parts(rule, step.term):
        holds = term.outcome == YES or (
            isinstance(term.outcome, Known) and bool(term.outcome.value)
        )
        if failing and holds:
            continue
        if expr is None:
            clause = told(program, term)
        else:
            clause = f"of {Speaker(program).clause(expr, (own_scope(rule.entity),))}"
        values = [text for text in leaves(program, term) if text and term.args]
        behind = f" ({'; '.join(values)})" if values else ""
        lines.append(Line(f"{clause}: {truth_word(term.outcome)}{behind}", level))
    return lines


def _parts(rule: Rule, term: Term | None) -> list[tuple[Expr | None, Term]]:
    """The conjuncts of a condition, each beside its evaluated term where they line up."""
    if term is None or (rule.condition is None and not term.args and term.op == "vast"):
        return []
    extra = (rule.moment is not None) + bool(rule.reach and rule.reach.on_blockers)
    pairs: list[tuple[Expr | None, Term]] = []
    last = term
    if extra:
        terms = term.args if rule.condition is not None or extra > 1 else (term,)
        pairs = [(None, t) for t in terms[:extra]]
        if rule.condition is None:
            return pairs
        last = terms[-1]
    return [*pairs, *_conjuncts(rule.condition, last)]


def _conjuncts(expr: Expr | None, term: Term) -> list[tuple[Expr | None, Term]]:
    if isinstance(expr, nodes.And) and term.op == "en" and len(expr.args) == len(term.args):
        found: list[tuple[Expr | None, Term]] = []
        for part, value in zip(expr.args, term.args, strict=True):
            found += _conjuncts(part, value)
        return found
    return [(expr, term)]


def _below(
    program: Program,
    steps: Steps,
    step: BegripStep,
    seen: tuple[str, Inst],
    depth: int,
    level: int,
) -> list[Line]:
    """The concepts that the values rest on, each explained in turn."""
    found: dict[tuple[str, Inst], None] = {}
    for active in (*step.candidates, *step.changes):
        if active.value is not None:
            _gather(active.value, found)
    lines = []
    for name, inst in found:
        if (name, inst) != seen and name in program.begrippen:
            whose = "" if inst[0] in program.groups else f" ({about(place_key(inst))})"
            title = f"{upper_first(heading(program, name))}{whose}"
            lines.append(Line(f"Hierachter: {title}", level))
            lines += _concept(program, steps, name, inst, depth - 1, level + 1)
    return lines


def _gather(term: Term, found: dict[tuple[str, Inst], None]) -> None:
    if term.op == "begrip" and term.inst is not None:
        found[term.name, term.inst] = None
    for arg in term.args:
        _gather(arg, found)
