"""How far a condition is from holding: what fails, what was found and what it takes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from engine.decide.encode import encode, key_of, short
from engine.ir.program import Program
from engine.ir.types import COUNT, DATE, YES_NO, Type
from engine.result.outcomes import Known, Term
from engine.service.reasons import LEAVES, leaves

DENIED = {"=": "!=", "!=": "=", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}
JOINED = ("en", "of")
COUNTED = ("leeftijd", "jaar", "dagen_tussen", "dagen_met", "overlap_dagen")


@dataclass(frozen=True, kw_only=True)
class Tekort:
    """A part that fails; field names are the JSON keys.

    Attributes:
        soort: feit, begrip, oordeel, or vergelijking.
        gevonden: the value there is; empty when there is none.
        nodig: what it takes, such as `<= 1100.00`.
        verschil: how far off, for amounts, numbers and days.
    """

    soort: str
    naam: str
    over: str
    gevonden: str = ""
    nodig: str = ""
    verschil: str = ""


def shortfalls(program: Program, term: Term) -> tuple[Tekort, ...]:
    """What fails in a condition that does not hold, in reading order, each once."""
    return tuple(dict.fromkeys(_failing(program, term, wanted=False)))


def _failing(program: Program, term: Term, *, wanted: bool) -> Iterator[Tekort]:
    """The parts that give this term the truth `wanted`, while the other one is needed."""
    outcome = term.outcome
    if not isinstance(outcome, Known) or outcome.value is not wanted:
        return
    if term.op == "niet":
        yield from _failing(program, term.args[0], wanted=not wanted)
    elif term.op in JOINED:
        for part in term.args:
            yield from _failing(program, part, wanted=wanted)
    elif term.op == "vergelijk":
        yield _comparison(program, term, wanted=wanted)
    elif term.op in LEAVES:
        needed = "nee" if wanted else "ja"
        yield _leaf(program, term, found="ja" if wanted else "nee", needed=needed)
    else:
        for leaf in leaves(term):
            kind = _type(program, leaf)
            yield _leaf(program, leaf, found=_text(leaf, kind), needed="")


def _comparison(program: Program, term: Term, *, wanted: bool) -> Tekort:
    left, right = term.args
    operator = term.name if not wanted else DENIED[term.name]
    leaf = next(leaves(left), None) or next(leaves(right), None)
    kind = _kind_of(program, left) or _kind_of(program, right) or COUNT
    return Tekort(
        soort="vergelijking",
        naam=short(leaf.name, program) if leaf else term.op,
        over=key_of(leaf.inst) if leaf and leaf.inst else "",
        gevonden=_text(left, kind),
        nodig=f"{operator} {_text(right, kind)}",
        verschil=_distance(left, right, kind),
    )


def _leaf(program: Program, term: Term, *, found: str, needed: str) -> Tekort:
    return Tekort(
        soort=term.op,
        naam=short(term.name, program),
        over=key_of(term.inst) if term.inst else "",
        gevonden=found,
        nodig=needed,
    )


def _distance(left: Term, right: Term, kind: Type) -> str:
    """How far apart two known values lie; empty where that says nothing."""
    if not isinstance(left.outcome, Known) or not isinstance(right.outcome, Known):
        return ""
    one, other = left.outcome.value, right.outcome.value
    if isinstance(one, date) and isinstance(other, date):
        return f"{abs((one - other).days)} dagen"
    if isinstance(one, bool) or isinstance(other, bool):
        return ""
    if isinstance(one, int | Fraction) and isinstance(other, int | Fraction):
        gap = one - other
        return str(encode(gap if gap > 0 else -gap, kind))
    return ""


def _text(term: Term, kind: Type) -> str:
    outcome = term.outcome
    return str(encode(outcome.value, kind)) if isinstance(outcome, Known) else ""


def _kind_of(program: Program, term: Term) -> Type | None:
    """The type of what a term gives, where its own leaves tell."""
    if term.op == "functie" and term.name in COUNTED:
        return COUNT
    if term.op == "dag":
        return DATE
    if term.op in (*LEAVES, "bedrag", "lezing"):
        return _type(program, term)
    return next((kind for part in term.args if (kind := _kind_of(program, part))), None)


def _type(program: Program, term: Term) -> Type:
    """The declared type of a leaf."""
    name = term.name
    if name in program.facts:
        return program.facts[name].type
    if name in program.begrippen:
        return program.begrippen[name].type
    if name in program.amounts:
        return program.amounts[name].type
    if name in program.readings:
        return program.readings[name].type
    if name in program.norms:
        part = str(term.extra[0]) if term.extra else ""
        fields = program.norms[name].fields
        return next((f.type for f in fields if f.name == part), fields[0].type)
    return YES_NO
