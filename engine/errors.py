"""What can go wrong, as data: diagnostics for authors and callers, and the exception tree.

Data problems of a case are outcomes, not exceptions; this module is for the rest. Messages are
Dutch, lower case, without a full stop, with user names in backticks.
"""

import errno
from collections.abc import Iterable
from dataclasses import dataclass, replace

from engine.hints import HINTS
from engine.origin import Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One finding about a rule file or a request: a stable code, a place, and what to do."""

    code: str
    message: str
    at: Origin
    hint: str = ""
    also: tuple[tuple[Origin, str], ...] = ()

    @property
    def is_warning(self) -> bool:
        """Whether this is advice (W…) that does not stop the rules from being used."""
        return self.code.startswith("W")

    def __str__(self) -> str:
        lines = [f"{self.at}: {self.code} {self.message}"]
        lines += [f"  zie ook {place}: {word}" for place, word in self.also]
        if self.hint:
            lines.append(f"  wat nu: {self.hint}")
        return "\n".join(lines)


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sort by place and code, without doubles, so that a report never depends on reading order.

    Where a finding does not say what to do, what its code asks for is said.
    """
    unique = {(d.at, d.code, d.message): d for d in diagnostics}
    return tuple(
        d if d.hint else replace(d, hint=HINTS.get(d.code, ""))
        for d in (unique[key] for key in sorted(unique))
    )


