"""Which parts differ: what an author wrote, and nothing else."""

import dataclasses
from pathlib import Path

import pytest

from engine.ir import declarations, parts, program
from engine.service import Keuze
from engine.service.change_words import FIELDS
from tests.verschil.worlds import CASE, FACTS, NEW, RULES, change, compared, two
from tests.verschil.worlds import parts as differing

KW_2 = "leeftijd(geboortedatum) >= 18 en inkomen <= inkomensgrens"
KW_3 = """\
  - id: kw-3
    bron: {artikel: "3"}
    over: persoon
    als: recht_op_toeslag
    dan: {toeslag: hoogte}
    toelichting: "De toeslag is een vast bedrag per maand."
"""


def moved(folder: Path) -> None:
    """The last rule first."""
    path = folder / NEW / RULES
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(KW_3, "").replace("regels:\n", f"regels:\n{KW_3}"), "utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (RULES, "regels:", "# Een opmerking.\n\n\nregels:"),
        (RULES, KW_2, f"({KW_2})"),
        (RULES, KW_2, "leeftijd(geboortedatum)   >=  18 en (inkomen <= inkomensgrens)"),
        (RULES, 'bron: {artikel: "4"}\n    over', "bron:\n      - artikel: '4'\n    over"),
        (RULES, "id: kw-4", "id: kw-4  # de clausule"),
        (FACTS, "# Een verzonnen wereld", "# Een andere wereld"),
    ],
)
def test_another_way_to_write_it_is_no_difference(
    tmp_path: Path, file: str, old: str, new: str
) -> None:
    two(tmp_path, (old, new), file=file)
    found = compared(tmp_path)
    assert found.onderdelen == ()
    assert (found.gevallen, found.gelijk, found.anders) == (2, 2, ())


def test_another_order_is_no_difference(tmp_path: Path) -> None:
    two(tmp_path)
    moved(tmp_path)
    assert compared(tmp_path).onderdelen == ()


def test_one_character_in_an_amount(tmp_path: Path) -> None:
    two(tmp_path, ("vanaf: {2026-01-01: 50}", "vanaf: {2026-01-01: 51}"))
    found = compared(tmp_path)
    (part,) = found.onderdelen
    assert (part.soort, part.naam, part.wat) == ("bedrag", "kleine_wet.hoogte", "gewijzigd")
    assert part.oud == "vanaf 2026-01-01: 50.00 euro/maand"
    assert part.nieuw == "vanaf 2026-01-01: 51.00 euro/maand"
    assert part.plaats_nieuw.endswith(f"{NEW}/{RULES}:7:3")
    assert found.telling["vooruit"] == 1


def test_an_amount_of_one_day_is_found_on_that_day(tmp_path: Path) -> None:
    two(tmp_path, ("tot: 2026-12-31", "tot: 2027-12-31"))
    (part,) = compared(tmp_path).onderdelen
    assert part.anders == ("einde",)
    assert (part.oud, part.nieuw) == ("tot en met 2026-12-31", "tot en met 2027-12-31")


def test_a_rule_that_starts_later_is_found_without_a_day(tmp_path: Path) -> None:
    later = KW_3.replace("kw-3", "kw-9").replace(
        "    over: persoon", "    geldig: {vanaf: 2030-01-01}\n    over: persoon"
    )
    two(tmp_path, (KW_3, KW_3 + later))
    part = differing(compared(tmp_path))["regel kw-9"]
    assert (part.wat, part.vanaf) == ("toegevoegd", "2030-01-01")
    assert compared(tmp_path, Keuze(gemeente="GM0000")).onderdelen != ()


def test_a_removed_rule_touches_the_rule_it_set_aside(tmp_path: Path) -> None:
    two(tmp_path)
    path = tmp_path / NEW / RULES
    text = path.read_text(encoding="utf-8")
    start, end = text.index("  - id: kw-4"), text.index("  - id: kw-3")
    path.write_text(text[:start] + text[end:], "utf-8")
    found = differing(compared(tmp_path))
    assert set(found) == {"regel kw-4", "regel kw-2-detentie"}
    assert found["regel kw-4"].wat == "vervallen"
    assert found["regel kw-4"].plaats_oud.endswith("toeslag.yaml:26:5")
    assert "zeer dringend" in found["regel kw-4"].oud
    assert found["regel kw-2-detentie"].wat == "geraakt"


