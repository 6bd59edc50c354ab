"""The accounting of the law: every part of it stands there once, and every rule has a case."""

import re
from collections import Counter

import pytest

from engine.model.artikel import Artikelregel
from engine.service import Dekking, Regelruimte, artikel_paths, shipped_rules
from engine.service.accounting import named_rules
from engine.source.artikel_files import read_artikelen
from engine.source.artikel_names import Names
from tests.strategies.shipped import loaded

# How many lines each heading holds: parts of the acts, clauses that give room, and rulings, as
# counted once in the notes on the law.
ROWS = {
    "participatiewet": {
        "begrippen": 10,
        "taak_en_plichten": 15,
        "recht": 21,
        "inlichtingen_en_maatregelen": 19,
        "normen": 21,
        "middelen": 31,
        "bijzondere_bijstand_en_toeslagen": 6,
        "aanvraag_en_uitbetaling": 19,
        "vorm_herziening_terugvordering": 22,
        "ruimte": 46,
    },
    "awb": {"besluiten": 53, "ruimte": 24},
    "wmo": {
        "begrippen": 18 + 5,
        "toegang": 5,
        "gemeente_en_bijdrage": 19,
        "procedure": 10 + 7 + 4,
        "beslissen": 28,
        "rechtspraak": 22,
        "hardheidsclausule": 4,
        "ruimte": 19,
    },
    "uitvoeringsbesluit_wmo": {"bijdrage": 14, "bedragen": 7 + 2, "ruimte": 4},
    "elders": {
        "wlz": 7,
        "zvw": 3,
        "leerlingenvervoer": 1,
        "gegevens_delen": 3,
        "ruimte": 12 - 6 - 4,
    },
    "jeugdwet": {"jeugdwet": 17, "familiegroepsplan": 4 + 1, "ruimte": 6},
    "wgs": {"schuldhulp": 17, "ruimte": 4},
}
CLAUSES = {"participatiewet en awb": 70, "wmo en elders": 35}
# Rules that wait for a case in which they apply. A rule that gets one has to leave this list.
NO_CASE_YET: set[str] = set()


@pytest.fixture(scope="module")
def engine() -> Regelruimte:
    return loaded()


@pytest.fixture(scope="module")
def lines(engine: Regelruimte) -> tuple[Artikelregel, ...]:
    """Every line; reading them already says that every name in them exists and ids are unique."""
    return read_artikelen(artikel_paths([shipped_rules()]), Names(engine.corpus))


def folder(line: Artikelregel) -> str:
    return line.herkomst.file.split("/")[-2]


def test_every_part_of_the_law_stands_there_once(lines: tuple[Artikelregel, ...]) -> None:
    found = Counter((folder(line), line.onderwerp) for line in lines)
    assert found == {(f, s): n for f, subjects in ROWS.items() for s, n in subjects.items()}
    assert len({line.id for line in lines}) == len(lines)


def test_every_clause_that_gives_room_stands_there_once(lines: tuple[Artikelregel, ...]) -> None:
    found = Counter(folder(line) for line in lines if line.onderwerp == "ruimte")
    assert found["participatiewet"] + found["awb"] == CLAUSES["participatiewet en awb"]
    others = sum(found[f] for f in ("wmo", "uitvoeringsbesluit_wmo", "jeugdwet", "wgs", "elders"))
    assert others == CLAUSES["wmo en elders"]


def test_every_signal_of_a_clause_is_named_at_its_clause(
    engine: Regelruimte, lines: tuple[Artikelregel, ...]
) -> None:
    signals = {s.id for r in engine.corpus.regelingen for s in r.secties.signalen}
    missing = [
        line.id
        for line in lines
        if line.id in signals and line.id not in {named.naam for named in line.regels}
    ]
    assert missing == []


def test_a_line_says_in_a_few_own_words_what_it_is_about(lines: tuple[Artikelregel, ...]) -> None:
    assert [line.id for line in lines if not 2 < len(line.wat) <= 100] == []
    assert [line.id for line in lines if re.search(r"\.$", line.wat + line.ontbreekt)] == []


def test_every_rule_of_an_act_that_decides_is_named(
    engine: Regelruimte, lines: tuple[Artikelregel, ...]
) -> None:
    """What no line names is only a step in a computation."""
    named = named_rules(lines)
    acts = ("participatiewet", "awb", "wmo", "uitvoeringsbesluit_wmo", "jeugdwet", "wgs")
    left = [
        rule.id
        for act in acts
        for rule in engine.corpus.regeling(act).secties.regels
        if rule.id not in named and not rule.hulp
    ]
    assert left == []


@pytest.mark.slow
def test_every_rule_that_is_named_has_a_case_on_both_sides_and_on_its_bound(
    engine: Regelruimte,
) -> None:
    found: Dekking = engine.dekking()
    assert found.ongelezen == ()
    assert set(found.zonder_geval) == NO_CASE_YET
    assert found.zonder_tegengeval == ()
    assert found.zonder_grensgeval == ()
