"""What a consultant reads: the answer first, all of it traceable."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from engine.backends.render_nl import as_text, render_toets
from engine.ir.program import Program
from engine.result.obstacles import Blokkade, Daarachter
from tests.render.toetsen import TOETSEN
from tests.render.toetsen_plans import PLANS

WORDS = {**PLANS, "x1": "de trap is te steil", "x2": "koken lukt niet"}
KEPT = ("oordeel", "wasmachine", "geen_grond", "plannen_gemeente", "bijstand")


def text(program: Program, name: str) -> str:
    return as_text(render_toets(TOETSEN[name], program, "consulent", WORDS))


@pytest.mark.parametrize("name", KEPT)
def test_kept_texts(
    program: Program, name: str, same_as_recorded: Callable[[str, str], None]
) -> None:
    same_as_recorded(f"consulent/{name}.txt", text(program, name))


@pytest.mark.parametrize("name", TOETSEN)
def test_always_ends_with_advice(program: Program, name: str) -> None:
    blocks = render_toets(TOETSEN[name], program, "consulent")
    last = "Dit is een advies voor een besluit door het college, geen besluit."
    assert [line.text for line in blocks[-1].lines] == [last]


@pytest.mark.parametrize("name", TOETSEN)
def test_no_trace_of_the_machine(program: Program, name: str) -> None:
    told = text(program, name)
    assert not [mark for mark in ("_", "None", "()", "  .", "`") if mark in told]


def test_the_ladder_orders_solutions(program: Program) -> None:
    told = text(program, "oordeel")
    places = [told.index(f"{name}: ") for name in ("o3", "o1", "o2")]
    assert places == sorted(places)


def test_every_rule_of_the_answer_is_named(program: Program) -> None:
    for name, toets in TOETSEN.items():
        told = text(program, name)
        for need in toets.behoeften:
            for solution in need.oplossingen:
                rules = {p.regel for p in solution.delen} | {b.regel for b in solution.blokkades}
                rules |= {g.regel for g in solution.gronden}
                assert {rule for rule in rules if rule not in told} == set()


def test_low_certainty_is_on_the_first_screen(program: Program) -> None:
    rows = text(program, "eigen_plan").splitlines()
    assert rows[2] == "Zekerheid laag: awb-gelijkheid."


def test_missing_judgement_says_who_answers(program: Program) -> None:
    told = text(program, "wasmachine")
    assert "oordeel (consulent of jurist): Voor welk bedrag" in told


def test_blockers_say_cost_and_who_can_lift(program: Program) -> None:
    told = text(program, "wasmachine")
    assert "kost de inwoner € 180" in told
    assert "kan dit opheffen: het college" in told


def test_what_would_have_given_a_condition_is_told_below_it(program: Program) -> None:
    behind = Daarachter(regel="pw-36-1", faalt=("leeftijd",))
    blocker = Blokkade(
        regel="pw-36-oplossing", regeling="participatiewet", artikel="36 lid 1", rang="wet",
        karakter="dwingend", faalt=("recht_op_inkomenstoeslag",), daarachter=(behind,),
    )  # fmt: skip
    bare = TOETSEN["wasmachine"]
    need = bare.behoeften[0]
    solution = replace(need.oplossingen[0], blokkades=(blocker,))
    toets = replace(bare, behoeften=(replace(need, oplossingen=(solution,)),))
    told = " ".join(as_text(render_toets(toets, program, "consulent", WORDS)).split())
    assert (
        "niet vervuld: dat de inwoner inkomenstoeslag kan krijgen - daarvoor ontbreekt volgens "
        "artikel 36 Participatiewet (pw-36-1): dat deze persoon 21 jaar of ouder is"
    ) in told


def test_own_words_stand_with_obstacles(program: Program) -> None:
    assert "“koken lukt niet” (x2)" in text(program, "oordeel")


@pytest.mark.parametrize("name", ["gegevens", "oordeel", "wasmachine"])
def test_unknown_is_never_no(program: Program, name: str) -> None:
    assert "Dit is geen nee" in text(program, name)
