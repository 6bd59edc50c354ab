"""Every finding about rules can be provoked, and rules that are in order give none."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from engine.errors import RuleError
from engine.service import Bevinding, Controle, Regelruimte
from engine.service.findings import CODES, FAULT, NOTICE, WARNING
from tests.receipt.klein import copied, engine

DAY = date(2026, 9, 1)
RIGHT = 'bron: {artikel: "2"}}, bron: {artikel: "2"}, richting'
NORM = "factoren: [{naam: wat er al geprobeerd is}]"
DOSSIER = (
    "regeling: kleine_wet\n"
    "gegevens:\n"
    "  nationaal: {over: persoon, soort: ja_nee, vraag: 'Bent u Nederlander?', "
    "beschermd: nationaliteit, wijzigbaar: nee}\n"
)


def found(rules: Regelruimte, day: date = DAY) -> Controle:
    return rules.controleer(day, iter)


def codes(rules: Regelruimte, day: date = DAY) -> set[tuple[str, str]]:
    return {(b.code, b.over) for b in found(rules, day).bevindingen}


def test_what_the_small_world_gives() -> None:
    assert codes(engine()) == {
        ("F103", "beleid_klein"),
        ("F120", "bk-1"),
        ("F120", "kw-1"),
        ("F120", "kw-5"),
        ("F121", "kw-2-detentie"),
        ("F121", "kw-4"),
        ("F151", "kw-2"),
    }
    assert found(engine()).fouten == ()
    assert found(engine()).gevallen == 2


HEIGHT, OPEN = "{2026-01-01: 50}", "{2026-01-01: 50}, open_einde: ja"
BY_REST = (
    'begrippen:\n  %s: {over: persoon, soort: ja_nee, bron: {artikel: "2"}, '
    'rest: {waarde: %s, bron: {artikel: "2"}}}\n'
)
PRISON = 'toelichting: "Wie vastzit'
REASON = '    rechtvaardiging: {leeftijd: "Voor kinderen is er een andere regeling."}\n'
FINDINGS = [
    (NORM, "motiveer: [waarom]", "F130", "noodzakelijk"),
    (PRISON, f'les: "Zo mag het niet."\n    {PRISON}', "F150", "kw-2-detentie"),
    (REASON, "", "F160", "kw-2"),
    ("begrippen:\n", BY_REST % ("jong", "leeftijd(geboortedatum) < 18"), "F160", "jong"),
    ("hoogte: {eenheid", "hoogte: {zekerheid: low, eenheid", "F152", "hoogte"),
    (HEIGHT, "{2026-01-01: 50, 2026-07-01: onbekend}", "F112", "hoogte"),
    (OPEN, f"{HEIGHT}, tot: 2026-08-31", "F110", "hoogte"),
    (OPEN, f"{HEIGHT}, tot: 2026-10-31", "F111", "hoogte"),
    ("  - id: kw-1\n", "  - id: kw-1\n    geldig: {vanaf: 2026-08-01}\n", "F120", "kw-1"),
    ("begrippen:\n", "begrippen:\n  uren: {over: persoon, soort: aantal}\n", "F101", "uren"),
    (RIGHT, RIGHT.replace(', bron: {artikel: "2"}, richting', ", richting"), "", ""),
]


@pytest.mark.parametrize(("old", "new", "code", "over"), FINDINGS)
def test_a_finding(tmp_path: Path, old: str, new: str, code: str, over: str) -> None:
    made = codes(copied(tmp_path, (old, new)))
    assert ((code, over) in made) if code else "F101" not in {kind for kind, _ in made}


def test_a_gap_between_versions(tmp_path: Path) -> None:
    old = "  - id: kw-1\n"
    version = (
        "  - {id: kw-1, geldig: {tot: 2025-12-31}, bron: {methode: eigen_plan_eerst}, "
        "over: oplossing, als: inwoner_wil_dit, trede: a, toelichting: 'Zo was het.', "
        "verleent: {voor: [eigen_actie], zonder_besluit: ja}}\n"
    )
    new = f"{version}  - id: kw-1\n    geldig: {{vanaf: 2026-02-01}}\n"
    assert ("F113", "kw-1") in codes(copied(tmp_path, (old, new)))


def test_what_may_never_count(tmp_path: Path) -> None:
    rules = copied(
        tmp_path,
        ("als: leeftijd(geboortedatum) >= 18 en", "als: nationaal en"),
    )
    head = tmp_path / "klein" / "kleine_wet" / "regeling.yaml"
    head.write_text(head.read_text("utf-8") + "nooit_grond: [inkomen]\n", "utf-8")
    facts = tmp_path / "klein" / "gegevens" / "persoon.yaml"
    facts.write_text(DOSSIER.replace("kleine_wet", "gegevens"), "utf-8")
    made = codes(rules)
    assert {("F160", "kw-2"), ("F162", "kw-2"), ("F162", "kw-3")} <= made
    assert ("F162", "kw-2-detentie") not in made


def test_what_may_never_count_does_not_count_as_a_rest_either(tmp_path: Path) -> None:
    by_rest = ("begrippen:\n", BY_REST % ("arm", "inkomen < 100 euro/maand"))
    rules = copied(tmp_path, by_rest, ("als: gedetineerd\n", "als: gedetineerd en arm\n"))
    head = tmp_path / "klein" / "kleine_wet" / "regeling.yaml"
    head.write_text(head.read_text("utf-8") + "nooit_grond: [inkomen]\n", "utf-8")
    assert ("F162", "kw-2-detentie") in codes(rules)


def test_a_filling_that_is_missing_or_refused(tmp_path: Path) -> None:
    term = (
        "open_termen:\n  extra_hoogte: {bron: {artikel: '6'}, over: persoon, soort: bedrag, "
        "eenheid: euro/maand, laag: beleidsregel, bevoegd: college, verplicht: ja}\nopen_normen:\n"
    )
    rules = copied(tmp_path, ("open_normen:\n", term))
    assert ("F142", "extra_hoogte") in codes(rules)
    policy = tmp_path / "klein_gemeente" / "beleid" / "vulling.yaml"
    policy.write_text(
        "regeling: beleid_klein\nregels:\n  - {id: bk-2, bron: {artikel: '2'}, over: persoon, "
        "vult_in: kleine_wet.extra_hoogte, dan: 5 euro/maand, toelichting: 'Vijf euro.'}\n",
        "utf-8",
    )
    filled = Regelruimte(rules.folders)
    assert ("F142", "extra_hoogte") not in codes(filled)
    head = tmp_path / "klein_gemeente" / "beleid" / "regeling.yaml"
    text = head.read_text("utf-8").replace("bevoegd: college", "bevoegd: raad")
    head.write_text(text, "utf-8")
    assert ("F141", "bk-2") in codes(Regelruimte(rules.folders))


def test_a_case_that_cannot_be_run_is_told(tmp_path: Path) -> None:
    rules = copied(tmp_path)
    case = tmp_path / "klein" / "kleine_wet" / "gevallen" / "recht.yaml"
    case.write_text(case.read_text("utf-8").replace("inkomen: 900", "inkomn: 900"), "utf-8")
    assert "F122" in {code for code, _ in codes(rules)}


@pytest.mark.parametrize(
    ("when", "told"), [("niet gedetineerd", True), ("inkomen < 1000 euro/maand", False)]
)
def test_an_exception_that_no_case_shows_at_work(tmp_path: Path, when: str, told: bool) -> None:
    exception = (
        f"  - {{id: kw-6, bron: {{artikel: '6'}}, over: persoon, als: {when}, "
        "sluit_uit: [kw-2-detentie], toelichting: 'Een uitzondering.'}\n"
    )
    rules = copied(tmp_path, ("  - id: kw-4\n", f"{exception}  - id: kw-4\n"))
    about = [b for b in found(rules).bevindingen if b.over == "kw-6"]
    assert [b.code for b in about] == (["F124"] if told else [])
    assert all(b.tekst.endswith("voorgaat op: kw-2-detentie") for b in about)


def test_author_errors_are_all_told(tmp_path: Path) -> None:
    rules = copied(tmp_path, ("inkomen <=", "inkomn <="), ("als: gedetineerd\n", "als: vast\n"))
    with pytest.raises(RuleError) as caught:
        rules.controleer(DAY)
    assert len(caught.value.diagnostics) == 2


def test_without_cases_nothing_is_said_of_them() -> None:
    quick = engine().controleer(DAY)
    assert quick.gevallen is None
    assert not {"F120", "F121"} & {b.code for b in quick.bevindingen}


def test_only_the_findings_of_some_regulations() -> None:
    kept = found(engine()).alleen({"beleid_klein"})
    assert {b.regeling for b in kept.bevindingen} == {"beleid_klein"}


def test_findings_come_in_order_of_gravity() -> None:
    order = [FAULT, WARNING, NOTICE]
    late = found(engine(), date(2027, 1, 15)).bevindingen
    places = [order.index(b.ernst) for b in late]
    assert places == sorted(places)
    assert places[0] == 0


def _uses() -> Iterator[str]:
    folder = Path(__file__).parents[2] / "engine" / "service"
    for path in folder.glob("*.py"):
        if path.name != "findings.py":
            yield path.read_text("utf-8")


def test_every_code_is_used_and_has_a_title() -> None:
    text = "".join(_uses())
    assert {code for code in CODES if f'"{code}"' not in text} == set()
    assert all(Bevinding(code=c, regeling="", over="", tekst="").titel for c in CODES)
