"""Resolve: every name in every formula becomes a reference; the parts become program parts.

Rules and concepts come in `resolve_rules`; relations, types and order in later passes.
"""

from dataclasses import dataclass, replace
from datetime import date

from engine.ir.declarations import GroupDecl, Table
from engine.ir.parts import Axiom, Collision, Course, Duty, Referral, RegulationInfo, TermDecl
from engine.ir.program import Norm
from engine.model.regulation import Corpus, Regeling
from engine.passes.declare import Declarations
from engine.passes.delegation import open_terms, table_filler
from engine.passes.resolve_analysis import resolve_courses, resolve_domain
from engine.passes.resolve_norms import resolve_norms
from engine.passes.resolve_parts import (
    fill_table,
    regulation_info,
    resolve_collisions,
    resolve_duties,
    resolve_groups,
    resolve_referral,
    resolve_term,
)
from engine.passes.scope import Scope
from engine.passes.symbols import BegripDecl, Symbol, Symbols


@dataclass(frozen=True, kw_only=True)
class Resolved:
    """What later passes start from: symbols and all parts with resolved formulas."""

    symbols: Symbols
    tables: dict[str, Table]
    groups: dict[str, GroupDecl]
    norms: dict[str, Norm]
    referrals: tuple[Referral, ...]
    terms: tuple[TermDecl, ...]
    duties: tuple[Duty, ...]
    collisions: tuple[Collision, ...]
    holidays: tuple[date, ...]
    regulations: tuple[RegulationInfo, ...]
    domain: tuple[Axiom, ...]
    courses: tuple[Course, ...]


def resolve(corpus: Corpus, declared: Declarations) -> tuple[Resolved, Scope]:
    """Resolve everything but the rules; rules need the norms and tables made here."""
    symbols = _with_entities(declared.symbols())
    tables = {t.name: t for t in symbols.named.values() if isinstance(t, Table)}
    scope = Scope(symbols, tables, declared.day)
    scope.problems.extend(declared.problems)
    _fill(corpus.regelingen, scope)
    regelingen = corpus.regelingen
    norms = [n for r in regelingen for n in resolve_norms(r, scope)]
    parts = Resolved(
        symbols=symbols,
        tables=scope.tables,
        groups={g.name: g for r in regelingen for g in resolve_groups(r, scope)},
        norms={n.name: n for n in norms},
        referrals=tuple(
            resolve_referral(r, v, scope) for r in regelingen for v in r.secties.verwijzingen
        ),
        terms=tuple(
            resolve_term(r, i, t, scope)
            for r in regelingen
            for i, t in r.secties.termijnen.items()
        ),
        duties=tuple(d for r in regelingen for d in resolve_duties(r, scope)),
        collisions=tuple(c for r in regelingen for c in resolve_collisions(r)),
        holidays=tuple(sorted(d for r in regelingen for d in r.secties.feestdagen)),
        regulations=tuple(regulation_info(r, scope) for r in regelingen),
        domain=tuple(axiom for r in regelingen for axiom in resolve_domain(r, scope)),
        courses=tuple(course for r in regelingen for course in resolve_courses(r, scope)),
    )
    return parts, scope


def _with_entities(symbols: Symbols) -> Symbols:
    """Give each symbol its qualified entity, now that all groups are known."""
    named: dict[tuple[str, str], Symbol] = {}
    for (act, name), symbol in symbols.named.items():
        named[act, name] = symbol
        if isinstance(symbol, BegripDecl | Norm | Table):
            group = symbols.group(act, symbol.entity)
            if group is not None:
                named[act, name] = replace(symbol, entity=group)
    return replace(symbols, named=named)


def _fill(regelingen: tuple[Regeling, ...], scope: Scope) -> None:
    """Put the rows of the peildatum in every table, also in tables that fill an open term."""
    terms = open_terms(regelingen)
    for regeling in regelingen:
        for name, written in regeling.secties.tabellen.items():
            if written.vult_in is None:
                target: str | None = f"{regeling.id}.{name}"
            else:
                target = table_filler(regeling, written, terms, scope)
            if target is not None:
                scope.tables[target] = fill_table(regeling, written, scope.tables[target], scope)
