"""What can notice a fault: the cases and norm tables, and what each asks of which rule."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from engine.backends import interpret
from engine.backends.compiled import Compiled
from engine.decide.blockers import solution_blockers
from engine.decide.encode import key_of
from engine.decide.outcomes import instances, outcome_text
from engine.decide.toets import Setting, decide
from engine.ir.case import Case, Inst
from engine.ir.program import Program, Rung
from engine.result.evaluated import Evaluated
from engine.result.outcomes import Known
from engine.result.steps import Blocker, RuleStep
from engine.result.toets import Regelset, Toets
from engine.service import Regelruimte, shipped_rules
from engine.service.cases import differences
from engine.source.case_files import Geval, case_paths, read_cases
from tests.cases.households import request_text
from tests.cases.test_normtabellen import cents, rows
from tests.mutation.mutants import Mutant

Blockers = Callable[[Evaluated, Inst], Sequence[Blocker]]


@dataclass(frozen=True)
class Read:
    """A program that is read by the interpreter: nothing to make first, and slower per case."""

    program: Program

    def run(self, case: Case, blockers: Blockers, program: Program) -> Evaluated:
        return interpret.Run(program, case, blockers)


def evaluated(made: Compiled | Read, case: Case) -> Evaluated:
    """A case under a faulty program, on the day of the case."""
    return made.run(case, solution_blockers, replace(made.program, day=case.day))


@dataclass(frozen=True)
class Check:
    """Something that can notice a fault: a case, or a row of a norm table."""

    setting: Setting
    case: Case
    geval: Geval | None = None
    row: dict[str, Any] | None = None
    folder: str = "participatiewet"

    def notices(self, compiled: Compiled | Read) -> bool:
        if self.row is not None:
            run = evaluated(compiled, self.case)
            group = run.walk(("persoon", "v0"), ("participatiewet.gezin",))
            outcome = run.begrip(f"participatiewet.{self.row['begrip']}", group).outcome
            return not isinstance(outcome, Known) or outcome.value != cents(self.row["bedrag"])
        if self._outcome_differs(compiled):
            return True
        setting = replace(
            self.setting,
            program=replace(compiled.program, day=self.case.day),
            evaluate=lambda _program, case: evaluated(compiled, case),
            probing=False,
        )
        toets = decide(setting, self.case, self.geval.hulpvraag, b"")
        expected = {k: v for k, v in self.geval.verwacht.items() if k != "vragen"}
        return any(True for _ in differences(toets, expected))

    def _outcome_differs(self, compiled: Compiled | Read) -> bool:
        """The quick look: only the outcomes that the case names."""
        run = evaluated(compiled, self.case)
        program = run.program
        named = self.geval.verwacht.get("uitkomsten", {})
        known = {key_of(i): i for e in _entities(program) for i in instances(run, e)}
        found = {
            place: {
                name: outcome_text(run, begrip, known[place])
                for name, begrip in program.begrippen.items()
                if name.rpartition(".")[2] in {n.rpartition(".")[2] for n in row}
                and begrip.entity == known[place][0]
            }
            for place, row in named.items()
            if place in known
        }
        empty = Toets(
            regelruimte="", peildatum="", beslisdatum=None, gemeente="", invoer_hash="",
            regelset=Regelset(hash="", regelingen=()), advies="", uitkomsten=found,
        )  # fmt: skip
        return any(True for _ in differences(empty, {"uitkomsten": named}))


def _entities(program: Program) -> set[str]:
    return {begrip.entity for begrip in program.begrippen.values()}


@dataclass(frozen=True)
class Asked:
    """A check, with what it asked of each rule: per rule id the places and what came out."""

    check: Check
    places: dict[str, list[tuple[int, Inst, Rung, RuleStep]]]

    def distance(self, rule: str, file: str) -> tuple[bool, int, int]:
        """How far this is from a rule: beside it, active in it, and asking little comes first."""
        steps = [step for *_, step in self.places[rule]]
        state = 0 if any(map(_active, steps)) else 1 if not all(map(_inactive, steps)) else 2
        return self.check.folder != file.rpartition("/")[0], state, len(self.places)

    def touched(self, compiled: Compiled | Read, mutant: Mutant) -> bool:
        """Whether the faulty rule comes out otherwise anywhere here; if not, nothing can."""
        places = self.places[mutant.rule]
        if any(not _inactive(step) for *_, step in places):
            return True
        run = evaluated(compiled, self.check.case)
        return mutant.bound is not None and any(
            not _inactive(run.rule(number, inst, rung)) for number, inst, rung, _ in places
        )


def _active(step: RuleStep) -> bool:
    return isinstance(step.truth, Known) and bool(step.truth.value)


def _inactive(step: RuleStep) -> bool:
    sure = (isinstance(o, Known) and not o.value and not o.reserve for o in (step.truth, step.own))
    return all(sure)


def all_checks(engine: Regelruimte) -> list[Asked]:
    """Every check with the rules it asks about; those that ask least come first."""
    found = [Asked(check, places(check)) for check in (*cases(engine), *row_checks(engine))]
    return sorted(found, key=lambda asked: sum(map(len, asked.places.values())))


def cases(engine: Regelruimte) -> Iterator[Check]:
    for path in case_paths([shipped_rules()]):
        for geval in read_cases(path, path.name):
            request = geval.hulpvraag
            setting = engine.setting(request.peildatum, request.gemeente or "")
            folder = path.parent.parent.relative_to(shipped_rules()).as_posix()
            yield Check(setting, engine.case(request), geval=geval, folder=folder)


def row_checks(engine: Regelruimte) -> Iterator[Check]:
    for row in rows():
        if "deel" not in row:
            day = date.fromisoformat(row["peildatum"])
            text = request_text(day, row["gezin"]).encode()
            request = engine.lees_hulpvraag(text, "rij.yaml")
            yield Check(engine.setting(day, "GM0000"), engine.case(request), row=row)


def places(check: Check) -> dict[str, list[tuple[int, Inst, Rung, RuleStep]]]:
    """What this check asks of which rule."""
    program = check.setting.program
    run = check.setting.evaluate(program, check.case)
    if check.row is None:
        setting = replace(check.setting, evaluate=lambda _p, _c: run, probing=False)
        decide(setting, check.case, check.geval.hulpvraag, b"")
    else:
        group = run.walk(("persoon", "v0"), ("participatiewet.gezin",))
        run.begrip(f"participatiewet.{check.row['begrip']}", group)
    found = defaultdict(list)
    for number, inst, rung in run.rule_steps:
        step = run.rule(number, inst, rung)
        found[program.rules[number].id].append((number, inst, rung, step))
    return dict(found)
