"""Sums, choices and functions in Dutch."""

from engine.backends.render_nl.comparisons import kind_of
from engine.backends.render_nl.dutch import together
from engine.backends.render_nl.places import who
from engine.backends.render_nl.speech import Scopes, Speech
from engine.ir import nodes
from engine.ir.nodes import Expr, Nav
from engine.values import Duration

SIGNS = {"+": "plus", "-": "min", "*": "keer", "/": "gedeeld door"}
STRENGTH = {"+": 1, "-": 1, "*": 2, "/": 2}
ROUNDED = {
    "half_omhoog": "afgerond op", "half_even": "afgerond (half naar even) op",
    "omhoog": "naar boven afgerond op", "omlaag": "naar beneden afgerond op",
}  # fmt: skip


def arith(speech: Speech, expr: nodes.Arith, scopes: Scopes) -> str:
    """A sum; brackets stand where the order of working is not the order of reading."""
    left, right = expr.left, expr.right
    if expr.op == "-" and isinstance(left, nodes.Lit) and left.value == 0:
        return f"min {_part(speech, right, scopes, 3)}"
    if expr.op in "+-" and isinstance(right, nodes.Lit) and isinstance(right.value, Duration):
        word = "na" if expr.op == "+" else "voor"
        return f"{speech.value(right, scopes)} {word} {_part(speech, left, scopes, 2)}"
    if expr.op == "*" and _is_day(right):
        return speech.value(left, scopes)
    if expr.op == "*" and _is_percent(left):
        return f"{speech.value(left, scopes)} van {_part(speech, right, scopes, 2)}"
    strength = STRENGTH[expr.op]
    first = _part(speech, left, scopes, strength)
    second = _part(speech, right, scopes, strength + (expr.op in "-/"))
    return f"{first} {SIGNS[expr.op]} {second}"


def _is_day(expr: Expr) -> bool:
    return isinstance(expr, nodes.Lit) and expr.value == Duration(0, 1)


def _is_percent(expr: Expr) -> bool:
    return isinstance(expr, nodes.Lit) and expr.type.kind == "procent"


def _part(speech: Speech, expr: Expr, scopes: Scopes, strength: int) -> str:
    text = speech.value(expr, scopes)
    loose = isinstance(expr, nodes.Arith) and STRENGTH[expr.op] < strength
    open_end = isinstance(expr, nodes.Choose | nodes.Fold) or (
        isinstance(expr, nodes.Call) and expr.name in ("minimum", "maximum", "afgerond")
    )
    return f"({text})" if loose or open_end else text


def choose(speech: Speech, parts: tuple[Expr, Expr, Expr], scopes: Scopes) -> str:
    """`x als c, y als d, en anders z`: every branch is read."""
    when, then, other = parts
    told = []
    while True:
        told.append(f"{_part(speech, then, scopes, 0)} als {speech.clause(when, scopes)}")
        if not isinstance(other, nodes.Choose):
            break
        when, then, other = other.when, other.then, other.other
    return f"{', '.join(told)}, en anders {_part(speech, other, scopes, 0)}"


def call(speech: Speech, expr: nodes.Call, scopes: Scopes) -> str:
    """A function of values."""
    values = [speech.value(arg, scopes) for arg in expr.args]
    match expr.name:
        case "minimum" | "maximum":
            return _extreme(speech, expr, scopes)
        case "afgerond":
            return f"{_part(speech, expr.args[0], scopes, 0)}, {_rounding(expr.mode, values[1])}"
        case "leeftijd":
            day = f" op {values[1]}" if len(values) > 1 else ""
            return f"het aantal voltooide levensjaren van {_born(expr.args[0], scopes)}{day}"
        case "dagen_tussen":
            return f"het aantal dagen van {values[0]} tot {values[1]}"
        case "dagen_met":
            return f"het aantal dagen van {values[0]} tot en met {values[1]}"
        case "overlap_dagen":
            return (
                f"het aantal dagen van {values[0]} tot en met {values[1]} dat valt in de tijd van "
                f"{values[2]} tot en met {values[3]}"
            )
        case "jaar":
            return f"het jaar van {values[0]}"
        case "begin_jaar":
            return f"de eerste dag van het jaar van {values[0]}"
        case "begin_maand":
            return f"de eerste dag van de maand van {values[0]}"
        case "som_over_tijd":
            return values[0]
        case _:
            return f"{expr.name.replace('_', ' ')} van {together(values)}"


def _rounding(mode: str, step: str) -> str:
    return f"{ROUNDED.get(mode, 'afgerond op')} {step}"


def _born(expr: Expr, scopes: Scopes) -> str:
    return who(expr.nav if isinstance(expr, nodes.FactRef) else Nav(len(scopes) - 1), scopes)


def _extreme(speech: Speech, expr: nodes.Call, scopes: Scopes) -> str:
    """`x, maar ten minste y` for a bound that is a constant, else `het hoogste van x en y`."""
    lowest = expr.name == "minimum"
    parts = [_part(speech, arg, scopes, 0) for arg in expr.args]
    last = expr.args[-1]
    if len(parts) == 2 and isinstance(last, nodes.Lit):
        return f"{parts[0]}, maar {'ten hoogste' if lowest else 'ten minste'} {parts[1]}"
    if kind_of(expr.args[0]) == "datum":
        return f"de {'vroegste' if lowest else 'laatste'} van {together(parts)}"
    return f"het {'laagste' if lowest else 'hoogste'} van {together(parts)}"
