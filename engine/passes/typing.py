"""The type of a resolved expression, and what must hold between its parts."""

from engine.ir import nodes
from engine.ir.declarations import Table
from engine.ir.nodes import Expr
from engine.ir.types import COUNT, DATE, DURATION, PERCENT, PERSON, YES_NO, Type, money

UNKNOWN = Type("onbekend")


def type_of(expr: Expr, tables: dict[str, Table]) -> Type:
    """Give the type of an expression; UNKNOWN where its parts do not fit together."""
    match expr:
        case (
            nodes.Lit(type=kind)
            | nodes.FactRef(type=kind)
            | nodes.BegripRef(type=kind)
            | nodes.NormRef(type=kind)
            | nodes.AmountRef(type=kind)
            | nodes.ReadingRef(type=kind)
            | nodes.Current(type=kind)
        ):
            return kind
        case nodes.DayRef():
            return DATE
        case nodes.InstanceRef():
            return PERSON
        case (
            nodes.Not()
            | nodes.And()
            | nodes.Or()
            | nodes.Compare()
            | nodes.OneOf()
            | nodes.Reached()
            | nodes.Excluded()
            | nodes.BlockedBy()
        ):
            return YES_NO
        case nodes.Choose(then=then, other=other):
            return same(type_of(then, tables), type_of(other, tables))
        case nodes.Arith(op=op, left=left, right=right):
            return arithmetic(op, type_of(left, tables), type_of(right, tables))
        case nodes.Call(name=name, args=args):
            return _call(name, [type_of(a, tables) for a in args])
        case nodes.TableCall(table=table):
            return _table(tables.get(table))
        case nodes.Fold(name=name, body=body):
            if name in ("er_is", "alle"):
                return YES_NO
            if name == "aantal":
                return COUNT
            return type_of(body, tables) if body is not None else UNKNOWN


def same(left: Type, right: Type) -> Type:
    """The common type of two types, or UNKNOWN; a keuze takes the wider list of labels."""
    if left == right:
        return left
    if left.kind == right.kind == "keuze":
        if set(left.labels) <= set(right.labels):
            return right
        if set(right.labels) <= set(left.labels):
            return left
    if left.kind == right.kind == "aantal":
        return left if left.unit == right.unit or not right.unit else right
    return UNKNOWN


def arithmetic(op: str, left: Type, right: Type) -> Type:
    """The type of `left op right`; UNKNOWN when units or kinds do not fit."""
    kinds = (left.kind, right.kind)
    if op in "+-":
        return _sum(op, left, right)
    if op == "*":
        return _product(left, right, kinds)
    if kinds == ("bedrag", "bedrag"):
        return COUNT if left.unit == right.unit else UNKNOWN
    if right.kind == "aantal" and left.kind in ("bedrag", "aantal", "procent"):
        return left
    return UNKNOWN


def _sum(op: str, left: Type, right: Type) -> Type:
    if left.kind == "datum" and right.kind == "duur":
        return DATE
    if left == right and left.kind in ("bedrag", "procent", "aantal"):
        return left
    if left == right == DURATION and op == "+":
        return DURATION
    if left.kind == right.kind == "aantal":
        return same(left, right)
    return UNKNOWN


def _product(left: Type, right: Type, kinds: tuple[str, str]) -> Type:
    if left.kind in ("bedrag", "duur") and kinds[1] in ("aantal", "procent"):
        return left if kinds != ("duur", "procent") else UNKNOWN
    if right.kind in ("bedrag", "duur") and kinds[0] in ("aantal", "procent"):
        return right if kinds != ("procent", "duur") else UNKNOWN
    if "procent" in kinds and set(kinds) <= {"procent", "aantal"}:
        return PERCENT
    if kinds == ("aantal", "aantal"):
        return left if left.unit else right
    return UNKNOWN


def months_in(unit: str, literal_unit: str) -> int | None:
    """How many of the money unit's periods one literal unit holds: maanden in euro/maand is 1."""
    if unit == "euro/maand":
        return {"maand": 1, "maanden": 1, "jaar": 12}.get(literal_unit)
    if unit == "euro/jaar":
        return {"jaar": 1}.get(literal_unit)
    if unit == "euro/week":
        return {"week": 1, "weken": 1}.get(literal_unit)
    if unit == "euro/dag":
        return {"dag": 1, "dagen": 1}.get(literal_unit)
    return None


def _call(name: str, args: list[Type]) -> Type:
    if name in ("minimum", "maximum"):
        result = args[0]
        for other in args[1:]:
            result = same(result, other)
        return result
    if name == "afgerond":
        return args[0]
    if name in ("begin_jaar", "begin_maand"):
        return DATE
    if name == "som_over_tijd":
        return money("euro")
    if name == "beslist":
        return YES_NO
    return COUNT


def _table(table: Table | None) -> Type:
    if table is None:
        return UNKNOWN
    if table.kind == "opzoek":
        return table.to_type
    if table.to_type.kind == "procent":
        return table.from_type
    if table.to_type.kind == "bedrag":
        return money("euro")
    return table.to_type
