"""What a reader is told of the rules behind an answer: how sure they are, and when read."""

from datetime import date
from pathlib import Path

import pytest

from engine.decide.used import read_long_ago
from engine.service import Regelruimte, as_text
from tests.receipt.klein import copied, request

GRANT = "verleent: {voor: [hulpmiddel]}"
TABLE = """\
tabellen:
  schijven_klein:
    {soort: opzoek, van: euro/maand, naar: euro, vanaf: {2026-01-01: [{waarde: 9}]},
     open_einde: ja, bron: {artikel: "6"}, zekerheid: low}
regels:
"""
NORM = 'noodzakelijk: {over: oplossing, bron: {artikel: "5"},'
READ = 'toelichting: "Een volwassene'
LOW = "noodzakelijk: {over: oplossing, bron: {ecli: 'ECLI:NL:CRVB:2019:3535'}, zekerheid: low,"

UNSURE = [
    (("rechtvaardiging: {leeftijd", "zekerheid: medium\n    rechtvaardiging: {leeftijd"),
     "regel kw-2: zekerheid middel", "Zekerheid gemiddeld: kw-2."),
    (("inkomensgrens: {eenheid", "inkomensgrens: {zekerheid: low, eenheid"),
     "bedrag inkomensgrens: zekerheid laag", "Zekerheid laag: bedrag inkomensgrens."),
    ((NORM, LOW),
     "oordeel noodzakelijk: zekerheid laag", "Zekerheid laag: oordeel noodzakelijk."),
]  # fmt: skip


def told(rules: Regelruimte, day: str = "2026-09-01") -> tuple[dict[str, str], list[str]]:
    """The notices by text, and the lines of the first screen for a consultant."""
    asked = request(("2026-09-01", day))
    toets = rules.toets(asked)
    first = rules.tekst(toets, asked, "consulent")[0]
    return {n.tekst: n.bron for n in toets.meldingen}, [line.text for line in first.lines]


@pytest.mark.parametrize(("change", "notice", "line"), UNSURE)
def test_what_is_not_sure_is_said_first(
    tmp_path: Path, change: tuple[str, str], notice: str, line: str
) -> None:
    notices, lines = told(copied(tmp_path, change))
    assert notice in notices
    assert line in lines
    assert not any("ekerheid" in text for text in told(copied(tmp_path / "sure"))[0])


def test_a_table_and_the_amount_of_a_rest_count_too(tmp_path: Path) -> None:
    rules = copied(
        tmp_path,
        ("regels:\n", TABLE),
        ("waarde: 0 euro/maand", "waarde: hoogte"),
        ("hoogte: {eenheid", "hoogte: {zekerheid: medium, eenheid"),
        (
            GRANT,
            "verleent: {voor: [hulpmiddel], tot: tabel(behoefte_van.toeslag; schijven_klein)}",
        ),
        ("dan: {toeslag: hoogte}", "dan: {toeslag: 7 euro/maand}"),
    )
    notices, _ = told(rules)
    assert notices["tabel schijven_klein: zekerheid laag"] == "6"
    assert notices["bedrag hoogte: zekerheid middel"] == "3"


@pytest.mark.parametrize(
    ("compared", "day", "old"),
    [
        (date(2026, 3, 1), date(2026, 9, 1), False),
        (date(2026, 3, 1), date(2026, 9, 2), True),
        (date(2025, 8, 31), date(2026, 2, 28), False),
        (date(2025, 8, 31), date(2026, 3, 1), True),
        (date(2026, 12, 1), date(2026, 9, 1), False),
    ],
)
def test_exactly_six_months_is_not_too_long(compared: date, day: date, old: bool) -> None:
    assert read_long_ago(compared, day) is old


def test_never_compared_is_another_finding() -> None:
    assert not read_long_ago(None, date(2026, 9, 1))


def aged(tmp_path: Path, *changes: tuple[str, str]) -> Regelruimte:
    """The small world whose act was read on 1 March 2026."""
    rules = copied(tmp_path, *changes)
    head = tmp_path / "klein" / "kleine_wet" / "regeling.yaml"
    head.write_text(head.read_text("utf-8").replace("2026-11-22", "2026-03-01"), "utf-8")
    return rules


def test_rules_read_long_ago_are_named_once_per_act(tmp_path: Path) -> None:
    rules = aged(tmp_path)
    on_the_day, _ = told(rules)
    assert not [text for text in on_the_day if "nagelezen" in text]
    day_later, lines = told(rules, "2026-09-02")
    old = [text for text in day_later if "nagelezen" in text]
    assert old == ["langer dan zes maanden geleden nagelezen (2026-03-01): kw-1, kw-2, kw-3, kw-5"]
    assert day_later[old[0]] == "kleine_wet"
    assert "Langer dan zes maanden niet nagelezen: Kleine wet (op 1 maart 2026)." in lines


def test_a_rule_with_a_day_of_its_own(tmp_path: Path) -> None:
    own = f"nagelezen: {{bron: verzonnen tekst, datum: 2026-08-01}}\n    {READ}"
    notices, _ = told(aged(tmp_path, (READ, own)), "2026-09-02")
    old = next(text for text in notices if "nagelezen" in text)
    assert "kw-1" in old
    assert "kw-2," not in old


def test_a_resident_is_told_in_plain_words(tmp_path: Path) -> None:
    rules = aged(tmp_path)
    for day, said in (("2026-09-01", False), ("2026-09-02", True)):
        asked = request(("2026-09-01", day))
        text = as_text(rules.tekst(rules.toets(asked), asked, "inwoner"))
        assert ("niet met de wet vergeleken" in text) is said


def test_the_check_names_the_act_once(tmp_path: Path) -> None:
    rules = aged(tmp_path)
    found = [b for b in rules.controleer(date(2026, 9, 2)).bevindingen if b.code == "F104"]
    assert [(b.over, b.tekst) for b in found] == [
        ("kleine_wet", "6 regels zijn opnieuw naast de bron te leggen (nagelezen: 2026-03-01)")
    ]
    on_the_day = rules.controleer(date(2026, 9, 1)).bevindingen
    assert "F104" not in {b.code for b in on_the_day}
