"""P26: one declared rounding, exact before it; a year is twelve months."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from engine.backends.interpret import Run
from engine.ir.case import Case
from engine.ir.program import Program
from engine.result.outcomes import Known
from engine.testing.cases import instances
from engine.values import Number, round_to
from tests.strategies.compiling import compiled
from tests.strategies.worlds import Situation, situations

MODES = ("half_omhoog", "half_even", "omhoog", "omlaag")
PLAIN = {"over": "persoon", "bron": {"artikel": "1"}, "soort": "bedrag", "eenheid": "euro"}
CENTS = st.integers(-10_000_000, 10_000_000)


def check_one_rounding(situation: Situation) -> int:
    """A rounded amount is the exact sum, rounded once."""
    program, found = situation.program, 0
    run = Run(program, situation.case)
    for name, inst in instances(program, situation.case):
        rounding = program.begrippen[name].rounding
        exact = run.begrip("wa.ruw", inst).outcome if rounding is not None else None
        rounded = run.begrip(name, inst).outcome
        if rounding is None or not isinstance(exact, Known) or not isinstance(rounded, Known):
            continue
        [candidate] = [c for c in run.begrip(name, inst).candidates if c.value is not None]
        total = candidate.value.outcome.value
        assert rounded.value == round_to(total, rounding.step, rounding.mode)
        assert rounded.value % rounding.step == 0
        assert total % exact.value == 0 if exact.value else total == 0, "a part was rounded"
        found += 1
    return found


def sums() -> Program:
    """Months, years and parts of an amount."""
    facts = {
        "per_maand": {"over": "persoon", "soort": "bedrag", "eenheid": "euro/maand", "vraag": "?"},
        "eenmalig": {"over": "persoon", "soort": "bedrag", "eenheid": "euro", "vraag": "?"},
    }
    begrippen = {
        "maanden": PLAIN, "jaar_bedrag": PLAIN, "ruw": PLAIN | {"exact": "ja"},
        **{mode: PLAIN | {"afronding": {"stap": "1 euro", "wijze": mode}} for mode in MODES},
    }  # fmt: skip
    values = {
        "maanden": "per_maand * 12 maanden", "jaar_bedrag": "per_maand * 1 jaar",
        "ruw": "eenmalig / 7", **dict.fromkeys(MODES, "ruw + ruw + ruw"),
    }  # fmt: skip
    rule = {"id": "r1", "bron": {"artikel": "1"}, "over": "persoon", "dan": values}
    act = {
        "regeling": "wa", "naam": "wa", "soort": "wet", "gegevens": facts,
        "begrippen": begrippen, "regels": [rule | {"toelichting": "Een voorbeeld."}],
    }  # fmt: skip
    return compiled([act])


SUMS = sums()


def values(**facts: Number) -> dict[str, Number]:
    inst = ("persoon", "p1")
    case = Case(
        day=SUMS.day, persons=("p1",), facts={(name, inst): v for name, v in facts.items()}
    )
    run = Run(SUMS, case)
    return {n.partition(".")[2]: run.begrip(n, inst).outcome.value for n in SUMS.begrippen}


def check_sums(cents: int) -> None:
    found = values(per_maand=cents, eenmalig=cents)
    assert found["maanden"] == found["jaar_bedrag"] == 12 * cents
    exact = Fraction(3 * cents, 7)
    assert found["ruw"] * 3 == exact
    for mode in MODES:
        assert abs(found[mode] - exact) <= (50 if mode.startswith("half") else 100)
        assert found[mode] % 100 == 0
    assert found["omlaag"] <= exact <= found["omhoog"]


@given(situations())
def test_rounding_happens_once(situation: Situation) -> None:
    check_one_rounding(situation)


@given(CENTS)
def test_months_and_parts_are_exact(cents: int) -> None:
    check_sums(cents)


@given(CENTS, st.sampled_from(MODES), st.sampled_from([1, 10, 100, 500]))
def test_rounding_twice_is_rounding_once(cents: int, mode: str, step: int) -> None:
    once = round_to(Fraction(cents, 7), step, mode)
    assert round_to(once, step, mode) == once
