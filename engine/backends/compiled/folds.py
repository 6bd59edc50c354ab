"""Quantifiers over collections as loops that keep what is not plain apart."""

from engine.backends.compiled.emitter import Atom, Emitter
from engine.ir import nodes
from engine.ir.nodes import Expr


def fold(formula: Emitter, expr: nodes.Fold) -> Atom:
    """Write a quantifier: over members if there are any to go through, else why not."""
    writer = formula.writer
    place, uncertain = formula.place(expr.nav)
    question = formula.context.keys.members(expr.collection)
    found = f"{place}[{question!r}]"
    if uncertain:
        nothing = formula.nowhere(expr.nav, expr.collection)
        found = f"{found} if {place} is not None else {nothing}"
    result = formula.keep(found)
    with writer.block(f"if {result.code}.__class__ is tuple:"):
        members = result.code
        {"er_is": _any, "alle": _all, "aantal": _count}.get(expr.name, _gather)(
            formula, expr, members, result.code
        )
        if expr.collection == "leden":
            with writer.block(f"if {place}.keeps:"):
                writer.line(f"{result.code} = for_now({place}, {result.code})")
    return result


def _member(formula: Emitter, expr: nodes.Fold, members: str) -> str:
    """Open the loop; the caller writes its body and closes it with `_leave`."""
    name = f"q{len(formula.scopes)}"
    formula.writer.line(f"for {name} in {members}:")
    formula.writer.depth += 1
    formula.scopes.append(name)
    return formula.atom(expr.where).code if expr.where is not None else "True"


def _leave(formula: Emitter) -> None:
    formula.scopes.pop()
    formula.writer.depth -= 1


def _any(formula: Emitter, expr: nodes.Fold, members: str, result: str) -> None:
    writer = formula.writer
    if expr.where is None:
        writer.line(f"{result} = bool({members})")
        return
    found, rest = writer.keep("False"), writer.keep("[]")
    where = _member(formula, expr, members)
    with writer.block(f"if {where} is True:"):
        writer.line(f"{found} = True")
        writer.line("break")
    with writer.block(f"if {where} is not False:"):
        writer.line(f"{rest}.append({where})")
    _leave(formula)
    slow = f"disj(*{rest})"
    writer.line(f"{result} = {slow} if {rest} and not {found} else {found}")


def _all(formula: Emitter, expr: nodes.Fold, members: str, result: str) -> None:
    writer = formula.writer
    found, rest = writer.keep("True"), writer.keep("[]")
    where = _member(formula, expr, members)
    with writer.block(f"if {where} is not False:"):
        body = formula.atom(_body(expr)).code
        with writer.block(f"if {where} is True and {body} is False:"):
            writer.line(f"{found} = False")
            writer.line("break")
        with writer.block(f"if {body} is not True:"):
            writer.line(f"{rest}.append(unless({where}, {body}))")
    _leave(formula)
    slow = f"conj(*{rest})"
    writer.line(f"{result} = {slow} if {rest} and {found} else {found}")


def _count(formula: Emitter, expr: nodes.Fold, members: str, result: str) -> None:
    writer = formula.writer
    if expr.where is None:
        writer.line(f"{result} = len({members})")
        return
    number, rest = writer.keep("0"), writer.keep("[]")
    where = _member(formula, expr, members)
    with writer.block(f"if {where} is True:"):
        writer.line(f"{number} += 1")
    with writer.block(f"elif {where} is not False:"):
        writer.line(f"{rest}.append({where})")
    _leave(formula)
    slow = f"exactly('tel', '', (), *{rest}, *[True] * {number})"
    writer.line(f"{result} = {slow} if {rest} else {number}")


def _gather(formula: Emitter, expr: nodes.Fold, members: str, result: str) -> None:
    """som, minimum, maximum and enige over the members that count."""
    writer = formula.writer
    parts, plain = writer.keep("[]"), writer.keep("True")
    where = _member(formula, expr, members)
    with writer.block(f"if {where} is not False:"):
        body = formula.atom(_body(expr)).code
        writer.line(f"{parts} += ({where}, {body})")
        writer.line(f"{plain} = {plain} and {where} is True and ({body}).__class__ is int")
    _leave(formula)
    slow = f"exactly('verzamel', {expr.name!r}, (), *{parts})"
    fast = {"som": "sum", "minimum": "min", "maximum": "max"}.get(expr.name)
    if fast is None:
        writer.line(f"{result} = {slow}")
        return
    some = "" if expr.name == "som" else f" and {parts}"
    writer.line(f"{result} = {fast}({parts}[1::2]) if {plain}{some} else {slow}")


def _body(expr: nodes.Fold) -> Expr:
    if expr.body is None:
        raise AssertionError(expr.name)
    return expr.body
