"""What stands in the way: what really decides, told once, and who could lift it."""

from typing import Any

from tests.decide.worlds import answer, solutions

JUDGED = "wie: c-1, rol: consulent, datum: 2026-09-01, motivering: Zo is het hier."
HELP = """
peildatum: 2026-09-01
gemeente: GM0000
personen:
  p1: {geboortedatum: 1956-03-01, nederlander: ja, ingezetene: ja, beperking: ja}
  buurvrouw: {rol: netwerk}
behoeften:
  - id: b1
    van: p1
    leefgebied: lichaam_en_geest
    wat_is_belangrijk: Een schoon huis.
    belemmeringen: [{id: x1, tekst: ik kan niet bukken}]
    dekkingen: [COVERED]
    oplossingen:
      - {id: o1, wat: mijn buurvrouw poetst, soort_oplossing: hulp_netwerk, vorm: geen,
         dekt: {x1: geheel}}
      - {id: o2, wat: hulp van de gemeente, soort_oplossing: hulp_huishouden, vorm: natura,
         uren_gevraagd: 3, dekt: {x1: geheel}}
"""
UNWILLING = (
    "{id: dk1, belemmering: x1, middel: sociaal_netwerk, door: buurvrouw, mate: geheel, "
    "instemming: nee}"
)
CARED_FOR = UNWILLING.replace("sociaal_netwerk", "mantelzorg").replace("nee", "ja")
MACHINE = f"""
peildatum: 2026-09-01
gemeente: GM0000
personen:
  p1: {{geboortedatum: 1990-01-01, nederlander: ja, ingezetene: ja, aanvrager: ja, loon_netto: 0,
       overig_inkomen: 1419.46, bezittingen: 50000, schulden: 0, overwaarde_woning: 0,
       immateriele_schadevergoeding: 0, gespaard_uit_bijstand: 0}}
verblijf_buitenland: []
ontvangsten: []
giften: []
behoeften:
  - id: b1
    van: p1
    leefgebied: bestaanszekerheid
    wat_is_belangrijk: Schone kleren.
    belemmeringen: [{{id: x1, tekst: de wasmachine is stuk}}]
    oplossingen:
      - {{id: o1, wat: een wasmachine, soort_oplossing: duurzaam_gebruiksgoed, vorm: geld,
         kosten_oplossing: 480, voorliggende_voorziening_bestaat: nee, dekt: {{x1: geheel}}}}
beoordelingen:
  - {{oordeel: noodzakelijk, over: o1, uitkomst: ja, {JUDGED}}}
  - {{oordeel: bijzonder, over: o1, uitkomst: ja, {JUDGED}}}
"""


def obstacles(text: str, solution: str) -> dict[tuple[str, ...], Any]:
    """Per rule and what fails in it who can lift it."""
    found = solutions(answer(text))[solution]["blokkades"]
    return {(b["regel"], *b.get("faalt", ())): b.get("wie_kan_opheffen") for b in found}


def helped(covered: str, *judged: str) -> str:
    rows = [f"  - {{oordeel: {one}, {JUDGED}}}\n" for one in judged]
    made = "".join(["beoordelingen:\n", *rows]) if rows else ""
    return HELP.replace("COVERED", covered) + made


def test_a_judgement_in_the_formula_of_a_rule_is_the_obstacle() -> None:
    """Article 2.3.5, third paragraph: no help without a limitation; more family is no way out."""
    found = obstacles(helped(UNWILLING, "raakt_zelfredzaamheid, over: x1, uitkomst: nee"), "o2")
    assert found == {
        ("wmo-2.3.3", "volgorde"): None,  # help at once is no answer to this either
        ("wmo-2.3.5-3-huishouden", "ondersteuning_nodig"): None,
        ("wmo-2.3.5-3-nodig", "raakt_zelfredzaamheid"): "oordeel",
    }


def test_what_has_been_found_to_be_left_decides_too() -> None:
    judged = (
        "raakt_zelfredzaamheid, over: x1, uitkomst: ja", "resteert, over: x1, uitkomst: niets",
    )  # fmt: skip
    found = obstacles(helped(UNWILLING, *judged), "o2")
    assert found[("wmo-2.3.5-3-nodig", "resteert")] == "oordeel"
    assert not any(rule[0].endswith(("mantelzorg", "netwerk")) for rule in found)


