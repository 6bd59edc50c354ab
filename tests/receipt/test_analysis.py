"""Every finding of the solver can be provoked; what it shows is shown by a request as well."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from engine.backends.z3_analysis import suspicions
from engine.backends.z3_analysis.analysis import SIZES
from engine.backends.z3_analysis.concept_checks import clashes
from engine.backends.z3_analysis.encoding import Encoding
from engine.backends.z3_analysis.inquiry import Inquiry, Reply, Wanted
from engine.backends.z3_analysis.solving import Verdict
from engine.backends.z3_analysis.suspicions import Kind
from engine.service import Bevinding, Regelruimte, shipped_rules
from engine.service.allowed import with_allowed
from engine.service.findings import FAULT, NOTICE
from engine.source.yaml_text import read_yaml
from tests.receipt.klein import END, copied, engine, rule

DAY = date(2026, 9, 1)
REST = 'rest: {waarde: 0 euro/maand, bron: {artikel: "3"}}, '
CLAUSE = (
    "als: zeer_dringend en leeftijd(geboortedatum) >= 18 en inkomen <= inkomensgrens en niet "
    "gedetineerd, reikwijdte: {artikelen: ['2']}, dan: {recht_op_toeslag: ja}, "
    "rechtvaardiging: {leeftijd: 'Zoals in artikel 2.'}, richting: begunstigend"
)
COURSE = (
    "verloop:\n  omhoog: {gegeven: inkomen, begrip: toeslag, richting: stijgt, "
    "hooguit: 1 euro/maand, bron: {artikel: '3'}, toelichting: 'Een proef.'}\n"
)
LOOSE = "  los: {over: persoon, soort: bedrag, eenheid: euro, bron: {artikel: '9'}}\n"
DEAD, OWN = "als: gedetineerd\n", "als: gedetineerd en zeer_dringend\n"


def analysed(rules: Regelruimte) -> tuple[Bevinding, ...]:
    found = rules.controleer(DAY, iter, iter).bevindingen
    return tuple(b for b in found if b.code >= "F2")


def codes(rules: Regelruimte) -> set[tuple[str, str]]:
    return {(b.code, b.over) for b in analysed(rules)}


@cache
def usual() -> frozenset[tuple[str, str]]:
    return frozenset(codes(engine()))


YOUNG = "geboortedatum + 6 maanden > peildatum"
FOUND = [
    ((DEAD, "als: gedetineerd en niet gedetineerd\n"), "F201", "kw-2-detentie"),
    (rule("kw-9", "als: inkomen <= inkomensgrens, sluit_uit: [kw-2]"), "F202", "kw-2"),
    (rule("kw-9", "als: gedetineerd, dan: {toeslag: 60 euro/maand}"), "F203", "toeslag"),
    ((REST, ""), "F204", "toeslag"),
    (("begrippen:\n", f"begrippen:\n{LOOSE}"), "F205", "los"),
    (rule("kw-9", CLAUSE), "F206", "kw-9"),
    (rule("kw-9", "als: recht_op_toeslag en gedetineerd, dan: {toeslag: hoogte}"), "F207", "kw-9"),
    ((END, COURSE + END), "F212", "omhoog"),
    ((END, COURSE + END), "F213", "omhoog"),
    (rule("kw-9", f"als: {YOUNG}, sluit_uit: [kw-2]"), "F214", "kw-9"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "code", "over"), FOUND, ids=[f[1] for f in FOUND])
def test_a_finding(tmp_path: Path, change: tuple[str, str], code: str, over: str) -> None:
    assert (code, over) not in usual()
    found = [b for b in analysed(copied(tmp_path, change)) if (b.code, b.over) == (code, over)]
    assert len(found) == 1
    assert found[0].tekst
    assert found[0].grens.startswith("hooguit 3 personen")


def test_a_concept_without_any_rule_is_told_apart(tmp_path: Path) -> None:
    found = analysed(copied(tmp_path, ("begrippen:\n", f"begrippen:\n{LOOSE}")))
    told = [b.tekst for b in found if b.code == "F205"]
    assert told == ["geen enkele regel geeft `los` een waarde"]


class TooMuch(Inquiry):
    """Questions that cannot be decided for more than one person."""

    def _can(self, encoding: Encoding, wanted: Wanted) -> Reply:
        if len(encoding.stage.case.persons) > 1:
            return Reply(Verdict.UNKNOWN)
        return super()._can(encoding, wanted)


def test_what_is_too_much_for_more_people_is_asked_of_one_alone(tmp_path: Path) -> None:
    other = rule("kw-9", "als: gedetineerd, dan: {toeslag: 60 euro/maand}")
    program = copied(tmp_path, other).program(DAY)
    found = clashes(TooMuch(program, SIZES), program.begrippen["kleine_wet.toeslag"])
    assert [suspicion.kind for suspicion in found] == [Kind.CONFLICT]


def test_a_fact_that_never_matters(tmp_path: Path) -> None:
    idle = copied(tmp_path, (DEAD, "als: gedetineerd of niet gedetineerd\n"),
                  (OWN, "als: zeer_dringend\n"))  # fmt: skip
    assert ("F211", "gedetineerd") in codes(idle)
    assert ("F211", "gedetineerd") not in usual()


def test_priority_that_nobody_wrote_down(tmp_path: Path) -> None:
    rules = copied(tmp_path)
    policy = tmp_path / "klein_gemeente" / "beleid" / "meer.yaml"
    policy.write_text(
        "regeling: beleid_klein\nregels:\n  - {id: bk-2, bron: {artikel: '2'}, over: persoon, "
        "als: gedetineerd, dan: {kleine_wet.toeslag: 5 euro/maand}, toelichting: 'Vijf euro.'}\n",
        "utf-8",
    )
    found = [b for b in analysed(rules) if b.code == "F208"]
    assert [b.over for b in found] == ["bk-2"]
    assert "kw-3" in found[0].tekst


def test_protected_facts_that_work_through_in_silence(tmp_path: Path) -> None:
    reason = '    rechtvaardiging: {leeftijd: "Voor kinderen is er een andere regeling."}\n'
    silent = [b for b in analysed(copied(tmp_path, (reason, ""))) if b.code == "F210"]
    assert {b.over for b in silent} == {"geboortedatum"}
    assert len(silent[0].voorbeelden) == 2


def test_an_example_is_a_request_that_shows_it(tmp_path: Path) -> None:
    rules = copied(tmp_path, rule("kw-9", "als: gedetineerd, dan: {toeslag: 60 euro/maand}"))
    (found,) = [b for b in analysed(rules) if b.code == "F203"]
    (text,) = found.voorbeelden
    assert list(read_yaml(text.encode(), "voorbeeld.yaml")[1]) == []
    toets = rules.toets(rules.lees_hulpvraag(text.encode(), "voorbeeld.yaml"))
    assert toets.uitkomsten["persoon:p1"]["kleine_wet.toeslag"].status == "conflict"
    assert [text.split(" ")[0] for text in found.regels] == ["kw-3", "kw-9"]
    assert "kw-3 (3) en kw-9 (9)" in found.tekst


def course(*keys: str) -> tuple[str, str]:
    """One course, with these keys besides its source."""
    told = ", ".join((*keys, "bron: {artikel: '3'}", "toelichting: 'Een proef.'"))
    return END, f"verloop:\n  omhoog: {{{told}}}\n{END}"


ABOVE = "als: inkomen > 2000 euro/maand"
SEVERITY = (
    "gegevens:\n  ernst: {over: persoon, soort: keuze, waarden: [licht, ernstig, acuut], "
    "geordend: ja, vraag: 'Hoe ernstig is het?'}\nregels:\n"
)
MOVED = [
    (("gegeven: gedetineerd", "begrip: toeslag", "richting: stijgt"), True),
    (("gegeven: gedetineerd", "begrip: toeslag", "richting: daalt"), False),
    (("gegeven: gedetineerd", "begrip: recht_op_toeslag", "richting: stijgt"), True),
    (("gegeven: gedetineerd", "begrip: recht_op_toeslag", "richting: daalt"), False),
    (("gegeven: gedetineerd", "regel: kw-2", "richting: stijgt"), True),
    (("gegeven: gedetineerd", "regel: kw-2", "richting: daalt"), False),
    (("gegeven: gedetineerd", "regel: kw-2", "richting: stijgt", ABOVE), False),
]


@pytest.mark.parametrize(("keys", "against"), MOVED)
def test_what_may_move_against_its_course(
    tmp_path: Path, keys: tuple[str, ...], against: bool
) -> None:
    """Detention ends a right: no more of it is a fault, no less is not, nor where none was."""
    found = [b for b in analysed(copied(tmp_path, course(*keys))) if b.code == "F212"]
    assert [b.over for b in found] == ["omhoog"] * against
    assert all(len(b.voorbeelden) == 2 and "toeslag.yaml" in b.plaats for b in found)


@pytest.mark.parametrize(("word", "against"), [("acuut", True), ("licht", False)])
def test_a_more_serious_word_is_more(tmp_path: Path, word: str, against: bool) -> None:
    shut = rule("kw-9", f"als: ernst = {word}, sluit_uit: [kw-3]")
    keys = course("gegeven: ernst", "begrip: toeslag", "richting: stijgt")
    rules = copied(tmp_path, (END, SEVERITY), shut, keys)
    assert (("F212", "omhoog") in codes(rules)) is against


def test_twins_differ_in_one_fact(tmp_path: Path) -> None:
    rules = copied(tmp_path, (END, COURSE + END))
    (found,) = [b for b in analysed(rules) if b.code == "F213"]
    low, high = (rules.lees_hulpvraag(t.encode(), "v.yaml") for t in found.voorbeelden)
    asked = [r.personen["p1"].feiten for r in (low, high)]
    assert {n for n in asked[0] if asked[0][n] != asked[1][n]} == {"inkomen"}
    given = [
        rules.toets(r).uitkomsten["persoon:p1"]["kleine_wet.toeslag"].waarde for r in (low, high)
    ]
    assert set(given) == {"50.00", "0.00"}


def test_an_outcome_that_nobody_can_know_moves_nowhere(tmp_path: Path) -> None:
    unknown = ("{2026-01-01: 50}, open_einde: ja", "{2026-01-01: onbekend}, open_einde: ja")
    made = codes(copied(tmp_path, (REST, ""), unknown, (END, COURSE + END)))
    assert not {code for code, _ in made} & {"F212", "F213"}


def test_a_clause_on_what_nobody_can_know_is_not_powerless(tmp_path: Path) -> None:
    """Without the amount of the allowance nothing can raise it: the clause is not to blame."""
    unknown = ("{2026-01-01: 50}, open_einde: ja", "{2026-01-01: onbekend}, open_einde: ja")
    more = rule(
        "kw-9",
        "als: zeer_dringend, wijzigt: [toeslag], dan: {toeslag: waarde + 10 euro/maand}, "
        "trede: d, reikwijdte: {artikelen: ['3']}, richting: begunstigend",
    )
    assert ("F206", "kw-9") not in codes(copied(tmp_path, (REST, ""), unknown, more))


def test_what_does_not_show_is_a_fault_of_the_analysis(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from engine.service import analysis

    monkeypatch.setattr(analysis, "shows", lambda *_: False)
    made = codes(copied(tmp_path, (REST, "")))
    assert ("F291", "toeslag") in made
    assert not {code for code, _ in made} & {"F203", "F204", "F205"}


ALLOWED = (
    "toegestaan:\n  bekend: {code: %s, over: [toeslag], bron: {artikel: '3'}, "
    "reden: 'Zo is de wet.'}\n"
)


def test_a_known_finding_may_stay(tmp_path: Path) -> None:
    rules = copied(tmp_path, (REST, ""), (END, ALLOWED % "F204" + END))
    (found,) = [b for b in analysed(rules) if b.code == "F204"]
    assert (found.ernst, found.toegestaan) == (NOTICE, "Zo is de wet.")


def test_a_known_clash_hides_no_other(tmp_path: Path) -> None:
    more = rule("kw-9", "als: gedetineerd, dan: {toeslag: 60 euro/maand}")[1]
    also = rule("kw-8", "als: gedetineerd, dan: {toeslag: 70 euro/maand}")[1].removeprefix(END)
    known = ALLOWED.replace("bron", "regels: [kw-3, kw-9], bron") % "F203"
    found = [b for b in analysed(copied(tmp_path, (END, known + more + also))) if b.code == "F203"]
    pairs = {tuple(text.split(" ")[0] for text in b.regels): bool(b.toegestaan) for b in found}
    assert pairs == {("kw-3", "kw-9"): True, ("kw-3", "kw-8"): False, ("kw-8", "kw-9"): False}


@pytest.mark.parametrize("code", ["F204", "F999"])
def test_a_known_finding_that_is_gone_is_told(tmp_path: Path, code: str) -> None:
    rules = copied(tmp_path, (END, ALLOWED % code + END))
    assert ("F290", "bekend") in codes(rules)


def test_what_was_not_decided_is_not_gone(tmp_path: Path) -> None:
    rules = copied(tmp_path, (END, ALLOWED % "F204" + END))
    undecided = Bevinding(code="F200", regeling="kleine_wet", over="toeslag", tekst="niet beslist")
    told = [b.code for b in with_allowed(rules.corpus, [undecided], complete=True)]
    assert told == ["F200"]


def test_without_the_cases_little_is_asked(tmp_path: Path) -> None:
    rules = copied(tmp_path, (REST, ""), rule("kw-9", "dan: {toeslag: 60 euro/maand}"))
    quick = {b.code for b in rules.controleer(DAY, solver=iter).bevindingen}
    assert "F203" in quick
    assert not quick & {"F201", "F204", "F211", "F290"}


def counting(asked: list[int]) -> Callable[[Sequence[Any]], Iterator[Any]]:
    """Go through the questions, and note how many there were."""

    def steps(tasks: Sequence[Any]) -> Iterator[Any]:
        asked.append(len(tasks))
        return iter(tasks)

    return steps


def test_answers_are_kept_while_the_rules_stay_the_same(tmp_path: Path) -> None:
    rules, cache = copied(tmp_path, (REST, "")), tmp_path / "cache"
    asked: list[int] = []
    steps = counting(asked)

    first = rules.controleer(DAY, iter, steps, cache)
    assert len(asked) == 1
    assert rules.controleer(DAY, iter, steps, cache) == first
    assert len(asked) == 1
    (kept,) = cache.iterdir()
    kept.write_text("[{}]", encoding="utf-8")
    assert rules.controleer(DAY, iter, steps, cache) == first
    assert len(asked) == 2
    rules.controleer(DAY, None, steps, cache)
    assert len(asked) == 2


def test_after_an_edit_only_what_rests_on_it_is_asked_again(tmp_path: Path) -> None:
    cache, asked = tmp_path / "cache", list[int]()
    before = copied(tmp_path / "oud", (REST, "")).controleer(DAY, iter, counting(asked), cache)
    edit = ("als: noodzakelijk en", "als: niet noodzakelijk en")
    moved = ("begrippen:\n", "# een regel erboven\nbegrippen:\n")
    edited = copied(tmp_path / "nieuw", (REST, ""), edit, moved)
    after = edited.controleer(DAY, iter, counting(asked), cache)
    fresh = edited.controleer(DAY, iter, iter)
    assert 0 < asked[1] < asked[0] / 2
    assert after.bevindingen == fresh.bevindingen
    gaps = [next(b for b in f.bevindingen if b.code == "F204") for f in (before, after)]
    assert [gap.plaats.split("/")[-1] for gap in gaps] == ["toeslag.yaml:4:3", "toeslag.yaml:5:3"]


@pytest.mark.slow
def test_the_shipped_rules_have_no_unexplained_fault() -> None:
    found = Regelruimte([shipped_rules()]).controleer(DAY, solver=iter)
    assert [(b.code, b.over) for b in found.bevindingen if b.ernst == FAULT] == []
    assert {b.over for b in found.bevindingen if b.code == "F203"} >= {"ingangsdatum"}


def test_what_a_question_rests_on_stands_in_the_order_of_writing() -> None:
    """Else the hash seed of the process decides which questions stay undecided."""
    setting = engine().setting(DAY, "GM0000")
    encoding = Inquiry(setting.program, SIZES).encoding(SIZES[0])
    inst = ("persoon", "p1")
    _, keys = encoding.book.asked(lambda: encoding.begrip("kleine_wet.recht_op_toeslag", inst))
    found = list(encoding.book.cone(keys).keys)
    assert len(found) > 5
    assert found == [key for key in encoding.book.entries if key in set(found)]


def test_what_is_too_much_at_once_is_asked_two_by_two(tmp_path: Path) -> None:
    class Hurried(Inquiry):
        """Gives up on the first question."""

        def can(self, wanted: Wanted) -> Reply:
            return super().can(wanted) if self.asked else self._given_up()

        def _given_up(self) -> Reply:
            self.asked += 1
            return Reply(Verdict.UNKNOWN)

    def asked(name: str, change: tuple[str, str]) -> list[Kind]:
        program = copied(tmp_path / name, change).setting(DAY, "GM0000").program
        toeslag = program.begrippen["kleine_wet.toeslag"]
        return [told.kind for told in clashes(Hurried(program, SIZES), toeslag)]

    never = rule("kw-8", "als: gedetineerd en niet gedetineerd, dan: {toeslag: 60 euro/maand}")
    sometimes = rule("kw-9", "als: gedetineerd, dan: {toeslag: 60 euro/maand}")
    assert asked("never", never) == []
    assert asked("sometimes", sometimes) == [Kind.CONFLICT]


@pytest.mark.lang
def test_the_whole_audit_has_no_unexplained_fault() -> None:
    found = Regelruimte([shipped_rules()]).controleer(DAY, iter, iter)
    assert [(b.code, b.over) for b in found.bevindingen if b.ernst == FAULT] == []
    assert {"F212", "F213"} <= {b.code for b in found.bevindingen}


def test_kinds_have_a_code_and_words() -> None:
    from engine.service.analysis_words import CODE_OF, SENTENCES

    assert set(CODE_OF) == set(SENTENCES) == set(suspicions.Kind)
