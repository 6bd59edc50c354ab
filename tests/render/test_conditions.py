"""Conditions are never open to two readings."""

import pytest

from engine.backends.render_nl import render_expr
from engine.ir import nodes
from engine.ir.nodes import Expr, Nav
from engine.ir.program import Program
from engine.ir.types import COUNT, YES_NO


def fact(name: str) -> nodes.FactRef:
    return nodes.FactRef(name=name, nav=Nav(), type=YES_NO)


A, B, C, D = (fact(n) for n in ("nederlander", "gedetineerd", "uitreiziger", "dienstplichtig"))
NL = "deze persoon de Nederlandse nationaliteit heeft"


@pytest.mark.parametrize(
    ("expr", "text"),
    [
        (A, NL),
        (nodes.Not(arg=A), "deze persoon de Nederlandse nationaliteit niet heeft"),
        (nodes.Not(arg=nodes.Not(arg=A)), NL),
        (nodes.And(args=(A, B)), f"{NL} en in detentie zit"),
        (nodes.Or(args=(A, B)), f"{NL} of in detentie zit"),
        (
            nodes.And(args=(nodes.Or(args=(A, B)), D)),
            f"deze persoon militaire dienst vervult, en ofwel {NL}, ofwel deze persoon in "
            "detentie zit",
        ),
        (
            nodes.Or(args=(nodes.And(args=(A, B)), D)),
            f"ofwel {NL} en in detentie zit, ofwel deze persoon militaire dienst vervult",
        ),
        (
            nodes.And(args=(nodes.Or(args=(A, B)), nodes.Or(args=(C, D)))),
            f"ofwel {NL}, ofwel deze persoon in detentie zit; en ofwel deze persoon is "
            "uitgereisd naar een terroristische organisatie, ofwel deze persoon militaire dienst "
            "vervult",
        ),
        (
            nodes.Not(arg=nodes.And(args=(A, B))),
            "deze persoon de Nederlandse nationaliteit niet heeft of niet in detentie zit",
        ),
        (nodes.And(args=(nodes.And(args=(B, D)), B)), None),
    ],
)
def test_junctions(program: Program, expr: Expr, text: str | None) -> None:
    told = render_expr(program, expr, "persoon")
    assert told.count(" en ") == 1 if text is None else told == text


@pytest.mark.parametrize(
    ("op", "text"),
    [
        ("=", "18 jaar is"),
        ("!=", "geen 18 jaar is"),
        ("<", "jonger dan 18 jaar is"),
        ("<=", "18 jaar of jonger is"),
        (">", "ouder dan 18 jaar is"),
        (">=", "18 jaar of ouder is"),
    ],
)
def test_ages(program: Program, op: str, text: str) -> None:
    born = nodes.FactRef(name="geboortedatum", nav=Nav(), type=COUNT)
    age = nodes.Call(name="leeftijd", args=(born,))
    expr = nodes.Compare(op=op, left=age, right=nodes.Lit(value=18, type=COUNT))
    assert render_expr(program, expr, "persoon") == f"deze persoon {text}"


def test_a_fact_without_words_of_its_own_reads_by_its_question(program: Program) -> None:
    name = next(n for n, f in program.facts.items() if f.type == YES_NO)
    renamed = {**program.facts, "iets_nieuws": program.facts[name]}
    from dataclasses import replace

    told = render_expr(replace(program, facts=renamed), fact("iets_nieuws"), "persoon")
    assert told == f"op de vraag “{program.facts[name].question}” het antwoord ja is"
