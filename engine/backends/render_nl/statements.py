"""Names as statements: what a fact says, what a rule asked for and did not find."""

from collections.abc import Iterator, Sequence

from engine.backends.render_nl.dutch import listing, phrase
from engine.backends.render_nl.expressions import Speaker, is_condition
from engine.backends.render_nl.names import (
    NOUNS,
    clause_of,
    find,
    heading,
    letters,
    question_of,
)
from engine.backends.render_nl.places import Scope, own_scope
from engine.backends.render_nl.sources import cite_together
from engine.ir import nodes
from engine.ir.fold import walk
from engine.ir.nodes import Expr, Nav
from engine.ir.program import Program, Rule
from engine.result.obstacles import Blokkade

Atom = tuple[Expr, bool]


def subject(program: Program, name: str) -> str:
    """A name in a list: its noun phrase, `of …` for a yes/no name, its question or its text."""
    full = find(program, name)
    if full in NOUNS:
        return NOUNS[full]
    told = clause(program, full, yes=True)
    if told:
        return f"of {told}"
    begrip = program.begrippen.get(full)
    asked = question_of(program, full) or (phrase(begrip.text) if begrip is not None else "")
    return f"“{asked}”" if asked else letters(full)


def clause(program: Program, name: str, *, yes: bool, scope: Scope | None = None) -> str:
    """A yes/no name as a clause, about its own kind of instance; empty when it has none."""
    template = clause_of(name)
    if template is None or "{v}" in template:
        return ""
    place = scope or own_scope(_entity(program, name))
    return Speaker(program).filled(template, Nav(), (place,), yes=yes)


def presumed(program: Program, name: str) -> str:
    """A presumption as a statement, with the value that the rules presume."""
    fact = program.facts.get(name)
    value = fact.presumption if fact is not None else None
    told = clause(program, name, yes=value) if isinstance(value, bool) else ""
    return f"dat {told}" if told else subject(program, name)


def _entity(program: Program, name: str) -> str:
    if name in program.facts:
        return program.facts[name].entity
    if name in program.norms:
        return program.norms[name].entity
    return program.begrippen[name].entity if name in program.begrippen else "zaak"


def unmet(program: Program, rule: str, names: Sequence[str]) -> str:
    """What the rule asks that is not so: `dat deze persoon 18 jaar of ouder is`."""
    known = program.rule_named(rule)
    told: dict[str, None] = {}
    for name in names:
        full = find(program, name)
        asked = [] if known is None else _with(known, full, whole=True)
        scopes = (own_scope(known.entity),) if known is not None else ()
        for expr, yes in asked:
            told[f"dat {Speaker(program).clause(expr, scopes, yes=yes)}"] = None
        if not asked:
            told[_short(program, full)] = None
    return listing(list(told))


def unmet_lines(program: Program, blocker: Blokkade) -> list[str]:
    """What fails in a rule that stands in the way, and what the rule behind that would need."""
    if not blocker.faalt:
        return []
    return [
        f"niet vervuld: {unmet(program, blocker.regel, blocker.faalt)}",
        *(
            f"daarvoor ontbreekt volgens {cite_together(program, [one.regel])}: "
            f"{unmet(program, one.regel, one.faalt)}"
            for one in blocker.daarachter
        ),
    ]


def _short(program: Program, name: str) -> str:
    """A name that the condition does not read itself: what should have been so, or a label."""
    told = clause(program, name, yes=True) if name in program.begrippen else ""
    if told:
        return f"dat {told}"
    question = question_of(program, name)
    return f"“{question}”" if question else heading(program, name)


def so_it_is(program: Program, rule: str, names: Sequence[str], own: Scope) -> list[str]:
    """How it is now, for the facts among what fails: clauses that deny what the rule asks."""
    known = program.rule_named(rule)
    if known is None or known.entity != own.entity:
        return []
    return [
        Speaker(program).clause(expr, (own,), yes=not yes)
        for name in names
        if name in program.facts
        for expr, yes in _with(known, name, whole=False)
    ]


def _with(rule: Rule, name: str, *, whole: bool) -> list[Atom]:
    """The conditions of a rule that read this name, else of what it gives, with what is asked.

    Conditions of which one is enough stay together when `whole`.
    """
    asked = [rule.condition, *(value for _, value in rule.effects if is_condition(value))]
    for formula in asked:
        parts = () if formula is None else _parts(formula, yes=True, whole=whole)
        found = [part for part in parts if name in _names(part[0])]
        if found:
            return found
    return []


def _parts(expr: Expr, *, yes: bool, whole: bool) -> Iterator[Atom]:
    match expr:
        case nodes.Not(arg=arg):
            yield from _parts(arg, yes=not yes, whole=whole)
        case nodes.And(args=args) | nodes.Or(args=args) if (
            not whole or isinstance(expr, nodes.And) is yes
        ):
            for arg in args:
                yield from _parts(arg, yes=yes, whole=whole)
        case _ if is_condition(expr):
            yield expr, yes
        case _:
            return


def _names(expr: Expr) -> set[str]:
    named = nodes.FactRef | nodes.BegripRef | nodes.NormRef
    return {node.name for node in walk(expr) if isinstance(node, named)}
