"""What a change leaves alone: parts of the program, and the questions that they answer."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from engine.backends.compiled import questions
from engine.ir.program import Program
from engine.ir.reads import BLOCKERS, Part, reads, touched


@dataclass(frozen=True, eq=False, slots=True)
class Kept:
    """What a change leaves alone: all parts and questions but those that it can touch.

    Attributes:
        all_parts: every part of the program.
        all_questions: every question that a part of the program answers.
        touched_parts: the parts that the change can touch.
        touched_questions: the questions about those.
    """

    all_parts: frozenset[Part]
    all_questions: frozenset[str]
    touched_parts: frozenset[Part]
    touched_questions: frozenset[str]

    def both(self, other: "Kept") -> "Kept":
        """What two changes together leave alone."""
        return replace(
            self,
            touched_parts=self.touched_parts | other.touched_parts,
            touched_questions=self.touched_questions | other.touched_questions,
        )

    def has_part(self, part: Part) -> bool:
        """Whether a part is one that the change leaves alone."""
        return part in self.all_parts and part not in self.touched_parts

    def has_question(self, question: str) -> bool:
        """Whether a question is about such a part; places and members are never taken over."""
        return question in self.all_questions and question not in self.touched_questions


def nothing_changed(program: Program) -> Kept:
    """All of a program: what no change at all leaves alone."""
    parts = frozenset(reads(program))
    return Kept(parts, _answered(program, parts), frozenset(), frozenset())


def kept_under(program: Program, everything: Kept, changed: Part) -> Kept:
    """What holds whatever becomes of this part; what reads blockers never does."""
    parts = touched(program, [changed, BLOCKERS])
    answered = _answered(program, parts)
    return replace(everything, touched_parts=parts, touched_questions=answered)


def _answered(program: Program, parts: frozenset[Part]) -> frozenset[str]:
    return frozenset(question for part in parts for question in _questions(program, part))


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
