"""Resolve open norms: bounds, conditions and factors become expressions."""

from dataclasses import replace

from engine.ir.declarations import Factor, NormField
from engine.ir.program import Norm
from engine.model.regulation import Regeling
from engine.model.vocabulary import Factor as FactorText
from engine.model.vocabulary import OpenNorm
from engine.passes.constants import scalar
from engine.passes.declare import sources
from engine.passes.scope import Scope, window


def resolve_norms(regeling: Regeling, scope: Scope) -> list[Norm]:
    """All open norms of a regulation, with the factors of the version in force."""
    made = []
    for name, norm in regeling.secties.open_normen.items():
        draft = scope.symbols.named[regeling.id, name]
        if isinstance(draft, Norm):
            made.append(_resolve(regeling, norm, draft, scope))
    return made


def _resolve(regeling: Regeling, norm: OpenNorm, draft: Norm, scope: Scope) -> Norm:
    entity = scope.entity(regeling, norm.over, norm.herkomst)
    factors, rulings = list(norm.factoren), list(norm.rechtspraak)
    for version in norm.versies:
        if version.holds(scope.day):
            factors += version.factoren
            rulings += version.rechtspraak
    given = norm.uitkomst
    none = given.geen if given is not None and given.soort != "velden" else None
    none_value = None if none is None else scalar(none, draft.fields[0].type)
    if none is not None and none_value is None and none[:1].isdigit():
        scope.problem(
            "R326", f"`geen: {none}` past niet bij {draft.fields[0].type}", norm.herkomst,
            "schrijf een waarde van dezelfde soort, bijvoorbeeld 0 euro of 0%",
        )  # fmt: skip
    return replace(
        draft,
        entity=entity,
        fields=tuple(_field(regeling, norm, f, entity, scope) for f in draft.fields),
        none_value=none_value,
        only_if=scope.formula(regeling, norm.pas_als, entity),
        advice=norm.vereist_advies,
        factors=tuple(_factor(regeling, f, entity, scope) for f in factors),
        rulings=tuple(rulings),
        motivate=norm.motiveer,
        direction=norm.richting or "",
        window=window(norm.geldig),
        certainty=norm.zekerheid,
        sources=sources(norm.bron, regeling.id),
    )


def _field(
    regeling: Regeling, norm: OpenNorm, field: NormField, entity: str, scope: Scope
) -> NormField:
    given = norm.uitkomst
    if given is None:
        return field
    written = given.velden[field.name].grenzen if given.soort == "velden" else given.grenzen
    low, high = scope.bounds(regeling, written, entity, field.type)
    return replace(field, low=low, high=high)


def _factor(regeling: Regeling, factor: FactorText, entity: str, scope: Scope) -> Factor:
    when = scope.formula(regeling, factor.als, entity)
    return Factor(name=factor.naam, direction=factor.richting or "", when=when)
