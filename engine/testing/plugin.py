"""The pytest plugin: with `--regels` the properties of equal treatment join the tests.

Without that option it adds nothing and loads nothing.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

MARK = "gelijke_behandeling"
EXAMPLES = 100
MODULE = "gelijke_behandeling.py"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options, all without effect unless `--regels` is given."""
    group = parser.getgroup("regelruimte", "gelijke behandeling in de regels van een gemeente")
    group.addoption("--regels", metavar="MAP", help="de map met regels van uw gemeente")
    group.addoption("--peildatum", metavar="DAG", help="de dag waarop wordt getoetst")
    group.addoption(
        "--voorbeelden", metavar="AANTAL", type=int, default=EXAMPLES,
        help=f"hoeveel tweelingen per eigenschap (standaard {EXAMPLES})",
    )  # fmt: skip
    group.addoption("--toegestaan", metavar="BESTAND", help="verschillen die u wilt, met reden")
    group.addoption("--tweelingen", metavar="MAP", help="schrijf gevonden tweelingen in deze map")


def pytest_configure(config: pytest.Config) -> None:
    """Make the mark known, also where marks are strict."""
    config.addinivalue_line("markers", f"{MARK}: eigenschappen van de regels van een gemeente")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(
    session: pytest.Session, config: pytest.Config, items: list[pytest.Item]
) -> None:
    """Add the properties to what was collected."""
    if config.getoption("--regels"):
        from engine.service import collect_less_often
        from engine.testing.trial import trial_of

        collect_less_often()
        trial_of(config)
        items += _properties(session)


def _properties(session: pytest.Session) -> Iterator[pytest.Item]:
    path = Path(__file__).with_name("properties.py")
    module = pytest.Module.from_parent(session, path=path, nodeid=MARK)
    # A property of which this folder has no subject is no test, and no skipped one either.
    yield from (item for item in session.genitems(module) if not item.get_closest_marker("skip"))
