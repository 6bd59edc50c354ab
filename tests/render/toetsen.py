"""Ten answers made by hand, one for each thing a resident may have to read."""

from engine.result.obstacles import Blokkade
from engine.result.toets import (
    BehoefteToets,
    Deel,
    Grond,
    Kosten,
    Melding,
    Nodig,
    OplossingToets,
    Recht,
    Verwijzing,
    Vraag,
)
from tests.render.making import DAY, toets
from tests.render.toetsen_plans import BIJSTAND, PLANNEN

HELPER = "wie helpt heeft het zelf toegezegd en kan het dragen"


def need(words: str, *solutions: OplossingToets, **more: object) -> tuple[BehoefteToets, ...]:
    """One need with its solutions."""
    found = BehoefteToets(
        id="b1",
        wat_is_belangrijk=words,
        leefgebied="",
        oplossingen=solutions,
        **more,  # type: ignore[arg-type]
    )
    return (found,)


def part(rule: str, rung: str, **more: object) -> Deel:
    """A part that a ground carries."""
    return Deel(regel=rule, trede=rung, belemmeringen=("x1",), **more)  # type: ignore[arg-type]


def ground(rule: str, act: str, article: str, rung: str, **more: object) -> Grond:
    """A ground that was tried."""
    status = str(more.pop("status", "waarde"))
    return Grond(regel=rule, regeling=act, artikel=article, trede=rung, status=status, **more)  # type: ignore[arg-type]


NEIGHBOUR = OplossingToets(
    id="o3",
    wat="de buurvrouw blijft komen",
    trede="a",
    uitkomst="past_zonder_besluit",
    delen=(part("ot-hulp-netwerk", "a"),),
    gronden=(
        ground(
            "ot-hulp-netwerk", "omgekeerde_toets", "eigen_plan_eerst", "a", voorwaarden=(HELPER,)
        ),
    ),
    recht_op_besluit=(
        Recht(
            regel="wmo-2.3.5-3",
            regeling="wmo",
            artikel="2.3.5 lid 3",
            status="onbekend",
            hoe=("wmo-plan", "wmo-onderzoek", "wmo-beschikking"),
            vanaf=DAY,
        ),
    ),
    kosten=Kosten(aanspraak_eerst="13500.00"),
)

EIGEN_PLAN = toets(
    behoeften=need(
        "Rustig naar de bestralingen kunnen",
        OplossingToets(
            id="o2",
            wat="taxi naar het ziekenhuis",
            trede="geen",
            uitkomst="elders",
            kosten=Kosten(oplossing="1500.00"),
            verwijzingen=(
                Verwijzing(
                    id="verwijs-ziekenvervoer",
                    naar="zvw",
                    orgaan="zorgverzekeraar",
                    status="ja",
                    zekerheid="low",
                    toelichting="Vervoer naar een behandeling loopt via de zorgverzekering.",
                ),
            ),
        ),
        OplossingToets(
            id="o1",
            wat="de kinderen rijden om de beurt",
            trede="a",
            uitkomst="past_zonder_besluit",
            delen=(part("ot-hulp-netwerk", "a"),),
            gronden=(
                ground(
                    "ot-hulp-netwerk",
                    "omgekeerde_toets",
                    "eigen_plan_eerst",
                    "a",
                    voorwaarden=(HELPER,),
                ),
            ),
        ),
        gedekt=("x1",),
    ),
    meldingen=(Melding(soort="zekerheid", tekst="regel awb-gelijkheid: zekerheid laag"),),
)

HULP_GROND = toets(
    behoeften=need(
        "Samen thuis blijven wonen",
        OplossingToets(
            id="o1",
            wat="hulp bij het huishouden, 3 uur per week",
            trede="b",
            uitkomst="grond",
            delen=(part("wmo-2.3.5-3", "b", vorm="gift"),),
            gronden=(
                ground(
                    "wmo-2.3.5-3",
                    "wmo",
                    "2.3.5 lid 3",
                    "b",
                    dekt=("x1",),
                    vorm=("natura", "pgb"),
                    voorwaarden=(
                        "activiteiten, frequentie, uren of bedrag en periode staan in het besluit",
                    ),
                ),
            ),
        ),
    )
)

GEGEVENS = toets(
    behoeften=need(
        "Weer zelf boodschappen kunnen doen",
        OplossingToets(
            id="o1",
            wat="een scootmobiel",
            trede="b",
            uitkomst="kansrijk",
            delen=(part("wmo-2.3.5-3", "b", status="onbekend"),),
            nodig=Nodig(feiten=("beperking", "ingezetene")),
        ),
    ),
    vragen=(
        Vraag(
            soort="gegeven",
            naam="ingezetene",
            over="persoon:p1",
            vraag="Woont u in deze gemeente?",
            waarom=("o1",),
            bron="",
        ),
        Vraag(
            soort="gegeven",
            naam="beperking",
            over="persoon:p1",
            vraag="Is er een beperking of een psychisch of psychosociaal probleem?",
            waarom=("o1",),
            bron="",
        ),
    ),
)

