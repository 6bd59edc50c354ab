"""Checks on one item at a time: sources, periods, amounts, tables, keys that need each other."""

import dataclasses
import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from engine.errors import Diagnostic
from engine.ir.surface import Expr, Number, Percent, Quantity
from engine.model.regulation import Regeling
from engine.model.rule import Doelwit, Regel
from engine.model.shared import Bron, Geldig
from engine.model.signal import Signaal
from engine.model.vocabulary import Bedrag, OpenNorm, Rij, Tabel
from engine.origin import Origin
from engine.source.merge import place_of

_ECLI = re.compile(r"ECLI:[A-Z]{2}:[A-Z]+:\d{4}:[A-Z0-9.]+")
_BWB = re.compile(r"BWB[RVW]\d{7}")
_CITY = re.compile(r"GM\d{4}")
_TERM = re.compile(
    r"([1-9]\d{0,2}|[a-z]\w*) (dag|dagen|werkdag|werkdagen|week|weken|maand|maanden|jaar)"
)
_IN_WORDS = (
    "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf",
    "twaalf", "dertien", "twintig",
)  # fmt: skip
_EFFECTS = (
    "dan", "verleent", "sluit_uit", "beperkt", "in_afwijking_van", "onverminderd", "bijzonder_van",
)  # fmt: skip
_TARGETS = ("in_afwijking_van", "sluit_uit", "beperkt", "onverminderd", "bijzonder_van")


def check_items(regulation: Regeling) -> Iterator[Diagnostic]:
    """All findings about the items of one regulation."""
    yield from _head(regulation)
    sections = regulation.secties
    for field in dataclasses.fields(sections):
        section = getattr(sections, field.name)
        for item in section.values() if isinstance(section, dict) else section:
            yield from _sources(item)
            yield from _period(getattr(item, "geldig", None), place_of(item))
    for name, amount in sections.bedragen.items():
        yield from _amount(name, amount)
    for name, table in sections.tabellen.items():
        yield from _table(name, table)
    for rule in sections.regels:
        yield from _rule(rule)
    for norm in sections.open_normen.values():
        yield from _norm(norm)
    for signal in sections.signalen:
        yield from _signal(signal)
    yield from _closed_world_sources(regulation)
    for term in sections.termijnen.values():
        length = _TERM.fullmatch(term.duur)
        if length is None or length[1] in _IN_WORDS:
            hint = "schrijf `8 weken`, of `beslistermijn weken` als een begrip het aantal geeft"
            yield _problem("R617", f"`{term.duur}` is geen duur", term.herkomst, hint)


def _head(regulation: Regeling) -> Iterator[Diagnostic]:
    kop = regulation.kop
    if kop.bwb is not None and not _BWB.fullmatch(kop.bwb):
        hint = "schrijf bijvoorbeeld `BWBR0015703`"
        yield _problem("R615", f"`{kop.bwb}` is geen BWB-nummer", kop.herkomst, hint)
    if kop.gemeente is not None and not _CITY.fullmatch(kop.gemeente):
        hint = "schrijf `GM` met vier cijfers"
        yield _problem("R615", f"`{kop.gemeente}` is geen gemeentecode", kop.herkomst, hint)
    for part in kop.indeling:
        yield from _period(part, kop.herkomst)
    yield from _period(kop.geldig, kop.herkomst)
    if kop.soort == "gegevensset":
        for item in (*regulation.secties.regels, *regulation.secties.begrippen.values()):
            message = "een gegevensset bevat alleen feiten, lijsten en waardenlijsten"
            hint = "zet regels en begrippen bij de regeling waar ze uit komen"
            yield _problem("R619", message, place_of(item), hint)


def _sources(item: object) -> Iterator[Diagnostic]:
    sources: object = getattr(item, "bron", None)
    if not isinstance(sources, tuple):
        return
    at = place_of(item)
    required = any(f.name == "bron" and f.default is dataclasses.MISSING for f in _fields(item))
    if required and not sources:
        hint = 'schrijf bijvoorbeeld `bron: {artikel: "35", lid: "1"}`'
        yield _problem("R601", "hier ontbreekt de bron", at, hint)
    for source in sources:
        if isinstance(source, Bron):
            yield from _source(source, at)


def _fields(item: object) -> tuple[dataclasses.Field[object], ...]:
    if dataclasses.is_dataclass(item) and not isinstance(item, type):
        return dataclasses.fields(item)
    return ()


def _source(source: Bron, at: Origin) -> Iterator[Diagnostic]:
    if source.artikel is None and source.ecli is None and source.methode is None:
        whole = source.regeling is not None and source.lid is None and source.onderdeel is None
        if not whole:
            hint = "noem een artikel, een ecli of een methode"
            yield _problem("R601", "deze bron wijst nergens naar", at, hint)
    if source.ecli is not None and not _ECLI.fullmatch(source.ecli):
        hint = "schrijf bijvoorbeeld `ECLI:NL:CRVB:2018:1618`"
        yield _problem("R603", f"`{source.ecli}` is geen ECLI", at, hint)


def _period(period: Geldig | None, at: Origin) -> Iterator[Diagnostic]:
    if period and period.vanaf and period.tot and period.vanaf > period.tot:
        message = f"deze periode eindigt ({period.tot}) voor ze begint ({period.vanaf})"
        yield _problem("R606", message, at, "verwissel `vanaf` en `tot`")


def _closed_world_sources(regulation: Regeling) -> Iterator[Diagnostic]:
    for name, concept in regulation.secties.begrippen.items():
        if concept.rest is not None and not concept.rest.bron and not concept.bron:
            hint = "zet `bron` bij het begrip, of bij `rest`"
            message = f"de restwaarde van `{name}` heeft geen bron"
            yield _problem("R602", message, concept.herkomst, hint)


