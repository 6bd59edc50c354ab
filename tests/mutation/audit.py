"""The audit of rules with a fault: what it finds that it does not find without the fault."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

from engine.backends.interpret import Run
from engine.backends.z3_analysis.analysis import SIZES, Plan, Task, tasks
from engine.backends.z3_analysis.inquiry import Inquiry
from engine.compiler import compile_program
from engine.decide.blockers import solution_blockers
from engine.decide.probe import Before
from engine.decide.receipt import fingerprints
from engine.decide.toets import Setting
from engine.errors import RuleError
from engine.ir.case import Case
from engine.ir.program import Program
from engine.ir.reads import Part, reads
from engine.model.regulation import Corpus
from engine.service.allowed import with_allowed
from engine.service.analysis import Looker
from engine.service.checks import FILE_CHECKS, PROGRAM_CHECKS, Behind
from engine.service.findings import Bevinding
from engine.source.checks import check_corpus

UNDECIDED = "F200"
SAYS_NOTHING = ("F103", "F121", "F150", "F151", "F152", "F153", UNDECIDED)
"""What is told of every new rule, such as that nobody read it over; and what is no finding."""
Found = tuple[str, str, str, tuple[str, ...], str]


@dataclass
class Questions:
    """The questions about one set of rules; each is asked when its answer is wanted, once."""

    corpus: Corpus
    setting: Setting
    answers: dict[str, tuple[Bevinding, ...]] = field(default_factory=dict)

    @cached_property
    def by_name(self) -> dict[str, Task]:
        """Every question by its name; no rule is taken to work because a case shows it."""
        program = self.setting.program
        behind = Behind(program)
        rests = {name: behind.begrip(name) for name in program.begrippen}
        return {t.name: t for t in tasks(Inquiry(program, SIZES), Plan(behind=rests))}

    @cached_property
    def checked(self) -> list[Bevinding]:
        """What the files and the program bring up without the solver."""
        program = self.setting.program
        day = program.day
        found = [
            f for act in self.corpus.regelingen for look in FILE_CHECKS for f in look(act, day)
        ]
        return [*found, *(f for look_at in PROGRAM_CHECKS for f in look_at(program))]

    def answer(self, name: str) -> tuple[Bevinding, ...]:
        """The findings of one question; none when it is no question here."""
        if name not in self.by_name:
            return ()
        if name not in self.answers:
            look = Looker(self.setting)
            self.answers[name] = tuple(map(look.finding, self.by_name[name].ask()))
        return self.answers[name]

    def told(self, names: list[str]) -> frozenset[Found]:
        """All findings, of the solver only those of these questions."""
        found = [*self.checked, *(finding for name in names for finding in self.answer(name))]
        kept = with_allowed(self.corpus, found, complete=True)
        return frozenset(_plain(f) for f in kept if f.code not in SAYS_NOTHING)


def refused(corpus: Corpus) -> bool:
    """Whether the files themselves hold an error, so that an author is told at once."""
    return any(not found.is_warning for found in check_corpus(corpus))


def compiled(corpus: Corpus, program: Program) -> Program | None:
    """Faulty rules for the same day and municipality; None when an author would be told."""
    try:
        return compile_program(corpus, program.day, program.municipality)
    except RuleError:
        return None


def new_findings(usual: Questions, corpus: Corpus, program: Program) -> tuple[Found, ...]:
    """What the audit finds in faulty rules only.

    Only the questions near the fault are asked, of both. What could not be decided before is
    not new.
    """
    setting = replace(usual.setting, program=program, evaluate=_reference)
    faulty = Questions(corpus, setting)
    close, named = near(usual.setting.program, program), _named(program)
    asked = [n for n, task in faulty.by_name.items() if close.intersection(map(named, task.parts))]
    before, after = usual.told(asked), faulty.told(asked)
    open_before = {
        (f.regeling, f.over) for name in asked for f in usual.answer(name) if f.code == UNDECIDED
    }
    return tuple(sorted(f for f in after - before if f[1:3] not in open_before))


def changed(before: Program, after: Program, kind: str) -> frozenset[str]:
    """The names of the parts of this kind that differ, or that only one of both has."""
    old, new = _marks(before), _marks(after)
    keys = {key for key in old.keys() | new.keys() if old.get(key) != new.get(key)}
    return frozenset(name for k, _, name in (key.partition(":") for key in keys) if k == kind)


@lru_cache(maxsize=64)
def _marks(program: Program) -> Mapping[str, str]:
    return fingerprints(program)


def near(before: Program, after: Program) -> frozenset[Part]:
    """The parts that a fault changed, what those rules give, and the facts that they read."""
    names = changed(before, after, "regel")
    found = {("begrip", name) for name in changed(before, after, "begrip")}
    for rule in after.rules:
        if rule.id in names:
            found |= {("regel", rule.id), *(("begrip", name) for name, _ in rule.effects)}
            found |= {p for p in reads(after)["regel", str(rule.number)] if p[0] == "feit"}
    return frozenset(found)


def _reference(program: Program, case: Case, _before: Before | None = None) -> Run:
    """A case under faulty rules, by the reference: most faults need none."""
    return Run(program, case, solution_blockers)


def _named(program: Program) -> Callable[[Part], Part]:
    """A part, a rule by its id."""

    def named(part: Part) -> Part:
        kind, name = part
        return (kind, program.rules[int(name)].id) if kind == "regel" else part

    return named


def _plain(finding: Bevinding) -> Found:
    rules = tuple(text.split(" ")[0] for text in finding.regels)
    return finding.code, finding.regeling, finding.over, rules, finding.tekst
