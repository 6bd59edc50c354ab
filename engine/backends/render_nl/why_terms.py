"""Evaluated terms in Dutch: the values that a question was answered with."""

from engine.backends.render_nl.dutch import together
from engine.backends.render_nl.names import clause_of, heading, noun, question_of, read
from engine.backends.render_nl.toets_words import GAPS
from engine.backends.render_nl.values import in_words
from engine.ir.program import Program
from engine.ir.types import DATE, YES_NO, Type
from engine.result.outcomes import TRUE, Conflict, Gap, Known, Outcome, Term, Unknown

YES = TRUE
LEAVES = ("feit", "begrip", "oordeel", "bedrag", "dag", "lijst")
MOST = 6


def truth_word(outcome: Outcome) -> str:
    """ja, nee, or honestly that it is not known."""
    if isinstance(outcome, Known):
        return "ja" if outcome.value is True else "nee"
    return "nog niet bekend" if isinstance(outcome, Unknown) else state_word(outcome)


def state_word(outcome: Outcome) -> str:
    """An outcome without a value."""
    if isinstance(outcome, Gap):
        return GAPS.get(outcome.kind, "geen waarde")
    return "regels spreken elkaar tegen"


def value_word(program: Program, outcome: Outcome, kind: Type) -> str:
    """An outcome as a value, or why there is none."""
    match outcome:
        case Known(value=value):
            return in_words(value, kind)
        case Unknown(provisional=value):
            told_of = "" if value is None else f", voorlopig {in_words(value, kind)}"
            return f"nog niet bekend{told_of}"
        case Conflict(values=values):
            sides = [f"{in_words(v, kind)} ({together(rules)})" for v, rules in values]
            return f"regels spreken elkaar tegen: {together(sides)}"
        case Gap():
            about = f" bij {heading(program, outcome.about)}" if outcome.about else ""
            return f"{state_word(outcome)}{about}"


def type_of(program: Program, term: Term) -> Type:
    """The type of the value of a leaf."""
    name = term.name
    if name in program.facts:
        return program.facts[name].type
    if name in program.begrippen:
        return program.begrippen[name].type
    if name in program.amounts:
        return program.amounts[name].type
    if name in program.norms:
        part = str(term.extra[0]) if term.extra else ""
        fields = program.norms[name].fields
        return next((f.type for f in fields if f.name == part), fields[0].type)
    return DATE if term.op == "dag" else YES_NO


def told(program: Program, term: Term) -> str:
    """A leaf (or the names in a term) as a short label."""
    if term.op == "blokkade":
        return "een regel van de bedoelde soort staat in de weg"
    if term.name:
        return _label(program, term)
    found = dict.fromkeys(_label(program, leaf) for leaf in _walk(term) if leaf.op in LEAVES)
    return together(list(found)) or "deze voorwaarde"


def leaves(program: Program, term: Term) -> list[str]:
    """The values behind an answer: `het meetellende inkomen: € 0`, each once, at most six."""
    found: dict[str, None] = {}
    for leaf in _walk(term):
        if leaf.op in LEAVES and leaf.name:
            value = value_word(program, leaf.outcome, type_of(program, leaf))
            found[f"{_label(program, leaf)}: {value}"] = None
    texts = list(found)
    more = [f"en nog {len(texts) - MOST}"] if len(texts) > MOST else []
    return [*texts[:MOST], *more]


def _walk(term: Term) -> list[Term]:
    return [term, *(below for arg in term.args for below in _walk(arg))]


def _label(program: Program, term: Term) -> str:
    name = term.name
    whose = ""
    if term.inst and term.inst[1] != "zaak" and term.inst[0] not in program.groups:
        whose = f" ({term.inst[1].replace('>', ' en ')})"
    if term.op == "dag":
        return f"de {name}"
    if name in program.facts and program.facts[name].type.kind != "ja_nee":
        return f"{noun(program, name)}{whose}"
    clause = clause_of(name)
    if clause is not None and "{" not in clause:
        return f"{read(clause, yes=True)}{whose}"
    question = question_of(program, name) if term.op == "feit" else ""
    return f"{question or heading(program, name)}{whose}"
