"""Questions, shortest changes and branches: everything shown has been tried again here."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import combinations

import pytest

from engine.decide.blockers import ground_blockers
from engine.decide.changes import shortest_change
from engine.decide.encode import encode, short
from engine.decide.grounds import try_ground
from engine.decide.intentions import intention_result
from engine.decide.outcomes import instances
from engine.decide.probe import Change, Point, Prober, changed, domain
from engine.decide.solutions import answer_solution
from engine.decide.toets import _acts
from engine.ir.case import Inst
from engine.ir.program import LAST_BEFORE_CLAUSES
from engine.model.request import Hulpvraag
from engine.result.outcomes import Conflict, Gap, Known, Outcome, Unknown
from engine.result.ways import Wijziging
from engine.source.case_files import Geval
from tests.decide.worlds import KITCHEN, cases, engine, runs

SHOWN = 30  # shortest changes in all shipped cases with a solution; fewer means that some got lost
ASKED = 200  # questions in them
ONLY_NEEDS = {
    # Findings: whatever is answered, the outcome stays open, and only what it still needs changes.
    ("T4-2025", "vermogensvrijlating_verbruikt"),
    ("ot-levensonderhoud", "bezittingen"),
    ("ot-levensonderhoud", "doelgroep_loonkostensubsidie"),
    ("ot-levensonderhoud", "giften"),
    ("ot-levensonderhoud", "loon_netto"),
    ("ot-levensonderhoud", "maanden_vrijlating_gebruikt"),
    ("ot-levensonderhoud", "ontvangsten"),
    ("ot-levensonderhoud", "verblijf_buitenland"),
    ("TC-10", "doelgroep_loonkostensubsidie"),
    ("TC-10", "giften"),
    ("TC-10", "ontvangsten"),
    ("TC-10", "loon_netto"),
    ("TC-10", "maanden_vrijlating_gebruikt"),
    ("TC-10", "voorliggende_voorziening_bestaat"),
}
"""Cases (with their variants) and questions that are not yet worth asking on their own."""


@pytest.mark.slow
def test_every_question_changes_something() -> None:
    """Two answers to a question give another result or rung somewhere.

    All else stays unchanged; where several are needed together, the other questions are answered.
    """
    asked = 0
    for case in cases():
        request = case.hulpvraag
        setting = engine().setting(request.peildatum, request.gemeente or "")
        run = setting.evaluate(setting.program, engine().case(request))
        toets = engine().toets(request)
        names = {short(n, setting.program): n for n in (*run.program.norms, *run.program.facts)}
        asked_points = [_point(run, names, q) for q in toets.vragen if q.soort != "lijst"]
        look = partial(_signature, run, setting, request, toets.kern)
        for point in asked_points:
            others = [domain(run, p) for p in asked_points if p != point]
            matters = any(
                len({look([*rest, change]) for change in domain(run, point)}) > 1
                for rest in fillings(others)
            )
            named = (case.id.partition(" (")[0], point.name) in ONLY_NEEDS
            assert matters or named, (case.id, point)
            asked += matters
        lists = [_owned(run, question) for question in toets.vragen if question.soort == "lijst"]
        answered = [domain(run, point) for point in asked_points]
        for one in lists:
            matters = any(
                look(rest, lists) != look(rest, [other for other in lists if other != one])
                for rest in fillings(answered)
            )
            named = (case.id.partition(" (")[0], one[0]) in ONLY_NEEDS
            assert matters or named, (case.id, one)
            asked += matters
    print(f"{asked} questions make a difference")
    assert asked >= ASKED


def fillings(others: list[Sequence[Change]]) -> Iterator[list[Change]]:
    """Nothing of the other questions, all first or all last answers, or one of them apart."""
    firsts, lasts = ([values[end] for values in others] for end in (0, -1))
    yield from ([], firsts, lasts)
    for number in range(len(others)):
        yield [*firsts[:number], lasts[number], *firsts[number + 1 :]]
        yield [*lasts[:number], firsts[number], *lasts[number + 1 :]]


def _point(run, names: dict[str, str], question) -> Point:
    kind = "feit" if question.soort == "gegeven" else "oordeel"
    word, _, name = question.over.partition(":")
    entity = next(e for e in _entities(run) if e.rpartition(".")[2] == word)
    return Point(kind, names[question.naam], (entity, name))


def _owned(run, question) -> tuple[str, Inst]:
    """A list, by its name and whose it is."""
    owner = run.program.lists[question.naam].owner
    return question.naam, (owner, question.over.partition(":")[2])


def _entities(run) -> list[str]:
    declared = [*run.program.facts.values(), *run.program.norms.values()]
    return sorted({d.entity for d in declared})


def _signature(
    run, setting, request: Hulpvraag, core, changes: list[Change], nothing_in=()
) -> str:
    """Results, rungs, and the status and value of what can be claimed; not what is still open."""
    case = changed(run.case, run.program, changes)
    case = replace(case, children={**case.children, **dict.fromkeys(nothing_in, ())})
    other = setting.evaluate(run.program, case)
    solutions = [s.id for need in request.behoeften for s in need.oplossingen]
    found = [answer_solution(other, ("oplossing", s)) for s in solutions]
    rows = [
        (one.result, one.rung, [(p.regel, p.bedrag, p.status) for p in one.parts]) for one in found
    ]
    claims = [
        _status(other.begrip(name, inst).outcome)
        for name in core
        if run.program.begrippen[name].entitlement
        for inst in instances(other, run.program.begrippen[name].entity)
    ]
    acts = _acts(request)
    intended = [intention_result(other, ("voornemen", name), acts[name]) for name in acts]
    powers = [(one.bevoegdheid, one.karakter, [g.regel for g in one.gronden]) for one in intended]
    return str((rows, claims, powers))


def _status(outcome: Outcome) -> tuple[object, ...]:
    match outcome:
        case Known(value=value):
            return ("waarde", value)
        case Gap(kind=kind):
            return ("gat", kind)
        case Conflict(values=values):
            return ("conflict", sorted(str(value) for value, _ in values))
        case Unknown(provisional=provisional):
            return ("onbekend", provisional)


@pytest.mark.slow
def test_shortest_changes_flip_and_no_part_does() -> None:
    shown = 0
    for case, run, solutions in runs():
        setting = engine().setting(case.hulpvraag.peildatum, case.hulpvraag.gemeente or "")
        prober = Prober(run, setting.evaluate)
        for solution in solutions:
            found = answer_solution(run, solution)
            if found.result not in ("geen_grond", "elders"):
                continue
            for blocker in found.blockers:
                ground = run.program.rule_named(blocker.via)
                change = shortest_change(prober, ground, solution, blocker)
                if change:
                    shown += 1
                    _check_minimal(prober, ground, solution, change)
    assert shown >= SHOWN


@pytest.mark.slow
def test_what_if_with_the_shortest_change_flips_the_solution() -> None:
    """The change that an answer proposes, made in the request: the obstacle gives way.

    Nothing less than that is enough: without a part of the change the solution stays as it was.
    """
    flipped = 0
    for case in cases():
        for need in engine().toets(case.hulpvraag).behoeften:
            for solution in need.oplossingen:
                place = f"behoeften.{need.id}.oplossingen.{solution.id}"
                for blocker in solution.blokkades:
                    if not blocker.kortste_wijziging:
                        continue
                    parts = blocker.kortste_wijziging
                    where = ("behoeften", need.id, "oplossingen", solution.id)
                    assert where in flips(case, parts, place), (case.id, parts)
                    for size in range(len(parts)):
                        for some in combinations(parts, size):
                            assert where not in flips(case, some, place), (case.id, some)
                    flipped += 1
    assert flipped >= SHOWN


def flips(case: Geval, parts: Sequence[Wijziging], place: str) -> set[tuple[str, ...]]:
    """Solutions of which the outcome is another one under these changes."""
    request, facts, judged = case.hulpvraag, {}, []
    norms = engine().program(request.peildatum, request.gemeente or "").norms.values()
    for part in parts:
        kind, _, name = part.over.partition(":")
        if part.soort == "gegeven":
            path = {"persoon": f"personen.{name}", "zaak": "procedure"}.get(kind, place)
            facts[f"{path}.{part.naam}"] = part.waarde
        else:
            norm = next(n for n in norms if n.name.rpartition(".")[2] == part.naam)
            judged.append({
                "oordeel": norm.name, "over": name, "uitkomst": part.waarde, "wie": "c-1",
                "rol": norm.roles[0], "datum": request.peildatum.isoformat(),
                "motivering": "Stel dat.", "bewijs": ["stel"],
            })  # fmt: skip
    found = engine().wat_als(request, facts, judged)
    return {v.pad[:-1] for v in found if v.pad[-1] == "uitkomst" and v.pad[0] == "behoeften"}


def _check_minimal(prober: Prober, ground, solution, change) -> None:
    run = prober.run
    names = {short(n, run.program): n for n in (*run.program.norms, *run.program.facts)}
    made = []
    for part in change:
        kind = "feit" if part.soort == "gegeven" else "oordeel"
        word, _, name = part.over.partition(":")
        entity = next(e for e in _entities(run) if e.rpartition(".")[2] == word)
        point = Point(kind, names[part.naam], (entity, name))
        made.append(next(c for c in domain(run, point) if _shown(run, c) == part.waarde))
        fact = run.program.facts.get(point.name)
        assert fact is None or (fact.changeable and not fact.protected)
    assert try_ground(run, ground, solution).rung is None
    assert try_ground(prober.under(*made), ground, solution).rung is not None
    for size in range(len(made)):
        for some in combinations(made, size):
            assert try_ground(prober.under(*some), ground, solution).rung is None


def _shown(run, change: Change) -> object:
    point = change.point
    if point.kind == "feit":
        return encode(change.shown, run.program.facts[point.name].type)
    return encode(change.shown, run.program.norms[point.name].fields[0].type)


def test_protected_facts_are_never_proposed() -> None:
    request = engine().lees_hulpvraag(
        KITCHEN.replace("nederlander: ja", "nederlander: nee").encode(), "vraag.yaml"
    )
    setting = engine().setting(request.peildatum, "GM0000")
    run = setting.evaluate(setting.program, engine().case(request))
    prober = Prober(run, setting.evaluate)
    for rule in setting.program.rules:
        if rule.grant is None or rule.grant.kinds is None:
            continue
        solution = ("oplossing", "o1")
        for blocker in ground_blockers(run, rule, solution, LAST_BEFORE_CLAUSES)[:2]:
            change = shortest_change(prober, rule, solution, blocker)
            assert "nederlander" not in {part.naam for part in change}
