"""The findings as a page, as SARIF and as data with a schema."""

import json
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from engine.cli.rapport.elements import element, written
from engine.cli.rapport.graph import drawing
from engine.service import Regelruimte, schemas, uitzonderingen
from engine.service.exceptions import Knoop, Uitzondering, Uitzonderingen
from tests.cli.command import Command
from tests.cli.test_dutch import english
from tests.receipt.klein import KLEIN, copied
from tests.receipt.test_analysis import course
from tests.receipt.test_dekking import world
from tests.receipt.test_lijnen import CHART
from tests.verschil.worlds import change

VOID = {"meta"}
HOSTILE = '<script>alert(1)</script> & "meer"'


class Page(HTMLParser):
    """What a browser reads: elements with their attributes, and the text in each."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[tuple[str, str]] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.text.append((self.open[-1] if self.open else "", data.strip()))

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.seen if name == tag]

    def words(self, tag: str) -> list[str]:
        return [text for name, text in self.text if name == tag]


def read(path: Path) -> Page:
    return Page(path.read_text("utf-8"))


def test_the_page_of_the_small_world(regelruimte: Command, tmp_path: Path) -> None:
    seen = regelruimte("controleer", KLEIN, "--html", "controle.html")
    assert seen.code == 0
    page = read(tmp_path / "controle.html")
    assert page.all("html") == [{"lang": "nl"}]
    assert page.words("h1") == page.words("title")[:1] == ["Controle van regels op 2026-07-01"]
    assert page.words("h2") == ["Samenvatting", "Kleine wet"]
    assert page.words("h3") == ["Bevindingen", "Uitzonderingen"]
    assert "6 regels nagekeken. 2 gevallen gerekend." in page.words("p")
    for text in ("F120", "geen geval raakt deze regel", "kw-5"):
        assert text in [word for _, word in page.text]
    assert "kleine_wet/toeslag.yaml:40:5" in page.words("code")
    words = " ".join(text for tag, text in page.text if tag != "style")
    assert english(words) == []


def test_the_page_stands_on_its_own(regelruimte: Command, tmp_path: Path) -> None:
    regelruimte("controleer", KLEIN, "--html", "controle.html")
    page = read(tmp_path / "controle.html")
    tags = {tag for tag, _ in page.seen}
    assert not tags & {"script", "link", "img", "iframe", "object", "form", "input"}
    assert not [name for _, attrs in page.seen for name in attrs if name.startswith("on")]
    addresses = [attrs.get("href") or "" for attrs in page.all("a")]
    assert {a.partition("BWBR")[0] for a in addresses if a[0] != "#"} == {
        "https://wetten.overheid.nl/"
    }
    style = "".join(page.words("style"))
    assert "url(" not in style
    assert "@import" not in style


def test_links_ids_and_tables(regelruimte: Command, tmp_path: Path) -> None:
    regelruimte("controleer", KLEIN, "--html", "controle.html")
    page = read(tmp_path / "controle.html")
    ids = [attrs["id"] for _, attrs in page.seen if "id" in attrs]
    assert len(ids) == len(set(ids))
    inside = {a["href"] for a in page.all("a") if (a["href"] or "").startswith("#")}
    assert {f"#{name}" for name in ids} >= inside
    assert len(page.words("caption")) == len(page.all("table"))
    assert all(attrs.get("scope") in {"col", "row"} for attrs in page.all("th"))
    framed = [attrs for attrs in page.all("div") if attrs.get("role") == "region"]
    assert all(attrs["tabindex"] == "0" and attrs["aria-label"] for attrs in framed)
    named = {name for svg in page.all("svg") for name in (svg["aria-labelledby"] or "").split()}
    assert len(named) == 2
    assert named <= set(ids)


def test_a_line_is_drawn_with_its_points_beside_it(regelruimte: Command, tmp_path: Path) -> None:
    """The allowance ends above 1100 euro: a dashed line there, and the same in the table."""
    copied(tmp_path, course("gegeven: inkomen", "begrip: toeslag", "richting: daalt", CHART))
    folders = ("klein", "--ook", "klein_gemeente")
    assert regelruimte("controleer", "klein", "--snel", "--html", "controle.html").code == 0
    page = read(tmp_path / "controle.html")
    kinds = [attrs["class"] for attrs in page.all("line")]
    assert (kinds.count("loop"), kinds.count("sprong")) == (2, 1)
    (jump,) = [attrs for attrs in page.all("line") if attrs["class"] == "sprong"]
    assert abs(int(jump["x1"] or 0) - int(jump["x2"] or 0)) <= 1
    assert "De punten van de tekening: Een proef." in page.words("caption")
    for text in ("€ 1.100 per maand", "€ 1.100,01 per maand", "springt"):
        assert text in page.words("td") + page.words("th")
    (named,) = [a["aria-labelledby"] for a in page.all("svg") if a.get("role") == "img"]
    assert len((named or "").split()) == 2
    data = json.loads(regelruimte("controleer", "klein", "--snel", "--json").out)
    assert [line["naam"] for line in data["lijnen"]] == ["omhoog"]
    own = json.loads(regelruimte("controleer", *folders, "--snel", "--json").out)
    assert own["lijnen"] == []


def test_the_drawing_and_the_table_say_the_same(regelruimte: Command, tmp_path: Path) -> None:
    regelruimte("controleer", KLEIN, "--html", "controle.html")
    text = (tmp_path / "controle.html").read_text("utf-8")
    svg = text[text.index("<svg") : text.index("</svg>")]
    (act,) = uitzonderingen(Regelruimte([KLEIN]), Regelruimte([KLEIN]).laatste_wijziging())
    assert [(e.regel, e.gaat_voor) for e in act.uitzonderingen] == [
        ("kw-2-detentie", "kw-2"), ("kw-4", "kw-2-detentie"),
    ]  # fmt: skip
    assert svg.count('class="pijl"') == 2
    assert svg.count("<rect") == len(act.regels) == 3
    below = text[text.index("</svg>") :]
    for rule in act.regels:
        assert f"{rule.id}</text>" in svg
        assert f'id="regel-kleine-wet-{rule.id}"' in below
    assert below.count("(sluit uit)") == 4


def test_rules_that_set_each_other_aside_can_be_drawn() -> None:
    rules = tuple(
        Knoop(id=name, regeling="w", artikel="", trede="b", tekst=HOSTILE, link="")
        for name in ("a", "b", "c")
    )
    edges = [("a", "b"), ("b", "a"), ("c", "c")]
    act = Uitzonderingen(
        regeling="w", naam=HOSTILE, regels=rules,
        uitzonderingen=tuple(Uitzondering(regel=r, gaat_voor=v, verband="x") for r, v in edges),
    )  # fmt: skip
    text = written(element("html", drawing(act))).decode()
    assert text.count('class="pijl"') == 3
    assert "<script" not in text
    boxes = re.findall(r'<rect x="(\d+)" y="(\d+)"', text)
    assert len(set(boxes)) == 3


def test_text_from_rules_is_never_markup(regelruimte: Command, tmp_path: Path) -> None:
    copied(tmp_path, ("Voor kinderen is er een andere regeling.", HOSTILE.replace('"', "'")))
    seen = regelruimte("controleer", "klein", "--snel", "--html", "controle.html")
    assert seen.code == 0
    text = (tmp_path / "controle.html").read_text("utf-8")
    assert "<script" not in text
    assert "&lt;script&gt;" in text
    assert "De gevallen zijn niet gerekend." in text


def test_the_coverage_of_articles(regelruimte: Command, tmp_path: Path) -> None:
    world(tmp_path)
    regelruimte("controleer", "klein", "--ook", "klein_gemeente", "--html", "controle.html")
    page = read(tmp_path / "controle.html")
    assert "Dekking door gevallen" in page.words("h3")
    assert "Dekking per artikel: Kleine wet" in page.words("caption")
    assert {"1 van 1", "0 van 1"} <= set(page.words("td"))
    regelruimte("controleer", "klein", "--snel", "--html", "controle.html")
    assert "Dekking door gevallen" not in read(tmp_path / "controle.html").words("h3")


# -- SARIF ---------------------------------------------------------------------------------------


def test_sarif_has_what_the_standard_asks(
    regelruimte: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(KLEIN, tmp_path / "mijn regels")
    assert regelruimte("controleer", "mijn regels", "--sarif", "log.sarif").code == 0
    log = json.loads((tmp_path / "log.sarif").read_text("utf-8"))
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-2.1.0.json")
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"] == "Regelruimte"
    names = [rule["id"] for rule in driver["rules"]]
    assert len(names) == len(set(names))
    assert all(rule["shortDescription"]["text"] for rule in driver["rules"])
    assert len(run["results"]) == 5
    for result in run["results"]:
        assert result["message"]["text"]
        assert result["level"] in {"error", "warning", "note"}
        assert names[result["ruleIndex"]] == result["ruleId"]
        (location,) = result["locations"]
        place = location["physicalLocation"]
        assert place["artifactLocation"]["uri"] == "mijn%20regels/kleine_wet/toeslag.yaml"
        assert place["region"]["startLine"] >= 1
        assert place["region"]["startColumn"] >= 1
    prints = [result["partialFingerprints"]["regelruimte/v1"] for result in run["results"]]
    assert len(set(prints)) == len(prints)
    monkeypatch.chdir(tmp_path / "mijn regels")
    regelruimte("controleer", "../mijn regels", "--snel", "--sarif", "log.sarif")
    inside = json.loads(Path("log.sarif").read_text("utf-8"))["runs"][0]["results"][0]
    where = inside["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert where == "kleine_wet/toeslag.yaml"


def test_a_moved_line_keeps_its_fingerprint(regelruimte: Command, tmp_path: Path) -> None:
    copied(tmp_path)

    def prints() -> list[str]:
        regelruimte("controleer", "klein", "--sarif", "log.sarif")
        log = json.loads((tmp_path / "log.sarif").read_text("utf-8"))
        return sorted(
            r["partialFingerprints"]["regelruimte/v1"] for r in log["runs"][0]["results"]
        )

    before = prints()
    change(tmp_path / "klein/kleine_wet/toeslag.yaml", ("regels:\n", "# lager\n\nregels:\n"))
    assert prints() == before


def test_what_may_stay_is_suppressed(regelruimte: Command, tmp_path: Path) -> None:
    copied(tmp_path, ("begrippen:\n", (
        "toegestaan:\n  leeftijd: {code: F151, over: [kw-2], bron: {artikel: '2'}, "
        "reden: 'Zo staat het in de wet.'}\nbegrippen:\n"
    )))  # fmt: skip
    regelruimte("controleer", "klein", "--sarif", "log.sarif")
    results = json.loads((tmp_path / "log.sarif").read_text("utf-8"))["runs"][0]["results"]
    (held,) = (r["suppressions"] for r in results if r["ruleId"] == "F151")
    assert held[0]["kind"] == "external"
    assert "Zo staat het in de wet." in held[0]["justification"]


def test_errors_in_the_files_are_written_too(regelruimte: Command, tmp_path: Path) -> None:
    copied(tmp_path, ("inkomen <=", "inkomn <="))
    seen = regelruimte("controleer", "klein", "--html", "x.html", "--sarif", "x.json", "--json")
    assert seen.code == 1
    Draft202012Validator(schemas()["controle"]).validate(json.loads(seen.out))
    (result,) = json.loads((tmp_path / "x.json").read_text("utf-8"))["runs"][0]["results"]
    assert (result["ruleId"], result["level"]) == ("R201", "error")
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "klein/kleine_wet/toeslag.yaml"
    page = read(tmp_path / "x.html")
    assert "De regelbestanden hebben fouten; verder is niets nagekeken." in page.words("p")
    assert "R201" in [text for _, text in page.text]


@pytest.mark.parametrize("quick", [(), ("--snel",)])
def test_the_data_follow_the_schema(regelruimte: Command, quick: tuple[str, ...]) -> None:
    schema = json.loads(regelruimte("schema", "controle").out)
    Draft202012Validator.check_schema(schema)
    data = json.loads(regelruimte("controleer", KLEIN, "--json", *quick).out)
    Draft202012Validator(schema).validate(data)
    assert data["bevindingen"]
    for wrong in ({"bevindingen": [{}]}, data | {"ander": 1}, {"regels": 1}):
        assert list(Draft202012Validator(schema).iter_errors(wrong))
