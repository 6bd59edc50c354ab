"""Requests that no shipped example holds, and short ways to ask the shipped rules."""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from engine.ir.case import Inst
from engine.result.evaluated import Evaluated
from engine.service import Regelruimte, shipped_rules
from engine.source.case_files import Geval, case_paths, read_cases
from tests.strategies.shipped import loaded


@cache
def engine() -> Regelruimte:
    return loaded()


def answer(text: str) -> dict[str, Any]:
    """The Toets of a request written in YAML, as plain data."""
    one = engine()
    return json.loads(one.json(one.toets(one.lees_hulpvraag(text.encode(), "vraag.yaml"))))


def solutions(toets: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {s["id"]: s for need in toets["behoeften"] for s in need["oplossingen"]}


@cache
def cases() -> tuple[Geval, ...]:
    """All shipped cases with a solution, and their variants."""
    paths = case_paths([shipped_rules()])
    found = (case for path in paths for case in read_cases(path, path.name))
    return tuple(case for case in found if any(n.oplossingen for n in case.hulpvraag.behoeften))


def runs() -> Iterator[tuple[Geval, Evaluated, tuple[Inst, ...]]]:
    """Every such case evaluated, with its solutions."""
    one = engine()
    for case in cases():
        request = case.hulpvraag
        setting = one.setting(request.peildatum, request.gemeente or "")
        run = setting.evaluate(setting.program, one.case(request))
        yield (
            case,
            run,
            tuple(("oplossing", s.id) for need in request.behoeften for s in need.oplossingen),
        )


KITCHEN = """
peildatum: 2026-09-01
gemeente: GM0000
personen:
  p1: {geboortedatum: 1979-05-05, nederlander: ja, ingezetene: ja, beperking: ja}
verplichtingen:
  - {van: p1, soort_plicht: arbeid, uren_per_week: 24, opgelegd_door: werkplein}
  - {van: p1, soort_plicht: zorg, uren_per_week: 20, opgelegd_door: familie}
behoeften:
  - id: b1
    van: p1
    leefgebied: sociale_relaties
    wat_is_belangrijk: Op zondag voor mijn kleinkinderen koken.
    belemmeringen: [{id: x1, tekst: het aanrecht is te hoog}, {id: x2, tekst: niet lang staan}]
    oplossingen:
      - {id: o1, wat: een laag werkblad, soort_oplossing: woningaanpassing, vorm: natura, kosten_oplossing: 900, geregistreerd_als: hulpmiddel, dekt: {x1: geheel}}
      - {id: o2, wat: een stahulp, soort_oplossing: hulpmiddel, vorm: natura, kosten_oplossing: 250, kosten_per_maand: 10, dekt: {x2: geheel}}
      - {id: o3, wat: samen met de buren koken, soort_oplossing: eigen_actie, vorm: geen, kosten_oplossing: 0, inwoner_wil_dit: ja, dekt: {x1: geheel, x2: geheel}}
  - id: b2
    van: p1
    leefgebied: werk
    wat_is_belangrijk: Mijn baan houden.
    belemmeringen: [{id: x3, tekst: te weinig tijd naast de zorg}]
    oplossingen:
      - {id: o4, wat: iemand die af en toe overneemt, soort_oplossing: begeleiding, vorm: natura, dekt: {x3: deels}}
"""  # noqa: E501 a request reads best on one line per solution
