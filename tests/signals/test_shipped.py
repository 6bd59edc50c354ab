"""The shipped signals: enough of them, complete, and dark where their clause cannot reach."""

import re
from datetime import date
from functools import cache

import pytest

from engine.backends.signals.facts import NetFact
from engine.backends.signals.names import WORDS, check_names
from engine.compiler import compile_program
from engine.ir.program import Program
from engine.model.signal import Signaal
from engine.source.corpus import read_corpus
from tests.signals.make import (
    DAY,
    RULES,
    blocker,
    fact,
    in_force,
    intention,
    lit,
    outcome,
    pattern,
    shipped,
    signal,
    solution,
    trouble,
)

EXCLUDED = blocker(
    "pw-13-1-e", "13", "gezin:p1", paragraaf="2.2", via="participatiewet.recht_op_algemeen"
)
HAS_RIGHT = outcome("participatiewet.recht_op_algemeen", "ja", "gezin:p1", gezin="gezin:p1")
NO_ASSETS = outcome("omgekeerde_toets.vermogen_telt_mee", "nee", "gezin:p1", gezin="gezin:p1")
NO_RIGHT = outcome("participatiewet.recht_op_algemeen", "nee", "gezin:p1", gezin="gezin:p1")
AWB = {"AWB-4:84", "AWB-3:4-2", "AWB-VB", "AWB-CL"}


@cache
def program(day: date, city: str = "GM0000") -> Program:
    return compile_program(read_corpus([RULES]), day, city)


@cache
def cities() -> dict[str, str]:
    """Of every regulation the municipality; empty for the regulations of the whole country."""
    return {r.id: r.kop.gemeente or "" for r in read_corpus([RULES]).regelingen}


def kinds(one: Signaal) -> set[str]:
    return {each.soort for each in one.als}


def test_counts() -> None:
    signals = [one for _, one in shipped()]
    joined = [one.id for one in signals if len(kinds(one)) > 1]
    chained = [one.id for one in signals if "signaal" in kinds(one)]
    held = [one.id for one in signals if one.reikwijdte or one.behalve_blokkade]
    print(f"{len(signals)} signalen, {len(joined)} met twee soorten feiten, ", end="")
    print(f"{len(chained)} op een ander signaal, {len(held)} met een bereik")
    assert len(signals) >= 45
    assert len(joined) >= 15
    assert len(chained) >= 6
    assert len(held) >= 4


@pytest.mark.parametrize("one", [one for _, one in shipped()], ids=lambda one: one.id)
def test_every_signal_is_complete(one: Signaal) -> None:
    assert one.bron
    assert len(one.toelichting) > 20
    assert one.toelichting.endswith((".", "?"))
    norm = "." in one.toets and " " not in one.toets
    assert norm or one.motiveer, "without a norm the signal itself says what to motivate"
    assert one.trede or one.soort in ("proces", "patroon", "beginsel", "uitzondering")
    for ruling in one.rechtspraak:
        assert re.fullmatch(r"ECLI:NL:[A-Z]+:\d{4}:\w+", ruling)


@pytest.mark.parametrize("day", [date(2025, 9, 1), DAY])
@pytest.mark.parametrize("city", ["GM0000", "GM0033", "GM0044"])
def test_names_exist(day: date, city: str) -> None:
    here = [(r, s) for r, s in shipped() if cities()[r] in ("", city)]
    signals = [(r, s) for r, s in here if s.geldig is None or s.geldig.holds(day)]
    assert [str(problem) for problem in check_names(signals, program(day, city))] == []


@pytest.mark.parametrize(
    ("one", "code"),
    [
        (signal("S", pattern("uitkomst", begrip="participatiewet.norm", over="O")), "R710"),
        (signal("S", pattern("omstandigheid", soort="honger", zaak="Z")), "R710"),
        (signal("S", pattern("gegeven", naam="nederlander", waarde="soms", over="O")), "R710"),
        (signal("S", pattern("blokkade", rang="mening", over="O")), "R710"),
        (signal("S", pattern("blokkade", over="O"), behalve_blokkade=("pw-0",)), "R711"),
        (signal("S", pattern("blokkade", over="O"), toets="awb.smaak"), "R712"),
    ],
)
def test_names_that_do_not_exist(one: tuple[str, Signaal], code: str) -> None:
    assert [problem.code for problem in check_names([one], program(DAY))] == [code]


def test_closed_words_are_those_of_the_signals() -> None:
    used = {(each.soort, name) for _, one in shipped() for each in one.als for name in each.velden}
    assert set(WORDS) & used


# ---- a refusal always shows the principles, by kind of the norm that blocks


