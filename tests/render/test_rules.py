"""Every shipped rule reads as Dutch; a few are kept as they were read aloud."""

import re
from collections.abc import Callable
from datetime import date

import pytest

from engine.backends.render_nl import render_expr, render_rule
from engine.compiler import compile_program
from engine.ir import nodes
from engine.ir.fold import norms_in, walk
from engine.ir.program import Program, Rule
from engine.ir.types import YES_NO
from engine.model.regulation import Corpus

KEPT = (
    "awb-4:84", "awb-6:9", "ot-hulp-netwerk", "pw-16-1", "pw-18-1-norm", "pw-18-5", "pw-19a-1",
    "pw-20-3-b", "pw-21-b", "pw-22a-1-persoon", "pw-31-2-k", "pw-34-2-b", "pw-48-2",
    "ubw-3.8-3-g", "vw-20", "vw-7", "wmo-2.3.5-3", "wmo-2.3.5-6", "wmo-2.4.1",
)  # fmt: skip
DAYS = ((date(2025, 6, 1), ""), (date(2026, 9, 1), "GM0000"))


@pytest.fixture(scope="module")
def told(corpus: Corpus) -> list[tuple[Program, Rule, str]]:
    """Every rule on two days, with its sentence."""
    programs = [compile_program(corpus, day, municipality) for day, municipality in DAYS]
    return [(p, rule, render_rule(p, rule)) for p in programs for rule in p.rules]


Told = list[tuple[Program, Rule, str]]


def wrong(told: Told, test: Callable[[Program, Rule, str], bool]) -> list[str]:
    """Sentences that do not pass."""
    return [f"{rule.id}: {text}" for p, rule, text in told if not test(p, rule, text)]


def formulas(rule: Rule) -> list[nodes.Expr]:
    """What the rule computes and asks."""
    found = [rule.condition, *(value for _, value in rule.effects)]
    if rule.grant is not None:
        found.append(rule.grant.upto)
    return [expr for expr in found if expr is not None]


def has(rule: Rule, kind: type[nodes.Node]) -> bool:
    return any(isinstance(n, kind) for expr in formulas(rule) for n in walk(expr))


def test_there_are_many(told: Told) -> None:
    assert len(told) > 500


def test_ends_with_a_full_stop(told: Told) -> None:
    assert wrong(told, lambda _p, _r, text: text.endswith(".")) == []


def test_starts_with_its_source_and_id(told: Told) -> None:
    assert wrong(told, lambda _p, r, text: text[0].isupper() and f"({r.id})" in text) == []


@pytest.mark.parametrize(
    "mark", ["_", "None", "{", "}", "[", "|", "\0", "  ", " ,", " .", "..", "Fraction", "()"]
)
def test_holds_no_trace_of_the_machine(told: Told, mark: str) -> None:
    assert wrong(told, lambda _p, _r, text: mark not in text) == []


def test_brackets_and_quotes_are_closed(told: Told) -> None:
    pairs = ("()", "“”")
    assert wrong(told, lambda _p, _r, t: all(t.count(a) == t.count(b) for a, b in pairs)) == []


def test_no_label_is_left_raw(told: Told) -> None:
    """A value with an underscore reads as words; that it is no plain copy is seen by eye."""
    labels = {
        label
        for program, rule, _ in told
        for expr in formulas(rule)
        for node in walk(expr)
        if isinstance(node, nodes.OneOf)
        for label in node.labels
        if "_" in label
    }
    assert labels
    assert wrong(told, lambda _p, _r, text: not labels & set(re.findall(r"\w+", text))) == []


def test_exceptions_are_named(told: Told) -> None:
    def names_all(program: Program, rule: Rule, text: str) -> bool:
        found = [program.rules[edge.rule].id for edge in rule.defeaters]
        asks = "tenzij" in text.partition("Uitzonderingen")[0] if found else True
        principle = "in principe" in text if found else True
        return principle and asks and all(f"; {name})" in text for name in found)

    assert wrong(told, names_all) == []


def test_both_branches_are_read(told: Told) -> None:
    chosen = [row for row in told if has(row[1], nodes.Choose)]
    assert len(chosen) > 20
    assert wrong(chosen, lambda _p, _r, text: "en anders" in text) == []


def test_deviations_say_from_what(told: Told) -> None:
    relations = {"in_afwijking_van": "in afwijking van", "sluit_uit": "buiten toepassing"}
    for relation, words in relations.items():
        targets = {
            (id(p), edge.rule)
            for p, rule, _ in told
            for edge in rule.defeaters
            if edge.relation == relation
        }
        found = [row for row in told if (id(row[0]), row[1].number) in targets]
        assert found
        assert wrong(found, lambda _p, _r, text, words=words: words in text) == []  # type: ignore[misc]


def test_judgements_and_powers_are_told(told: Told) -> None:
    def tells(program: Program, rule: Rule, text: str) -> bool:
        asked = all(program.norms[n].question in text for n in norms_in(rule.condition))
        return asked and (rule.character != "kan" or "het hoeft niet" in text)

    assert wrong(told, tells) == []


def test_sleeping_rules_say_so(told: Told) -> None:
    always = nodes.Lit(value=True, type=YES_NO)
    sleepy = [row for row in told if row[1].cause is not None and norms_in(row[1].condition)]
    sleepy = [row for row in sleepy if row[1].cause != always]
    assert wrong(sleepy, lambda _p, _r, text: "blijft deze regel buiten toepassing" in text) == []


def test_validity_and_rung_are_told(told: Told) -> None:
    def tells(_program: Program, rule: Rule, text: str) -> bool:
        since = rule.window.start is None or f"{rule.window.start.year}" in text
        rung = "Dit is een rekenregel" if rule.helper else f"Trede {rule.rung.letter}"
        sure = rule.certainty == "high" or "Zekerheid:" in text
        return since and rung in text and sure

    assert wrong(told, tells) == []


@pytest.mark.parametrize("rule_id", KEPT)
def test_kept_rules(
    program: Program, rule_id: str, same_as_recorded: Callable[[str, str], None]
) -> None:
    rule = program.rule_named(rule_id)
    assert rule is not None
    text = render_rule(program, rule)
    same_as_recorded(f"regels/{rule_id.replace(':', '.')}.txt", f"{text}\n")


def test_conditions_render_on_their_own(program: Program) -> None:
    rule = program.rule_named("pw-19-1")
    assert rule is not None
    assert rule.condition is not None
    assert render_expr(program, rule.condition, rule.entity) == (
        "bijstand voor dit gezin mogelijk is, het meetellende inkomen lager is dan de "
        "bijstandsnorm en het meetellende vermogen gelijk is aan € 0"
    )
