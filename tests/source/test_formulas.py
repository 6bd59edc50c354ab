"""Formulas become nodes with their exact places, and mistakes are explained in Dutch."""

from fractions import Fraction

import pytest

from engine.errors import Diagnostic
from engine.ir import surface as s
from engine.origin import Origin
from engine.source.expressions import Formulas, NotAFormula, parse_formula
from engine.source.formula_errors import ProblemFound
from engine.source.nodes import Mapping, RangeText, SelectionText, Text
from engine.source.yaml_text import read_yaml

HERE = Origin("f", 3, 10)


def read(text: str, kind: type[Text] = Text) -> s.Expr:
    return parse_formula(kind.at(text, HERE))


def problem(text: str, kind: type[Text] = Text) -> Diagnostic:
    with pytest.raises(ProblemFound) as caught:
        read(text, kind)
    return caught.value.diagnostic


def under(yaml: str) -> tuple[s.Expr, list[Diagnostic]]:
    node, found = read_yaml(yaml.encode(), "f")
    assert found == []
    assert isinstance(node, Mapping)
    formulas = Formulas()
    return formulas.formula(node["als"]), formulas.found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ja", s.YesNo(value=True)),
        ("3", s.Number(value=Fraction(3))),
        ("2027.79", s.Number(value=Fraction(202779, 100))),
        ("50%", s.Percent(value=Fraction(1, 2))),
        ("4 weken", s.Quantity(value=Fraction(4), unit="weken")),
        ("0.01 euro/maand", s.Quantity(value=Fraction(1, 100), unit="euro/maand")),
        ("2026-02-30", s.DateLit(text="2026-02-30")),
        ("ander.leeftijd", s.Path(parts=("ander", "leeftijd"))),
        ("norm op peildatum", s.Path(parts=("norm",), on=s.Path(parts=("peildatum",)))),
        ("x in (a; b)", s.In(arg=s.Path(parts=("x",)), labels=("a", "b"))),
    ],
)
def test_small_formulas(text: str, expected: s.Expr) -> None:
    assert read(text) == expected


def test_binding_from_loose_to_tight() -> None:
    a, b, c, d = (s.Path(parts=(n,)) for n in "abcd")
    product = s.Arith(op="*", left=b, right=s.Negate(arg=c))
    total = s.Compare(op=">", left=s.Arith(op="+", left=a, right=product), right=d)
    assert read("niet a + b * -c > d of d") == s.Or(args=(s.Not(arg=total), d))


def test_minus_binds_to_the_left() -> None:
    a, b, c = (s.Path(parts=(n,)) for n in "abc")
    left = s.Arith(op="-", left=a, right=b)
    assert read("a - b - c") == s.Arith(op="-", left=left, right=c)


def test_three_kinds_of_call() -> None:
    people, x, c = (s.Path(parts=(n,)) for n in ("leden", "x", "c"))
    assert read("som(x van leden waarvoor c)") == s.Call(
        name="som", args=(x,), over=people, where=c
    )
    assert read("alle(leden waarvoor c; x)") == s.Call(
        name="alle", args=(x,), over=people, where=c
    )
    assert read("minimum(x; c)") == s.Call(name="minimum", args=(x, c))


def test_range_and_selection() -> None:
    assert isinstance(read("0..12", RangeText), s.Range)
    assert read("belemmeringen", SelectionText) == s.Selection(
        over=s.Path(parts=("belemmeringen",))
    )
    assert problem("12", RangeText).code == "R129"


def test_places_of_nodes() -> None:
    tree = read("a en som(b van leden waarvoor c) >= 4 weken")
    assert isinstance(tree, s.And)
    compare = tree.args[1]
    assert isinstance(compare, s.Compare)
    assert isinstance(compare.left, s.Call)
    assert [node.at.column for node in (tree, compare, compare.left.args[0], compare.right)] == [
        10, 15, 19, 46,
    ]  # fmt: skip
    assert compare.at.line == 3


def test_places_in_a_block_of_text() -> None:
    tree, found = under("als: >-\n  a en\n    b\n  en c\n")
    assert found == []
    assert isinstance(tree, s.And)
    assert [(arg.at.line, arg.at.column) for arg in tree.args] == [(2, 3), (3, 5), (4, 6)]


def test_mixed_words_name_both_places() -> None:
    found = problem("a en b of c")
    assert (found.code, found.at.column) == ("R120", 17)
    assert [place.column for place, _ in found.also] == [12]


