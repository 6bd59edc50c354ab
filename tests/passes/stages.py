"""A small act with a municipality, pass by pass, and what each pass gives in a few lines."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from pathlib import Path

from engine.compiler import compile_program
from engine.ir.nodes import Expr, Nav, Node
from engine.ir.program import Program
from engine.ir.types import Type
from engine.model.regulation import Corpus
from engine.passes.competence import competent
from engine.passes.declare import Declarations, of_municipality
from engine.passes.defeaters import Defeated, defeaters
from engine.passes.resolve import resolve
from engine.passes.resolve_rules import Draft, resolve_rules
from engine.source.corpus import read_corpus

FIXTURES = Path(__file__).parent.parent / "fixtures" / "rules"
DAY, CITY = date(2026, 9, 1), "GM0000"


@dataclass(frozen=True)
class Stages:
    """What stands between the rule files and the program."""

    drafts: list[Draft]
    defeated: Defeated
    program: Program


@cache
def corpus() -> Corpus:
    return read_corpus([FIXTURES / "klein", FIXTURES / "klein_gemeente"])


@cache
def small() -> Stages:
    """Every stage of the small act."""
    here = Corpus(regelingen=of_municipality(corpus().regelingen, CITY))
    declared = Declarations(here, DAY)
    parts, scope = resolve(here, declared)
    drafts, _ = competent(resolve_rules(here, parts.norms, scope), here.regelingen)
    defeated = defeaters(drafts, parts.symbols.shape, parts.regulations, here)
    return Stages(drafts, defeated, compile_program(corpus(), DAY, CITY))


def shown(value: object) -> str:
    """A node as its kind with what it holds; places and types stay out."""
    if isinstance(value, Nav):
        return "/".join((str(value.scope), *value.steps))
    if isinstance(value, tuple):
        return f"[{', '.join(map(shown, value))}]"
    if not isinstance(value, Node):
        return str(value)
    held = [
        f"{f.name}={shown(part)}"
        for f in fields(value)
        if f.name != "at" and not isinstance(part := getattr(value, f.name), Type) and part
    ]
    return f"{type(value).__name__}({', '.join(held)})"


def resolved(drafts: Iterable[Draft]) -> Iterator[str]:
    """Per rule what its names came to mean."""
    for draft in drafts:
        rule = draft.rule
        yield f"{rule.number} {rule.id}: {rule.entity}, trede {rule.rung.letter}, {rule.character}"
        formulas: list[tuple[str, Expr | None]] = [("als", rule.condition), *rule.effects]
        yield from (f"  {name}: {shown(formula)}" for name, formula in formulas if formula)


def defeat(defeated: Defeated) -> Iterator[str]:
    """Per rule what sets it aside and why; and what was ordered without a written relation."""
    ids = [rule.id for rule in defeated.rules]
    for rule in defeated.rules:
        edges = [f"{ids[edge.rule]} ({edge.why or 'relatie'})" for edge in rule.defeaters]
        yield f"{rule.id}: {', '.join(edges) or '-'}"
    yield from (f"{notice.code} {notice.message}" for notice in defeated.notices)


def ordered(program: Program) -> Iterator[str]:
    """The concepts, each after what it reads, with the highest rung that can touch them."""
    for name in program.order:
        begrip = program.begrippen[name]
        changes = [program.rules[change.rule].id for change in begrip.changes]
        more = f", daarna {', '.join(changes)}" if changes else ""
        yield f"{name}: tot en met trede {begrip.top.letter}{more}"
