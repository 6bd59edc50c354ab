"""Tables of a lower regulation that lower what a ground carries: what would it be without them?

Policy may fill in a table that an act leaves open, such as how much of an income counts. That
stands in the way like a rule of policy does, so it is a blocker with what it costs.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from engine.ir import nodes
from engine.ir.case import Inst
from engine.ir.declarations import Table
from engine.ir.fold import walk
from engine.ir.program import Program, Rule, Rung
from engine.ir.reads import resting_on
from engine.result.evaluated import Evaluated
from engine.result.operations import compute
from engine.result.outcomes import Known, Outcome, Term
from engine.result.steps import Blocker

NOTHING = Known(0)


def lowering_tables(run: Evaluated, ground: Rule, solution: Inst, rung: Rung) -> Iterator[Blocker]:
    """Filled-in tables without which this ground would carry more, each with the difference."""
    if ground.grant is None or ground.grant.upto is None:
        return
    term = run.evaluate(ground.grant.upto, (solution,), rung)
    for table in filled(run.program):
        without = Without(run, table, rung).outcome(term)
        cost = _less(without, term.outcome)
        if cost > 0:
            yield Blocker(
                rule=table.name.rpartition(".")[2],
                regulation=table.filled_by,
                rank=_rank(run.program, table.filled_by),
                character="kan",
                touches=cost,
                unit="euro",
                via=ground.id,
            )


def filled(program: Program) -> tuple[Table, ...]:
    """Tables that a lower regulation filled in."""
    return tuple(table for table in program.tables.values() if table.filled_by)


def filled_table(program: Program, regulation: str, name: str) -> Table | None:
    """The table of this bare name that a regulation filled in."""
    found = (t for t in filled(program) if t.filled_by == regulation)
    return next((t for t in found if t.name.rpartition(".")[2] == name), None)


def _less(without: Outcome, now: Outcome) -> int:
    if not isinstance(without, Known) or not isinstance(now, Known):
        return 0
    before, after = without.value, now.value
    return before - after if isinstance(before, int) and isinstance(after, int) else 0


def _rank(program: Program, regulation: str) -> str:
    return next((r.kind for r in program.regulations if r.id == regulation), "")


@dataclass(frozen=True)
class Without:
    """The same evaluation with nothing coming out of one table."""

    run: Evaluated
    table: Table
    rung: Rung

    def outcome(
        self, term: Term, current: Outcome | None = None, *, here: bool = False
    ) -> Outcome:
        """What a term comes to; `here` says that its formula asks the table."""
        if term.op == "begrip" and term.inst is not None:
            return self._begrip(term.name, term.inst, term.outcome)
        if term.op == "tabel" and here:
            return NOTHING
        if term.op == "waarde" and current is not None:
            return current
        if not term.args or term.op == "bedrag":
            return term.outcome
        args = [self.outcome(arg, current, here=here) for arg in term.args]
        return compute(term.op, term.name, term.extra, args)

    def _begrip(self, name: str, inst: Inst, now: Outcome) -> Outcome:
        """A concept with one active rule that rests on the table; any other is what it was."""
        if ("begrip", name) not in resting_on(self.run.program, ("tabel", self.table.name)):
            return now
        step = self.run.begrip(name, inst, self.rung)
        begrip = self.run.program.begrippen[name]
        exprs = {c.rule: c.value for c in (*begrip.candidates, *begrip.changes)}
        active = [c for c in step.candidates if c.value is not None]
        if len(active) != 1:
            return now
        value: Outcome | None = None
        for one in (*active, *step.changes):
            if one.value is not None:
                calls = (n for n in walk(exprs[one.rule]) if isinstance(n, nodes.TableCall))
                here = any(call.table == self.table.name for call in calls)
                value = self.outcome(one.value, value, here=here)
        return now if value is None else value
