"""Every fact that should raise a highlight raises it, and only where its clause can reach."""

from typing import Any

import pytest

from engine.service import artikel_paths, shipped_rules
from engine.source.artikel_files import read_artikelen
from engine.source.artikel_names import Names
from tests.cases.ruimte.zaken import engine, lit, situations, table, with_facts

Data = dict[str, Any]
FACTS = table("feiten.yaml")
LOOK = [(row, look) for row, fact in FACTS.items() for look in fact["kijk"]]
pairs = pytest.mark.parametrize(
    ("row", "look"), LOOK, ids=[f"{row} {look['naar']}" for row, look in LOOK]
)


@pairs
def test_lights_up(row: str, look: Data) -> None:
    answer = lit(with_facts(look["aan"], [FACTS[row]["omstandigheid"]]))
    assert look["naar"] in answer
    if "weegt" in look:
        weighed = {f.naam: f.status for f in answer[look["naar"]].factoren}
        assert weighed[look["weegt"]] == "ja"


@pairs
def test_without_the_fact(row: str, look: Data) -> None:
    """The fact makes the difference: it lights the signal, or it makes a factor count."""
    answer = lit(with_facts(look["aan"], []))
    assert (look["naar"] in answer) is ("altijd" in look)
    if "weegt" in look:
        weighed = {f.naam: f.status for f in answer[look["naar"]].factoren}
        assert weighed[look["weegt"]] != "ja"


@pytest.mark.parametrize(
    ("row", "look"),
    [(row, look) for row, look in LOOK if "uit" in look],
    ids=[f"{row} {look['naar']} in {look['uit']}" for row, look in LOOK if "uit" in look],
)
def test_stays_dark_where_it_cannot_reach(row: str, look: Data) -> None:
    answer = lit(with_facts(look["uit"], [FACTS[row]["omstandigheid"]]))
    assert look["naar"] not in answer, look["omdat"]


def test_every_fact_has_a_row() -> None:
    assert list(FACTS) == [f"F{number:02}" for number in range(1, 41)]


def test_every_ordinary_rule_is_accounted_for() -> None:
    paths = artikel_paths([shipped_rules()])
    known = {line.id for line in read_artikelen(paths, Names(engine().corpus))}
    asked = {line for fact in FACTS.values() for line in fact.get("artikelen", ())}
    assert asked - known == set()


def test_every_circumstance_that_can_be_told_is_used() -> None:
    told = {fact["omstandigheid"]["soort_omstandigheid"] for fact in FACTS.values()}
    assert len(told) == len(FACTS), "each row has its own circumstance"


def test_a_situation_that_is_not_used_has_to_go() -> None:
    scope = table("reikwijdte.yaml").values()
    used = {look[key] for _, look in LOOK for key in ("aan", "uit") if key in look}
    used |= {row["zaak"] for row in scope}
    used |= {found["op"] for found in situations().values() if "op" in found}
    assert set(situations()) == used
