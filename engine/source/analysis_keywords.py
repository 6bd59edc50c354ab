"""The keys of what only analyses of rules read, each with one line of Dutch."""

from engine.model.regulation import Domein, Grafiek, Toegestaan, Verloop

SOURCE = "het artikel, de uitspraak (ecli) of de methode waar dit op rust"
NOTE = "uitleg in eigen woorden, in een of twee korte zinnen"

FOR_ANALYSIS: dict[type, dict[str, str]] = {
    Domein: {
        "over": "waarover het gaat: zaak, persoon, paar, een groep of een lijst",
        "altijd": "wat altijd zo is",
        "toelichting": NOTE,
    },
    Verloop: {
        "gegeven": "het getal, het geordende woord of het ja/nee-gegeven dat hoger wordt",
        "begrip": "de uitkomst die meebeweegt",
        "regel": "in plaats van `begrip`: de regel die blijft gelden, of die gaat gelden",
        "richting": "stijgt of daalt: wat de uitkomst doet als het gegeven hoger wordt",
        "als": "alleen in deze gevallen; gaat over wat het gegeven over gaat",
        "hooguit": "hoeveel de uitkomst hooguit verandert bij een stap van een cent of een",
        "grafiek": "het geval waarin het gegeven oploopt, voor de grafiek van `controleer`",
        "bron": SOURCE,
        "toelichting": NOTE,
    },
    Grafiek: {
        "geval": "het uitgewerkte geval, zoals `PW-34` of `PW-34 (een cent meer)`",
        "vanaf": "het laagste dat wordt nagerekend; anders nul",
        "tot": "het hoogste dat wordt nagerekend",
    },
    Toegestaan: {
        "code": "de code van de bevinding, zoals F203",
        "over": "de regels, begrippen of gegevens waarover de bevinding gaat",
        "bron": SOURCE,
        "regels": "alleen als de bevinding over geen andere regels gaat dan deze",
        "reden": "waarom dit zo mag blijven, in een of twee zinnen",
    },
}  # fmt: skip
