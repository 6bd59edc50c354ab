"""Faults of the engine itself, planted in another process: `-p tests.plugin.faults`."""

import os
from dataclasses import replace
from typing import Any

from engine.backends.compiled.run import Run
from engine.result.outcomes import Gap
from engine.result.steps import BegripStep
from engine.service import facade

KIND = os.environ.get("PLANTED_FAULT", "")
members, begrip, build_case = Run.members, Run.begrip, facade.build_case


def only_the_first(run: Run, collection: str, inst: Any) -> Any:
    """Of a family only the one who comes first counts."""
    found = members(run, collection, inst)
    return found[:1] if collection == "leden" and isinstance(found, tuple) else found


def by_order(request: Any, program: Any) -> Any:
    """Nothing is known of whoever does not tell it from a to z."""
    case = build_case(request, program)
    told = [list(person.feiten) for person in request.personen.values()]
    return case if all(names == sorted(names) for names in told) else replace(case, facts={})


def by_number(run: Run, *args: Any) -> Any:
    """No answer for whoever tells more than fifty things."""
    step = begrip(run, *args)
    if len(run.case.facts) <= 50:
        return step
    return BegripStep(Gap("geen_regel"), step.candidates, step.changes)


if KIND == "first":
    Run.members = only_the_first
if KIND == "order":
    facade.build_case = by_order
if KIND == "number":
    Run.begrip = by_number