CODES: dict[str, str] = {
    "C101": "hulpvraag niet te lezen",
    "C102": "te groot of te lang",
    "C103": "sleutel staat er twee keer",
    "C104": "lege waarde",
    "C105": "onbekende sleutel",
    "C106": "sleutel ontbreekt",
    "C107": "andere vorm verwacht",
    "C108": "woord past niet bij de sleutel",
    "C109": "geen datum",
    "C110": "datum buiten 1900 tot en met 2100",
    "C111": "geen gemeentecode",
    "C112": "code verkeerd geschreven",
    "C113": "code al gebruikt",
    "C114": "verwijzing naar iets dat niet bestaat",
    "C115": "verwijzing naar iets anders dan bedoeld",
    "C116": "naam waar een code hoort",
    "C117": "dekking door een oplossing op de verkeerde plaats",
    "C118": "relatie van iemand met zichzelf",
    "C119": "tijdvak loopt terug",
    "C120": "burgerservicenummer in een tekst",
    "C121": "e-mailadres in een tekst",
    "C122": "telefoonnummer in een tekst",
    "C123": "adres in een tekst",
    "C124": "rekeningnummer in een tekst",
    "C125": "sleutel voor persoonsgegevens",
    "C126": "stuurteken in een tekst",
    "C129": "niets om te toetsen",
    "C130": "onbekend gegeven",
    "C131": "gegeven op de verkeerde plaats",
    "C132": "gegeven over een groep",
    "C133": "gegeven dat nooit mag meetellen",
    "C134": "waarde van een andere soort",
    "C135": "andere eenheid",
    "C136": "woord niet in de lijst",
    "C137": "waarde buiten de grenzen",
    "C138": "meer dan twee decimalen",
    "C139": "betwist zonder eigen woorden",
    "C140": "twee verschillende waarden",
    "C141": "onbekende lijst",
    "C142": "lijstregel zonder of met verkeerde eigenaar",
    "C143": "dag na de peildatum",
    "C144": "waarde van eerder zonder dag",
    "C145": "dag waarop de regels nog niet gelden",
    "C146": "oordeel van na de beslisdatum",
    "C150": "onbekend oordeel",
    "C151": "oordeel in meer regelingen",
    "C152": "rol niet bevoegd",
    "C153": "beoordeling zonder motivering",
    "C154": "uitkomst past niet bij het oordeel",
    "C155": "verplicht advies ontbreekt",
    "C156": "oordeel over iets anders",
    "C157": "twee keer beoordeeld",
    "C158": "gegeven is niet betwist",
    "C159": "iemand uit het netwerk in een groep",
    "C201": "geen gevalbestand",
    "C202": "onbekende sleutel in een geval",
    "C203": "sleutel ontbreekt in een geval",
    "C204": "geen uitkomst of trede verwacht",
    "C205": "geen signalen genoemd die uit blijven",
    "C206": "wijziging van iets dat er niet staat",
    "R001": "bestand te groot",
    "R002": "geen geldige UTF-8",
    "R003": "onzichtbaar teken aan het begin",
    "R004": "onleesbaar teken",
    "R005": "geen geldige yaml",
    "R006": "te diep genest",
    "R007": "te veel onderdelen",
    "R008": "verwijzing binnen een bestand",
    "R009": "label of aanwijzing voor yaml",
    "R010": "meer dan een document",
    "R011": "leeg bestand",
    "R012": "sleutel staat er twee keer",
    "R013": "sleutel is geen woord",
    "R014": "bestand zonder sleutels",
    "R015": "map zonder regeling.yaml",
    "R016": "bestand van een andere regeling",
    "R017": "twee regelingen met een naam",
    "R018": "bestand of map niet te lezen",
    "R019": "bestandsnaam zonder .yaml",
    "R101": "lege waarde",
    "R102": "onbekende sleutel",
    "R103": "sleutel ontbreekt",
    "R104": "onbekende waarde",
    "R105": "waarde past niet bij de sleutel",
    "R106": "andere vorm verwacht",
    "R107": "naam staat twee keer in een regeling",
    "R108": "naam of id verkeerd geschreven",
    "R109": "id al in gebruik",
    "R110": "naam is een woord van de formules",
    "R120": "`en` en `of` door elkaar",
    "R121": "onbekende functie",
    "R122": "getal of datum verkeerd geschreven",
    "R123": "woord of teken op de verkeerde plek",
    "R124": "formule te lang",
    "R125": "formule te diep genest",
    "R126": "onbekende maat",
    "R127": "teken hoort niet in een formule",
    "R128": "geen formule",
    "R129": "formule niet af",
    "R201": "onbekende naam",
    "R202": "naam in meer regelingen",
    "R203": "naam is van hier niet te bereiken",
    "R205": "plaats zonder naam erachter",
    "R206": "tabel als waarde",
    "R207": "`op` bij iets anders dan een bedrag",
    "R208": "onbekend veld",
    "R209": "tekst in een formule",
    "R210": "gegeven dat nooit mag meetellen",
    "R211": "datum bestaat niet",
    "R212": "duur is geen heel getal",
    "R221": "aantal argumenten",
    "R222": "onbekende wijze van afronden",
    "R223": "geen tabel",
    "R224": "geen begrip",
    "R225": "onbekende regeling",
    "R226": "functie past niet bij een verzameling",
    "R227": "onbekende of onbereikbare verzameling",
    "R230": "onbekende waardenlijst",
    "R231": "gegeven twee keer verklaard",
    "R232": "naam al in gebruik",
    "R233": "`over` bestaat niet",
    "R234": "groep niet van personen",
    "R235": "plicht zonder begrip",
    "R236": "`vult_in` wijst naar niets",
    "R237": "open term van een ander soort",
    "R238": "invulling zonder waarde",
    "R239": "`dan` zonder begrip",
    "R240": "begrip niet verklaard",
    "R242": "geen waarde van het gegeven",
    "R243": "verloop van iets zonder meer of minder",
    "R301": "ander soort waarde verwacht",
    "R302": "eenheden passen niet",
    "R303": "takken van een ander soort",
    "R304": "niet te vergelijken",
    "R305": "geen volgorde",
    "R306": "`in` hoort bij een keuze",
    "R307": "onbekende waarde van een keuze",
    "R308": "niet op te tellen",
    "R309": "delen van een cent",
    "R310": "leeftijd en duur vergelijken",
    "R311": "tot hoeveel een grond draagt",
    "R312": "delen door nul",
    "R320": "eenheid ontbreekt",
    "R321": "waarden ontbreken",
    "R322": "vermoeden waar de aanvrager bewijst",
    "R323": "vermoeden van een ander soort",
    "R324": "bedrag van een ander soort",
    "R325": "gekozen lezing bestaat niet",
    "R326": "geen past niet bij de uitkomst",
    "R330": "begrip van een andere entiteit",
    "R331": "stap past niet bij het begrip",
    "R401": "relatie wijst naar geen regel",
    "R402": "buiten de reikwijdte",
    "R403": "relatie tussen entiteiten",
    "R404": "trede klopt niet",
    "R405": "paragraaf niet in de indeling",
    "R406": "beperking zonder grondslag",
    "R407": "`wijzigt` en `dan` verschillen",
    "R408": "volgorde loopt rond",
    "R409": "wijzigingen zonder volgorde",
    "R410": "term twee keer ingevuld",
    "R420": "`kan` zonder keuze",
    "R450": "voorrang zonder uitdrukkelijke relatie",
    "R501": "regels lopen rond",
    "R601": "bron ontbreekt",
    "R602": "restwaarde zonder bron",
    "R603": "geen ECLI",
    "R604": "einddatum ontbreekt",
    "R605": "einddatum en open einde",
    "R606": "periode loopt terug",
    "R607": "rijen lopen niet op",
    "R608": "geen waarde als geen regel geldt",
    "R609": "twee versies voor dezelfde periode",
    "R610": "regel zonder gevolg",
    "R611": "afwijking zonder andere waarde",
    "R612": "`na` zonder `wijzigt`",
    "R613": "`alle_van_blokkade` zonder blokkade",
    "R614": "relatie wijst niet naar een plek",
    "R615": "nummer of code verkeerd geschreven",
    "R616": "aantal patronen",
    "R617": "geen duur",
    "R618": "uitkomst en velden passen niet",
    "R619": "meer dan feiten in een gegevensset",
    "R620": "versies overlappen",
    "R621": "geen waarden of rijen",
    "R702": "veld dat een patroon niet kent",
    "R703": "waarde of variabele verkeerd gebruikt",
    "R704": "patronen zonder gedeelde variabele",
    "R705": "signaal bestaat niet",
    "R706": "signalen lopen rond",
    "R707": "reikwijdte sluit niet aan",
    "R708": "patroon op een signaal zonder naam of soort",
    "R710": "woord of naam in een signaal bestaat niet",
    "R711": "signaal noemt een regel die niet bestaat",
    "R712": "signaal noemt een oordeel dat niet bestaat",
    "V101": "geen artikelenbestand",
    "V102": "onbekende sleutel in een artikelenbestand",
    "V103": "sleutel ontbreekt in een artikelenbestand",
    "V104": "onbekende status",
    "V105": "geen vaste reden",
    "V106": "id van een artikelregel staat er twee keer",
    "V107": "artikelregel noemt iets dat niet bestaat",
    "V108": "artikelregel noemt een naam uit meer regelingen",
    "V109": "sleutel past niet bij de status",
    "V110": "open norm zonder oordeel",
    "V111": "geen ECLI in een artikelregel",
    "V112": "andere vorm verwacht in een artikelenbestand",
    "W101": "opmerking direct achter een formule",
}
"""Every code with a short Dutch title; a test holds this against the code and the bad examples."""


