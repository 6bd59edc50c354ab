"""Errors in signals are found when compiling, all at once, with a code and a place."""

from datetime import date

import pytest

from engine.backends.signals.compile import compile_signals
from engine.errors import RuleError
from engine.model.rule import Blokkade, Reikwijdte
from engine.model.shared import Geldig
from tests.signals.make import DAY, HERE, pattern, signal


def codes(*signals: tuple) -> list[str]:
    with pytest.raises(RuleError) as caught:
        compile_signals(signals, DAY)
    assert all(d.at == HERE for d in caught.value.diagnostics)
    return [d.code for d in caught.value.diagnostics]


FACT = pattern("gegeven", naam="x", waarde="ja", over="O")


@pytest.mark.parametrize(
    ("patterns", "code"),
    [
        ((), "R616"),
        ((FACT, FACT, FACT, FACT), "R616"),
        ((pattern("gegeven", naam="x", gewicht="1"),), "R702"),
        ((pattern("gegeven", naam=["x", "G"]),), "R703"),
        ((pattern("gegeven", naam=[]),), "R703"),
        ((pattern("blokkade", over="O", gezin="O"),), "R703"),
        ((FACT, pattern("omstandigheid", soort="x", gezin="G")), "R704"),
        ((FACT, pattern("signaal", over="O")), "R708"),
        ((pattern("signaal", id="ANDER", over="O"),), "R705"),
    ],
)
def test_wrong_patterns(patterns: tuple, code: str) -> None:
    assert set(codes(signal("S", *patterns))) == {code}


def test_all_errors_at_once() -> None:
    wrong = pattern("gegeven", naam="x", kleur="rood")
    found = codes(signal("S-A", wrong), signal("S-B", pattern("blokkade", over="O", gezin="O")))
    assert found == ["R702", "R703"]


def test_circle_names_its_path() -> None:
    one = signal("S-A", pattern("signaal", id="S-B", over="O"))
    two = signal("S-B", pattern("signaal", id="S-A", over="O"))
    with pytest.raises(RuleError, match="kring: S-A → S-B → S-A") as caught:
        compile_signals([one, two], DAY)
    assert [d.code for d in caught.value.diagnostics] == ["R706"]


def test_signal_reading_its_own_kind_is_a_circle() -> None:
    assert codes(signal("S-A", pattern("signaal", soort="patroon", over="O"))) == ["R706"]


def test_stage_follows_what_is_read() -> None:
    first = signal("S-A", FACT, soort="beginsel")
    second = signal("S-B", pattern("signaal", soort="beginsel", over="O"))
    third = signal("S-C", pattern("signaal", id=["S-A", "S-B"], over="O"))
    stages = {r.id: r.stage for r in compile_signals([third, second, first], DAY)}
    assert stages == {"S-A": 0, "S-B": 1, "S-C": 2}


def test_only_signals_in_force() -> None:
    old = signal("S-A", FACT, geldig=Geldig(tot=date(2025, 12, 31)))
    new = signal("S-A", FACT, geldig=Geldig(vanaf=date(2026, 1, 1)))
    assert len(compile_signals([old, new], DAY)) == 1
    assert codes(signal("S-A", FACT), new) == ["R620"]


def test_naming_a_signal_that_is_not_in_force_is_no_error() -> None:
    old = signal("S-A", FACT, geldig=Geldig(tot=date(2025, 12, 31)))
    reader = signal("S-B", pattern("signaal", id="S-A", over="O"))
    assert [r.id for r in compile_signals([old, reader], DAY)] == ["S-B"]


@pytest.mark.parametrize(
    ("reach", "patterns"),
    [
        (Reikwijdte(paragrafen=("2.2",)), (FACT,)),
        (Reikwijdte(begrippen=("x",)), (pattern("blokkade", over="O"),)),
        (Reikwijdte(artikelen=("16",)), (pattern("blokkade", over="O", artikel="A"),)),
        (Reikwijdte(regelingen=("wmo",)), (pattern("blokkade", over="O", regeling="awb"),)),
        (Reikwijdte(), (pattern("blokkade", over="O"),)),
    ],
)
def test_reach_that_cannot_work(reach: Reikwijdte, patterns: tuple) -> None:
    assert codes(signal("S", *patterns, reikwijdte=reach)) == ["R707"]


def test_reach_by_article_is_of_the_own_regulation() -> None:
    reach = Reikwijdte(artikelen=("16",), blokkade=Blokkade(rang=("wet",)))
    made = compile_signals([signal("S", pattern("blokkade", over="O"), reikwijdte=reach)], DAY)
    assert made[0].conditions[0].allowed == (
        ("artikel", frozenset({"16"})),
        ("rang", frozenset({"wet"})),
        ("regeling", frozenset({"participatiewet"})),
    )
