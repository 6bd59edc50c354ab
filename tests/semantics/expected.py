"""Compares an outcome with what a world expects, in the words of the language."""

from fractions import Fraction
from typing import Any

from engine.backends.interpret import Run
from engine.ir.case import CASE, Absent, Inst
from engine.ir.program import LAST_BEFORE_CLAUSES, Program, Rung
from engine.ir.types import Type
from engine.result.outcomes import Conflict, Gap, Known, Leaf, Outcome, Unknown
from engine.values import Duration, Value, format_cents, format_number

KIND_OF_NEED = {"feit": "feiten", "oordeel": "oordelen", "gat": "gaten", "conflict": "conflicten"}


def instance(program: Program, text: str) -> Inst:
    """`p1` is a person, `gezin:p1` a group of whichever act has it, `zaak` the case."""
    if text == "zaak":
        return CASE
    entity, colon, name = text.partition(":")
    if not colon:
        return ("paar" if ">" in text else "persoon", entity)
    group = next((g for g in program.groups if entity in (g, g.rpartition(".")[2])), entity)
    return (group, name)


def found(run: Run, inst: Inst, asked: str) -> Any:
    """The outcome of `begrip`, `begrip@b` (up to rung b) or `regel r1`, as plain data."""
    asked, _, letter = asked.partition("@")
    rung = _rung(letter)
    if asked.startswith("regel "):
        rule = run.program.rule_named(asked.removeprefix("regel "))
        assert rule is not None, asked
        return plain(run.rule(rule.number, inst, rung).truth, Type("ja_nee"))
    name = qualified(run.program, asked)
    return plain(run.begrip(name, inst, rung).outcome, run.program.begrippen[name].type)


def _rung(letter: str) -> Rung:
    return Rung[letter.upper()] if letter else LAST_BEFORE_CLAUSES


def qualified(program: Program, name: str) -> str:
    """The full name of a concept; a bare name when only one act has it."""
    if name in program.begrippen:
        return name
    [full] = [n for n in program.begrippen if n.rpartition(".")[2] == name]
    return full


def plain(outcome: Outcome, kind: Type) -> Any:
    """An outcome in the notation of `verwacht`; a firm value is just its text."""
    match outcome:
        case Known(value=value, reserve=reserve):
            text = words(value, kind)
            return {"waarde": text, "voorbehoud": names(reserve)} if reserve else text
        case Unknown(needs=needs, provisional=provisional):
            made: dict[str, Any] = {"nodig": _needs(needs)}
            if provisional is not None:
                made["voorlopig"] = words(provisional, kind)
            return made
        case Conflict(values=values):
            rows = {words(value, kind): list(rules) for value, rules in values}
            return _reserved({"conflict": rows}, outcome)
        case Gap(kind=gap):
            return _reserved({"gat": gap}, outcome)


def _reserved(made: dict[str, Any], outcome: Outcome) -> dict[str, Any]:
    reserve: frozenset[Leaf] = getattr(outcome, "reserve", frozenset())
    return made | ({"voorbehoud": names(reserve)} if reserve else {})


def _needs(needs: frozenset[Leaf]) -> dict[str, list[str]]:
    made: dict[str, list[str]] = {}
    for leaf in sorted(needs):
        made.setdefault(KIND_OF_NEED[leaf.kind], []).append(_short(leaf))
    return {key: sorted(set(found)) for key, found in made.items()}


def names(leaves: frozenset[Leaf]) -> list[str]:
    """Short names of leaves, sorted."""
    return sorted({_short(leaf) for leaf in leaves})


def _short(leaf: Leaf) -> str:
    return leaf.name.rpartition(".")[2]


def words(value: Value | Absent, kind: Type) -> str:
    """A value as it is written in a rule file."""
    match value:
        case Absent():
            return "afwezig"
        case bool():
            return "ja" if value else "nee"
        case int() | Fraction() if kind.kind == "bedrag":
            return format_cents(value)
        case int() | Fraction() if kind.kind == "procent":
            return f"{format_number(value * 100)}%"
        case int() | Fraction():
            return format_number(value)
        case Duration(months=months, days=days):
            return " ".join([f"{months} maanden"] * bool(months) + [f"{days} dagen"] * bool(days))
        case _:
            return str(value)
