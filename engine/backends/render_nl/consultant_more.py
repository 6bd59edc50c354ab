"""What comes after the answer for a consultant: signals, questions, terms, notices."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from engine.backends.render_nl.blocks import Block, Line, lines
from engine.backends.render_nl.consultant_time import time_block
from engine.backends.render_nl.dutch import (
    in_days,
    listing,
    phrase,
    sentence,
    together,
    upper_first,
)
from engine.backends.render_nl.names import find, heading, label
from engine.backends.render_nl.sources import cite_together
from engine.backends.render_nl.statements import clause, subject
from engine.backends.render_nl.toets_words import CERTAINTY, about, plain, where
from engine.backends.render_nl.values import from_json, parse_day
from engine.ir.program import Program
from engine.model.request import DISPUTED
from engine.result.toets import Factor, Melding, SignaalToets, TermijnToets, Toets, Vraag

STATES = {"onbekend": "nog niet bekend"}
WEIGHT = {"hoog": 0, "gewoon": 1, "laag": 2}
SEEN = {"ja": "speelt hier", "nee": "speelt hier niet", "onbekend": "nog niet bekend"}
BLOCKED = "geblokkeerd door "
TERM = {
    "loopt": "loopt", "gehaald": "gehaald", "te_laat": "te laat", "onbekend": "nog niet bekend",
}  # fmt: skip


def more_blocks(toets: Toets, program: Program, words: Mapping[str, str]) -> list[Block]:
    """The blocks that have something to say."""
    blocks = [
        Block("Kijk ook naar", tuple(_signals(program, toets.signalen, words))),
        Block("Vragen", lines(_questions(program, toets.vragen, words), 1)),
        time_block(toets, program, words),
        Block(
            "Termijnen", tuple(row for t in toets.termijnen for row in _term(program, t, words))
        ),
        Block(
            "Aangenomen in het voordeel van de inwoner", lines(_assumed(toets, program, words), 1)
        ),
        Block("Betwist door de inwoner", lines(_disputed(toets, program, words), 1)),
        Block("Lessen", lines(_notices(toets.meldingen, ("les",)), 1)),
        Block("Onzekere lezing van de wet", lines(_notices(toets.meldingen, ("lezing",)), 1)),
        Block("Meldingen over de regels", lines(_about_rules(toets.meldingen), 1)),
        Block("Blijft donker", lines([f"{g.id}: {plain(g.waarom)}" for g in toets.gedoofd], 1)),
    ]
    return [block for block in blocks if block.lines]


def _signals(
    program: Program, signals: Sequence[SignaalToets], words: Mapping[str, str]
) -> list[Line]:
    """Signals by weight; the same signal about several things stands once."""
    groups: dict[tuple[int, str], list[SignaalToets]] = {}
    for signal in sorted(signals, key=lambda s: (s.id, s.over)):
        groups.setdefault((WEIGHT.get(signal.gewicht, 1), signal.id), []).append(signal)
    return [row for key in sorted(groups) for row in _signal(program, groups[key], words)]


def _signal(
    program: Program, same: Sequence[SignaalToets], words: Mapping[str, str]
) -> list[Line]:
    signal = same[0]
    head = [where(program, signal.regeling, signal.artikel)]
    head.append(plain(signal.soort))
    head.append(f"trede {signal.trede}" if signal.trede else "")
    head.append(f"over {together([about(s.over, words) for s in same])}")
    if signal.zekerheid != "high":
        head.append(f"zekerheid {CERTAINTY.get(signal.zekerheid, signal.zekerheid)}")
    told = "; ".join(text for text in head if text)
    causes = _causes(program, [text for s in same for text in s.aanleiding])
    under = [
        sentence(plain(signal.waarom)),
        f"aanleiding: {listing(causes)}" if causes else "",
        *_factors(signal.factoren),
        f"motiveer: {'; '.join(plain(m) for m in signal.motiveer)}" if signal.motiveer else "",
        f"rechtspraak: {together(signal.rechtspraak)}" if signal.rechtspraak else "",
        f"beslist: {together([label(who) for who in signal.bevoegd], 'of')}"
        if signal.bevoegd
        else "",
        "hierover is al geoordeeld" if all(s.status == "beoordeeld" for s in same) else "",
    ]
    return [Line(f"{signal.id}: {told}"), *lines(under, 1)]


def _causes(program: Program, texts: Sequence[str]) -> list[str]:
    """Every cause once; rules that stand in the way are named together."""
    rules = [text.removeprefix(BLOCKED) for text in texts if text.startswith(BLOCKED)]
    others = [cause(program, text) for text in texts if not text.startswith(BLOCKED)]
    held = [f"tegengehouden door {cite_together(program, rules)}"] if rules else []
    return [*held, *dict.fromkeys(others)]


def cause(program: Program, text: str) -> str:
    """Why a signal lit up: `naam = waarde`, `soort (ernst)` or `oplossing: soort` in words."""
    name, is_value, value = text.partition(" = ")
    if is_value:
        told = clause(program, find(program, name), yes=value == "ja")
        if told and value in ("ja", "nee"):
            return f"dat {told}"
        return f"{subject(program, name)}: {STATES.get(value) or label(value)}"
    kind, is_kind, word = text.partition(": ")
    if is_kind:
        return f"{plain(kind)}: {label(word)}"
    word, graded, grade = text.partition(" (")
    return f"{label(word)} ({grade}" if graded else plain(label(text))


def _factors(factors: Sequence[Factor]) -> list[str]:
    told = []
    for direction, opening in (("voor", "pleit voor"), ("tegen", "pleit tegen"), ("", "weeg mee")):
        found = list(dict.fromkeys(_factor(f) for f in factors if f.richting == direction))
        if found:
            told.append(f"{opening}: {'; '.join(found)}")
    return told


def _factor(factor: Factor) -> str:
    seen = SEEN.get(factor.status, "") if factor.status in ("ja", "nee") else ""
    return f"{plain(factor.naam)} ({seen})" if seen else plain(factor.naam)


def _questions(
    program: Program, questions: Sequence[Vraag], words: Mapping[str, str]
) -> list[str]:
    """Every question once for all that it is about and for the same reasons."""
    groups: dict[tuple[str, str, tuple[str, ...]], dict[str, None]] = {}
    for question in questions:
        key = (question.soort, question.vraag, question.waarom)
        place = about(_one_way(program, question), words)
        groups.setdefault(key, {})[place] = None
    return [
        f"{text} ({'oordeel' if kind == 'oordeel' else 'gegeven'} over "
        f"{listing(list(places))}; voor {_reasons(program, why, words)})"
        for (kind, text, why), places in groups.items()
    ]


def _one_way(program: Program, question: Vraag) -> str:
    """The instance of a question; of a pair that is asked both ways only one."""
    kind, _, name = question.over.partition(":")
    fact = program.facts.get(question.naam)
    if kind != "paar" or fact is None or not fact.symmetric:
        return question.over
    return f"{kind}:{'>'.join(sorted(name.split('>')))}"


def _reasons(program: Program, reasons: Sequence[str], words: Mapping[str, str]) -> str:
    """What the answer bears on, each name once with all its places."""
    found: dict[str, list[str]] = {}
    for why in reasons:
        name, _, inst = why.partition(" (")
        told = heading(program, find(program, name)) if inst else why
        found.setdefault(told, []).extend([about(inst.rstrip(")"), words)] if inst else [])
    return listing([f"{n} ({together(p)})" if p else n for n, p in found.items()])


def _term(program: Program, term: TermijnToets, words: Mapping[str, str]) -> list[Line]:
    start, end = _first_day(program, term), parse_day(term.tot)
    days = f"van {in_days(start)}" if start else ""
    until = f" tot en met {in_days(end)}" if end else ", einde nog niet bekend"
    state, done = TERM.get(term.status, plain(term.status)), parse_day(term.klaar)
    if done is not None:
        state += f" op {in_days(done)}"
    head = f"{upper_first(term.wat)} ({about(term.over, words)}): {days}{until}, {state}"
    if term.zekerheid != "high":
        head += f" (zekerheid {CERTAINTY.get(term.zekerheid, term.zekerheid)})"
    return [Line(head), *lines([sentence(term.rekenwijze), _effect(term.gevolg)], 1)]


def _first_day(program: Program, term: TermijnToets) -> date | None:
    """The first day that counts: the day after the event, unless the term says otherwise."""
    start = parse_day(term.van)
    same = any(t.id == term.id and t.first_day == "zelfde" for t in program.terms)
    return start if start is None or same else start + timedelta(days=1)


def _effect(effect: str) -> str:
    """What comes of it, as a sentence."""
    if not effect or effect.lower().startswith(("daarna", "ook daarna", "bij ")):
        return sentence(effect)
    return f"Is dit te laat, dan volgt: {phrase(effect)}."


def _assumed(toets: Toets, program: Program, words: Mapping[str, str]) -> list[str]:
    """What is presumed, as statements; what is presumed of several stands once."""
    places: dict[tuple[str, str], list[str]] = {}
    for row in toets.aannames:
        value = from_json(row.waarde)
        told = clause(program, row.naam, yes=value == "ja") if value in ("ja", "nee") else ""
        key = f"dat {told}" if told else f"{subject(program, row.naam)}: {value}"
        places.setdefault((key, row.naam), []).append(about(row.over, words))
    return [f"{told} ({together(inst)})" for (told, _), inst in places.items()]


def _disputed(toets: Toets, program: Program, words: Mapping[str, str]) -> list[str]:
    return [
        f"{subject(program, m.tekst)} ({about(m.over, words)}): lees zijn eigen woorden en "
        f"oordeel erover, onder `beoordelingen` met `oordeel: {DISPUTED}{m.tekst}`"
        for m in toets.meldingen
        if m.soort == "betwist"
    ]


def _notices(notices: Sequence[Melding], sorts: tuple[str, ...]) -> list[str]:
    return [
        f"{sentence(plain(m.tekst))} [{plain(m.bron)}]" if m.bron else sentence(plain(m.tekst))
        for m in notices
        if m.soort in sorts
    ]


def _about_rules(notices: Sequence[Melding]) -> list[str]:
    told = _notices(notices, ("geweigerde_invulling", "verlopen", "melding"))
    order = [plain(m.tekst) for m in notices if m.soort == "voorrang"]
    if order:
        told.append(f"Voorrang zonder uitdrukkelijke relatie: {len(order)} keer; zie controleer.")
    return told
