"""The analysis of a rule set with the solver: run it, look again, and say it in words.

Nothing that the solver says is passed on unseen: a case that should show a finding is written as
a request, read back, and evaluated as any other. If it does not show, that is told as a fault of
the analysis.
"""

from collections import ChainMap
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import chain
from typing import Any, Protocol

from engine.backends.z3_analysis.analysis import SIZES, Plan, Task, tasks
from engine.backends.z3_analysis.inquiry import Inquiry
from engine.backends.z3_analysis.suspicions import Kind, Suspicion, shows
from engine.decide.toets import Setting
from engine.errors import CaseError
from engine.ir.case import Case
from engine.ir.program import Program
from engine.ir.reads import facts_read
from engine.origin import NOWHERE, Origin
from engine.service.analysis_words import CODE_OF, limits_of, words_for
from engine.service.checks import Behind
from engine.service.findings import Bevinding
from engine.service.footing import Footing
from engine.service.lanes import in_lanes
from engine.service.remembered import Answers
from engine.service.smaller import parts_of_case, without
from engine.source.case_writer import written_request
from engine.source.cases import build_case
from engine.source.requests import read_request
from engine.source.yaml_out import yaml_text

Steps = Callable[[Sequence[Any]], Iterator[Any]]
Ask = Callable[[], tuple[Bevinding, ...]]


class Placed(Protocol):
    """Something that stands somewhere in a file."""

    @property
    def origin(self) -> Origin:
        """Where."""


def analyse(
    settings: Sequence[Setting],
    active: frozenset[str],
    steps: Steps,
    answers: Answers,
    *,
    quick: bool,
    days: Sequence[date] = (),
) -> list[Bevinding]:
    """Every finding of the solver about these programs, each told once.

    Args:
        settings: the programs, and how to evaluate a case in each.
        active: rules that are active in some case; that they work needs no proof.
        steps: goes through the questions; shows how far it is.
        answers: what is known already; new answers are added.
        quick: only what takes little time.
        days: days on which the same rules hold and a month may lack a day.
    """
    asked = _questions(settings, active, days, quick=quick)
    _answer(asked, steps, answers)
    found: list[Bevinding] = []
    for number, (setting, questions) in enumerate(zip(settings, asked, strict=True)):
        new = [key for key in questions if key not in answers.used]
        answers.used.update(new)
        where = setting.program.municipality if number else ""
        told = {(b.code, b.over, b.regels) for b in found}
        placed = [with_places(setting.program, b) for key in new for b in answers.known[key]]
        found += [
            replace(b, gemeente=where) for b in placed if (b.code, b.over, b.regels) not in told
        ]
    return found


def _questions(
    settings: Sequence[Setting], active: frozenset[str], days: Sequence[date], *, quick: bool
) -> list[dict[str, Ask]]:
    """Per program its questions, by a key that stays the same as long as the answer does."""
    made: list[dict[str, Ask]] = []
    settled = frozenset[str]()
    for setting in settings:
        program = setting.program
        plan = replace(_plan(program, active, settled, quick=quick), days=days)
        footing, look = Footing(program), Looker(setting)
        found = tasks(Inquiry(program, SIZES), plan)
        made.append({footing.key(task): partial(look.answer, task) for task in found})
        settled |= facts_read(program)
    return made


def _plan(
    program: Program, active: frozenset[str], settled: frozenset[str], *, quick: bool
) -> Plan:
    behind = Behind(program)
    rests = {name: behind.begrip(name) for name in program.begrippen}
    return Plan(quick=quick, active=active, behind=rests, settled=settled)


def _answer(asked: Sequence[dict[str, Ask]], steps: Steps, answers: Answers) -> None:
    """Ask every question without an answer; each is kept as soon as it is there."""
    by_key = ChainMap(*asked)  # of programs that ask the same, the first answers
    left = [key for key in dict.fromkeys(chain(*asked)) if key not in answers.known]
    answered = in_lanes(left, lambda key: by_key[key]())
    for _ in steps(left) if left else ():
        key, found = next(answered)
        answers.known[key] = found


