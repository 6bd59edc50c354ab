"""Load rules once, answer requests: what every user of the engine calls."""

import threading
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from functools import cache, cached_property, partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from engine.backends.compiled import Again, Compiled, Run
from engine.backends.signals.asked import asked_of
from engine.backends.signals.names import check_names
from engine.compiler import compile_program
from engine.decide.blockers import solution_blockers
from engine.decide.dark import without_reach
from engine.decide.probe import Before, Evaluate, Prober
from engine.decide.receipt import canonical_json, ruleset_hash
from engine.decide.toets import Setting, decide
from engine.errors import CaseError, MissingPart, RuleError
from engine.ir.case import Case
from engine.ir.program import Program
from engine.model.regulation import Corpus
from engine.model.request import Hulpvraag
from engine.model.signal import Signaal
from engine.result.evaluated import Evaluated
from engine.result.toets import Toets
from engine.service.accounting import Dekking, account
from engine.service.answer_schema import controle_schema, toets_schema, verschil_schema
from engine.service.collector import forgetting
from engine.service.controleer import Controle, Steps, check, municipalities
from engine.service.coverage import Progress
from engine.service.dates import changes, last_change
from engine.service.differences import Verschil
from engine.service.explain import Uitleg
from engine.service.names import UnknownName
from engine.service.receipt import (
    Bewijs,
    Herhaling,
    Recorder,
    compare,
    make_receipt,
    read_receipt,
)
from engine.service.rules import Beeld, view
from engine.service.text import Block, Length, toets_blocks
from engine.service.timeline import timeline
from engine.service.what_if import Changes, changed_request, what_changes
from engine.source.case_days import too_early
from engine.source.cases import build_case
from engine.source.corpus import inspect_corpus, read_corpus
from engine.source.requests import read_request, request_data, request_schema
from engine.source.schema_export import rule_schemas

MOST_SETTINGS = 16  # compiled programs kept; the oldest goes first
Make = Callable[[], Setting]


def engine_version() -> str:
    """The version of the installed engine."""
    try:
        return version("regelruimte")
    except PackageNotFoundError:
        return "onbekend"


def shipped_rules() -> Path:
    """The rules that travel with the engine: inside the wheel, or beside the checkout."""
    inside = Path(__file__).resolve().parent.parent / "_rules"
    return inside if inside.is_dir() else Path(__file__).resolve().parents[2] / "rules"


def evaluator(program: Program) -> Evaluate:
    """Compile once, at the first case, then evaluate many; blockers come from the ladder."""
    compiled = cache(lambda: Compiled(program))

    def evaluate(program: Program, case: Case, before: Before | None = None) -> Evaluated:
        if before is not None and isinstance(before.run, Run):
            return Again(before.run, case, before.changed, program)
        return compiled().run(case, solution_blockers, program)

    return evaluate


def _on(made: Setting, day: date) -> Setting:
    return replace(made, program=replace(made.program, day=day))


def _once(made: dict[tuple[date, str], Setting], key: tuple[date, str], make: Make) -> Setting:
    if key not in made:
        while len(made) >= MOST_SETTINGS:
            del made[next(iter(made))]
        made[key] = make()
    return made[key]


