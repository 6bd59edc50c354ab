"""What an analysis is about: who and what may be in a case, and how its facts are read."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field

from engine.ir.case import Case, Inst

PARENTS = ("behoefte", "eigenaar", "belemmering", "oplossing", "besluit")
"""Links to what something hangs on: without it, it is not there."""


@dataclass(frozen=True, kw_only=True)
class Said:
    """What a case says already, when only some of it is open.

    Attributes:
        case: the facts and judgements that stay as they are.
        open: whether what stands under a key may still come to be otherwise.
        blocked: whether something stands in the way; read from the case, never open.
    """

    case: Case
    open: Callable[[Hashable], bool]
    blocked: Callable[[Hashable], bool]


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
            parts of a number or of a percent, and days and judgements outside their bounds.
        said: the case of which most stays as it is; None when everything is open.
        words: the words that a fact of an instance may have, where these are not all of its words.
    """

    case: Case
    optional: frozenset[Inst] = field(default_factory=frozenset)
    complete: bool = True
    absences: bool = False
    bounded: bool = True
    said: Said | None = None
    words: Mapping[tuple[str, Inst], tuple[str, ...]] = field(default_factory=dict)
