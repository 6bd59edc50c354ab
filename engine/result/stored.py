"""Outcomes and terms as plain data and back: what a stored explanation is made of."""

from datetime import date
from fractions import Fraction
from typing import Any

from engine.ir.case import ABSENT, Absent, Inst
from engine.result.outcomes import Conflict, Gap, Known, Leaf, Outcome, Term, Unknown
from engine.values import Duration, Value, simplify

Data = Any  # JSON: dicts, lists, text, numbers and truth values


def value_data(value: Value | Absent) -> Data:
    """A value with its kind, so that nothing is lost in JSON."""
    if isinstance(value, Absent):
        return {"afwezig": True}
    if isinstance(value, bool):
        return {"ja_nee": value}
    if isinstance(value, date):
        return {"datum": value.isoformat()}
    if isinstance(value, Duration):
        return {"maanden": value.months, "dagen": value.days}
    if isinstance(value, str):
        return {"tekst": value}
    return {"getal": str(Fraction(value))}


def value_from(data: Data) -> Value | Absent:
    """The value that `value_data` wrote down."""
    match data:
        case {"afwezig": True}:
            return ABSENT
        case {"ja_nee": bool() as truth}:
            return truth
        case {"datum": str() as text}:
            return date.fromisoformat(text)
        case {"maanden": int() as months, "dagen": int() as days}:
            return Duration(months, days)
        case {"tekst": str() as text}:
            return text
        case _:
            return simplify(Fraction(data["getal"]))


def leaves_data(leaves: frozenset[Leaf]) -> Data:
    """Leaves as rows, sorted."""
    return [[x.kind, x.name, *x.inst, x.detail] for x in sorted(leaves)]


def leaves_from(data: Data) -> frozenset[Leaf]:
    """The leaves that `leaves_data` wrote down."""
    return frozenset(
        Leaf(kind, name, (entity, id_), more) for kind, name, entity, id_, more in data
    )


def outcome_data(outcome: Outcome) -> Data:
    """An outcome with its reasons and reservations."""
    match outcome:
        case Known(value=value, reserve=reserve):
            return {"waarde": value_data(value), "voorbehoud": leaves_data(reserve)}
        case Unknown(needs=needs, provisional=value):
            stands = None if value is None else value_data(value)
            return {"nodig": leaves_data(needs), "voorlopig": stands}
        case Conflict(values=values, about=about, inst=inst, reserve=reserve):
            rows = [[value_data(v), list(rules)] for v, rules in values]
            where = [about, *inst]
            return {"conflict": rows, "over": where, "voorbehoud": leaves_data(reserve)}
        case Gap(kind=kind, about=about, inst=inst, reserve=reserve):
            return {"gat": kind, "over": [about, *inst], "voorbehoud": leaves_data(reserve)}


def outcome_from(data: Data) -> Outcome:
    """The outcome that `outcome_data` wrote down."""
    if "waarde" in data:
        return Known(value_from(data["waarde"]), leaves_from(data["voorbehoud"]))
    if "nodig" in data:
        stands = data["voorlopig"]
        return Unknown(leaves_from(data["nodig"]), None if stands is None else value_from(stands))
    about, entity, name = data["over"]
    reserve = leaves_from(data["voorbehoud"])
    if "gat" in data:
        return Gap(data["gat"], about, (entity, name), reserve)
    rows = tuple((value_from(v), tuple(rules)) for v, rules in data["conflict"])
    return Conflict(rows, about, (entity, name), reserve)


def key(name: str, inst: Inst) -> str:
    """One text for a concept or rule at an instance."""
    return f"{name} @ {inst[0]}:{inst[1]}"


COMPUTED = ("niet", "en", "of", "als", "vergelijk", "in", "reken", "tel", "verzamel", "functie")


def term_data(term: Term) -> Data:
    """A term: computed ones with their parts, leaves with what was found there."""
    if term.op == "begrip" and term.inst is not None:
        return {"begrip": key(term.name, term.inst)}
    if term.op == "waarde":
        return {"waarde_tot_nu": True, "uitkomst": outcome_data(term.outcome)}
    if term.op in COMPUTED or (term.op == "tabel" and term.extra):
        extra = [value_data(x) for x in term.extra]
        args = [term_data(arg) for arg in term.args]
        return {"doe": term.op, "naam": term.name, "met": extra, "delen": args}
    inst = None if term.inst is None else list(term.inst)
    found = outcome_data(term.outcome)
    return {"blad": term.op, "naam": term.name, "van": inst, "uitkomst": found}
