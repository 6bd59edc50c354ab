"""The net: same signals in any order, reach, chains, faults, threads."""

import threading
from typing import Any

import pytest

from engine.backends.signals import net as net_module
from engine.backends.signals.facts import NetFact
from engine.backends.signals.net import Found, build
from engine.errors import InternalError
from engine.model.rule import Reikwijdte
from tests.signals.generate import random_fact, random_signals, seeded
from tests.signals.make import DAY, blocker, fact, outcome, pattern, signal, trouble


def ids(found: Found) -> list[str]:
    return sorted({match.signal for match in found.matches})


JOINED = signal(
    "PAAR",
    pattern("uitkomst", begrip="b", waarde=["ja", "onbekend"], over="G"),
    pattern("omstandigheid", soort=["x", "y"], gezin="G"),
)


def test_join_and_cause() -> None:
    net = build([JOINED], DAY)
    facts = [outcome("b", "ja", "gezin:p1"), trouble("x"), trouble("z")]
    found = net.run(facts)
    assert [(m.signal, m.over, m.bindings) for m in found.matches] == [
        ("PAAR", "gezin:p1", (("G", "gezin:p1"),))
    ]
    causes = [found.facts[i].fields.get("soort", "uitkomst") for i in found.matches[0].facts]
    assert causes == ["uitkomst", "x"]


def test_other_household_does_not_join() -> None:
    assert build([JOINED], DAY).run([outcome("b", "ja", "gezin:p2"), trouble("x")]).matches == ()


def test_value_stands_for_the_status_when_there_is_none() -> None:
    unknown = fact("uitkomst", begrip="b", status="onbekend", waarde="", over="gezin:p1")
    assert ids(build([JOINED], DAY).run([unknown, trouble("y")])) == ["PAAR"]


def test_one_fact_meets_one_pattern() -> None:
    """Two patterns of one signal are two facts, as for a reader of the rule."""
    twice = signal(
        "TWEE",
        pattern("omstandigheid", soort=["x", "y"], gezin="G"),
        pattern("omstandigheid", ernst="acuut", gezin="G"),
    )
    net = build([twice], DAY)
    assert net.run([trouble("x", "acuut")]).matches == ()
    assert len(net.run([trouble("x", "acuut"), trouble("y", "acuut")]).matches) == 2


def test_field_that_is_missing_never_matches() -> None:
    net = build([signal("S", pattern("omstandigheid", soort="x", gezin="G"))], DAY)
    assert net.run([fact("omstandigheid", soort="x")]).matches == ()


def test_doubles_are_one_fact() -> None:
    found = build([JOINED], DAY).run([outcome("b", "ja", "gezin:p1"), trouble("x"), trouble("x")])
    assert len(found.matches) == 1


def test_order_of_facts_and_signals_never_matters() -> None:
    random = seeded(4)
    for _ in range(20):
        signals = random_signals(random, 10)
        facts = [random_fact(random) for _ in range(12)]
        first = build(signals, DAY).run(facts)
        random.shuffle(signals)
        random.shuffle(facts)
        assert build(signals, DAY).run(facts) == first


def test_chain_of_three() -> None:
    chain = [
        signal(
            "S-C",
            pattern("signaal", id="S-B", gezin="G"),
            pattern("omstandigheid", soort="y", gezin="G"),
        ),
        signal("S-B", pattern("signaal", id="S-A", over="O", gezin="G")),
        signal("S-A", pattern("blokkade", rang="wet", over="O")),
    ]
    net = build(chain, DAY)
    assert ids(net.run([blocker("r", "1", "oplossing:o1")])) == ["S-A", "S-B"]
    found = net.run([blocker("r", "1", "oplossing:o1"), trouble("y")])
    assert ids(found) == ["S-A", "S-B", "S-C"]
    last = next(m for m in found.matches if m.signal == "S-C")
    assert last.over == "oplossing:o1"
    assert found.facts[last.facts[0]].fields["id"] == "S-B"


def test_three_patterns() -> None:
    three = signal(
        "DRIE",
        pattern("oplossing", soort="s", over="O", gezin="G"),
        pattern("blokkade", rang="wet", over="O"),
        pattern("omstandigheid", soort="x", gezin="G"),
    )
    net = build([three], DAY)
    base = {"soort": "s", "uitkomst": "keuze", "trede": "c", "gezin": "gezin:p1"}
    facts = [NetFact("oplossing", base | {"over": f"oplossing:o{n}"}) for n in (1, 2)]
    facts += [blocker("r", "1", "oplossing:o2"), trouble("x")]
    assert [m.over for m in net.run(facts).matches] == ["oplossing:o2"]


