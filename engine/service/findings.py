"""Findings about rules: their codes, how grave they are, and what they are about."""

from collections.abc import Iterable
from dataclasses import dataclass

from engine.result.controle import Ernst

FAULT: Ernst = "fout"
WARNING: Ernst = "waarschuwing"
NOTICE: Ernst = "melding"
ORDER = (FAULT, WARNING, NOTICE)

CODES: dict[str, tuple[Ernst, str]] = {
    "F101": (WARNING, "begrip of tabel zonder bron"),
    "F102": (WARNING, "regeling zonder BWB-nummer: er is geen link naar de tekst"),
    "F103": (NOTICE, "niet nagelezen naast de bron"),
    "F104": (NOTICE, "langer dan zes maanden niet nagelezen"),
    "F110": (FAULT, "verlopen op de peildatum"),
    "F111": (WARNING, "verloopt binnen drie maanden na de peildatum"),
    "F112": (WARNING, "geen waarde op de peildatum"),
    "F113": (WARNING, "gat tussen twee versies"),
    "F120": (WARNING, "regel zonder geval"),
    "F121": (NOTICE, "regel die in elk geval open blijft of opzij gaat"),
    "F122": (WARNING, "geval dat niet te rekenen is"),
    "F123": (WARNING, "grafiek die niet te tekenen is"),
    "F124": (NOTICE, "uitzondering die geen geval aan het werk laat zien"),
    "F130": (WARNING, "open norm zonder factoren"),
    "F140": (NOTICE, "voorrang zonder uitdrukkelijke relatie"),
    "F141": (WARNING, "geweigerde invulling"),
    "F142": (WARNING, "verplichte invulling ontbreekt"),
    "F143": (WARNING, "verordening zonder hardheidsclausule"),
    "F144": (NOTICE, "grens in beleid"),
    "F145": (WARNING, "begrip met minder eisen dan de hogere regeling"),
    "F150": (NOTICE, "les: met opzet onrechtmatig"),
    "F151": (NOTICE, "onderscheid met een rechtvaardiging"),
    "F152": (NOTICE, "zekerheid laag of gemiddeld"),
    "F153": (NOTICE, "lezing die niet vaststaat"),
    "F160": (FAULT, "onderscheid zonder rechtvaardiging"),
    "F162": (FAULT, "rust op een gegeven dat nooit grond mag zijn"),
    "F170": (WARNING, "opmerking bij het lezen"),
    "F200": (NOTICE, "niet beslist door de bewijzer"),
    "F201": (WARNING, "regel die nooit kan gelden"),
    "F202": (FAULT, "regel die altijd opzij gaat"),
    "F203": (FAULT, "botsing tussen regels"),
    "F204": (WARNING, "gat in een aanspraak"),
    "F205": (NOTICE, "gat in een begrip"),
    "F206": (FAULT, "clausule die niets kan veranderen"),
    "F207": (NOTICE, "overbodige regel"),
    "F208": (WARNING, "voorrang zonder relatie die een geval beslist"),
    "F209": (NOTICE, "belastende regel zonder ventiel"),
    "F210": (FAULT, "onderscheid dat doorwerkt zonder rechtvaardiging"),
    "F211": (WARNING, "gegeven dat nooit iets verandert"),
    "F212": (WARNING, "uitkomst die tegen haar verloop in gaat"),
    "F213": (WARNING, "sprong in een uitkomst"),
    "F214": (WARNING, "afronding van een dag die de maand niet heeft"),
    "F290": (WARNING, "toegestane bevinding die niet meer voorkomt"),
    "F291": (FAULT, "voorbeeld dat bij narekenen niet klopt"),
    "F292": (WARNING, "niet geanalyseerd: de bewijzer ontbreekt"),
}
"""Every code: how grave, and its title. Only a `fout` makes the check end with findings."""


HINTS: dict[str, str] = {
    "F141": "laat wie bevoegd is het vaststellen, binnen de grenzen van de hogere regeling",
    "F142": "laat de raad of het college dit vaststellen; tot dan is er geen waarde en geen nul",
    "F143": "voeg een bepaling toe waarmee het college in een bijzonder geval afwijkt",
    "F144": "schrijf bij het beleid wanneer wordt afgeweken, en kijk per geval (Awb 4:84)",
    "F145": "neem over wat de hogere regeling of de rechter ook vraagt, of laat de regel weg",
}
"""What an author can do about it, for findings that do not say so themselves."""


@dataclass(frozen=True, kw_only=True, order=True)
class Bevinding:
    """One finding; field names are the JSON keys.

    Attributes:
        over: the rule, amount, concept or norm that it is about.
        regeling: the regulation that it belongs to.
        plaats: file, line and column, where known.
        regels: the rules concerned, each with its place.
        voorbeelden: requests that show it: one, or two that differ in one fact.
        grens: within which bounds it was looked for.
        toegestaan: why it may stay, when it is on the list of known findings.
    """

    code: str
    regeling: str
    over: str
    tekst: str
    plaats: str = ""
    gemeente: str = ""
    regels: tuple[str, ...] = ()
    voorbeelden: tuple[str, ...] = ()
    grens: str = ""
    toegestaan: str = ""

    @property
    def ernst(self) -> Ernst:
        """fout, waarschuwing or melding; what may stay is told, no more."""
        return NOTICE if self.toegestaan else CODES[self.code][0]

    @property
    def titel(self) -> str:
        """What kind of finding this is."""
        return CODES[self.code][1]

    @property
    def wat_nu(self) -> str:
        """What can be done about it; empty when the finding says so itself."""
        return HINTS.get(self.code, "")


def merged(findings: Iterable[Bevinding]) -> tuple[Bevinding, ...]:
    """Sorted by gravity and code, each once."""
    return tuple(sorted(set(findings), key=lambda f: (ORDER.index(f.ernst), f)))
