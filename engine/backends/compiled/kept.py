"""What a change leaves alone: parts of the program, and the questions that they answer."""

from collections.abc import Iterator
from dataclasses import dataclass

from engine.backends.compiled import questions
from engine.ir.program import Program
from engine.ir.reads import BLOCKERS, Part, reads, touched


@dataclass(frozen=True, eq=False, slots=True)
class Kept:
    """Parts of a program that a change cannot touch, and the questions about them."""

    parts: frozenset[Part]
    questions: frozenset[str]

    def both(self, other: "Kept") -> "Kept":
        """What two changes together leave alone."""
        return Kept(parts=self.parts & other.parts, questions=self.questions & other.questions)


def kept_under(program: Program, changed: Part) -> Kept:
    """What holds whatever becomes of this part; what reads blockers never does."""
    graph = reads(program)
    parts = frozenset(graph.keys() - touched(graph, {changed, BLOCKERS}))
    found = frozenset(q for part in parts for q in _questions(program, part))
    return Kept(parts=parts, questions=found)


def _questions(program: Program, part: Part) -> Iterator[str]:
    """The questions that a part of a program answers."""
    kind, name = part
    if kind == "regel":
        yield from (ask(int(name)) for ask in (questions.rule, questions.own, questions.cause))
    elif kind == "begrip":
        begrip = program.begrippen[name]
        yield from (name, questions.rest(name), questions.excluded(name))
        yield from (questions.bound(side, name) for side in ("laag", "hoog"))
        yield from (questions.value(c.rule, name) for c in begrip.candidates)
    elif kind == "oordeel":
        norm = program.norms[name]
        yield questions.only_if(name)
        yield from (questions.norm(name, field.name) for field in norm.fields)
        yield from (questions.value(c.rule, name) for c in norm.presumptions)
    elif kind == "groep":
        yield questions.edge(name)
