"""Rules that never work, always give way, add nothing, or go first by accident."""

from collections.abc import Iterator, Sequence

from engine.backends.z3_analysis.cells import same
from engine.backends.z3_analysis.encoding import Encoding
from engine.backends.z3_analysis.inquiry import Inquiry, at
from engine.backends.z3_analysis.solving import Verdict
from engine.backends.z3_analysis.suspicions import Kind, Suspicion
from engine.backends.z3_analysis.symbols import Bit, both, either, no
from engine.ir.case import Inst
from engine.ir.program import LAST_BEFORE_CLAUSES, TOP, Begrip, Edge, Rule, Rung

CHANCE = ("hoger", "bijzonder", "later")


def level(rule: Rule) -> Rung:
    """How far up the ladder one has to look for this rule."""
    return max(rule.rung, LAST_BEFORE_CLAUSES)


def works(inquiry: Inquiry, rule: Rule) -> Iterator[Suspicion]:
    """Whether a rule can ever be active, and if not whether its condition can hold at all."""

    def active(encoding: Encoding, inst: Inst) -> Bit:
        return encoding.rule(rule.number, inst, level(rule)).holds

    def own(encoding: Encoding, inst: Inst) -> Bit:
        active = encoding.rule(rule.number, inst, level(rule))
        return both(encoding.own(rule.number, inst, level(rule)).holds, active.fails)

    reply = inquiry.can(at(rule.entity, active))
    if reply.verdict is Verdict.CAN:
        return
    if reply.verdict is Verdict.UNKNOWN:
        yield _of(rule, Kind.UNDECIDED, about=Kind.DEAD.value, remarks=reply.remarks)
        return
    touched = inquiry.can(at(rule.entity, own))
    if touched.verdict is Verdict.CANNOT:
        yield _of(rule, Kind.DEAD, remarks=touched.remarks)
    elif touched.case is not None:
        rules = (rule.number, *(edge.rule for edge in rule.defeaters))
        yield Suspicion(
            kind=Kind.SHADOWED, over=rule.id, regulation=rule.regulation, rules=rules,
            inst=inquiry.place(rule.entity), case=touched.case, remarks=touched.remarks,
        )  # fmt: skip


def powerless(inquiry: Inquiry, rule: Rule) -> Iterator[Suspicion]:
    """Whether a clause of rung d or higher can change any outcome that it is about."""
    for name, _ in rule.effects:
        begrip = inquiry.program.begrippen.get(name)
        if begrip is None:
            continue

        def helps(encoding: Encoding, inst: Inst, name: str = name) -> Bit:
            without = encoding.begrip(name, inst, Rung.C)
            with_it = encoding.begrip(name, inst, TOP)
            alike = both(without.known, with_it.known, same(without, with_it))
            return both(with_it.known, no(alike))

        if begrip.entity != rule.entity:
            continue
        reply = inquiry.can(at(rule.entity, helps))
        if reply.verdict is not Verdict.CAN and not _never_known(inquiry, begrip):
            kind = Kind.POWERLESS if reply.verdict is Verdict.CANNOT else Kind.UNDECIDED
            about = name if kind is Kind.POWERLESS else Kind.POWERLESS.value
            yield _of(rule, kind, about=about, remarks=reply.remarks)


def _never_known(inquiry: Inquiry, begrip: Begrip) -> bool:
    """Whether nothing can come out at all, such as when the amounts have run out."""

    def known(encoding: Encoding, inst: Inst) -> Bit:
        return encoding.begrip(begrip.name, inst, TOP).known

    return inquiry.can(at(begrip.entity, known)).verdict is Verdict.CANNOT


def adds(inquiry: Inquiry, begrip: Begrip, asked: Sequence[Rule]) -> Iterator[Suspicion]:
    """Whether each of these rules of a concept is ever the one that gives its value."""
    for place_of, candidate in enumerate(begrip.candidates):
        rule = inquiry.program.rules[candidate.rule]
        if rule.entity != begrip.entity or rule not in asked:
            continue

        def alone(encoding: Encoding, inst: Inst, number: int = place_of) -> Bit:
            last = LAST_BEFORE_CLAUSES
            options = [
                (encoding.rule(c.rule, inst, last), encoding.evaluate(c.value, (inst,), last))
                for c in begrip.candidates
            ]
            active, value = options[number]
            twins = [
                both(t.holds, v.known, same(v, value))
                for i, (t, v) in enumerate(options)
                if i != number
            ]
            return both(active.holds, value.known, no(either(*twins)))

        reply = inquiry.can(at(begrip.entity, alone))
        if reply.verdict is Verdict.CANNOT:
            yield _of(rule, Kind.REDUNDANT, about=begrip.name, remarks=reply.remarks)


def by_accident(inquiry: Inquiry, rule: Rule) -> Iterator[Suspicion]:
    """Cases in which rank, speciality or date decides between two rules that both hold."""
    for edge in rule.defeaters:
        if edge.why in CHANCE and not edge.steps:
            yield from _accident(inquiry, rule, edge)


def _accident(inquiry: Inquiry, rule: Rule, edge: Edge) -> Iterator[Suspicion]:
    def clash(encoding: Encoding, inst: Inst) -> Bit:
        return both(
            encoding.own(rule.number, inst, level(rule)).holds,
            encoding.rule(edge.rule, inst, level(rule)).holds,
        )

    reply = inquiry.can(at(rule.entity, clash))
    if reply.case is not None:
        yield Suspicion(
            kind=Kind.PRIORITY, over=rule.id, regulation=rule.regulation,
            rules=(rule.number, edge.rule), inst=inquiry.place(rule.entity), about=edge.why,
            case=reply.case, remarks=reply.remarks,
        )  # fmt: skip


def _of(rule: Rule, kind: Kind, about: str = "", remarks: tuple[str, ...] = ()) -> Suspicion:
    return Suspicion(
        kind=kind, over=rule.id, regulation=rule.regulation, rules=(rule.number,), about=about,
        remarks=remarks,
    )  # fmt: skip