@pytest.mark.parametrize(
    ("text", "code", "column", "words"),
    [
        ("minimm(a; b)", "R121", 1, "minimum"),
        ("onbekende_functie(a)", "R121", 1, "functies:"),
        ("1.200,50", "R122", 1, "1200.50"),
        ("a * 1,5", "R122", 5, "1200.50"),
        ("2026-1-1", "R122", 1, "jjjj-mm-dd"),
        ("12-3", "R122", 1, "a - b"),
        ("010", "R122", 1, "nul"),
        ("12euro", "R122", 1, "12 euro"),
        ("50 %", "R122", 4, "50%"),
        ("€ 12", "R122", 1, "euro"),
        ("1.2.3", "R122", 1, "duizendtallen"),
        ("a b", "R123", 3, "verwacht"),
        ("a == b", "R123", 4, ">="),
        ("x tussen 1 en 3", "R123", 3, "x >= 18"),
        ("a and b", "R123", 3, "en of niet"),
        ("not a", "R123", 5, "en of niet"),
        ("x is ja", "R123", 3, "="),
        ("a + niet", "R123", 5, "verwacht"),
        ("1 + als a dan b anders c", "R123", 5, "haakjes"),
        ("a) + b", "R123", 2, "haal het weg"),
        ("leeftijd (a)", "R123", 10, "spatie"),
        ("0..12", "R123", 2, "x >= 1"),
        ("aantal(1 waarvoor a)", "R123", 8, "er_is"),
        ("12 kilo", "R126", 4, "maten"),
        ("4 Weken", "R127", 3, "kleine letters"),
        ("minimum(a, b)", "R127", 10, ";"),
        ("vorm = 'pgb'", "R127", 8, "vorm = pgb"),
        ("a && b", "R127", 3, "en"),
        ("één", "R127", 1, "kleine letters"),
        ("", "R129", 1, "verwacht"),
        ("a +", "R129", 4, "verwacht"),
        ("minimum(a; b", "R129", 13, ")"),
        ("als a dan b", "R129", 12, "anders"),
        ("x in (a", "R129", 8, ")"),
    ],
)
def test_mistakes_are_explained(text: str, code: str, column: int, words: str) -> None:
    found = problem(text)
    assert (found.code, found.at.line, found.at.column) == (code, 3, 9 + column)
    assert words in found.hint


@pytest.mark.parametrize(
    "text",
    [
        "(" * 33 + "a" + ")" * 33,
        "niet " * 40 + "a",
        "- " * 40 + "a",
        "als a dan b anders " * 40 + "c",
        " + ".join("a" * 70),
    ],
)
def test_deep_formulas_are_refused(text: str) -> None:
    assert problem(text).code == "R125"


def test_long_formulas_are_refused() -> None:
    assert problem("a" * 4001).code == "R124"
    assert isinstance(read(" en ".join(["waar"] * 500)), s.And)


def test_bundles_of_conditions() -> None:
    tree, found = under("als:\n  alle:\n    - a\n    - een_van: [b, c]\n    - geen: [d, e]\n")
    a, b, c, d, e = (s.Path(parts=(n,)) for n in "abcde")
    assert found == []
    assert tree == s.And(args=(a, s.Or(args=(b, c)), s.Not(arg=s.Or(args=(d, e)))))


def test_bundle_of_one_is_that_condition() -> None:
    assert under("als: {alle: [a]}\n")[0] == s.Path(parts=("a",))
    assert under("als: {geen: [a]}\n")[0] == s.Not(arg=s.Path(parts=("a",)))


def test_two_bundles_hold_together() -> None:
    tree, _ = under("als: {alle: [a], geen: [b]}\n")
    assert tree == s.And(args=(s.Path(parts=("a",)), s.Not(arg=s.Path(parts=("b",)))))


@pytest.mark.parametrize(
    ("yaml", "place"),
    [
        ("als: {alle: x}\n", (1, 7)),
        ("als: {alle: [a], een: [b]}\n", (1, 18)),
        ("als: {alle: [[a]]}\n", (1, 14)),
        ("als: {een_van: []}\n", (1, 7)),
    ],
)
def test_wrong_bundles(yaml: str, place: tuple[int, int]) -> None:
    _, found = under(yaml)
    assert [(d.code, d.at.line, d.at.column) for d in found] == [("R128", *place)]


def test_a_list_is_not_a_formula() -> None:
    with pytest.raises(NotAFormula):
        under("als: [a]\n")


def test_a_comment_behind_a_formula_is_advice() -> None:
    tree, found = under("als: a # 3\n")
    assert tree == s.Path(parts=("a",))
    assert [(d.code, d.is_warning, d.at.column) for d in found] == [("W101", True, 7)]


def test_a_formula_is_read_once() -> None:
    formulas = Formulas()
    text = Text.at("a b", HERE)
    assert formulas.formula(text) is formulas.formula(text)
    assert len(formulas.found) == 1
