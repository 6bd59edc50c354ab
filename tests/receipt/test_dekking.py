"""The accounting: counts per act and article, and where the cases lie for every rule."""

from pathlib import Path

import pytest

from engine.errors import RuleError
from engine.service import Deel, Dekking, Regelruimte
from engine.service.accounting import named_rules
from tests.receipt.klein import copied

LINES = """\
regeling: kleine_wet
artikelen:
  recht:
    - {id: KW-2, artikel: "2", wat: recht, status: opgenomen, regels: [kw-2, inkomensgrens, KW-4], ontbreekt: lid 9}
    - {id: KW-2-3, artikel: "2", lid: "3", wat: vastzitten, status: opgenomen, regels: [kw-2-detentie]}
    - {id: KW-4, artikel: "4", wat: heel dringend, status: open_norm, regels: [zeer_dringend, kw-4]}
    - {id: KW-6, artikel: "6", wat: een brief, status: procedure}
    - {id: KW-7, artikel: "7", wat: oud, status: weggelaten, reden: vervallen}
    - {id: KW-8, ecli: "ECLI:NL:RVS:2022:285", wat: nog niet, status: weggelaten, reden: nog_te_doen}
    - {id: AW-1, regeling: andere_wet, artikel: "1", wat: plan, status: opgenomen, regels: [kw-1]}
"""  # noqa: E501 a line of the accounting stays one line
CASE = Path("klein/kleine_wet/gevallen/recht.yaml")


def world(folder: Path, lines: str = LINES, income: int = 900) -> Regelruimte:
    """The small world with an accounting, and an income in its case."""
    rules = copied(folder)
    (folder / "klein" / "kleine_wet" / "artikelen.yaml").write_text(lines, encoding="utf-8")
    case = folder / CASE
    text = case.read_text(encoding="utf-8").replace("inkomen: 900", f"inkomen: {income}")
    case.write_text(text, encoding="utf-8")
    return rules


def article(found: Dekking, name: str) -> dict[str, Deel]:
    telling = next(a.telling for a in found.wetten[0].artikelen if a.artikel == name)
    return {"geldt": telling.geldt, "niet": telling.geldt_niet, "grens": telling.grens}


def test_lines_are_counted_per_act_article_and_status(tmp_path: Path) -> None:
    found = world(tmp_path).dekking()
    assert [(w.regeling, w.telling.rijen) for w in found.wetten] == [
        ("kleine_wet", 6),
        ("andere_wet", 1),
    ]
    assert [a.artikel for a in found.wetten[0].artikelen] == ["2", "4", "6", "7", "rechtspraak"]
    assert found.totaal.status == {
        "opgenomen": 3, "procedure": 1, "open_norm": 1, "weggelaten": 2,
    }  # fmt: skip
    assert {r: n for r, n in found.totaal.redenen.items() if n} == {
        "vervallen": 1, "nog_te_doen": 1,
    }  # fmt: skip
    assert (found.totaal.deels, found.gevallen) == (1, 2)
    assert [line.id for line in found.nog_te_doen] == ["KW-8"]
    assert [line.id for line in found.deels] == ["KW-2"]


def test_only_rules_are_counted_as_rules(tmp_path: Path) -> None:
    found = world(tmp_path).dekking()
    assert named_rules(found.rijen) == {"kw-1", "kw-2", "kw-2-detentie", "kw-4"}


def test_a_rule_applies_or_not_in_a_case(tmp_path: Path) -> None:
    found = world(tmp_path).dekking()
    assert article(found, "2")["geldt"] == Deel(heeft=1, van=2)
    assert article(found, "2")["niet"] == Deel(heeft=1, van=2)
    assert article(found, "4") == {
        "geldt": Deel(heeft=0, van=1), "niet": Deel(heeft=1, van=1), "grens": Deel(heeft=0, van=0),
    }  # fmt: skip
    assert found.zonder_geval == ("kw-1", "kw-2-detentie", "kw-4")


@pytest.mark.parametrize(("income", "on"), [(1099, 0), (1100, 1), (1101, 0)])
def test_a_case_on_the_edge_of_a_bound(tmp_path: Path, income: int, on: int) -> None:
    found = world(tmp_path, income=income).dekking()
    assert article(found, "2")["grens"] == Deel(heeft=on, van=1)


@pytest.mark.parametrize(
    ("born", "on"), [("2008-09-01", 1), ("2008-09-02", 0), ("2007-09-01", 0), ("2008-08-31", 1)]
)
def test_an_age_in_whole_years_is_on_its_edge_all_year(tmp_path: Path, born: str, on: int) -> None:
    rules = world(tmp_path)
    case = tmp_path / CASE
    case.write_text(case.read_text("utf-8").replace("1990-01-01", born), "utf-8")
    assert article(rules.dekking(), "2")["grens"].heeft == on


@pytest.mark.parametrize(("born", "on"), [("2008-03-01", 1), ("2008-02-29", 0), ("2008-03-02", 0)])
def test_an_age_in_months_is_on_its_edge_for_one_day(tmp_path: Path, born: str, on: int) -> None:
    rules = world(tmp_path)
    file = tmp_path / "klein" / "kleine_wet" / "toeslag.yaml"
    text = file.read_text("utf-8").replace(">= 18", ">= 18 jaar + 6 maanden")
    file.write_text(text, "utf-8")
    case = tmp_path / CASE
    case.write_text(case.read_text("utf-8").replace("1990-01-01", born), "utf-8")
    assert article(rules.dekking(), "2")["grens"].heeft == on


def test_a_folder_chooses_what_is_counted(tmp_path: Path) -> None:
    rules = world(tmp_path)
    extra = tmp_path / "elders" / "artikelen.yaml"
    extra.parent.mkdir()
    line = '{id: X, regeling: derde, artikel: "1", wat: iets, status: procedure}'
    extra.write_text(f"artikelen: {{los: [{line}]}}\n", encoding="utf-8")
    assert [w.regeling for w in rules.dekking([extra.parent]).wetten] == ["derde"]
    assert rules.dekking([extra]).totaal.rijen == 1


def test_a_case_that_cannot_be_run_is_told(tmp_path: Path) -> None:
    rules = world(tmp_path)
    case = tmp_path / CASE
    case.write_text(case.read_text("utf-8").replace("inkomen: 900", "inkomn: 900"), "utf-8")
    assert len(rules.dekking().ongelezen) == 2


def test_a_name_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    rules = world(tmp_path, LINES.replace("[zeer_dringend, kw-4]", "[zeer_dringend, kw-44]"))
    with pytest.raises(RuleError) as caught:
        rules.dekking()
    assert [d.code for d in caught.value.diagnostics] == ["V107"]


def test_the_rules_mean_the_same_with_an_accounting(tmp_path: Path) -> None:
    rules = world(tmp_path)
    day = rules.laatste_wijziging()
    before = rules.setting(day).ruleset()
    (tmp_path / "klein" / "kleine_wet" / "artikelen.yaml").unlink()
    assert Regelruimte(rules.folders).setting(day).ruleset() == before
