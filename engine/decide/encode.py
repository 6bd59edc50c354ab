"""From values and instances to what a reader sees: money as text, yes/no as ja and nee."""

from datetime import date
from fractions import Fraction
from functools import lru_cache

from engine.ir.case import Absent, Inst
from engine.ir.declarations import Source
from engine.ir.program import Program, Rule
from engine.ir.reads import MOST_PROGRAMS
from engine.ir.types import Type
from engine.result.algebra import as_needs
from engine.result.outcomes import Leaf, Outcome
from engine.result.toets import Grondslag, Nodig
from engine.result.ways import Waarde
from engine.values import Duration, Value, format_cents, format_number

STATUS = {"Known": "waarde", "Unknown": "onbekend", "Conflict": "conflict", "Gap": "gat"}


def status_of(outcome: Outcome) -> str:
    """waarde, onbekend, conflict or gat."""
    return STATUS[type(outcome).__name__]


def encode(value: Value | Absent, kind: Type) -> Waarde:
    """A value in its JSON form."""
    if isinstance(value, Absent):
        return "afwezig"
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Duration):
        return f"{value.months} maanden" if value.months else f"{value.days} dagen"
    if isinstance(value, str):
        return value
    if kind.kind == "bedrag":
        return format_cents(value)
    if kind.kind == "procent":
        return f"{format_number(Fraction(value) * 100)}%"
    return value if isinstance(value, int) else format_number(value)


def entity_word(entity: str) -> str:
    """The short word of an entity: a group without its act."""
    return entity.rpartition(".")[2]


def key_of(inst: Inst) -> str:
    """`gezin:p1`, `oplossing:o1`, `paar:p1>p2`."""
    return f"{entity_word(inst[0])}:{inst[1]}"


def article_of(sources: tuple[Source, ...]) -> str:
    """The first source in a few words: `artikel 22a lid 1`, an ECLI, or a method."""
    if not sources:
        return ""
    first = sources[0]
    if not first.article:
        return first.ecli or first.method
    lid = f" lid {first.paragraph}" if first.paragraph else ""
    part = f" onderdeel {first.part}" if first.part else ""
    return f"{first.article}{lid}{part}"


def basis_of(rule: Rule) -> Grondslag:
    """A rule as a ground of an outcome."""
    return Grondslag(
        regel=rule.id,
        regeling=rule.sources[0].regulation or rule.regulation
        if rule.sources
        else rule.regulation,
        artikel=article_of(rule.sources),
        zekerheid=rule.certainty,
    )


@lru_cache(maxsize=MOST_PROGRAMS)
def rule_bases(program: Program) -> tuple[Grondslag, ...]:
    """Every rule as a ground, by its number; worked out once."""
    return tuple([basis_of(rule) for rule in program.rules])


def needs_of(leaves: frozenset[Leaf] | Outcome, program: Program) -> Nodig:
    """Needs split into facts and judgements; names only, sorted."""
    facts, judgements, reasons = set(), set(), set()
    for leaf in leaves if isinstance(leaves, frozenset) else as_needs(leaves):
        if leaf.kind == "feit":
            facts.add(leaf.name)
        elif leaf.kind == "oordeel":
            judgements.add(short(leaf.name, program))
        elif leaf.kind in ("gat", "conflict"):
            reasons.add(f"{leaf.detail or leaf.kind}: {short(leaf.name, program)}")
    return Nodig(
        feiten=_in_order(facts), oordelen=_in_order(judgements), redenen=_in_order(reasons)
    )


def _in_order(names: set[str]) -> tuple[str, ...]:
    return tuple(sorted(names)) if names else ()


def short(name: str, program: Program) -> str:
    """A qualified name without its act where only one act has that name."""
    bare = name.rpartition(".")[2]
    return bare if bare in program.own_names else name
