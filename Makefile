# De opdrachten van Regelruimte; 'make help' legt ze uit.
# PYTHON= kiest de interpreter (3.11, 3.12 of 3.13), VENV= de map van de omgeving.
VENV ?= .venv
PYTHON ?=
BIN := $(VENV)/bin
PY := $(BIN)/python
RUN_TESTS := $(PY) -m pytest
ALL_CORES := -n auto --dist loadfile

.DEFAULT_GOAL := help
.PHONY: help setup check statisch test test-lang run schema twijfels gevallen golden mutatie mutatie-controle bench slot schoon

help: ## toont deze uitleg
	@echo "Gebruik: make <doel> [PYTHON=python3.12] [VENV=.venv]"
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  %-16s %s\n", $$1, $$2}' $(firstword $(MAKEFILE_LIST))

setup: ## maakt de omgeving met alle pakketten (de tweede keer: binnen 3 seconden)
	@VENV="$(VENV)" PYTHON="$(PYTHON)" sh scripts/setup.sh

statisch: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(PY) scripts/schemas.py --controleer
	$(PY) scripts/twijfels.py --controleer

check: statisch ## opmaak, typen, afspraken tussen onderdelen, schema's en de snelle tests
	$(RUN_TESTS) -q $(ALL_CORES) -m "not slow and not lang and not mutation"

# Two rounds: measuring coverage doubles the time of what does much of the same, and adds nothing to it.
test: statisch ## alles wat de bouwstraat draait: check en alle tests, met dekking
	$(RUN_TESTS) $(ALL_CORES) -m "not (slow or property or worked or lang or mutation)" --cov --cov-report=term:skip-covered
	$(RUN_TESTS) -n auto --dist worksteal --hypothesis-profile=ci -m "(slow or property or worked) and not (lang or mutation)"

test-lang: setup ## de tests met lange aantallen
	$(RUN_TESTS) -m "not mutation" --hypothesis-profile=lang

run: setup ## toetst het voorbeeld van de taxi
	@$(BIN)/regelruimte toets voorbeelden/taxi.yaml

schema: setup ## schrijft de schema's in rules/_schema opnieuw
	$(PY) scripts/schemas.py

twijfels: setup ## schrijft docs/twijfels.md opnieuw uit de regels
	$(PY) scripts/twijfels.py

gevallen: setup ## rekent alle uitgewerkte gevallen bij de regels na
	$(RUN_TESTS) tests/cases

golden: setup ## schrijft de vastgelegde uitvoer opnieuw; bekijk daarna git diff
	$(RUN_TESTS) -q --update-golden -m "not slow and not lang and not mutation"

mutatie: setup ## zet fouten in de regels en kijkt of een geval ze vindt
	$(RUN_TESTS) -n auto -m mutation -rA tests/mutation/test_mutatie.py

mutatie-controle: setup ## zet fouten in de regels en kijkt of de controle of een geval ze vindt
	$(RUN_TESTS) -s -m mutation tests/mutation/test_controle.py

bench: setup ## meet de snelheid naast vergelijkbare programma's
	$(PY) -m bench

slot: ## maakt requirements.lock opnieuw uit pyproject.toml
	VENV="$(VENV)" PYTHON="$(PYTHON)" sh scripts/lock.sh

schoon: ## verwijdert de omgeving en alle tijdelijke bestanden
	rm -rf "$(VENV)" build dist .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
