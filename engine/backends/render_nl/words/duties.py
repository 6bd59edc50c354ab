"""Terms in plain words for a resident: who has to do what by which day, and what comes after.

By what the term is for, as the rules call it. `{dag}` is the last day.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Duty:
    """A term as a sentence while it runs, as a sentence when the day has passed, and after it.

    What comes after it may help only for as long as nothing was done.
    """

    runs: str
    late: str
    after: str = ""
    until_done: str = ""


ASK_TO_HURRY = "Is er dan nog niet beslist? Dan kunt u in een brief vragen om snel te beslissen."
DUTIES = {
    "alsnog beslissen na de ingebrekestelling": Duty(
        "De gemeente moet uiterlijk {dag} alsnog beslissen.",
        "De gemeente moest uiterlijk {dag} alsnog beslissen.",
        "Is dat te laat? Dan moet zij u misschien geld betalen voor het wachten.",
    ),
    "beslissen op de aanvraag": Duty(
        "De gemeente moet uiterlijk {dag} beslissen op uw aanvraag.",
        "De gemeente moest uiterlijk {dag} beslissen op uw aanvraag.",
        until_done=ASK_TO_HURRY,
    ),
    "beslissen op het bezwaar": Duty(
        "De gemeente moet uiterlijk {dag} beslissen op uw bezwaar.",
        "De gemeente moest uiterlijk {dag} beslissen op uw bezwaar.",
        until_done=ASK_TO_HURRY,
    ),
    "beslissen op het bezwaar met een adviescommissie": Duty(
        "De gemeente moet uiterlijk {dag} beslissen op uw bezwaar.",
        "De gemeente moest uiterlijk {dag} beslissen op uw bezwaar.",
        until_done=ASK_TO_HURRY,
    ),
    "beslissen over schuldhulp": Duty(
        "De gemeente moet uiterlijk {dag} beslissen over hulp bij uw schulden.",
        "De gemeente moest uiterlijk {dag} beslissen over hulp bij uw schulden.",
        until_done=ASK_TO_HURRY,
    ),
    "besluiten de aanvraag buiten behandeling te laten": Duty(
        "Tot en met {dag} kan de gemeente uw aanvraag nog laten liggen.",
        "Tot en met {dag} kon de gemeente uw aanvraag nog laten liggen.",
        "Daarna moet zij beslissen over wat u vraagt.",
    ),
    "bezwaar maken": Duty(
        "U kunt bezwaar maken tot en met {dag}.",
        "U kon bezwaar maken tot en met {dag}.",
        "Bent u te laat? Vertel dan hoe dat kwam. Soms telt uw bezwaar toch mee.",
    ),
    "de dwangsom in een besluit vaststellen": Duty(
        "De gemeente moet uiterlijk {dag} beslissen over geld voor het wachten.",
        "De gemeente moest uiterlijk {dag} beslissen over geld voor het wachten.",
        "Is dat te laat? Dan kunt u om dat besluit vragen.",
    ),
    "bericht geven over de uitslag van de taaltoets": Duty(
        "U hoort uiterlijk {dag} de uitslag van de taaltoets.",
        "U moest uiterlijk {dag} de uitslag van de taaltoets horen.",
    ),
    "de verlaging opnieuw bekijken": Duty(
        "De gemeente moet de verlaging uiterlijk {dag} opnieuw bekijken.",
        "De gemeente moest de verlaging uiterlijk {dag} opnieuw bekijken.",
        "Is er iets veranderd? Vertel het dan.",
    ),
    "een taaltoets laten doen": Duty(
        "De gemeente moet u uiterlijk {dag} een taaltoets laten doen.",
        "De gemeente moest u uiterlijk {dag} een taaltoets laten doen.",
    ),
    "het plan weer met de ouder bespreken": Duty(
        "De gemeente moet uw plan uiterlijk {dag} weer met u bespreken.",
        "De gemeente moest uw plan uiterlijk {dag} weer met u bespreken.",
    ),
    "plan van aanpak met de ouder maken": Duty(
        "De gemeente moet uiterlijk {dag} een plan met u maken.",
        "De gemeente moest uiterlijk {dag} een plan met u maken.",
        "Daarna praat u elk half jaar over dat plan.",
    ),
    "de geldschuld betalen": Duty(
        "U moet uiterlijk {dag} betalen.",
        "U moest uiterlijk {dag} betalen.",
        "Lukt dat niet? Vraag dan om uitstel.",
    ),
    "de uitleg van een spoedbesluit alsnog geven": Duty(
        "De gemeente moet u het besluit uiterlijk {dag} uitleggen.",
        "De gemeente moest u het besluit uiterlijk {dag} uitleggen.",
        "Kreeg u geen uitleg? Dan kunt u erom vragen.",
    ),
    "eerste gesprek schuldhulp": Duty(
        "De gemeente moet uiterlijk {dag} met u praten over uw schulden.",
        "De gemeente moest uiterlijk {dag} met u praten over uw schulden.",
        "Raakt u anders uw huis, energie of zorgverzekering kwijt? Dan kan dat niet wachten.",
    ),
    "eerste voorschot betalen": Duty(
        "Hebt u recht op een voorschot? Dan moet de gemeente dat uiterlijk {dag} betalen.",
        "Had u recht op een voorschot? Dan moest de gemeente dat uiterlijk {dag} betalen.",
        "Een voorschot is geld dat u alvast krijgt, zolang er nog geen besluit is.",
    ),
    "hulpplan op papier geven": Duty(
        "Het plan voor de hulp moet uiterlijk {dag} op papier staan.",
        "Het plan voor de hulp moest uiterlijk {dag} op papier staan.",
        "Hebt u het niet? Dan kunt u er steeds om vragen.",
    ),
    "hulpplan vaststellen": Duty(
        "Er moet uiterlijk {dag} een plan voor de hulp zijn.",
        "Er moest uiterlijk {dag} een plan voor de hulp zijn.",
        "In dat plan staat op welke hulp u kunt rekenen.",
    ),
    "onderzoek afronden": Duty(
        "De gemeente moet het onderzoek uiterlijk {dag} klaar hebben.",
        "De gemeente moest het onderzoek uiterlijk {dag} klaar hebben.",
        "Is het dan niet klaar? Dan mag u toch een aanvraag doen.",
    ),
    "persoonlijk plan inleveren": Duty(
        "Wilt u zelf een plan maken? Lever het dan uiterlijk {dag} in.",
        "U kon zelf een plan inleveren tot en met {dag}.",
        "Wat u daarna vertelt, telt ook mee.",
    ),
}

OTHER = Duty("Uiterlijk {dag} moet dit klaar zijn: {wat}.", "Dit moest {dag} klaar zijn: {wat}.")
"""A term that stands in other rules, such as those of a municipality."""
