"""Need first: the ladder on requests that no shipped example holds."""

from pathlib import Path

from engine.service import Regelruimte
from tests.decide.worlds import KITCHEN, answer, solutions


def test_own_plan_needs_no_decision_and_keeps_the_right_to_one() -> None:
    toets = answer(KITCHEN)
    own = solutions(toets)["o3"]
    assert (own["trede"], own["uitkomst"]) == ("a", "past_zonder_besluit")
    assert any(right["regel"].startswith("wmo-") for right in own["recht_op_besluit"])


def test_unknown_judgements_make_a_chance_and_not_a_refusal() -> None:
    found = solutions(answer(KITCHEN))
    assert found["o1"]["uitkomst"] == "kansrijk"
    assert found["o1"]["trede"] == "b"
    assert found["o1"]["nodig"]["oordelen"]


def test_solutions_for_the_same_obstacle_are_alternatives() -> None:
    first = answer(KITCHEN)["behoeften"][0]
    sets = [set(a["oplossingen"]) for a in first["alternatieven"]]
    assert {"o3"} in sets
    assert {"o1", "o2"} in sets
    assert all(a["dekt"] == ["x1", "x2"] for a in first["alternatieven"])
    assert first["alternatieven"][0]["trede"] == "a"


def test_cost_stands_beside_the_entitlement_and_never_orders() -> None:
    own = solutions(answer(KITCHEN))["o3"]["kosten"]
    assert own["oplossing"] == "0.00"
    assert own["verschil"] == own["aanspraak_eerst"]
    cheaper = KITCHEN.replace("kosten_oplossing: 900", "kosten_oplossing: 1")
    before, after = solutions(answer(KITCHEN)), solutions(answer(cheaper))
    assert [s["trede"] for s in before.values()] == [s["trede"] for s in after.values()]


def test_obligations_that_collide_are_shown_for_any_request() -> None:
    toets = answer(KITCHEN)
    assert any(
        s["id"].startswith("botsing:") and s["over"] == "persoon:p1" for s in toets["signalen"]
    )
    without = answer(KITCHEN.replace("soort_plicht: zorg", "soort_plicht: schuldregeling"))
    assert not any(s["id"] == "botsing:arbeid-zorg" for s in without["signalen"])


def test_label_that_differs_from_the_solution_is_noticed() -> None:
    wrong = answer(KITCHEN)["uitkomsten"]["oplossing:o1"]["omgekeerde_toets.label_wijkt_af"]
    assert wrong["waarde"] == "ja"
    honest = answer(KITCHEN.replace("geregistreerd_als: hulpmiddel, ", ""))
    assert "waarde" not in honest["uitkomsten"]["oplossing:o1"][
        "omgekeerde_toets.label_wijkt_af"
    ] or (
        honest["uitkomsten"]["oplossing:o1"]["omgekeerde_toets.label_wijkt_af"]["waarde"] != "ja"
    )


def test_two_domains_out_of_order() -> None:
    row = answer(KITCHEN)["uitkomsten"]["zaak:zaak"]
    assert row["omgekeerde_toets.leefgebieden_uit_orde"]["waarde"] == 2


def test_the_wmo_never_asks_for_savings() -> None:
    asked = {v["naam"] for v in answer(KITCHEN)["vragen"]}
    assert asked
    assert not asked & {"bezittingen", "schulden", "loon_netto", "overig_inkomen"}


def test_every_answer_says_that_it_is_advice() -> None:
    assert "geen besluit" in answer(KITCHEN)["advies"]


BARE_RULES = "regeling: proef\nnaam: Proefwet\nsoort: wet\n"
EVERY_PART = """
peildatum: 2026-09-01
personen: {p1: {}, p2: {}}
relaties: [{deze: p1, ander: p2}]
behoeften:
  - id: b1
    van: p1
    wat_is_belangrijk: iets
    leefgebied: werk
    belemmeringen: [{id: x1, tekst: ver weg}]
    eigen_plan: {acties: [fietsen]}
    dekkingen: [{belemmering: x1, middel: eigen_plan, mate: deels}]
    oplossingen:
      - {id: o1, wat: iets, soort_oplossing: vervoer, vorm: natura, dekt: {x1: geheel}}
besluiten: [{id: d1, over: p1, regeling: proef, soort_besluit: afwijzing}]
voornemens: [{id: v1, soort_voornemen: afwijzen, betreft: p1}]
"""


def test_rules_without_the_usual_facts_answer_too(tmp_path: Path) -> None:
    """The fixed keys of a request are facts only where the rules declare them."""
    (tmp_path / "regeling.yaml").write_text(BARE_RULES)
    one = Regelruimte([tmp_path])
    toets = one.toets(one.lees_hulpvraag(EVERY_PART.encode(), "vraag.yaml"))
    assert toets.behoeften[0].oplossingen[0].uitkomst == "geen_grond"
    assert toets.voornemens[0].bevoegdheid == "geen"


def test_a_form_that_no_rule_carries_is_told_with_the_forms_that_rules_do_carry() -> None:
    asked = solutions(answer(KITCHEN.replace("vorm: natura", "vorm: geld")))
    usual = solutions(answer(KITCHEN))
    assert not any(one.get("andere_vormen") for one in usual.values())
    told = [one for one in asked.values() if one.get("andere_vormen")]
    assert told
    assert all("geld" not in one["andere_vormen"] for one in told)