OORDEEL = toets(
    behoeften=need(
        "Samen in ons eigen huis blijven, naast de buurvrouw.",
        OplossingToets(
            id="o1",
            wat="traplift en aangepaste badkamer",
            trede="d",
            uitkomst="kansrijk",
            delen=(part("wmo-2.3.5-3", "d", status="onbekend"),),
            nodig=Nodig(oordelen=("onbillijk",)),
            blokkades=(
                Blokkade(
                    regel="wmo-2.3.3",
                    regeling="wmo",
                    artikel="2.3.3",
                    rang="wet",
                    karakter="dwingend",
                    faalt=("volgorde",),
                    wie_kan_opheffen="wetgever",
                ),
                Blokkade(
                    regel="vw-7",
                    regeling="verordening_wmo_voorbeeldstad",
                    artikel="7 lid 1",
                    rang="verordening",
                    karakter="open",
                    wie_kan_opheffen="raad",
                ),
            ),
            kosten=Kosten(oplossing="13500.00"),
        ),
        OplossingToets(
            id="o2", wat="verhuizen met een vergoeding", trede="geen", uitkomst="geen_grond"
        ),
        NEIGHBOUR,
        gedekt=("x2",),
        resteert=("x1",),
    ),
    meldingen=(
        Melding(soort="zekerheid", tekst="regel awb-exceptieve-toetsing: zekerheid middel"),
        Melding(soort="les", tekst="Deze regel is met opzet onrechtmatig.", bron="vw-6"),
    ),
)

KEUZE = toets(
    behoeften=need(
        "Van mijn schulden af en niet meer wakker liggen.",
        OplossingToets(
            id="o1",
            wat="borg voor een lening bij de bank",
            trede="c",
            uitkomst="keuze",
            delen=(part("pw-49-a", "c", status="onbekend"),),
            nodig=Nodig(oordelen=("borgtocht_kiezen",)),
        ),
    )
)

WASMACHINE = toets(
    behoeften=need(
        "Schone kleren voor de baby.",
        OplossingToets(
            id="o1",
            wat="wasmachine",
            trede="e",
            uitkomst="kansrijk",
            delen=(
                part("pw-35-1", "b", bedrag="300.00", vorm="lening"),
                part(
                    "awb-4:84",
                    "e",
                    bedrag="180.00",
                    vorm="lening",
                    status="onbekend",
                    nodig=Nodig(oordelen=("onevenredig_beleid",)),
                ),
            ),
            gronden=(
                ground("pw-35-1", "participatiewet", "35 lid 1", "b", bedrag="300.00"),
                ground("awb-4:84", "awb", "4:84", "e", status="onbekend"),
                ground("awb-contra-legem", "awb", "ECLI:NL:RVS:2023:772", "geen", status="nee"),
            ),
            nodig=Nodig(oordelen=("onevenredig_beleid",)),
            blokkades=(
                Blokkade(
                    regel="bb-4",
                    regeling="beleid_bijzondere_bijstand_voorbeeldstad",
                    artikel="4",
                    rang="beleidsregel",
                    karakter="dwingend",
                    raakt="180.00",
                    wie_kan_opheffen="college",
                ),
            ),
            kosten=Kosten(oplossing="480.00"),
        ),
        resteert=("x1",),
    ),
    vragen=(
        Vraag(
            soort="oordeel",
            naam="onevenredig_beleid",
            over="oplossing:o1",
            vraag="Voor welk bedrag zijn de gevolgen van het beleid hier onevenredig?",
            waarom=("o1",),
            bron="4:84",
        ),
    ),
)

GEEN_GROND = toets(
    behoeften=need(
        "Hulp om de dag door te komen",
        OplossingToets(
            id="o1",
            wat="begeleiding thuis",
            trede="geen",
            uitkomst="geen_grond",
            blokkades=(
                Blokkade(
                    regel="wmo-2.3.5-3",
                    regeling="wmo",
                    artikel="2.3.5 lid 3",
                    rang="wet",
                    karakter="open",
                    faalt=("rechtmatig_verblijf_wmo",),
                    wie_kan_opheffen="wetgever",
                ),
                Blokkade(
                    regel="wmo-1.2.1-a",
                    regeling="wmo",
                    artikel="1.2.1 onderdeel a",
                    rang="wet",
                    karakter="dwingend",
                    faalt=("ingezetene",),
                    wie_kan_opheffen="bewijs",
                ),
            ),
        ),
    )
)

STRIJDIG = toets(
    behoeften=need(
        "Weten waar ik aan toe ben.",
        OplossingToets(
            id="o1",
            wat="vervoer naar de dagbesteding",
            trede="b",
            uitkomst="strijdig",
            nodig=Nodig(redenen=("conflict: bijdrage_wmo",)),
        ),
    )
)

TOETSEN = {
    "eigen_plan": EIGEN_PLAN,
    "hulp_grond": HULP_GROND,
    "gegevens": GEGEVENS,
    "oordeel": OORDEEL,
    "keuze": KEUZE,
    "wasmachine": WASMACHINE,
    "geen_grond": GEEN_GROND,
    "strijdig": STRIJDIG,
    "plannen_gemeente": PLANNEN,
    "bijstand": BIJSTAND,
}
