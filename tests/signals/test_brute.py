"""The net fires exactly what trying every combination of facts fires."""

from collections.abc import Mapping
from random import Random

import pytest

from engine.backends.signals.facts import SHAPES, NetFact
from engine.backends.signals.net import Found, build
from engine.model.signal import Signaal
from tests.signals.brute import Hit, brute, is_variable
from tests.signals.generate import random_fact, random_signals, seeded
from tests.signals.make import DAY, in_force, shipped_net

# What the variables of the shipped signals usually stand for.
INSTANCES = {
    "O": "oplossing:o1", "G": "gezin:p1", "P": "persoon:p1", "V": "voornemen:v1",
    "B": "behoefte:b1", "R": "paar:p1>p2", "Z": "zaak:zaak", "D": "besluit:d1",
}  # fmt: skip
PLACES = {"over": "O", "over_wie": "P", "van": "P", "gezin": "G"}


def hits(found: Found) -> set[Hit]:
    made = [
        (m.signal, m.over, m.bindings, tuple(found.facts[i].key for i in m.facts))
        for m in found.matches
    ]
    assert len(set(made)) == len(made), "a match was reported twice"
    assert sorted(found.matches) == list(found.matches)
    return set(made)


def compare(seeds: range, signals: int, cases: int) -> tuple[int, int]:
    """Compare on random signals and facts; how often signals fired, and how often in a chain."""
    fired = chained = 0
    for seed in seeds:
        random = seeded(seed)
        pairs = random_signals(random, signals)
        net = build(pairs, DAY)
        for _ in range(cases):
            facts = [random_fact(random) for _ in range(random.randint(0, 12))]
            expected = brute(pairs, facts)
            assert hits(net.run(facts)) == expected, f"seed {seed}"
            fired += len(expected)
            chained += sum(any(key[0] == "signaal" for key in hit[3]) for hit in expected)
    return fired, chained


def test_random_signals() -> None:
    fired, chained = compare(range(30), signals=12, cases=3)
    assert fired > 100
    assert chained > 3


@pytest.mark.lang
def test_many_random_signals() -> None:
    fired, chained = compare(range(1000, 1800), signals=14, cases=5)
    print(f"{fired} keer een signaal, {chained} keer in een keten")
    assert chained > 300


def nearly(random: Random, signal: Signaal, known: Mapping[str, Signaal]) -> list[NetFact]:
    """Facts that meet a signal and those it waits for, some of them with one field changed."""
    facts: list[NetFact] = []
    for pattern in signal.als:
        if pattern.soort == "signaal":
            named = [known[name] for name in pattern.velden.get("id", ())]
            facts += [fact for other in named for fact in nearly(random, other, known)]
            continue
        shape = SHAPES[pattern.soort]
        fields = dict.fromkeys(shape.required, "x")
        fields |= {n: INSTANCES[v] for n, v in PLACES.items() if n in shape.all}
        fields |= {n: INSTANCES[v[0]] for n, v in pattern.velden.items() if is_variable(v)}
        fields |= {n: random.choice(v) for n, v in pattern.velden.items() if not is_variable(v)}
        if "bij" in fields:
            fields["over"] = f"{fields['bij']}:o1"
        if pattern.soort == "blokkade" and signal.reikwijdte is not None:
            fields |= {n: random.choice(v) for n, v in reach_of(signal).items() if v}
        if random.random() < 0.1:
            fields[random.choice(sorted(fields))] = "anders"
        facts.append(NetFact(pattern.soort, fields))
    return facts


def reach_of(signal: Signaal) -> dict[str, tuple[str, ...]]:
    reach = signal.reikwijdte
    assert reach is not None
    fields: dict[str, tuple[str, ...]] = {
        "regeling": reach.regelingen or ("participatiewet",),
        "artikel": reach.artikelen,
        "paragraaf": reach.paragrafen,
    }
    if reach.blokkade is not None:
        fields |= {"rang": reach.blokkade.rang, "karakter": reach.blokkade.karakter}
    return fields


def compare_shipped(seeds: range) -> tuple[int, set[str]]:
    net, pairs = shipped_net(), in_force()
    known = {signal.id: signal for _, signal in pairs}
    seen: set[str] = set()
    fired = 0
    for seed in seeds:
        random = seeded(seed)
        chosen = [pairs[seed % len(pairs)], *random.choices(pairs, k=random.randint(0, 3))]
        facts = [fact for _, signal in chosen for fact in nearly(random, signal, known)]
        expected = brute(pairs, facts)
        assert hits(net.run(facts)) == expected, f"seed {seed}"
        fired += len(expected)
        seen |= {hit[0] for hit in expected}
    return fired, seen


def test_shipped_signals() -> None:
    fired, _ = compare_shipped(range(60))
    assert fired > 100


@pytest.mark.slow
def test_every_shipped_signal_fires_somewhere() -> None:
    fired, seen = compare_shipped(range(1000))
    print(f"{fired} keer een signaal, {len(seen)} verschillende")
    assert {signal.id for _, signal in in_force()} - seen == set()
