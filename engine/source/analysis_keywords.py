"""The keys of what only analyses of rules read, each with one line of Dutch."""

from engine.model.regulation import Domein, Toegestaan, Verloop

SOURCE = "het artikel, de uitspraak (ecli) of de methode waar dit op rust"
NOTE = "uitleg in eigen woorden, in een of twee korte zinnen"

FOR_ANALYSIS: dict[type, dict[str, str]] = {
    Domein: {
        "over": "waarover het gaat: zaak, persoon, paar, een groep of een lijst",
        "altijd": "wat altijd zo is",
        "toelichting": NOTE,
    },
    Verloop: {
        "gegeven": "het bedrag of aantal van een persoon dat verandert",
        "begrip": "de uitkomst die meebeweegt",
        "richting": "stijgt of daalt: wat de uitkomst doet als het gegeven hoger wordt",
        "hooguit": "hoeveel de uitkomst hooguit verandert bij een stap van een cent of een",
        "bron": SOURCE,
        "toelichting": NOTE,
    },
    Toegestaan: {
        "code": "de code van de bevinding, zoals F203",
        "over": "de regels, begrippen of gegevens waarover de bevinding gaat",
        "bron": SOURCE,
        "regels": "alleen als de bevinding over geen andere regels gaat dan deze",
        "reden": "waarom dit zo mag blijven, in een of twee zinnen",
    },
}  # fmt: skip
