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
from tests.strategies.shipped import loaded

TABLE = Path(__file__).parent / "normtabellen.yaml"

CELLS = 206
DAYS = ("2024-01-01", "2024-07-01", "2025-01-01", "2025-07-01", "2026-01-01", "2026-07-01")
PUBLISHED = """
20.1.a                     |  316.94  323.03  332.17  337.98  345.99  350.42
20.2.a                     |  316.94  323.03  332.17  337.98  345.99  350.42
20.1.b                     |  633.88  646.06  664.34  675.96  691.98  700.84
20.1.c                     | 1233.96 1257.64 1293.21 1315.88 1347.06 1364.32
20.2.b                     | 1000.69 1019.90 1048.75 1067.12 1092.41 1106.40
20.2.c                     | 1600.77 1631.48 1677.62 1707.04 1747.49 1769.88
20.3                       |       -       -       -       -  746.45  762.24
21.a                       | 1283.83 1308.45 1345.45 1369.06 1401.50 1419.46
21.b                       | 1834.04 1869.21 1922.07 1955.80 2002.13 2027.79
22.a                       | 1425.76 1456.85 1501.07 1530.21 1564.69 1587.34
22.b                       | 1932.32 1976.64 2053.48 2094.98 2144.16 2176.10
22.c                       | 1932.32 1976.64 2053.48 2094.98 2144.16 2176.10
22a.3.a                    |       -       -       -       -  746.42  755.98
22a.3.b                    |  316.94  323.03  332.17  337.98  345.99  350.42
23.1.a                     |  406.51  414.31  426.03  433.49  443.76  449.44
23.1.b                     |  632.31  644.45  662.69  674.29  690.27  699.11
23.2.a                     |       -       -       -       -   47.00   47.00
23.2.b                     |       -       -       -       -  106.00  106.00
20.1.a zonder vakantiegeld |  301.09  306.88  315.56  321.08  328.69  332.90
20.2.a zonder vakantiegeld |  301.09  306.88  315.56  321.08  328.69  332.90
21.a zonder vakantiegeld   | 1219.64 1243.03 1278.18 1300.61 1331.43 1348.49
21.b zonder vakantiegeld   | 1742.34 1775.75 1825.97 1858.01 1902.02 1926.40
22.a zonder vakantiegeld   | 1354.47 1384.01 1426.02 1453.70 1486.46 1507.97
22.b zonder vakantiegeld   | 1835.70 1877.81 1950.81 1990.23 2036.95 2067.30
22.c zonder vakantiegeld   | 1835.70 1877.81 1950.81 1990.23 2036.95 2067.30
23.1.a zonder vakantiegeld |  386.18  393.59  404.73  411.82  421.57  426.97
22a.1 A=2                  |  917.02  934.61  961.04  977.90 1001.07 1013.90
22a.1 A=3                  |  794.75  809.99  832.90  847.51  867.59  878.71
22a.1 A=4                  |  733.62  747.68  768.83  782.32  800.85  811.12
22a.1 A=5                  |  696.94  710.30  730.39  743.20  760.81  770.56
22a.1 A=6                  |  672.48  685.38  704.76  717.13  734.11  743.52
22a.1 A=7                  |  655.01  667.57  686.45  698.50  715.05  724.21
22a.1 A=8                  |  641.91  654.22  672.72  684.53  700.75  709.73
22a.1 AOW A=2              |  966.16  988.32 1026.74 1047.49 1072.08 1088.05
22a.1 AOW A=3              |  837.34  856.54  889.84  907.82  929.14  942.98
22a.1 AOW A=4              |  772.93  790.66  821.39  837.99  857.66  870.44
22a.1 AOW A=5              |  734.28  751.12  780.32  796.09  814.78  826.92
"""
"""The published tables, one row per norm and one column per day; `-` was not published."""
OTHERWISE = {
    # (40% + 7 x 30%) / 7 of 1869.21 is 667.575 exactly; a half cent goes up, and the printed
    # list rounds this one cell down.
    ("22a.1 A=7", "2024-07-01"): ("667.57", "667.58"),
}
"""Cells that are printed otherwise than the formula of the law gives them: printed, computed."""


def published() -> dict[tuple[str, str], str]:
    """Every published cell by norm and day."""
    found = {}
    for line in PUBLISHED.strip().splitlines():
        norm, _, amounts = line.partition("|")
        for day, amount in zip(DAYS, amounts.split(), strict=True):
            if amount != "-":
                found[norm.strip(), day] = amount
    return found


def rows() -> list[dict[str, Any]]:
    tree, problems = read_yaml(TABLE.read_bytes(), TABLE.name)
    assert not problems
    return plain(tree)


@pytest.fixture(scope="module")
def engine() -> Regelruimte:
    return loaded()


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


def test_every_published_cell_is_a_row() -> None:
    """No cell is left out, none is there that was not published, and each has its amount."""
    found: dict[tuple[str, str], set[str]] = {}
    for row in rows():
        found.setdefault((row["norm"], row["peildatum"]), set()).add(row["bedrag"])
    wanted = {cell: {amount} for cell, amount in published().items()}
    for cell, (printed, computed) in OTHERWISE.items():
        assert wanted[cell] == {printed}
        wanted[cell] = {computed}
    assert found == wanted
    assert len(wanted) == CELLS


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
