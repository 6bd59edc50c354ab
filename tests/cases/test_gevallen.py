"""Every case next to the law comes out as the law gives it."""

from pathlib import Path

import pytest

from engine.service import Regelruimte, shipped_rules
from engine.service.cases import run_case
from engine.source.case_files import case_paths, read_cases
from tests.strategies.shipped import loaded

PATHS = case_paths([shipped_rules()])


@pytest.fixture(scope="module")
def engine() -> Regelruimte:
    return loaded()


@pytest.mark.parametrize("path", PATHS, ids=lambda p: f"{p.parent.parent.name}/{p.stem}")
def test_case(engine: Regelruimte, path: Path) -> None:
    for case in read_cases(path, path.name):
        report = run_case(engine, case)
        problems = [*map(str, report.fouten), *report.verschillen]
        assert report.goed, "\n".join([case.id, *problems])


def test_enough_cases_and_each_says_why() -> None:
    cases = [case for path in PATHS for case in read_cases(path, path.name)]
    assert len(PATHS) >= 30
    assert all(len(case.redenering) > 40 for case in cases)
    assert len({case.id for case in cases}) == len(cases)
