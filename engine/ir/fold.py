"""Walking expressions: direct parts, everything below, and replacing parts."""

from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from typing import Any, cast

from engine.ir import nodes
from engine.ir.nodes import Expr


def children(expr: Expr) -> tuple[Expr, ...]:
    """The direct parts of a node, left to right."""
    match expr:
        case nodes.Not(arg=arg) | nodes.OneOf(arg=arg) | nodes.TableCall(arg=arg):
            return (arg,)
        case nodes.And(args=args) | nodes.Or(args=args) | nodes.Call(args=args):
            return args
        case nodes.Compare(left=left, right=right) | nodes.Arith(left=left, right=right):
            return (left, right)
        case nodes.Reached(birth=birth, length=length):
            return (birth, length)
        case nodes.Choose(when=when, then=then, other=other):
            return (when, then, other)
        case nodes.Fold(where=where, body=body):
            return tuple(part for part in (where, body) if part is not None)
        case nodes.AmountRef(on=on):
            return () if on is None else (on,)
        case _:
            return ()


def walk(expr: Expr | None) -> Iterator[Expr]:
    """The node itself and everything below it, depth first."""
    if expr is None:
        return
    yield expr
    for part in children(expr):
        yield from walk(part)


def transform(expr: Expr, change: Callable[[Expr], Expr]) -> Expr:
    """Rebuild an expression bottom up; `change` gives what stands in the place of a node."""

    def part(value: Any) -> Any:  # noqa: ANN401 any field of a node
        if isinstance(value, tuple):
            return tuple(part(v) for v in value)
        return transform(cast("Expr", value), change) if isinstance(value, nodes.Node) else value

    made = {f.name: part(getattr(expr, f.name)) for f in fields(expr) if f.name != "at"}
    return change(replace(expr, **made))


def norms_in(expr: Expr | None) -> frozenset[str]:
    """Open norms that the expression names directly."""
    return frozenset(n.name for n in walk(expr) if isinstance(n, nodes.NormRef))
