"""`make mutatie`: every shipped rule and every bound is guarded by a case or a table row."""

from collections import defaultdict

import pytest

from engine.backends.compiled import Compiled
from engine.service import Regelruimte
from tests.mutation.guards import Asked, all_checks
from tests.mutation.mutants import Mutant, mutants, planted

pytestmark = pytest.mark.mutation
SHARES = 2  # as many as there are cores to use


@pytest.fixture(scope="module")
def checks() -> list[Asked]:
    return all_checks(Regelruimte())


@pytest.mark.parametrize("share", range(SHARES))
def test_every_fault_is_noticed(checks: list[Asked], share: int) -> None:
    by_rule: dict[str, list[Asked]] = defaultdict(list)
    for asked in checks:
        for rule in asked.places:
            by_rule[rule].append(asked)
    programs = {id(p.begrippen): p for p in (a.check.setting.program for a in checks)}
    faults = {mutant: None for program in programs.values() for mutant in mutants(program)}
    own = list(faults)[share::SHARES]
    survivors = []
    for number, mutant in enumerate(own, start=1):
        if not _noticed(mutant, by_rule[mutant.rule]):
            survivors.append(str(mutant))
            print(f"niet gevonden: {mutant}", flush=True)
        if number % 50 == 0:
            print(f"deel {share + 1}: {number} van {len(own)} fouten gezet", flush=True)
    print(f"deel {share + 1}: {len(own)} fouten gezet, {len(survivors)} niet gevonden")
    assert not survivors


def _noticed(mutant: Mutant, checks: list[Asked]) -> bool:
    programs: dict[int, Compiled] = {}
    for asked in checks:
        original = asked.check.setting.program
        key = id(original.begrippen)  # shared by the days between two changes of the rules
        if key not in programs:
            programs[key] = Compiled(planted(original, mutant))
        compiled = programs[key]
        if asked.touched(compiled, mutant) and asked.check.notices(compiled):
            return True
    return False
