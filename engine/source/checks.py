"""Checks on the model that need no meaning of names: ids, versions and closed worlds.

Everything that looks at one item by itself is in `check_items`.
"""

import re
from collections.abc import Iterable, Iterator

from engine.errors import Diagnostic
from engine.model.regulation import Corpus, Regeling
from engine.model.rule import Regel
from engine.model.shared import Geldig
from engine.origin import Origin
from engine.source.check_items import check_items
from engine.source.formula_parser import KEYWORDS
from engine.source.merge import place_of

NAME = re.compile(r"[a-z_][a-z0-9_]*")
RULE_ID = re.compile(r"[a-z0-9][a-z0-9.:*-]*")
SIGNAL_ID = re.compile(r"[A-Z0-9][A-Za-z0-9.:*-]*")

_NAMED = (
    "gegevens", "lijsten", "groepen", "begrippen", "bedragen", "tabellen", "lezingen",
    "open_termen", "open_normen", "waardenlijsten", "plichten", "voorzieningen", "domein",
    "verloop", "toegestaan",
)  # fmt: skip
_NAME_HINT = "gebruik kleine letters, cijfers en `_`, te beginnen met een letter"


def check_corpus(corpus: Corpus) -> list[Diagnostic]:
    """All findings of these checks, in no particular order."""
    found: list[Diagnostic] = []
    for regulation in corpus.regelingen:
        found += _names(regulation)
        found += _ids(regulation)
        found += check_items(regulation)
    found += _regulations(corpus)
    found += _unique(corpus)
    found += _closed_worlds(corpus)
    return found


def _names(regulation: Regeling) -> Iterator[Diagnostic]:
    if not NAME.fullmatch(regulation.id):
        message = f"`{regulation.id}` kan geen naam van een regeling zijn"
        yield _problem("R108", message, regulation.kop.herkomst, _NAME_HINT)
    for section in _NAMED:
        for name, item in getattr(regulation.secties, section).items():
            at = _place(item, regulation)
            if not NAME.fullmatch(name):
                yield _problem("R108", f"`{name}` kan geen naam zijn", at, _NAME_HINT)
            elif name in KEYWORDS:
                message = f"`{name}` is een woord van de formules en kan geen naam zijn"
                yield _problem("R110", message, at, "kies een andere naam")


def _ids(regulation: Regeling) -> Iterator[Diagnostic]:
    sections = regulation.secties
    lower = [(rule.id, rule.herkomst) for rule in sections.regels]
    lower += [(reference.id, reference.herkomst) for reference in sections.verwijzingen]
    lower += [(name, term.herkomst) for name, term in sections.termijnen.items()]
    for name, at in lower:
        if not RULE_ID.fullmatch(name):
            hint = "schrijf bijvoorbeeld `xyz-22a-1`: kleine letters, cijfers, `-`, `.` en `:`"
            yield _problem("R108", f"`{name}` kan geen id zijn", at, hint)
    for signal in sections.signalen:
        if not SIGNAL_ID.fullmatch(signal.id):
            hint = "schrijf bijvoorbeeld `XYZ-18-1`: te beginnen met een hoofdletter"
            message = f"`{signal.id}` kan geen id van een signaal zijn"
            yield _problem("R108", message, signal.herkomst, hint)


def _regulations(corpus: Corpus) -> Iterator[Diagnostic]:
    first: dict[str, Origin] = {}
    for regulation in corpus.regelingen:
        at = regulation.kop.herkomst
        if regulation.id in first:
            message = f"er zijn twee regelingen met de naam `{regulation.id}`"
            yield _twice("R017", message, at, first[regulation.id])
        first.setdefault(regulation.id, at)


def _unique(corpus: Corpus) -> Iterator[Diagnostic]:
    """An id is used once; a rule may return in the same regulation for another period."""
    owners: dict[str, tuple[Origin, str]] = {}
    for regulation in corpus.regelingen:
        versions: dict[str, list[Regel]] = {}
        for rule in regulation.secties.regels:
            versions.setdefault(rule.id, []).append(rule)
        for rules in versions.values():
            yield from _overlaps(rules)
        firsts = [rules[0] for rules in versions.values()]
        for name, at in _identified(regulation, firsts):
            if name in owners:
                first, owner = owners[name]
                where = "" if owner == regulation.id else f" (in `{owner}`)"
                yield _twice("R109", f"het id `{name}` is al in gebruik{where}", at, first)
            owners.setdefault(name, (at, regulation.id))


def _identified(regulation: Regeling, rules: Iterable[Regel]) -> Iterator[tuple[str, Origin]]:
    sections = regulation.secties
    yield from ((rule.id, rule.herkomst) for rule in rules)
    yield from ((reference.id, reference.herkomst) for reference in sections.verwijzingen)
    yield from ((signal.id, signal.herkomst) for signal in sections.signalen)
    yield from ((name, term.herkomst) for name, term in sections.termijnen.items())


def _overlaps(rules: list[Regel]) -> Iterator[Diagnostic]:
    for number, rule in enumerate(rules):
        for other in rules[:number]:
            if _meet(rule.geldig or Geldig(), other.geldig or Geldig()):
                message = f"het id `{rule.id}` staat er twee keer voor dezelfde periode"
                yield _twice("R609", message, rule.herkomst, other.herkomst)


def _meet(one: Geldig, two: Geldig) -> bool:
    """Whether two periods share a day."""
    starts_late = one.vanaf and two.tot and one.vanaf > two.tot
    ends_early = one.tot and two.vanaf and one.tot < two.vanaf
    return not (starts_late or ends_early)


def _closed_worlds(corpus: Corpus) -> Iterator[Diagnostic]:
    """A yes/no concept needs a value when no rule applies: unknown is not no."""
    for regulation in corpus.regelingen:
        certain = _certain(corpus, regulation)
        for name, concept in regulation.secties.begrippen.items():
            if concept.soort == "ja_nee" and concept.rest is None and name not in certain:
                yield _problem(
                    "R608",
                    f"`{name}` heeft geen waarde als geen enkele regel geldt",
                    concept.herkomst,
                    "schrijf `rest: nee` met een bron, of een regel zonder `als`",
                )


def _certain(corpus: Corpus, owner: Regeling) -> set[str]:
    """Concepts of this regulation that a rule without condition gives a value to."""
    certain: set[str] = set()
    for regulation in corpus.regelingen:
        near = regulation.id == owner.id or owner.id in regulation.kop.gebruikt
        for rule in regulation.secties.regels:
            for target in rule.dan if isinstance(rule.dan, dict) and _always(rule) else ():
                act, _, name = target.rpartition(".")
                if act == owner.id or (not act and near):
                    certain.add(name)
    return certain


def _always(rule: Regel) -> bool:
    """Whether the rule has no condition, no choice, and gives a value of its own."""
    chosen = rule.kan is not None and rule.kan.keuze is not None
    return rule.als is None and not chosen and not rule.wijzigt


def _place(item: object, regulation: Regeling) -> Origin:
    place = place_of(item)
    return place if place.file else regulation.kop.herkomst


def _problem(code: str, message: str, at: Origin, hint: str = "") -> Diagnostic:
    return Diagnostic(code=code, message=message, at=at, hint=hint)


def _twice(code: str, message: str, at: Origin, first: Origin) -> Diagnostic:
    hint = "kies een andere naam, of haal er een weg"
    return Diagnostic(code=code, message=message, at=at, hint=hint, also=((first, "eerste keer"),))
