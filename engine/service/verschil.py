"""Compare two sets of rules: what they say, and what the change does to cases."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Protocol, TypeVar

from engine.errors import CaseError, Diagnostic
from engine.result.evaluated import Evaluated
from engine.result.toets import Toets
from engine.result.verschil import (
    GEVOLGEN,
    Aanspraaktelling,
    Aanspraakverschil,
    Getuige,
    Gevalverschil,
    Onderdeelwijziging,
    Regelverschil,
)
from engine.service.case_changes import compared
from engine.service.change_words import SOORTEN
from engine.service.controleer import municipalities
from engine.service.dates import changed_days
from engine.service.rule_changes import changes, says_the_same
from engine.service.sides import Kant, both_settings, both_stands, read_both
from engine.service.witnesses import witness
from engine.source.case_files import Geval, case_paths, read_cases
from engine.source.cases import build_case

Pair = tuple[str, str]
T = TypeVar("T")


class Voortgang(Protocol):
    """Goes through items while it shows how far it is, in a few words."""

    def __call__(self, items: Sequence[T], what: str, /) -> Iterator[T]:
        """Every item, in order."""


def in_silence(items: Sequence[T], _what: str, /) -> Iterator[T]:
    """Go through items and show nothing."""
    return iter(items)


@dataclass(frozen=True, kw_only=True)
class Keuze:
    """What is compared; without a day every day on which rules change, without a place all.

    Attributes:
        bewijzen: whether the solver looks at changed rules of which no case shows a difference.
    """

    dag: date | None = None
    gemeente: str = ""
    gevallen: tuple[Path, ...] = ()
    bewijzen: bool = True


def verschil(
    before: Kant, after: Kant, choice: Keuze | None = None, progress: Voortgang = in_silence
) -> Regelverschil:
    """What differs between two sets of rules, and what that does to cases.

    The cases are those beside the new rules, and those that were chosen; each keeps its own
    peildatum and municipality.

    Raises:
        RuleError: rules of either side hold errors; all at once.
        CaseError: a case file cannot be read, or fits neither side; all at once.
    """
    chosen = choice or Keuze()
    read_both(before, after)
    days, cities = _days(before, after, chosen), _cities(before, after, chosen)
    moments = progress([(day, city) for day in days for city in cities], "Regels vergelijken")
    parts = _all_changes(before, after, moments)
    cases = _cases(after, chosen)
    work = _Work(
        before=before,
        after=after,
        days=changed_days(before.regels.corpus, after.regels.corpus),
        rules=_asked(parts),
        witnesses={},
    )
    for path in progress(list(cases), "Gevallen rekenen"):
        work.path(cases[path])
    if work.unfit:
        raise CaseError(work.unfit)
    return Regelverschil(
        oud=before.naam,
        nieuw=after.naam,
        dagen=tuple(day.isoformat() for day in days),
        gemeenten=cities,
        onderdelen=_proved(before, after, _with_effects(parts, work.witnesses), progress)
        if chosen.bewijzen
        else _with_effects(parts, work.witnesses),
        gevallen=work.count,
        gelijk=work.count - len(work.found),
        telling={kind: sum(1 for f in work.found if f.gevolg == kind) for kind in GEVOLGEN},
        aanspraken=tuple(_counts(c for f in work.found for c in f.aanspraken)),
        anders=tuple(work.found),
    )


def _days(before: Kant, after: Kant, chosen: Keuze) -> tuple[date, ...]:
    if chosen.dag is not None:
        return (chosen.dag,)
    found = changed_days(before.regels.corpus, after.regels.corpus)
    return found or (after.regels.laatste_wijziging(),)


def _cities(before: Kant, after: Kant, chosen: Keuze) -> tuple[str, ...]:
    if chosen.gemeente:
        return (chosen.gemeente,)
    found = {c for side in (before, after) for c in municipalities(side.regels.corpus)}
    return tuple(sorted(found - {""})) or ("",)


# -- rules -------------------------------------------------------------------------------------


def _all_changes(
    before: Kant, after: Kant, moments: Iterable[tuple[date, str]]
) -> list[Onderdeelwijziging]:
    """Every part that differs on some day in some place, as it differs there first.

    What is new on one day and changed on another has changed: it was there before.
    """
    found: dict[Pair, Onderdeelwijziging] = {}
    for day, city in moments:
        for change in changes(*both_stands(before, after, day, city)):
            key = (change.soort, change.naam)
            known = found.get(key)
            if known is None or _says_more(change, known):
                found[key] = replace(change, vanaf=day.isoformat(), gemeente=city)
    order = list(SOORTEN)
    return sorted(found.values(), key=lambda c: (order.index(c.soort), c.naam))


def _says_more(change: Onderdeelwijziging, known: Onderdeelwijziging) -> bool:
    """Whether this is the change itself, and what was noted its absence or its consequence."""
    return change.wat == "gewijzigd" != known.wat and known.wat != "hernoemd"


def _asked(parts: Iterable[Onderdeelwijziging]) -> tuple[Pair, ...]:
    """Rules that may do something else: their id before and after."""
    return tuple(
        (part.naam_oud or part.naam, part.naam)
        for part in parts
        if part.soort == "regel" and part.effect != "gelijk"
    )


def _with_effects(
    parts: Iterable[Onderdeelwijziging], seen: dict[Pair, Getuige]
) -> tuple[Onderdeelwijziging, ...]:
    return tuple(_with_effect(part, seen) for part in parts)


def _proved(
    before: Kant, after: Kant, parts: tuple[Onderdeelwijziging, ...], progress: Voortgang
) -> tuple[Onderdeelwijziging, ...]:
    """With what the solver proves or finds; without the solver as it is."""
    try:
        from engine.service.change_proofs import with_proofs
    except ImportError:
        return parts
    return with_proofs(before, after, parts, lambda left: progress(left, "Regels bewijzen"))


def _with_effect(part: Onderdeelwijziging, seen: dict[Pair, Getuige]) -> Onderdeelwijziging:
    if part.soort != "regel" or part.effect == "gelijk":
        return part
    found = seen.get((part.naam_oud or part.naam, part.naam))
    return replace(part, effect="verschilt" if found else "niet_gevonden", getuige=found)


# -- cases -------------------------------------------------------------------------------------


def _cases(after: Kant, chosen: Keuze) -> dict[Path, list[Geval]]:
    """The cases by file, those of another municipality than the chosen one left out."""
    problems: list[Diagnostic] = []
    found: dict[Path, list[Geval]] = {}
    for path in dict.fromkeys([*case_paths([after.map]), *case_paths(chosen.gevallen)]):
        try:
            cases = read_cases(path, _shown(path, after))
        except CaseError as error:
            problems += error.diagnostics
            continue
        found[path] = [c for c in cases if chosen.gemeente in ("", c.hulpvraag.gemeente or "")]
    if problems:
        raise CaseError(problems)
    return found


def _shown(path: Path, after: Kant) -> str:
    if after.uit_git and path.is_relative_to(after.map):
        return f"{after.naam}:{path.relative_to(after.map).as_posix()}"
    return str(path)


@dataclass(kw_only=True)
class _Work:
    """Answers cases on both sides and keeps what differs.

    Attributes:
        days: the days on which something changes that differs; none when both say the same.
        rules: the changed rules for which a witness is looked for.
        unfit: why cases do not fit either side.
    """

    before: Kant
    after: Kant
    days: tuple[date, ...]
    rules: tuple[Pair, ...]
    witnesses: dict[Pair, Getuige]
    found: list[Gevalverschil] = field(default_factory=list)
    unfit: list[Diagnostic] = field(default_factory=list)
    count: int = 0
    same: dict[tuple[date, str], bool] = field(default_factory=dict)

    def path(self, cases: Sequence[Geval]) -> None:
        """Answer the cases of one file."""
        for case in cases:
            self.count += 1
            if not self._same_rules(case):
                self._compare(case)

    def _same_rules(self, case: Geval) -> bool:
        """Whether both sides say the same on the day and in the place of this case."""
        key = (case.hulpvraag.peildatum, case.hulpvraag.gemeente or "")
        if not self.days:
            return True
        if key not in self.same:
            old, new = both_settings(self.before, self.after, *key)
            self.same[key] = says_the_same(old, new)
        return self.same[key]

    @property
    def _sides(self) -> tuple[Kant, Kant]:
        return self.before, self.after

    def _compare(self, case: Geval) -> None:
        found: list[Toets] = []
        problems: list[tuple[Kant, tuple[Diagnostic, ...]]] = []
        for side in self._sides:
            try:
                found.append(side.regels.toets(case.hulpvraag, probing=False))
            except CaseError as error:
                problems.append((side, error.diagnostics))
        if len(problems) == len(self._sides):
            self.unfit += problems[-1][1]
        elif problems:
            self._does_not_fit(case, problems)
        else:
            self._look_for_witnesses(case)
            self._note(case, found[0], found[1])

    def _does_not_fit(
        self, case: Geval, problems: Iterable[tuple[Kant, tuple[Diagnostic, ...]]]
    ) -> None:
        told = [f"{side.naam}: {p.code} {p.message}" for side, found in problems for p in found]
        self.found.append(
            Gevalverschil(
                id=case.id, naam=case.naam, plaats=str(case.herkomst), gevolg="past_niet",
                fouten=tuple(told),
            )
        )  # fmt: skip

    def _look_for_witnesses(self, case: Geval) -> None:
        """Run the changed rules in this case, as far as no case showed a difference yet."""
        left = [pair for pair in self.rules if pair not in self.witnesses]
        if not left:
            return
        old, new = (_run(side, case) for side in self._sides)
        for pair in left:
            seen = witness(case.id, pair, old, new)
            if seen is not None:
                self.witnesses[pair] = seen

    def _note(self, case: Geval, old: Toets, new: Toets) -> None:
        key = (case.hulpvraag.peildatum, case.hulpvraag.gemeente or "")
        programs = (self.before.regels.program(*key), self.after.regels.program(*key))
        about = (case.id, case.naam, str(case.herkomst))
        if compared(about, old, new, programs) is None:
            return  # questions cost most, and none comes or goes where nothing else differs
        asked = [side.regels.toets(case.hulpvraag) for side in self._sides]
        made = compared(about, asked[0], asked[1], programs)
        if made is not None:
            self.found.append(made)


def _run(side: Kant, case: Geval) -> Evaluated:
    request = case.hulpvraag
    setting = side.regels.setting_of(request)
    return setting.evaluate(setting.program, build_case(request, setting.program))


def _counts(claims: Iterable[Aanspraakverschil]) -> Iterator[Aanspraaktelling]:
    """Per entitlement in how many cases what happens; a case with two people counts twice."""
    groups: dict[str, list[Aanspraakverschil]] = {}
    for claim in claims:
        groups.setdefault(claim.naam, []).append(claim)
    for name, group in sorted(groups.items()):
        much = {Fraction(c.meer): c.meer for c in group if c.meer is not None}
        yield Aanspraaktelling(
            naam=name,
            eenheid=group[0].eenheid,
            vooruit=sum(1 for c in group if c.gevolg == "vooruit"),
            achteruit=sum(1 for c in group if c.gevolg == "achteruit"),
            onzeker=sum(1 for c in group if c.gevolg == "onzeker"),
            anders=sum(1 for c in group if c.gevolg == "anders"),
            meest=much[max(much)] if much and max(much) > 0 else "",
            minst=much[min(much)] if much and min(much) < 0 else "",
        )
