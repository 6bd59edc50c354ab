"""A signal as Dutch: when it lights up, where it stays dark, and what it asks of whom."""

from collections.abc import Mapping, Sequence

from engine.backends.render_nl.dutch import phrase, sentence, together
from engine.backends.render_nl.names import find, heading, label, letters
from engine.backends.render_nl.remarks import judge
from engine.backends.render_nl.sources import cite_together, the_act
from engine.backends.render_nl.statements import clause
from engine.ir.program import Program
from engine.model.rule import EEN_RANG, Reikwijdte
from engine.model.signal import Patroon, Signaal

Fields = Mapping[str, tuple[str, ...]]
PLACES = {
    "besluit": "een besluit", "gezin": "het recht van het gezin", "oplossing": "een oplossing",
    "persoon": "het recht van een persoon", "huishouding": "het recht van het huishouden",
}  # fmt: skip
STATES = {"onbekend": "nog niet bekend", "waarde": "bekend", "gat": "leeg", "conflict": "strijdig"}
ANSWERS = {
    "geen_grond": "geen grond heeft", "grond": "een grond heeft", "kansrijk": "kansrijk is",
    "keuze": "een keuze van het college vraagt", "strijdig": "op strijdige regels stuit",
    "elders": "bij een andere wet hoort", "past_zonder_besluit": "zonder besluit past",
}  # fmt: skip
POWERS = {"kan": "mag", "moet": "moet", "onzeker": "misschien mag", "geen": "niet mag"}
CHARACTERS = {
    "kan": "een kan-bepaling",
    "open": "een open norm",
    "dwingend": "een dwingende regel",
}


def render_signal(program: Program, act: str, signal: Signaal) -> str:
    """When the signal lights up, where it cannot reach, and the question that it asks."""
    told = together([_pattern(program, pattern) for pattern in signal.als], ", en")
    parts = [f"Dit signaal gaat aan als {told.replace(' , en ', ', en ')}"]
    if signal.reikwijdte is not None:
        parts.append(_reach(program, act, signal.reikwijdte))
    if signal.behalve_blokkade:
        barring = cite_together(program, signal.behalve_blokkade)
        parts.append(f"Het blijft uit als dit in de weg staat: {barring}")
    parts.append(_asks(program, signal.toets))
    return " ".join(sentence(part) for part in parts if part)


def _asks(program: Program, name: str) -> str:
    norm = program.norms.get(find(program, name))
    if norm is None:
        return f"Het beslist niets. Het vraagt een medewerker om dit te doen: {phrase(name)}"
    return f"Het beslist niets. Het vraagt ({judge(norm)}): “{norm.question}”"


def _pattern(program: Program, pattern: Patroon) -> str:
    fields = pattern.velden
    match pattern.soort:
        case "uitkomst":
            return _values(program, fields.get("begrip", ()), fields)
        case "gegeven":
            return _values(program, fields.get("naam", ()), fields)
        case "blokkade":
            return _blocked(program, fields)
        case "omstandigheid":
            grade = fields.get("ernst", ())
            much = f" (de nood is {_labels(grade)})" if grade else ""
            kinds = _labels(fields.get("soort", ()))
            return f"dit speelt: {kinds}{much}" if kinds else f"er iets speelt{much}"
        case "behoefte":
            return f"er een behoefte is in het leefgebied {_labels(fields.get('leefgebied', ()))}"
        case "oplossing":
            return _solution(fields)
        case "voornemen":
            return _intended(fields)
        case "signaal":
            named = fields.get("id", ())
            if not named:
                return f"ook een signaal van deze soort aan is: {_labels(fields.get('soort', ()))}"
            return f"ook dit signaal aan is: {together(list(named), 'of')}"


def _labels(values: Sequence[str]) -> str:
    return together([label(value) for value in values], "of")


def _values(program: Program, names: Sequence[str], fields: Fields) -> str:
    """Names with the values that light it up: `het bezwaar ontvankelijk is`."""
    values = fields.get("waarde", ())
    told = []
    for name in names:
        full = find(program, name)
        known = [clause(program, full, yes=v == "ja") for v in values if v in ("ja", "nee")]
        if known and all(known) and set(values) <= {"ja", "nee", "onbekend"}:
            open_too = "onbekend" in values
            told += [f"{text} (of dat nog niet bekend is)" if open_too else text for text in known]
        else:
            states = [STATES.get(s, letters(s)) for s in fields.get("status", ())]
            words = [STATES["onbekend"] if v == "onbekend" else label(v) for v in values]
            told.append(f"{heading(program, full)} {together([*words, *states], 'of')} is")
    return together(list(dict.fromkeys(told)), "of")


def _blocked(program: Program, fields: Fields) -> str:
    rule = together([CHARACTERS.get(c, c) for c in fields.get("karakter", ())], "of")
    ranks = [EEN_RANG.get(rank, letters(rank)) for rank in fields.get("rang", ())]
    what = rule or together(ranks, "of") or "een regel"
    held = [PLACES.get(place, letters(place)) for place in fields.get("bij", ())]
    via = [_held(program, name) for name in fields.get("via", ())]
    by = [_held(program, name) for name in fields.get("regel", ())]
    what = f"{what} ({together(by, 'of')})" if by else what
    return f"{what} dit tegenhoudt: {together([*held, *via], 'of') or 'wat is gevraagd'}"


def _held(program: Program, name: str) -> str:
    if program.rule_named(name) is not None:
        return cite_together(program, [name])
    return heading(program, name)


def _solution(fields: Fields) -> str:
    kinds = _labels(fields.get("soort", ()))
    form = _labels(fields.get("vorm", ()))
    parts = [f"gaat om {kinds}" if kinds else "", f"de vorm {form} heeft" if form else ""]
    parts.append(together([ANSWERS.get(a, letters(a)) for a in fields.get("uitkomst", ())], "of"))
    told = together([part for part in parts if part])
    return f"een oplossing {told}" if told else "er een oplossing is gevraagd"


def _intended(fields: Fields) -> str:
    kinds = _labels(fields.get("soort", ()))
    power = together([POWERS.get(p, letters(p)) for p in fields.get("bevoegdheid", ())], "of")
    told = f"het college dit van plan is: {kinds}" if kinds else "het college iets van plan is"
    return f"{told} en het dat {power}" if power else told


def _reach(program: Program, act: str, reach: Reikwijdte) -> str:
    parts = [f"artikel {together(list(reach.artikelen))}"] if reach.artikelen else []
    parts += [f"paragraaf {together(list(reach.paragrafen))}"] if reach.paragrafen else []
    parts += [the_act(program, act if r == "deze" else r) for r in reach.regelingen]
    told = [f"wat staat in {together(parts)}"] if parts else []
    if reach.blokkade is not None:
        told += [EEN_RANG.get(rank, letters(rank)) for rank in reach.blokkade.rang]
        told += [CHARACTERS.get(c, letters(c)) for c in reach.blokkade.karakter]
    return f"Het kijkt alleen naar {together(told, 'of')}" if told else ""
