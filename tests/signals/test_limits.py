"""The limits of the library: kept by construction, or a clear error; never a hang.

The tests that go past a limit run in a process of their own: where the library hangs, it holds
the whole interpreter.
"""

import subprocess

import pytest

from engine.backends.signals import rulesets
from engine.backends.signals.compile import compile_signals
from engine.backends.signals.net import build
from engine.backends.signals.rulesets import MAX_CONDITIONS, MAX_MET, Ruleset, most_met, split
from engine.errors import InternalError
from tests.signals.brute import Pairs, brute
from tests.signals.make import (
    DAY,
    apart,
    blocker,
    fact,
    in_force,
    pattern,
    shipped_net,
    signal,
    trouble,
)


def sets_of(pairs: Pairs) -> list[Ruleset]:
    return list(split(compile_signals(pairs, DAY)))


def many_names(count: int) -> Pairs:
    return [
        signal(f"S-{n}", pattern("gegeven", naam=f"feit{n}", waarde="ja", over="O"))
        for n in range(count)
    ]


def same_fact(count: int) -> Pairs:
    """Signals that one and the same fact all meets."""
    return [
        signal(f"S-{n}", pattern("blokkade", regel=["r", f"r{n}"], over="O")) for n in range(count)
    ]


def test_conditions_per_set() -> None:
    for ruleset in sets_of(many_names(450)):
        assert sum(len(rule.conditions) for rule in ruleset.rules) <= MAX_CONDITIONS


def test_no_fact_meets_too_many_conditions_in_one_set() -> None:
    sets = sets_of(same_fact(300))
    assert len(sets) > 4
    assert all(len(ruleset.rules) <= MAX_MET for ruleset in sets)


def test_every_signal_is_in_one_set() -> None:
    pairs = many_names(300) + [
        signal(f"T-{n}", pattern("omstandigheid", soort=f"x{n}", gezin="G")) for n in range(200)
    ]
    names = [rule.id for ruleset in sets_of(pairs) for rule in ruleset.rules]
    assert sorted(names) == sorted(one.id for _, one in pairs)


@pytest.mark.parametrize(
    ("conditions", "met"),
    [
        ([], 0),
        ([(("k", "a"),), (("k", "b"),)], 1),
        ([(("k", "a"), ("x", "1")), (("k", "a"), ("x", "2"))], 1),
        ([(("k", "a"), ("x", "1")), (("k", "a"), ("y", "2"))], 2),
        ([(("k", "a"), ("x", None)), (("k", "a"), ("x", "1")), (("k", "a"), ("x", "2"))], 2),
        ([(("k", "a"),), (("k", "a"), ("y", "2"))], 1),
    ],
)
def test_most_met(conditions: list, met: int) -> None:
    assert most_met(conditions) == met


def test_split_sets_fire_the_same() -> None:
    pairs = same_fact(130)
    found = build(pairs, DAY).run([blocker("r", "1", "oplossing:o1")])
    assert len(found.matches) == 130


def test_shipped_signals_are_far_from_the_limits() -> None:
    stages = shipped_net()._stages
    assert len(stages) == 2, "first on facts, then on other signals"
    assert max(len(stage) for stage in stages) <= 2
    assert len(in_force()) > 45


def test_too_many_signals_is_an_error_and_no_hang() -> None:
    output = apart(
        "from tests.signals.test_limits import *\n"
        "from engine.errors import UnsupportedNode\n"
        "try:\n    build(many_names(6000), DAY)\n"
        "except UnsupportedNode as error:\n    print(error)\n"
    )
    assert "het vangnet is te klein voor" in output
    assert "signalen.yaml:3:5" in output


def test_a_thousand_signals_work() -> None:
    output = apart(
        "from tests.signals.test_limits import *\n"
        "net = build(many_names(1000), DAY)\n"
        "facts = [fact('gegeven', naam=f'feit{n}', waarde='ja', over='zaak:zaak')"
        " for n in range(0, 1000, 7)]\n"
        "print(len(net.run(facts).matches))\n"
    )
    assert output.strip() == "143"


