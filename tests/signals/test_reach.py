"""Worked cases in which a signal has all it asks for, and stays dark because it cannot reach."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest

from engine.backends.signals.facts import NetFact
from engine.backends.signals.net import Found, Net, build
from engine.model.signal import Signaal
from tests.strategies.shipped import loaded, worked_cases

DARK = 4  # signals that have to be seen dark


class Spy(Net):
    """Stands in for a net, and remembers what it was given."""

    def __init__(self, net: Net) -> None:
        self.net = net
        self.facts: tuple[NetFact, ...] = ()

    def run_ordered(self, facts: Sequence[NetFact]) -> Found:
        """Run the net and remember the facts."""
        self.facts = tuple(facts)
        return self.net.run_ordered(self.facts)


def held(signal: Signaal) -> bool:
    return signal.reikwijdte is not None or bool(signal.behalve_blokkade)


def unheld(signal: Signaal) -> Signaal:
    """The same signal, but it reaches everything."""
    return replace(signal, reikwijdte=None, behalve_blokkade=())


def darkened(every: int) -> Iterator[tuple[str, str]]:
    """Per case the signals that would light up if their reach were not there."""
    engine = loaded()
    free: dict[int, Net] = {}
    for _, case in worked_cases(every):
        request = case.hulpvraag
        setting = engine.setting(request.peildatum, request.gemeente or "")
        spy = Spy(setting.net)
        bare = replace(setting, probing=False, net=spy)
        answer = engine._answer(bare, request)
        lit = {signal.id for signal in answer.signalen}
        signals = [(act, unheld(one)) for act, one in setting.signals.values() if held(one)]
        if id(setting.signals) not in free:
            free[id(setting.signals)] = build(signals, request.peildatum)
        matched = {match.signal for match in free[id(setting.signals)].run(spy.facts).matches}
        told = {dark.id for dark in answer.gedoofd}
        assert matched - lit <= told, f"{case.id}: donker, en het staat er niet"
        assert told <= matched, f"{case.id}: dit blijft om een andere reden donker"
        yield from ((name, case.id) for name in sorted(matched - lit))


@pytest.mark.slow
def test_signals_stay_dark_because_of_their_reach() -> None:
    """In every case, and of the variants one in three."""
    look_at(darkened(3))


@pytest.mark.lang
def test_signals_stay_dark_because_of_their_reach_in_every_variant() -> None:
    look_at(darkened(1))


def look_at(found: Iterator[tuple[str, str]]) -> None:
    """Enough signals are seen dark."""
    seen: dict[str, list[str]] = {}
    for name, case in found:
        seen.setdefault(name, []).append(case)
    print({name: (len(cases), cases[0]) for name, cases in seen.items()})
    assert len(seen) >= DARK
