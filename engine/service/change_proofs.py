"""What becomes of a changed rule that no case shows: proved the same, or shown in a found case.

A case that the solver finds is written as a request, read back, and answered on both sides like
any other; only if the rule then does something else is it told.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from engine.backends.z3_analysis.change_checks import Sides
from engine.backends.z3_analysis.solving import Verdict
from engine.decide.toets import Setting
from engine.errors import CaseError
from engine.ir.case import Case
from engine.ir.program import Program, Rule
from engine.result.verschil import Getuige, Onderdeelwijziging
from engine.service.sides import Kant, both_settings
from engine.service.smaller import parts_of_case, without
from engine.service.witnesses import witness
from engine.source.case_writer import written_request
from engine.source.cases import build_case
from engine.source.requests import read_request
from engine.source.yaml_out import yaml_text

FOUND = "gevonden door de bewijzer"
Moment = tuple[date, str]


@dataclass(frozen=True)
class Prover:
    """Looks at changed rules on the day and in the place of the change."""

    before: Kant
    after: Kant
    sides: dict[Moment, Sides] = field(default_factory=dict)

    def decided(self, part: Onderdeelwijziging) -> Onderdeelwijziging:
        """The part with a proof or a witness, if either was found."""
        moment = (date.fromisoformat(part.vanaf), part.gemeente)
        settings = both_settings(self.before, self.after, *moment)
        names = (part.naam_oud or part.naam, part.naam)
        found = [_only(s.program, n) for s, n in zip(settings, names, strict=True)]
        if found[0] is None or found[1] is None:
            return part
        reply = self._sides(moment, settings).differs(found[0], found[1])
        if reply.verdict is Verdict.CANNOT:
            return replace(part, effect="bewezen_gelijk")
        if reply.case is None:
            return part
        seen = _shown(reply.case, names, settings)
        return part if seen is None else replace(part, effect="verschilt", getuige=seen)

    def _sides(self, moment: Moment, settings: tuple[Setting, Setting]) -> Sides:
        if moment not in self.sides:
            self.sides[moment] = Sides(settings[0].program, settings[1].program)
        return self.sides[moment]


def with_proofs(
    before: Kant,
    after: Kant,
    parts: Iterable[Onderdeelwijziging],
    steps: Callable[[list[Onderdeelwijziging]], Iterator[Onderdeelwijziging]],
) -> tuple[Onderdeelwijziging, ...]:
    """The same parts; rules of which no case shows a difference are looked at by the solver."""
    found = list(parts)
    prover = Prover(before, after)
    left = [part for part in found if part.effect == "niet_gevonden" and _both_there(part)]
    decided = {id(part): prover.decided(part) for part in steps(left)} if left else {}
    return tuple(decided.get(id(part), part) for part in found)


def _both_there(part: Onderdeelwijziging) -> bool:
    return part.wat in ("gewijzigd", "hernoemd", "geraakt")


def _only(program: Program, name: str) -> Rule | None:
    """The one rule of this id; None when there is none, or more than one version counts."""
    found = [rule for rule in program.rules if rule.id == name]
    return found[0] if len(found) == 1 else None


def _shown(
    case: Case, names: tuple[str, str], settings: tuple[Setting, Setting]
) -> Getuige | None:
    """Where the rule does something else in this case, with the case as a request."""
    if not _fits(case, settings) or _witness(case, names, settings) is None:
        return None
    for key in parts_of_case(case):
        smaller = without(case, *key)
        if _witness(smaller, names, settings) is not None:
            case = smaller
    program = settings[1].program
    text = yaml_text(written_request(case, program))
    try:
        again = build_case(read_request(text.encode(), "voorbeeld.yaml"), program)
    except CaseError:
        return None
    seen = _witness(again, names, settings)
    return None if seen is None else replace(seen, hulpvraag=text)


def _fits(case: Case, settings: tuple[Setting, Setting]) -> bool:
    """Whether both sides know every fact and norm in a case: only then is it one request."""
    facts, norms = ({name for name, _ in part} for part in (case.facts, case.judgements))
    return all(facts <= {*s.program.facts} and norms <= {*s.program.norms} for s in settings)


def _witness(
    case: Case, names: tuple[str, str], settings: tuple[Setting, Setting]
) -> Getuige | None:
    """Where the rule does something else; what is unknown on either side shows nothing."""
    old, new = (setting.evaluate(setting.program, case) for setting in settings)
    seen = witness(FOUND, names, old, new)
    return None if seen is None or _unsure(seen) else seen


def _unsure(seen: Getuige) -> bool:
    return "onbekend" in seen.oud.split() or "onbekend" in seen.nieuw.split()