@pytest.mark.slow
def test_library_hangs_without_our_limit() -> None:
    """Why the limit exists; when this fails the library has become better."""
    code = (
        "from durable.engine import Host\n"
        "rules = {f'r{n}': {'all': [{'m': {'naam': f'feit{n}'}}], 'run': lambda c: None}"
        " for n in range(600)}\n"
        "Host({'alles': rules})\n"
    )
    with pytest.raises((subprocess.TimeoutExpired, AssertionError)):
        apart(code, seconds=5)


def test_library_drops_everything_without_our_limit() -> None:
    code = (
        "from durable.engine import Host\n"
        "flags = {f'f{n}': '1' for n in range(70)}\n"
        "rules = {name: {'all': [{'m': {'$and': [{'k': 'x'}, {name: '1'}]}}],"
        " 'run': lambda c: None} for name in flags}\n"
        "host = Host({'alles': rules})\n"
        "host._d_timer.cancel(), host._t_timer.cancel()\n"
        "try:\n    host.assert_fact('alles', {'sid': '1', 'k': 'x', **flags})\n"
        "except Exception as error:\n    print(error)\n"
    )
    assert "303" in apart(code)


def test_crash_of_the_library_is_avoided() -> None:
    """A state in which nothing fired is deleted without harm, whatever memory held before."""
    output = apart(
        "from tests.signals.test_limits import *\n"
        "net = build([signal('S', pattern('blokkade', over='O'))], DAY)\n"
        "noise = [bytes([255]) * n for n in range(0, 20000, 50)]\n"
        "del noise\n"
        "for _ in range(300):\n    net.run([])\n    net.run([trouble('x')])\n"
        "print('heel')\n"
    )
    assert output.strip() == "heel"


def test_too_many_facts_is_an_error() -> None:
    net = build(same_fact(1), DAY)
    facts = [blocker("r", "1", f"oplossing:o{n}") for n in range(2100)]
    assert len(net.run(facts[:1900]).matches) == 1900
    with pytest.raises(InternalError, match="te veel feiten"):
        net.run(facts)


def test_too_many_combinations_is_an_error() -> None:
    three = signal(
        "DRIE",
        pattern("blokkade", over="O", gezin="G"),
        pattern("omstandigheid", ernst="ernstig", gezin="G"),
        pattern("gegeven", naam="x", gezin="G"),
    )
    facts = [blocker("r", "1", f"oplossing:o{n}") for n in range(70)]
    facts += [trouble(f"x{n}") for n in range(70)]
    facts += [
        fact("gegeven", naam="x", waarde="ja", over=f"persoon:p{n}", gezin="gezin:p1")
        for n in range(70)
    ]
    with pytest.raises(InternalError, match="te veel combinaties"):
        build([three], DAY).run(facts)


def test_a_large_household_works() -> None:
    pairs = [
        signal(
            "PAAR",
            pattern("blokkade", over="O", gezin="G"),
            pattern("omstandigheid", ernst=["ernstig", "acuut"], gezin="G"),
        )
    ]
    facts = [blocker("r", "1", f"oplossing:o{n}") for n in range(40)]
    facts += [trouble(f"x{n}") for n in range(50)]
    found = build(pairs, DAY).run(facts)
    assert len(found.matches) == 2000 == len(brute(pairs, facts))


def test_every_mark_is_short() -> None:
    """The library takes at most 255 properties of a message."""
    for stage in shipped_net()._stages:
        for _, ruleset in stage:
            for projection in ruleset._kinds.values():
                size = len(projection.marks) + len(projection.free) + len(projection.used)
                assert size < 100


def test_property_names_do_not_collide() -> None:
    """The library compares properties by a 32-bit hash of their name."""
    names = {rulesets.FIELD + n for shape in rulesets_fields() for n in shape}
    names |= {rulesets.KIND, "id", "sid", "$s"}
    names |= {f"{letter}{n}" for letter in "mv" for n in range(500)}
    assert len({fnv(name) for name in names}) == len(names)


def test_message_ids_do_not_collide() -> None:
    assert len({fnv(str(n)) for n in range(-1, 2000)}) == 2001


def rulesets_fields() -> list[tuple[str, ...]]:
    from engine.backends.signals.facts import SHAPES

    return [shape.all for shape in SHAPES.values()]


def fnv(text: str) -> int:
    """The hash of the library (FNV-1a, 32 bits)."""
    value = 0x811C9DC5
    for byte in text.encode():
        value = ((value ^ byte) * 16777619) % 2**32
    return value
