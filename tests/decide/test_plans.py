"""A plan is answered point by point, and an answer never changes what the rules say."""

from dataclasses import replace
from datetime import date

from engine.decide.plans import plan_results
from engine.model.request import Plan, Planantwoord, Planpunt
from engine.result.plans import PlanToets, PuntToets
from engine.result.toets import BehoefteToets, OplossingToets

NEED = BehoefteToets(
    id="b1",
    wat_is_belangrijk="Naar het koor.",
    leefgebied="sociale_relaties",
    gedekt=("x1",),
    resteert=("x2",),
    oplossingen=(OplossingToets(id="o1", wat="een pas", trede="b", uitkomst="grond"),),
)
ANSWER = Planantwoord(
    gevolgd="nee", motivering="Dat kan hier niet.", wie="c-1", rol="consulent",
    datum=date(2026, 9, 1),
)  # fmt: skip


def plan(*points: Planpunt) -> Plan:
    return Plan(id="pp", soort="persoonlijk_plan", punten=points)


def test_an_answer_stands_beside_the_outcome() -> None:
    point = Planpunt(id="p1", tekst="Ik wil een pas.", over="o1", antwoord=ANSWER)
    assert plan_results((plan(point),), (NEED,)) == (
        PlanToets(id="pp", soort="persoonlijk_plan", punten=(
            PuntToets(
                id="p1", tekst="Ik wil een pas.", status="niet_gevolgd", over="o1",
                motivering="Dat kan hier niet.", rol="consulent", datum="2026-09-01",
                uitkomst="grond", trede="b",
            ),
        )),
    )  # fmt: skip


def test_no_answer_is_seen_and_is_no_refusal() -> None:
    (made,) = plan_results((plan(Planpunt(id="p1", tekst="Iets.", over="o1")),), (NEED,))
    assert (made.punten[0].status, made.punten[0].uitkomst) == ("onbeantwoord", "grond")


def test_a_point_about_an_obstacle_or_a_need_says_whether_it_is_covered() -> None:
    points = [Planpunt(id=f"p{n}", tekst="Iets.", over=n) for n in ("x1", "x2", "b1")]
    (made,) = plan_results((plan(*points),), (NEED,))
    assert [p.uitkomst for p in made.punten] == ["gedekt", "resteert", "resteert"]
    (made,) = plan_results((plan(*points),), (replace(NEED, resteert=()),))
    assert [p.uitkomst for p in made.punten] == ["gedekt", "", "gedekt"]


def test_a_point_about_nothing_in_particular_has_no_outcome() -> None:
    (made,) = plan_results((plan(Planpunt(id="p1", tekst="Ik zing graag.")),), (NEED,))
    assert (made.punten[0].uitkomst, made.punten[0].trede) == ("", "")


def test_a_plan_without_points_is_not_told() -> None:
    assert plan_results((plan(),), (NEED,)) == ()
