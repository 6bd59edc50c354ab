"""Citations in words, and links built from BWB id, date, article and lid."""

from datetime import date

import pytest

from engine.backends.render_nl import cite, deep_link, juriconnect
from engine.backends.render_nl.sources import cite_all
from engine.ir.declarations import Source
from engine.ir.program import Program

DAY = date(2026, 9, 1)
PW = "participatiewet"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (
            Source(regulation=PW, article="22a", paragraph="1"),
            "artikel 22a, eerste lid, Participatiewet",
        ),
        (Source(regulation="awb", article="4:84"), "artikel 4:84 Awb"),
        (
            Source(regulation=PW, article="31", paragraph="2", part="m"),
            "artikel 31, tweede lid, onderdeel m, Participatiewet",
        ),
        (
            Source(regulation=PW, article="18", paragraph="8*"),
            "artikel 18, tweede achtste lid, Participatiewet",
        ),
        (
            Source(ecli="ECLI:NL:CRVB:2019:3535"),
            "Centrale Raad van Beroep, ECLI:NL:CRVB:2019:3535",
        ),
        (Source(ecli="ECLI:NL:RBOVE:2018:3530"), "rechtbank, ECLI:NL:RBOVE:2018:3530"),
        (Source(method="vijf_leefgebieden"), "werkwijze vijf leefgebieden"),
        (Source(method="iets_nieuws"), "werkwijze iets nieuws"),
        (
            Source(regulation="jeugdwet", article="2.3", paragraph="1"),
            "artikel 2.3, eerste lid, Jeugdwet",
        ),
        (Source(regulation="bwbr0044894", article="7a"), "artikel 7a BWBR0044894"),
        (Source(regulation="nog_onbekend", article="1"), "artikel 1 nog onbekend"),
    ],
)
def test_cite(program: Program, source: Source, text: str) -> None:
    assert cite(program, source) == text


def test_paragraphs_of_one_article_stand_together(program: Program) -> None:
    first, second = (Source(regulation="awb", article="4:17", paragraph=n) for n in ("1", "2"))
    third = Source(regulation="awb", article="4:15")
    text = "artikel 4:17, eerste en tweede lid, Awb en artikel 4:15 Awb"
    assert cite_all(program, [first, second, third]) == text


def test_parts_of_one_paragraph_stand_together(program: Program) -> None:
    parts = [Source(regulation=PW, article="34", paragraph="3", part=p) for p in "bc"]
    text = "artikel 34, derde lid, onderdeel b en c, Participatiewet"
    assert cite_all(program, parts) == text


def test_links(program: Program) -> None:
    article = Source(regulation=PW, article="22a", paragraph="1", part="b")
    link = "https://wetten.overheid.nl/BWBR0015703/2026-09-01#Artikel22a"
    assert deep_link(program, article, DAY) == link
    assert juriconnect(program, article, DAY) == (
        "jci1.3:c:BWBR0015703&artikel=22a&lid=1&o=b&z=2026-09-01&g=2026-09-01"
    )


def test_a_ruling_links_to_rechtspraak(program: Program) -> None:
    ruling = Source(ecli="ECLI:NL:CRVB:2019:3535")
    link = "https://deeplink.rechtspraak.nl/uitspraak?id=ECLI:NL:CRVB:2019:3535"
    assert deep_link(program, ruling, DAY) == link
    assert juriconnect(program, ruling, DAY) == ""


@pytest.mark.parametrize(
    "source",
    [
        Source(regulation="verordening_wmo_voorbeeldstad", article="7"),
        Source(method="vijf_leefgebieden"),
        Source(regulation=PW),
    ],
)
def test_no_link_where_there_is_none(program: Program, source: Source) -> None:
    assert deep_link(program, source, DAY) == ""
    assert juriconnect(program, source, DAY) == ""


def test_every_act_of_a_shipped_rule_has_a_name(program: Program) -> None:
    acts = {s.regulation for rule in program.rules for s in rule.sources if s.article}
    told = {act: cite(program, Source(regulation=act, article="1")) for act in acts}
    assert {act: text for act, text in told.items() if "_" in text} == {}
