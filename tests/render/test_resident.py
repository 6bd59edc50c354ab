"""What a resident reads: ten texts written by hand, and rules that hold for every text."""

import re
from collections.abc import Callable

import pytest

from engine.backends.render_nl import Block, Line, as_text, render_toets
from engine.backends.render_nl.words.resident import INTENDED
from engine.ir.program import Program
from engine.result.toets import Toets
from tests.architecture.repository import ROOT
from tests.render.readable import longest, mean, sentences, words
from tests.render.toetsen import TOETSEN
from tests.render.toetsen_plans import PLANS
from tests.strategies.shipped import loaded, worked_cases

PROMISES = re.compile(
    r"\b(u krijgt (?!wel)|u hebt recht|wij beloven|zeker weten|gegarandeerd)", re.I
)
JARGON = re.compile(
    r"\b(belanghebbende|ontvankelijk|peildatum|verschoonbaar|dwingend|trede|grondslag|maatwerk|"
    r"verordening|beleidsregel|kwaliteitsmedewerker|conform|derhalve|jegens|college)\b",
    re.I,
)
RULE_ID = re.compile(r"\b(pw|wmo|awb|ubw|vw|bb|av|bw|ot)-\w")


def text_of(toets: Toets, program: Program) -> tuple[Block, ...]:
    return render_toets(toets, program, "inwoner", PLANS)


@pytest.mark.parametrize("name", TOETSEN)
def test_as_written_by_hand(
    program: Program, name: str, same_as_recorded: Callable[[str, str], None]
) -> None:
    same_as_recorded(f"inwoner/{name}.txt", as_text(text_of(TOETSEN[name], program)))


def hard(blocks: tuple[Block, ...], *, own_words: bool = False) -> list[str]:
    """What is hard to read in a text, or says too much."""
    found = [s for s in sentences(blocks) if words(s) > 20]
    total, count = mean(blocks)
    found += [] if total <= 12 * count else [f"mean {total}/{count}"]
    lines = "\n".join(line.text for block in blocks for line in block.lines)
    headings = "" if own_words else "\n".join(block.heading for block in blocks)
    for pattern in (PROMISES, JARGON, RULE_ID, re.compile(r"_|None|artikel |\blid \d")):
        found += pattern.findall(lines)
        found += RULE_ID.findall(headings)
    return found


@pytest.mark.parametrize("name", TOETSEN)
def test_readable(program: Program, name: str) -> None:
    assert hard(text_of(TOETSEN[name], program)) == []


@pytest.mark.parametrize("name", TOETSEN)
def test_ends_with_who_decides_and_says_what_one_may_do(program: Program, name: str) -> None:
    blocks = text_of(TOETSEN[name], program)
    assert blocks[-1].lines[-1].text.startswith("Dit is een advies voor een besluit")
    rights = next(b for b in blocks if b.heading == "Wat u zelf kunt doen")
    told = " ".join(line.text for line in rights.lines)
    assert all(word in told for word in ("aanvraag", "eigen plan", "bezwaar"))


OPEN = ("gegevens", "oordeel", "keuze", "wasmachine")


@pytest.mark.parametrize("name", OPEN)
def test_unknown_is_never_no(program: Program, name: str) -> None:
    told = as_text(text_of(TOETSEN[name], program))
    assert "misschien" in told.lower() or "nog niet gekozen" in told
    assert "kan niet" not in told


def test_nothing_carries_it_says_who_could_change_that(program: Program) -> None:
    told = as_text(text_of(TOETSEN["geen_grond"], program))
    assert "geen regel waarmee dit kan" in told
    assert "regering en de Kamer" in told
    assert "Met meer bewijs" in told
    assert "Dit is geen besluit" in told


STRANGE = re.compile(r"`|\bNone\b|geblokkeerd door")


@pytest.mark.slow
def test_shipped_cases_are_readable() -> None:
    """Every case, and of the variants one in three."""
    assert readable(3) > 500


@pytest.mark.lang
def test_all_shipped_variants_are_readable() -> None:
    assert readable(1) > 1400


def readable(every: int) -> int:
    """Read what the cases tell; what is asked of a resident is looked at in test_questions."""
    engine, looked = loaded(), 0
    wrong: dict[str, list[str]] = {}
    for _, case in worked_cases(every):
        looked += 1
        toets = engine.toets(case.hulpvraag, probing=False)
        blocks = engine.tekst(toets, case.hulpvraag, "inwoner")
        found = hard(blocks, own_words=True)
        told = as_text(engine.tekst(toets, case.hulpvraag, "consulent"))
        found += [line for line in told.splitlines() if STRANGE.search(line)]
        if found:
            wrong[case.id] = found
    assert wrong == {}
    return looked


def test_the_checker_counts() -> None:
    text = "Een twee drie. Vier vijf? “Zes zeven.” Acht € 9"
    blocks = (Block("Niet geteld want kop", (Line(text),)),)
    assert [words(s) for s in sentences(blocks)] == [3, 2, 2, 2]
    assert longest(blocks) == 3
    assert mean(blocks) == (9, 4)
    assert hard((Block("", (Line("Woord " * 21 + "."),)),)) != []
    assert hard((Block("", (Line("Zie pw-1, u krijgt het van het college."),)),)) != []


def test_every_kind_of_intention_has_plain_words(program: Program) -> None:
    assert set(program.facts["soort_voornemen"].type.labels) == set(INTENDED)


def test_intentions_are_named_by_what_they_do() -> None:
    engine = loaded()
    path = ROOT / "voorbeelden" / "pgb-tuin.yaml"
    request = engine.lees_hulpvraag(path.read_bytes(), path.name)
    toets = engine.toets(request, probing=False)
    titles = [block.heading for block in engine.tekst(toets, request, "inwoner")]
    assert {"Een besluit over u veranderen", "Geld van u terugvragen"} <= set(titles)
    titles = [block.heading for block in engine.tekst(toets, request, "consulent")]
    assert {"Voornemen v1: herzien", "Voornemen v2: terugvorderen"} <= set(titles)
