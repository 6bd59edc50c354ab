"""The reader of formulas and the grammar agree on random formulas: same nodes, same refusals.

The grammar is read by a parser generator, which shares no code with the engine.
"""

from collections.abc import Callable
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import event, given
from hypothesis import strategies as st
from lark import Lark, Tree
from lark.exceptions import UnexpectedInput

from engine.ir import surface as s
from engine.origin import Origin
from engine.source.expressions import parse_formula
from engine.source.formula_errors import ProblemFound
from engine.source.formula_parser import FUNCTIONS
from engine.source.nodes import RangeText, SelectionText, Text

FORMS = {"formule": Text, "bereik": RangeText, "selectie": SelectionText}
HERE = Origin("f")


class Refused(Exception):
    """The grammar allows it, a check on top does not."""


@cache
def grammar() -> Lark:
    text = Path(__file__).with_name("formule.lark").read_text(encoding="utf-8")
    return Lark(text, parser="lalr", lexer="basic", start=list(FORMS))


def by_grammar(text: str, form: str) -> s.Expr | None:
    try:
        return build(grammar().parse(text, start=form))
    except (UnexpectedInput, Refused):
        return None


def by_engine(text: str, form: str) -> s.Expr | None:
    try:
        return parse_formula(FORMS[form].at(text, HERE))
    except ProblemFound:
        return None


def build(tree: Tree[Any]) -> Any:
    return MAKERS.get(str(tree.data), literal)(tree)


def arith(tree: Tree[Any]) -> s.Expr:
    kids = tree.children
    left = build(kids[0])
    for op, right in zip(kids[1::2], kids[2::2], strict=True):
        left = s.Arith(op=str(op), left=left, right=build(right))
    return left


def maybe(tree: Tree[Any] | None) -> Any:
    return None if tree is None else build(tree)


def chain(tree: Tree[Any]) -> s.Expr:
    kids = tree.children
    if len(set(kids[1::2])) > 1:
        raise Refused
    args = tuple(build(kid) for kid in kids[::2])
    return s.And(args=args) if kids[1] == "en" else s.Or(args=args)


def call(tree: Tree[Any]) -> s.Call:
    name, inside = str(tree.children[0]), tree.children[1]
    if name not in FUNCTIONS:
        raise Refused
    if inside is None:
        return s.Call(name=name)
    kids = inside.children
    if inside.data == "plain":
        return s.Call(name=name, args=tuple(build(kid) for kid in kids))
    if inside.data == "drawn":
        args = tuple(build(kid) for kid in kids[:-2])
        return s.Call(name=name, args=args, over=build(kids[-2]), where=maybe(kids[-1]))
    over = build(kids[0])
    if not isinstance(over, s.Path):
        raise Refused
    args = () if kids[2] is None else (build(kids[2]),)
    return s.Call(name=name, args=args, over=over, where=build(kids[1]))


def literal(tree: Tree[Any]) -> s.Expr:
    kind, text = str(tree.data), str(tree.children[0])
    match kind:
        case "date":
            return s.DateLit(text=text)
        case "quantity":
            number, _, unit = text.partition(" ")
            return s.Quantity(value=Fraction(number), unit=unit.strip())
        case "percent":
            return s.Percent(value=Fraction(text[:-1]) / 100)
        case "number":
            return s.Number(value=Fraction(text))
        case _:
            return s.YesNo(value=kind == "yes")


MAKERS: dict[str, Callable[[Tree[Any]], s.Expr]] = {
    "formule": lambda t: build(t.children[0]),
    "bereik": lambda t: s.Range(low=build(t.children[0]), high=build(t.children[1])),
    "selectie": lambda t: s.Selection(over=build(t.children[0]), where=maybe(t.children[1])),
    "choose": lambda t: s.Choose(
        when=build(t.children[1]), then=build(t.children[2]), other=build(t.children[3])
    ),
    "chain": chain,
    "not_": lambda t: s.Not(arg=build(t.children[1])),
    "negate": lambda t: s.Negate(arg=build(t.children[1])),
    "compare": lambda t: s.Compare(
        op=str(t.children[1]), left=build(t.children[0]), right=build(t.children[2])
    ),
    "among": lambda t: s.In(arg=build(t.children[0]), labels=tuple(map(str, t.children[1:]))),
    "sum": arith,
    "product": arith,
    "path": lambda t: s.Path(parts=tuple(map(str, t.children[:-1])), on=maybe(t.children[-1])),
    "call": call,
}

NAMES = ["a", "leeftijd", "ander", "norm_21_b", "energie", "ofwel", "jaar", "van_wie", "als_dan"]
LITERALS = [
    "ja",
    "nee",
    "0",
    "12",
    "2.50",
    "40%",
    "2026-07-01",
    "4 weken",
    "0 euro/maand",
    "1 jaar",
]
WORDS = [
    *NAMES, *LITERALS, "en", "of", "niet", "als", "dan", "anders", "van", "waarvoor", "in", "op",
    "(", ")", ";", ".", "..", "+", "-", "*", "/", "=", "!=", "<", ">=", "som(", "er_is(",
    "onbekend(", "012", "1,5", "12euro", "2026-1-1", ",", "'x'", "A",
]  # fmt: skip

atoms = st.sampled_from([*NAMES, *LITERALS, "ander.leeftijd", "norm_21_b op 2026-01-01"])


def grown(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    join = st.sampled_from([" en ", " of ", " + ", " - ", "*", " / ", " = ", " != ", " >= "])
    call_ = st.sampled_from(sorted(FUNCTIONS))
    return st.one_of(
        st.tuples(inner, join, inner).map("".join),
        st.builds("({})".format, inner),
        st.builds("({}){}({})".format, inner, join, inner),
        st.builds("niet {}".format, inner),
        st.builds("-{}".format, inner),
        st.builds("als {} dan {} anders {}".format, inner, inner, inner),
        st.builds("{} in (a; b)".format, inner),
        st.builds("{}({}; {})".format, call_, inner, inner),
        st.builds("{}({} van leden waarvoor {})".format, call_, inner, inner),
        st.builds("{}(leden waarvoor {}; {})".format, call_, inner, inner),
    )


formulas = st.recursive(atoms, grown, max_leaves=12)


@given(formulas)
def test_same_nodes_for_likely_formulas(text: str) -> None:
    expected = by_grammar(text, "formule")
    event("refused" if expected is None else "read")
    assert by_engine(text, "formule") == expected


@given(formulas, formulas)
def test_same_nodes_for_ranges_and_selections(one: str, two: str) -> None:
    for text in (f"{one}..{two}", f"{one} waarvoor {two}", f"leden waarvoor {one}", one):
        for form in ("bereik", "selectie"):
            assert by_engine(text, form) == by_grammar(text, form)


@given(st.lists(st.sampled_from(WORDS), max_size=9), st.sampled_from(["", " "]))
def test_same_nodes_for_any_row_of_words(words: list[str], between: str) -> None:
    text = between.join(words)
    for form in FORMS:
        assert by_engine(text, form) == by_grammar(text, form)


@pytest.mark.parametrize(
    "text",
    ["(leden)", "aantal((leden) waarvoor a)", "aantal(1 waarvoor a)", "a op (1 + 2)", "- - a"],
)
def test_same_nodes_at_the_edges(text: str) -> None:
    assert by_engine(text, "formule") == by_grammar(text, "formule")
