"""A receipt replays; what changed in the rules that were read is named, and nothing else."""

import json
from datetime import date
from pathlib import Path

import pytest

from engine.service import ReceiptError
from engine.service.receipt import read_receipt
from tests.receipt.klein import REQUEST, copied, engine, request

DAY = date(2026, 9, 1)


@pytest.fixture(scope="module")
def receipt() -> bytes:
    return engine().json(engine().bewijs(request())[1])


def test_a_receipt_holds_everything_to_repeat_it(receipt: bytes) -> None:
    made = json.loads(receipt)
    assert set(made) == {"bewijs", "regelruimte", "hulpvraag", "toets", "vingerafdrukken", "zegel"}
    assert made["toets"] == json.loads(engine().json(engine().toets(request())))
    assert made["hulpvraag"]["personen"]["p1"]["inkomen"] == "900"
    assert {"regel:kw-2", "bedrag:kleine_wet.inkomensgrens", "signaal:KW-4"} <= set(
        made["vingerafdrukken"]
    )


def test_the_same_rules_give_the_same_answer(receipt: bytes) -> None:
    found = engine().herhaal(receipt)
    assert found.gelijk
    assert (found.regels, found.antwoord, found.versie) == ((), (), "")


def test_a_receipt_is_the_same_every_time(receipt: bytes) -> None:
    assert engine().json(engine().bewijs(request())[1]) == receipt


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("inkomen <= inkomensgrens", "inkomen < inkomensgrens", "regel `kw-2`"),
        ("Wie vastzit, heeft", "Wie vastzit heeft", "regel `kw-2-detentie`"),
        ("2026-07-01: 1100", "2026-07-01: 1101", "bedrag `kleine_wet.inkomensgrens`"),
        ("hulpmiddel nodig?", "hulpmiddel nodig", "oordeel `kleine_wet.noodzakelijk`"),
        ('rest: {waarde: 0 euro/maand, bron: {artikel: "3"}}',
         'rest: {waarde: 1 euro/maand, bron: {artikel: "3"}}', "begrip `kleine_wet.toeslag`"),
    ],
)  # fmt: skip
def test_one_character_is_named(
    receipt: bytes, tmp_path: Path, old: str, new: str, named: str
) -> None:
    found = copied(tmp_path, (old, new)).herhaal(receipt)
    assert not found.gelijk
    assert f"{named} is gewijzigd" in found.regels


def test_a_changed_amount_changes_the_answer(receipt: bytes, tmp_path: Path) -> None:
    found = copied(tmp_path, ("{2026-01-01: 50}", "{2026-01-01: 51}")).herhaal(receipt)
    assert found.regels == ("bedrag `kleine_wet.hoogte` is gewijzigd",)
    assert "uitkomsten › persoon:p1 › kleine_wet.toeslag › waarde: 50.00 → 51.00" in map(
        str, found.antwoord
    )


def test_a_changed_signal_is_named(receipt: bytes, tmp_path: Path) -> None:
    other = copied(tmp_path)
    file = tmp_path / "klein" / "kleine_wet" / "signalen.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("heel dringend", "erg dringend"), encoding="utf-8")
    assert other.herhaal(receipt).regels == ("signaal `KW-4` is gewijzigd",)


ACT = "regels:\n  - id: kw-2\n"
CLASH = '{tussen: [arbeid, zorg], bron: {artikel: "7"}, afstemming: kijk wat eerst moet}'
OTHER = CLASH.replace("kijk wat", "bepaal wat")


def test_a_changed_collision_is_named(tmp_path: Path) -> None:
    before = copied(tmp_path / "oud", (ACT, f"botsingen: [{CLASH}]\n{ACT}"))
    receipt = before.json(before.bewijs(request())[1])
    after = copied(tmp_path / "nieuw", (ACT, f"botsingen: [{OTHER}]\n{ACT}"))
    assert after.herhaal(receipt).regels == ("botsing `arbeid en zorg` is gewijzigd",)
    assert engine().herhaal(receipt).regels == ("botsing `arbeid en zorg` is er niet meer",)


