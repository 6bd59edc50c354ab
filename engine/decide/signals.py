"""Run the safety net on a case and put what lights up into words."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from engine.backends.signals.asked import Asked
from engine.backends.signals.facts import NetFact, in_order
from engine.decide.collisions import clashes
from engine.decide.encode import encode, key_of
from engine.decide.net_facts import (
    Places,
    blocker_facts,
    circumstance_facts,
    intention_facts,
    need_facts,
    outcome_facts,
    plain_facts,
    solution_facts,
)
from engine.decide.outcomes import instances
from engine.decide.solutions import Answer
from engine.ir import nodes
from engine.ir.case import Inst
from engine.ir.fold import walk
from engine.ir.nodes import Expr
from engine.ir.program import LAST_BEFORE_CLAUSES, Norm
from engine.ir.types import YES_NO
from engine.model.shared import Bron
from engine.model.signal import Signaal
from engine.result.algebra import as_truth
from engine.result.evaluated import Evaluated
from engine.result.outcomes import Known
from engine.result.toets import Factor, SignaalToets, Uitkomst, VoornemenToets

if TYPE_CHECKING:
    from engine.backends.signals.net import Net

Signals = Mapping[str, tuple[str, Signaal]]


def net_facts(
    run: Evaluated,
    asked: tuple[Asked, Asked],
    outcomes: Mapping[str, Mapping[str, Uitkomst]],
    answers: Sequence[Answer],
    intended: Sequence[tuple[Inst, VoornemenToets]],
) -> tuple[NetFact, ...]:
    """All facts for the net, checked and in order; outcomes and plain facts only where asked."""
    places = Places(run)
    concepts, facts = asked
    found = (
        outcome_facts(places, outcomes, concepts),
        blocker_facts(places, answers, intended),
        circumstance_facts(places),
        plain_facts(places, facts),
        need_facts(places),
        solution_facts(places, answers),
        intention_facts(places, intended),
    )
    return in_order(chain.from_iterable(found))


def lit_signals(
    run: Evaluated, net: "Net", signals: Signals, facts: Sequence[NetFact]
) -> tuple[SignaalToets, ...]:
    """Signals that light up, one per signal and instance, with their causes."""
    found = net.run_ordered(facts)
    causes: dict[tuple[str, str], set[str]] = {}
    for match in found.matches:
        key = (match.signal, match.over)
        causes.setdefault(key, set()).update(_cause(found.facts[i]) for i in match.facts)
    lit = [_signal(run, *signals[name], over, sorted(why)) for (name, over), why in causes.items()]
    lit += _collisions(run)
    return tuple(sorted(lit, key=lambda s: (s.id, s.over)))


def _cause(fact: NetFact) -> str:
    match fact.kind:
        case "uitkomst":
            return f"{fact.fields['begrip']} = {fact.fields['waarde'] or fact.fields['status']}"
        case "blokkade":
            return f"geblokkeerd door {fact.fields['regel']}"
        case "gegeven":
            return f"{fact.fields['naam']} = {fact.fields['waarde']}"
        case "omstandigheid":
            grade = fact.fields.get("ernst")
            return fact.fields["soort"] + (f" ({grade})" if grade else "")
        case "signaal":
            return f"signaal {fact.fields['id']}"
        case "behoefte":
            return f"behoefte: {fact.fields['leefgebied']}"
        case _:
            return f"{fact.kind}: {fact.fields['soort']}"


def _signal(
    run: Evaluated, regulation: str, signal: Signaal, over: str, causes: Sequence[str]
) -> SignaalToets:
    first = next((b for b in signal.bron if b.artikel), signal.bron[0] if signal.bron else None)
    norm = _norm(run, regulation, signal.toets)
    return SignaalToets(
        id=signal.id,
        soort=signal.soort,
        regeling=(first.regeling if first and first.regeling else regulation),
        artikel=_place(first) if first else "",
        trede=signal.trede or "",
        over=over,
        gewicht=signal.gewicht,
        toets=signal.toets,
        aanleiding=tuple(causes),
        factoren=_factors(run, norm, signal, over),
        motiveer=signal.motiveer or (norm.motivate if norm else ()),
        rechtspraak=tuple(dict.fromkeys((*signal.rechtspraak, *(norm.rulings if norm else ())))),
        bevoegd=signal.bevoegd or (norm.roles if norm else _competent(run, regulation)),
        status=_status(run, norm, over),
        zekerheid=signal.zekerheid,
        waarom=signal.toelichting,
    )


def _competent(run: Evaluated, regulation: str) -> tuple[str, ...]:
    """The body that decides under this regulation."""
    found = (info.competent for info in run.program.regulations if info.id == regulation)
    return tuple(body for body in found if body)


def _place(source: Bron) -> str:
    if source.artikel:
        return source.artikel + (f" lid {source.lid}" if source.lid else "")
    return source.ecli or source.methode or ""


def _norm(run: Evaluated, regulation: str, name: str) -> Norm | None:
    norms = run.program.norms
    if name in norms or f"{regulation}.{name}" in norms:
        return norms.get(name) or norms[f"{regulation}.{name}"]
    found = [n for key, n in norms.items() if key.rpartition(".")[2] == name]
    return found[0] if len(found) == 1 else None


def _instance(run: Evaluated, norm: Norm, over: str) -> Inst | None:
    word, _, name = over.partition(":")
    entity = norm.entity
    if entity.rpartition(".")[2] == word:
        return (entity, name)
    if word == "persoon" and entity in run.program.groups:
        return run.walk(("persoon", name), (entity,))
    found = instances(run, entity)
    return found[0] if len(found) == 1 else None  # the only one that can be meant


def _factors(run: Evaluated, norm: Norm | None, signal: Signaal, over: str) -> tuple[Factor, ...]:
    made = [
        Factor(naam=point.naam, richting=point.richting or "", status="onbekend")
        for point in signal.factoren
    ]
    inst = _instance(run, norm, over) if norm else None
    for factor in norm.factors if norm else ():
        status = "onbekend"
        if factor.when is not None and inst is not None:
            truth = as_truth(run.evaluate(factor.when, (inst,), LAST_BEFORE_CLAUSES).outcome)
            status = str(encode(truth.value, YES_NO)) if isinstance(truth, Known) else "onbekend"
            if status == "nee" and _only_not_named(run, factor.when):
                status = "onbekend"
        made.append(Factor(naam=factor.name, richting=factor.direction, status=status))
    return tuple(made)


def _only_not_named(run: Evaluated, formula: Expr) -> bool:
    """Whether it looks into a list that always counts as complete: what is not in it may be."""
    lists = run.program.lists
    folds = (node for node in walk(formula) if isinstance(node, nodes.Fold))
    return any(f.collection in lists and lists[f.collection].complete for f in folds)


def _status(run: Evaluated, norm: Norm | None, over: str) -> str:
    inst = _instance(run, norm, over) if norm else None
    if norm is None or inst is None:
        return "te_toetsen"
    outcome = run.norm(norm, norm.fields[0].name, inst, LAST_BEFORE_CLAUSES)
    if not isinstance(outcome, Known) or any(leaf.kind == "beleid" for leaf in outcome.reserve):
        return "te_toetsen"  # what policy presumes was judged by nobody
    return "beoordeeld"


def _collisions(run: Evaluated) -> Iterable[SignaalToets]:
    for clash in clashes(run):
        source = clash.collision.sources[0] if clash.collision.sources else None
        yield SignaalToets(
            id=f"botsing:{'-'.join(sorted(clash.collision.between))}",
            soort="patroon",
            regeling=source.regulation if source else "",
            artikel=source.article if source else "",
            trede="",
            over=key_of(clash.person),
            gewicht="gewoon",
            toets=clash.collision.tuning,
            aanleiding=clash.origins,
            waarom="Twee verplichtingen zitten elkaar in de weg.",
        )
