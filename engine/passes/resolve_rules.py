"""Resolve rules: conditions, effects and grants; relations follow in `defeaters`."""

from collections.abc import Iterable
from dataclasses import dataclass

from engine.ir import nodes
from engine.ir import surface as s
from engine.ir.fold import norms_in, walk
from engine.ir.nodes import Expr
from engine.ir.program import Grant, Norm, Reach, Rule, Rung
from engine.ir.types import DATE, EURO, YES_NO
from engine.model.regulation import Corpus, Regeling
from engine.model.rule import Regel, Verleent
from engine.passes.declare import sources
from engine.passes.delegation import qualify
from engine.passes.scope import Scope, window
from engine.passes.symbols import BegripDecl
from engine.passes.typing import type_of


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A resolved rule beside the text it came from."""

    rule: Rule
    written: Regel
    regeling: Regeling


def resolve_rules(corpus: Corpus, norms: dict[str, Norm], scope: Scope) -> list[Draft]:
    """Rules in force on the peildatum, and all versions that have a moment of their own."""
    found = [
        (regel, regeling)
        for regeling in corpus.regelingen
        for regel in regeling.secties.regels
        if regel.tijdstip is not None or window(regel.geldig).holds(scope.day)
    ]
    found.sort(key=lambda pair: (pair[0].id, str(pair[0].geldig)))
    return [
        Draft(rule=_rule(i, regel, regeling, norms, scope), written=regel, regeling=regeling)
        for i, (regel, regeling) in enumerate(found)
    ]


def _rule(
    number: int, regel: Regel, regeling: Regeling, norms: dict[str, Norm], scope: Scope
) -> Rule:
    entity = scope.entity(regeling, regel.over, regel.herkomst)
    condition = _condition(regel, regeling, entity, norms, scope)
    moment = None
    if regel.tijdstip is not None:
        path = s.Path(parts=(regel.tijdstip,), at=regel.herkomst)
        moment = scope.resolver(regeling).resolve(path, (entity,), DATE)
    cause = scope.formula(regeling, regel.aanleiding, entity)
    effects = tuple(_effects(regel, regeling, entity, scope))
    reach = _reach(regel)
    clause = _own_clause(regel) or _reads_blockers(
        (condition, cause, *(value for _, value in effects))
    )
    return Rule(
        number=number,
        id=regel.id,
        regulation=regeling.id,
        rank=regeling.kop.soort,
        entity=entity,
        rung=_rung(regel, condition, reach, clause=clause),
        character=_character(regel, condition),
        condition=condition,
        cause=cause,
        choice=regel.kan.keuze if regel.kan else None,
        bound=bool(regel.kan and regel.kan.gebonden),
        window=window(regel.geldig),
        moment=moment,
        excludes=bool(regel.sluit_uit or regel.beperkt),
        effects=effects,
        changes=tuple(_changed(regel, regeling, scope)),
        grant=_grant(regel, regel.verleent, regeling, entity, scope) if regel.verleent else None,
        reach=reach,
        helper=regel.hulp,
        sanction=regel.sanctie,
        direction=regel.richting or "",
        certainty=regel.zekerheid,
        procedure=regel.procedure,
        justification=tuple(sorted(regel.rechtvaardiging.items())),
        lesson=regel.les or "",
        purpose=regel.doel or "",
        compared=regel.nagelezen.datum if regel.nagelezen else None,
        text=regel.toelichting,
        sources=sources(regel.bron, regeling.id),
        origin=regel.herkomst,
    )


def _condition(
    regel: Regel, regeling: Regeling, entity: str, norms: dict[str, Norm], scope: Scope
) -> Expr | None:
    own = scope.formula(regeling, regel.als, entity)
    if regel.kan is None or regel.kan.keuze is None:
        if regel.kan is not None and not regel.kan.gebonden:
            scope.problem(
                "R420", "`kan` zonder keuze", regel.herkomst,
                "noem de keuze (`kan: {keuze: …}`), of schrijf `gebonden: ja`",
            )  # fmt: skip
        return own
    path = s.Path(parts=tuple(regel.kan.keuze.split(".")), at=regel.herkomst)
    choice = _chosen(scope.resolver(regeling).resolve(path, (entity,), YES_NO), norms)
    return choice if own is None else nodes.And(args=(own, choice), at=regel.herkomst)


def _chosen(ref: Expr, norms: dict[str, Norm]) -> Expr:
    if not isinstance(ref, nodes.NormRef) or ref.type == YES_NO:
        return ref
    none = norms[ref.name].none_value
    if none is None:
        return nodes.Call(name="beslist", args=(ref,), at=ref.at)
    return nodes.Compare(op="!=", left=ref, right=nodes.Lit(value=none, type=ref.type), at=ref.at)


def _effects(
    regel: Regel, regeling: Regeling, entity: str, scope: Scope
) -> list[tuple[str, Expr]]:
    if regel.vult_in is not None:
        target = qualify(regeling, regel.vult_in, regel.herkomst, scope)
        if target is None or regel.dan is None or isinstance(regel.dan, dict):
            if target is not None:
                scope.problem("R238", "bij `vult_in` hoort `dan` met een waarde", regel.herkomst)
            return []
        return [(target, _value(regel.dan, target, regel, regeling, entity, scope))]
    if regel.dan is None:
        return []
    if not isinstance(regel.dan, dict):
        scope.problem("R239", "`dan` is een lijst van begrip: waarde", regel.herkomst)
        return []
    made = []
    for name, formula in regel.dan.items():
        begrip = _begrip_named(name, regel, regeling, scope)
        if begrip is not None:
            if begrip.entity != entity:
                scope.problem(
                    "R330",
                    f"`{name}` hoort bij {begrip.entity}, deze regel bij {entity}",
                    regel.herkomst,
                )
            made.append(
                (begrip.name, _value(formula, begrip.name, regel, regeling, entity, scope))
            )
    return made


def _begrip_named(name: str, regel: Regel, regeling: Regeling, scope: Scope) -> BegripDecl | None:
    act, _, bare = name.rpartition(".")
    found = scope.symbols.find(regeling.id, name) if not act else ()
    symbol = scope.symbols.named.get((act, bare)) if act else next(iter(found), None)
    if isinstance(symbol, BegripDecl):
        return symbol
    scope.problem(
        "R240",
        f"het begrip `{name}` is niet verklaard",
        regel.herkomst,
        "verklaar het onder `begrippen`",
    )
    return None


def _value(
    formula: s.Expr, target: str, regel: Regel, regeling: Regeling, entity: str, scope: Scope
) -> Expr:
    act, _, bare = target.rpartition(".")
    symbol = scope.symbols.named[act, bare]
    kind = symbol.fields[0].type if isinstance(symbol, Norm) else getattr(symbol, "type", YES_NO)
    resolver = scope.resolver(regeling)
    if regel.wijzigt:
        resolver.current = kind
    return resolver.resolve(formula, (entity,), kind)


def _changed(regel: Regel, regeling: Regeling, scope: Scope) -> list[str]:
    found = (_begrip_named(name, regel, regeling, scope) for name in regel.wijzigt)
    return [symbol.name for symbol in found if symbol is not None]


def _grant(regel: Regel, grant: Verleent, regeling: Regeling, entity: str, scope: Scope) -> Grant:
    covers = None
    if grant.dekt is not None:
        covers = _selection(grant.dekt, regeling, entity, scope)
    on_blocker = grant.voor == ("alle_van_blokkade",)
    if not on_blocker:
        scope.labels("soort_oplossing", grant.voor, regel.herkomst)
    upto = scope.formula(regeling, grant.tot, entity, EURO)
    kind = EURO if upto is None else type_of(upto, scope.tables)
    return Grant(
        kinds=None if on_blocker else grant.voor,
        forms=grant.vorm,
        covers=covers,
        upto=upto,
        asked=scope.formula(regeling, grant.van, entity, kind),
        type=kind,
        temporary=grant.tijdelijk or "",
        conditions=grant.voorwaarden,
        without_decision=grant.zonder_besluit,
    )


def _selection(formula: s.Expr, regeling: Regeling, entity: str, scope: Scope) -> Expr | None:
    """`belemmeringen waarvoor c` as a count, so that each member's condition is kept."""
    if isinstance(formula, s.Path):
        formula = s.Selection(over=formula, at=formula.at)
    if not isinstance(formula, s.Selection):
        scope.problem(
            "R123", "`dekt` is een verzameling, zoals belemmeringen waarvoor …", formula.at
        )
        return None
    call = s.Call(name="aantal", over=formula.over, where=formula.where, at=formula.at)
    return scope.resolver(regeling).resolve(call, (entity,))


