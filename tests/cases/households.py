"""Households for the norm tables: from a short description to a request."""

from datetime import date
from typing import Any

from engine.service import Regelruimte
from engine.values import Duration, add_duration


def request_text(day: date, household: dict[str, Any]) -> str:
    """The request, in YAML, of a household as the norm tables describe it."""
    persons: dict[str, list[str]] = {}
    adults = [f"v{i}" for i, _ in enumerate(household["volwassenen"])]
    children = [f"k{i}" for i in range(int(household.get("kinderen", 0)))]
    sharers = [f"h{i}" for i in range(int(household.get("kostendelers", 0)))]
    inside = int(household.get("in_inrichting", 0))
    no_parents = household.get("ouders_zonder_middelen", "nee")
    for i, (name, age) in enumerate(zip(adults, household["volwassenen"], strict=True)):
        facts = _adult(day, int(age))
        facts.append(f"in_inrichting: {'ja' if i < inside else 'nee'}")
        facts.append(f"aanvrager: {'ja' if i == 0 else 'nee'}")
        if int(age) < 21:
            facts.append(f"ouders_zonder_middelen: {no_parents}")
        persons[name] = facts
    for name in children:
        persons[name] = [f"geboortedatum: {born(day, 8)}"]
    for name in sharers:
        persons[name] = [*_adult(day, 30), "aanvrager: nee", "student_19a: nee"]
    pairs = list(_pairs(adults, children, sharers))
    judged = list(_judgements(day, adults, household["volwassenen"]))
    lines = [f"peildatum: {day}", "gemeente: GM0000", "personen:"]
    lines += [f"  {name}: {{{', '.join(facts)}}}" for name, facts in persons.items()]
    lines += ["relaties:" if pairs else "relaties: []", *(f"  - {{{p}}}" for p in pairs)]
    lines += ["giften: []", "ontvangsten: []", "verblijf_buitenland: []", "omstandigheden: []"]
    lines += [
        "beoordelingen:" if judged else "beoordelingen: []",
        *(f"  - {{{j}}}" for j in judged),
    ]
    return "\n".join(lines) + "\n"


def born(day: date, age: int) -> date:
    """Born exactly this many years before the day."""
    return add_duration(day, Duration(12 * age), -1)


def _adult(day: date, age: int) -> list[str]:
    return [
        f"geboortedatum: {born(day, age)}",
        "nederlander: ja",
        "loon_netto: 0",
        "overig_inkomen: 0",
        "bezittingen: 0",
        "overwaarde_woning: 0",
    ]


def _pairs(adults: list[str], children: list[str], sharers: list[str]):
    if len(adults) == 2:
        pair = f"deze: {adults[0]}, ander: {adults[1]}"
        yield f"{pair}, gehuwd_of_geregistreerd: ja, zelfde_hoofdverblijf: ja"
    for adult in adults:
        for child in children:
            yield f"deze: {adult}, ander: {child}, ouder_van: ja, zelfde_hoofdverblijf: ja"
        for sharer in sharers:
            yield (
                f"deze: {adult}, ander: {sharer}, gehuwd_of_geregistreerd: nee, "
                "zelfde_hoofdverblijf: ja, graad_verwantschap: 1, "
                "schriftelijk_commercieel_contract: nee, zelfde_derde_verhuurder: nee"
            )
    for sharer in sharers:
        for child in children:
            yield f"deze: {sharer}, ander: {child}, ouder_van: nee, zelfde_hoofdverblijf: ja"
    for i, first in enumerate(sharers):
        for second in sharers[i + 1 :]:
            yield (
                f"deze: {first}, ander: {second}, gehuwd_of_geregistreerd: nee, "
                "zelfde_hoofdverblijf: ja, graad_verwantschap: 1, "
                "schriftelijk_commercieel_contract: nee, zelfde_derde_verhuurder: nee"
            )


def _judgements(day: date, adults: list[str], ages: list[str]):
    for name, age in zip(adults, ages, strict=True):
        if int(age) < 21 and day.year >= 2026:
            yield (
                f"oordeel: onderhoud_niet_te_gelde, over: {name}, uitkomst: nee, "
                f"wie: consulent-1, rol: consulent, datum: {day}, "
                "motivering: Er is contact met de ouders."
            )


def outcome(engine: Regelruimte, day: date, household: dict[str, Any], name: str):
    """The outcome of a concept of the household."""
    request = engine.lees_hulpvraag(request_text(day, household).encode(), "huishouden.yaml")
    setting = engine.setting(day, "GM0000")
    run = setting.evaluate(setting.program, engine.case(request))
    group = run.walk(("persoon", "v0"), ("participatiewet.gezin",))
    return run.begrip(f"participatiewet.{name}", group).outcome
