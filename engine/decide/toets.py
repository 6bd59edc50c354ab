"""Bring everything together: from a program and a case to a Toets.

Need first: solutions are answered before anything is said of outcomes, and the safety net looks
at both. Nothing here evaluates a rule; it asks an evaluation and arranges what comes back.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from engine.backends.signals.asked import Asked
from engine.decide.branches import branches
from engine.decide.changes import shortest_change
from engine.decide.dark import dark_signals
from engine.decide.encode import key_of
from engine.decide.intentions import intention_needs, intention_result
from engine.decide.needs import need_result
from engine.decide.outcomes import all_outcomes, entitlements, instances
from engine.decide.plans import plan_results
from engine.decide.presumptions import presumptions
from engine.decide.probe import Evaluate, Prober
from engine.decide.procedure import all_terms
from engine.decide.questions import Item, intention_items, outcome_items, questions, solution_items
from engine.decide.receipt import digest
from engine.decide.signals import Signals, lit_signals, net_facts
from engine.decide.solutions import Answer, answer_solution, blocker_text
from engine.decide.used import Used, disputes, notices
from engine.ir.case import Case, Inst
from engine.ir.program import Program
from engine.model.request import Hulpvraag
from engine.result.evaluated import Evaluated
from engine.result.obstacles import Blokkade
from engine.result.steps import Blocker
from engine.result.toets import (
    BehoefteToets,
    Regelset,
    TermijnToets,
    Toets,
    Uitkomst,
    VoornemenToets,
)

if TYPE_CHECKING:
    from engine.backends.signals.net import Net

ADVICE = (
    "Dit is een advies voor een besluit door het college, geen besluit. "
    "Een medewerker met naam en functie beslist."
)


@dataclass(frozen=True, kw_only=True)
class Setting:
    """What a decision needs besides the case: how to evaluate, the net, and who we are.

    `unbound` is the net of the signals that reach only so far, as if they reached everything;
    `asked` is what the signals of both ask of outcomes and of facts;
    `ruleset` gives the hash over the rules.
    Without `probing` there are no questions, branches and shortest changes: these try the case
    again with other values.
    """

    program: Program
    evaluate: Evaluate
    net: "Net"
    unbound: "Net"
    asked: tuple[Asked, Asked]
    signals: Signals
    version: str
    ruleset: Callable[[], str]
    probing: bool = True


def decide(setting: Setting, case: Case, request: Hulpvraag, request_bytes: bytes) -> Toets:
    """Give the whole answer to a request."""
    run = setting.evaluate(setting.program, case)
    prober = Prober(run, setting.evaluate)
    solutions = {
        need.id: [(answer_solution(run, ("oplossing", s.id)), s.wat) for s in need.oplossingen]
        for need in request.behoeften
    }
    answers = [answer for rows in solutions.values() for answer, _ in rows]
    acts = _acts(request)
    intended = [
        (i, intention_result(run, i, acts.get(i[1], ""))) for i in instances(run, "voornemen")
    ]
    terms = all_terms(run)
    outcomes = all_outcomes(run)
    if setting.probing:
        outcomes = _with_branches(prober, outcomes)
    facts = net_facts(run, setting.asked, outcomes, answers, intended)
    used = _used(run, answers, intended)
    needs = _needs(prober, request, solutions, terms, probing=setting.probing)
    lit = lit_signals(run, setting.net, setting.signals, facts)
    shining = [(signal.id, signal.over) for signal in lit]
    return Toets(
        regelruimte=setting.version,
        peildatum=case.day.isoformat(),
        beslisdatum=case.decision_day.isoformat() if case.decision_day else None,
        gemeente=request.gemeente or "",
        regelset=Regelset(
            hash=setting.ruleset(), regelingen=tuple(r.id for r in setting.program.regulations)
        ),
        invoer_hash=digest(request_bytes),
        advies=ADVICE,
        behoeften=needs,
        plannen=plan_results(request.plannen, needs),
        voornemens=tuple(result for _, result in intended),
        uitkomsten=outcomes,
        signalen=lit,
        aannames=presumptions(run, outcomes, used.begrippen, answers),
        vragen=questions(prober, _items(run, answers, intended, acts, used))
        if setting.probing
        else (),
        termijnen=terms,
        meldingen=(*notices(used), *disputes(case)),
        gedoofd=dark_signals(setting.program, setting.unbound, setting.signals, facts, shining),
        kern=tuple(sorted(used.begrippen)),
    )


def _needs(
    prober: Prober,
    request: Hulpvraag,
    solutions: Mapping[str, list[tuple[Answer, str]]],
    terms: tuple[TermijnToets, ...],
    *,
    probing: bool,
) -> tuple[BehoefteToets, ...]:
    run = prober.run
    answers = [a for rows in solutions.values() for a, _ in rows]
    changes = _changes(prober, answers) if probing else {}
    return tuple(
        need_result(
            run,
            ("behoefte", need.id),
            (need.wat_is_belangrijk, need.leefgebied.waarde if need.leefgebied else ""),
            solutions[need.id],
            terms,
            changes,
        )
        for need in request.behoeften
    )


def _acts(request: Hulpvraag) -> dict[str, str]:
    """Per intended decision the act of the decision it is about, as far as said."""
    decisions = {decision.id: decision.regeling or "" for decision in request.besluiten}
    return {v.id: decisions.get(v.besluit or "", "") for v in request.voornemens}


def _changes(prober: Prober, answers: list[Answer]) -> dict[tuple[Inst, Blocker], Blokkade]:
    """Blockers of solutions that nothing carries yet, with their shortest change."""
    run, made = prober.run, {}
    for answer in answers:
        if answer.result not in ("geen_grond", "elders"):
            continue
        for blocker in answer.blockers:
            ground = run.program.rule_named(blocker.via)
            if ground is None:
                continue
            change = shortest_change(prober, ground, answer.solution, blocker)
            text = blocker_text(run, blocker)
            made[answer.solution, blocker] = replace(text, kortste_wijziging=change)
    return made


def _entitlements(run: Evaluated) -> list[tuple[str, Inst]]:
    found = entitlements(run.program)
    return [(b.name, inst) for b in found for inst in instances(run, b.entity)]


def _with_branches(
    prober: Prober, outcomes: dict[str, dict[str, Uitkomst]]
) -> dict[str, dict[str, Uitkomst]]:
    """Add branches to entitlements: open facts and judgements, and other readings."""
    run = prober.run
    for name, inst in _entitlements(run):
        row = outcomes[key_of(inst)]
        found = branches(prober, run.program.begrippen[name], inst)
        if found:
            row[name] = replace(row[name], takken=found)
    return outcomes


def _items(
    run: Evaluated,
    answers: list[Answer],
    intended: list[tuple[Inst, VoornemenToets]],
    acts: Mapping[str, str],
    used: Used,
) -> list[Item]:
    """What questions are asked for: solutions and intentions, and the entitlements they lead to.

    Without solutions and intentions: all entitlements.
    """
    items = solution_items(answers, lambda r, i: _signature(answer_solution(r, i)))
    items += intention_items(
        run,
        intended,
        lambda r, i: intention_needs(r, i, acts.get(i[1], "")),
        lambda r, i: intention_result(r, i, acts.get(i[1], "")),
    )
    return items + outcome_items(run, [e for e in _entitlements(run) if e[0] in used.begrippen])


def _signature(answer: Answer) -> object:
    return (answer.result, answer.rung, tuple((p.regel, p.bedrag, p.status) for p in answer.parts))


def _used(
    run: Evaluated, answers: list[Answer], intended: list[tuple[Inst, VoornemenToets]]
) -> Used:
    used = Used(run)
    for answer in answers:
        for tried in answer.tried:
            if tried.rung is not None:
                used.add_rule(tried.rule)
                used.add_results(tried.rule, holds=tried.holds)
        for blocker in answer.blockers:
            rule = run.program.rule_named(blocker.rule)
            if rule is not None:
                used.add_rule(rule)
    for _, result in intended:
        for ground in result.gronden:
            rule = run.program.rule_named(ground.regel)
            if rule is not None:
                used.add_rule(rule)
    if not answers and not intended:
        for name, _ in _entitlements(run):
            used.add_begrip(name)
    return used
