"""What there is to look up: regulations, rules and signals, as cards for a reader.

Field names are the Dutch JSON keys. Every card holds for one day and one municipality, except
those of regulations.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain

from engine.backends.render_nl.rules import render_rule
from engine.backends.render_nl.sources import WETTEN, cite, deep_link, juriconnect
from engine.ir.declarations import Source
from engine.ir.program import Edge, Program, Rule
from engine.model.regulation import Regeling
from engine.model.shared import Bron, Nagelezen
from engine.model.signal import Signaal
from engine.service.ports import Rules


@dataclass(frozen=True, kw_only=True)
class Lezing:
    """That a text was compared with its source, or agreed upon."""

    bron: str
    datum: str


@dataclass(frozen=True, kw_only=True)
class RegelingKaart:
    """A regulation: what it is, who decides, how much of it there is, and what was checked."""

    id: str
    naam: str
    soort: str
    aantal_regels: int
    aantal_signalen: int
    gemeente: str = ""
    bwb: str = ""
    link: str = ""
    bevoegd: str = ""
    doel: str = ""
    vanaf: str = ""
    tot: str = ""
    nagelezen: Lezing | None = None
    juridisch_akkoord: Lezing | None = None


@dataclass(frozen=True, kw_only=True)
class Regelingen:
    """All regulations that were loaded."""

    regelingen: tuple[RegelingKaart, ...]


@dataclass(frozen=True, kw_only=True)
class BronKaart:
    """A source as it is cited, with the address of its text on the day."""

    tekst: str
    regeling: str = ""
    artikel: str = ""
    lid: str = ""
    onderdeel: str = ""
    ecli: str = ""
    link: str = ""
    juriconnect: str = ""


@dataclass(frozen=True, kw_only=True)
class Verband:
    """Another rule that goes before this one, or the other way round; and why."""

    regel: str
    regeling: str
    relatie: str
    waarom: str
    toelichting: str = ""


@dataclass(frozen=True, kw_only=True)
class RegelKaart:
    """A rule in words, with its sources and its place among the others."""

    id: str
    regeling: str
    peildatum: str
    zin: str
    over: str
    rang: str
    trede: str
    karakter: str
    zekerheid: str
    gemeente: str = ""
    toelichting: str = ""
    richting: str = ""
    doel: str = ""
    les: str = ""
    bronnen: tuple[BronKaart, ...] = ()
    begrippen: tuple[str, ...] = ()
    wordt_uitgeschakeld_door: tuple[Verband, ...] = ()
    schakelt_uit: tuple[Verband, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Patroonkaart:
    """One thing a signal looks for; a word in capitals stands for the same thing everywhere."""

    soort: str
    velden: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class SignaalKaart:
    """A signal: what makes it light up, and what it asks."""

    id: str
    regeling: str
    peildatum: str
    soort: str
    gewicht: str
    toets: str
    zekerheid: str
    gemeente: str = ""
    trede: str = ""
    toelichting: str = ""
    als: tuple[Patroonkaart, ...] = ()
    behalve_blokkade: tuple[str, ...] = ()
    factoren: tuple[str, ...] = ()
    motiveer: tuple[str, ...] = ()
    rechtspraak: tuple[str, ...] = ()
    bronnen: tuple[BronKaart, ...] = ()


def list_regulations(rules: Rules) -> Regelingen:
    """All regulations, by id."""
    return Regelingen(regelingen=tuple(map(_regulation, rules.corpus.regelingen)))


def find_rule(rules: Rules, name: str, day: date, municipality: str = "") -> RegelKaart | None:
    """The rule with this id as it holds on that day, or None."""
    program = rules.setting(day, municipality).program
    rule = program.rule_named(name)
    return None if rule is None else _rule(program, rule)


def find_signal(rules: Rules, name: str, day: date, municipality: str = "") -> SignaalKaart | None:
    """The signal with this id if it holds on that day, or None."""
    setting = rules.setting(day, municipality)
    regulation, signal = setting.signals.get(name, ("", None))
    if signal is None or (signal.geldig is not None and not signal.geldig.holds(day)):
        return None
    return _signal(setting.program, regulation, signal)


def is_known(rules: Rules, name: str) -> bool:
    """Whether some regulation has a rule or signal with this id, on whatever day."""
    parts = [regulation.secties for regulation in rules.corpus.regelingen]
    rule_ids = (rule.id for part in parts for rule in part.regels)
    signal_ids = (signal.id for part in parts for signal in part.signalen)
    return name in chain(rule_ids, signal_ids)


def _regulation(regulation: Regeling) -> RegelingKaart:
    head, parts = regulation.kop, regulation.secties
    window = head.geldig
    return RegelingKaart(
        id=head.regeling,
        naam=head.naam,
        soort=head.soort,
        aantal_regels=len(parts.regels),
        aantal_signalen=len(parts.signalen),
        gemeente=head.gemeente or "",
        bwb=head.bwb or "",
        link=f"{WETTEN}/{head.bwb}" if head.bwb else "",
        bevoegd=head.bevoegd or "",
        doel=head.doel or "",
        vanaf=_day(window.vanaf) if window else "",
        tot=_day(window.tot) if window else "",
        nagelezen=_checked(head.nagelezen),
        juridisch_akkoord=_checked(head.juridisch_akkoord),
    )


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _checked(checked: Nagelezen | None) -> Lezing | None:
    return Lezing(bron=checked.bron, datum=checked.datum.isoformat()) if checked else None


def _rule(program: Program, rule: Rule) -> RegelKaart:
    defeats = tuple(_defeats(program, rule))
    return RegelKaart(
        id=rule.id,
        regeling=rule.regulation,
        peildatum=program.day.isoformat(),
        gemeente=program.municipality,
        zin=render_rule(program, rule),
        over=rule.entity,
        rang=rule.rank,
        trede=rule.rung.letter,
        karakter=rule.character,
        zekerheid=rule.certainty,
        toelichting=rule.text,
        richting=rule.direction,
        doel=program.purpose_of(rule),
        les=rule.lesson,
        bronnen=_sources(program, rule.sources),
        begrippen=tuple(name for name, _ in rule.effects),
        wordt_uitgeschakeld_door=tuple(
            _relation(program.rules[edge.rule], edge) for edge in rule.defeaters
        ),
        schakelt_uit=defeats,
    )


def _defeats(program: Program, rule: Rule) -> Iterator[Verband]:
    for other in program.rules:
        for edge in other.defeaters:
            if edge.rule == rule.number:
                yield _relation(other, edge)


def _relation(other: Rule, edge: Edge) -> Verband:
    return Verband(
        regel=other.id,
        regeling=other.regulation,
        relatie=edge.relation,
        waarom=edge.why,
        toelichting=other.text,
    )


def _signal(program: Program, regulation: str, signal: Signaal) -> SignaalKaart:
    return SignaalKaart(
        id=signal.id,
        regeling=regulation,
        peildatum=program.day.isoformat(),
        gemeente=program.municipality,
        soort=signal.soort,
        gewicht=signal.gewicht,
        trede=signal.trede or "",
        toets=signal.toets,
        toelichting=signal.toelichting,
        zekerheid=signal.zekerheid,
        als=tuple(Patroonkaart(soort=p.soort, velden=p.velden) for p in signal.als),
        behalve_blokkade=signal.behalve_blokkade,
        factoren=tuple(point.naam for point in signal.factoren),
        motiveer=signal.motiveer,
        rechtspraak=signal.rechtspraak,
        bronnen=_sources(program, [_source(bron, regulation) for bron in signal.bron]),
    )


def _source(bron: Bron, regulation: str) -> Source:
    own = "" if bron.ecli or bron.methode else regulation
    return Source(
        regulation=bron.regeling or own,
        article=bron.artikel or "",
        paragraph=bron.lid or "",
        part=bron.onderdeel or "",
        ecli=bron.ecli or "",
        method=bron.methode or "",
    )


def _sources(program: Program, sources: Sequence[Source]) -> tuple[BronKaart, ...]:
    return tuple(
        BronKaart(
            tekst=cite(program, source),
            regeling=source.regulation,
            artikel=source.article,
            lid=source.paragraph,
            onderdeel=source.part,
            ecli=source.ecli,
            link=deep_link(program, source, program.day),
            juriconnect=juriconnect(program, source, program.day),
        )
        for source in sources
    )
