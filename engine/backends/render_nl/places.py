"""Who or what a name is read from: the instance of the rule, its owner, a member of a list."""

from collections.abc import Sequence
from dataclasses import dataclass

from engine.backends.render_nl.names import letters
from engine.backends.render_nl.words.places import (
    GROUPS,
    MEMBERS,
    OTHER,
    OWN,
    STEPS,
    Member,
    member_of_group,
    thing,
)
from engine.ir.nodes import Fold, Nav
from engine.ir.reads import PERSON_STEP

UPWARD = ("zaak", "behoefte", "belemmering", "besluit", "deze")
INVOLVED = "de betrokkene"


@dataclass(frozen=True, slots=True)
class Scope:
    """An instance in reach: of which kind, and how it is called (`other` in a pair)."""

    entity: str
    who: str
    other: str = OTHER


def own_scope(entity: str) -> Scope:
    """The instance that a rule or norm is about."""
    return Scope(entity, OWN.get(entity) or group_name(entity))


def group_name(group: str) -> str:
    """A group of persons with its article; a list by its letters."""
    if group in GROUPS:
        return GROUPS[group]
    return f"de groep {letters(group)}" if "." in group else f"deze regel van {letters(group)}"


def who(nav: Nav, scopes: Sequence[Scope]) -> str:
    """What the place is called that a name is read from."""
    scope = scopes[nav.scope]
    name = scope.who
    for step in nav.steps:
        if step == "ander":
            name = scope.other
        elif step == "eigenaar":
            name = "de inwoner" if scope.entity in ("besluit", "voornemen") else INVOLVED
        elif step.startswith(PERSON_STEP):
            name = "degene over wie het gaat"
        elif "." in step:
            name = group_name(step) + (f" van {name}" if name == scope.other else "")
        elif step != "deze":
            name = STEPS.get(step, letters(step))
    return name


def owner(nav: Nav, scopes: Sequence[Scope]) -> str:
    """Whose value it is, where that has to be said; empty where it goes without saying."""
    last = len(scopes) - 1
    telling = [s for s in nav.steps if s not in UPWARD and "." not in s]
    if telling or (nav.scope < last and scopes[nav.scope].entity != "zaak" and not nav.steps):
        return who(nav, scopes)
    return ""


def member_of(fold: Fold, scopes: Sequence[Scope]) -> Member:
    """How the members of a collection are called."""
    if fold.collection == "leden":
        return member_of_group(who(fold.nav, scopes))
    found = MEMBERS.get(fold.collection)
    return found or thing(f"regel van {letters(fold.collection)}", letters(fold.collection))


def member_scope(fold: Fold, scopes: Sequence[Scope], name: str) -> Scope:
    """The scope of a member that is called `name`; in a pair the name is of the other."""
    if fold.entity == "paar":
        return Scope("paar", who(fold.nav, scopes), name)
    return Scope(fold.entity, name)
