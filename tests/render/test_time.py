"""What changes in a period is told per entitlement; what says nothing is not told."""

from pathlib import Path

from engine.backends.render_nl import as_text
from engine.backends.render_nl.consultant_time import time_block
from engine.ir.program import Program
from engine.result.toets import BehoefteToets, Nodig, Tijdvak, Uitkomst, ZonderAfwijking
from engine.source.requests import read_request
from tests.render.making import toets
from tests.strategies.shipped import loaded

AID, ADVANCE = "participatiewet.algemene_bijstand", "participatiewet.voorschot_minimum"
HOURS = "wmo.toe_te_kennen_uren"
DAYS = (("2026-05-01", "2026-06-30"), ("2026-07-01", "2026-12-31"), ("2027-01-01", "2027-01-31"))
NEED = BehoefteToets(id="b1", leefgebied="wonen", wat_is_belangrijk="Een dak.")
EXAMPLE = Path(__file__).resolve().parents[2] / "voorbeelden" / "in-de-tijd.yaml"
NOTHING, OPEN = Uitkomst(status="gat", soort_gat="geen_regel"), Uitkomst(status="onbekend")


def euro(value: str) -> Uitkomst:
    return Uitkomst(status="waarde", waarde=value, eenheid="euro/maand", vast=True)


def told(program: Program, *core: str, needs: int = 1, **rows: tuple[Uitkomst, ...]) -> list[str]:
    names = {"aid": AID, "hours": HOURS, "advance": ADVANCE}
    pieces = tuple(
        Tijdvak(
            van=first, tot=last, uitkomsten={"x:y": {names[n]: row[i] for n, row in rows.items()}}
        )
        for i, (first, last) in enumerate(DAYS)
    )
    asked = toets(tijdlijn=pieces, kern=core, behoeften=(NEED,) * needs)
    return [line.text for line in time_block(asked, program, {}).lines]


def test_each_change_stands_under_its_entitlement(program: Program) -> None:
    seen = told(program, AID, aid=(euro("345.99"), euro("350.42"), euro("350.42")))
    assert seen[0].startswith("De algemene bijstand (")
    assert seen[1:] == [
        "van 1 mei 2026 tot en met 30 juni 2026: € 345,99 per maand",
        "van 1 juli 2026 tot en met 31 januari 2027: € 350,42 per maand",
    ]


def test_what_stays_the_same_stands_on_one_line(program: Program) -> None:
    (seen,) = told(program, AID, aid=(euro("350.42"),) * 3)
    assert seen.endswith("): van 1 mei 2026 tot en met 31 januari 2027: € 350,42 per maand")


def test_an_expired_amount_is_named(program: Program) -> None:
    expired = Nodig(redenen=("verlopen: participatiewet.norm_21_a",))
    last = Uitkomst(status="onbekend", nodig=expired)
    seen = told(program, AID, aid=(euro("345.99"), euro("350.42"), last))
    assert seen[-2:] == [
        "van 1 januari 2027 tot en met 31 januari 2027: nog niet bekend",
        "nog geen bedrag voor deze dagen: de norm voor een alleenstaande vanaf 21 jaar",
    ]


def test_what_is_needed_on_other_days_is_told(program: Program) -> None:
    last = Uitkomst(status="onbekend", nodig=Nodig(feiten=("bezittingen",)))
    seen = told(program, AID, aid=(euro("345.99"), euro("350.42"), last))
    assert seen[-1] == "nog nodig: gegevens: de bezittingen"


def test_without_a_deviation(program: Program) -> None:
    plain = ZonderAfwijking(status="waarde", waarde="350.42")
    waits = Uitkomst(status="onbekend", eenheid="euro/maand", zonder_afwijking=plain)
    (seen,) = told(program, AID, aid=(waits,) * 3)
    assert seen.endswith(": nog niet bekend; zonder afwijking € 350,42 per maand")


def test_other_acts_and_what_says_nothing_are_left_out(program: Program) -> None:
    rows = {"aid": (NOTHING,) * 3, "advance": (OPEN,) * 3, "hours": (OPEN, euro("4"), OPEN)}
    unchanged = (
        "Van 1 mei 2026 tot en met 31 januari 2027 verandert er niets aan de uitkomsten hierboven."
    )
    assert told(program, AID, ADVANCE, **rows) == [unchanged]
    assert len(told(program, HOURS, **rows)) == 4
    assert len(told(program, needs=0, **rows)) == 4


def test_without_a_period_there_is_no_block(program: Program) -> None:
    assert time_block(toets(behoeften=(NEED,)), program, {}).lines == ()


def test_the_example_turns_21_and_has_no_amounts_of_the_next_year() -> None:
    engine = loaded()
    request = read_request(EXAMPLE.read_bytes(), EXAMPLE.name)
    seen = as_text(
        [time_block(engine.toets(request), engine.program(request.peildatum, "GM0000"), {})]
    )
    # The published norms: 18 to 21 years until and from 1 July 2026, and from the day he is 21.
    for text in ("€ 345,99", "€ 350,42", "1 oktober 2026 tot en met 31 december 2026: € 1.419,46"):
        assert text in seen
    assert "van 1 januari 2027 tot en met 31 januari 2027: nog niet bekend" in seen
    assert "nog geen bedrag voor deze dagen: de vermogensgrens" in seen
    assert "Wmo" not in seen
