"""The analysis of a rule set with the solver: run it, look again, and say it in words.

Nothing that the solver says is passed on unseen: a case that should show a finding is written as
a request, read back, and evaluated as any other. If it does not show, that is told as a fault of
the analysis.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from engine.backends.z3_analysis.analysis import SIZES, Plan, Task, tasks
from engine.backends.z3_analysis.inquiry import AnsweredBefore, Inquiry
from engine.backends.z3_analysis.solving import EFFORT
from engine.backends.z3_analysis.suspicions import Suspicion, shows
from engine.decide.receipt import fingerprints
from engine.decide.toets import Setting
from engine.errors import CaseError
from engine.ir.case import Case
from engine.ir.program import Program
from engine.origin import NOWHERE, Origin
from engine.service.analysis_words import CODE_OF, limits_of, words_for
from engine.service.checks import Behind
from engine.service.findings import Bevinding
from engine.source.case_writer import written_request
from engine.source.cases import build_case
from engine.source.requests import read_request
from engine.source.yaml_out import yaml_text

Steps = Callable[[Sequence[Any]], Iterator[Any]]


def analyse(
    setting: Setting,
    active: frozenset[str],
    steps: Steps,
    *,
    quick: bool,
    before: Sequence[Program] = (),
) -> Iterator[Bevinding]:
    """Every finding of the solver about one program.

    Args:
        setting: the program, and how to evaluate a case.
        active: rules that are active in some case; that they work needs no proof.
        steps: goes through the tasks; shows how far it is.
        quick: only what takes little time.
        before: programs that were analysed already; what is the same there is not asked again.
    """
    program = setting.program
    inquiry = Inquiry(
        program, SIZES, EFFORT, fingerprints(program), [fingerprints(other) for other in before]
    )
    behind = Behind(program)
    plan = Plan(
        quick=quick,
        active=active,
        behind={name: behind.begrip(name) for name in program.begrippen},
    )
    found: list[Task] = tasks(inquiry, plan)
    look = _Looker(setting)
    where = program.municipality if before else ""
    for task in steps(found):
        with suppress(AnsweredBefore):
            for suspicion in task():
                yield replace(look.finding(suspicion), gemeente=where)


@dataclass(frozen=True)
class _Looker:
    """Looks again at what the solver came up with."""

    setting: Setting

    def finding(self, suspicion: Suspicion) -> Bevinding:
        """The finding of a suspicion; a fault of the analysis when its case does not show it."""
        if suspicion.case is None:
            return self._worded(suspicion, ())
        if not self._shows(suspicion):
            return self._unconfirmed(suspicion)
        small = self._shrunk(suspicion)
        texts = self._written(small)
        return self._worded(small, texts) if texts else self._unconfirmed(suspicion)

    def _worded(self, suspicion: Suspicion, examples: tuple[str, ...]) -> Bevinding:
        program = self.setting.program
        rules = [program.rules[number] for number in suspicion.rules]
        at = self._origin(suspicion)
        return Bevinding(
            code=CODE_OF[suspicion.kind](program, suspicion),
            regeling=suspicion.regulation,
            over=suspicion.over,
            tekst=words_for(program, suspicion),
            plaats="" if at == NOWHERE else str(at),
            regels=tuple(f"{rule.id} ({rule.origin})" for rule in rules),
            voorbeelden=examples,
            grens=limits_of(program, SIZES[-1], suspicion.remarks),
        )

    def _origin(self, suspicion: Suspicion) -> Origin:
        """Where what it is about stands."""
        program = self.setting.program
        if suspicion.rules:
            return program.rules[suspicion.rules[0]].origin
        for course in program.courses:
            if course.name == suspicion.over:
                return course.origin
        named = (program.begrippen.get(suspicion.about), program.facts.get(suspicion.over))
        return next((part.origin for part in named if part is not None), NOWHERE)

    def _unconfirmed(self, suspicion: Suspicion) -> Bevinding:
        rough = "; ".join(suspicion.remarks) or "de analyse zelf heeft hier een fout"
        return Bevinding(
            code="F200" if suspicion.remarks else "F291",
            regeling=suspicion.regulation,
            over=suspicion.over,
            tekst=f"het voorbeeld bij `{suspicion.kind.value}` laat het niet zien: {rough}",
        )

    # -- looking again ---------------------------------------------------------------------

    def _shows(self, suspicion: Suspicion) -> bool:
        if suspicion.case is None:
            return False
        run = self.setting.evaluate(self.setting.program, suspicion.case)
        twin = suspicion.twin
        other = None if twin is None else self.setting.evaluate(self.setting.program, twin)
        return shows(suspicion, run, other)

    def _shrunk(self, suspicion: Suspicion) -> Suspicion:
        """The same with everything left out that it does not need."""
        if suspicion.case is None:
            return suspicion
        for kind in ("judgements", "facts", "children"):
            for key in list(getattr(suspicion.case, kind)):
                smaller = _without(suspicion, kind, key)
                if smaller is not None and self._shows(smaller):
                    suspicion = smaller
        return suspicion

    def _written(self, suspicion: Suspicion) -> tuple[str, ...]:
        """The cases as requests, if they still show it when read back."""
        program = self.setting.program
        texts = []
        read = []
        for case in (suspicion.case, suspicion.twin):
            if case is not None:
                text = yaml_text(written_request(case, program))
                try:
                    read.append(build_case(read_request(text.encode(), "voorbeeld.yaml"), program))
                except CaseError:
                    return ()
                texts.append(text)
        again = replace(suspicion, case=read[0], twin=read[1] if len(read) > 1 else None)
        return tuple(texts) if self._shows(again) else ()


def _without(suspicion: Suspicion, kind: str, key: Any) -> Suspicion | None:  # noqa: ANN401
    """Without one fact, judgement or empty list, in both cases; None when they differ in it."""
    cases = [case for case in (suspicion.case, suspicion.twin) if case is not None]
    held = [getattr(case, kind) for case in cases]
    if any(key not in part or part[key] != held[0].get(key) for part in held):
        return None
    if kind == "children" and held[0][key]:
        return None
    made = [_smaller(case, kind, key) for case in cases]
    return replace(suspicion, case=made[0], twin=made[1] if len(made) > 1 else None)


def _smaller(case: Case, kind: str, key: Any) -> Case:  # noqa: ANN401 a key of that part
    if kind == "facts":
        return replace(case, facts={k: v for k, v in case.facts.items() if k != key})
    if kind == "judgements":
        return replace(case, judgements={k: v for k, v in case.judgements.items() if k != key})
    return replace(case, children={k: v for k, v in case.children.items() if k != key})