def test_a_collision_that_two_acts_name_counts_for_both(tmp_path: Path) -> None:
    both = [(ACT, f"botsingen: [{first}, {CLASH}]\n{ACT}") for first in (CLASH, OTHER)]
    before, after = (copied(tmp_path / str(n), change) for n, change in enumerate(both))
    receipt = before.json(before.bewijs(request())[1])
    assert after.herhaal(receipt).regels == ("botsing `arbeid en zorg` is gewijzigd",)


def test_a_day_that_a_decree_equates_is_named(receipt: bytes, tmp_path: Path) -> None:
    day = "feestdagen: {2026-05-15: dag na Hemelvaart}\n"
    other = copied(tmp_path, (ACT, day + ACT))
    told = "feestdag `2026-05-15` is nieuw, of wordt nu ook gelezen"
    assert other.herhaal(receipt).regels == (told,)
    named = {e.setting(DAY, "GM0000").ruleset() for e in (engine(), other)}
    assert len(named) == 2


def test_comments_order_and_layout_are_no_change(receipt: bytes, tmp_path: Path) -> None:
    other = copied(tmp_path)
    file = tmp_path / "klein" / "kleine_wet" / "toeslag.yaml"
    head, _, rules = file.read_text(encoding="utf-8").partition("regels:\n")
    items = rules.split("  - id: ")[1:]
    shuffled = "".join(f"  # opmerking\n  - id: {item}" for item in reversed(items))
    file.write_text(f"# begin\n\n{head}regels:\n{shuffled}", encoding="utf-8")
    assert other.herhaal(receipt).gelijk


def test_new_and_gone_rules_are_named(receipt: bytes, tmp_path: Path) -> None:
    rule = (
        "  - {id: kw-9, bron: {artikel: '9'}, over: persoon, als: recht_op_toeslag, "
        "dan: {toeslag: hoogte}, toelichting: 'Ook zo.'}\n"
    )
    other = copied(tmp_path, ("  - id: kw-1\n", f"{rule}  - id: kw-1b\n"))
    found = other.herhaal(receipt).regels
    assert "regel `kw-1` is er niet meer" in found
    assert "regel `kw-9` is nieuw, of wordt nu ook gelezen" in found


def test_a_rule_that_was_not_read_does_not_count(tmp_path: Path) -> None:
    text = REQUEST.partition("behoeften:")[0]
    without = engine().lees_hulpvraag(text.encode(), "hulpvraag.yaml")
    made = engine().json(engine().bewijs(without)[1])
    assert copied(tmp_path, ("Wat de inwoner zelf doet", "Wat hij zelf doet")).herhaal(made).gelijk


def test_rules_of_other_days_in_the_period_count_too(tmp_path: Path) -> None:
    asked = request(("gemeente:", "tijdvak: {van: 2026-06-01, tot: 2026-08-01}\ngemeente:"))
    made = engine().json(engine().bewijs(asked)[1])
    assert engine().herhaal(made).gelijk
    new = "  - {id: kw-oud, geldig: {tot: 2026-06-30}, bron: {artikel: '9'}, over: persoon, "
    new += "als: gedetineerd, sluit_uit: [kw-3], toelichting: 'Zo was het.'}\n  - id: kw-1\n"
    found = copied(tmp_path, ("  - id: kw-1\n", new)).herhaal(made)
    assert found.regels == ("regelset `2026-06-01` is gewijzigd",)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "geen JSON"),
        (b"\xff\xfe", "geen JSON"),
        (b"[1]", "geen bewijs"),
        (b"{}", "geen bewijs"),
        (b"[" * 100_000, "geen JSON"),
    ],
)
def test_what_is_no_receipt_is_refused(data: bytes, says: str) -> None:
    with pytest.raises(ReceiptError, match=says):
        read_receipt(data)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (b'"50.00"', b'"60.00"', "veranderd"),
        (b'"zegel":"sha256:', b'"zegel":"sha257:', "veranderd"),
        (b'{"bewijs":1', b'{"bewijs":2', "vorm"),
        (b'{"bewijs":1', b'{"bewijs":1,"extra":1', "veranderd"),
        (b'"regelruimte":"', b'"regelruimte":1,"x":"', "veranderd"),
    ],
)
def test_a_changed_receipt_is_refused(receipt: bytes, old: bytes, new: bytes, says: str) -> None:
    assert old in receipt
    with pytest.raises(ReceiptError, match=says):
        read_receipt(receipt.replace(old, new))
