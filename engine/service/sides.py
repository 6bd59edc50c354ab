"""The two sides of a comparison: rules from a folder, or from a revision of a repository."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from engine.compiler import compile_program
from engine.decide.toets import Setting
from engine.errors import Diagnostic, RuleError
from engine.ir.program import Program
from engine.model.signal import Signaal
from engine.origin import NOWHERE, Origin
from engine.service.facade import Regelruimte
from engine.source.corpus import inspect_corpus
from engine.source.revisions import PREFIX, NoRevision, is_revision, revision

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Kant:
    """One side: its name as the user gave it, its rules, and whether it comes from git."""

    naam: str
    map: Path
    regels: Regelruimte
    uit_git: bool

    def plaats(self, at: Origin) -> str:
        """Where something stands, with the side in front; empty when that is not known."""
        return "" if at == NOWHERE else str(self.at(at))

    def at(self, at: Origin) -> Origin:
        """A place with the side in front, as git writes it for a revision."""
        if not (self.map / at.file).is_file() and self.map.name != at.file:
            return at  # in a folder that was added to both sides, or the name of a folder
        if self.map.is_file():
            return replace(at, file=self.naam)
        return replace(at, file=f"{self.naam}{':' if self.uit_git else '/'}{at.file}")


@dataclass(frozen=True, kw_only=True)
class Stand:
    """The rules of one side on one day in one municipality, with the signals that hold there."""

    kant: Kant
    program: Program
    signals: dict[str, tuple[str, Signaal]]


@contextmanager
def kanten(old: str, new: str, adding: Sequence[Path] = ()) -> Iterator[tuple[Kant, Kant]]:
    """Both sides, as long as they are needed; `adding` are rules that hold on both.

    Raises:
        NoRevision: a name is no folder and no revision.
        MissingPart: git is needed and not installed.
    """
    with ExitStack() as stack:
        found: list[Kant] = []
        problems: list[NoRevision] = []
        for name in dict.fromkeys((old, new)):
            try:
                found.append(stack.enter_context(_side(name, adding)))
            except NoRevision as problem:
                problems.append(problem)
        if problems:
            raise NoRevision("; ".join(map(str, problems)), problems[0].hint)
        yield found[0], found[-1]


@contextmanager
def _side(name: str, adding: Sequence[Path]) -> Iterator[Kant]:
    if not is_revision(name):
        path = Path(name)
        engine = Regelruimte(tuple(dict.fromkeys([path, *adding])))
        yield Kant(naam=name.rstrip("/") or name, map=path, regels=engine, uit_git=False)
        return
    with revision(name) as folder:
        engine = Regelruimte((folder, *adding))
        yield Kant(
            naam=name.removeprefix(PREFIX).rstrip("/:"), map=folder, regels=engine, uit_git=True
        )


def read_both(before: Kant, after: Kant) -> None:
    """Read the files of both sides.

    Raises:
        RuleError: files hold errors, of either side; all at once, each with its side.
    """
    found = [
        told(side, problem)
        for side in (before, after)
        for problem in inspect_corpus(side.regels.folders)[1]
        if not problem.is_warning
    ]
    if found:
        raise RuleError(found)


def told(side: Kant, problem: Diagnostic) -> Diagnostic:
    """A problem with the side in front of its places."""
    also = tuple((side.at(place), word) for place, word in problem.also)
    return replace(problem, at=side.at(problem.at), also=also)


def both_stands(before: Kant, after: Kant, day: date, city: str) -> tuple[Stand, Stand]:
    """Both sides on one day in one municipality.

    Raises:
        RuleError: the rules of either side hold errors; all at once, each with its side.
    """
    return _both(before, after, lambda side: _stand(side, day, city))


def both_settings(before: Kant, after: Kant, day: date, city: str) -> tuple[Setting, Setting]:
    """What answers cases on both sides, on one day in one municipality.

    Raises:
        RuleError: the rules of either side hold errors; all at once, each with its side.
    """
    return _both(before, after, lambda side: side.regels.setting(day, city))


def _both(before: Kant, after: Kant, make: Callable[[Kant], T]) -> tuple[T, T]:
    made: list[T] = []
    found: list[Diagnostic] = []
    for side in (before, after):
        try:
            made.append(make(side))
        except RuleError as error:
            found += [told(side, problem) for problem in error.diagnostics]
    if found:
        raise RuleError(found)
    return made[0], made[1]


def _stand(side: Kant, day: date, city: str) -> Stand:
    program = compile_program(side.regels.corpus, day, city)
    here = {info.id for info in program.regulations}
    signals = {
        signal.id: (regeling.id, signal)
        for regeling in side.regels.corpus.regelingen
        if regeling.id in here
        for signal in regeling.secties.signalen
    }
    return Stand(kant=side, program=program, signals=signals)