class Regelruimte:
    """Rules from one or more folders, compiled per peildatum and municipality when asked.

    Safe to share between threads.
    """

    def __init__(self, folders: Sequence[Path] = ()) -> None:
        """Use these folders; none means the shipped rules."""
        self.folders = tuple(folders) or (shipped_rules(),)
        self._lock = threading.Lock()
        self._settings: dict[tuple[date, str], Setting] = {}
        self._days: dict[tuple[date, str], Setting] = {}

    @cached_property
    def corpus(self) -> Corpus:
        """The rule files, read once.

        Raises:
            RuleError: the files hold errors; all at once.
        """
        return read_corpus(self.folders)

    def program(self, day: date, municipality: str = "") -> Program:
        """The program of this day and municipality."""
        return self.setting(day, municipality).program

    def setting(self, day: date, municipality: str = "") -> Setting:
        """Program, safety net and hashes for this day and municipality; made once.

        Raises:
            RuleError: the rules hold errors; all at once.
            MissingPart: durable-rules is not installed.
        """
        place = municipality if municipality in self._municipalities else ""
        period = self._period(day)
        with self._lock:
            made = _once(self._settings, (period, place), lambda: self._make(period, place))
            if day == period:
                return made
            return _once(self._days, (day, place), lambda: _on(made, day))

    def setting_of(self, request: Hulpvraag) -> Setting:
        """The setting of the day and the municipality of a request.

        Raises:
            CaseError: the rules do not hold yet on a day that is asked for (C145).
            RuleError: the rules hold errors; all at once.
            MissingPart: durable-rules is not installed.
        """
        early = tuple(too_early(self.corpus, request))
        if early:
            raise CaseError(early)
        return self.setting(request.peildatum, request.gemeente or "")

    @cached_property
    def _municipalities(self) -> frozenset[str]:
        """Municipalities with rules of their own; any other has the national rules only."""
        return frozenset(r.kop.gemeente for r in self.corpus.regelingen if r.kop.gemeente)

    @cached_property
    def _changes(self) -> tuple[date, ...]:
        """Days on which the rules change; between two of them every day has the same program."""
        return changes(self.corpus)

    def _period(self, day: date) -> date:
        """The day that stands for all days on which the same rules hold."""
        place = bisect_right(self._changes, day)
        if place:
            return self._changes[place - 1]
        return self._changes[0] - timedelta(days=1) if self._changes else day

    def _make(self, day: date, municipality: str) -> Setting:
        program = compile_program(self.corpus, day, municipality)
        signals = dict(_signals(self.corpus, program))
        problems = check_names(signals.values(), program)
        try:
            from engine.backends.signals.net import build
        except ImportError as error:
            raise MissingPart(
                "durable-rules ontbreekt; zonder het vangnet is een toets niet volledig. "
                "Installeer het pakket durable-rules"
            ) from error
        try:
            net = build(signals.values(), day)
        except RuleError as error:
            raise RuleError([*problems, *error.diagnostics]) from None
        if problems:
            raise RuleError(problems)
        unbound = build(without_reach(signals), day)
        rules = [*net.rules.values(), *unbound.rules.values()]
        return Setting(
            program=program,
            evaluate=evaluator(program),
            net=net,
            unbound=unbound,
            asked=(asked_of(rules, "uitkomst", "begrip"), asked_of(rules, "gegeven", "naam")),
            signals=signals,
            version=engine_version(),
            ruleset=cache(partial(ruleset_hash, program)),  # not every use of a program asks
        )

    def lees_hulpvraag(self, data: bytes, name: str = "hulpvraag") -> Hulpvraag:
        """Read a request from YAML or JSON.

        Raises:
            CaseError: the request holds errors; all at once.
        """
        return read_request(data, name)

    def case(self, request: Hulpvraag) -> Case:
        """The typed case of a request.

        Raises:
            CaseError: facts or judgements do not fit the rules; all at once.
        """
        return build_case(request, self.setting_of(request).program)

    def toets(self, request: Hulpvraag, *, probing: bool = True) -> Toets:
        """Answer a request; without `probing` no questions, branches and shortest changes.

        Raises:
            CaseError: the request does not fit the rules; all at once.
            RuleError: the rules hold errors.
        """
        setting = self.setting_of(request)
        with forgetting(replace(setting, probing=probing)) as once:
            return self._answer(once, request)

    def _answer(self, setting: Setting, request: Hulpvraag) -> Toets:
        case = build_case(request, setting.program)
        toets = decide(setting, case, request, self.canonical(request))
        if request.tijdvak is None:
            return toets
        return replace(toets, tijdlijn=timeline(self, request))

    def wegen(self, toets: Toets, request: Hulpvraag) -> Toets:
        """The same answer, with the smallest changes that would carry what nothing carries yet.

        Raises:
            MissingPart: z3-solver is not installed.
            CaseError: the request does not fit the rules; all at once.
        """
        try:
            from engine.decide.ways import with_ways
        except ImportError as error:
            raise MissingPart(
                "z3-solver ontbreekt; zonder de bewijzer is niet na te gaan welke wijziging de "
                "kleinste is. Installeer regelruimte met het onderdeel `analyse`"
            ) from error
        setting = self.setting_of(request)
        return with_ways(Prober(self._run(request), setting.evaluate), toets)

    def uitleg(self, request: Hulpvraag) -> Uitleg:
        """Explain the answer to a request: waarom, waarom_niet, waarom_vraag.

        Raises:
            CaseError: the request does not fit the rules; all at once.
        """
        return Uitleg(self._run(request))

    def wat_als(
        self,
        request: Hulpvraag,
        wijzig: Changes,
        judgements: Sequence[Mapping[str, Any]] = (),
    ) -> tuple[Verschil, ...]:
        """What the answer becomes when facts change or judgements are made; see `what_if`.

        Raises:
            CaseError: a change does not fit; all at once.
        """
        other = changed_request(request, wijzig, judgements)
        return what_changes(self.toets(request), self.toets(other))

    def bewijs(self, request: Hulpvraag) -> tuple[Toets, Bewijs]:
        """Answer a request and make the receipt of that answer.

        Raises:
            CaseError: the request does not fit the rules; all at once.
            RuleError: the rules hold errors.
        """
        recorder = Recorder(self.setting_of(request))
        toets = self._answer(recorder.setting, request)
        days = [date.fromisoformat(piece.van) for piece in toets.tijdlijn]
        others = {
            f"regelset:{day}": self.setting(day, request.gemeente or "").ruleset() for day in days
        }
        return toets, make_receipt(recorder, request_data(request), toets, others)

    def herhaal(self, data: bytes) -> Herhaling:
        """Replay a receipt under the present rules and say what changed.

        Raises:
            ReceiptError: this is no receipt, or it was changed.
            CaseError: the request no longer fits the rules; all at once.
        """
        old = read_receipt(data)
        request = read_request(canonical_json(old.hulpvraag), "bewijs.json")
        toets, new = self.bewijs(request)
        return compare(old, new, self.setting_of(request), toets)

    def namen(self) -> frozenset[str]:
        """The regulations in these folders, also when they do not stand on their own."""
        return frozenset(r.id for r in inspect_corpus(self.folders)[0].regelingen)

    def gemeenten(self) -> frozenset[str]:
        """The municipalities that the rules in these folders are of."""
        found = (r.kop.gemeente for r in inspect_corpus(self.folders)[0].regelingen)
        return frozenset(city for city in found if city)

    def laatste_wijziging(self) -> date:
        """The last day on which something in these rules begins while amounts are known."""
        return last_change(self.corpus)

    def controleer(
        self,
        day: date | None = None,
        progress: Progress | None = None,
        solver: Steps | None = None,
        cache: Path | None = None,
    ) -> Controle:
        """Check the rules on this day; with `progress` also which rules the cases touch.

        With `solver` the rules are analysed too; it goes through the tasks and may show how far
        it is. Without `progress` only what takes little time is asked. In the folder `cache` its
        answers are kept for as long as the rules and the engine stay the same.

        Raises:
            RuleError: the rules hold errors; all at once.
        """
        warnings = tuple(d for d in inspect_corpus(self.folders)[1] if d.is_warning)
        return check(self, day or self.laatste_wijziging(), warnings, progress, solver, cache)

    def dekking(self, folders: Sequence[Path] = (), progress: Progress = iter) -> Dekking:
        """What became of every part of the law, and which of its rules the cases show.

        Raises:
            RuleError: the rules, or the accounting beside them, hold errors; all at once.
        """
        return account(self, folders, progress)

    def regel(self, name: str, day: date | None = None, municipality: str = "") -> Beeld:
        """Show a rule, signal, concept, amount or judgement as it holds on a day.

        Without a municipality every municipality in the rules is tried when nothing else holds.

        Raises:
            UnknownName: there is no such thing; the hint says what looks like it.
        """
        when = day or self.laatste_wijziging()
        try:
            return view(self, name, when, municipality)
        except UnknownName:
            for city in () if municipality else municipalities(self.corpus):
                with suppress(UnknownName):
                    return view(self, name, when, city)
            raise

    def tekst(self, toets: Toets, request: Hulpvraag, length: Length) -> tuple[Block, ...]:
        """An answer in Dutch, for a `consulent` or for an `inwoner`."""
        return toets_blocks(toets, request, self._run(request), length)

    def _run(self, request: Hulpvraag) -> Evaluated:
        setting = self.setting_of(request)
        return setting.evaluate(setting.program, build_case(request, setting.program))

    def canonical(self, request: Hulpvraag) -> bytes:
        """The request in canonical JSON: what the input hash is taken of."""
        return canonical_json(request_data(request))

    def json(self, answer: object) -> bytes:
        """A Toets, a receipt or any other answer in canonical JSON (RFC 8785)."""
        return canonical_json(answer)


def _signals(corpus: Corpus, program: Program) -> Iterator[tuple[str, tuple[str, Signaal]]]:
    """Signals of the regulations that hold here, by id."""
    here = {info.id for info in program.regulations}
    for regeling in corpus.regelingen:
        if regeling.id in here:
            for signal in regeling.secties.signalen:
                yield signal.id, (regeling.id, signal)


def schemas() -> dict[str, Any]:
    """All generated JSON schemas by file name."""
    answers = {
        "controle": controle_schema(), "toets": toets_schema(), "verschil": verschil_schema(),
    }  # fmt: skip
    return {**rule_schemas(), "hulpvraag": request_schema(), **answers}
