"""Equal cases equal, unequal cases unequal: the tests that a municipality runs on its folder.

Every test looks for twins that show a fault, and tells of them in Dutch. `plugin` adds these
tests to a run with `--regels`.
"""

from collections.abc import Callable, Mapping, Sequence

import pytest

from engine.ir.program import Rung
from engine.testing import twins as pairs
from engine.testing import verdicts
from engine.testing.burdens import burdens, means
from engine.testing.search import search
from engine.testing.trial import Trial, trial_of

pytestmark = pytest.mark.gelijke_behandeling


@pytest.fixture(scope="session")
def trial(request: pytest.FixtureRequest) -> Trial:
    """What to test."""
    return trial_of(request.config)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One test per protected fact, burden, amount or rule, so that each is named."""
    for name, values in _PARTS.items():
        if name in metafunc.fixturenames:
            metafunc.parametrize(name, values(trial_of(metafunc.config)))


def _relief(trial: Trial) -> Sequence[str]:
    return [r.id for r in trial.folder.own if r.direction == "begunstigend" or r.rung > Rung.B]


def _policy(trial: Trial) -> Sequence[str]:
    return [r.id for r in trial.folder.own if r.rank == "beleidsregel" and not r.helper]


_PARTS: Mapping[str, Callable[[Trial], Sequence[str]]] = {
    "kenmerk": lambda trial: trial.folder.protected,
    "ernst": lambda trial: burdens(trial.folder),
    "middel": lambda trial: means(trial.folder),
    "gunst": _relief,
    "beleid": _policy,
    "gewild": lambda trial: [f"{a.eigenschap} {a.regel}" for a in trial.allowed],
}


def test_p1_p2_beschermd_kenmerk(trial: Trial, kenmerk: str) -> None:
    """Nobody is treated otherwise by what is protected, unless a rule says why."""
    title = f"een ander {kenmerk} geeft een andere uitkomst, zonder rechtvaardiging"
    trial.holds("P1", title, pairs.swapped(trial.folder, kenmerk), verdicts.unjustified)


def test_p4_erger_is_nooit_minder(trial: Trial, ernst: str) -> None:
    """Whoever is worse off gets no less."""
    title = "wie er erger aan toe is, krijgt minder"
    trial.holds("P4", title, pairs.ranked(trial.folder, ernst), verdicts.worse)


def test_p5_meer_middelen_is_nooit_meer_recht(trial: Trial, middel: str) -> None:
    """Whoever has more gets no more."""
    title = "wie meer heeft, krijgt meer"
    trial.holds("P5", title, pairs.ranked(trial.folder, middel), verdicts.richer_gets_more)


def test_p8_gunst_schaadt_niet(trial: Trial, gunst: str) -> None:
    """A favourable rule or a deviation leaves nobody worse off."""
    rule = next(r for r in trial.folder.own if r.id == gunst)
    test = verdicts.relief_hurts(rule)
    trial.holds("P8", "een gunstige regel maakt het slechter", pairs.alone(trial.folder), test)


def test_p13_geen_stil_nee(trial: Trial) -> None:
    """What is missing is asked for, and is no reason to refuse."""
    title = "er is nee gezegd terwijl er nog iets ontbreekt"
    trial.holds("P13", title, pairs.less_known(trial.folder), verdicts.silent_no)


def test_p15_partners_wisselen(trial: Trial) -> None:
    """Who of two people comes first does not matter."""
    title = "het maakt uit wie van de twee het eerst genoemd is"
    trial.holds("P15", title, pairs.partners(trial.folder), verdicts.other_names)


def test_p15_volgorde(trial: Trial) -> None:
    """The order of facts, records and judgements does not matter."""
    title = "het maakt uit in welke volgorde gegevens staan"
    trial.holds("P15", title, pairs.reordered(trial.folder), verdicts.otherwise)


def test_p18_afwijken_van_beleid_kan(trial: Trial, beleid: str) -> None:
    """Where policy leaves somebody worse off, somebody can weigh whether to deviate."""
    rule = next(r for r in trial.folder.own if r.id == beleid)
    title = "van dit beleid kan niemand afwijken"
    trial.holds("P18", title, pairs.alone(trial.folder), verdicts.no_way_out(rule))


def test_p20_gelijke_gevallen(trial: Trial) -> None:
    """Whoever is alike in what counts gets the same, for the same reasons."""
    title = "gelijke gevallen krijgen iets anders"
    trial.holds("P20", title, pairs.noisy(trial.folder), verdicts.otherwise)


def test_gewild_verschil_bestaat_nog(trial: Trial, gewild: str) -> None:
    """A difference that is listed as wanted still occurs; if not, the list is to be cleaned."""
    name, _, rule = gewild.partition(" ")
    folder = trial.folder
    makers = {"P4": (burdens, verdicts.worse), "P5": (means, verdicts.richer_gets_more)}
    facts, test = makers[name]
    found = (
        search(folder, pairs.ranked(folder, f), verdicts.only(test, rule), trial.examples)
        for f in facts(folder)
    )
    if not any(found):
        text = f"{gewild} staat in de lijst van gewilde verschillen, maar komt niet meer voor"
        pytest.fail(f"{text}; haal het weg", pytrace=False)
