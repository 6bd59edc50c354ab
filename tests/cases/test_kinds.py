"""Whatever a resident may propose has somewhere to go: a ground that carries it, or a referral."""

from engine.ir.program import Program
from tests.strategies import shipped

NOWHERE_YET = {
    "voorschot": "an advance (Participatiewet 52) is told as a concept; no ground carries it",
    "inkomenstoeslag": "the ordinance that article 36 needs is not written for the example city",
    "reintegratie": "the support of articles 7 and 10 is not written as a ground",
}
"""Kinds of solution without a ground or a referral, and why."""


def leading_somewhere(program: Program) -> set[str]:
    """Kinds that a ground names, or that are referred to another act."""
    grants = [rule.grant for rule in program.rules if rule.grant is not None]
    carried = {kind for grant in grants for kind in grant.kinds or ()}
    return carried | {kind for referral in program.referrals for kind in referral.kinds}


def test_every_kind_of_solution_leads_somewhere() -> None:
    program = shipped.program()
    kinds = set(program.facts["soort_oplossing"].type.labels)
    found = leading_somewhere(program)
    assert found <= kinds
    assert kinds - found <= set(NOWHERE_YET), "no ground, no referral and no reason"


def test_a_kind_with_a_ground_of_its_own_leaves_the_list() -> None:
    """Of what stands in the list it is true; whoever writes the ground takes it out."""
    assert not set(NOWHERE_YET) & leading_somewhere(shipped.program())
