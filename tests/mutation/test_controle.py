"""`make mutatie-controle`: faults planted in the shipped rules, and how many the audit finds."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from multiprocessing import get_context
from random import Random

import pytest

from engine.ir.program import Program
from engine.service import Regelruimte
from tests.mutation.audit import Questions, compiled, new_findings, refused
from tests.mutation.by_cases import by_rule, noticed
from tests.mutation.faults import KINDS, Fault, planted
from tests.mutation.guards import Asked, all_checks
from tests.mutation.verdicts import (
    EXPECTED,
    SEED,
    Verdict,
    audited,
    faults,
    places,
    rate,
    table,
)

DAY, CITY = date(2026, 9, 1), "GM0000"
PER_KIND, SAMPLE = 25, 2
LEAST = 0.95
Work = tuple[Fault, Program]


def questions() -> Questions:
    """The shipped rules as they are, with nothing asked yet."""
    engine = Regelruimte()
    return Questions(engine.corpus, engine.setting(DAY, CITY))


def _sample(kind: str) -> list[Verdict]:
    usual = questions()
    return [audited(usual, fault, program) for fault, program in faults(usual, kind, SAMPLE)]


@pytest.mark.slow
@pytest.mark.parametrize("kind", EXPECTED)
def test_the_audit_finds_what_it_should(kind: str) -> None:
    with get_context("spawn").Pool(1) as pool:  # as `controleer`: a solver that did nothing before
        found = pool.apply(_sample, (kind,))
    assert len(found) == SAMPLE
    assert [v for v in found if v.missed] == []
    assert any(v.by_audit for v in found)


@pytest.mark.slow
def test_a_clash_of_rules_on_what_covers_an_obstacle_can_be_shown() -> None:
    """By a solution or otherwise: a request can say both, but no solution with other words."""
    usual = questions()
    about = [p for p in places(usual.corpus, usual.setting.program) if p.rule.over == "dekking"]
    tried = 0
    for place in about:
        fault = planted(usual.corpus, place, "botsing", Random(SEED))
        if fault is None or refused(fault.corpus):
            continue
        program = compiled(fault.corpus, usual.setting.program)
        assert program is not None
        codes = {found[0] for found in new_findings(usual, fault.corpus, program)}
        assert "F203" in codes, str(place)
        assert "F291" not in codes, str(place)
        tried += 1
    assert tried


@pytest.mark.mutation
def test_faults_are_found_by_audit_or_cases() -> None:
    usual = questions()
    work = [found for kind in KINDS for found in faults(usual, kind, PER_KIND)]
    print(f"{len(work)} fouten gezet", flush=True)
    guards = by_rule(all_checks(Regelruimte()))
    verdicts = []
    for verdict in _judged(Judge(usual, guards, work)):
        verdicts.append(verdict)
        print(f"{len(verdicts):>3} van {len(work)}: {verdict}", flush=True)
    print(*table(verdicts), sep="\n")
    assert len(verdicts) >= 300
    assert rate(verdicts) >= LEAST
    assert [v for v in verdicts if v.missed] == []


@dataclass(frozen=True)
class Judge:
    """Who says what becomes of each fault; shared with the workers, which are copies."""

    usual: Questions
    guards: dict[str, list[Asked]]
    work: list[Work]

    def __call__(self, number: int) -> Verdict:
        """The verdict on one fault."""
        fault, program = self.work[number]
        verdict = audited(self.usual, fault, program)
        if verdict.equal:
            return verdict
        rule = fault.place.rule
        return replace(verdict, by_cases=noticed(fault.corpus, rule, self.guards[rule.id]))


JUDGES: list[Judge] = []


def _verdict(number: int) -> Verdict:
    return JUDGES[-1](number)


def _judged(judge: Judge) -> Iterator[Verdict]:
    """The verdict on every fault, shared out over the cores."""
    with get_context("fork").Pool(os.cpu_count(), JUDGES.append, (judge,)) as pool:
        yield from pool.imap(_verdict, range(len(judge.work)))
