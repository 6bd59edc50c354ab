"""Typed expression nodes: names are resolved, labels are values, every place is kept.

A node only says what is asked; `backends` say what it means. `Nav` says from which instance a
name is read: an index in the stack of scopes (0 is the instance of the rule itself, the last
is the innermost quantifier) followed by upward steps.
"""

from dataclasses import dataclass, field

from engine.ir.types import Type
from engine.origin import NOWHERE, Origin
from engine.values import Value

OTHERWISE = {"+": "+^", "-": "-^", "leeftijd": "leeftijd^"}
"""Operations on days, and the same with a day that a month lacks rounded the other way.

No author can write the latter: they ask where that choice decides.
"""


@dataclass(frozen=True, slots=True)
class Nav:
    """Where to stand: scope number, then steps such as `eigenaar`, `ander`, `zaak` or a group."""

    scope: int = 0
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """Every node knows its place; places never count in comparisons."""

    at: Origin = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lit(Node):
    """A constant."""

    value: Value
    type: Type


@dataclass(frozen=True, slots=True, kw_only=True)
class FactRef(Node):
    """A fact of the case."""

    name: str
    nav: Nav
    type: Type


@dataclass(frozen=True, slots=True, kw_only=True)
class BegripRef(Node):
    """The outcome of a concept (qualified id)."""

    name: str
    nav: Nav
    type: Type


@dataclass(frozen=True, slots=True, kw_only=True)
class NormRef(Node):
    """A judgement or choice (qualified id), or one field of it."""

    name: str
    nav: Nav
    type: Type
    part: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AmountRef(Node):
    """An indexed value (qualified id) on the peildatum, or on the day `on`."""

    name: str
    type: Type
    on: "Expr | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingRef(Node):
    """The chosen value of an unsettled reading (qualified id)."""

    name: str
    type: Type


@dataclass(frozen=True, slots=True, kw_only=True)
class DayRef(Node):
    """`peildatum` or `beslisdatum`."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InstanceRef(Node):
    """The person at this place, as a value of type persoon (to compare with a person fact)."""

    nav: Nav


@dataclass(frozen=True, slots=True, kw_only=True)
class Current(Node):
    """`waarde` in a rule that `wijzigt`: the value so far."""

    type: Type


@dataclass(frozen=True, slots=True, kw_only=True)
class Excluded(Node):
    """`uitgesloten(x)`: an active sluit_uit took rules of this concept away."""

    name: str
    nav: Nav


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockedBy(Node):
    """`geblokkeerd_door(regeling)`: the solution has a phase-1 blocker of that regulation."""

    regulation: str
    nav: Nav


@dataclass(frozen=True, slots=True, kw_only=True)
class Not(Node):
    """Three-valued negation."""

    arg: "Expr"


@dataclass(frozen=True, slots=True, kw_only=True)
class And(Node):
    """Three-valued conjunction."""

    args: tuple["Expr", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Or(Node):
    """Three-valued disjunction."""

    args: tuple["Expr", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compare(Node):
    """A comparison; `labels` gives the order when both sides are an ordered keuze."""

    op: str
    left: "Expr"
    right: "Expr"
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OneOf(Node):
    """Whether a label is among these."""

    arg: "Expr"
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached(Node):
    """Whether an age of that many years and months is reached: `leeftijd(d) >= duur`."""

    birth: "Expr"
    length: "Expr"


@dataclass(frozen=True, slots=True, kw_only=True)
class Arith(Node):
    """Exact arithmetic; dates with durations too."""

    op: str
    left: "Expr"
    right: "Expr"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choose(Node):
    """`als when dan then anders other`."""

    when: "Expr"
    then: "Expr"
    other: "Expr"


@dataclass(frozen=True, slots=True, kw_only=True)
class Call(Node):
    """A function of values: afgerond, minimum, leeftijd, dagen_tussen and so on."""

    name: str
    args: tuple["Expr", ...]
    mode: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableCall(Node):
    """`schijf(x; t)` or `tabel(x; t)` on a table (qualified id).

    `nav` is the instance on which bounds such as `110% * bijstandsnorm` are read.
    """

    table: str
    arg: "Expr"
    nav: Nav


@dataclass(frozen=True, slots=True, kw_only=True)
class Fold(Node):
    """A quantifier over a collection: er_is alle aantal som minimum maximum enige.

    `collection` is its name, `nav` the instance it hangs on, `entity` the kind of its members;
    `where` and `body` are read with the member as one more scope.
    """

    name: str
    collection: str
    nav: Nav
    entity: str
    where: "Expr | None" = None
    body: "Expr | None" = None


Expr = (
    Lit
    | FactRef
    | BegripRef
    | NormRef
    | AmountRef
    | ReadingRef
    | DayRef
    | InstanceRef
    | Current
    | Excluded
    | BlockedBy
    | Not
    | And
    | Or
    | Compare
    | OneOf
    | Reached
    | Arith
    | Choose
    | Call
    | TableCall
    | Fold
)