REACH = signal(
    "BEREIK",
    pattern("blokkade", over="O"),
    reikwijdte=Reikwijdte(paragrafen=("2.2",)),
    behalve_blokkade=("stop",),
)


WITHIN = blocker("r", "13", "oplossing:o1", paragraaf="2.2")


@pytest.mark.parametrize(
    ("facts", "lights"),
    [
        ([WITHIN], True),
        ([blocker("r", "35", "oplossing:o1", paragraaf="4.1")], False),
        ([blocker("r", "35", "oplossing:o1")], False),
        ([blocker("r", "13", "oplossing:o1", paragraaf="2.2", regeling="wmo")], False),
        ([WITHIN, blocker("stop", "16", "oplossing:o1")], False),
        ([WITHIN, blocker("stop", "16", "gezin:p1")], False),
        ([WITHIN, blocker("stop", "16", "oplossing:o2")], True),
    ],
)
def test_reach(facts: list[NetFact], lights: bool) -> None:
    assert bool(build([REACH], DAY).run(facts).matches) is lights


@pytest.mark.parametrize(
    "wrong",
    [
        fact("mening", soort="x"),
        fact("gegeven", naam="x", over="zaak:zaak"),
        fact("gegeven", naam="x", waarde="ja", over="zaak:zaak", kleur="rood"),
        fact("gegeven", naam="x", waarde="", over="zaak:zaak"),
        fact("gegeven", naam="x", waarde="a" * 201, over="zaak:zaak"),
        fact("gegeven", naam="x", waarde="a\nb", over="zaak:zaak"),
        fact("signaal", id="S", soort="patroon", over="zaak:zaak"),
    ],
)
def test_facts_outside_the_vocabulary(wrong: NetFact) -> None:
    with pytest.raises(InternalError):
        build([JOINED], DAY).run([wrong])


def test_values_of_any_writing() -> None:
    odd = "a\"b\\c{}[]:,'é €😀"
    net = build([signal("S", pattern("gegeven", naam="x", waarde=odd, over="O"))], DAY)
    assert len(net.run([fact("gegeven", naam="x", waarde=odd, over="zaak:zaak")]).matches) == 1


def test_no_threads_are_started() -> None:
    before = threading.active_count()
    build([JOINED], DAY).run([trouble("x")])
    assert threading.active_count() == before


def test_several_threads_share_a_net() -> None:
    random = seeded(7)
    net = build(random_signals(random, 15), DAY)
    cases = [[random_fact(random) for _ in range(12)] for _ in range(8)]
    expected = [net.run(case) for case in cases]
    wrong: list[int] = []

    def work(seed: int) -> None:
        own = seeded(seed)
        for _ in range(60):
            number = own.randrange(len(cases))
            if net.run(cases[number]) != expected[number]:
                wrong.append(number)

    threads = [threading.Thread(target=work, args=(seed,)) for seed in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


class Planted(Exception):
    """A fault of ours, inside an action of the library."""


def broken(_closure: object) -> list[tuple[int, ...]]:
    """The library swallows errors of actions."""
    raise Planted


def late(_closure: object) -> bool:
    """The library drops what is left when an action took long."""
    return True


@pytest.mark.parametrize(("name", "fault"), [("_indices", broken), ("_has_completed", late)])
def test_swallowed_faults_are_errors(name: str, fault: object, monkeypatch: Any) -> None:
    net = build([JOINED], DAY)
    target = net_module if name == "_indices" else net_module.durable.Closure
    facts = [outcome("b", "ja", "gezin:p1"), trouble("x")]
    with monkeypatch.context() as patch:
        patch.setattr(target, name, fault)
        with pytest.raises(InternalError, match="vangnet"):
            net.run(facts)
    assert len(net.run(facts).matches) == 1, "the net works again after a fault"


def test_error_of_the_library_says_nothing_of_the_case(monkeypatch: Any) -> None:
    net = build([JOINED], DAY)

    def refuse(*_: object) -> None:
        raise net_module.durable.MessageNotHandledException({"geheim": "p1"})

    monkeypatch.setattr(net_module.durable.Host, "assert_facts", refuse)
    with pytest.raises(InternalError) as caught:
        net.run([outcome("b", "ja", "gezin:p1"), trouble("x")])
    assert "geheim" not in str(caught.value)
    assert caught.value.__suppress_context__
