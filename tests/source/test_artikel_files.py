"""Files artikelen.yaml: what is read, and a code and a place for everything that is wrong."""

from pathlib import Path

import pytest

from engine.errors import CODES, RuleError
from engine.model.artikel import REDENEN, STATUSSEN, Artikelregel, Genoemd
from engine.source.artikel_files import artikel_paths, read_artikelen
from engine.source.artikel_names import Names
from engine.source.corpus import SourceFile, inspect_corpus, read_files

HEAD = "regeling: {0}\nnaam: Wet\nsoort: wet\nbwb: BWBR0000000\n"
RULES = """\
begrippen: {recht: {over: persoon, soort: ja_nee, rest: nee, bron: {artikel: "1"}}}
bedragen: {grens: {eenheid: euro, bron: {artikel: "1"}, vanaf: {2026-01-01: 1}, open_einde: ja}}
open_normen: {nodig: {over: persoon, bron: {artikel: "2"}, vraag: "Nodig?", bevoegd: [consulent]}}
"""
RULE = """\
regels: [{id: w-1, bron: {artikel: '1'}, over: persoon, dan: {recht: ja}, toelichting: Recht.}]
"""
GOOD = """\
regeling: wet
artikelen:
  begin:
    - {id: W-1, artikel: "1", lid: "2", wat: het recht, status: opgenomen, regels: [w-1, grens]}
    - {id: W-2, artikel: "2", wat: een open norm, status: open_norm, regels: [nodig]}
    - {id: W-3, ecli: "ECLI:NL:RVS:2022:285", wat: een stap, status: procedure}
  einde:
    - {id: W-4, regeling: elders, artikel: "9", wat: iets anders, status: weggelaten, reden: vervallen}
    - {id: W-5, artikel: "3", wat: een half artikel, status: opgenomen, regels: w-1, ontbreekt: lid 2}
"""  # noqa: E501 a line of the accounting stays one line


def names() -> Names:
    """Two acts that share the names of a concept, an amount and a norm."""
    files = [
        SourceFile(act, f"{act}.yaml", (HEAD.format(act) + RULES + extra).encode(), head=True)
        for act, extra in (("wet", RULE), ("andere", ""))
    ]
    return Names(read_files(files)[0])


def read(folder: Path, *texts: str) -> tuple[Artikelregel, ...]:
    paths = []
    for number, text in enumerate(texts):
        path = folder / str(number) / "artikelen.yaml"
        path.parent.mkdir()
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    return read_artikelen(paths, names())


def problems(folder: Path, *texts: str) -> list[str]:
    with pytest.raises(RuleError) as caught:
        read(folder, *texts)
    for found in caught.value.diagnostics:
        assert "\n" not in found.message + found.hint
        assert not found.message.endswith(".")
    return [f"{d.code} {d.at.line}:{d.at.column}" for d in caught.value.diagnostics]


def test_every_line_is_read(tmp_path: Path) -> None:
    lines = read(tmp_path, GOOD)
    assert [line.id for line in lines] == ["W-1", "W-2", "W-3", "W-4", "W-5"]
    first, third, fourth, last = lines[0], lines[2], lines[3], lines[4]
    assert first.regels == (
        Genoemd(naam="w-1", soort="regel"),
        Genoemd(naam="grens", soort="bedrag"),
    )
    assert (first.regeling, first.onderwerp, first.artikel, first.lid) == (
        "wet",
        "begin",
        "1",
        "2",
    )
    assert (third.ecli, third.regels) == ("ECLI:NL:RVS:2022:285", ())
    assert (fourth.regeling, fourth.reden) == ("elders", "vervallen")
    assert (last.ontbreekt, [n.naam for n in last.regels]) == ("lid 2", ["w-1"])
    assert (first.herkomst.line, first.herkomst.column) == (4, 7)


