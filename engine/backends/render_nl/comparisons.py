"""Comparisons in Dutch, by kind: labels, ages, days, amounts and numbers."""

from engine.backends.render_nl.dutch import in_time, together
from engine.backends.render_nl.names import clause_of, label, verb_be
from engine.backends.render_nl.places import who
from engine.backends.render_nl.speech import Scopes, Speech
from engine.ir import nodes
from engine.ir.nodes import Expr, Nav
from engine.values import Duration

DENIED = {"=": "!=", "!=": "=", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}
AGE = {
    "=": "{n} jaar is",
    "!=": "geen {n} jaar is",
    "<": "jonger dan {n} jaar is",
    "<=": "{n} jaar of jonger is",
    ">": "ouder dan {n} jaar is",
    ">=": "{n} jaar of ouder is",
}
DAY = {
    "=": "valt op {r}",
    "!=": "niet valt op {r}",
    "<": "eerder {is} dan {r}",
    "<=": "niet later {is} dan {r}",
    ">": "later {is} dan {r}",
    ">=": "niet eerder {is} dan {r}",
}
MONEY = {
    "=": "gelijk {is} aan {r}",
    "!=": "niet gelijk {is} aan {r}",
    "<": "lager {is} dan {r}",
    "<=": "niet hoger {is} dan {r}",
    ">": "hoger {is} dan {r}",
    ">=": "niet lager {is} dan {r}",
}
NUMBER = {
    "=": "{r} {is}",
    "!=": "niet {r} {is}",
    "<": "minder {is} dan {r}",
    "<=": "hoogstens {r} {is}",
    ">": "meer {is} dan {r}",
    ">=": "ten minste {r} {is}",
}
PERSON = {"=": "dezelfde {is} als {r}", "!=": "een ander {is} dan {r}"}
SAME = {"=": "gelijk {is} aan {r}", "!=": "anders {is} dan {r}"}

Named = nodes.FactRef | nodes.BegripRef | nodes.NormRef


def compare(speech: Speech, expr: nodes.Compare, scopes: Scopes, *, yes: bool) -> str:
    """A comparison, or its denial, as a clause."""
    op = expr.op if yes else DENIED[expr.op]
    left, right = expr.left, expr.right
    if isinstance(right, nodes.Lit) and isinstance(right.value, bool):
        return speech.clause(left, scopes, yes=right.value is (op == "="))
    if isinstance(right, nodes.Lit) and isinstance(right.value, str):
        return chosen(speech, left, (right.value,), scopes, op=op)
    years = age_of(left)
    if years is not None and isinstance(right, nodes.Lit):
        return f"{who(years, scopes)} {AGE[op].format(n=right.value)}"
    return _told(speech.value(left, scopes), _table(left, op)[op], speech.value(right, scopes))


def _told(left: str, pattern: str, right: str) -> str:
    return f"{left} {pattern.format(r=right, **{'is': verb_be(left)})}"


def _table(left: Expr, op: str) -> dict[str, str]:
    kind = kind_of(left)
    if kind == "datum":
        return DAY
    if kind == "bedrag":
        return MONEY
    if kind == "persoon" or isinstance(left, nodes.InstanceRef):
        return PERSON
    if kind == "keuze":
        return SAME if op in SAME else NUMBER
    return NUMBER


def kind_of(expr: Expr) -> str:
    """The kind of value of a name or constant; empty for a composed formula."""
    match expr:
        case (
            nodes.Lit(type=kind) | nodes.FactRef(type=kind) | nodes.BegripRef(type=kind)
            | nodes.NormRef(type=kind) | nodes.AmountRef(type=kind)
        ):  # fmt: skip
            return kind.kind
        case nodes.DayRef():
            return "datum"
        case nodes.Arith(left=left):
            return kind_of(left)
        case _:
            return ""


def age_of(expr: Expr) -> Nav | None:
    """Where the person stands whose age this is; None when it is no age."""
    if isinstance(expr, nodes.BegripRef) and expr.name.rpartition(".")[2] == "leeftijd":
        return expr.nav
    if isinstance(expr, nodes.Call) and expr.name == "leeftijd" and len(expr.args) == 1:
        born = expr.args[0]
        return born.nav if isinstance(born, nodes.FactRef) else None
    return None


def one_of(
    speech: Speech, arg: Expr, labels: tuple[str, ...], scopes: Scopes, *, yes: bool
) -> str:
    """Whether a label is among these."""
    return chosen(speech, arg, labels, scopes, op="=" if yes else "!=")


def chosen(speech: Speech, left: Expr, labels: tuple[str, ...], scopes: Scopes, *, op: str) -> str:
    """A choice that is, or is not, one of these labels; or comes before or after one in order."""
    name = left.name if isinstance(left, Named) else ""
    words = together([label(each) for each in labels], "of")
    template = clause_of(name, labels[0] if len(labels) == 1 else None)
    if op not in SAME:
        return _told(speech.value(left, scopes), NUMBER[op], words)
    if isinstance(left, Named) and template is not None:
        return speech.filled(template, left.nav, scopes, yes=op == "=", value=words)
    return _told(speech.value(left, scopes), NUMBER[op], words)


def reached(speech: Speech, birth: Expr, length: Expr, scopes: Scopes, *, yes: bool) -> str:
    """Whether an age in years and months has been reached."""
    nav = birth.nav if isinstance(birth, nodes.FactRef) else Nav(len(scopes) - 1)
    name = who(nav, scopes)
    if isinstance(length, nodes.Lit) and isinstance(length.value, Duration):
        years = in_time(length.value)
        return f"{name} {years} of ouder is" if yes else f"{name} jonger dan {years} is"
    denied = "" if yes else "nog niet "
    return f"{name} {denied}ten minste zo oud is als {speech.value(length, scopes)}"
