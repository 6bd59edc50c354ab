"""What rules may speak of, declared: facts, lists, groups, amounts, tables, readings."""

from dataclasses import dataclass, field
from datetime import date

from engine.ir.nodes import Expr
from engine.ir.types import Type
from engine.origin import NOWHERE, Origin
from engine.values import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A legal source with what is needed to link to it."""

    regulation: str = ""
    article: str = ""
    paragraph: str = ""
    part: str = ""
    ecli: str = ""
    method: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A closed interval of days; None is open."""

    start: date | None = None
    end: date | None = None

    def holds(self, day: date) -> bool:
        """Whether the day lies in the interval, both ends included."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class FactDecl:
    """A fact (or a field of a list record): where it lives and how it is asked.

    `past` says that it is a day that cannot come after the peildatum.
    """

    name: str
    entity: str
    type: Type
    question: str = ""
    burden: str = ""
    presumption: Value | None = None
    symmetric: bool = False
    changeable: bool = True
    protected: str = ""
    test_only: bool = False
    low: Value | None = None
    high: Value | None = None
    past: bool = False
    text: str = ""
    origin: Origin = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListDecl:
    """A list: records of entity `name` of an `owner`; a `complete` list is never unknown."""

    name: str
    owner: str
    complete: bool = False
    question: str = ""
    origin: Origin = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupDecl:
    """Connected components of persons under `edge` (an expression over paar)."""

    name: str
    regulation: str
    edge: Expr
    sources: tuple[Source, ...] = ()
    origin: Origin = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """An indexed value: entries (from day, value or None when unknown) in ascending order."""

    name: str
    type: Type
    entries: tuple[tuple[date, Value | None], ...]
    until: date | None
    sources: tuple[Source, ...] = ()
    certainty: str = "high"
    origin: Origin = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row: upper bound (inclusive; None = open) and value."""

    upto: Expr | None
    value: Expr


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Slices or look-up on the peildatum; `rows` is None when not filled or expired.

    `filled_by` is the lower regulation that fills an open term with it, and `filled_at` where.
    """

    name: str
    kind: str
    from_type: Type
    to_type: Type
    rows: tuple[Row, ...] | None
    gap: str = ""
    entity: str = "zaak"
    sources: tuple[Source, ...] = ()
    filled_by: str = ""
    filled_at: tuple[Source, ...] = ()
    certainty: str = "high"
    origin: Origin = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An unsettled reading: values, the chosen one, and how sure it is."""

    name: str
    type: Type
    values: tuple[Value, ...]
    chosen: Value
    certainty: str
    text: str
    sources: tuple[Source, ...] = ()
    origin: Origin = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class NormField:
    """One field of a judgement, with its bounds."""

    name: str
    type: Type
    low: Expr | None = None
    high: Expr | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Factor:
    """A factor with its direction and, if computable, its condition."""

    name: str
    direction: str = ""
    when: Expr | None = None
