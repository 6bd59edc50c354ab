"""Finds what a judgement is about: an id, a pair `p1>p2`, a group `gezin:p1`, a covering."""

from engine.ir.case import CASE, Inst
from engine.ir.program import Program
from engine.model.request import Unfit
from engine.source.case_layout import Layout
from engine.source.formula_errors import close_to

COVERING, PAIR, PERSON = "dekking", "paar", "persoon"


def group_named(entity: str, regulation: str, program: Program) -> str:
    """The full name of a group when the entity is one, else the entity itself."""
    full = f"{regulation}.{entity}"
    return full if full in program.groups else entity


def find_places(
    over: str | tuple[str, ...], entity: str, layout: Layout, program: Program
) -> tuple[Inst, ...]:
    """The instances that `over` names; raises Unfit with a code.

    Args:
        over: As written: an id with or without `<entiteit>:` before it, or a list. A list is an
            obstacle with a means for a covering, members for a group, and pairs for a pair.
        entity: What the norm is about, groups by their full name.
        layout: The instances of the request.
        program: Knows which entities are groups.
    """
    if entity == COVERING and isinstance(over, tuple):
        return (_covering(over, layout),)
    names = (over,) if isinstance(over, str) else over
    short = entity.rpartition(".")[2]
    if not names or (over == CASE[1] and entity != CASE[0]):
        raise Unfit("C156", f"dit gaat over een {short}", "noem de code bij `over`")
    if entity in program.groups:
        return tuple((entity, _member(_bare(name, entity), layout)) for name in names)
    if entity == PAIR:
        return tuple(_pair(_bare(name, entity), layout) for name in names)
    if len(names) != 1:
        raise Unfit("C156", f"dit gaat over precies één {entity}", "noem één code bij `over`")
    name = _bare(names[0], entity)
    if entity == CASE[0]:
        if name != CASE[1]:
            raise Unfit(
                "C156", "dit gaat over de hele zaak", "schrijf `over: zaak` of laat het weg"
            )
        return (CASE,)
    return (_single(name, entity, layout),)


def _bare(name: str, entity: str) -> str:
    """An id without the entity before it; the entity has to be the right one."""
    before, colon, rest = name.partition(":")
    if not colon:
        return name
    if before not in (entity, entity.rpartition(".")[2]):
        short = entity.rpartition(".")[2]
        raise Unfit(
            "C156", f"dit gaat over een {short}, niet over een ander soort", f"schrijf `{short}:…`"
        )
    return rest


def _member(name: str, layout: Layout) -> str:
    person = _single(name, PERSON, layout)[1]
    if person in layout.network:
        hint = "noem een inwoner; mensen uit het netwerk horen niet bij een gezin of huishouden"
        raise Unfit("C159", f"`{person}` hoort bij het netwerk", hint)
    return person


def _pair(name: str, layout: Layout) -> Inst:
    first, arrow, second = name.partition(">")
    if not arrow or first == second:
        raise Unfit("C156", "dit gaat over een paar", "schrijf twee personen: p1>p2")
    for person in (first, second):
        _single(person, PERSON, layout)
    return (PAIR, name)


def _covering(over: tuple[str, ...], layout: Layout) -> Inst:
    if len(over) != 2:
        raise Unfit("C156", "dit gaat over een dekking", "schrijf [belemmering, middel]")
    obstacle = _single(over[0], "belemmering", layout)[1]
    found = layout.coverings.get((obstacle, over[1]), [])
    if len(found) > 1:
        hint = "kies uit: " + ", ".join(sorted(name for _, name in found))
        raise Unfit("C156", "dit kan over meer dan één dekking gaan", hint)
    if not found:
        means = sorted(means for name, means in layout.coverings if name == obstacle)
        hint = "bij deze belemmering: " + (", ".join(means) or "geen dekkingen")
        raise Unfit("C114", "deze dekking bestaat niet", hint)
    return found[0]


def _single(name: str, entity: str, layout: Layout) -> Inst:
    found = layout.known.get(name) or layout.known.get(f"{entity}:{name}")
    if found is not None and found[0][0] != entity and f"{entity}:{name}" in layout.known:
        found = layout.known[f"{entity}:{name}"]
    if found is None:
        same = [inst[1] for inst, _ in layout.known.values() if inst[0] == entity]
        hint = close_to(name, same) or "kies uit: " + (", ".join(sorted(same)) or "geen")
        raise Unfit("C114", f"deze {entity} bestaat niet", hint)
    if found[0][0] != entity:
        message = f"dit gaat over een {entity}; `{name}` is een {found[0][0]}"
        raise Unfit("C156", message, "noem de goede code bij `over`")
    return found[0]