def _amount(name: str, amount: Bedrag) -> Iterator[Diagnostic]:
    at = amount.herkomst
    if amount.tot is None and not amount.open_einde:
        hint = "schrijf `tot: jjjj-mm-dd`, of `open_einde: ja` als er geen einde is"
        yield _problem("R604", f"van `{name}` staat niet tot wanneer het geldt", at, hint)
    if amount.tot is not None and amount.open_einde:
        hint = "kies een van de twee"
        yield _problem("R605", f"`{name}` heeft een einde en toch een open einde", at, hint)
    yield from _dated(name, amount, at)


def _dated(name: str, item: Bedrag | Tabel, at: Origin) -> Iterator[Diagnostic]:
    if not item.vanaf:
        hint = "schrijf onder `vanaf` minstens een ingangsdatum"
        yield _problem("R621", f"`{name}` heeft geen enkele waarde", at, hint)
    elif item.tot is not None and item.tot < max(item.vanaf):
        message = f"`{name}` eindigt ({item.tot}) voor de laatste waarde begint"
        yield _problem("R606", message, at, "verleng `tot`, of haal de laatste waarde weg")


def _table(name: str, table: Tabel) -> Iterator[Diagnostic]:
    yield from _dated(name, table, table.herkomst)
    for rows in table.vanaf.values():
        yield from _rows(name, rows, table.herkomst)


def _rows(name: str, rows: tuple[Rij, ...], at: Origin) -> Iterator[Diagnostic]:
    if not rows:
        yield _problem("R621", f"de tabel `{name}` heeft geen rijen", at)
    for row in rows[:-1]:
        if row.tot is None:
            hint = "alleen de laatste rij mag zonder `tot`"
            yield _problem("R607", f"in `{name}` mist een rij haar einde", row.waarde.at, hint)
    ends = [(row.tot, _number(row.tot)) for row in rows if row.tot is not None]
    for (_, before), (end, after) in pairwise(ends):
        if before is not None and after is not None and after <= before:
            hint = "zet de rijen van laag naar hoog"
            yield _problem("R607", f"de rijen van `{name}` lopen niet op", end.at, hint)


def _number(end: Expr) -> Fraction | None:
    return end.value if isinstance(end, Number | Percent | Quantity) else None


def _rule(rule: Regel) -> Iterator[Diagnostic]:
    at = rule.herkomst
    if not any(getattr(rule, key) for key in _EFFECTS):
        hint = "schrijf wat de regel doet: `dan`, `verleent`, `sluit_uit`, …"
        yield _problem("R610", "deze regel doet niets", at, hint)
    if rule.in_afwijking_van and rule.dan is None and rule.verleent is None:
        hint = "geef met `dan` de andere waarde, of gebruik `sluit_uit`"
        message = "een regel die afwijkt geeft een andere waarde"
        yield _problem("R611", message, at, hint)
    if rule.na and not rule.wijzigt:
        hint = "`na` zegt na welke aanpassing deze aanpassing komt"
        yield _problem("R612", "`na` hoort bij `wijzigt`", at, hint)
    all_kinds = rule.verleent is not None and "alle_van_blokkade" in rule.verleent.voor
    blocked = rule.reikwijdte is not None and rule.reikwijdte.blokkade is not None
    if all_kinds and not blocked:
        hint = "noem de soorten oplossing, of schrijf `reikwijdte: {blokkade: …}`"
        yield _problem("R613", "`alle_van_blokkade` kan hier niet", at, hint)
    for key in _TARGETS:
        for target in getattr(rule, key):
            yield from _target(target)


def _target(target: Doelwit) -> Iterator[Diagnostic]:
    place = (target.regeling, target.artikel, target.paragraaf)
    fine = (target.lid, target.onderdeel)
    hint = "noem een regel, of een artikel, paragraaf of regeling"
    if target.regel is not None and any((*place, *fine)):
        yield _problem("R614", "dit noemt een regel en ook een vindplaats", target.herkomst, hint)
    elif target.regel is None and not any(place):
        yield _problem("R614", "dit wijst nergens naar", target.herkomst, hint)
    elif any(fine) and target.artikel is None:
        hint = "noem ook het artikel"
        yield _problem("R614", "een lid of onderdeel staat in een artikel", target.herkomst, hint)


def _norm(norm: OpenNorm) -> Iterator[Diagnostic]:
    at = norm.herkomst
    outcome = norm.uitkomst
    if outcome is not None and (outcome.soort == "velden") != bool(outcome.velden):
        hint = "`soort: velden` en `velden: {…}` horen bij elkaar"
        yield _problem("R618", "de uitkomst en haar velden passen niet bij elkaar", at, hint)
    for number, version in enumerate(norm.versies):
        yield from _period(version, at)
        for other in norm.versies[:number]:
            if version.vanaf is None or other.tot is None or version.vanaf <= other.tot:
                hint = "zet de versies op volgorde en laat ze op elkaar aansluiten"
                yield _problem("R620", "twee versies van deze norm overlappen", at, hint)


def _signal(signal: Signaal) -> Iterator[Diagnostic]:
    if not 1 <= len(signal.als) <= 3:
        hint = "schrijf een tot drie patronen; reken de rest uit in een begrip"
        message = f"dit signaal heeft {len(signal.als)} patronen"
        yield _problem("R616", message, signal.herkomst, hint)


def _problem(code: str, message: str, at: Origin, hint: str = "") -> Diagnostic:
    return Diagnostic(code=code, message=message, at=at, hint=hint)
