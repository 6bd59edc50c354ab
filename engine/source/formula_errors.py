"""Dutch explanations of what is wrong with a formula: the sign, what was expected, what to do."""

import difflib
import re
from collections.abc import Iterable

from engine.errors import Diagnostic
from engine.origin import Origin
from engine.source.nodes import RANGE, Text


class ProblemFound(Exception):
    """A formula cannot be read; the diagnostic says why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        """Keep the diagnostic."""
        self.diagnostic = diagnostic
        super().__init__(str(diagnostic))


def problem(code: str, message: str, at: Origin, hint: str = "") -> ProblemFound:
    """A finding to raise."""
    return ProblemFound(Diagnostic(code=code, message=message, at=at, hint=hint))


def close_to(word: str, known: Iterable[str]) -> str:
    """A hint with the known word that looks most like this one, or an empty text."""
    near = difflib.get_close_matches(word, sorted(known), n=1)
    return f"bedoelt u `{near[0]}`?" if near else ""


_WORDS = "als|dan|anders|en|of|van|waarvoor|in|op|and|or|is|tussen"
_DUTCH = "gebruik `en of niet als dan anders ja nee`"
_NUMBER = "dit getal is niet goed geschreven"
_SIGNS = "gebruik `=`, `!=`, `<`, `<=`, `>` of `>=`"
_HERE = "hoort niet in een formule"

# What people write instead: (pattern before the place, pattern at the place, code, message, hint).
# The first row that matches is told; without one the message only says what was expected.
_MISTAKES = (
    (r"(?<![\w.])\d[\d.]* *$", rf"(?!(?:{_WORDS})\b)[a-z]", "R126", "dit is geen maat",
     "maten: euro(/maand, /jaar, /week, /dag, /uur), dagen, werkdagen, weken, maanden, jaar, uur"),
    (r"\b(?:not|if)\s+$", "", "R123", "formules zijn in het Nederlands", _DUTCH),
    (r"[a-z0-9_] +$", r"\(", "R123", "tussen een functie en haar haakje hoort geen spatie",
     "haal de spatie weg"),
    (r"\d$", r",\d", "R122", _NUMBER, "schrijf een punt voor de decimalen: `0.5`"),
    ("", r"\.\.", "R123", "een bereik hoort alleen bij `grenzen`",
     "schrijf een vergelijking: `x >= 1 en x <= 3`"),
    ("", r"\d{1,4}-\d{1,2}-\d{1,4}", "R122", "deze datum is niet goed geschreven",
     "een datum schrijft u als jjjj-mm-dd"),
    ("", r"\d+-\d", "R122", "om een min horen spaties",
     "schrijf `a - b`; een datum is jjjj-mm-dd"),
    ("", r"[\d.]+,\d", "R122", _NUMBER,
     "schrijf een punt voor de decimalen en geen punt voor duizendtallen: `1200.50`"),
    ("", r"0\d", "R122", "een getal begint niet met een extra nul", "laat de nul weg"),
    ("", r"\d+(?:\.\d+){2,}", "R122", _NUMBER, "schrijf geen punt voor duizendtallen: `1200000`"),
    ("", r"\d[\d.]*[A-Za-z_]", "R122", "tussen een getal en zijn maat hoort een spatie",
     "schrijf bijvoorbeeld `12 euro`"),
    ("", r"[\d.]", "R122", _NUMBER, "schrijf bijvoorbeeld `1200.50`"),
    ("", r"€", "R122", f"het euroteken {_HERE}", "schrijf `12.50 euro`"),
    ("", r"%", "R122", "tussen een getal en het procentteken hoort geen spatie", "schrijf `50%`"),
    ("", r",", "R127", f"een komma {_HERE}", "scheid argumenten met `;`"),
    ("", r"[\"'‘’“”]", "R127", "aanhalingstekens horen niet in een formule",
     "schrijf een label zonder aanhalingstekens: `vorm = pgb`"),
    ("", r"[&|!^~?$@\\\[\]{}#:]", "R127", f"dit teken {_HERE}",
     "gebruik de woorden `en`, `of` en `niet`"),
    ("", r"(?:and|or|not|if|then|else|true|false|none)\b", "R123",
     "formules zijn in het Nederlands", _DUTCH),
    ("", r"tussen\b", "R123", "`tussen` bestaat niet, omdat het de grenzen verbergt",
     "schrijf `x >= 18 en x < 21`"),
    ("", r"(?:is|gelijk)\b", "R123", "een vergelijking schrijft u met een teken", _SIGNS),
    ("", r"als\b", "R123", "`als … dan … anders …` kan hier niet zonder haakjes",
     "zet er haakjes om"),
    ("", r"waarvoor\b", "R123", "`waarvoor` hoort bij een verzameling in een functie",
     "schrijf bijvoorbeeld `er_is(leden waarvoor leeftijd < 18)`"),
    ("", r"van\b", "R123", "`van` hoort bij een verzameling in een functie",
     "schrijf bijvoorbeeld `som(inkomen van leden)`"),
    ("", r"[=<>]", "R123", "dit teken voor een vergelijking bestaat niet of staat er dubbel",
     _SIGNS),
    ("", r"[A-Z]", "R127", "hoofdletters horen niet in een formule",
     "namen en woorden staan in kleine letters"),
    ("", r"[^\x00-\x7f]", "R127", f"dit teken {_HERE}",
     "namen bestaan uit kleine letters, cijfers en `_`"),
)  # fmt: skip


def unexpected(text: Text, offset: int, expected: str) -> ProblemFound:
    """What is wrong at this place, where something else was expected."""
    before, here = text[:offset], text[offset:]
    if not here.strip():
        return _incomplete(text, expected)
    at = text.locator()(offset)
    if here.startswith(")") and before.count("(") <= before.count(")"):
        hint = "haal het weg of zet er een `(` bij"
        return problem("R123", "hier staat een haakje te veel", at, hint)
    for earlier, pattern, code, message, hint in _MISTAKES:
        if re.search(earlier, before) and re.match(pattern, here):
            return problem(code, message, at, hint)
    match = re.match(r"\w+|.", here)
    word = match[0] if match else here
    return problem("R123", f"`{word}` kan hier niet staan", at, f"verwacht: {expected}")


def _incomplete(text: Text, expected: str) -> ProblemFound:
    at = text.locator()(len(text.rstrip()))
    if text.form == RANGE:
        hint = "schrijf een laagste en een hoogste waarde: `0..12`"
        return problem("R129", "hier hoort een bereik te staan", at, hint)
    if text.count("(") > text.count(")"):
        return problem("R129", "een haakje `(` wordt nergens gesloten", at, "zet er een `)` bij")
    return problem("R129", "deze formule is niet af", at, f"verwacht: {expected}")
