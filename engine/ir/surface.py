"""Parsed formulas with names still unresolved: what the grammar gives, nothing more."""

from dataclasses import dataclass, field
from fractions import Fraction

from engine.origin import NOWHERE, Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """Every surface node knows where it stands; positions never count in comparisons."""

    at: Origin = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Number(Node):
    """A bare number such as `3` or `2.5`."""

    value: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Percent(Node):
    """A percentage: `50%` has value 1/2."""

    value: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity(Node):
    """A number with a unit: `4 weken`, `0 euro/maand`."""

    value: Fraction
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DateLit(Node):
    """A date written as jjjj-mm-dd (kept as text; a bad date is reported by the type check)."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class YesNo(Node):
    """`ja` or `nee`."""

    value: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Path(Node):
    """A name with optional steps: `ander.leeftijd`; `on` is the day after `op`."""

    parts: tuple[str, ...]
    on: "Expr | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Call(Node):
    """A function call; `over` and `where` come from `f(x van leden waarvoor c)`.

    For `f(coll waarvoor c; dan)` the collection is `over`, c is `where`, dan the only argument.
    """

    name: str
    args: tuple["Expr", ...] = ()
    over: "Path | None" = None
    where: "Expr | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Not(Node):
    """`niet x`."""

    arg: "Expr"


@dataclass(frozen=True, slots=True, kw_only=True)
class And(Node):
    """`x en y en …` (two or more)."""

    args: tuple["Expr", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Or(Node):
    """`x of y of …` (two or more)."""

    args: tuple["Expr", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compare(Node):
    """`x <op> y` with op one of = != < <= > >=."""

    op: str
    left: "Expr"
    right: "Expr"


@dataclass(frozen=True, slots=True, kw_only=True)
class In(Node):
    """`x in (a; b)`: labels of a keuze."""

    arg: "Expr"
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Arith(Node):
    """`x <op> y` with op one of + - * /."""

    op: str
    left: "Expr"
    right: "Expr"


@dataclass(frozen=True, slots=True, kw_only=True)
class Negate(Node):
    """`-x`."""

    arg: "Expr"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choose(Node):
    """`als c dan x anders y`."""

    when: "Expr"
    then: "Expr"
    other: "Expr"


@dataclass(frozen=True, slots=True, kw_only=True)
class Range(Node):
    """`a..b`, only for `grenzen`."""

    low: "Expr"
    high: "Expr"


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection(Node):
    """`pad [waarvoor c]`, only for `dekt`."""

    over: Path
    where: "Expr | None" = None


Expr = (
    Number
    | Percent
    | Quantity
    | DateLit
    | YesNo
    | Path
    | Call
    | Not
    | And
    | Or
    | Compare
    | In
    | Arith
    | Negate
    | Choose
    | Range
    | Selection
)
