"""Wrong case files: a code and a place for each, all at once; codes C201 to C206."""

from pathlib import Path

import pytest

from engine.errors import CODES, CaseError
from engine.source.case_files import read_cases

GOOD = """\
id: G-1
naam: Een geval
bron: zelf bedacht
redenering: Zo volgt het uit de wet.
hulpvraag: {peildatum: 2026-09-01}
verwacht:
  uitkomsten: {}
  signalen: {uit: []}
varianten:
  - naam: later
    wijzig: {peildatum: 2026-10-01}
    verwacht: {uitkomsten: {}, signalen: {uit: []}}
"""
BAD = [
    ("- a\n", ["C201 1:1"]),
    (GOOD.replace("naam: Een", "name: Een"), ["C202 2:1", "C203 1:1"]),
    (GOOD.replace("redenering: Zo volgt het uit de wet.\n", ""), ["C203 1:1"]),
    (GOOD.replace("  uitkomsten: {}\n  sig", "  uitkomst: {}\n  sig"), ["C202 7:3", "C204 6:1"]),
    (GOOD.replace("verwacht:\n  uitkomsten: {}\n  signalen: {uit: []}", "verwacht: ja"),
     ["C204 6:1"]),
    (GOOD.replace("  signalen: {uit: []}\nvar", "  signalen: {aan: []}\nvar"), ["C205 6:1"]),
    (GOOD.replace("verwacht: {uitkomsten: {}, ", "verwacht: {"), ["C204 12:5"]),
    (GOOD.replace("    wijzig: {peildatum: 2026-10-01}\n", ""), ["C203 10:5"]),
    (GOOD.replace("wijzig:", "wijzigt:"), ["C202 11:5", "C203 10:5"]),
    (GOOD.replace("  - naam: later\n", "    naam: later\n"), ["C203 9:1"]),
    (GOOD.replace("{peildatum: 2026-10-01}", "{behoeften.b1.van: p1, besluiten.d1: \"~\"}"),
     ["C206 11:14", "C206 11:36"]),
    (GOOD.replace("2026-09-01}", "2026-09-01, giften: []}").replace(
        "{peildatum: 2026-10-01}", "{giften.g1: 50}"), ["C206 11:14"]),
]  # fmt: skip


def test_a_good_case_and_its_variant(tmp_path: Path) -> None:
    path = tmp_path / "geval.yaml"
    path.write_text(GOOD)
    assert [case.id for case in read_cases(path, path.name)] == ["G-1", "G-1 (later)"]


def test_a_whole_item_is_added_to_a_list_and_then_changed(tmp_path: Path) -> None:
    path = tmp_path / "geval.yaml"
    need = "van: p1, leefgebied: wonen, wat_is_belangrijk: Rust"
    request = f"personen: {{p1: {{}}}}, behoeften: [{{id: b1, {need}}}]}}"
    changes = f"{{behoeften.b2: {{{need}}}, behoeften.b2.leefgebied: zingeving}}"
    text = GOOD.replace("2026-09-01}", f"2026-09-01, {request}")
    path.write_text(text.replace("{peildatum: 2026-10-01}", changes))
    plain, variant = (case.hulpvraag for case in read_cases(path, path.name))
    assert [b.id for b in plain.behoeften] == ["b1"]
    assert [(b.id, b.leefgebied.waarde) for b in variant.behoeften] == [
        ("b1", "wonen"), ("b2", "zingeving"),
    ]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), BAD)
def test_problems(tmp_path: Path, text: str, wanted: list[str]) -> None:
    path = tmp_path / "geval.yaml"
    path.write_text(text)
    with pytest.raises(CaseError) as caught:
        read_cases(path, path.name)
    found = [f"{d.code} {d.at.line}:{d.at.column}" for d in caught.value.diagnostics]
    assert sorted(found) == wanted


def test_every_code_has_an_example() -> None:
    shown = {line.split()[0] for _, wanted in BAD for line in wanted}
    assert shown == {code for code in CODES if code.startswith("C2")}