def _reach(regel: Regel) -> Reach | None:
    given = regel.reikwijdte
    if given is None:
        return None
    blocked = given.blokkade
    return Reach(
        articles=given.artikelen,
        paragraphs=given.paragrafen,
        regulations=given.regelingen,
        begrippen=given.begrippen,
        blocker_ranks=blocked.rang if blocked else (),
        blocker_characters=blocked.karakter if blocked else (),
        on_blockers=blocked is not None,
    )


def _own_clause(regel: Regel) -> bool:
    return any(t.regeling == "deze" and t.artikel is None for t in regel.sluit_uit)


def _reads_blockers(formulas: Iterable[Expr | None]) -> bool:
    """What stands in the way is known only when everything below the clauses is."""
    return any(isinstance(node, nodes.BlockedBy) for f in formulas for node in walk(f))


def _rung(regel: Regel, condition: Expr | None, reach: Reach | None, *, clause: bool) -> Rung:
    """The rung follows from kind of norm, relation, kan and reach."""
    if regel.verleent is not None and regel.verleent.zonder_besluit:
        return Rung.A
    if reach is not None and reach.on_blockers:
        return Rung.E
    if clause:
        return Rung.CLAUSE
    if reach is not None and norms_in(condition):
        return Rung.D
    real_choice = (
        regel.kan is not None and not regel.kan.gebonden and regel.richting != "belastend"
    )
    relation = regel.in_afwijking_van or regel.sluit_uit or regel.wijzigt
    if real_choice or (relation and regel.richting == "begunstigend"):
        return Rung.C
    return Rung.B


def _character(regel: Regel, condition: Expr | None) -> str:
    if regel.kan is not None and not regel.kan.gebonden:
        return "kan"
    return "open" if norms_in(condition) else "dwingend"
