"""Whether a rule that was changed does something else: the old and the new program side by side.

Both are written out on one stage and share every fact and judgement. What one of them calls the
same but declares otherwise is not compared: then nothing is proved.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from engine.backends.z3_analysis.book import Cone
from engine.backends.z3_analysis.cells import Cell, same
from engine.backends.z3_analysis.encoding import Encoding
from engine.backends.z3_analysis.inquiry import (
    Reply,
    asked_of_both,
    first_size,
    is_leaf,
    place,
    there,
    with_domain,
)
from engine.backends.z3_analysis.skeletons import Size, full_stage
from engine.backends.z3_analysis.solving import EFFORT, Verdict, ask
from engine.backends.z3_analysis.symbols import Bit, both, either, equal, no
from engine.backends.z3_analysis.witness import case_of
from engine.ir.program import LAST_BEFORE_CLAUSES, Program, Rule

SIZES = (Size(1, 1), Size(2, 1), Size(3, 2))


@dataclass
class Sides:
    """Two programs for one day and place, and what was written out of them."""

    before: Program
    after: Program
    sizes: Sequence[Size] = SIZES
    effort: int = EFFORT
    written: dict[Size, tuple[Encoding, Encoding]] = field(default_factory=dict)

    def differs(self, old: Rule, new: Rule) -> Reply:
        """A complete case in which the new rule does something else than the old one.

        `CANNOT` is a proof up to the largest size. What depends on what stands in the way of a
        solution is not decided: the two programs may differ there too.
        """
        if not _comparable(old, new):
            return Reply(Verdict.UNKNOWN, remarks=("de regels verlenen iets anders",))
        return first_size(self.sizes, lambda size: self._differs(size, old, new))

    def _differs(self, size: Size, old: Rule, new: Rule) -> Reply:
        one, other = self._both(size)

        def otherwise(one: Encoding, other: Encoding) -> Bit:
            return _otherwise(one, other, old, new)

        (bit, keys), others = asked_of_both(one, other, otherwise)
        first = with_domain(one, one.book.cone(keys))
        second = with_domain(other, other.book.cone(others))
        shared = [k for k in second.keys if k in one.book.entries and is_leaf(k)]
        first = with_domain(one, one.book.cone([*first.keys, *shared]))
        remarks = tuple(dict.fromkeys((*first.remarks, *second.remarks, *self._unlike(second))))
        if bit is False:
            return Reply(_unless(remarks), remarks=remarks)
        cone = Cone(first.keys, (*first.facts, *second.facts), remarks)
        answer = ask(cone, [bit], effort=self.effort)
        if answer.verdict is Verdict.CAN:
            return Reply(Verdict.CAN, case_of(one, cone, answer), remarks=remarks)
        decided = answer.verdict is Verdict.CANNOT
        return Reply(_unless(remarks) if decided else answer.verdict, remarks=remarks)

    def _both(self, size: Size) -> tuple[Encoding, Encoding]:
        if size not in self.written:
            stage = full_stage(self.after, size)
            one = Encoding(self.before, stage)
            self.written[size] = (one, Encoding(self.after, stage, one))
        return self.written[size]

    def _unlike(self, cone: Cone) -> list[str]:
        """Facts and norms in play that the two programs declare otherwise."""
        inputs = [k for k in cone.keys if isinstance(k, tuple) and k[0] in ("feit", "oordeel")]
        names = {(str(key[0]), str(key[1])) for key in inputs}
        return sorted(
            f"`{name}` is anders beschreven"
            for kind, name in names
            if _declared(self.before, kind, name) != _declared(self.after, kind, name)
        )


def _declared(program: Program, kind: str, name: str) -> object:
    return program.facts.get(name) if kind == "feit" else program.norms.get(name)


def _unless(remarks: Sequence[str]) -> Verdict:
    """What was left open or is declared otherwise proves nothing."""
    return Verdict.UNKNOWN if remarks else Verdict.CANNOT


def _comparable(old: Rule, new: Rule) -> bool:
    """Whether two rules work on the same kind of thing, and grant the same sort of help."""
    grants = [
        None if rule.grant is None
        else (rule.grant.kinds, rule.grant.forms, rule.grant.covers, rule.grant.temporary)
        for rule in (old, new)
    ]  # fmt: skip
    named = [{name for name, _ in rule.effects} for rule in (old, new)]
    return old.entity == new.entity and grants[0] == grants[1] and named[0] == named[1]


def _otherwise(one: Encoding, other: Encoding, old: Rule, new: Rule) -> Bit:
    """Whether one is active and the other is not, or both are with another value."""
    inst = place(one, old.entity)
    if inst is None:
        return False
    rungs = [max(rule.rung, LAST_BEFORE_CLAUSES) for rule in (old, new)]
    active = (one.rule(old.number, inst, rungs[0]), other.rule(new.number, inst, rungs[1]))
    pairs: list[tuple[Cell, Cell]] = []
    values = dict(new.effects)
    for name, value in old.effects:
        if name in old.changes:
            pairs.append((one.begrip(name, inst, rungs[0]), other.begrip(name, inst, rungs[1])))
        else:
            pairs.append((
                one.evaluate(value, (inst,), rungs[0]),
                other.evaluate(values[name], (inst,), rungs[1]),
            ))  # fmt: skip
    if old.grant is not None and new.grant is not None:
        for mine, theirs in zip(old.grant.formulas, new.grant.formulas, strict=False):
            if mine != old.grant.covers:
                pairs.append((
                    one.evaluate(mine, (inst,), rungs[0]),
                    other.evaluate(theirs, (inst,), rungs[1]),
                ))  # fmt: skip
    hold = both(*(cell.holds for cell in active))
    valued = both(hold, either(*(_unlike_cells(*pair) for pair in pairs)))
    return both(there(one, inst), either(_unlike_cells(*active), valued))


def _unlike_cells(one: Cell, other: Cell) -> Bit:
    """Whether two outcomes are of another kind, or known with another value."""
    known = both(one.known, other.known)
    return either(no(equal(one.known, other.known)), both(known, no(same(one, other))))
