"""Resolve what only analyses of rules read: what always holds, and how outcomes should move."""

from collections.abc import Iterator

from engine.ir.parts import Axiom, Course
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
    """How concepts should move with facts."""
    for name, written in regeling.secties.verloop.items():
        fact = scope.symbols.facts.get(written.gegeven)
        begrip = _begrip(regeling, written, scope)
        if fact is None or fact.type.kind not in MEASURED:
            message = f"`{written.gegeven}` is geen bedrag, aantal of percentage uit de gegevens"
            scope.problem("R243", message, written.herkomst, "noem een gegeven met een getal")
        if begrip is None or begrip.type.kind not in MEASURED:
            message = f"`{written.begrip}` is geen bedrag, aantal of percentage uit de begrippen"
            scope.problem("R243", message, written.herkomst, "noem een begrip met een getal")
        if fact is None or begrip is None:
            continue
        yield Course(
            name=name,
            regulation=regeling.id,
            fact=fact.name,
            begrip=begrip.name,
            rising=written.richting == "stijgt",
            step=scope.formula(regeling, written.hooguit, "zaak", begrip.type),
            text=written.toelichting,
            sources=sources(written.bron, regeling.id),
            origin=written.herkomst,
        )


def _begrip(regeling: Regeling, written: Verloop, scope: Scope) -> BegripDecl | None:
    act, _, bare = written.begrip.rpartition(".")
    found = scope.symbols.find(act or regeling.id, bare)
    return next((symbol for symbol in found if isinstance(symbol, BegripDecl)), None)
