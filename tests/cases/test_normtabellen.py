"""Every published cell of the norm tables comes out to the cent; what is not published, not."""

from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from engine.result.outcomes import Gap, Known
from engine.service import Regelruimte
from engine.source.case_files import plain
from engine.source.yaml_text import read_yaml
from engine.values import round_to
from tests.cases.households import outcome

TABLE = Path(__file__).parent / "normtabellen.yaml"


def rows() -> list[dict[str, Any]]:
    tree, problems = read_yaml(TABLE.read_bytes(), TABLE.name)
    assert not problems
    return plain(tree)


@pytest.fixture(scope="module")
def engine() -> Regelruimte:
    return Regelruimte()


def cents(text: str) -> int:
    return int(Fraction(text) * 100)


@pytest.mark.parametrize(
    "row", rows(), ids=lambda r: f"{r['norm']} {r['peildatum']} {r['bedrag']}"
)
def test_published_cell(engine: Regelruimte, row: dict[str, Any]) -> None:
    day = date.fromisoformat(row["peildatum"])
    found = outcome(engine, day, row["gezin"], row["begrip"])
    assert isinstance(found, Known), found
    value = found.value
    if "deel" in row:
        share = Fraction(row["deel"].rstrip("%")) / 100
        value = round_to(share * value, 1, "half_omhoog")
    assert value == cents(row["bedrag"])


def test_all_cells_are_there() -> None:
    assert len(rows()) >= 200


def test_no_old_amount_after_the_table_ends(engine: Regelruimte) -> None:
    found = outcome(engine, date(2027, 1, 1), {"volwassenen": ["40"]}, "bijstandsnorm")
    assert isinstance(found, Gap)
    assert found.kind == "verlopen"


def test_no_amount_before_the_table_begins(engine: Regelruimte) -> None:
    found = outcome(engine, date(2023, 12, 31), {"volwassenen": ["40"]}, "bijstandsnorm")
    assert not isinstance(found, Known)
    assert getattr(found, "provisional", None) is None


def test_institution_supplement_before_2026_is_a_gap(engine: Regelruimte) -> None:
    household = {"volwassenen": ["40"], "in_inrichting": "1"}
    found = outcome(engine, date(2025, 7, 1), household, "bijstandsnorm")
    assert isinstance(found, Gap)
