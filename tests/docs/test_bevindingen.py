"""What the document says of the law itself is what its requests come to."""

import re
from datetime import date

import pytest

from engine.backends.z3_analysis.analysis import SIZES
from engine.backends.z3_analysis.courses import course
from engine.backends.z3_analysis.inquiry import Inquiry
from engine.service import Regelruimte, checks, shipped_rules
from engine.service.analysis import Looker
from engine.service.lijnen import lines as lines_of
from engine.source.case_files import plain
from engine.source.yaml_text import read_yaml
from tests.architecture.repository import ROOT
from tests.docs.documents import text_of

DOCUMENT = ROOT / "docs" / "bevindingen.md"
ROW = re.compile(
    r"^\| \[[^]]+\]\(\.\./([^)]+)\) \| `(\w+)` van `([\w:]+)` \| € ([\d.,]+) \|$", re.M
)
TWINS = [
    ("partner-van-20-alleen", "partner-van-20-gehuwd"),
    ("partner-van-20-gehuwd", "partner-van-20-ouders-kunnen-niet"),
    ("bijdrage-een-zonder-aow", "bijdrage-beiden-aow"),
    ("drempel-precies", "drempel-een-cent-meer"),
]
FOLDER = ROOT / "voorbeelden" / "bevindingen"
DAY, CITY = date(2026, 9, 1), "GM0000"


def lines(tree: object, at: str = "") -> dict[str, str]:
    """Every value of a request with its place."""
    if isinstance(tree, dict):
        return {k: v for key, part in tree.items() for k, v in lines(part, f"{at}/{key}").items()}
    if isinstance(tree, list):
        return {k: v for n, part in enumerate(tree) for k, v in lines(part, f"{at}/{n}").items()}
    return {at: str(tree)}


def request(name: str) -> dict[str, str]:
    return lines(plain(read_yaml((FOLDER / f"{name}.yaml").read_bytes(), name)[0]))


@pytest.mark.parametrize(("one", "two"), TWINS)
def test_twins_differ_in_one_value(one: str, two: str) -> None:
    first, second = request(one), request(two)
    assert first.keys() == second.keys()
    assert len([k for k in first if first[k] != second[k]]) == 1


def test_every_request_is_in_the_document() -> None:
    named = {ROOT / path for path, *_ in ROW.findall(text_of(DOCUMENT))}
    assert named == set(FOLDER.glob("*.yaml"))
    assert {f"{name}.yaml" for pair in TWINS for name in pair} <= {path.name for path in named}


@pytest.mark.slow
def test_the_audit_finds_them() -> None:
    """F212 for the couple, F213 for the threshold, and F151 for the contribution."""
    setting = Regelruimte([shipped_rules()]).setting(DAY, CITY)
    (partner,) = [c for c in setting.program.courses if c.name == "norm_stijgt_met_partner"]
    (found,) = [
        Looker(setting).finding(seen) for seen in course(Inquiry(setting.program, SIZES), partner)
    ]
    assert (found.code, len(found.voorbeelden)) == ("F212", 2)
    along = lines_of(Regelruimte([shipped_rules()]), [setting])[1]
    assert ("F213", "bijzonder_stijgt_met_kosten") in {(b.code, b.over) for b in along}
    act = Regelruimte([shipped_rules()]).corpus.regeling("uitvoeringsbesluit_wmo")
    assert act is not None
    told = {(b.code, b.over) for b in checks.told(act, DAY)}
    assert ("F151", "ubw-3.8-3-f") in told


def test_the_amounts_are_what_comes_out() -> None:
    rules = Regelruimte([shipped_rules()])
    for path, begrip, place, amount in ROW.findall(text_of(DOCUMENT)):
        asked = rules.lees_hulpvraag((ROOT / path).read_bytes(), path)
        row = rules.toets(asked, probing=False).uitkomsten[place]
        (found,) = [u for name, u in row.items() if name.rpartition(".")[2] == begrip]
        assert found.waarde == amount.replace(".", "").replace(",", "."), (path, begrip)
