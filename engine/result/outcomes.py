"""The four outcomes of a question, with their reasons and reservations."""

from dataclasses import dataclass
from typing import NamedTuple

from engine.ir.case import Absent, Inst
from engine.values import Value

NOTHING: frozenset["Leaf"] = frozenset()


class Leaf(NamedTuple):
    """A reason: something that is needed, or something a value rests on for now.

    Kinds of need: `feit`, `oordeel`, `gat`, `conflict` (detail: the kind of gap). Kinds of
    reservation: `norm` (a sleeping rule waits for this judgement), `aanname` (a favourable
    presumption), `beleid` (a rebuttable presumption of a policy rule).
    """

    kind: str
    name: str
    inst: Inst
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """A value. Without reservations it is `vast`: no further fact or judgement flips it."""

    value: Value | Absent
    reserve: frozenset[Leaf] = NOTHING

    @property
    def firm(self) -> bool:
        """Whether the value is `vast`."""
        return not self.reserve


@dataclass(frozen=True, slots=True)
class Unknown:
    """Not decided; what is needed, and the value that stands for the time being, if any."""

    needs: frozenset[Leaf]
    provisional: Value | Absent | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two or more unequal values, each with the rules that give it; never a silent choice."""

    values: tuple[tuple[Value | Absent, tuple[str, ...]], ...]
    about: str = ""
    inst: Inst = ("", "")
    reserve: frozenset[Leaf] = NOTHING

    @property
    def firm(self) -> bool:
        """Whether no further fact or judgement resolves it."""
        return not self.reserve


@dataclass(frozen=True, slots=True)
class Gap:
    """No value, with the kind of gap."""

    kind: str
    about: str = ""
    inst: Inst = ("", "")
    reserve: frozenset[Leaf] = NOTHING

    @property
    def firm(self) -> bool:
        """Whether no further fact or judgement fills it."""
        return not self.reserve


Outcome = Known | Unknown | Conflict | Gap
TRUE = Known(value=True)
FALSE = Known(value=False)

GAP_KINDS = (
    "uitgesloten",
    "geen_regel",
    "geen_waarde",
    "verlopen",
    "delegatie_ontbreekt",
    "niet_aan_de_orde",
    "buiten_reikwijdte",
)


@dataclass(frozen=True, slots=True)
class Term:
    """One evaluated expression: what it asked, of what, and what came out.

    Attributes:
        op: the operation, or the kind of leaf (feit, begrip, oordeel, bedrag, lezing, vast, dag).
        outcome: what came out.
        args: the evaluated parts.
        name: the name or operator that belongs to `op`.
        inst: the instance of a leaf.
        extra: static parameters (labels, rounding mode, bounds of a table).
    """

    op: str
    outcome: Outcome
    args: tuple["Term", ...] = ()
    name: str = ""
    inst: Inst | None = None
    extra: tuple[Value, ...] = ()
