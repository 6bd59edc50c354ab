"""Asking one thing of a program: whether it can be, and if so in which case.

A question is asked first of a small stage and then of a larger one, because most of what can
happen can happen to one or two people.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import permutations

from engine.backends.z3_analysis.book import Cone, Key
from engine.backends.z3_analysis.encoding import Encoding
from engine.backends.z3_analysis.leaves import open_parts
from engine.backends.z3_analysis.numbers import is_open
from engine.backends.z3_analysis.skeletons import Size, full_stage, instance_of, instances_of
from engine.backends.z3_analysis.solving import EFFORT, SIMPLEX, Answer, Verdict, ask
from engine.backends.z3_analysis.symbols import Bit, Term, both, either, no
from engine.backends.z3_analysis.witness import case_of, facts_of, is_root
from engine.ir.case import CASE, Case, Inst
from engine.ir.parts import Axiom
from engine.ir.program import LAST_BEFORE_CLAUSES, Program

ALONE = Size(1, 1)
LEAVES = ("feit", "oordeel", "beslisdatum")
Wanted = Callable[[Encoding], Bit]
FactKey = tuple[str, str, Inst]
Watched = Callable[[Encoding], Sequence[Term]]
WantedOf = Callable[[Encoding, Inst], Bit]
WantedOfTwins = Callable[[Encoding, Encoding], Bit]


@dataclass(frozen=True)
class Reply:
    """What came of a question.

    Attributes:
        case: a case in which it is so, when it can be.
        twin: of a question about twins, the other case.
        remarks: what was said only roughly on the way.
        proved: the largest stage on which it cannot be, when a larger one was not decided.
    """

    verdict: Verdict
    case: Case | None = None
    twin: Case | None = None
    remarks: tuple[str, ...] = ()
    proved: Size | None = None


class Inquiry:
    """Questions about one program on stages of growing size."""

    def __init__(self, program: Program, sizes: Sequence[Size], effort: int = EFFORT) -> None:
        """Ask of these sizes in turn, with this many steps for each question."""
        self.program = program
        self.sizes = tuple(sizes)
        self.effort = effort
        self._encodings: dict[Size, Encoding] = {}
        self._twins: dict[tuple[int, Key], Encoding] = {}
        self.asked = 0

    def encoding(self, size: Size) -> Encoding:
        """The program written out on a stage of this size."""
        if size not in self._encodings:
            self._encodings[size] = Encoding(self.program, full_stage(self.program, size))
        return self._encodings[size]

    def can(self, wanted: Wanted) -> Reply:
        """Whether something can be so; the largest stage has the last word.

        What is too much to decide for more people may still be so for one alone.
        """
        reply = first_size(self.sizes, lambda size: self._can(self.encoding(size), wanted))
        if reply.verdict is not Verdict.UNKNOWN:
            return reply
        alone = self._can(self.encoding(ALONE), wanted)
        return alone if alone.verdict is Verdict.CAN else reply

    def place(self, entity: str) -> Inst:
        """The instance that stands for its kind."""
        return place(self.encoding(self.sizes[-1]), entity) or ("", "")

    def places(self, entity: str) -> tuple[Inst, ...]:
        """The one or two instances whose facts a rule on such an instance may read."""
        first = self.place(entity)
        return (first, (entity, "p2")) if entity == "persoon" else (first,)

    def can_flip(self, changed: FactKey, wanted: Wanted, watched: Watched) -> bool:
        """Whether one leaf can change what is wanted or watched, in a case in which it is so.

        A quick look in the case that the solver happens to give: a no proves nothing.
        """
        for size in self.sizes:
            encoding = self.encoding(size)
            self.asked += 1
            (bit, seen), keys = encoding.book.asked(partial(_with, wanted, watched, encoding))
            cone = encoding.book.cone(keys)
            if bit is False or changed not in cone.keys:
                continue
            cone = with_domain(encoding, cone)
            answer = ask(cone, [bit], effort=self.effort)
            if answer.verdict is Verdict.CAN:
                pins = list(_pinned(encoding, cone, answer, changed))
                moved = [term != answer.model.eval(term, model_completion=True) for term in seen]
                if ask(cone, [either(no(bit), *moved)], pins, self.effort).verdict is Verdict.CAN:
                    return True
        return False

    def can_differ(
        self, changed: FactKey, wanted: WantedOfTwins, sizes: Sequence[Size] = (), more: int = 1,
        sums: int = SIMPLEX,
    ) -> Reply:  # fmt: skip
        """Whether two cases that differ in one leaf only can come to what is wanted.

        On the smallest stage `more` times as many steps are allowed; `sums` is how to do sums.
        """
        asked = tuple(sizes) or self.sizes

        def ask_on(size: Size) -> Reply:
            effort = self.effort * (more if size == asked[0] else 1)
            return self._can_differ(self.encoding(size), changed, wanted, effort, sums)

        return first_size(asked, ask_on)

    def _can_differ(
        self, encoding: Encoding, changed: FactKey, wanted: WantedOfTwins, effort: int, sums: int
    ) -> Reply:
        self.asked += 1
        key = (id(encoding), changed)
        if key not in self._twins:
            self._twins[key] = Encoding(self.program, encoding.stage, encoding, [changed])
        twin = self._twins[key]
        (bit, keys), other = asked_of_both(encoding, twin, wanted)
        if bit is False:
            return Reply(Verdict.CANNOT)
        second = with_domain(twin, twin.book.cone(other))
        shared = [k for k in second.keys if k in encoding.book.entries and is_leaf(k)]
        first = with_domain(encoding, encoding.book.cone([*keys, *shared]))
        facts = (*first.facts, *second.facts)
        remarks = tuple(dict.fromkeys((*first.remarks, *second.remarks)))
        cone = Cone(first.keys, facts, remarks)
        answer = ask(cone, [bit], effort=effort, sums=sums)
        if answer.verdict is not Verdict.CAN:
            return Reply(answer.verdict, remarks=remarks)
        case = case_of(encoding, cone, answer)
        # Who is together may differ: what is told of a group has to be so in both cases.
        told = {k: j for k, j in case.judgements.items() if is_root(twin, answer, k[1])}
        case = replace(case, judgements=told)
        here = {place for _, place in case.facts}
        moved = facts_of(twin, [k for k in second.keys if k == changed], answer)
        facts_there = {**case.facts, **{k: v for k, v in moved.items() if k[1] in here}}
        return Reply(Verdict.CAN, case, replace(case, facts=facts_there), remarks)

    def _can(self, encoding: Encoding, wanted: Wanted) -> Reply:
        self.asked += 1
        bit, keys = encoding.book.asked(lambda: wanted(encoding))
        cone = encoding.book.cone(keys)
        if bit is False:
            return Reply(Verdict.CANNOT)
        cone = with_domain(encoding, cone)
        answer = ask(cone, [bit], effort=self.effort)
        if answer.verdict is not Verdict.CAN:
            return Reply(answer.verdict, remarks=cone.remarks)
        return Reply(Verdict.CAN, case_of(encoding, cone, answer), remarks=cone.remarks)


def place(encoding: Encoding, entity: str) -> Inst | None:
    """The instance that stands for its kind on this stage."""
    return instance_of(entity, encoding.stage)


def first_size(sizes: Sequence[Size], ask_on: Callable[[Size], Reply]) -> Reply:
    """The first stage on which it can be, or what the largest says.

    A stage that is too much to decide on ends it: a larger one is no easier.
    """
    reply, proved = Reply(Verdict.CANNOT), None
    for size in sizes:
        reply = ask_on(size)
        if reply.verdict is not Verdict.CANNOT:
            break
        proved = size
    return replace(reply, proved=proved)


def at(entity: str, wanted: WantedOf) -> Wanted:
    """A question about the instances that stand for their kind: whether it is so of one."""

    def question(encoding: Encoding) -> Bit:
        found = instances_of(entity, encoding.stage)
        return either(*(both(there(encoding, inst), wanted(encoding, inst)) for inst in found))

    return question


def asked_of_both(
    encoding: Encoding, twin: Encoding, wanted: WantedOfTwins
) -> tuple[tuple[Bit, Sequence[Key]], Sequence[Key]]:
    """A truth about twins, and what it used of each."""

    def outer() -> tuple[tuple[Bit, Sequence[Key]], None]:
        return encoding.book.asked(lambda: wanted(encoding, twin)), None

    (found, _), keys = twin.book.asked(outer)
    return found, keys


def _with(wanted: Wanted, watched: Watched, encoding: Encoding) -> tuple[Bit, list[Term]]:
    return wanted(encoding), [term for term in watched(encoding) if is_open(term)]


def _pinned(encoding: Encoding, cone: Cone, answer: Answer, changed: FactKey) -> Iterator[Bit]:
    """What keeps every leaf but one as it is in a model."""
    for key in cone.keys:
        if is_leaf(key) and key != changed:
            for term in open_parts(encoding.book.entries[key].value):
                yield term == answer.model.eval(term, model_completion=True)


def is_leaf(key: Key) -> bool:
    """Whether this is something open, and not worked out from it."""
    return isinstance(key, tuple) and key[0] in (*LEAVES, "er", "blokkade")


def there(encoding: Encoding, inst: Inst) -> Bit:
    """Whether an instance is there; a group is there when its first member is."""
    if inst[0] in encoding.program.groups:
        return encoding.leaves.present(("persoon", inst[1]))
    return encoding.leaves.present(inst)


def with_domain(encoding: Encoding, cone: Cone) -> Cone:
    """A cone with all of the domain that speaks of its leaves."""
    keys = set(cone.keys)
    left = dict(_domain(encoding))
    added = True
    while added:
        added = False
        for key, leaves in list(left.items()):
            if leaves & keys:
                keys |= encoding.book.cone([key]).keys
                del left[key]
                added = True
    return encoding.book.cone(keys) if len(keys) > len(cone.keys) else cone


def _domain(encoding: Encoding) -> dict[Key, frozenset[Key]]:
    """Every axiom on every instance: its key, and the leaves that it speaks of."""
    return encoding.book.once(("domein",), lambda: _written(encoding))


def _written(encoding: Encoding) -> dict[Key, frozenset[Key]]:
    made: dict[Key, frozenset[Key]] = {}
    for axiom in encoding.program.domain:
        for inst in _all(encoding, axiom.entity):
            key = ("domein", axiom.regulation, axiom.name, inst)
            encoding.book.once(key, partial(_state, encoding, axiom, inst))
            below = encoding.book.cone([key]).keys
            made[key] = frozenset(k for k in below if isinstance(k, tuple) and k[0] in LEAVES)
    return made


def _state(encoding: Encoding, axiom: Axiom, inst: Inst) -> None:
    cell = encoding.evaluate(axiom.condition, (inst,), LAST_BEFORE_CLAUSES)
    encoding.book.state(either(no(there(encoding, inst)), cell.value, no(cell.known)))


def _all(encoding: Encoding, entity: str) -> list[Inst]:
    """Every instance of a kind on the stage."""
    case = encoding.stage.case
    if entity == "paar":
        return [("paar", f"{a}>{b}") for a, b in permutations(case.persons, 2)]
    if entity == "persoon" or entity in encoding.program.groups:
        return [(entity, p) for p in case.persons]
    found = {inst for members in case.children.values() for inst in members if inst[0] == entity}
    return [CASE] if entity == CASE[0] else sorted(found)
