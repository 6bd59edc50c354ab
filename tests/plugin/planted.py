# ruff: noqa: E501 rules as an author writes them
"""Small municipalities, each with one unlawful rule that a property has to catch."""

from dataclasses import dataclass
from pathlib import Path

CITY = "GM1998"
HEAD = f"""
regeling: beleid_proefstad
naam: Beleidsregels Proefstad
soort: beleidsregel
gemeente: {CITY}
bevoegd: college
vastgesteld: 2025-12-15
grondslag: [{{regeling: participatiewet, artikel: "35", lid: "1"}}, {{regeling: wmo, artikel: "2.3.5", lid: "3"}}]
gebruikt: [gegevens, participatiewet, wmo]
"""
# Without this every amount stays open: the Participatiewet wants policy on means.
SLICES = """
tabellen:
  draagkrachtschijven:
    vult_in: participatiewet.draagkrachtschijven
    soort: schijven
    van: euro/maand
    naar: procent
    bron: {artikel: "2"}
    vanaf: {2026-01-01: [{tot: 110% * bijstandsnorm, waarde: 0%}, {waarde: 100%}]}
    tot: 2026-12-31
"""
PW = '[{regeling: participatiewet, artikel: "35", lid: "1"}]'
WMO = '[{regeling: wmo, artikel: "2.3.5", lid: "3"}]'


@dataclass(frozen=True)
class Planted:
    """A folder with these rules, the test that has to fail, and words of its report."""

    sections: str
    test: str
    told: tuple[str, ...]


def rule(name: str, body: str, *, basis: str = PW, over: str = "oplossing") -> str:
    return f"""
  - id: {name}
    bron: {{artikel: "4"}}
    over: {over}
    grondslag: {basis}
    toelichting: "Een proef."
{body}"""


def lower(name: str, condition: str, value: str, direction: str = "belastend") -> str:
    return rule(
        name,
        f"""    als: {condition}
    wijzigt: [participatiewet.bijzondere_bijstand]
    dan: {{bijzondere_bijstand: {value}}}
    richting: {direction}
""",
    )


FRIDGE = "soort_oplossing = duurzaam_gebruiksgoed"
PROXY = """
begrippen:
  van_hier: {over: persoon, soort: ja_nee, rest: nee, bron: {artikel: "3"}}
"""
MADE = rule(
    "pr-3", "    als: nederlander\n    dan: {van_hier: ja}\n    hulp: ja\n", over="persoon"
)
LIST = """
lijsten:
  loonstroken: {van: persoon, volledig: ja, vraag: "Welke loonstroken zijn er?", velden: {maand: {soort: aantal, vraag: "Van welke maand?"}}}
"""

PLANTED = {
    "nationality through a derived value": Planted(
        PROXY + "regels:" + MADE + lower("pr-4", f"{FRIDGE} en niet behoefte_van.van_hier", "minimum(waarde; 50 euro)"),
        "test_p1_p2_beschermd_kenmerk[nederlander]",
        ("pr-3", "zonder rechtvaardiging", "nationaliteit"),
    ),
    "nationality through a concept of the act": Planted(
        "regels:" + lower("pr-4", f"{FRIDGE} en niet behoefte_van.kring_van_gerechtigden", "minimum(waarde; 50 euro)"),
        "test_p1_p2_beschermd_kenmerk[nederlander]",
        ("pr-4 (Beleidsregels Proefstad, artikel 4)", "nationaliteit"),
    ),
    "a cap that hits the more serious case": Planted(
        "regels:" + rule("pr-4", """    als: soort_oplossing = hulp_huishouden en uren_gevraagd > 4
    beperkt: [wmo-2.3.5-3-huishouden]
    richting: belastend
""", basis=WMO),
        "test_p4_erger_is_nooit_minder[uren_gevraagd]",
        ("pr-4", "uren_gevraagd: '4'", "uren_gevraagd: '5'"),
    ),
    "more for whoever earns more": Planted(
        "regels:" + lower("pr-4", f"{FRIDGE} en behoefte_van.loon_netto >= 100 euro/maand", "waarde + 50 euro", "begunstigend"),
        "test_p5_meer_middelen_is_nooit_meer_recht[loon_netto]",
        ("pr-4", "wie meer heeft, krijgt hier ook meer"),
    ),
    "relief that takes away": Planted(
        "regels:" + lower("pr-4", FRIDGE, "minimum(waarde; 100 euro)", "begunstigend"),
        "test_p8_gunst_schaadt_niet[pr-4]",
        ("pr-4", "heet begunstigend"),
    ),
    "a missing payslip is a refusal": Planted(
        LIST + "regels:" + lower("pr-4", f"{FRIDGE} en aantal(behoefte_van.loonstroken) = 0", "0 euro"),
        "test_p13_geen_stil_nee",
        ("pr-4", "terwijl er iets ontbreekt"),
    ),
    "policy without a way out": Planted(
        "regels:" + lower("pr-4", FRIDGE, "minimum(waarde; 100 euro)", "begunstigend"),
        "test_p18_afwijken_van_beleid_kan[pr-4]",
        ("pr-4", "4:84"),
    ),
}  # fmt: skip


def write(folder: Path, sections: str) -> Path:
    """A folder of one regulation with these sections."""
    place = folder / "proefstad" / "beleid"
    place.mkdir(parents=True)
    (place / "regeling.yaml").write_text(HEAD, encoding="utf-8")
    (place / "regels.yaml").write_text("regeling: beleid_proefstad" + SLICES + sections, "utf-8")
    return place.parent