def test_a_renamed_fact_is_told_as_such(tmp_path: Path) -> None:
    two(tmp_path, ("  inkomen: {over", "  inkomsten: {over"), file=FACTS)
    change(tmp_path / NEW / RULES, ("inkomen <=", "inkomsten <="))
    change(tmp_path / NEW / CASE, ("inkomen: 900", "inkomsten: 900"))
    found = compared(tmp_path)
    named = differing(found)
    assert named["gegeven inkomsten"].wat == "hernoemd"
    assert named["gegeven inkomsten"].naam_oud == "inkomen"
    assert "gegeven inkomen" not in named
    assert named["regel kw-2"].anders == ("voorwaarde",)
    assert found.telling["past_niet"] == 2
    assert "C130" in found.anders[0].fouten[0]


def test_a_renamed_rule_keeps_its_effect(tmp_path: Path) -> None:
    two(tmp_path, ("id: kw-3", "id: kw-33"))
    (part,) = compared(tmp_path).onderdelen
    assert (part.wat, part.naam_oud, part.naam) == ("hernoemd", "kw-3", "kw-33")
    assert (part.effect, part.getuige) == ("bewezen_gelijk", None)


@pytest.mark.parametrize(
    ("old", "new", "effect"),
    [
        ("toelichting: \"De toeslag is", "toelichting: \"Deze toeslag is", "gelijk"),
        ("als: recht_op_toeslag\n    dan: {toeslag: hoogte}",
         "als: niet niet recht_op_toeslag\n    dan: {toeslag: hoogte}", "bewezen_gelijk"),
        ("dan: {toeslag: hoogte}", "dan: {toeslag: hoogte + 1 euro/maand}", "verschilt"),
    ],
)  # fmt: skip
def test_the_effect_of_a_changed_rule(tmp_path: Path, old: str, new: str, effect: str) -> None:
    two(tmp_path, (old, new))
    part = differing(compared(tmp_path))["regel kw-3"]
    assert part.effect == effect
    assert (part.getuige is not None) == (effect == "verschilt")


def test_the_witness_says_what_the_rule_did_and_does(tmp_path: Path) -> None:
    two(tmp_path, ("dan: {toeslag: hoogte}", "dan: {toeslag: hoogte + 1 euro/maand}"))
    seen = differing(compared(tmp_path))["regel kw-3"].getuige
    assert seen is not None
    assert (seen.geval, seen.over) == ("KW-recht", "persoon:p1")
    assert (seen.oud, seen.nieuw) == ("geldt, toeslag 50.00", "geldt, toeslag 51.00")


def test_signals_norms_and_municipal_rules(tmp_path: Path) -> None:
    two(tmp_path, ("waarde: ja, over: P", "waarde: nee, over: P"),
        file="klein/kleine_wet/signalen.yaml")  # fmt: skip
    change(tmp_path / NEW / RULES, ("Zijn er zeer dringende", "Zijn er heel dringende"))
    change(tmp_path / NEW / "gemeente/beleid/regeling.yaml", ("10 euro/maand", "12 euro/maand"))
    found = differing(compared(tmp_path))
    assert found["signaal KW-4"].anders == ("als",)
    assert found["oordeel kleine_wet.zeer_dringend"].anders == ("vraag",)
    assert found["regel bk-1"].gemeente == "GM0000"


def test_every_field_of_every_part_has_a_word() -> None:
    kinds = [
        kind
        for module in (declarations, parts, program)
        for kind in vars(module).values()
        if dataclasses.is_dataclass(kind) and kind.__module__ == module.__name__
    ]
    shown = [k for k in kinds if k.__name__ in {
        "Rule", "Amount", "Table", "Norm", "Reading", "GroupDecl", "FactDecl", "ListDecl",
        "TermDecl", "Referral", "Duty", "Collision", "RegulationInfo", "Begrip", "Axiom", "Course",
    }]  # fmt: skip
    assert len(shown) == 16
    names = {f.name for kind in shown for f in dataclasses.fields(kind)}
    assert names - {"origin", "number", "at"} - set(FIELDS) == set()
