"""From a name of the rules to Dutch: a clause, a noun phrase, or a plain reading of the letters.

The tables in `words` hold nice readings of shipped names. Any other name is read from its
question, its explanation or its letters, so that a municipality's own names read well too.
"""

import re

from engine.backends.render_nl.words.concepts import CONCEPT_NOUNS, CONCEPTS
from engine.backends.render_nl.words.decisions import DECISIONS
from engine.backends.render_nl.words.facts import CHOICES, FACTS
from engine.backends.render_nl.words.labels import LABELS
from engine.backends.render_nl.words.more import MORE_CLAUSES, MORE_NOUNS
from engine.backends.render_nl.words.norms import NORM_NOUNS, NORMS
from engine.backends.render_nl.words.participatiewet import PARTICIPATIEWET
from engine.backends.render_nl.words.support import SUPPORT_CLAUSES, SUPPORT_NOUNS
from engine.backends.render_nl.words.values import AMOUNTS, FACT_NOUNS, READINGS, TABLES
from engine.backends.render_nl.words.youth import YOUTH_CLAUSES, YOUTH_NOUNS
from engine.ir.program import Program

CLAUSES = (
    FACTS
    | CHOICES
    | DECISIONS
    | CONCEPTS
    | NORMS
    | READINGS
    | PARTICIPATIEWET
    | SUPPORT_CLAUSES
    | MORE_CLAUSES
    | YOUTH_CLAUSES
)
NOUNS = (
    FACT_NOUNS
    | CONCEPT_NOUNS
    | NORM_NOUNS
    | AMOUNTS
    | TABLES
    | SUPPORT_NOUNS
    | MORE_NOUNS
    | YOUTH_NOUNS
)
PLURALS = (
    "de kosten",
    "de eenmalige kosten",
    "de bezittingen",
    "de schulden",
    "de draagkrachtschijven",
)
_READINGS = re.compile(r"\[([^|\]]*)\|([^\]]*)\]")


def letters(name: str) -> str:
    """A name as words: without its act, a space for every underscore."""
    return name.rpartition(".")[2].replace("_", " ")


def read(clause: str, *, yes: bool) -> str:
    """The reading of a clause: with what holds, or with its denial."""
    return _READINGS.sub(lambda found: found[1] if yes else found[2], clause)


def clause_of(name: str, value: str | None = None) -> str | None:
    """The clause in the tables for a name (or a name with one value); None when there is none."""
    if value is not None and f"{name}={value}" in CLAUSES:
        return CLAUSES[f"{name}={value}"]
    return CLAUSES.get(name)


def question_of(program: Program, name: str) -> str:
    """The question that belongs to a fact, a list or a norm; empty when it has none."""
    if name in program.facts:
        return program.facts[name].question
    if name in program.lists:
        return program.lists[name].question
    return program.norms[name].question if name in program.norms else ""


def plain_clause(program: Program, name: str) -> str:
    """A clause for a yes/no name that has none of its own."""
    question = question_of(program, name)
    if question:
        return f"op de vraag “{question}” het antwoord [ja|nee] is"
    return f"“{letters(name)}” [|niet ]geldt"


def noun(program: Program, name: str, part: str = "") -> str:
    """A noun phrase for a name that holds a value."""
    for key in ((f"{name}.{part}",) if part else ()) + (name,):
        if key in NOUNS:
            return NOUNS[key]
    if name in program.norms:
        return f"het antwoord op “{program.norms[name].question}”"
    return letters(name)


def verb_be(subject: str) -> str:
    """`is`, or `zijn` for a noun phrase in the plural."""
    many = any(subject == p or subject.startswith(f"{p} ") for p in PLURALS)
    return "zijn" if many else "is"


def label(value: str) -> str:
    """A value of a closed list, as it reads after `gaat om`."""
    return LABELS.get(value, value.replace("_", " "))


def find(program: Program, name: str) -> str:
    """The full name of what is written short, a reading too; the name itself when it is full."""
    if name in program.facts or name in program.norms or name in program.begrippen:
        return name
    for known in (*program.norms, *program.begrippen, *program.amounts, *program.readings):
        if known.rpartition(".")[2] == name:
            return known
    return name


def heading(program: Program, name: str) -> str:
    """A name as a short label for a list: its noun phrase, else its letters."""
    full = find(program, name)
    return NOUNS.get(full, letters(full))
