"""One run of the properties: the folder, how many twins, and which differences are wanted."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from engine.errors import RuleError
from engine.testing import verdicts
from engine.testing.allowed import Allowed, read_allowed
from engine.testing.folder import Folder, NotUsable, open_folder
from engine.testing.report import report, save
from engine.testing.search import search
from engine.testing.twins import Maker
from engine.testing.verdicts import Verdict


@dataclass(frozen=True)
class Trial:
    """A folder, and how it is to be tested."""

    folder: Folder
    examples: int
    allowed: tuple[Allowed, ...]
    save: Path | None

    def holds(self, name: str, title: str, twins: Maker, test: Verdict) -> None:
        """Fail with a report of the first twins that do not pass; wanted differences do."""
        wanted = [a.regel for a in self.allowed if a.eigenschap == name]
        shown = search(self.folder, twins, verdicts.excluding(test, wanted), self.examples)
        if shown is None:
            return
        where = None if self.save is None else self.save / f"{name}-{shown.twins.fact or 'paar'}"
        if where is not None:
            save(self.folder, shown, where)
        pytest.fail(report(self.folder, f"{name}: {title}", shown, where), pytrace=False)


TRIAL = pytest.StashKey[Trial]()


def trial_of(config: pytest.Config) -> Trial:
    """What to test, read once per run.

    Raises:
        UsageError: the options do not fit the rules, or the rules hold errors.
    """
    if TRIAL not in config.stash:
        try:
            config.stash[TRIAL] = _trial(config)
        except NotUsable as error:
            raise pytest.UsageError(str(error)) from error
        except RuleError as error:
            raise pytest.UsageError("\n".join(map(str, error.diagnostics))) from error
    return config.stash[TRIAL]


def _trial(config: pytest.Config) -> Trial:
    folder = open_folder(Path(config.getoption("--regels")), _day(config.getoption("--peildatum")))
    listed, saved = config.getoption("--toegestaan"), config.getoption("--tweelingen")
    examples = config.getoption("--voorbeelden")
    if examples < 1:
        raise NotUsable("--voorbeelden: noem een aantal van 1 of meer")
    return Trial(
        folder=folder,
        examples=examples,
        allowed=read_allowed(Path(listed), folder) if listed else (),
        save=Path(saved) if saved else None,
    )


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise NotUsable("--peildatum: schrijf jjjj-mm-dd, zoals 2026-09-01") from error
