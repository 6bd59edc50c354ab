"""Where a count in months comes to a day that the month lacks, and that decides."""

from datetime import date
from pathlib import Path

import pytest

from engine.backends.z3_analysis.analysis import SIZES, Plan, tasks
from engine.backends.z3_analysis.inquiry import Inquiry
from engine.errors import CaseError
from engine.service import Bevinding, Regelruimte
from engine.service.analysis import Looker, with_places
from engine.service.dates import month_ends
from tests.receipt.klein import copied, rule

DAY = date(2026, 9, 1)
OVER = (
    "begrippen:\n",
    "begrippen:\n  over: {over: persoon, soort: ja_nee, aanspraak: ja, richting: begunstigend, "
    "bron: {artikel: '9'}, rest: {waarde: nee, bron: {artikel: '9'}}}\n"
    "  einde: {over: persoon, soort: datum, bron: {artikel: '9'}}\n",
)
JUDGED = (
    "  begin: {over: persoon, bron: {artikel: '9'}, vraag: 'Vanaf welke dag?', bevoegd: "
    "[consulent], factoren: [{naam: hoe het ging}], uitkomst: {soort: datum, naam: dag, "
    "grenzen: geboortedatum..geboortedatum + 1 maand}}\n"
)
ADULT = "dan: {over: ja}, rechtvaardiging: {leeftijd: 'Een proef.'}"
LEAP = date(2027, 2, 28)
MONTHS = [
    (DAY, "als: geboortedatum + 6 maanden <= peildatum, dan: {over: ja}", "2026-09-30"),
    (DAY, "als: geboortedatum >= peildatum - 6 maanden, dan: {over: ja}", "2026-08-31"),
    (DAY, "dan: {einde: geboortedatum + 1 maand}", "2026-09-01"),
    (DAY, f"als: leeftijd(geboortedatum) >= 217 maanden, {ADULT}", "2026-09-30"),
    (DAY, "als: geboortedatum + 3 maanden <= peildatum, dan: {over: ja}", "2026-11-30"),
    (DAY, "als: geboortedatum + 1 maand + 1 dag <= peildatum, dan: {over: ja}", "2026-10-01"),
    (LEAP, f"als: leeftijd(geboortedatum) >= 19, {ADULT}", "2027-02-28"),
]
NO_MONTHS = [
    (DAY, "als: geboortedatum + 26 weken <= peildatum, dan: {over: ja}"),
    (DAY, f"als: leeftijd(geboortedatum) >= 19, {ADULT}"),
    (LEAP, f"als: leeftijd(geboortedatum) >= 18, {ADULT}"),
    (DAY, "als: begin_maand(geboortedatum) + 6 maanden <= peildatum, dan: {over: ja}"),
    (DAY, "als: geboortedatum + 1 jaar <= peildatum, dan: {over: ja}"),
]


def rounding(rules: Regelruimte, day: date) -> dict[str, Bevinding]:
    """What the questions about days that a month lacks come to, and no others."""
    setting = rules.setting(day)
    plan = Plan(behind={}, days=month_ends(rules.corpus, day))
    found = [
        with_places(setting.program, finding)
        for task in tasks(Inquiry(setting.program, SIZES), plan)
        if task.name.startswith("rounded ")
        for finding in Looker(setting).answer(task)
    ]
    assert {b.code for b in found} <= {"F214"}
    return {b.over: b for b in found}


@pytest.mark.parametrize(("day", "keys", "shown"), MONTHS)
def test_a_day_that_a_month_lacks(tmp_path: Path, day: date, keys: str, shown: str) -> None:
    found = rounding(copied(tmp_path, OVER, rule("kw-9", keys)), day)["kw-9"]
    (text,) = found.voorbeelden
    assert f"peildatum: '{shown}'" in text
    assert "op de peildatum en dagen aan een maandeinde" in found.grens
    assert "toeslag.yaml" in found.plaats


@pytest.mark.parametrize(("day", "keys"), NO_MONTHS)
def test_a_day_that_every_month_has(tmp_path: Path, day: date, keys: str) -> None:
    """Weeks are counted in days, a month begins on the first, and no 29 February is near."""
    assert not rounding(copied(tmp_path, OVER, rule("kw-9", keys)), day)


def test_a_bound_on_a_day_that_a_month_lacks(tmp_path: Path) -> None:
    found = rounding(copied(tmp_path, ("open_normen:\n", f"open_normen:\n{JUDGED}")), DAY)["begin"]
    assert found.tekst.startswith("de grens van `begin` telt in maanden of jaren")
    assert "toeslag.yaml" in found.plaats


def test_the_example_of_such_a_day_is_as_told(tmp_path: Path) -> None:
    """Born on the last day of March, and so half a year old on 30 September, or a day later."""
    rules = copied(tmp_path, OVER, rule("kw-9", MONTHS[0][1]))
    (text,) = rounding(rules, DAY)["kw-9"].voorbeelden
    born = rules.lees_hulpvraag(text.encode(), "v.yaml").personen["p1"].feiten["geboortedatum"]
    outcomes = []
    for day in ("2026-09-29", "2026-09-30"):
        asked = text.replace("2026-09-30", day)
        toets = rules.toets(rules.lees_hulpvraag(asked.encode(), "v.yaml"))
        outcomes.append(toets.uitkomsten["persoon:p1"]["kleine_wet.over"].waarde)
    assert str(born.waarde).endswith("-03-31")
    assert outcomes == ["nee", "ja"]


STARTED = (
    "begrippen:\n",
    "gegevens:\n  gestart: {over: persoon, soort: datum, grenzen: 1990-01-01..peildatum, "
    "vraag: 'Wanneer begon het?'}\nbegrippen:\n",
)


def test_an_example_keeps_to_the_bounds_of_a_day(tmp_path: Path) -> None:
    """What lies after the peildatum, or before the first day of a fact, is no example."""
    rules = copied(tmp_path, OVER, STARTED, rule("kw-9", "dan: {einde: gestart + 1 maand}"))
    (text,) = rounding(rules, DAY)["kw-9"].voorbeelden
    day = rules.lees_hulpvraag(text.encode(), "v.yaml").personen["p1"].feiten["gestart"].waarde
    assert "1990-01-01" <= str(day) <= DAY.isoformat()
    assert rules.toets(rules.lees_hulpvraag(text.encode(), "v.yaml"))
    for other, code in (("1989-12-31", "C137"), ("2026-09-02", "C143")):
        asked = rules.lees_hulpvraag(text.replace(str(day), other).encode(), "v.yaml")
        with pytest.raises(CaseError) as told:
            rules.toets(asked)
        assert [found.code for found in told.value.diagnostics] == [code]