def test_help_that_takes_it_all_away_stands_in_the_way() -> None:
    """Behind `niet geheel_gedekt` stands the rule by which this help counts."""
    judged = (
        "raakt_zelfredzaamheid, over: x1, uitkomst: ja",
        "'wmo.draagt_bij', over: dk1, uitkomst: geheel",
    )
    found = obstacles(helped(CARED_FOR, *judged), "o2")
    assert ("wmo-2.3.5-3-mantelzorg",) in found
    assert ("wmo-2.3.5-3-netwerk", "middel") not in found


def test_every_place_in_which_a_rule_fails_is_told() -> None:
    """The neighbour does not want to; that other means are no network does not hide it."""
    found = obstacles(helped(UNWILLING), "o1")
    assert found["ot-netwerk-telt", "instemming"] == "bewijs"


def test_a_ground_that_leaves_nothing_tells_what_was_counted() -> None:
    """Article 35, first paragraph: who can bear the cost gets nothing, and hears why.

    Of 50,000 euro 8,000 is left out (article 34, third paragraph).
    """
    found = solutions(answer(MACHINE))["o1"]
    assert found["uitkomst"] == "geen_grond"
    counted = {
        b["regel"]: {m["naam"]: m["waarde"] for m in b["meegeteld"]} for b in found["blokkades"]
    }
    assert counted == {
        "pw-35-1": {"kosten_zonder_voorliggend": "480.00", "draagkracht": "42000.00"}
    }


def test_what_leaves_something_is_no_obstacle() -> None:
    """Without wealth the ground carries; open is whether the cap of the policy is fair (4:84)."""
    found = solutions(answer(MACHINE.replace("50000", "0")))["o1"]
    assert (found["uitkomst"], found["nodig"]) == (
        "kansrijk",
        {"oordelen": ["onevenredig_beleid"]},
    )
    assert not any("meegeteld" in blocker for blocker in found["blokkades"])


APART = """
peildatum: 2026-09-14
gemeente: GM0000
personen:
  p1: {geboortedatum: 1950-01-01, nederlander: ja, ingezetene: ja, beperking: ja}
  buur: {rol: netwerk}
behoeften:
  - id: b1
    van: p1
    leefgebied: lichaam_en_geest
    wat_is_belangrijk: Thuis blijven wonen.
    belemmeringen: [{id: x1, tekst: de trap}, {id: x2, tekst: de boodschappen}]
    dekkingen:
      - {id: d1, belemmering: x2, middel: sociaal_netwerk, door: buur, mate: geheel,
         instemming: ja}
    oplossingen:
      - {id: o1, wat: traplift, soort_oplossing: woningaanpassing, vorm: natura,
         kosten_oplossing: 4000, speciaal_voor_beperking: ja, dekt: {x1: geheel}}
      - {id: o2, wat: de buurman doet boodschappen, soort_oplossing: hulp_netwerk, vorm: geen,
         inwoner_wil_dit: ja, dekt: {x2: geheel}}
      - {id: o3, wat: een leuning, soort_oplossing: hulpmiddel, vorm: natura,
         speciaal_voor_beperking: ja, dekt: {x1: deels}}
beoordelingen:
  - {oordeel: belastbaar, over: d1, uitkomst: ja, wie: c-1, rol: consulent, datum: 2026-09-14,
     motivering: De buurman is fit.}
"""


def test_cost_is_compared_within_one_obstacle() -> None:
    """The neighbour who shops does not save a stairlift; for the same obstacle he would."""
    assert "kosten" not in solutions(answer(APART))["o2"]
    same = APART.replace("dekt: {x1: geheel}", "dekt: {x2: geheel}")
    assert solutions(answer(same))["o2"]["kosten"]["aanspraak_eerst"] == "4000.00"


def test_what_helps_partly_is_no_part_of_enough() -> None:
    need = answer(APART)["behoeften"][0]
    assert [a["oplossingen"] for a in need["alternatieven"]] == [["o1", "o2"]]
    partly = answer(APART.replace("dekt: {x1: geheel}", "dekt: {x1: deels}"))["behoeften"][0]
    assert [a["oplossingen"] for a in partly["alternatieven"]] == [["o1", "o2", "o3"]]