def with_places(program: Program, finding: Bevinding) -> Bevinding:
    """A finding that names parts of a program, with the places where these stand now."""
    rules = [rule for rule in map(program.rule_named, finding.regels) if rule is not None]
    kind, _, name = finding.plaats.partition(":")
    named: Mapping[str, Mapping[str, Placed]] = {
        "regel": {rule.id: rule for rule in rules},
        "begrip": program.begrippen,
        "gegeven": program.facts,
        "oordeel": program.norms,
        "verloop": {course.name: course for course in program.courses},
    }
    at = named[kind][name].origin if kind else NOWHERE
    return replace(
        finding,
        plaats="" if at == NOWHERE else str(at),
        regels=tuple(f"{rule.id} ({rule.origin})" for rule in rules),
    )


@dataclass(frozen=True)
class Looker:
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
        return Bevinding(
            code=CODE_OF[suspicion.kind](program, suspicion),
            regeling=suspicion.regulation,
            over=suspicion.over,
            tekst=words_for(program, suspicion),
            plaats=self._about(suspicion),
            regels=tuple(rule.id for rule in rules),
            voorbeelden=examples,
            grens=limits_of(program, SIZES[-1], suspicion),
        )

    def _about(self, suspicion: Suspicion) -> str:
        """The part of the program that it is about."""
        program = self.setting.program
        if suspicion.rules and suspicion.kind is not Kind.LOST:
            return f"regel:{program.rules[suspicion.rules[0]].id}"
        if suspicion.over in {course.name for course in program.courses}:
            return f"verloop:{suspicion.over}"
        if suspicion.about in program.norms:
            return f"oordeel:{suspicion.about}"
        for name in (suspicion.about, f"{suspicion.regulation}.{suspicion.over}"):
            if name in program.begrippen:
                return f"begrip:{name}"
        return f"gegeven:{suspicion.over}" if suspicion.over in program.facts else ""

    def _unconfirmed(self, suspicion: Suspicion) -> Bevinding:
        rough = "; ".join(suspicion.remarks) or "de analyse zelf heeft hier een fout"
        return Bevinding(
            code="F200" if suspicion.remarks else "F291",
            regeling=suspicion.regulation,
            over=suspicion.over,
            tekst=f"het voorbeeld bij `{suspicion.kind.value}` laat het niet zien: {rough}",
        )

    def answer(self, task: Task) -> tuple[Bevinding, ...]:
        """The findings of a question."""
        return tuple(map(self.finding, task.ask()))

    # -- looking again ---------------------------------------------------------------------

    def _shows(self, suspicion: Suspicion) -> bool:
        if suspicion.case is None:
            return False
        program, twin = self._program(suspicion.case), suspicion.twin
        run = self.setting.evaluate(program, suspicion.case)
        other = None if twin is None else self.setting.evaluate(program, twin)
        return shows(suspicion, run, other)

    def _program(self, case: Case) -> Program:
        """The program on the day of a case, which is one on which the same rules hold."""
        program = self.setting.program
        return program if case.day == program.day else replace(program, day=case.day)

    def _shrunk(self, suspicion: Suspicion) -> Suspicion:
        """The same with everything left out that it does not need."""
        if suspicion.case is None:
            return suspicion
        for part in parts_of_case(suspicion.case):
            smaller = _without(suspicion, *part)
            if smaller is not None and self._shows(smaller):
                suspicion = smaller
        return suspicion

    def _written(self, suspicion: Suspicion) -> tuple[str, ...]:
        """The cases as requests, if they still show it when read back."""
        texts = []
        read = []
        for case in (suspicion.case, suspicion.twin):
            if case is not None:
                program = self._program(case)
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
    made = [without(case, kind, key) for case in cases]
    return replace(suspicion, case=made[0], twin=made[1] if len(made) > 1 else None)
