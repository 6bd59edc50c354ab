"""The tables of nice words name only what exists, and most of what exists."""

from datetime import date

from engine.backends.render_nl.names import CLAUSES, NOUNS, clause_of, letters
from engine.backends.render_nl.statements import presumed, subject
from engine.backends.render_nl.words.facts import CHOICES
from engine.backends.render_nl.words.resident import JUDGED
from engine.compiler import compile_program
from engine.ir.program import Program
from engine.model.regulation import Corpus


def known(corpus: Corpus) -> set[str]:
    """Every name on two days, with the fields of norms."""
    found: set[str] = set()
    for day in (date(2025, 6, 1), date(2026, 9, 1)):
        p = compile_program(corpus, day, "GM0000")
        found |= {*p.facts, *p.begrippen, *p.norms, *p.amounts, *p.tables, *p.readings, *p.lists}
        found |= {f"{n.name}.{f.name}" for n in p.norms.values() for f in n.fields}
    return found


def test_no_words_for_what_is_gone(corpus: Corpus) -> None:
    written = {name.partition("=")[0] for name in (*CLAUSES, *NOUNS, *CHOICES, *JUDGED)}
    assert written - known(corpus) == set()


def test_readings_are_well_formed() -> None:
    texts = {**CLAUSES}
    wrong = [n for n, t in texts.items() if t.count("[") != t.count("]") or "|" not in t]
    wrong = [n for n in wrong if n.partition("=")[0] in CLAUSES]
    assert wrong == []


def test_most_names_have_words(program: Program) -> None:
    yes_no = [
        name
        for found in (program.facts, program.begrippen)
        for name, decl in found.items()
        if decl.type.kind == "ja_nee"
    ]
    have = [name for name in yes_no if clause_of(name) is not None]
    assert len(have) >= len(yes_no) * 85 // 100


def test_most_judgements_have_plain_words(program: Program) -> None:
    assert len([n for n in program.norms if n in JUDGED]) >= len(program.norms) * 85 // 100


def test_no_name_that_is_shown_falls_back_to_its_letters(corpus: Corpus) -> None:
    """Facts, lists, concepts, amounts and norms have a reading, or else a question or a text."""
    bare: set[str] = set()
    for day, city in ((date(2025, 6, 1), "GM0000"), (date(2026, 9, 1), "GM0000")):
        p = compile_program(corpus, day, city)
        for name in (*p.facts, *p.lists, *p.begrippen, *p.norms, *p.amounts):
            told = subject(p, name)
            if told == letters(name) or told == f"“{letters(name)}”":
                bare.add(name)
    assert bare == set()


def test_a_presumption_reads_as_a_statement(program: Program) -> None:
    assumed = [n for n, f in program.facts.items() if isinstance(f.presumption, bool)]
    assert len(assumed) > 10
    assert [n for n in assumed if not presumed(program, n).startswith("dat ")] == []
