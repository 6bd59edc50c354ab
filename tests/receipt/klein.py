"""The small world of these tests: two acts, a municipality, and a request that touches both."""

import shutil
from functools import cache
from pathlib import Path

from engine.model.request import Hulpvraag
from engine.service import Regelruimte

FOLDER = Path(__file__).parents[1] / "fixtures" / "rules"
END = "regels:\n"
KLEIN, GEMEENTE = FOLDER / "klein", FOLDER / "klein_gemeente"
REQUEST = """\
peildatum: 2026-09-01
gemeente: GM0000
personen: {p1: {geboortedatum: 1990-01-01, inkomen: 900}}
behoeften:
  - id: b1
    van: p1
    wat_is_belangrijk: "weer naar buiten"
    belemmeringen: [{id: x1, tekst: "de trap is te steil"}]
    oplossingen:
      - id: o1
        wat: "een traplift"
        soort_oplossing: hulpmiddel
        kosten_oplossing: 400
        dekt: {x1: geheel}
      - id: o2
        wat: "oefenen met de buurvrouw"
        soort_oplossing: eigen_actie
        inwoner_wil_dit: ja
        dekt: {x1: geheel}
"""


@cache
def engine() -> Regelruimte:
    """The rules of the small world."""
    return Regelruimte([KLEIN, GEMEENTE])


def request(*changes: tuple[str, str]) -> Hulpvraag:
    """The request, with texts replaced."""
    text = REQUEST
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return engine().lees_hulpvraag(text.encode(), "hulpvraag.yaml")


def copied(to: Path, *changes: tuple[str, str]) -> Regelruimte:
    """The small world in a folder of its own, with texts of its rules replaced."""
    shutil.copytree(KLEIN, to / "klein")
    shutil.copytree(GEMEENTE, to / "klein_gemeente")
    file = to / "klein" / "kleine_wet" / "toeslag.yaml"
    text = file.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")
    return Regelruimte([to / "klein", to / "klein_gemeente"])


def rule(name: str, keys: str, over: str = "persoon") -> tuple[str, str]:
    """One more rule."""
    made = (
        f"  - {{id: {name}, bron: {{artikel: '9'}}, over: {over}, toelichting: 'Een proef.', "
        f"{keys}}}\n"
    )
    return END, END + made
