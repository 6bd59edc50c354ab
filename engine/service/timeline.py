"""Outcomes over a period: looked at anew on every day on which something can change.

The facts of the request hold for the whole period, except a fact with a day from which it holds.
Days are compared in pairs; where two days differ, the day of the change is looked for in between.
A change that is undone between two days that are looked at is only found when one of the reasons
below names a day near it.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from engine.decide.encode import key_of
from engine.decide.outcomes import instances, outcome_text
from engine.errors import EngineError
from engine.ir import nodes
from engine.ir.case import Case
from engine.ir.fold import walk
from engine.ir.program import Program
from engine.model.request import FeitWaarde, Hulpvraag
from engine.result.toets import Tijdvak, Uitkomst
from engine.service.checks import formulas
from engine.service.dates import changes
from engine.service.ports import Rules
from engine.source.cases import build_case
from engine.values import Duration, add_duration

Snapshot = dict[str, dict[str, Uitkomst]]
ONE_DAY = timedelta(days=1)
MOST_DAYS = 1500


class TooMuchChange(EngineError):
    """A period in which more changes than can be looked at."""

    hint = "kies een korter tijdvak"


def timeline(rules: Rules, request: Hulpvraag) -> tuple[Tijdvak, ...]:
    """The entitlements in the period of the request, in pieces in which nothing changes.

    Raises:
        CaseError: the request does not fit the rules.
        TooMuchChange: the period is too long to look at.
    """
    if request.tijdvak is None:
        return ()
    return tuple(_Timeline(rules, request, request.tijdvak.van, request.tijdvak.tot).pieces())


class _Timeline:
    """Looks at days, each once."""

    def __init__(self, rules: Rules, request: Hulpvraag, first: date, last: date) -> None:
        self.rules = rules
        self.request = request
        self.first, self.last = first, last
        self.seen: dict[date, Snapshot] = {}

    def pieces(self) -> Iterator[Tijdvak]:
        """Pieces with equal outcomes, joined."""
        starts = sorted({self.first, *self._moments()})
        ends = [day - ONE_DAY for day in starts[1:]] + [self.last]
        days = [d for a, b in zip(starts, ends, strict=True) for d in self._split(a, b)]
        kept = [days[0]]
        for day in days[1:]:
            if self._at(day) != self._at(kept[-1]):
                kept.append(day)
        last_days = [day - ONE_DAY for day in kept[1:]] + [self.last]
        for start, end in zip(kept, last_days, strict=True):
            yield Tijdvak(van=start.isoformat(), tot=end.isoformat(), uitkomsten=self._at(start))

    def _split(self, start: date, end: date) -> list[date]:
        """Days from start to end on which other outcomes begin."""
        if self._at(start) == self._at(end):
            return [start]
        if end - start == ONE_DAY:
            return [start, end]
        middle = start + (end - start) // 2
        return [*self._split(start, middle), *self._split(middle, end)[1:]]

    def _at(self, day: date) -> Snapshot:
        """The entitlements on a day."""
        if day not in self.seen:
            if len(self.seen) >= MOST_DAYS:
                raise TooMuchChange("in dit tijdvak verandert te veel om alles te laten zien")
            setting = self.rules.setting(day, self.request.gemeente or "")
            case = self._case(day, setting.program)
            run = setting.evaluate(setting.program, case)
            found: Snapshot = {}
            for name, begrip in sorted(setting.program.begrippen.items()):
                for inst in instances(run, begrip.entity) if begrip.entitlement else ():
                    found.setdefault(key_of(inst), {})[name] = outcome_text(run, begrip, inst)
            self.seen[day] = dict(sorted(found.items()))
        return self.seen[day]

    def _case(self, day: date, program: Program) -> Case:
        """The case as it stands on a day; what is known today may lie after it."""
        return build_case(replace(self.request, peildatum=day), program, self.request.peildatum)

    # -- moments ---------------------------------------------------------------------------

    def _moments(self) -> Iterator[date]:
        """Days after the first on which something can change."""
        for day in (*changes(self.rules.corpus), *self._of_facts(), *self._of_calendar()):
            if self.first < day <= self.last:
                yield day

    def _of_calendar(self) -> Iterator[date]:
        """The first day of every month."""
        day = self.first.replace(day=1)
        while day <= self.last:
            yield day
            day = add_duration(day, Duration(months=1))

    def _of_facts(self) -> Iterator[date]:
        """Days in the facts, their yearly returns, and days that lie a term of the rules apart."""
        setting = self.rules.setting(self.first, self.request.gemeente or "")
        case = self._case(self.first, setting.program)
        lengths = sorted(_lengths(setting.program))
        for day in sorted({*_dates(case), *_starts(self.request)}):
            yield from (day, day + ONE_DAY, *_returns(day, self.first, self.last))
            for length in lengths:
                for sign in (1, -1):
                    yield from _moved(day, length, sign)


def _moved(day: date, length: Duration, sign: int) -> Iterator[date]:
    """A day moved by a length, and the day after; nothing beyond the calendar."""
    try:
        moved = add_duration(day, length, sign)
        yield from (moved, moved + ONE_DAY)
    except (ValueError, OverflowError):
        return


def _returns(day: date, first: date, last: date) -> Iterator[date]:
    """The same day in every year of the period."""
    for year in range(first.year, last.year + 1):
        years = year - day.year
        yield from _moved(day, Duration(months=12 * abs(years)), 1 if years >= 0 else -1)


def _dates(case: Case) -> Iterator[date]:
    yield from (value for value in case.facts.values() if isinstance(value, date))


def _lengths(program: Program) -> set[Duration]:
    """Every length of time that a rule names."""
    return {
        node.value
        for rule in program.rules
        for part in formulas(rule)
        for node in walk(part)
        if isinstance(node, nodes.Lit) and isinstance(node.value, Duration)
    }


def _starts(part: object) -> Iterator[date]:
    """Days from which facts of a request hold."""
    if isinstance(part, FeitWaarde):
        if part.vanaf is not None:
            yield part.vanaf
        return
    if isinstance(part, dict):
        for value in part.values():
            yield from _starts(value)
    elif isinstance(part, tuple):
        for value in part:
            yield from _starts(value)
    elif hasattr(part, "__dataclass_fields__"):
        for name in part.__dataclass_fields__:
            yield from _starts(getattr(part, name))