@pytest.mark.parametrize(
    ("rank", "character", "expected"),
    [
        ("beleidsregel", "dwingend", {"AWB-4:84"}),
        ("beleidsregel", "kan", {"AWB-4:84", "AWB-3:4-2"}),
        ("wet", "kan", {"AWB-3:4-2"}),
        ("wet", "dwingend", {"AWB-CL"}),
        ("wet", "open", set()),
        ("verordening", "dwingend", {"AWB-VB"}),
        ("amvb", "dwingend", {"AWB-VB"}),
        ("ministeriele_regeling", "kan", {"AWB-VB", "AWB-3:4-2"}),
    ],
)
def test_principles_by_kind_of_norm(rank: str, character: str, expected: set[str]) -> None:
    refused = solution("kosten_eenmalig", "geen_grond", "geen")
    blocked = blocker("r", "1", "oplossing:o1", rang=rank, karakter=character)
    found = lit(refused, blocked)
    assert found & AWB == expected
    assert {"AWB-3:2", "AWB-3:46"} <= found


def test_nothing_fits_and_nothing_blocks() -> None:
    found = lit(solution("leerlingenvervoer", "geen_grond", "geen"))
    assert {"AWB-3:2", "AWB-3:46"} <= found
    assert not found & AWB


def test_right_that_is_refused() -> None:
    assert {"AWB-CL", "AWB-3:2-recht", "AWB-3:46-recht"} <= lit(EXCLUDED)


@pytest.mark.parametrize("power", ["moet", "kan", "onzeker"])
def test_adverse_intention(power: str) -> None:
    found = lit(intention("herzien", power))
    assert {"AWB-3:2-voornemen", "AWB-3:46-voornemen"} <= found
    assert ("AWB-3:4-2-voornemen" in found) is (power != "moet")
    assert ("AWB-CL-voornemen" in found) is (power == "moet")


def test_a_duty_that_is_not_certain_yet_is_no_choice() -> None:
    """Under a binding rule the college may not choose, also while facts are still missing."""
    found = lit(intention("maatregel", "onzeker", karakter="dwingend"))
    assert "AWB-3:4-2-voornemen" not in found
    assert {"AWB-3:2-voornemen", "AWB-3:46-voornemen"} <= found


def test_child_without_own_right_is_no_refusal() -> None:
    child = blocker("pw-13-1-f", "13", "persoon:p3", paragraaf="2.2", van="persoon:p3")
    assert not lit(child, HAS_RIGHT) & {"AWB-CL", "AWB-3:46-recht", "PW-16-1"}


# ---- the scope map: which rule fails, which clauses may be shown, which never


