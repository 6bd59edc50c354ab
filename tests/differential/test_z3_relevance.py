"""A fact that can no longer change an answer is recognised, and only such a fact."""

import pytest

from engine.backends.z3_analysis.relevance import can_still_change
from engine.backends.z3_analysis.solving import Verdict
from engine.ir.case import Case
from tests.receipt.klein import engine

RIGHT = ("kleine_wet.recht_op_toeslag", ("persoon", "p1"))
P1 = ("persoon", "p1")
ADULT, CHILD = "geboortedatum: 1990-01-01", "geboortedatum: 2015-01-01"


def case(facts: str, judged: str = "") -> Case:
    rules = engine()
    text = f"peildatum: 2026-09-01\ngemeente: GM0000\npersonen: {{p1: {{{facts}}}}}\n{judged}"
    return rules.case(rules.lees_hulpvraag(text.encode(), "hulpvraag.yaml"))


JUDGED = (
    "beoordelingen: [{oordeel: zeer_dringend, over: p1, uitkomst: ja, wie: c-1, rol: consulent, "
    "datum: 2026-09-01, motivering: 'Zo is het.'}]\n"
)


@pytest.mark.parametrize(
    ("facts", "judged", "fact", "expected"),
    [
        (f"{ADULT}, gedetineerd: nee", "", "inkomen", Verdict.CAN),
        (f"{CHILD}, gedetineerd: nee", "", "inkomen", Verdict.CANNOT),
        (f"{ADULT}, inkomen: 900", "", "gedetineerd", Verdict.CAN),
        (f"{ADULT}, inkomen: 9000", "", "gedetineerd", Verdict.CANNOT),
        (f"{ADULT}, inkomen: 900", JUDGED, "gedetineerd", Verdict.CANNOT),
        ("inkomen: 9000", "", "geboortedatum", Verdict.CANNOT),
    ],
)
def test_whether_a_fact_can_still_matter(
    facts: str, judged: str, fact: str, expected: Verdict
) -> None:
    found = can_still_change(engine().program(case(facts).day, "GM0000"), case(facts, judged),
                             (fact, P1), RIGHT)  # fmt: skip
    assert found is expected
