"""Lays out a request as instances and links, before any fact gets a meaning.

Owns ids: who or what exists and what hangs on what. A covering is called
`<obstacle>.<means>[.<helper or solution>]` and a record `<owner>.<number>` unless it has an id,
so that ids never depend on the order of keys.
"""

from collections import defaultdict
from collections.abc import Iterator

from engine.ir.case import CASE, Inst
from engine.ir.declarations import ListDecl
from engine.ir.program import Program
from engine.model.request import (
    BY_SOLUTION,
    Behoefte,
    Dekking,
    Hulpvraag,
    Lijstregel,
    Oplossing,
    Plaatsen,
)
from engine.origin import Origin
from engine.source.case_layout import Layout
from engine.source.formula_errors import close_to

RESIDENT = "inwoner"
PLANNED = ("behoefte", "belemmering", "oplossing")  # what a point of a plan can be about


def lay_out(request: Hulpvraag, program: Program) -> Layout:
    """Lay out a request; problems are kept in the result."""
    layout = Layout()
    _persons(layout, request)
    _needs(layout, request)
    _decisions(layout, request)
    _relations(layout, request)
    for name, records in sorted(request.lijsten.items()):
        _list(layout, name, records, request.herkomst.van(name), program)
    _empty_lists(layout, request, program)
    _plans(layout, request)
    layout.facts(CASE, request.procedure.feiten, request.procedure.herkomst)
    return layout


def _plans(layout: Layout, request: Hulpvraag) -> None:
    """Plans and their points; a point is about a need, an obstacle or a solution."""
    for plan in request.plannen:
        layout.add(("plan", plan.id), plan.herkomst.van("id"))
        for person in plan.van:
            layout.find(person, "persoon", "van", plan.herkomst)
        for point in plan.punten:
            layout.add(("planpunt", point.id), point.herkomst.van("id"))
            found = layout.known.get(point.over or "")
            kind = found[0][0] if found and found[0][0] in PLANNED else PLANNED[0]
            layout.find(point.over, kind, "over", point.herkomst)


def _persons(layout: Layout, request: Hulpvraag) -> None:
    for name, person in sorted(request.personen.items()):
        inst = ("persoon", name)
        if layout.add(inst, person.herkomst.begin):
            (layout.persons if person.rol == RESIDENT else layout.network).append(name)
        layout.key(inst, "rol", person.rol, person.herkomst)
        layout.facts(inst, person.feiten, person.herkomst)


def _needs(layout: Layout, request: Hulpvraag) -> None:
    for need in request.behoeften:
        inst = ("behoefte", need.id)
        layout.add(inst, need.herkomst.van("id"), (CASE,))
        _for_person(layout, inst, need.van, "van", need.herkomst)
        layout.key(inst, "leefgebied", need.leefgebied, need.herkomst)
        layout.facts(inst, need.feiten, need.herkomst)
        _obstacles(layout, need)
        _solutions(layout, need)
    # Coverings name obstacles, which may belong to another need of the same household.
    for need in request.behoeften:
        for covering in need.dekkingen:
            _covering(layout, need, covering)
        for solution in need.oplossingen:
            _covered(layout, need, solution)


def _for_person(layout: Layout, inst: Inst, name: str, key: str, places: Plaatsen) -> None:
    person = layout.find(name, "persoon", key, places)
    if person is not None:
        layout.links["behoefte_van", inst] = person


def _obstacles(layout: Layout, need: Behoefte) -> None:
    parent = ("behoefte", need.id)
    for obstacle in need.belemmeringen:
        inst = ("belemmering", obstacle.id)
        layout.add(inst, obstacle.herkomst.van("id"), (parent, CASE))
        layout.links["behoefte", inst] = parent
        # The need stays that of the resident who asks; `over` says who meets the obstacle.
        if parent_person := layout.links.get(("behoefte_van", parent)):
            layout.links["behoefte_van", inst] = parent_person
            layout.links["over", inst] = parent_person
        about = layout.find(obstacle.over, "persoon", "over", obstacle.herkomst)
        if about is not None:
            layout.links["over", inst] = about
        layout.facts(inst, obstacle.feiten, obstacle.herkomst)


