"""Days that a month lacks: whether rounding them the other way ever decides something."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial

from engine.backends.z3_analysis.cells import same
from engine.backends.z3_analysis.encoding import Encoding
from engine.backends.z3_analysis.inquiry import Inquiry, Reply, at
from engine.backends.z3_analysis.rule_checks import level
from engine.backends.z3_analysis.solving import Verdict
from engine.backends.z3_analysis.suspicions import Kind, Suspicion
from engine.backends.z3_analysis.symbols import Bit, both, either, no
from engine.ir.case import Inst
from engine.ir.month_ends import bounds_that_round, otherwise, rounds, telling, values_that_round
from engine.ir.nodes import Expr
from engine.ir.program import Norm, Program, Rule, Rung

ON_HOW_MANY = 2  # of the days on which it may decide; the nearest come first
On = Callable[[date], Inquiry]


def days_to_look_on(program: Program, part: Rule | Norm, days: Sequence[date]) -> tuple[date, ...]:
    """The day of the program, and the nearest of these days on which rounding may decide."""
    formulas = _formulas(part)
    told = [day for day in days if day != program.day and telling(day, formulas)]
    nearest = sorted(told, key=lambda day: (abs(day - program.day), day))
    return (program.day, *nearest[:ON_HOW_MANY]) if formulas else ()


def rounded(on: On, days: Sequence[date], part: Rule | Norm) -> Iterator[Suspicion]:
    """Whether a rule, or a bound of a judgement, comes out otherwise on one of these days."""
    wanted = partial(_rule_differs, part) if isinstance(part, Rule) else partial(_bounds, part)
    replies = []
    for day in days:
        reply = on(day).can(at(part.entity, wanted))
        if reply.verdict is Verdict.CAN:
            yield _of(part, Kind.ROUNDING, on(day).place(part.entity), reply)
            return
        replies.append(reply)
    open_ones = [reply for reply in replies if reply.verdict is Verdict.UNKNOWN]
    for reply in open_ones[:1]:
        yield _of(part, Kind.UNDECIDED, ("", ""), reply)


def _formulas(part: Rule | Norm) -> tuple[Expr, ...]:
    if isinstance(part, Norm):
        return bounds_that_round(part)
    own = (part.condition,) if part.condition is not None and rounds(part.condition) else ()
    return (*own, *values_that_round(part))


def _rule_differs(rule: Rule, encoding: Encoding, inst: Inst) -> Bit:
    """The condition comes out otherwise, or a value of the rule while it is active."""
    rung = level(rule)
    own: Bit = False
    if rule.condition is not None and rounds(rule.condition):
        own = _differs(encoding, rule.condition, inst, rung)
    values = [_differs(encoding, value, inst, rung) for value in values_that_round(rule)]
    given = both(encoding.rule(rule.number, inst, rung).holds, either(*values))
    return either(own, given)


def _bounds(norm: Norm, encoding: Encoding, inst: Inst) -> Bit:
    bounds = bounds_that_round(norm)
    return either(*(_differs(encoding, bound, inst, Rung.D) for bound in bounds))


def _differs(encoding: Encoding, expr: Expr, inst: Inst, rung: Rung) -> Bit:
    one, other = (encoding.evaluate(e, (inst,), rung) for e in (expr, otherwise(expr)))
    if one.value is None or other.value is None:
        return False
    return both(one.known, other.known, no(same(one, other)))


def _of(part: Rule | Norm, kind: Kind, inst: Inst, reply: Reply) -> Suspicion:
    name, about, rules = "", "", tuple[int, ...]()
    if isinstance(part, Rule):
        name, rules = part.id, (part.number,)
    else:
        name, about = part.name.rpartition(".")[2], part.name
    return Suspicion(
        kind=kind, over=name, regulation=part.regulation, rules=rules, inst=inst,
        about=Kind.ROUNDING.value if kind is Kind.UNDECIDED else about,
        case=reply.case, remarks=reply.remarks,
    )  # fmt: skip