LINE = '    - {id: W-1, artikel: "1", lid: "2", wat: het recht, status: opgenomen, regels: [w-1, grens]}'  # noqa: E501
BAD = [
    ("- a\n", ["V101 1:1"]),
    ("regeling: wet\n", ["V101 1:1"]),
    ("regeling: wet\nartikelen: [a]\n", ["V101 1:1"]),
    (GOOD.replace("regeling: wet", "regelingen: wet"),
     ["V102 1:1", "V103 4:7", "V103 5:7", "V103 6:7", "V103 9:7"]),
    (GOOD.replace("lid: ", "leden: "), ["V102 4:31"]),
    (GOOD.replace("id: W-1, ", ""), ["V103 4:7"]),
    (GOOD.replace("wat: het recht, ", ""), ["V103 4:7"]),
    (GOOD.replace("status: opgenomen, regels: [w-1, grens]", "regels: [w-1]"), ["V103 4:7"]),
    (GOOD.replace('artikel: "2", ', ""), ["V103 5:7"]),
    (GOOD.replace(", regels: [w-1, grens]", ""), ["V103 4:7"]),
    (GOOD.replace(", regels: [nodig]", ""), ["V103 5:7"]),
    (GOOD.replace(", reden: vervallen", ""), ["V103 8:7"]),
    (GOOD.replace("opgenomen, regels: [", "opgenomn, regels: ["), ["V104 4:65"]),
    (GOOD.replace("reden: vervallen", "reden: geen zin"), ["V105 8:94"]),
    (GOOD.replace("W-2", "W-1"), ["V106 5:7"]),
    (GOOD.replace("[w-1, grens]", "[w-2, grens]"), ["V107 4:85"]),
    (GOOD.replace("regeling: wet\n", "regeling: derde\n"), ["V108 4:90", "V108 5:79"]),
    (GOOD.replace("reden: vervallen", "reden: vervallen, regels: [w-1]"), ["V109 8:105"]),
    (GOOD.replace("status: procedure", "status: procedure, reden: vervallen"), ["V109 6:81"]),
    (GOOD.replace("[nodig]", "[w-1]"), ["V110 5:70"]),
    (GOOD.replace("RVS:2022:285", "RVS:2022"), ["V111 6:23"]),
    (GOOD.replace("begin:\n", "begin: niets\n  midden:\n"), ["V112 3:3"]),
    (GOOD.replace(LINE, "    - W-1"), ["V112 4:7"]),
    (GOOD.replace("wat: het recht", "wat: [het recht]"), ["V112 4:41"]),
    (GOOD.replace("[w-1, grens]", "[w-1, [grens]]"), ["V112 4:90"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), BAD)
def test_problems(tmp_path: Path, text: str, wanted: list[str]) -> None:
    assert problems(tmp_path, text) == wanted


def test_every_code_has_an_example() -> None:
    shown = {line.split()[0] for _, wanted in BAD for line in wanted}
    assert shown == {code for code in CODES if code.startswith("V")}


def test_all_problems_of_all_files_come_at_once(tmp_path: Path) -> None:
    other = GOOD.replace("W-", "X-").replace("[nodig]", "[nodg]")
    assert problems(tmp_path, GOOD.replace("grens", "grns"), other) == ["V107 4:90", "V107 5:79"]


def test_an_id_stands_once_in_all_files(tmp_path: Path) -> None:
    assert problems(tmp_path, GOOD, GOOD) == [f"V106 {n}:7" for n in (4, 5, 6, 8, 9)]


def test_a_name_may_say_its_act(tmp_path: Path) -> None:
    found = read(tmp_path, GOOD.replace("[w-1, grens]", "[andere.grens]"))[0].regels
    assert found == (Genoemd(naam="andere.grens", soort="bedrag"),)


def test_a_hint_names_what_looks_like_it(tmp_path: Path) -> None:
    with pytest.raises(RuleError) as caught:
        read(tmp_path, GOOD.replace("grens]", "grns]"))
    assert caught.value.diagnostics[0].hint == "bedoelt u `grens`?"


def test_yaml_that_is_wrong_is_told(tmp_path: Path) -> None:
    assert problems(tmp_path, "artikelen: [\n")[0].startswith("R005")


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(RuleError) as caught:
        read_artikelen([tmp_path / "artikelen.yaml"], names())
    assert [d.code for d in caught.value.diagnostics] == ["R018"]


def test_the_files_are_found_and_are_no_rule_files(tmp_path: Path) -> None:
    act = tmp_path / "wet"
    act.mkdir()
    (act / "regeling.yaml").write_text(HEAD.format("wet") + RULES + RULE, encoding="utf-8")
    (tmp_path / "elders").mkdir()
    for folder in (act, tmp_path / "elders"):
        (folder / "artikelen.yaml").write_text(GOOD, encoding="utf-8")
    assert inspect_corpus([tmp_path])[1] == ()
    paths = artikel_paths([tmp_path])
    assert [path.parent.name for path in paths] == ["elders", "wet"]
    assert artikel_paths([paths[0]]) == [paths[0]]
    assert artikel_paths([act / "regeling.yaml"]) == []


def test_statuses_and_reasons_are_fixed() -> None:
    assert len(STATUSSEN) == 4
    assert len(REDENEN) == 5
