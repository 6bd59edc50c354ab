"""The scope map: which rule stands in the way, what may be shown then, and what never."""

from typing import Any

import pytest

from tests.cases.ruimte.zaken import blockers, lit, table, with_facts

Data = dict[str, Any]
ROWS = table("reikwijdte.yaml")
LAST_ROW = 20
by_row = pytest.mark.parametrize("row", ROWS.values(), ids=list(ROWS))


@by_row
def test_the_rule_stands_in_the_way(row: Data) -> None:
    if "weg" in row:
        assert row["weg"] in blockers(with_facts(row["zaak"], row["feiten"]))


@by_row
def test_shown_and_never(row: Data) -> None:
    found = set(lit(with_facts(row["zaak"], row["feiten"])))
    assert set(row["toon"]) - found == set()
    assert set(row["nooit"]) & found == set()


@by_row
def test_what_is_shown_says_all_that_a_human_needs(row: Data) -> None:
    """The clause, its cause, what weighs, what to write down, and who decides."""
    for signal in with_facts(row["zaak"], row["feiten"]).signalen:
        if signal.id in row["toon"]:
            assert signal.waarom, signal.id
            assert signal.aanleiding, signal.id
            assert signal.factoren, signal.id
            assert signal.motiveer, signal.id
            assert signal.bevoegd, signal.id


def test_every_row_of_the_map_is_here() -> None:
    assert {int(row["rij"]) for row in ROWS.values()} == set(range(1, LAST_ROW + 1))
