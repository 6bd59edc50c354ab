"""Resolve what only analyses of rules read: what always holds, and how outcomes should move."""

from collections.abc import Iterator

from engine.ir.parts import Axiom, Chart, Course
from engine.ir.types import YES_NO, Type
from engine.model.regulation import Regeling, Verloop
from engine.passes.declare import sources
from engine.passes.scope import Scope
from engine.passes.symbols import BegripDecl

MEASURED = ("bedrag", "aantal", "procent")


def resolve_domain(regeling: Regeling, scope: Scope) -> Iterator[Axiom]:
    """What holds in every case, as conditions."""
    for name, written in regeling.secties.domein.items():
        entity = scope.entity(regeling, written.over, written.herkomst)
        condition = scope.formula(regeling, written.altijd, entity)
        if condition is not None:
            yield Axiom(
                name=name,
                regulation=regeling.id,
                entity=entity,
                condition=condition,
                text=written.toelichting,
            )


def resolve_courses(regeling: Regeling, scope: Scope) -> Iterator[Course]:
    """How concepts and rules should move with facts."""
    rules = {rule.id for rule in regeling.secties.regels}
    for name, written in regeling.secties.verloop.items():
        fact = scope.symbols.facts.get(written.gegeven)
        begrip = _begrip(regeling, written, scope)
        if fact is None or not _has_more(fact.type, written):
            message = f"van `{written.gegeven}` is er geen meer of minder"
            hint = "noem een getal; zonder grafiek mag ook ja/nee of een rij woorden"
            scope.problem("R243", message, written.herkomst, hint)
        if (begrip is None) == (written.regel not in rules) or not _can_move(begrip, written):
            message = f"`{name}` zegt niet wat er meebeweegt"
            hint = "noem een `begrip` met een getal of ja/nee, of een `regel` van deze regeling"
            scope.problem("R243", message, written.herkomst, hint)
        elif fact is not None:
            unit = begrip.type if begrip else YES_NO
            yield Course(
                name=name,
                regulation=regeling.id,
                fact=fact.name,
                begrip=begrip.name if begrip else "",
                rule=written.regel or "",
                rising=written.richting == "stijgt",
                only=scope.formula(regeling, written.als, fact.entity),
                step=scope.formula(regeling, written.hooguit, "zaak", unit),
                chart=_chart(regeling, written, scope, fact.type),
                text=written.toelichting,
                sources=sources(written.bron, regeling.id),
                origin=written.herkomst,
            )


def _chart(regeling: Regeling, written: Verloop, scope: Scope, kind: Type) -> Chart | None:
    drawn = written.grafiek
    if drawn is None:
        return None
    low, high = (scope.formula(regeling, f, "zaak", kind) for f in (drawn.vanaf, drawn.tot))
    return Chart(case=drawn.geval, low=low, high=high)


def _has_more(kind: Type, written: Verloop) -> bool:
    """Whether of two values of this kind one is more; along a chart it is a number."""
    ranked = kind.kind in ("ja_nee", "procent") or kind.ordered
    return kind.kind in ("bedrag", "aantal") or (ranked and written.grafiek is None)


def _can_move(begrip: BegripDecl | None, written: Verloop) -> bool:
    """Whether a concept can rise and fall, with steps and a chart only where it is a number."""
    kind = "ja_nee" if begrip is None else begrip.type.kind
    plain = written.hooguit is None and written.grafiek is None
    return kind in MEASURED or (kind == "ja_nee" and plain)


def _begrip(regeling: Regeling, written: Verloop, scope: Scope) -> BegripDecl | None:
    act, _, bare = (written.begrip or "").rpartition(".")
    found = scope.symbols.find(act or regeling.id, bare)
    return next((symbol for symbol in found if isinstance(symbol, BegripDecl)), None)
