"""The check on what an ordinance or a policy rule does with a higher regulation."""

import shutil
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from engine.service import Controle, Regelruimte, shipped_rules
from engine.service.cases import run_cases
from engine.service.coverage import coverage
from engine.service.findings import CODES, HINTS
from tests.strategies.shipped import loaded

DAY = date(2026, 9, 1)
CITIES = shipped_rules() / "gemeente"
NOT_AN_ACT = ("gemeente", "_schema")
ALLOWANCE = ("inkomenstoeslag_bedrag", "inkomenstoeslag_grens", "inkomenstoeslag_jaren")
"""What the ordinance of Participatiewet 8 and 36 has to lay down."""
MEASURES = ("maanden_eerste_keer", "maanden_tweede_keer", "procent_overig", "procent_9a_12")
"""What the ordinance on measures has to lay down."""
LOWER = ("F142", "F143", "F144", "F145")


@cache
def shipped() -> Controle:
    return loaded().controleer(DAY)


def about(found: Controle, city: str, code: str) -> set[str]:
    """What the findings with this code say of the rules of one municipality."""
    own = Regelruimte([CITIES / city])
    mine = found.alleen(own.namen(), own.gemeenten()).bevindingen
    return {one.over for one in mine if one.code == code}


@pytest.mark.parametrize(
    ("city", "code", "over"),
    [
        # the sound one: a clause, everything filled in, and two lessons that are noticed
        ("voorbeeldstad", "F142", set()),
        ("voorbeeldstad", "F143", set()),
        ("voorbeeldstad", "F144", {"bb-4", "bw-5"}),
        ("voorbeeldstad", "F145", {"vw-6"}),
        # no clause for the special case, and the definition from before 2019
        ("lagewaard", "F142", {"draagkrachtschijven", "procent_9a_12", *ALLOWANCE}),
        ("lagewaard", "F143", {"verordening_wmo_lagewaard"}),
        ("lagewaard", "F144", set()),
        ("lagewaard", "F145", {"vwl-8"}),
        # nothing was laid down on how long a measure lasts, and a cap in policy
        ("heuvelrode", "F142", {*MEASURES, *ALLOWANCE}),
        ("heuvelrode", "F143", set()),
        ("heuvelrode", "F144", {"bbh-5"}),
        ("heuvelrode", "F145", set()),
    ],
)
def test_what_the_check_notices(city: str, code: str, over: set[str]) -> None:
    assert about(shipped(), city, code) == over


def test_a_finding_says_what_to_do() -> None:
    assert set(HINTS) <= set(CODES)
    for found in shipped().bevindingen:
        if found.code in LOWER:
            assert len(found.wat_nu) > 20
            assert found.tekst


def copied(to: Path, city: str, changes: Iterable[tuple[str, str, str]]) -> Regelruimte:
    """The acts with one municipality, in which texts of a file are replaced."""
    shutil.copytree(CITIES / city, to / city)
    for name, old, new in changes:
        file = to / city / name
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new), "utf-8")
    acts = [p for p in shipped_rules().iterdir() if p.is_dir() and p.name not in NOT_AN_ACT]
    return Regelruimte([*acts, to / city])


def test_a_clause_or_the_missing_question_takes_the_finding_away(tmp_path: Path) -> None:
    clause = (
        "  - {id: vwl-99, bron: {artikel: '99'}, over: oplossing, als: inwoner_wil_dit, "
        "sluit_uit: [{regeling: deze}], richting: begunstigend, toelichting: 'Een uitweg.'}\n"
        "  - id: vwl-9\n"
    )
    asks = "niet duurder_dan_vergelijkbaar en draagbaar_op_minimum en passende_bijdrage"
    rules = copied(
        tmp_path,
        "lagewaard",
        [
            ("verordening_wmo/maatwerk.yaml", "  - id: vwl-9\n", clause),
            ("verordening_wmo/maatwerk.yaml", "niet duurder_dan_vergelijkbaar", asks),
        ],
    )
    found = {one.code for one in rules.controleer(DAY).bevindingen}
    assert not {"F143", "F145"} & found


ONLY_THESE = [
    ("verordening_wmo/maatwerk.yaml", "[{regeling: deze}]", "[vw-6, vw-7, vw-8]"),
]


def test_a_clause_may_name_the_rules_that_it_sets_aside(tmp_path: Path) -> None:
    """A clause with a list of rules waits for what blocks, just as one for its whole ordinance."""
    rules = copied(tmp_path, "voorbeeldstad", ONLY_THESE)
    reports = list(run_cases(rules, [tmp_path / "voorbeeldstad" / "verordening_wmo" / "gevallen"]))
    assert len(reports) > 10
    assert [r.id for r in reports if not r.goed] == []
    assert "d" in {rung for r in reports for rung in r.treden}


def test_a_case_shows_a_clause_at_work_on_its_own_rung(tmp_path: Path) -> None:
    rules = copied(tmp_path, "voorbeeldstad", [])
    assert rules.corpus.regelingen
    rules.folders = (tmp_path / "alleen",)
    rules.folders[0].joinpath("gevallen").mkdir(parents=True)
    case = CITIES / "voorbeeldstad" / "verordening_wmo" / "gevallen" / "TC-07.yaml"
    shutil.copy(case, rules.folders[0] / "gevallen")
    shown = coverage(rules).exceptions
    assert ("vw-20", "vw-7") in shown
    assert ("vw-20", "vw-6") not in shown
