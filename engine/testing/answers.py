"""What two evaluations say: outcomes of concepts, and what becomes of solutions."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from engine.decide.encode import encode, key_of, needs_of, short
from engine.decide.outcomes import instances
from engine.decide.solutions import Answer, answer_solution
from engine.ir.case import Absent
from engine.ir.program import Begrip, Program
from engine.result.evaluated import Evaluated
from engine.result.outcomes import Conflict, Gap, Known, Outcome, Unknown
from engine.testing.folder import Folder
from engine.testing.path import Path

CARRIED = ("grond", "past_zonder_besluit")
OPEN = ("keuze", "kansrijk", "strijdig")
SOLUTION = "oplossing"


@dataclass(frozen=True)
class Difference:
    """One answer that is not the same for both, in words, and the path that made it so.

    Attributes:
        better: 1 when the second is better off, -1 when worse off, 0 when that cannot be said.
        firm: whether the first is a firm answer, that no further fact should change.
        open: whether one of the two still waits for a fact or a judgement.
    """

    about: str
    one: str
    two: str
    better: int
    firm: bool
    open: bool
    path: Path


def differences(folder: Folder, one: Evaluated, two: Evaluated) -> Iterator[Difference]:
    """Every answer of the folder that differs between two evaluations of the same people.

    What is open for both is no difference in treatment: only the questions differ.
    """
    program = one.program
    for name, inst in folder.asked(one.case):
        first, second = one.begrip(name, inst).outcome, two.begrip(name, inst).outcome
        if first != second and not (isinstance(first, Unknown) and isinstance(second, Unknown)):
            begrip = program.begrippen[name]
            yield Difference(
                f"{short(name, program)} van {key_of(inst)}",
                outcome_text(first, begrip, program),
                outcome_text(second, begrip, program),
                direction(first, second, begrip),
                isinstance(first, Known) and first.firm,
                isinstance(first, Unknown) or isinstance(second, Unknown),
                Path(one, two).begrip(name, inst),
            )
    for inst in instances(one, SOLUTION):
        answers = answer_solution(one, inst), answer_solution(two, inst)
        if told(answers[0]) != told(answers[1]):
            yield Difference(
                key_of(inst),
                answer_text(answers[0]),
                answer_text(answers[1]),
                _compared(answers[0], answers[1]),
                _level(answers[0]) == 0,
                any(_level(a) == 1 for a in answers),
                Path(one, two).solution(inst),
            )


def told(answer: Answer) -> object:
    """What a resident is told of a solution: whether it is carried, on which rung and how far."""
    return answer.result, answer.letter, answer.parts, answer.left


def outcome_text(outcome: Outcome, begrip: Begrip, program: Program) -> str:
    """An outcome in a few words."""
    match outcome:
        case Known(value=value):
            unit = "" if isinstance(value, Absent) else begrip.type.unit
            return f"{encode(value, begrip.type)} {unit}".strip()
        case Conflict(values=values):
            return "conflict: " + " of ".join(str(encode(v, begrip.type)) for v, _ in values)
        case Gap(kind=kind):
            return f"geen waarde ({kind})"
        case _:
            needs = needs_of(outcome, program)
            return "onbekend: " + ", ".join((*needs.feiten, *needs.oordelen, *needs.redenen))


def answer_text(answer: Answer) -> str:
    """What becomes of a solution, in a few words."""
    parts = ", ".join(
        f"{part.regel}{f' {part.bedrag} {part.eenheid}' if part.bedrag is not None else ''}"
        for part in answer.parts
    )
    blocked = ", ".join(dict.fromkeys(b.rule for b in answer.blockers))
    words = answer.result if answer.rung is None else f"{answer.result}, trede {answer.letter}"
    words += f" door {parts}" if parts else ""
    return words + (f"; geblokkeerd door {blocked}" if blocked and not parts else "")


def direction(one: Outcome, two: Outcome, begrip: Begrip) -> int:
    """1 when the second is better for the resident, -1 when worse, 0 when that cannot be said."""
    if not isinstance(one, Known) or not isinstance(two, Known) or not begrip.direction:
        return 0
    first, second = one.value, two.value
    if not isinstance(first, int | Fraction) or not isinstance(second, int | Fraction):
        return 0
    more = (second > first) - (second < first)
    return more if begrip.direction == "begunstigend" else -more


def _compared(one: Answer, two: Answer) -> int:
    levels = [_level(one), _level(two)]
    if levels[0] != levels[1]:
        return 1 if levels[1] > levels[0] else -1
    if levels[0] < 2:
        return 0
    left = [answer.left[0] if answer.left else 0 for answer in (one, two)]
    return (left[0] > left[1]) - (left[0] < left[1])


def _level(answer: Answer) -> int:
    return 2 if answer.result in CARRIED else 1 if answer.result in OPEN else 0
