"""P17: an open term has a value only from who may fill it, and only within its bounds."""

from hypothesis import given

from engine.backends.interpret import Run
from engine.ir.case import ABSENT, Inst
from engine.ir.program import Program
from engine.result.outcomes import Gap, Known, Unknown
from engine.testing.cases import instances
from tests.properties.canon import canon
from tests.strategies.programs import Tree
from tests.strategies.worlds import Situation, situations

ORGAN = {"vo": "raad", "br": "college", "wb": ""}
LAYER = {"vo": "verordening", "br": "beleidsregel", "wb": "wet"}


def check(situation: Situation) -> int:
    """Bounds, competence, default and refusals of every open term."""
    program = situation.program
    act = next(tree for tree in situation.world.trees if tree["regeling"] == "wa")
    run, asked = Run(program, situation.case), 0
    for name, inst in instances(program, situation.case):
        if program.begrippen[name].term:
            check_term(run, name, inst, act["open_termen"][name.partition(".")[2]])
            asked += 1
    check_refusals(program, situation.world.trees, act)
    return asked


def check_term(run: Run, name: str, inst: Inst, term: Tree) -> None:
    begrip = run.program.begrippen[name]
    step = run.begrip(name, inst)
    for candidate in begrip.candidates:
        owner = run.program.rules[candidate.rule].regulation
        assert (LAYER[owner], ORGAN[owner]) == (term["laag"], term["bevoegd"]), name
    truths = [candidate.truth for candidate in step.candidates]
    active = [c for c in step.candidates if _holds(c.truth) and c.value is not None]
    if isinstance(step.outcome, Known):
        assert active or begrip.rest is not None or not all(_sure(t) for t in truths), name
        low, high = (
            run.evaluate(b, (inst,), begrip.top).outcome for b in (begrip.low, begrip.high)
        )
        value = step.outcome.value  # absent when it is filled with a fact that is absent
        assert value is ABSENT or low.value <= value <= high.value, canon(step.outcome)
    elif isinstance(step.outcome, Gap) and not begrip.candidates:
        assert step.outcome.kind == "delegatie_ontbreekt", canon(step.outcome)
        assert term["verplicht"] == "ja" or "standaard" not in term, name
    elif isinstance(step.outcome, Unknown):
        assert begrip.candidates, f"{name} without a filling is a gap, never a question"


def _holds(outcome: object) -> bool:
    """Whether a rule is active, perhaps on a presumption."""
    return isinstance(outcome, Known) and outcome.value is True


def _sure(outcome: object) -> bool:
    return isinstance(outcome, Known)


def check_refusals(program: Program, trees: list[Tree], act: Tree) -> None:
    """Whoever may not fill a term is named, and is no rule."""
    refused = {refusal.rule for refusal in program.refusals}
    present = {rule.id for rule in program.rules}
    for tree in trees:
        for rule in tree.get("regels", ()):
            term = act["open_termen"].get(rule.get("vult_in", "").partition(".")[2])
            if term is None or rule.get("geldig", {}).get("vanaf", "") > "2026-09-01":
                continue
            owner = tree["regeling"]
            may = (LAYER[owner], ORGAN[owner]) == (term["laag"], term["bevoegd"])
            assert (rule["id"] in refused, rule["id"] in present) == (not may, may), rule["id"]


@given(situations())
def test_delegation_stays_within_bounds_and_competence(situation: Situation) -> None:
    check(situation)
