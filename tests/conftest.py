"""Hypothesis profiles and the one switch that rewrites recorded output."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from engine.service import collect_less_often

CASES = Path(__file__).parent / "cases"
# Properties compile rules; wall-clock deadlines would make them depend on the machine.
COMMON = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("dev", max_examples=50, **COMMON)
settings.register_profile("ci", max_examples=200, derandomize=True, **COMMON)
settings.register_profile("lang", max_examples=5000, print_blob=True, **COMMON)
settings.load_profile("ci" if os.environ.get("CI") else "dev")

collect_less_often()  # as every process of our own that holds a rule set


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="rewrite recorded output instead of comparing"
    )


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """True when recorded output has to be rewritten (`make golden`)."""
    return bool(request.config.getoption("--update-golden"))


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what Hypothesis drives and what works out cases: `make test` runs these unmeasured."""
    for item in items:
        if CASES in item.path.parents:
            item.add_marker("worked")
        if getattr(getattr(item, "obj", None), "is_hypothesis_test", False):
            item.add_marker("property")
