"""Which rules go before which, per regulation: the exceptions as a graph."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from engine.backends.render_nl import deep_link
from engine.decide.encode import article_of
from engine.ir.program import Program, Rule
from engine.service.controleer import municipalities
from engine.service.ports import Rules
from engine.service.rules import relation_words


@dataclass(frozen=True, kw_only=True, order=True)
class Knoop:
    """A rule that takes part in an exception.

    Attributes:
        regeling: the regulation it is of.
        link: the address of its article as it stood that day; empty when there is none.
    """

    id: str
    regeling: str
    artikel: str
    trede: str
    tekst: str
    link: str


@dataclass(frozen=True, kw_only=True, order=True)
class Uitzondering:
    """One rule that goes before another, and by what relation."""

    regel: str
    gaat_voor: str
    verband: str


@dataclass(frozen=True, kw_only=True)
class Uitzonderingen:
    """The exceptions to the rules of one regulation; the rules that they name, in order of id."""

    regeling: str
    naam: str
    regels: tuple[Knoop, ...]
    uitzonderingen: tuple[Uitzondering, ...]


def uitzonderingen(rules: Rules, day: date) -> tuple[Uitzonderingen, ...]:
    """The exceptions of every regulation on a day, for all municipalities together.

    Raises:
        RuleError: the rules hold errors.
    """
    edges: dict[str, set[Uitzondering]] = {}
    nodes: dict[str, Knoop] = {}
    names: dict[str, str] = {}
    for city in municipalities(rules.corpus):
        program = rules.setting(day, city).program
        names |= {info.id: info.name for info in program.regulations}
        for rule, found in _exceptions(program):
            edges.setdefault(rule.regulation, set()).add(found)
            for one in (program.rule_named(found.regel), rule):
                if one is not None:
                    nodes[one.id] = _node(program, one)
    return tuple(
        Uitzonderingen(
            regeling=act,
            naam=names[act],
            regels=tuple(
                sorted(nodes[n] for n in {i for e in found for i in (e.regel, e.gaat_voor)})
            ),
            uitzonderingen=tuple(sorted(found)),
        )
        for act, found in sorted(edges.items())
    )


def _exceptions(program: Program) -> Iterator[tuple[Rule, Uitzondering]]:
    """Every rule with what goes before it."""
    for rule in program.rules:
        for edge in rule.defeaters:
            other = program.rules[edge.rule]
            yield (
                rule,
                Uitzondering(regel=other.id, gaat_voor=rule.id, verband=relation_words(edge)),
            )


def _node(program: Program, rule: Rule) -> Knoop:
    first, told = rule.sources[:1], article_of(rule.sources)
    return Knoop(
        id=rule.id,
        regeling=rule.regulation,
        artikel=f"artikel {told}" if first and first[0].article else told,
        trede=rule.rung.letter,
        tekst=rule.text,
        link=deep_link(program, first[0], program.day) if first else "",
    )
