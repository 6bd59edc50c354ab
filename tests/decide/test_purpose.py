"""What the law is for: every rule has a purpose, and a rule in the way says what its own is."""

from functools import cache
from pathlib import Path

import pytest

from engine.model.regulation import Regeling
from engine.service import Regelruimte
from tests.receipt.klein import copied, request
from tests.strategies.shipped import loaded

# What the acts themselves say that they are for, and where.
VALUES = [
    ("wmo", ("meedoen", "zo lang mogelijk in de eigen omgeving"), "2.1.2 lid 3"),
    ("jeugdwet", ("gezond en veilig", "zelfstandig"), "2.1"),
    ("wgs", ("problematische schulden", "nazorg", "gezinnen met kinderen"), "1 en 2 lid 4"),
    ("participatiewet", ("bestaansminimum", "mee te doen"), "Grondwet 20 lid 3"),
]
ACT = "Wie te weinig heeft, kan toch meedoen."
OWN = "Niemand leeft onder een grens."
WRITTEN = "  - id: kw-2\n"


@cache
def acts() -> tuple[Regeling, ...]:
    return loaded().corpus.regelingen


def test_every_rule_and_every_group_of_rules_has_a_purpose() -> None:
    lacking = [
        f"{act.id}: {rule.groep or rule.id}"
        for act in acts()
        for rule in act.secties.regels
        if not (rule.doel or act.kop.doel)
    ]
    assert lacking == []
    assert sum(len(act.secties.regels) for act in acts()) > 500


@pytest.mark.parametrize(("name", "words", "_where"), VALUES, ids=lambda v: str(v)[:12])
def test_what_an_act_is_for(name: str, words: tuple[str, ...], _where: str) -> None:
    purpose = next(act.kop.doel for act in acts() if act.id == name) or ""
    assert [word for word in words if word not in purpose] == []


def blocked(rules: Regelruimte) -> set[str]:
    """The purposes of what stands in the way of a solution for somebody who earns too much."""
    toets = rules.toets(request(("inkomen: 900", "inkomen: 9000")))
    (need,) = toets.behoeften
    return {b.doel for s in need.oplossingen for b in s.blokkades if b.regel == "kw-2"}


def test_a_rule_without_a_purpose_has_that_of_its_act(tmp_path: Path) -> None:
    rules = copied(tmp_path)
    assert blocked(rules) == {ACT}
    assert rules.regel("kw-2").doel == ACT


def test_a_purpose_of_its_own_goes_first(tmp_path: Path) -> None:
    rules = copied(tmp_path, (WRITTEN, f'{WRITTEN}    doel: "{OWN}"\n'))
    assert blocked(rules) == {OWN}
    assert rules.regel("kw-2").doel == OWN
    assert rules.regel("kw-3").doel == ACT
