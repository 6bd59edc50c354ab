"""Gives the facts of a request their meaning: right name, right place, right type.

Before the day from which a fact holds its earlier value holds, or nothing is known; a fact that
the resident disputes is kept apart until somebody judged it.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from engine.ir.case import Absent, Inst
from engine.ir.declarations import FactDecl
from engine.ir.program import Program
from engine.model.request import Unfit
from engine.origin import Origin
from engine.source.case_layout import Given, Layout, Problems
from engine.source.case_values import check_bounds, read_value
from engine.source.formula_errors import close_to
from engine.values import Value

FactKey = tuple[str, Inst]

LATER = "laat het weg zolang het er niet is, of kies een latere peildatum"
MOST_NAMED = 12  # names that a hint still lists


@dataclass
class Facts:
    """Typed facts; `contested` holds the declared type of what the resident disputes."""

    known: dict[FactKey, Value | Absent] = field(default_factory=dict)
    contested: dict[FactKey, FactDecl] = field(default_factory=dict)
    places: dict[FactKey, Origin] = field(default_factory=dict)


def type_facts(layout: Layout, program: Program, day: date, today: date) -> Facts:
    """Type every fact that holds on `day`; problems go to the layout.

    `today` is the day after which nothing can have happened yet.
    """
    facts = Facts()
    persons = {*layout.persons, *layout.network}
    for given in layout.given:
        decl = declared(given, program, layout.problems)
        if decl is None:
            continue
        try:
            value, before = _values(given, decl, persons)
        except Unfit as unfit:
            layout.problems.add(
                unfit.code, f"`{given.name}`: {unfit.message}", given.at, unfit.hint
            )
            continue
        start = given.value.vanaf
        if start is None and before is not None:
            message = f"`{given.name}` heeft `eerder`, maar geen dag waarop dat ophoudt"
            hint = "zet bij `vanaf` de dag waarop `waarde` ingaat, of laat `eerder` weg"
            layout.problems.add("C144", message, given.at, hint)
        if decl.past and isinstance(value, date) and value > today:
            message = f"`{given.name}` is een dag na de peildatum"
            layout.problems.add("C143", message, given.at, decl.text or LATER)
        if given.value.betwist and given.value.eigen_woorden is None:
            hint = "voeg `eigen_woorden: …` toe: wat zegt de inwoner erover?"
            message = f"`{given.name}` is betwist zonder de woorden van de inwoner"
            layout.problems.add("C139", message, given.at, hint)
        holds = value if start is None or start <= day else before
        if holds is not None:
            for inst in both_ways(given.inst, decl):
                _keep(facts, (given.name, inst), holds, given, decl, layout.problems)
    return facts


def _values(
    given: Given, decl: FactDecl, persons: Collection[str]
) -> tuple[Value | Absent, Value | Absent | None]:
    """What holds, and what held before its first day; raises Unfit."""
    earlier = given.value.eerder
    before = None if earlier is None else typed(earlier, decl, persons)
    return typed(given.value.waarde, decl, persons), before


def declared(given: Given, program: Program, problems: Problems) -> FactDecl | None:
    """The declaration of a fact at its place; reports when it has none there."""
    decl = program.facts.get(given.name)
    entity = given.inst[0]
    if decl is not None and decl.entity == entity and not decl.test_only:
        return decl
    if given.structural:
        return None
    name = given.name
    if decl is None:
        near = [n for n, d in program.facts.items() if d.entity == entity]
        hint = close_to(name, near) or close_to(name, program.facts)
        problems.add("C130", f"het gegeven `{name}` bestaat niet", given.at, hint)
    elif decl.test_only:
        hint = "laat het weg: dit gegeven mag nooit meetellen"
        problems.add("C133", f"`{name}` hoort niet in een hulpvraag", given.at, hint)
    elif is_group(decl.entity, program):
        hint = "leg het per persoon vast; wie bij elkaar hoort volgt uit de regels"
        message = f"`{name}` gaat over een {_short(decl.entity)} en kan hier niet staan"
        problems.add("C132", message, given.at, hint)
    else:
        message = f"`{name}` is een gegeven over {_place(decl.entity)}, niet over {_place(entity)}"
        near = [n for n, d in program.facts.items() if d.entity == entity]
        hint = close_to(name, near) or _instead(near)
        problems.add("C131", message, given.at, hint)
    return None


def _instead(names: Sequence[str]) -> str:
    """What can stand at a place, if that is little enough to read."""
    few = f"; hier kan staan: {', '.join(sorted(names))}" if 0 < len(names) <= MOST_NAMED else ""
    return f"zet het op de goede plaats{few}"


def typed(text: str, decl: FactDecl, persons: Collection[str]) -> Value | Absent:
    """A value within the bounds of its declaration; raises Unfit."""
    value = read_value(text, decl.type, persons)
    check_bounds(value, decl.type, decl.low, decl.high)
    return value


def both_ways(inst: Inst, decl: FactDecl) -> tuple[Inst, ...]:
    """The instances a fact holds for: a symmetric fact over a pair holds both ways."""
    if inst[0] != "paar" or not decl.symmetric:
        return (inst,)
    first, second = inst[1].split(">")
    return (inst, ("paar", f"{second}>{first}"))


def is_group(entity: str, program: Program) -> bool:
    """Whether an entity is a group of some act, under its full or its short name."""
    return any(entity in (name, _short(name)) for name in program.groups)


def _keep(
    facts: Facts,
    key: FactKey,
    value: Value | Absent,
    given: Given,
    decl: FactDecl,
    problems: Problems,
) -> None:
    if key in facts.places and not _same(facts, key, value, disputed=given.value.betwist):
        message = f"voor `{key[0]}` staan twee verschillende waarden"
        hint = "laat er een staan; bij een paar geldt het vaak in beide richtingen"
        problems.add("C140", message, given.at, hint, (facts.places[key],))
        return
    facts.places.setdefault(key, given.at)
    if given.value.betwist:
        facts.contested[key] = decl
    else:
        facts.known[key] = value


def _same(facts: Facts, key: FactKey, value: Value | Absent, *, disputed: bool) -> bool:
    return not disputed and key not in facts.contested and facts.known.get(key) == value


_PLACES: Mapping[str, str] = {
    "zaak": "de zaak (onder `procedure`)",
    "persoon": "een persoon",
    "paar": "een paar (onder `relaties`)",
    "behoefte": "een behoefte",
    "belemmering": "een belemmering",
    "dekking": "een dekking",
    "oplossing": "een oplossing",
    "besluit": "een besluit",
    "voornemen": "een voornemen",
}


def _place(entity: str) -> str:
    return _PLACES.get(entity, f"een regel van de lijst `{entity}`")


def _short(entity: str) -> str:
    return entity.rpartition(".")[2]
