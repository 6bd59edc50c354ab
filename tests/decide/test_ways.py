"""The smallest changes that would carry a solution: tried again here with the reference (P24)."""

import sys
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

import pytest

from engine.backends import interpret
from engine.decide import ways as module
from engine.decide.blockers import solution_blockers
from engine.decide.probe import Change, Prober, changed
from engine.decide.solutions import answer_solution
from engine.decide.ways import ASKED, CARRIED, MOST, proposals
from engine.errors import MissingPart
from engine.ir.case import Inst
from engine.result.evaluated import Evaluated
from engine.result.toets import OplossingToets
from engine.service import as_text
from tests.decide.worlds import engine, runs

ROOT = Path(__file__).resolve().parents[2]
EVERY = 6  # of the solutions that nothing carries, one in this many; the long run takes all
SHOWN = 70  # sets in the sample; fewer means that some got lost


def open_solutions() -> Iterator[tuple[str, Prober, Inst]]:
    """Every shipped solution that nothing carries yet."""
    for case, run, solutions in runs():
        setting = engine().setting(case.hulpvraag.peildatum, case.hulpvraag.gemeente or "")
        for solution in solutions:
            if answer_solution(run, solution).result in ASKED:
                yield case.id, Prober(run, setting.evaluate), solution


def reference(run: Evaluated, changes: Sequence[Change]) -> Evaluated:
    """The case with these changes, by the interpreter."""
    case = changed(run.case, run.program, changes)
    return interpret.Run(run.program, case, solution_blockers)


def faults(run: Evaluated, solution: Inst, found: Sequence[tuple[Change, ...]]) -> Iterator[str]:
    """What is wrong with a list of proposals."""
    if len(found) > MOST:
        yield "too many"
    touched = [frozenset(change.point for change in changes) for changes in found]
    for one, other in combinations(touched, 2):
        if one <= other or other <= one:
            yield f"not another way: {sorted(one)} and {sorted(other)}"
    before = refusing(run, solution)
    for changes in found:
        after = reference(run, changes)
        if answer_solution(after, solution).result not in CARRIED:
            yield f"carries nothing: {changes}"
        if refusing(after, solution) - before:
            yield f"calls up a refusal: {changes}"
        for size in range(len(changes)):
            for some in combinations(changes, size):
                if answer_solution(reference(run, some), solution).result in CARRIED:
                    yield f"less is enough: {some} of {changes}"
        yield from forbidden(run, changes)


def refusing(run: Evaluated, solution: Inst) -> set[str]:
    found = solution_blockers(run, solution)
    return {b.rule for b in found if not b.fails and b.touches is None}


def forbidden(run: Evaluated, changes: Sequence[Change]) -> Iterator[str]:
    for change in changes:
        point = change.point
        if point.kind != "feit":
            continue
        fact = run.program.facts[point.name]
        if fact.protected or fact.test_only or not fact.changeable or fact.entity == "paar":
            yield f"through a fact that may not change: {point}"
        known = (point.name, point.inst) in run.case.facts
        if known and fact.type.kind in ("bedrag", "aantal", "datum", "duur", "procent"):
            yield f"what was measured changes: {point}"


@pytest.mark.slow
def test_proposals_carry_and_no_part_does() -> None:
    shown = 0
    for number, (case, prober, solution) in enumerate(open_solutions()):
        if number % EVERY == 0:
            found, _ = proposals(prober, solution)
            assert list(faults(prober.run, solution, found)) == [], case
            shown += len(found)
    assert shown >= SHOWN


@pytest.mark.lang
def test_proposals_of_every_shipped_case() -> None:
    counts: dict[str, int] = {}
    for case, prober, solution in open_solutions():
        found, searched = proposals(prober, solution)
        assert list(faults(prober.run, solution, found)) == [], case
        counts[searched] = counts.get(searched, 0) + 1
        counts["sets"] = counts.get("sets", 0) + len(found)
    print(counts)
    assert counts["sets"] >= SHOWN * EVERY
    assert counts["alle"] > counts["onbekend"]


def unchecked(prober: Prober, solution: Inst, changes: Sequence[Change]) -> tuple[Change, ...]:
    return tuple(changes)


def with_one_more(
    prober: Prober, solution: Inst, changes: Sequence[Change]
) -> tuple[Change, ...] | None:
    """A set with a judgement too many."""
    norms = prober.run.program.norms
    name = next(n for n in sorted(norms) if norms[n].entity == "oplossing")
    value = {field.name: True for field in norms[name].fields}
    point = module.Point("oordeel", name, solution)
    return (*changes, Change(point, value))


PLANTED = {
    "may not change": ("may_change", lambda run, key: key[0] in ("feit", "oordeel")),
    "calls up a refusal": ("smallest", unchecked),
    "less is enough": ("smallest", with_one_more),
}


@pytest.mark.parametrize("told", PLANTED)
def test_planted_faults_are_caught(told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    name, fault = PLANTED[told]
    monkeypatch.setattr(module, name, fault)
    for _, prober, solution in open_solutions():
        found, _ = proposals(prober, solution)
        if any(told in text for text in faults(prober.run, solution, found)):
            return
    pytest.fail(f"not caught: {told}")


def test_the_same_proposal_twice_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module.Search, "leave_out", lambda self, keys: None)
    _, prober, solution = next(open_solutions())
    found, _ = proposals(prober, solution)
    assert any("not another way" in text for text in faults(prober.run, solution, found))


def wasmachine() -> tuple[OplossingToets, str]:
    path = ROOT / "voorbeelden" / "wasmachine.yaml"
    request = engine().lees_hulpvraag(path.read_bytes(), path.name)
    toets = engine().wegen(engine().toets(request), request)
    text = as_text(engine().tekst(toets, request, "consulent"))
    return toets.behoeften[0].oplossingen[0], " ".join(text.split())


def test_what_policy_leaves_is_made_up_by_a_judgement() -> None:
    """The machine costs € 480 and policy gives € 300: art. 4:84 Awb has to make up € 180."""
    solution, text = wasmachine()
    way = next(w for w in solution.wegen if "awb-4:84" in w.regels)
    (change,) = way.wijzigingen
    assert (way.trede, change.soort, change.onderdeel) == ("e", "oordeel", "bedrag")
    assert (change.van, change.waarde) == (None, "180.00")
    assert (
        change.rollen
        == engine().program(engine().laatste_wijziging()).norms["awb.onevenredig_beleid"].roles
    )
    assert "Dit zou gedragen worden door:" in text
    assert "bedrag € 180, nu nog niet beoordeeld" in text
    assert "leg vast waarom wel, of waarom niet" in text


def test_without_asking_nothing_is_searched() -> None:
    path = ROOT / "voorbeelden" / "wasmachine.yaml"
    toets = engine().toets(engine().lees_hulpvraag(path.read_bytes(), path.name))
    assert b'"wegen' not in engine().json(toets)


def test_without_the_solver_a_toets_still_works(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [n for n in sys.modules if n.startswith(("z3", "engine.decide.ways"))]:
        monkeypatch.delitem(sys.modules, name)
    for name in [n for n in sys.modules if n.startswith("engine.backends.z3_analysis")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "z3", None)
    path = ROOT / "voorbeelden" / "wasmachine.yaml"
    request = engine().lees_hulpvraag(path.read_bytes(), path.name)
    toets = engine().toets(request)
    assert toets.behoeften[0].oplossingen[0].uitkomst == "kansrijk"
    with pytest.raises(MissingPart, match="z3-solver ontbreekt"):
        engine().wegen(toets, request)
