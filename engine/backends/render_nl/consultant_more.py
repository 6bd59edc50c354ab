"""What comes after the answer for a consultant: signals, questions, terms, notices."""

from collections.abc import Sequence

from engine.backends.render_nl.blocks import Block, Line, lines
from engine.backends.render_nl.consultant_outcomes import is_shown, state
from engine.backends.render_nl.dutch import in_days, sentence, together, upper_first
from engine.backends.render_nl.names import find, heading, label
from engine.backends.render_nl.toets_words import CERTAINTY, about, plain, where
from engine.backends.render_nl.values import from_json, parse_day
from engine.ir.program import Program
from engine.result.toets import Factor, Melding, SignaalToets, TermijnToets, Toets, Vraag

WEIGHT = {"hoog": 0, "gewoon": 1, "laag": 2}
SEEN = {"ja": "speelt hier", "nee": "speelt hier niet", "onbekend": "nog niet bekend"}
TERM = {
    "loopt": "loopt", "gehaald": "gehaald", "te_laat": "te laat", "onbekend": "nog niet bekend",
}  # fmt: skip


def more_blocks(toets: Toets, program: Program) -> list[Block]:
    """The blocks that have something to say."""
    blocks = [
        Block("Kijk ook naar", tuple(_signals(program, toets.signalen))),
        Block("Vragen", lines([_question(program, v) for v in toets.vragen], 1)),
        Block("In de tijd", lines(_timeline(toets, program))),
        Block("Termijnen", tuple(row for t in toets.termijnen for row in _term(t))),
        Block("Aangenomen in het voordeel van de inwoner", lines(_assumed(toets, program), 1)),
        Block("Lessen", lines(_notices(toets.meldingen, ("les",)), 1)),
        Block("Onzekere lezing van de wet", lines(_notices(toets.meldingen, ("lezing",)), 1)),
        Block("Meldingen over de regels", lines(_about_rules(toets.meldingen), 1)),
        Block("Blijft donker", lines([f"{g.id}: {plain(g.waarom)}" for g in toets.gedoofd], 1)),
    ]
    return [block for block in blocks if block.lines]


def _signals(program: Program, signals: Sequence[SignaalToets]) -> list[Line]:
    """Signals by weight; the same signal about several things stands once."""
    groups: dict[tuple[int, str], list[SignaalToets]] = {}
    for signal in sorted(signals, key=lambda s: (s.id, s.over)):
        groups.setdefault((WEIGHT.get(signal.gewicht, 1), signal.id), []).append(signal)
    return [row for key in sorted(groups) for row in _signal(program, groups[key])]


def _signal(program: Program, same: Sequence[SignaalToets]) -> list[Line]:
    signal = same[0]
    head = [where(program, signal.regeling, signal.artikel)]
    head.append(plain(signal.soort))
    head.append(f"trede {signal.trede}" if signal.trede else "")
    head.append(f"over {together([about(s.over) for s in same])}")
    if signal.zekerheid != "high":
        head.append(f"zekerheid {CERTAINTY.get(signal.zekerheid, signal.zekerheid)}")
    told = "; ".join(text for text in head if text)
    causes = list(dict.fromkeys(cause(program, text) for s in same for text in s.aanleiding))
    under = [
        sentence(plain(signal.waarom)),
        f"aanleiding: {together(causes)}" if causes else "",
        *_factors(signal.factoren),
        f"motiveer: {'; '.join(plain(m) for m in signal.motiveer)}" if signal.motiveer else "",
        f"rechtspraak: {together(signal.rechtspraak)}" if signal.rechtspraak else "",
        f"beslist: {together([label(who) for who in signal.bevoegd], 'of')}"
        if signal.bevoegd
        else "",
        "hierover is al geoordeeld" if all(s.status == "beoordeeld" for s in same) else "",
    ]
    return [Line(f"{signal.id}: {told}"), *lines(under, 1)]


def cause(program: Program, text: str) -> str:
    """Why a signal lit up: `naam = waarde`, `soort (ernst)` or `oplossing: soort` in words."""
    name, is_value, value = text.partition(" = ")
    if is_value:
        return f"{heading(program, find(program, name))}: {label(value)}"
    kind, is_kind, word = text.partition(": ")
    if is_kind:
        return f"{plain(kind)}: {label(word)}"
    word, graded, grade = text.partition(" (")
    return f"{label(word)} ({grade}" if graded else plain(label(text))


def _factors(factors: Sequence[Factor]) -> list[str]:
    told = []
    for direction, opening in (("voor", "pleit voor"), ("tegen", "pleit tegen"), ("", "weeg mee")):
        found = [_factor(f) for f in factors if f.richting == direction]
        if found:
            told.append(f"{opening}: {'; '.join(found)}")
    return told


def _factor(factor: Factor) -> str:
    seen = SEEN.get(factor.status, "") if factor.status in ("ja", "nee") else ""
    return f"{plain(factor.naam)} ({seen})" if seen else plain(factor.naam)


def _question(program: Program, question: Vraag) -> str:
    reasons = together([_reason(program, why) for why in question.waarom])
    kind = "oordeel" if question.soort == "oordeel" else "gegeven"
    return f"{question.vraag} ({kind} over {about(question.over)}; voor {reasons})"


def _reason(program: Program, why: str) -> str:
    name, _, inst = why.partition(" (")
    if not inst:
        return why
    return f"{heading(program, find(program, name))} ({about(inst.rstrip(')'))})"


def _term(term: TermijnToets) -> list[Line]:
    start, end = parse_day(term.van), parse_day(term.tot)
    days = f"van {in_days(start)}" if start else ""
    until = f" tot en met {in_days(end)}" if end else ", einde nog niet bekend"
    state = TERM.get(term.status, plain(term.status))
    head = f"{upper_first(term.wat)} ({about(term.over)}): {days}{until}, {state}"
    return [Line(head), *lines([sentence(term.rekenwijze), sentence(term.gevolg)], 1)]


def _timeline(toets: Toets, program: Program) -> list[str]:
    """Entitlements between the days on which something changes."""
    told = []
    for span in toets.tijdlijn:
        start, end = parse_day(span.van), parse_day(span.tot)
        if start is None or end is None:
            continue
        found = [
            f"{heading(program, name)} ({about(inst)}) {state(program, outcome)}"
            for inst, row in span.uitkomsten.items()
            for name, outcome in row.items()
            if is_shown(program, name, aside=True)
        ]
        told.append(f"Van {in_days(start)} tot en met {in_days(end)}: {'; '.join(found)}.")
    return told


def _assumed(toets: Toets, program: Program) -> list[str]:
    places: dict[tuple[str, str], list[str]] = {}
    for row in toets.aannames:
        key = (heading(program, row.naam), from_json(row.waarde))
        places.setdefault(key, []).append(about(row.over))
    return [f"{name}: {value} ({together(inst)})" for (name, value), inst in places.items()]


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
