"""Questions to a resident, terms in plain words and signals: tables that cover what is shipped."""

import re
from datetime import date

import pytest

from engine.backends.render_nl.dutch import listing
from engine.backends.render_nl.resident_questions import in_u_form, is_for_resident
from engine.backends.render_nl.signals import render_signal
from engine.backends.render_nl.sources import the_act
from engine.backends.render_nl.words.duties import DUTIES, OTHER
from engine.backends.render_nl.words.questions import ASKED
from engine.ir.program import Program
from engine.result.toets import Vraag
from tests.render.readable import words
from tests.strategies.shipped import loaded

PLACES = {"o1": "een badplank"}


def put(program: Program, name: str) -> str:
    fact = program.facts[name]
    over = "oplossing:o1" if fact.entity == "oplossing" else f"{fact.entity}:p1"
    question = Vraag(
        soort="gegeven", naam=name, over=over, vraag=fact.question, waarom=(), bron=""
    )
    return in_u_form(question, PLACES)


def test_every_question_to_a_resident_speaks_to_him_in_plain_words(program: Program) -> None:
    asked = {n: put(program, n) for n in program.facts if is_for_resident(program, n)}
    assert len(asked) > 50
    parts = {n: re.split(r"(?<=[.?!])\s+", text) for n, text in asked.items()}
    assert {n: p for n, p in parts.items() if max(map(words, p)) > 20} == {}
    hard = re.compile(
        r"_|\bartikel\b|\blid\b|\bde inwoner\b|\bzij\b|\bcollege\b|\{|\bdeze persoon\b"
    )
    assert {n: text for n, text in asked.items() if hard.search(text)} == {}
    about = re.compile(r"\b(u|uw|dit|giften?|helpt)\b", re.IGNORECASE)
    assert {n: t for n, t in asked.items() if not about.search(t) and n in ASKED} == {}


def test_what_the_college_must_prove_is_not_asked(program: Program) -> None:
    facts = program.facts.values()
    proved = [fact.name for fact in facts if fact.burden == "college"]
    assert len(proved) > 20
    assert [name for name in proved if is_for_resident(program, name)] == []
    assert set(ASKED) - set(program.facts) == set()
    assert [n for n in ASKED if program.facts[n].burden == "college"] == []


def test_every_term_is_told_in_plain_words(program: Program) -> None:
    terms = {term.what for term in program.terms}
    assert set(DUTIES) - terms == set()
    assert len(DUTIES) * 10 >= len(terms) * 9  # another one reads with `OTHER`
    for duty in (*DUTIES.values(), OTHER):
        text = f"{duty.runs} {duty.late} {duty.after}".format(dag="30 september 2026", wat="dit")
        parts = re.split(r"(?<=[.?!])\s+", text.strip())
        assert max(map(words, parts)) <= 16
        assert parts[-1].endswith(".")
        assert not re.search(
            r"\b(u krijgt|u hebt recht op .*\.|artikel|college)\b", text, re.IGNORECASE
        )


@pytest.fixture(scope="module")
def signals() -> list[str]:
    setting = loaded().setting(date(2026, 9, 1), "GM0000")
    return [render_signal(setting.program, act, s) for act, s in setting.signals.values()]


def test_signals_say_when_they_light_and_what_they_ask(signals: list[str]) -> None:
    assert len(signals) > 80
    assert [t for t in signals if not t.startswith("Dit signaal gaat aan als ")] == []
    assert [t for t in signals if "Het beslist niets. Het vraagt" not in t] == []
    marks = re.compile(r"_|[{}\[\]|`]|  |None|: ?\.|participatiewet\.|wmo\.")
    assert [t for t in signals if marks.search(t)] == []


def test_a_signal_asks_its_question(signals: list[str]) -> None:
    told = next(t for t in signals if "(pw-16-2, pw-16-2-kosten)" in t)
    assert "(consulent of jurist): “Is er een acute noodsituatie" in told
    assert "de nood is ernstig of acuut" in told
    assert "paragraaf 2.2" in told


def test_an_act_has_one_article(program: Program) -> None:
    found = {act: the_act(program, act) for act in ("participatiewet", "omgekeerde_toets", "awb",
                                                    "uitvoeringsbesluit_wmo", "wgs")}  # fmt: skip
    assert found == {
        "participatiewet": "de Participatiewet",
        "omgekeerde_toets": "de omgekeerde toets",
        "awb": "de Awb",
        "uitvoeringsbesluit_wmo": "het Uitvoeringsbesluit Wmo 2015",
        "wgs": "de Wet gemeentelijke schuldhulpverlening",
    }


def test_a_list_with_a_comma_or_an_en_inside_has_semicolons() -> None:
    assert listing(["a", "b", "c"]) == "a, b en c"
    assert listing(["a, met b", "c"]) == "a, met b; c"
    assert listing(["a en b", "c"]) == "a en b; c"
    assert listing(["a, b"]) == "a, b"
