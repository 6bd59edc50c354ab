"""The import contracts themselves run in `make check`; here: none is missing or weakened."""

from typing import Any

import pytest

from tests.architecture.repository import ROOT, pyproject

# A foreign package behind one file. import-linter needs the file to exist, so whoever adds it also
# adds a contract of type "protected" to pyproject.toml: protected_modules = ["durable"],
# allowed_importers = ["engine.backends.signals"].
BEHIND_ONE_FILE = {"durable": "signals", "ibis": "ibis_batch", "z3": "z3_analysis"}


def contracts() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = pyproject()["tool"]["importlinter"]["contracts"]
    return found


def unprotected(present: set[str], declared: list[dict[str, Any]]) -> list[str]:
    """Packages whose file exists while no contract keeps others away from them."""
    kept = {
        (package, importer)
        for contract in declared
        if contract["type"] == "protected"
        for package in contract["protected_modules"]
        for importer in contract["allowed_importers"]
        if len(contract["allowed_importers"]) == 1
    }
    return [
        package
        for package, module in BEHIND_ONE_FILE.items()
        if module in present and (package, f"engine.backends.{module}") not in kept
    ]


def test_foreign_packages_are_protected() -> None:
    backends = ROOT / "engine" / "backends"
    present = {path.stem for path in backends.iterdir()}
    assert unprotected(present, contracts()) == []


def test_layers_are_exhaustive() -> None:
    layers = [contract for contract in contracts() if contract["type"] == "layers"]
    assert [contract["exhaustive"] for contract in layers] == [True]


def test_no_contract_has_exceptions() -> None:
    assert [contract["name"] for contract in contracts() if "ignore_imports" in contract] == []


@pytest.mark.parametrize(
    ("importers", "missing"),
    [(["engine.backends.signals"], []), (["engine.backends.signals", "engine.cli"], ["durable"])],
)
def test_missing_protection_is_found(importers: list[str], missing: list[str]) -> None:
    contract = {
        "type": "protected",
        "protected_modules": ["durable"],
        "allowed_importers": importers,
    }
    assert unprotected({"signals"}, [contract]) == missing
    assert unprotected(set(), []) == []