@pytest.mark.parametrize(
    ("facts", "shown", "never"),
    [
        # art. 13: art. 16, never art. 18 lid 1
        (
            [EXCLUDED, NO_RIGHT, trouble("overmacht_buitenland"), trouble("kosten_niet_gedekt")],
            {"PW-16-1", "AWB-CL"},
            {"PW-18-1"},
        ),
        # art. 11 for a foreigner who is not equated: never art. 16
        (
            [
                EXCLUDED,
                blocker("pw-16-2", "16", "gezin:p1", paragraaf="2.2"),
                NO_RIGHT,
                trouble("gezondheidsdreiging", "acuut"),
            ],
            set(),
            {"PW-16-1", "PW-18-1"},
        ),
        # art. 15 stands in the way of costs, with and without an emergency
        (
            [
                blocker("pw-15-1", "15", "oplossing:o1", paragraaf="2.2", via="pw-35-1"),
                trouble("gezondheidsdreiging", "acuut"),
            ],
            {"PW-16-1"},
            {"PW-18-1", "PW-49-b"},
        ),
        (
            [
                blocker("pw-15-1", "15", "oplossing:o1", paragraaf="2.2", via="pw-35-1"),
                trouble("kosten_niet_gedekt"),
            ],
            set(),
            {"PW-16-1"},
        ),
        (
            [
                blocker("pw-15-1", "15", "oplossing:o1", paragraaf="2.2", via="pw-35-1"),
                trouble("gezondheidsdreiging", "licht"),
            ],
            set(),
            {"PW-16-1"},
        ),
        # art. 19: too much income; art. 35: a condition fails: never art. 16
        (
            [
                blocker("pw-19-1", "19", "gezin:p1", paragraaf="3.1"),
                trouble("dreigende_ontruiming", "acuut"),
            ],
            {"AWB-CL"},
            {"PW-16-1"},
        ),
        (
            [
                blocker("pw-35-1", "35", "oplossing:o1", karakter="open", via="pw-35-1"),
                trouble("dreigende_ontruiming", "acuut"),
            ],
            set(),
            {"PW-16-1", "AWB-CL"},
        ),
        # policy: 4:84 and its reasons, never the clause of the ordinance
        (
            [
                blocker("bb-4", "4", "oplossing:o1", rang="beleidsregel", regeling="beleid"),
                solution("duurzaam_gebruiksgoed"),
                trouble("schulden_wgs"),
            ],
            {"AWB-4:84", "AWB-3:50"},
            {"PW-16-1", "CAT-17", "CAT-19", "AWB-VB"},
        ),
        # ordinance: its own clause and review, never 4:84
        (
            [
                blocker(
                    "vw-7",
                    "7",
                    "oplossing:o1",
                    rang="verordening",
                    regeling="verordening_wmo_voorbeeldstad",
                ),
                solution("woningaanpassing", "geen_grond", "geen"),
            ],
            {"CAT-17", "AWB-VB", "CAT-18"},
            {"AWB-4:84", "CAT-19"},
        ),
        # the act itself: a local clause never pushes it aside
        (
            [
                blocker("wmo-1.2.2-1", "1.2.2", "oplossing:o1", regeling="wmo"),
                solution("begeleiding", "geen_grond", "geen"),
            ],
            {"AWB-CL", "AWB-3:46"},
            {"CAT-17", "CAT-18", "AWB-4:84"},
        ),
        # recovery of assistance, and of a Wmo budget
        (
            [
                intention("terugvorderen"),
                outcome("participatiewet.gaat_over_bijstand", "ja", "voornemen:v1"),
            ],
            {"PW-58-8"},
            {"CAT-10", "PW-16-1", "PW-18-1"},
        ),
        (
            [
                intention("terugvorderen"),
                outcome("participatiewet.gaat_over_bijstand", "nee", "voornemen:v1"),
                outcome("omgekeerde_toets.gaat_over_wmo", "ja", "voornemen:v1"),
            ],
            {"CAT-10", "CAT-20"},
            {"PW-58-8", "CAT-09", "CAT-17"},
        ),
    ],
)
def test_scope_map(facts: list[NetFact], shown: set[str], never: set[str]) -> None:
    found = lit(*facts)
    assert shown - found == set()
    assert never & found == set()


# ---- signals on signals


def test_child_makes_hardship_weigh_more() -> None:
    hardship = [HAS_RIGHT, NO_ASSETS, trouble("partner_zonder_recht")]
    assert "SUP-IVRK" not in lit(*hardship)
    assert {"PW-18-1", "SUP-IVRK"} <= lit(*hardship, trouble("minderjarig_kind", who="p3"))
    assert "SUP-IVRK" not in lit(trouble("minderjarig_kind", who="p3"))


def test_one_plan_and_a_rule_that_pinches() -> None:
    many = outcome("omgekeerde_toets.veel_regelingen", "ja", "zaak:zaak")
    domains = outcome("omgekeerde_toets.meer_leefgebieden_uit_orde", "ja", "zaak:zaak")
    assert "EEN-PLAN" in lit(many, domains)
    assert "DOORBRAAK" not in lit(many, domains)
    assert "DOORBRAAK" in lit(many, domains, HAS_RIGHT, NO_ASSETS, trouble("kosten_niet_gedekt"))
    assert "EEN-PLAN" not in lit(many)


def test_label_that_differs() -> None:
    label = outcome("omgekeerde_toets.label_wijkt_af", "ja", "oplossing:o1")
    assert {"ETIKET", "AWB-3:3"} <= lit(label, solution("begeleiding"))
    assert "AWB-3:3" not in lit(label, solution("begeleiding", "grond"))


def test_old_law_on_an_old_day() -> None:
    facts = [solution("levensonderhoud"), trouble("jongere_zonder_ouders")]
    assert "PW-12-old" in lit(*facts, day=date(2025, 9, 1))
    assert "PW-12-old" not in lit(*facts)


def test_absence_lights_only_what_asks_for_it() -> None:
    duty = outcome("awb.hoorplicht", "ja", "voornemen:v1")
    asked = {"naam": "zienswijze_gevraagd", "over": "voornemen:v1"}
    for value, lights in (("nee", True), ("onbekend", True), ("ja", False)):
        assert ("AWB-4:7-8" in lit(duty, fact("gegeven", waarde=value, **asked))) is lights


def test_every_regulation_with_signals_is_used() -> None:
    assert {r for r, _ in in_force()} >= {"participatiewet", "awb", "wmo", "omgekeerde_toets"}
