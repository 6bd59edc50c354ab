"""Why something came out: from an evaluation of a shipped case."""

from collections.abc import Callable

import pytest

from engine.backends.interpret import Run
from engine.backends.render_nl import as_text, render_why, render_why_rule
from engine.compiler import compile_program
from engine.decide.blockers import solution_blockers
from engine.ir.program import Program
from engine.model.regulation import Corpus
from engine.source.cases import build_case
from engine.source.requests import read_request

REQUEST = b"""
peildatum: 2026-09-01
gemeente: GM0000
personen:
  p1: {geboortedatum: 1992-01-01, nederlander: ja, aanvrager: ja, loon_netto: 0, overig_inkomen: 0,
    bezittingen: 100, overwaarde_woning: 0}
  p2: {geboortedatum: 1995-01-01, nederlander: nee, verblijf_gelijkgesteld: nee, loon_netto: 0,
    overig_inkomen: 0, bezittingen: 0, overwaarde_woning: 0}
  p3: {geboortedatum: 1990-01-01, student_19a: nee}
  p4: {geboortedatum: 1990-01-01, student_19a: ja}
relaties:
  - {deze: p1, ander: p2, gehuwd_of_geregistreerd: ja, zelfde_hoofdverblijf: ja}
  - {deze: p2, ander: p3, gehuwd_of_geregistreerd: nee, zelfde_hoofdverblijf: nee, ouder_van: nee}
  - {deze: p2, ander: p4, gehuwd_of_geregistreerd: nee, zelfde_hoofdverblijf: nee, ouder_van: nee}
  - {deze: p3, ander: p4, gehuwd_of_geregistreerd: nee, zelfde_hoofdverblijf: nee, ouder_van: nee}
  - {deze: p1, ander: p3, gehuwd_of_geregistreerd: nee, zelfde_hoofdverblijf: ja, ouder_van: nee,
    graad_verwantschap: 1, schriftelijk_commercieel_contract: nee, zelfde_derde_verhuurder: nee}
  - {deze: p1, ander: p4, gehuwd_of_geregistreerd: nee, zelfde_hoofdverblijf: ja, ouder_van: nee,
    graad_verwantschap: 1, schriftelijk_commercieel_contract: nee, zelfde_derde_verhuurder: nee}
besluiten: [{id: d1, over: p1, regeling: wmo, soort_besluit: pgb, onderwerp: hulp}]
voornemens: [{id: v1, besluit: d1, soort_voornemen: terugvorderen, herzieningsgrond: e}]
beoordelingen:
  - {oordeel: onjuiste_gegevens, over: v1, uitkomst: nee, wie: consulent-1, rol: consulent,
    datum: 2026-09-01, motivering: "Alles klopte.", bewijs: [gesprek]}
"""
GEZIN = ("participatiewet.gezin", "p1")


@pytest.fixture(scope="module")
def evaluation(corpus: Corpus) -> tuple[Program, Run]:
    request = read_request(REQUEST, "geval.yaml")
    program = compile_program(corpus, request.peildatum, "GM0000")
    return program, Run(program, build_case(request, program), solution_blockers)


Evaluation = tuple[Program, Run]


def test_what_was_set_aside_and_by_what(evaluation: Evaluation) -> None:
    program, run = evaluation
    pair = ("paar", "p1>p4")
    told = as_text([render_why(program, run, "kostendelende_medebewoner", pair, 0)])
    assert "Opzijgezet: artikel 19a, eerste lid, Participatiewet (pw-19a-1)" in told
    assert "door artikel 19a, eerste lid, onderdeel d, Participatiewet (pw-19a-1-d)" in told
    assert "Geen regel geldt, dan is het: nee" in told


def test_a_value_names_its_rule_and_what_it_read(evaluation: Evaluation) -> None:
    program, run = evaluation
    pair = ("paar", "p1>p3")
    told = as_text([render_why(program, run, "kostendelende_medebewoner", pair, 0)])
    assert told.startswith("Waarom: ")
    assert "Geldt: artikel 19a, eerste lid, Participatiewet (pw-19a-1)" in told
    assert "of de ander 27 jaar of ouder is: ja" in told
    assert "geeft: ja" in told


def test_what_is_still_needed(evaluation: Evaluation) -> None:
    program, run = evaluation
    told = as_text([render_why(program, run, "algemene_bijstand", GEZIN, 0)])
    assert "nog niet bekend" in told
    assert "Nog nodig: " in told


def test_deeper_explanations_hang_below(evaluation: Evaluation) -> None:
    program, run = evaluation
    flat = as_text([render_why(program, run, "bijstandsnorm", GEZIN, 0)])
    deep = as_text([render_why(program, run, "bijstandsnorm", GEZIN, 1)])
    assert "Hierachter: " not in flat
    assert "Hierachter: De basisnorm\n" in deep


def test_why_not_a_rule(
    evaluation: Evaluation, same_as_recorded: Callable[[str, str], None]
) -> None:
    program, run = evaluation
    rule = program.rule_named("wmo-2.4.1")
    assert rule is not None
    told = as_text([render_why_rule(program, run, rule, ("voornemen", "v1"))])
    assert told.startswith("Waarom niet: artikel 2.4.1")
    same_as_recorded("waarom_niet.txt", told)


def test_every_concept_explains_itself(evaluation: Evaluation) -> None:
    program, run = evaluation
    places = {
        "persoon": "p1", "participatiewet.gezin": "p1", "wmo.huishouding": "p1",
        "zaak": "zaak", "paar": "p1>p2", "besluit": "d1", "voornemen": "v1",
    }  # fmt: skip
    told = [
        as_text([render_why(program, run, name, (begrip.entity, places[begrip.entity]))])
        for name, begrip in program.begrippen.items()
        if begrip.entity in places
    ]
    assert len(told) > 100
    marks = ("_", "None", "Known", "{", "\0")
    assert [text for text in told if any(mark in text for mark in marks)] == []
