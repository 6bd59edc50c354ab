"""Answers by hand about plans of the municipality, and about amounts alone."""

from engine.result.obstacles import Blokkade
from engine.result.toets import (
    Nodig,
    SignaalToets,
    TermijnToets,
    Uitkomst,
    VoornemenToets,
    Vraag,
    ZonderAfwijking,
)
from tests.render.making import toets

PLANNEN = toets(
    voornemens=(
        VoornemenToets(
            id="v1", bevoegdheid="kan", karakter="kan", nodig=Nodig(oordelen=("herzien_kiezen",))
        ),
        VoornemenToets(
            id="v2",
            bevoegdheid="geen",
            blokkades=(
                Blokkade(
                    regel="wmo-2.4.1",
                    regeling="wmo",
                    artikel="2.4.1 lid 1",
                    rang="wet",
                    karakter="kan",
                    faalt=("onjuiste_gegevens",),
                    wie_kan_opheffen="college",
                ),
            ),
        ),
        VoornemenToets(
            id="v3",
            bevoegdheid="onzeker",
            karakter="open",
            nodig=Nodig(oordelen=("boete_schending",)),
        ),
    ),
    termijnen=(
        TermijnToets(
            id="awb-bezwaar",
            wat="bezwaar maken",
            over="besluit:d1",
            van="2026-09-01",
            tot="2026-10-13",
            rekenwijze="Zes weken vanaf de dag na verzending.",
            status="loopt",
            bron="6:7",
        ),
        TermijnToets(
            id="awb-beslissen",
            wat="beslissen op de aanvraag",
            over="besluit:d1",
            van="2026-06-06",
            tot="2026-08-01",
            rekenwijze="Acht weken.",
            status="te_laat",
            bron="4:13 lid 2",
            gevolg="daarna kan de inwoner het college in gebreke stellen",
        ),
        TermijnToets(
            id="wmo-plan",
            wat="persoonlijk plan inleveren",
            over="behoefte:b1",
            van="2026-06-06",
            tot="2026-06-13",
            rekenwijze="Zeven dagen.",
            status="gehaald",
            bron="2.3.2 lid 2",
        ),
    ),
)
PLANS = {
    "v1": "het besluit over uw pgb veranderen",
    "v2": "€ 180 terugvragen",
    "v3": "een boete geven",
}

BIJSTAND = toets(
    uitkomsten={
        "gezin:p1": {
            "participatiewet.algemene_bijstand": Uitkomst(
                status="onbekend",
                eenheid="euro/maand",
                zonder_afwijking=ZonderAfwijking(status="waarde", waarde="1013.90"),
                nodig=Nodig(oordelen=("afstemming_norm",)),
            ),
            "participatiewet.bijstandsnorm": Uitkomst(
                status="onbekend",
                eenheid="euro/maand",
                voorlopig="1013.90",
                nodig=Nodig(oordelen=("afstemming_norm",)),
            ),
        },
        "huishouding:p1": {
            "uitvoeringsbesluit_wmo.bijdrage_wmo": Uitkomst(
                status="waarde", waarde="21.80", eenheid="euro/maand", vast=True
            ),
        },
        "gezin:p2": {
            "participatiewet.voorschot_minimum": Uitkomst(
                status="waarde",
                waarde="963.21",
                eenheid="euro/maand",
                vast=False,
                voorbehoud=("afstemming_norm",),
            ),
            "participatiewet.algemene_bijstand": Uitkomst(
                status="gat", eenheid="euro/maand", soort_gat="uitgesloten"
            ),
        },
    },
    signalen=(
        SignaalToets(
            id="PW-18-1",
            soort="uitzondering",
            regeling="participatiewet",
            artikel="18 lid 1",
            trede="d",
            over="gezin:p1",
            gewicht="hoog",
            aanleiding=("partner_zonder_recht (ernstig)",),
            motiveer=("welke kosten de norm niet dekt",),
            rechtspraak=("ECLI:NL:CRVB:2018:1618",),
            waarom="De norm past misschien niet bij dit gezin",
        ),
    ),
    vragen=(
        Vraag(
            soort="gegeven",
            naam="meldingsdatum",
            over="persoon:p1",
            vraag="Wanneer hebt u zich gemeld voor bijstand?",
            waarom=("ingangsdatum (gezin:p1)",),
            bron="",
        ),
        Vraag(
            soort="oordeel",
            naam="afstemming_norm",
            over="gezin:p1",
            vraag="Wijkt de situatie van dit gezin zo af dat de norm omhoog of omlaag moet?",
            waarom=("algemene_bijstand (gezin:p1)",),
            bron="18 lid 1",
        ),
    ),
)
