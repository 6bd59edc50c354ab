"""Resolve tables, groups, terms, referrals, duties and collisions."""

from dataclasses import replace

from engine.ir import nodes
from engine.ir import surface as s
from engine.ir.declarations import GroupDecl, Row, Table
from engine.ir.nodes import Expr
from engine.ir.parts import Collision, Duty, Referral, RegulationInfo, TermDecl
from engine.ir.types import DATE, HOURS, Type
from engine.model.regulation import Regeling, Termijn, Verwijzing
from engine.model.vocabulary import Tabel
from engine.passes.constants import constant
from engine.passes.declare import sources
from engine.passes.scope import Scope, window


def resolve_groups(regeling: Regeling, scope: Scope) -> list[GroupDecl]:
    """Groups with their edge as an expression over paar."""
    made = []
    for name, group in regeling.secties.groepen.items():
        edge = scope.formula(regeling, group.samen_als, "paar")
        if group.van != "persoon":
            scope.problem(
                "R234", "een groep bestaat uit personen", group.herkomst, "schrijf `van: persoon`"
            )
        if edge is not None:
            made.append(
                GroupDecl(
                    name=f"{regeling.id}.{name}",
                    regulation=regeling.id,
                    edge=edge,
                    sources=sources(group.bron, regeling.id),
                    origin=group.herkomst,
                )
            )
    return made


def fill_table(regeling: Regeling, written: Tabel, table: Table, scope: Scope) -> Table:
    """The table with its rows on the peildatum, or with the kind of gap it leaves."""
    starts = [start for start in sorted(written.vanaf) if start <= scope.day]
    if not starts:
        return replace(table, rows=None, gap="geen_waarde")
    if written.tot is not None and scope.day > written.tot:
        return replace(table, rows=None, gap="verlopen")
    rows = []
    for row in written.vanaf[starts[-1]]:
        upto = _cell(regeling, row.tot, table, table.from_type, scope)
        value = _cell(regeling, row.waarde, table, table.to_type, scope)
        if value is not None:
            rows.append(Row(upto=upto, value=value))
    return replace(
        table,
        rows=tuple(rows),
        gap="",
        filled_by=regeling.id if written.vult_in else "",
        filled_at=sources(written.bron, regeling.id) if written.vult_in else (),
        certainty=written.zekerheid,
        origin=written.herkomst,
    )


def _cell(
    regeling: Regeling, formula: s.Expr | None, table: Table, kind: Type, scope: Scope
) -> Expr | None:
    """A cell: a bare number has the unit of its column, as in a printed table."""
    value = constant(formula, kind) if isinstance(formula, s.Number) else None
    if value is not None and formula is not None:
        return nodes.Lit(value=value, type=kind, at=formula.at)
    return scope.formula(regeling, formula, table.entity, kind)


def resolve_term(regeling: Regeling, name: str, term: Termijn, scope: Scope) -> TermDecl:
    """A term with its start, pause and end as expressions."""
    entity = scope.entity(regeling, term.over, term.herkomst)
    start = _name(regeling, term.begint, entity, term, scope)
    number = term.duur.partition(" ")[0]
    return TermDecl(
        id=name,
        entity=entity,
        what=term.wat,
        start=start,
        length=term.duur,
        first_day=term.eerste_dag,
        number=None if number[0].isdigit() else _name(regeling, number, entity, term, scope),
        paused=_name(regeling, term.stilgezet, entity, term, scope) if term.stilgezet else None,
        done=_name(regeling, term.klaar, entity, term, scope) if term.klaar else None,
        condition=scope.formula(regeling, term.als, entity),
        terms_act=term.termijnenwet,
        effect=term.gevolg or "",
        window=window(term.geldig),
        certainty=term.zekerheid,
        sources=sources(term.bron, regeling.id),
    )


def _name(regeling: Regeling, name: str, entity: str, term: Termijn, scope: Scope) -> Expr:
    path = s.Path(parts=tuple(name.split(".")), at=term.herkomst)
    return scope.resolver(regeling).resolve(path, (entity,), DATE)


def resolve_referral(regeling: Regeling, referral: Verwijzing, scope: Scope) -> Referral:
    """A pointer to an act that is not encoded."""
    scope.labels("soort_oplossing", referral.voor, referral.herkomst)
    return Referral(
        id=referral.id,
        to=referral.naar,
        body=referral.orgaan,
        kinds=referral.voor,
        condition=scope.formula(regeling, referral.als, "oplossing"),
        certainty=referral.zekerheid,
        text=referral.toelichting or "",
        sources=sources(referral.bron, regeling.id),
    )


def resolve_duties(regeling: Regeling, scope: Scope) -> list[Duty]:
    """Obligations; each needs a yes/no concept over persoon with the same name."""
    made = []
    for name, duty in regeling.secties.plichten.items():
        begrip = regeling.secties.begrippen.get(name)
        if begrip is None or begrip.soort != "ja_nee" or begrip.over != "persoon":
            scope.problem(
                "R235",
                f"de plicht `{name}` heeft geen ja/nee-begrip over persoon met die naam",
                duty.herkomst,
                f"verklaar het begrip `{name}` in deze regeling",
            )
        made.append(
            Duty(
                begrip=f"{regeling.id}.{name}",
                kind=duty.soort,
                hours=scope.formula(regeling, duty.uren_per_week, "persoon", HOURS),
                sources=sources(duty.bron, regeling.id),
            )
        )
    return made


def resolve_collisions(regeling: Regeling) -> list[Collision]:
    """Pairs of kinds of obligation that collide."""
    return [
        Collision(between=c.tussen, tuning=c.afstemming, sources=sources(c.bron, regeling.id))
        for c in regeling.secties.botsingen
    ]


def regulation_info(regeling: Regeling, scope: Scope) -> RegulationInfo:
    """What is shown of a regulation, with its paragraphs on the peildatum."""
    head = regeling.kop
    paragraphs = [
        (number, articles)
        for part in head.indeling
        if part.holds(scope.day)
        for number, articles in part.paragraaf.items()
    ]
    return RegulationInfo(
        id=head.regeling,
        name=head.naam,
        kind=head.soort,
        bwb=head.bwb or "",
        competent=head.bevoegd or "",
        purpose=head.doel or "",
        municipality=head.gemeente or "",
        never_ground=head.nooit_grond,
        uses=head.gebruikt,
        paragraphs=tuple(paragraphs),
        compared=head.nagelezen.datum if head.nagelezen else None,
        approved=str(head.juridisch_akkoord.datum) if head.juridisch_akkoord else "",
    )
