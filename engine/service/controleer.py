"""Check rules before they are used: what an author or a lawyer should look at."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from engine.decide.toets import Setting
from engine.errors import Diagnostic, RuleError
from engine.ir.program import Program, Rule
from engine.model.regulation import Corpus
from engine.service.allowed import with_allowed
from engine.service.checks import FILE_CHECKS, PROGRAM_CHECKS
from engine.service.coverage import Coverage, Progress, coverage
from engine.service.dates import month_ends
from engine.service.findings import FAULT, Bevinding, merged
from engine.service.lijnen import Lijn, lines
from engine.service.ports import Rules
from engine.service.remembered import answers_file, keep_answers, read_answers

Steps = Callable[[Sequence[Any]], Iterator[Any]]


@dataclass(frozen=True, kw_only=True)
class Controle:
    """What the check found; field names are the JSON keys.

    Attributes:
        gemeenten: the municipalities for which the rules were put together; "" is none.
        regels: how many rules were looked at.
        gevallen: how many cases were run; None when that was not asked.
        lijnen: outcomes along a fact, where a course asks for that.
    """

    peildatum: date
    gemeenten: tuple[str, ...]
    regels: int
    gevallen: int | None
    bevindingen: tuple[Bevinding, ...]
    lijnen: tuple[Lijn, ...] = ()

    @property
    def fouten(self) -> tuple[Bevinding, ...]:
        """The findings that have to be put right."""
        return tuple(found for found in self.bevindingen if found.ernst == FAULT)

    def alleen(self, regulations: Collection[str], cities: Collection[str] = ()) -> "Controle":
        """The findings about these regulations and municipalities, and those about none."""
        kept = tuple(
            f
            for f in self.bevindingen
            if not f.regeling or f.regeling in regulations or f.gemeente in cities
        )
        drawn = tuple(line for line in self.lijnen if line.regeling in regulations)
        return replace(self, bevindingen=kept, lijnen=drawn)


def check(
    rules: Rules,
    day: date,
    warnings: Sequence[Diagnostic] = (),
    progress: Progress | None = None,
    solver: Steps | None = None,
    cache: Path | None = None,
) -> Controle:
    """Look at every regulation, at every municipality, and (with progress) at every case.

    With `solver`, which goes through its tasks, the rules are analysed too: all of it with the
    cases, else only what takes little time. In the folder `cache` each answer is kept for as
    long as what it rests on stays the same.

    Raises:
        RuleError: the rules hold errors, for one of the municipalities; all at once.
    """
    corpus = rules.corpus
    cities = municipalities(corpus)
    _all_compile(rules, day, cities)
    found = [
        finding
        for regeling in corpus.regelingen
        for look in FILE_CHECKS
        for finding in look(regeling, day)
    ]
    for city in cities:
        program = rules.setting(day, city).program
        found += [finding for look_at in PROGRAM_CHECKS for finding in look_at(program)]
    found += [_warning(diagnostic) for diagnostic in warnings]
    settings = [rules.setting(day, city) for city in cities]
    cases, active = None, frozenset[str]()
    if progress is not None:
        covered = coverage(rules, progress)
        cases, active = covered.cases, frozenset(covered.active)
        found += _uncovered(corpus, day, covered)
        found += _unshown_exceptions([s.program for s in settings], covered)
    drawn, along = lines(rules, settings)
    found += along
    if solver is not None:
        shown = {(b.code, b.over) for b in along}
        days = month_ends(corpus, day)
        proved = _analysed(settings, active, solver, cache, days, quick=progress is None)
        found += [b for b in proved if (b.code, b.over) not in shown]
    complete = solver is not None and progress is not None
    return Controle(
        peildatum=day,
        gemeenten=cities,
        regels=sum(len(r.secties.regels) for r in corpus.regelingen),
        gevallen=cases,
        bevindingen=merged(with_allowed(corpus, found, complete=complete)),
        lijnen=drawn,
    )


def _analysed(
    settings: Sequence[Setting],
    active: frozenset[str],
    solver: Steps,
    cache: Path | None,
    days: Sequence[date],
    *,
    quick: bool,
) -> list[Bevinding]:
    """What the solver finds, for every municipality; a warning when there is no solver."""
    try:
        from engine.service.analysis import analyse
    except ImportError:
        text = "installeer regelruimte met het onderdeel `analyse` (z3-solver)"
        return [Bevinding(code="F292", regeling="", over="", tekst=text)]

    day, acts = settings[0].program.day, {i.id for s in settings for i in s.program.regulations}
    file = answers_file(cache, day, sorted(acts)) if cache else None
    answers = read_answers(file)
    complete = False
    try:
        found = analyse(settings, active, solver, answers, quick=quick, days=days)
        complete = not quick
    finally:
        keep_answers(file, answers, complete=complete)
    return found


def municipalities(corpus: Corpus) -> tuple[str, ...]:
    """The municipalities that these rules speak of; none stands for the national rules alone."""
    return tuple(sorted({r.kop.gemeente for r in corpus.regelingen if r.kop.gemeente})) or ("",)


def _all_compile(rules: Rules, day: date, cities: Sequence[str]) -> None:
    problems: list[Diagnostic] = []
    for city in cities:
        try:
            rules.setting(day, city)
        except RuleError as error:
            problems += error.diagnostics
    if problems:
        raise RuleError(problems)


def _warning(found: Diagnostic) -> Bevinding:
    text = f"{found.code} {found.message}"
    return Bevinding(code="F170", regeling="", over="", tekst=text, plaats=str(found.at))


def _uncovered(corpus: Corpus, day: date, covered: Coverage) -> list[Bevinding]:
    """Rules in force that no case makes active."""
    found = [
        Bevinding(code="F122", regeling="", over="", tekst=str(d.message), plaats=str(d.at))
        for d in covered.unread
    ]
    for regeling in corpus.regelingen:
        for rule in regeling.secties.regels:
            held = rule.geldig is None or rule.geldig.holds(day)
            if not held or rule.id in covered.active:
                continue
            code, text = "F120", "geen geval raakt deze regel"
            if rule.id in covered.aside:
                code, text = "F121", "in elk geval gaat een andere regel voor"
            elif rule.id in covered.open:
                code, text = "F121", "geen geval maakt deze regel actief; hij blijft open"
            found.append(
                Bevinding(
                    code=code, regeling=regeling.id, over=rule.id, tekst=text,
                    plaats=str(rule.herkomst),
                )
            )  # fmt: skip
    return found


def _unshown_exceptions(programs: Sequence[Program], covered: Coverage) -> Iterator[Bevinding]:
    """Exceptions that work in a case, with the rules that no case shows them to set aside."""
    unshown: dict[str, tuple[Rule, set[str]]] = {}
    for program in programs:
        for rule in program.rules:
            for over in (program.rules[edge.rule] for edge in rule.defeaters):
                if over.id in covered.active and (over.id, rule.id) not in covered.exceptions:
                    unshown.setdefault(over.id, (over, set()))[1].add(rule.id)
    for name, (over, targets) in unshown.items():
        text = f"geen geval laat zien dat deze regel voorgaat op: {', '.join(sorted(targets))}"
        yield Bevinding(
            code="F124", regeling=over.regulation, over=name, tekst=text, plaats=str(over.origin)
        )
