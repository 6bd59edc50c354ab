"""A plan as it is told: to the consultant what waits, to the resident what is done with it."""

from engine.backends.render_nl import as_text, render_toets
from engine.ir.program import Program
from engine.result.plans import PlanToets, PuntToets
from tests.render.making import toets
from tests.render.readable import longest

PLAN = PlanToets(
    id="pp",
    soort="persoonlijk_plan",
    punten=(
        PuntToets(
            id="p1", tekst="Ik wil zelf met de bus.", status="gevolgd", over="o1",
            motivering="De halte is dichtbij", rol="consulent", datum="2026-09-01",
            uitkomst="grond", trede="b",
        ),
        PuntToets(id="p2", tekst="Ik zing graag.", status="onbeantwoord", over="x1",
                  uitkomst="resteert"),
        PuntToets(id="p3", tekst="Geen vreemden in huis.", status="niet_gevolgd",
                  motivering="Er is niemand anders.", rol="consulent", datum="2026-09-02"),
    ),
)  # fmt: skip
CONSULTANT = """\
Plan pp: persoonlijk plan
=========================
p1: “Ik wil zelf met de bus.”
  - gevolgd (consulent, 1 september 2026)
  - De halte is dichtbij.
  - o1: er is een grond, trede b (de gewone regel)
p2: “Ik zing graag.”
  - nog niet beantwoord: geef aan wat ermee is gedaan, en waarom
  - x1: wordt nog niet gedragen
p3: “Geen vreemden in huis.”
  - niet gevolgd (consulent, 2 september 2026)
  - Er is niemand anders."""
RESIDENT = """\
Uw plan: persoonlijk plan
=========================
U schreef: “Ik wil zelf met de bus.”
De gemeente volgt dit.
Waarom: De halte is dichtbij.
U schreef: “Ik zing graag.”
De gemeente heeft hier nog niet op geantwoord. Dat moet zij nog doen.
U schreef: “Geen vreemden in huis.”
De gemeente volgt dit niet.
Waarom: Er is niemand anders."""


def test_for_a_consultant(program: Program) -> None:
    assert CONSULTANT in as_text(render_toets(toets(plannen=(PLAN,)), program, "consulent", {}))


def test_for_a_resident(program: Program) -> None:
    blocks = render_toets(toets(plannen=(PLAN,)), program, "inwoner", {})
    assert RESIDENT in as_text(blocks)
    assert longest(blocks) <= 20
