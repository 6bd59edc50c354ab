"""What kind of value a formula gives, as far as a fast path needs to know."""

from engine.ir import nodes
from engine.ir.nodes import Expr
from engine.ir.program import Program

NUMBERS = frozenset({"aantal", "bedrag", "procent"})
CLASSES = {
    "ja_nee": "bool",
    "datum": "date",
    "duur": "Duration",
    "keuze": "str",
    "persoon": "str",
    "tekst": "str",
}
_CALLS = {"begin_jaar": "datum", "begin_maand": "datum", "beslist": "ja_nee"}


def is_number(expr: Expr, program: Program) -> bool:
    """Whether a formula gives a number: a count, an amount or a percentage."""
    return kind_of(expr, program) in NUMBERS


def kind_of(expr: Expr, program: Program) -> str:
    """The kind of a formula that passed the type check."""
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
            return kind.kind
        case nodes.DayRef():
            return "datum"
        case nodes.InstanceRef():
            return "persoon"
        case nodes.Choose(then=part) | nodes.Arith(left=part):
            return kind_of(part, program)
        case nodes.Call(name="minimum" | "maximum" | "afgerond" | "som_over_tijd", args=args):
            return kind_of(args[0], program)
        case nodes.Call(name=name):
            return _CALLS.get(name, "aantal")
        case nodes.TableCall(table=table):
            return program.tables[table].to_type.kind
        case nodes.Fold(name="aantal"):
            return "aantal"
        case nodes.Fold(name="som" | "minimum" | "maximum" | "enige", body=body) if body:
            return kind_of(body, program)
        case _:
            return "ja_nee"
