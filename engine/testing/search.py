"""Looks for twins that show a fault, and makes them as small as they can be."""

from dataclasses import dataclass, replace

from engine.errors import CaseError
from engine.ir.case import Case
from engine.testing.choices import Seeded
from engine.testing.folder import Folder
from engine.testing.twins import Maker, Twins
from engine.testing.verdicts import Finding, Verdict
from engine.testing.written import read_back


@dataclass(frozen=True)
class Shown:
    """Twins that show a fault, as requests that can be run again."""

    twins: Twins
    finding: Finding


def search(folder: Folder, make: Maker, verdict: Verdict, examples: int) -> Shown | None:
    """The first twins of so many that do not pass, made small; None when all pass.

    The same twins come every time, on every machine, whatever else is tested.
    """
    for number in range(examples):
        pair = make(Seeded(number))
        if pair is not None and verdict(folder, pair) and _shown(folder, pair, verdict):
            return _shown(folder, _smallest(folder, pair, verdict), verdict)
    return None


def _shown(folder: Folder, pair: Twins, verdict: Verdict) -> Shown | None:
    """The twins as they come back from their requests, if these show the fault as well."""
    try:
        second = read_back(folder, pair.two, turned=pair.turned)
        again = replace(pair, one=read_back(folder, pair.one), two=second)
    except CaseError:
        return None
    found = verdict(folder, again)
    return None if found is None else Shown(again, found)


def _smallest(folder: Folder, pair: Twins, verdict: Verdict) -> Twins:
    """Leave out facts and judgements of both as long as the fault still shows."""
    left = [*sorted({*pair.one.facts, *pair.two.facts}), *sorted({*pair.one.judgements})]
    size = max(1, len(left) // 2)
    while size:
        for start in range(0, len(left), size):
            part = frozenset(left[start : start + size])
            less = replace(pair, one=_without(pair.one, part), two=_without(pair.two, part))
            if less != pair and verdict(folder, less) and _shown(folder, less, verdict):
                pair = less
        size //= 2
    return pair


def _without(case: Case, part: frozenset[tuple[str, tuple[str, str]]]) -> Case:
    return replace(
        case,
        facts={k: v for k, v in case.facts.items() if k not in part},
        judgements={k: v for k, v in case.judgements.items() if k not in part},
    )
