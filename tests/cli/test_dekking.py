"""`regelruimte dekking`: what a lawyer sees, the data, and what is wrong with an accounting."""

import json
from pathlib import Path

import pytest

from tests.cli.command import Command
from tests.cli.test_dutch import english
from tests.receipt.test_dekking import LINES, world

WORLD = ("--regels", "klein", "--ook", "klein_gemeente")
COUNTS = {"rijen", "status", "redenen", "deels", "regels"}


def lines(folder: Path) -> Path:
    return folder / "klein" / "kleine_wet" / "artikelen.yaml"


def test_a_lawyer_sees_counts_and_what_is_left(regelruimte: Command, tmp_path: Path) -> None:
    world(tmp_path)
    seen = regelruimte("dekking", *WORLD)
    assert (seen.code, seen.err) == (0, "")
    for text in (
        "kleine wet, per artikel", "andere wet, per artikel", "Nog te doen (1)", "KW-8",
        "Voor een deel verwerkt (1)", "lid 9",
        "Zonder geval waarin de regel geldt (3): kw-1, kw-2-detentie, kw-4",
        "niet geldt (2): kw-1, kw-2", "op een grens (1): kw-2",
        "Weggelaten", "nog te doen", "Per wet", "totaal", "7 rijen, 2 gevallen.", "50%",
    ):  # fmt: skip
        assert text in seen.out
    assert english(seen.out) == []
    assert max(map(len, seen.out.splitlines())) <= 100
    assert not any("\u2026" in line for line in seen.out.splitlines())


def test_every_column_is_shown(regelruimte: Command, tmp_path: Path) -> None:
    world(tmp_path, LINES.replace("kleine_wet\n", "uitvoeringsbesluit_wmo\n", 1))
    heads = [row for row in regelruimte("dekking", *WORLD).out.splitlines() if "procedure" in row]
    words = "rijen opgenomen procedure norm weggelaten geldt niet grens"
    assert [row.split()[1:] for row in heads] == [words.split()] * 3


def test_the_data(regelruimte: Command, tmp_path: Path) -> None:
    world(tmp_path)
    data = json.loads(regelruimte("dekking", *WORLD, "--json").out)
    assert set(data) == {
        "gevallen", "totaal", "wetten", "rijen", "ongelezen",
        "zonder_geval", "zonder_tegengeval", "zonder_grensgeval",
    }  # fmt: skip
    assert set(data["totaal"]) == COUNTS
    act = data["wetten"][0]
    assert set(act) == COUNTS | {"regeling", "artikelen"}
    assert act["regeling"] == "kleine_wet"
    assert {a["artikel"]: a["rijen"] for a in act["artikelen"]} == {
        "2": 2, "4": 1, "6": 1, "7": 1, "rechtspraak": 1,
    }  # fmt: skip
    assert set(act["artikelen"][0]) == COUNTS | {"artikel"}
    assert act["regels"]["geldt"] == {"heeft": 1, "van": 3}
    assert data["totaal"]["status"]["weggelaten"] == 2
    assert sum(data["totaal"]["redenen"].values()) == 2
    first = data["rijen"][0]
    assert first == {
        "id": "KW-2", "regeling": "kleine_wet", "onderwerp": "recht", "artikel": "2", "lid": "",
        "onderdeel": "", "ecli": "", "wat": "recht", "status": "opgenomen", "reden": "",
        "ontbreekt": "lid 9", "plaats": "klein/kleine_wet/artikelen.yaml:4:7",
        "regels": [
            {"naam": "kw-2", "soort": "regel"},
            {"naam": "inkomensgrens", "soort": "bedrag"},
            {"naam": "KW-4", "soort": "signaal"},
        ],
    }  # fmt: skip
    assert data["zonder_geval"] == ["kw-1", "kw-2-detentie", "kw-4"]
    assert data["zonder_tegengeval"] == ["kw-1", "kw-2"]
    assert data["zonder_grensgeval"] == ["kw-2"]


def test_a_folder_chooses_what_is_counted(regelruimte: Command, tmp_path: Path) -> None:
    world(tmp_path)
    chosen = json.loads(regelruimte("dekking", "klein/kleine_wet", *WORLD, "--json").out)
    assert chosen["totaal"]["rijen"] == 7
    seen = regelruimte("dekking", "klein_gemeente", *WORLD)
    assert (seen.code, seen.out) == (2, "")
    assert "hier staat geen verantwoording" in seen.err
    assert english(seen.err) == []


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("kw-4]", "kw-44]", "V107 `kw-44` bestaat niet in de regels"),
        ("procedure", "procedur", "V104 `procedur` is geen status"),
        ("reden: vervallen", "reden: zomaar", "V105 `zomaar` is geen vaste reden"),
        ("id: KW-6", "id: KW-7", "V106 het id `KW-7` staat er twee keer"),
        ("wat: oud, ", "", "V103 `wat` ontbreekt"),
    ],
)
def test_what_is_wrong_is_a_finding(
    regelruimte: Command, tmp_path: Path, old: str, new: str, says: str
) -> None:
    world(tmp_path, LINES.replace(old, new))
    seen = regelruimte("dekking", *WORLD)
    assert seen.code == 1
    assert says in seen.out
    assert "klein/kleine_wet/artikelen.yaml:" in seen.out
    assert "1 fout in de regelbestanden." in seen.out
    assert english(seen.out) == []
    rows = json.loads(regelruimte("dekking", *WORLD, "--json").out)["bevindingen"]
    assert [row["code"] for row in rows] == [says.partition(" ")[0]]


def test_an_error_in_the_rules_is_told_first(regelruimte: Command, tmp_path: Path) -> None:
    world(tmp_path)
    file = tmp_path / "klein" / "kleine_wet" / "toeslag.yaml"
    file.write_text(file.read_text("utf-8").replace("inkomen <=", "inkomn <="), "utf-8")
    seen = regelruimte("dekking", *WORLD)
    assert seen.code == 1
    assert "R201" in seen.out


def test_a_file_that_cannot_be_read_is_wrong_input(regelruimte: Command, tmp_path: Path) -> None:
    world(tmp_path)
    lines(tmp_path).unlink()
    lines(tmp_path).mkdir()
    seen = regelruimte("dekking", *WORLD)
    assert seen.code == 2
    assert "R018" in seen.out