def _solutions(layout: Layout, need: Behoefte) -> None:
    parent = ("behoefte", need.id)
    for solution in need.oplossingen:
        inst, places = ("oplossing", solution.id), solution.herkomst
        layout.add(inst, places.van("id"), (parent, CASE))
        layout.links["behoefte", inst] = parent
        _for_person(layout, inst, solution.van or need.van, "van", places)
        for name in ("soort_oplossing", "vorm", "geregistreerd_als"):
            layout.key(inst, name, getattr(solution, name), places)
        layout.facts(inst, solution.feiten, places)


def _covering(layout: Layout, need: Behoefte, covering: Dekking) -> None:
    places = covering.herkomst
    if covering.middel == BY_SOLUTION:
        hint = "schrijf `dekt: {x1: geheel}` bij de oplossing zelf"
        message = "een dekking door een oplossing staat bij die oplossing"
        layout.problems.add("C117", message, places.van("middel"), hint)
        return
    obstacle = layout.find(covering.belemmering, "belemmering", "belemmering", places)
    helper = layout.find(covering.door, "persoon", "door", places)
    if obstacle is None:
        return
    parts = [covering.belemmering, covering.middel, covering.door]
    inst = ("dekking", covering.id or ".".join(part for part in parts if part))
    if not _add_covering(layout, inst, obstacle, need, places):
        return
    layout.coverings[obstacle[1], covering.middel].append(inst)
    if helper is not None:
        layout.links["door", inst] = helper
        layout.coverings[obstacle[1], helper[1]].append(inst)
    layout.key(inst, "middel", covering.middel, places)
    layout.key(inst, "mate", covering.mate, places)
    layout.key(inst, "door", covering.door, places)
    layout.facts(inst, covering.feiten, places)


def _covered(layout: Layout, need: Behoefte, solution: Oplossing) -> None:
    """Make a covering of every obstacle that a solution says it takes away."""
    parent = ("oplossing", solution.id)
    layout.children["belemmeringen", parent] = []
    layout.children["dekkingen", parent] = []
    for name, extent in sorted(solution.dekt.items()):
        obstacle = layout.find(name, "belemmering", "dekt", solution.herkomst)
        if obstacle is None:
            continue
        inst = ("dekking", f"{name}.{BY_SOLUTION}.{solution.id}")
        if _add_covering(layout, inst, obstacle, need, solution.herkomst, parent):
            layout.links["oplossing", inst] = parent
            layout.children["belemmeringen", parent].append(obstacle)
            layout.coverings[name, BY_SOLUTION].append(inst)
            layout.coverings[name, solution.id].append(inst)
            at = Plaatsen(solution.herkomst.van("dekt"))
            layout.key(inst, "middel", BY_SOLUTION, at)
            layout.key(inst, "mate", extent, at)


def _add_covering(
    layout: Layout, inst: Inst, obstacle: Inst, need: Behoefte, places: Plaatsen, *more: Inst
) -> bool:
    parent = ("behoefte", need.id)
    if not layout.add(inst, places.begin, (obstacle, parent, CASE, *more)):
        return False
    layout.links["belemmering", inst] = obstacle
    for step in ("behoefte", "behoefte_van"):
        found = layout.links.get((step, obstacle))
        if found is not None:
            layout.links[step, inst] = found
    return True


