"""Whatever a resident may propose has somewhere to go: a ground that carries it, or a referral."""

from dataclasses import replace

from engine.ir.program import Program
from tests.strategies import shipped


def leading_nowhere(program: Program) -> set[str]:
    """Kinds of solution that no ground names and that are not referred to another act."""
    grants = [rule.grant for rule in program.rules if rule.grant is not None]
    found = {kind for grant in grants for kind in grant.kinds or ()}
    found |= {kind for referral in program.referrals for kind in referral.kinds}
    return set(program.facts["soort_oplossing"].type.labels) - found


def test_every_kind_of_solution_leads_somewhere() -> None:
    assert leading_nowhere(shipped.program()) == set()


def test_a_kind_that_leads_nowhere_is_seen() -> None:
    program = shipped.program()
    empty = replace(program, rules=(), referrals=())
    assert leading_nowhere(empty) == set(program.facts["soort_oplossing"].type.labels)
