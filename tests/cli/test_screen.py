"""Tables on the screen: what does not fit wraps, and nothing is lost."""

import pytest

from engine.cli.screen import show_table

WIDTHS = (40, 60, 80, 100, 140)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("columns", range(2, 6))
def test_a_table_loses_nothing(
    columns: int, width: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    rows = [
        [f"map{n}/een-lange-naam" * (n + times) + " kost € 300" for n in range(columns)]
        for times in (1, 3)
    ]
    show_table("", [f"kop{n}" for n in range(columns)], rows)
    shown = "".join(capsys.readouterr().out.split("\n")[2:])
    given = "".join(cell for row in rows for cell in row)
    assert sorted(shown.replace(" ", "")) == sorted(given.replace(" ", ""))