def _decisions(layout: Layout, request: Hulpvraag) -> None:
    for decision in request.besluiten:
        inst, places = ("besluit", decision.id), decision.herkomst
        layout.add(inst, places.van("id"), (CASE,))
        person = layout.find(decision.over, "persoon", "over", places)
        if person is not None:
            layout.links["eigenaar", inst] = person
        for name in ("regeling", "soort_besluit", "onderwerp"):
            layout.key(inst, name, getattr(decision, name), places)
        layout.facts(inst, decision.feiten, places)
    for intent in request.voornemens:
        inst, places = ("voornemen", intent.id), intent.herkomst
        about = layout.find(intent.besluit, "besluit", "besluit", places)
        layout.add(inst, places.van("id"), (CASE,) if about is None else (CASE, about))
        person = layout.find(intent.betreft, "persoon", "betreft", places)
        if about is not None:
            layout.links["besluit", inst] = about
            person = person or layout.links.get(("eigenaar", about))
        if person is not None:
            layout.links["eigenaar", inst] = person
        if intent.besluit is None and intent.betreft is None:
            hint = "voeg `besluit: …` of `betreft: …` toe"
            message = f"bij het voornemen `{intent.id}` staat niet waarover het gaat"
            layout.problems.add("C106", message, places.begin, hint)
        layout.key(inst, "soort_voornemen", intent.soort_voornemen, places)
        layout.facts(inst, intent.feiten, places)


def _relations(layout: Layout, request: Hulpvraag) -> None:
    for relation in request.relaties:
        places = relation.herkomst
        first = layout.find(relation.deze, "persoon", "deze", places)
        second = layout.find(relation.ander, "persoon", "ander", places)
        if first is None or second is None:
            continue
        if first == second:
            message = "een relatie heeft twee verschillende personen"
            layout.problems.add("C118", message, places.van("ander"))
            continue
        layout.facts(("paar", f"{first[1]}>{second[1]}"), relation.feiten, places)


def _where(name: str) -> str:
    """Where a list belongs that is part of a need."""
    inside = name in Behoefte.__dataclass_fields__
    return f"zet `{name}` onder een behoefte, zoals in voorbeelden/taxi.yaml" if inside else ""


def _list(
    layout: Layout, name: str, records: tuple[Lijstregel, ...], at: Origin, program: Program
) -> None:
    declared = program.lists.get(name)
    if declared is None:
        known = [*program.lists, "relaties", "behoeften", "besluiten", "voornemens", "plannen",
                 "beoordelingen"]  # fmt: skip
        message = f"de lijst `{name}` bestaat niet"
        hint = _where(name) or close_to(name, known) or f"lijsten zijn: {', '.join(sorted(known))}"
        layout.problems.add("C141", message, at, hint)
        return
    numbers: dict[str, int] = defaultdict(int)
    for record in records:
        owner = _owner(layout, record, declared)
        if owner is None:
            continue
        numbers[owner[1]] += 1
        inst = (name, record.id or f"{owner[1]}.{numbers[owner[1]]}")
        # Numbered ids of two lists of one owner are equal; only chosen ids must be unique.
        if record.id is None:
            layout.children[name, owner].append(inst)
            layout.known.setdefault(f"{name}:{inst[1]}", (inst, record.herkomst.begin))
        else:
            layout.add(inst, record.herkomst.van("id"), (owner,))
        layout.links["eigenaar", inst] = owner
        layout.facts(inst, record.feiten, record.herkomst)


def _owner(layout: Layout, record: Lijstregel, declared: ListDecl) -> Inst | None:
    places = record.herkomst
    if declared.owner == CASE[0]:
        if record.van is not None:
            message = f"een regel van `{declared.name}` hoort bij de hele zaak"
            layout.problems.add("C142", message, places.van("van"), "laat `van` weg")
        return CASE
    if record.van is None:
        message = f"bij een regel van `{declared.name}` staat niet van wie hij is"
        hint = f"voeg `van: …` toe met de code van een {declared.owner}"
        layout.problems.add("C142", message, places.begin, hint)
        return None
    return layout.find(record.van, declared.owner, "van", places)


def _empty_lists(layout: Layout, request: Hulpvraag, program: Program) -> None:
    """A list that was given, or is always complete, is known for every owner."""
    for name, declared in program.lists.items():
        if name in request.lijsten or declared.complete:
            for owner in _all(layout, declared.owner):
                layout.children.setdefault((name, owner), [])


def _all(layout: Layout, entity: str) -> Iterator[Inst]:
    if entity == CASE[0]:
        yield CASE
    yield from (inst for inst, _ in layout.known.values() if inst[0] == entity)
