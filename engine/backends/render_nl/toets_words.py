"""Words of a Toets: its statuses, places and sources, for a reader who knows the law."""

import re
from collections.abc import Mapping, Sequence

from engine.backends.render_nl.dutch import listing, together
from engine.backends.render_nl.names import find, label, letters
from engine.backends.render_nl.remarks import judge
from engine.backends.render_nl.sources import act_name, cite, cite_rule
from engine.backends.render_nl.statements import subject
from engine.ir.case import Inst
from engine.ir.declarations import Source
from engine.ir.program import Program
from engine.result.toets import Nodig, Toets

RUNGS = {
    "a": "geen besluit nodig",
    "b": "de gewone regel",
    "c": "ruimte binnen de regel",
    "d": "maatwerk of hardheidsclausule",
    "e": "beginselen van de Awb",
}
RANKS = {
    "amvb": "algemene maatregel van bestuur",
    "ministeriele_regeling": "ministeriële regeling",
    "ongeschreven_recht": "ongeschreven recht",
}
CHARACTERS = {"kan": "kan-bepaling", "open": "open norm", "dwingend": "dwingend"}
LIFTERS = {
    "inwoner": "de inwoner",
    "bewijs": "wie het bewijs heeft",
    "oordeel": "wie oordeelt",
    "college": "het college",
    "raad": "de gemeenteraad",
    "wetgever": "de wetgever",
}
GAPS = {
    "uitgesloten": "uitgesloten",
    "geen_regel": "geen regel geeft een waarde",
    "geen_waarde": "er is geen waarde bekend",
    "verlopen": "het bedrag is verlopen",
    "delegatie_ontbreekt": "de gemeente heeft dit niet (geldig) ingevuld",
    "niet_aan_de_orde": "niet aan de orde",
    "buiten_reikwijdte": "buiten de grenzen van de regel",
}
CERTAINTY = {"high": "hoog", "medium": "gemiddeld", "low": "laag"}
NO_WORDS: Mapping[str, str] = {}
ENTITIES = {"gezin": "gezin van", "huishouding": "huishouden van"}
_PLACE = re.compile(r"(\d\S*)(?: lid (\S+))?(?: onderdeel (\S+))?")


def municipality_state(toets: Toets, program: Program) -> str:
    """Whether the municipality was named (`missing`), and has rules here (`unknown`, `known`)."""
    if not toets.gemeente:
        return "missing"
    here = any(info.municipality == toets.gemeente for info in program.regulations)
    return "known" if here else "unknown"


def rung(letter: str) -> str:
    """A rung with its meaning: `trede b (de gewone regel)`."""
    return f"trede {letter} ({RUNGS[letter]})" if letter in RUNGS else "geen trede"


def rank(word: str) -> str:
    """The rank of a regulation."""
    return RANKS.get(word, letters(word))


def source_of(regulation: str, article: str) -> Source:
    """A source from the short form of a Toets: `22a lid 1 onderdeel a`."""
    if article.startswith("ECLI"):
        return Source(ecli=article)
    found = _PLACE.fullmatch(article)
    if found is None:
        return Source(method=article) if article else Source(regulation=regulation)
    return Source(
        regulation=regulation, article=found[1], paragraph=found[2] or "", part=found[3] or ""
    )


def place(program: Program, rule: str, regulation: str, article: str) -> str:
    """Where a rule stands in the law, with its id."""
    known = program.rule_named(rule)
    if known is not None:
        return cite_rule(program, known)
    return f"{where(program, regulation, article)} ({rule})"


def where(program: Program, regulation: str, article: str) -> str:
    """An article of a Toets in words; the act alone when there is no article."""
    source = source_of(regulation, article)
    if not (source.article or source.ecli or source.method):
        return act_name(program, regulation)
    return cite(program, source)


def about(key: str, words: Mapping[str, str] = NO_WORDS) -> str:
    """The instance of a Toets in words: `gezin van p1`, `p1 en p2`, `oplossing o1`.

    A household that `words` name by its key is called that.
    """
    if key in words:
        return words[key]
    word, _, name = key.partition(":")
    if word == "zaak":
        return "deze zaak"
    if word == "paar":
        return together(name.split(">"))
    if word == "persoon":
        return name
    return f"{ENTITIES.get(word, letters(word))} {name}".strip()


def place_key(inst: Inst) -> str:
    """The key of an instance in a Toets: `gezin:p1`."""
    return f"{letters(inst[0]).replace(' ', '_')}:{inst[1]}"


def needs(program: Program, need: Nodig) -> list[str]:
    """What is still needed, one text each: facts, judgements, and reasons upstream."""
    facts = [subject(program, name) for name in need.feiten]
    found = [f"gegevens: {listing(facts)}"] if facts else []
    found += [judgement(program, name) for name in need.oordelen]
    found += [f"eerst oplossen: {reason(program, text)}" for text in need.redenen]
    return found


def judgement(program: Program, name: str) -> str:
    """A judgement or choice that is open: its question, its name and who answers it."""
    norm = program.norms.get(find(program, name))
    if norm is None:
        return f"oordeel over {letters(name)}"
    kind = "keuze" if norm.nature == "keuze" else "oordeel"
    return f"{kind} ({judge(norm)}): {norm.question}"


def reason(program: Program, text: str) -> str:
    """A gap or conflict upstream: `uitgesloten: basisnorm` in words."""
    kind, _, name = text.partition(": ")
    told = GAPS.get(kind, "regels spreken elkaar tegen" if kind == "conflict" else letters(kind))
    return f"{subject(program, name)} ({told})" if name else told


def obstacles(ids: Sequence[str], words: Mapping[str, str]) -> str:
    """Obstacles by their own words, with their id."""
    return together([f"“{words[i]}” ({i})" if i in words else i for i in ids])


def plain(text: str) -> str:
    """A text of the engine made fit to read: no underscores and no backticks."""
    return text.replace("`", "").replace("_", " ")


def forms(texts: Sequence[str]) -> str:
    """Forms of help: `natura of pgb`."""
    return together([label(text) for text in texts], "of")
