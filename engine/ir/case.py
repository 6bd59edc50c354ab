"""A case as the engine reads it: instances, links between them, facts and judgements.

Built from a request; typed against the declarations of a Program. An instance is a pair of
entity and id: ("persoon", "p1"), ("paar", "p1>p2"), ("giften", "p1.1").
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from engine.values import Value

Inst = tuple[str, str]
CASE: Inst = ("zaak", "zaak")


@dataclass(frozen=True, slots=True)
class Absent:
    """A fact that is known not to exist (`afwezig`); not the same as unknown."""


ABSENT = Absent()


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A recorded judgement or choice: the outcome per field ("" for a plain outcome)."""

    outcome: Mapping[str, Value]
    who: str
    role: str
    day: date
    motivation: str
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Facts and structure of one request.

    Attributes:
        persons: ids of residents, sorted; network persons are in `network`.
        members: per structure entity or list the ids, sorted.
        links: one-valued links, e.g. ("behoefte", oplossing) -> behoefte, ("behoefte_van", …)
            -> persoon, ("eigenaar", record) -> owner, ("besluit", voornemen) -> besluit.
        children: many-valued links, e.g. ("belemmeringen", oplossing), ("dekkingen",
            belemmering), (list name, owner); a missing key of a list means unknown.
        facts: known facts; a missing key is unknown.
        contested: facts that the resident disputes and nobody has judged yet.
        judgements: by (qualified norm id, instance).
    """

    day: date
    decision_day: date | None = None
    persons: tuple[str, ...] = ()
    network: tuple[str, ...] = ()
    members: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    links: Mapping[tuple[str, Inst], Inst] = field(default_factory=dict)
    children: Mapping[tuple[str, Inst], tuple[Inst, ...]] = field(default_factory=dict)
    facts: Mapping[tuple[str, Inst], Value | Absent] = field(default_factory=dict)
    contested: frozenset[tuple[str, Inst]] = frozenset()
    judgements: Mapping[tuple[str, Inst], Judgement] = field(default_factory=dict)
