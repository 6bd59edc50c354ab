"""What became of planted faults: per kind how many, and who found them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

from engine.ir.program import Program
from engine.model.regulation import Corpus
from tests.mutation.audit import Found, Questions, compiled, new_findings, refused
from tests.mutation.equivalent import makes_a_gap, proved_equal
from tests.mutation.faults import KINDS, Fault, Place, planted

SEED = 20_260_901
EXPECTED = {
    "botsing": {"F203"},
    "gat": {"F204", "F205"},
    "dode regel": {"F201", "F202"},
    "beschermd gegeven via een regel": {"F160", "F162", "F210"},
    "beschermd gegeven via een rest": {"F160", "F162", "F210"},
    "clausule overschaduwd": {"F202", "F206"},
}
"""The kinds that the audit has to find itself, each time, and as which finding."""
GAPS = ("gat", "groter gat")
HEADS = ("soort", "gezet", "gelijk", "controle", "gevallen", "samen", "niet gevonden")


@dataclass(frozen=True)
class Verdict:
    """What became of one fault.

    Attributes:
        equal: proved to come to the same in every case, so that there is nothing to find.
        findings: what the audit finds that it did not find before.
        by_cases: whether a case or a row of a norm table comes out wrong.
    """

    kind: str
    place: str
    equal: bool
    findings: tuple[Found, ...] = ()
    by_cases: bool = False

    @property
    def by_audit(self) -> bool:
        """Whether the audit tells what is the matter."""
        codes = {found[0] for found in self.findings}
        return bool(codes & EXPECTED.get(self.kind, codes))

    def __str__(self) -> str:
        """The fault, and who found it."""
        codes = ", ".join(sorted({found[0] for found in self.findings}))
        told = f"controle {codes or '-'}, gevallen {'ja' if self.by_cases else 'nee'}"
        return f"{self.kind}: {self.place}: {'gelijk' if self.equal else told}"

    @property
    def survives(self) -> bool:
        """Whether nobody notices a fault that makes a difference."""
        return not (self.equal or self.by_audit or self.by_cases)

    @property
    def missed(self) -> bool:
        """Whether the audit should have told, and did not."""
        return self.kind in EXPECTED and not (self.equal or self.by_audit)


def places(corpus: Corpus, program: Program) -> list[Place]:
    """Every rule in force, as written."""
    ids = {rule.id for rule in program.rules}
    return [
        Place(act, rule, program)
        for act in corpus.regelingen
        for rule in act.secties.regels
        if rule.id in ids and (rule.geldig is None or rule.geldig.holds(program.day))
    ]


def faults(usual: Questions, kind: str, count: int) -> Iterator[tuple[Fault, Program]]:
    """Faults of one kind at so many random places, with the program that they make.

    What is meant as a gap but leaves none is no gap and not planted. One in a concept that has a
    gap already is of a kind of its own: the audit says that there is a gap, not how large.
    """
    random = Random(f"{SEED} {kind}")
    program = usual.setting.program
    everywhere = places(usual.corpus, program)
    for place in random.sample(everywhere, len(everywhere)):
        if kind in GAPS and _has_a_gap(usual, place) is not (kind == "groter gat"):
            continue
        fault = planted(usual.corpus, place, kind, random)
        if fault is None or refused(fault.corpus):
            continue
        made = compiled(fault.corpus, program)
        if made is None:
            continue
        if kind in GAPS and not makes_a_gap(program, made, place.concept):
            continue
        yield fault, made
        count -= 1
        if not count:
            return


def _has_a_gap(usual: Questions, place: Place) -> bool:
    """Whether the concept has a gap in the rules as they are, or none could be ruled out."""
    return bool(place.given and usual.answer(f"gaps {place.concept}"))


def audited(usual: Questions, fault: Fault, program: Program) -> Verdict:
    """What proof and the audit say of a fault."""
    if proved_equal(usual.setting.program, program):
        return Verdict(fault.kind, str(fault.place), equal=True)
    found = new_findings(usual, fault.corpus, program)
    return Verdict(fault.kind, str(fault.place), equal=False, findings=found)


def table(verdicts: Sequence[Verdict]) -> Iterator[str]:
    """Per kind how many were planted, are equal, were found and by whom."""
    yield "".join(f"{head:>{16 if n else 33}}" for n, head in enumerate(HEADS))
    for kind in KINDS:
        yield _row(kind, [v for v in verdicts if v.kind == kind])
    yield _row("samen", verdicts)
    yield from (f"niet gevonden: {v}" for v in verdicts if v.survives)
    yield from (f"niet door de controle: {v}" for v in verdicts if v.missed)


def rate(verdicts: Iterable[Verdict]) -> float:
    """Which part of the faults that make a difference is noticed."""
    real = [v for v in verdicts if not v.equal]
    return sum(not v.survives for v in real) / len(real)


def _row(kind: str, own: Sequence[Verdict]) -> str:
    real = [v for v in own if not v.equal]
    by_audit, by_cases = sum(v.by_audit for v in real), sum(v.by_cases for v in real)
    survivors = sum(v.survives for v in real)
    cells = (
        str(len(own)), str(len(own) - len(real)), _part(by_audit, len(real)),
        _part(by_cases, len(real)), _part(len(real) - survivors, len(real)), str(survivors),
    )  # fmt: skip
    return f"{kind:>33}" + "".join(f"{cell:>16}" for cell in cells)


def _part(some: int, of: int) -> str:
    return f"{some}/{of} ({100 * some // of}%)" if of else "-"
