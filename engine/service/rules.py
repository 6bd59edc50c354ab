"""One rule, signal, concept, fact, amount or judgement: a sentence, sources and relations."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from engine.backends.render_nl import cite, deep_link, juriconnect, render_rule
from engine.backends.render_nl.dutch import in_days, sentence, upper_first
from engine.backends.render_nl.signals import render_signal
from engine.backends.render_nl.values import in_words
from engine.decide.encode import entity_word
from engine.ir.declarations import Source
from engine.ir.program import Edge, Program, Rule
from engine.model.regulation import Corpus
from engine.model.rule import Regel
from engine.origin import NOWHERE, Origin
from engine.service.how_to_answer import how_to_answer
from engine.service.names import UnknownName, not_known
from engine.service.ports import Rules

WHY = {
    "hoger": "een hogere regeling gaat voor",
    "bijzonder": "een bijzondere regel gaat voor",
    "later": "een latere regel gaat voor",
}
NAMED = "noem een regel, signaal, begrip, gegeven, bedrag of oordeel bij zijn naam"
RELATIONS = {
    "sluit_uit": "sluit uit",
    "in_afwijking_van": "wijkt af van",
    "beperkt": "beperkt",
    "voorrang": "gaat voor",
}


@dataclass(frozen=True, kw_only=True)
class Vindplaats:
    """A legal source in words, with the address of the text as it stood on the peildatum."""

    bron: str
    link: str = ""
    juriconnect: str = ""


@dataclass(frozen=True, kw_only=True)
class Verband:
    """A relation with another rule, and why."""

    regel: str
    verband: str
    toelichting: str


@dataclass(frozen=True, kw_only=True)
class Beeld:
    """What there is to say of something in the rules; field names are the JSON keys.

    Attributes:
        soort: regel, signaal, begrip, gegeven, bedrag or oordeel.
        doel: what a rule is for, or else its regulation.
        zin: what it says, in Dutch.
        gaat_opzij_voor: rules that set this one aside.
        zet_opzij: rules that this one sets aside.
        regels: rules that give a concept its value, or that ask a judgement.
    """

    id: str
    soort: str
    zin: str
    toelichting: str = ""
    vindplaatsen: tuple[Vindplaats, ...] = ()
    plaats: str = ""
    zekerheid: str = ""
    doel: str = ""
    gaat_opzij_voor: tuple[Verband, ...] = ()
    zet_opzij: tuple[Verband, ...] = ()
    regels: tuple[str, ...] = ()


def view(rules: Rules, name: str, day: date, municipality: str = "") -> Beeld:
    """Show what carries this id or name on this day.

    Raises:
        UnknownName: nothing does; the hint says what looks like it, or when it does hold.
        RuleError: the rules hold errors.
    """
    setting = rules.setting(day, municipality)
    program = setting.program
    rule = program.rule_named(name)
    if rule is not None:
        return _rule(program, rule)
    if name in setting.signals:
        act, signal = setting.signals[name]
        found = [
            Source(
                regulation=bron.regeling or act, article=bron.artikel or "",
                paragraph=bron.lid or "", part=bron.onderdeel or "", ecli=bron.ecli or "",
                method=bron.methode or "",
            )
            for bron in signal.bron
        ]  # fmt: skip
        return Beeld(
            id=name,
            soort="signaal",
            zin=render_signal(program, act, signal),
            toelichting=signal.toelichting,
            vindplaatsen=_sources(program, found),
            plaats=_place(signal.herkomst),
            zekerheid=signal.zekerheid,
        )
    full = [n for n in _named(program) if n == name or n.rpartition(".")[2] == name]
    if len(full) > 1:
        hint = f"kies uit: {', '.join(full)}"
        raise UnknownName(f"`{name}` bestaat in meer regelingen", hint)
    if full:
        return _other(program, full[0])
    raise UnknownName(*_unknown(rules.corpus, program, name, day))


def _named(program: Program) -> list[str]:
    return sorted({*program.begrippen, *program.facts, *program.amounts, *program.norms})


def _rule(program: Program, rule: Rule) -> Beeld:
    before = [_before(program, edge) for edge in rule.defeaters]
    after = [
        Verband(regel=other.id, verband=relation_words(edge), toelichting=other.text)
        for other in program.rules
        for edge in other.defeaters
        if edge.rule == rule.number
    ]
    return Beeld(
        id=rule.id,
        soort="regel",
        zin=render_rule(program, rule),
        toelichting=rule.text,
        vindplaatsen=_sources(program, rule.sources),
        plaats=_place(rule.origin),
        zekerheid=rule.certainty,
        doel=program.purpose_of(rule),
        gaat_opzij_voor=tuple(dict.fromkeys(before)),
        zet_opzij=tuple(dict.fromkeys(after)),
    )


def _before(program: Program, edge: Edge) -> Verband:
    other = program.rules[edge.rule]
    return Verband(regel=other.id, verband=relation_words(edge), toelichting=other.text)


def relation_words(edge: Edge) -> str:
    """By what relation one rule goes before another."""
    return WHY.get(edge.why) or RELATIONS.get(edge.relation, edge.relation)


def _sources(program: Program, found: Iterable[Source]) -> tuple[Vindplaats, ...]:
    return tuple(
        Vindplaats(
            bron=cite(program, source),
            link=deep_link(program, source, program.day),
            juriconnect=juriconnect(program, source, program.day),
        )
        for source in found
    )


def _other(program: Program, name: str) -> Beeld:
    """A concept, a fact, an amount or a judgement."""
    if name in program.facts:
        fact = program.facts[name]
        return Beeld(
            id=name, soort="gegeven", zin=how_to_answer(fact), toelichting=sentence(fact.text),
            plaats=_place(fact.origin),
        )  # fmt: skip
    if name in program.amounts:
        amount = program.amounts[name]
        rows = [
            f"{in_words(value, amount.type) if value is not None else 'onbekend'} "
            f"vanaf {in_days(start)}"
            for start, value in amount.entries
        ]
        until = f"; tot en met {in_days(amount.until)}" if amount.until else ""
        return Beeld(
            id=name, soort="bedrag", zin=f"{upper_first('; '.join(rows))}{until}.",
            vindplaatsen=_sources(program, amount.sources), plaats=_place(amount.origin),
            zekerheid=amount.certainty,
        )  # fmt: skip
    if name in program.norms:
        norm = program.norms[name]
        factors = "; ".join(factor.name for factor in norm.factors) or "geen"
        return Beeld(
            id=name, soort="oordeel",
            zin=f"{norm.question} Bevoegd: {', '.join(norm.roles)}. Factoren: {factors}.",
            vindplaatsen=_sources(program, norm.sources), plaats=_place(norm.origin),
            zekerheid=norm.certainty,
        )  # fmt: skip
    begrip = program.begrippen[name]
    givers = sorted({program.rules[c.rule].id for c in (*begrip.candidates, *begrip.changes)})
    return Beeld(
        id=name, soort="begrip", zin=f"Een begrip over {entity_word(begrip.entity)}.",
        toelichting=begrip.text,
        vindplaatsen=_sources(program, begrip.sources), plaats=_place(begrip.origin),
        regels=tuple(givers),
    )  # fmt: skip


def _place(origin: Origin) -> str:
    return "" if origin == NOWHERE else str(origin)


def _unknown(corpus: Corpus, program: Program, name: str, day: date) -> tuple[str, str]:
    """What to say of a name that holds nothing on this day."""
    versions = [(r.id, rule) for r in corpus.regelingen for rule in r.secties.regels
                if rule.id == name]  # fmt: skip
    if versions:
        if not any(_holds(rule, day) for _, rule in versions):
            periods = " en ".join(_period(rule) for _, rule in versions)
            return f"de regel `{name}` geldt niet op {day}", f"wel {periods}"
        return f"de regel `{name}` geldt hier niet", "noem de gemeente met `--gemeente`"
    known = [*(rule.id for rule in program.rules), *_ids(corpus), *_named(program)]
    return f"er is geen regel `{name}`", not_known(name, known) or NAMED


def _ids(corpus: Corpus) -> Iterator[str]:
    for regeling in corpus.regelingen:
        yield from (rule.id for rule in regeling.secties.regels)
        yield from (signal.id for signal in regeling.secties.signalen)


def _holds(rule: Regel, day: date) -> bool:
    return rule.geldig is None or rule.geldig.holds(day)


def _period(rule: Regel) -> str:
    if rule.geldig is None:
        return "altijd"
    start = f"vanaf {rule.geldig.vanaf}" if rule.geldig.vanaf else ""
    end = f"tot en met {rule.geldig.tot}" if rule.geldig.tot else ""
    return f"{start} {end}".strip()