class EngineError(Exception):
    """Base of everything this engine raises on purpose."""


class DiagnosticError(EngineError):
    """An error that carries all diagnostics at once."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Keep the diagnostics, sorted and without doubles."""
        self.diagnostics = in_order(diagnostics)
        super().__init__("\n".join(str(d) for d in self.diagnostics))


class RuleError(DiagnosticError):
    """The rule files hold errors (codes R…), or the accounting beside them (codes V…)."""


class CaseError(DiagnosticError):
    """The request holds errors (codes C…)."""


class UnsupportedNode(EngineError):
    """A backend cannot express a rule; found when compiling, with the place of the rule."""

    def __init__(self, what: str, at: Origin) -> None:
        """Name the construct and its place."""
        self.at = at
        super().__init__(f"{at}: {what}")


class MissingPart(EngineError):
    """A part of the installation is missing; the message says which and how to get it."""


class InternalError(EngineError):
    """A broken invariant: our bug, never the user's."""


REASONS = {
    errno.ENOENT: "het bestaat niet",
    errno.EACCES: "daar is geen toestemming voor",
    errno.EPERM: "daar is geen toestemming voor",
    errno.EROFS: "op deze schijf kan niet geschreven worden",
    errno.ENOSPC: "de schijf is vol",
    errno.EDQUOT: "de schijf is vol",
    errno.EISDIR: "het is een map",
    errno.ENOTDIR: "een deel van het pad is geen map",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.ELOOP: "de koppelingen lopen rond",
    errno.EEXIST: "het bestaat al",
}


def reason(error: OSError) -> str:
    """Why a file could not be read or written, in Dutch."""
    return REASONS.get(error.errno or 0, f"foutnummer {error.errno}")
