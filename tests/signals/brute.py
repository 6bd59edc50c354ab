"""A matcher that is obviously right: tries every combination of facts for every signal.

Reads the signals as written and shares no code with the safety net but the shape of a fact.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import permutations

from engine.backends.signals.facts import NetFact, in_order
from engine.model.signal import Patroon, Signaal

Pairs = list[tuple[str, Signaal]]
Hit = tuple[str, str, tuple[tuple[str, str], ...], tuple[object, ...]]


def is_variable(values: tuple[str, ...]) -> bool:
    return len(values) == 1 and re.fullmatch("[A-Z][0-9]?", values[0]) is not None


def meets(pattern: Patroon, fact: NetFact, bound: dict[str, str]) -> bool:
    """Whether the fact fits the pattern; adds the variables to `bound`."""
    if fact.kind != pattern.soort:
        return False
    for name, values in pattern.velden.items():
        value = fact.fields.get(name)
        if value is None:
            return False
        if not is_variable(values):
            if value not in values:
                return False
        elif bound.setdefault(values[0], value) != value:
            return False
    return True


def within_reach(regulation: str, signal: Signaal, chosen: tuple[NetFact, ...]) -> bool:
    reach = signal.reikwijdte
    if reach is None:
        return True
    for fact in chosen:
        get = fact.fields.get
        if fact.kind == "uitkomst" and reach.begrippen and get("begrip") not in reach.begrippen:
            return False
        if fact.kind != "blokkade":
            continue
        if reach.artikelen and get("artikel") not in reach.artikelen:
            return False
        if reach.paragrafen and get("paragraaf") not in reach.paragrafen:
            return False
        if reach.regelingen and get("regeling") not in reach.regelingen:
            return False
        own = (reach.artikelen or reach.paragrafen) and not reach.regelingen
        if own and get("regeling") != regulation:
            return False
        if reach.blokkade and reach.blokkade.rang and get("rang") not in reach.blokkade.rang:
            return False
        if (
            reach.blokkade
            and reach.blokkade.karakter
            and get("karakter") not in reach.blokkade.karakter
        ):
            return False
    return True


def barred(signal: Signaal, first: NetFact, facts: Iterable[NetFact]) -> bool:
    mine = {first.fields.get(place) for place in ("over", "over_wie", "van", "gezin")}
    return any(
        fact.kind == "blokkade"
        and fact.fields["regel"] in signal.behalve_blokkade
        and fact.fields["over"] in mine
        for fact in facts
    )


def fire(regulation: str, signal: Signaal, facts: list[NetFact]) -> Iterator[Hit]:
    for chosen in permutations(facts, len(signal.als)):
        bound: dict[str, str] = {}
        fits = all(meets(p, f, bound) for p, f in zip(signal.als, chosen, strict=True))
        if (
            fits
            and within_reach(regulation, signal, chosen)
            and not barred(signal, chosen[0], facts)
        ):
            keys = tuple(fact.key for fact in chosen)
            yield signal.id, subject(chosen[0].fields), tuple(sorted(bound.items())), keys


def subject(fields: Mapping[str, str]) -> str:
    for place in ("over", "over_wie", "gezin"):
        if place in fields:
            return fields[place]
    return "zaak:zaak"


def as_fact(kind: str, hit: Hit, facts: dict[object, NetFact]) -> NetFact:
    fields = {"id": hit[0], "soort": kind, "over": hit[1], "zaak": "zaak:zaak"}
    for key in hit[3]:
        cause = facts[key].fields
        for place, value in (("van", cause.get("van", cause.get("over_wie"))),
                             ("gezin", cause.get("gezin"))):  # fmt: skip
            if value is not None:
                fields.setdefault(place, value)
    return NetFact("signaal", fields)


def brute(signals: Pairs, given: Iterable[NetFact]) -> set[Hit]:
    """Every way in which every signal fires, repeated until no signal adds a fact."""
    facts: dict[object, NetFact] = {fact.key: fact for fact in in_order(given)}
    kinds = {signal.id: signal.soort for _, signal in signals}
    while True:
        hits = {hit for reg, s in signals for hit in fire(reg, s, list(facts.values()))}
        new = [as_fact(kinds[hit[0]], hit, facts) for hit in hits]
        before = len(facts)
        facts.update({fact.key: fact for fact in new})
        if len(facts) == before:
            return hits
