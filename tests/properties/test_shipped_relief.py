"""P8 under the shipped rules: no favourable rule ever leaves a resident worse off.

Each rule with `richting: begunstigend` is taken out of the program by itself, in worked cases and
in drawn situations in which it works for somebody.
"""

from collections import Counter
from functools import cache

import pytest

from engine.result.evaluated import Evaluated
from engine.service import shipped_rules
from engine.source.case_files import case_paths, read_cases
from tests.decide.worlds import engine
from tests.properties.relief import (
    LESS,
    MORE,
    NEITHER_WAY,
    Worth,
    active,
    check_rule,
    favourable,
    resting,
)
from tests.strategies import shipped

DRAWN = 60  # situations beside the worked cases
TRIED = 6  # cases in which each rule is taken out
PW, WMO, UBW = "participatiewet", "wmo", "uitvoeringsbesluit_wmo"

WORTH = Worth(
    own={
        # A day on which something may begin: the sooner the better.
        f"{PW}.ingangsdatum": LESS, f"{PW}.vroegste_aanvraag": LESS,
        f"{PW}.vroegste_melding_ww": LESS, f"{PW}.melding_gezin": LESS,
        "wgs.uiterste_dag_beschikking": LESS,
        # What counts against the resident when means are looked at.
        f"{PW}.telt_bedrag": LESS, f"{PW}.inkomen_telt": LESS,
        f"{PW}.inkomen_rechthebbenden": LESS, f"{PW}.inkomen_partner_zonder_recht": LESS,
        f"{PW}.woning_boven_grens": LESS,
        f"{PW}.boete_bedrag": LESS,
        # What the norm is made of, and who shares the costs.
        f"{PW}.basisnorm": MORE, f"{PW}.norm_zonder_vakantietoeslag": MORE,
        f"{PW}.persoonsnorm_22a": MORE, f"{PW}.aantal_kostendelers": LESS,
        f"{PW}.kostendelende_medebewoner": LESS, f"{PW}.bijstand_mogelijk": MORE,
        f"{PW}.aantal_rechthebbenden": MORE, f"{PW}.buitenland_grens": MORE,
        f"{PW}.spreiding_toegestaan": MORE,
        f"{PW}.bijstand_zonder_recht": NEITHER_WAY,
        # The contribution for support.
        f"{UBW}.heeft_bijdrageplicht": LESS, f"{UBW}.verlaging_bijdrage": MORE,
        f"{UBW}.inkomensgrens_alleen": MORE, f"{UBW}.inkomensgrens_samen": MORE,
        f"{WMO}.tegemoetkoming_meerkosten": MORE,
        # That a rate is too low to buy the support with, is what a resident can hold on to.
        f"{WMO}.pgb_tarief_te_laag": MORE,
    },
    ranked={"awb.gewekt_vertrouwen": ("niets", "vergoeden", "nakomen")},
    traded=frozenset({
        # Of the exemptions of wage only one holds at a time (Participatiewet 31, second
        # paragraph, n, r, y, z and aa); together they may not be less: `inkomen_telt` says so.
        ("pw-31-2-n", f"{PW}.vrijlating_r"), ("pw-31-2-n", f"{PW}.vrijlating_y"),
        ("pw-31-2-n", f"{PW}.vrijlating_z"), ("pw-31-2-y", f"{PW}.vrijlating_r"),
        ("pw-31-2-y", f"{PW}.vrijlating_z"), ("pw-31-2-z", f"{PW}.vrijlating_r"),
        ("pw-31-2-aa", f"{PW}.vrijlating_r"),
        # The tolerance of 2026 opens n to whoever is under 27, in the place of y or z.
        ("pw-31-5-gedoogd", f"{PW}.vrijlating_y"), ("pw-31-5-gedoogd", f"{PW}.vrijlating_z"),
        # A measure that is spread over three months is less in the first and more in the others
        # (Participatiewet 18, fifth paragraph, last sentence).
        ("av-5", f"{PW}.verlaging_maand_2"), ("av-5", f"{PW}.verlaging_maand_3"),
        # A parent who is exempt from work has the duty of schooling instead (9a, paragraph 7).
        ("pw-9a-1", f"{PW}.scholingsplicht_9a"),
    }),
)  # fmt: skip
NEITHER = {
    f"{PW}.bijstand_zonder_recht": "only for who has no right; `bijstand_mogelijk` counts both",
    f"{PW}.betaaltijdvak": "per month, per four weeks or per week is the resident's own wish",
    f"{WMO}.volgorde": "first help, then the inquiry: an order, not more or less of anything",
}
"""Targets of favourable rules of which no value is better than another."""


@cache
def runs() -> tuple[tuple[str, Evaluated], ...]:
    """Every worked case with its variants, and drawn situations, evaluated."""
    found = []
    for path in case_paths([shipped_rules()]):
        for case in read_cases(path, path.name):
            asked = case.hulpvraag
            setting = engine().setting(asked.peildatum, asked.gemeente or "")
            found.append((case.id, setting.evaluate(setting.program, engine().case(asked))))
    setting = engine().setting(shipped.DAY, shipped.CITY)
    for number, situation in enumerate(shipped.situations(DRAWN)):
        found.append((f"drawn {number}", setting.evaluate(setting.program, situation.case)))
    return tuple(found)


@cache
def where_active() -> dict[str, list[Evaluated]]:
    """Per favourable rule the evaluations in which it works for somebody."""
    found: dict[str, list[Evaluated]] = {}
    for _, run in runs():
        for rule in favourable(run.program):
            if active(run, rule):
                found.setdefault(rule.id, []).append(run)
    return found


def spread(found: list[Evaluated], most: int) -> list[Evaluated]:
    """So many of them, from all over the list."""
    return found[:: max(1, len(found) // most)][:most]


def check(rule_id: str, found: list[Evaluated]) -> Counter[str]:
    """Take the rule out of each of these evaluations."""
    seen: Counter[str] = Counter()
    for run in found:
        rule = run.program.rule_named(rule_id)
        assert rule is not None
        seen += check_rule(run, rule, resting(run.program, rule), WORTH)
    return seen


def test_of_everything_that_favours_it_is_known_what_is_better() -> None:
    """What a favourable rule gives without a direction is placed here: nearly all of it at least.

    A new rule may come before its place; what has none is not compared.
    """
    program = shipped.program()
    given = {
        name
        for rule in favourable(program)
        for name, _ in rule.effects
        if name in program.begrippen
    }
    unclear = {n for n in given if not WORTH.towards(program.begrippen[n])} - set(NEITHER)
    assert len(unclear) <= len(given) / 20, f"which way are these better: {sorted(unclear)}?"
    assert set(WORTH.own) <= set(program.begrippen)


@pytest.mark.slow
def test_no_favourable_rule_hurts() -> None:
    total, felt = Counter[str](), set()
    for rule_id, found in where_active().items():
        seen = check(rule_id, spread(found, TRIED))
        total += seen
        felt |= {rule_id} if seen["felt"] else set()
    print(f"{dict(total)}; {len(felt)} rules make a difference")
    assert total["compared"] >= 2_000
    assert total["felt"] >= 250
    assert total["solutions"] >= 150
    assert len(felt) >= 75
