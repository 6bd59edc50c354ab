"""What an analysis is about: who and what may be in a case, and how its facts are read."""

from dataclasses import dataclass, field

from engine.ir.case import Case, Inst

PARENTS = ("behoefte", "eigenaar", "belemmering", "oplossing", "besluit")
"""Links to what something hangs on: without it, it is not there."""


@dataclass(frozen=True, kw_only=True)
class Stage:
    """The people and things of a case without its facts.

    Attributes:
        case: the structure; facts and judgements in it are not read.
        optional: instances that may be absent.
        complete: whether every fact is given and every norm judged (two-valued); else each may
            be missing (three-valued).
        absences: whether a fact with a value may be `afwezig`.
        bounded: whether what is not plausible is left out: amounts below zero or far above it,
            parts of a number or of a percent, and judgements outside their bounds.
    """

    case: Case
    optional: frozenset[Inst] = field(default_factory=frozenset)
    complete: bool = True
    absences: bool = False
    bounded: bool = True
