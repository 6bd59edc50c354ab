"""What stays dark says how far it reaches, and what stands in the way here."""

from pathlib import Path

from tests.strategies.shipped import loaded

EXAMPLES = Path(__file__).resolve().parents[2] / "voorbeelden"


def dark(name: str) -> dict[str, str]:
    engine = loaded()
    request = engine.lees_hulpvraag((EXAMPLES / name).read_bytes())
    return {one.id: one.waarom for one in engine.toets(request, probing=False).gedoofd}


def test_an_ordinance_in_the_way_is_no_policy_and_no_act() -> None:
    told = dark("verhuizen-of-aanpassen.yaml")
    assert told["AWB-4:84"].startswith(
        "dit reikt alleen tot een beleidsregel; hier staat in de weg:"
    )
    assert "vw-7" in told["AWB-4:84"]
    assert "een regel van een wet die geen keuze laat" in told["AWB-CL"]
    assert "AWB-VB" not in told, "dat licht juist op"


def test_what_stands_in_no_ones_way_leaves_nothing_dark() -> None:
    assert dark("taxi.yaml") == {}
