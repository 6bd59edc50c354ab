"""P13, P14 and P22: a decided outcome has a proof, and the proof is all it rests on."""

from dataclasses import replace

from hypothesis import given

from engine.backends.interpret import Run
from engine.ir.case import Case
from engine.ir.program import Program
from engine.result.operations import compute
from engine.result.outcomes import Outcome, Term, Unknown
from engine.testing.cases import instances
from tests.properties.canon import canon, kept
from tests.properties.proof import Proof
from tests.strategies.worlds import Situation, situations

LEAVES = frozenset({
    "feit", "begrip", "oordeel", "bedrag", "lezing", "vast", "dag", "waarde", "plaats", "lijst",
    "leden", "uitgesloten", "geblokkeerd_door", "blokkade", "geen_tabel",
})  # fmt: skip


def check_proof(situation: Situation) -> int:
    """Every decided outcome follows from known leaves, and stays when the rest is taken away."""
    program, case = situation.program, situation.case
    run, proved = Run(program, case), 0
    for name, inst in instances(program, case):
        outcome = run.begrip(name, inst).outcome
        if isinstance(outcome, Unknown):
            continue
        proof = Proof(run)
        proof.begrip(name, inst)
        after = Run(program, cited(program, case, proof)).begrip(name, inst).outcome
        assert kept(outcome, after), f"{name} {inst}: {canon(outcome)} -> {canon(after)}"
        proved += 1
    return proved


def cited(program: Program, case: Case, proof: Proof) -> Case:
    """The case with only what the proof cites; who a record is about belongs to its shape."""
    about = {key for key in case.facts if program.facts[key[0]].type.kind == "persoon"}
    return replace(
        case,
        facts={k: v for k, v in case.facts.items() if k in proof.facts | about},
        judgements={k: j for k, j in case.judgements.items() if k in proof.judgements},
    )


def check_replay(situation: Situation) -> int:
    """Every recorded formula gives its outcome again, computed from its leaves alone."""
    run = Run(situation.program, situation.case)
    for name, inst in instances(situation.program, situation.case):
        run.begrip(name, inst)
    terms = [step.term for step in run.rule_steps.values() if step.term is not None]
    for step in run.begrip_steps.values():
        terms += [a.value for a in (*step.candidates, *step.changes) if a.value is not None]
    for term in terms:
        assert replayed(term) == term.outcome, term
    return len(terms)


def replayed(term: Term) -> Outcome:
    if term.op in LEAVES:
        return term.outcome
    return compute(term.op, term.name, term.extra, [replayed(part) for part in term.args])


@given(situations())
def test_decided_outcomes_have_a_proof(situation: Situation) -> None:
    check_proof(situation)


@given(situations())
def test_recorded_formulas_replay(situation: Situation) -> None:
    check_replay(situation)
