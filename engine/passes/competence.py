"""Competence: fillings by the wrong organ or layer go before anything is ordered.

Otherwise a higher regulation that may not fill a term would set aside the one that may.
"""

from collections.abc import Sequence
from dataclasses import replace

from engine.ir.parts import Refusal
from engine.model.regulation import Regeling
from engine.passes.delegation import open_terms, refusal_of
from engine.passes.resolve_rules import Draft


def competent(
    drafts: Sequence[Draft], regelingen: tuple[Regeling, ...]
) -> tuple[list[Draft], list[Refusal]]:
    """Drop incompetent fillings and list them; a rule without effect goes with its relations."""
    terms = open_terms(regelingen)
    kept: list[Draft] = []
    refused: list[Refusal] = []
    for draft in drafts:
        reasons = {
            name: refusal_of(draft.regeling, terms[name])
            for name, _ in draft.rule.effects
            if name in terms
        }
        wrong = {name: reason for name, reason in reasons.items() if reason}
        refused += [Refusal(rule=draft.rule.id, term=n, reason=r) for n, r in wrong.items()]
        effects = tuple(e for e in draft.rule.effects if e[0] not in wrong)
        if effects or not wrong:
            rule = replace(draft.rule, number=len(kept), effects=effects)
            kept.append(replace(draft, rule=rule))
    return kept, refused
