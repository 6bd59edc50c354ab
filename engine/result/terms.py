"""Terms: what every node of a formula comes to, with how it was computed.

The meaning of formulas, apart from where their leaves come from: a backend says what a fact, a
concept, a judgement, a place and a collection are, and this module does the rest.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence

from engine.errors import InternalError
from engine.ir import nodes
from engine.ir.case import ABSENT, CASE, Case, Inst, Judgement
from engine.ir.fold import norms_in
from engine.ir.nodes import Expr, Nav
from engine.ir.program import Begrip, Norm, Program, Reach, Rule, Rung
from engine.ir.reads import PERSON_STEP
from engine.result.algebra import as_truth, conjoin, with_reserve
from engine.result.lookup import amount_on
from engine.result.operations import compute
from engine.result.outcomes import FALSE, NOTHING, TRUE, Gap, Known, Leaf, Outcome, Term, Unknown
from engine.result.settle import asleep, bounded
from engine.result.steps import BegripStep, Blocker, Group
from engine.values import Value

Scopes = tuple[Inst, ...]


class Evaluator(ABC):
    """Evaluates formulas for a program and a case; a subclass answers the leaves."""

    program: Program
    case: Case
    refused: set[tuple[str, Inst]]

    @abstractmethod
    def begrip(self, name: str, inst: Inst, rung: Rung) -> BegripStep:
        """Give the outcome of a concept for an instance."""

    @abstractmethod
    def norm(self, norm: Norm, part: str, inst: Inst, rung: Rung) -> Outcome:
        """Give what a human judged."""

    @abstractmethod
    def fact(self, name: str, inst: Inst) -> Outcome:
        """Give a fact of the case."""

    @abstractmethod
    def walk(self, inst: Inst, steps: Sequence[str]) -> Inst | None:
        """Follow upward steps; None when there is nothing there."""

    @abstractmethod
    def members(self, collection: str, inst: Inst) -> tuple[Inst, ...] | Unknown:
        """Give the members of a collection, sorted; unknown when the list was not given."""

    @abstractmethod
    def excluded(self, begrip: Begrip, inst: Inst, rung: Rung) -> Outcome:
        """Say whether an active rule took rules of this concept away."""

    @abstractmethod
    def group(self, name: str) -> Mapping[str, Group]:
        """Give per person the group it is in."""

    @abstractmethod
    def blocking(self, inst: Inst) -> Sequence[Blocker]:
        """Give what blocks a solution."""

    # -- rules and judgements --------------------------------------------------------------

    def condition(self, rule: Rule, inst: Inst, rung: Rung) -> Term:
        """Evaluate all that a rule asks: its moment, what must block, its own condition."""
        parts = []
        if rule.moment is not None:
            parts.append(_in_force(rule, self.evaluate(rule.moment, (inst,), rung)))
        if rule.reach is not None and rule.reach.on_blockers:
            parts.append(Term("blokkade", self.answers_blocker(rule.reach, inst), inst=inst))
        if rule.condition is not None:
            parts.append(self.evaluate(rule.condition, (inst,), rung))
        if len(parts) == 1:
            return parts[0]
        return term_of("en", "", (), parts) if parts else Term("vast", TRUE)

    def answers_blocker(self, reach: Reach, inst: Inst) -> Outcome:
        """Say whether a ground is blocked only by what this reach is about.

        Lifting a rule of policy carries nothing while an act refuses the same ground. What fails
        on a concept is left out: what makes that concept fail blocks by itself.
        """
        by_ground: dict[str, list[Blocker]] = {}
        for blocker in self.blocking(inst):
            by_ground.setdefault(blocker.via, []).append(blocker)
        found = any(
            any(_within(reach, b) for b in blockers)
            and all(_within(reach, b) or self._derived(b) for b in blockers)
            for blockers in by_ground.values()
        )
        return TRUE if found else FALSE

    def _derived(self, blocker: Blocker) -> bool:
        return any(name in self.program.begrippen for name in blocker.fails)

    def judgement(self, name: str, inst: Inst) -> Judgement | None:
        """Give the recorded judgement, by someone competent and with a reason.

        For a group: the last one on any of its members; two of one day that differ decide nothing.
        """
        members: Sequence[str] = (inst[1],)
        if inst[0] in self.program.groups and inst[1] in self.group(inst[0]):
            members = self.group(inst[0])[inst[1]].members
        found = [self.case.judgements.get((name, (inst[0], member))) for member in members]
        roles = self.program.norms[name].roles
        valid = [j for j in found if j and j.motivation.strip() and (not roles or j.role in roles)]
        last = [j for j in valid if j.day == max(v.day for v in valid)]
        return last[0] if last and all(j.outcome == last[0].outcome for j in last) else None

    def held(self, norm: Norm, judgement: Judgement, inst: Inst, rung: Rung) -> Outcome:
        """Say whether every field of a judgement lies within its bounds."""
        fields = [part for part in norm.fields if part.name in judgement.outcome]
        return conjoin(
            [
                self.within(Known(judgement.outcome[f.name]), f.low, f.high, inst, rung)
                for f in fields
            ]
        )

    def within(
        self, value: Known, low: Expr | None, high: Expr | None, inst: Inst, rung: Rung
    ) -> Outcome:
        """Say whether a value lies within bounds, which may be open themselves."""
        given = Term("waarde", value)
        return conjoin(
            [
                term_of("vergelijk", op, (), [given, self.evaluate(bound, (inst,), rung)]).outcome
                for op, bound in ((">=", low), ("<=", high))
                if bound is not None
            ]
        )

    def sleep(self, rule: Rule, term: Term, inst: Inst, rung: Rung) -> Outcome:
        """Let a rule on an unjudged norm sleep when its computable cause is known to be absent."""
        own = as_truth(term.outcome)
        if not isinstance(own, Unknown) or rule.cause is None:
            return own
        waiting = frozenset(need for need in own.needs if need.kind == "oordeel")
        if norms_in(rule.condition):
            waiting = self._unjudged(term)
        return asleep(own, waiting, as_truth(self.evaluate(rule.cause, (inst,), rung).outcome))

    def _unjudged(self, term: Term) -> frozenset[Leaf]:
        """Norms that this condition names and that nobody has judged."""
        if term.op == "oordeel" and term.inst is not None:
            key = (term.name, term.inst)
            judged = self.judgement(*key) is not None and key not in self.refused
            return NOTHING if judged else frozenset({Leaf("oordeel", *key)})
        return frozenset().union(*(self._unjudged(part) for part in term.args))

    def finish(self, begrip: Begrip, outcome: Outcome, inst: Inst, rung: Rung) -> Outcome:
        """Round the value of a concept and hold it to its bounds and its demand."""
        rounding = begrip.rounding
        if rounding is not None and isinstance(outcome, Known | Unknown):
            step = Term("vast", Known(rounding.step))
            value = Term("waarde", outcome)
            outcome = term_of("functie", "afgerond", (rounding.mode,), [value, step]).outcome
        if not isinstance(outcome, Known) or outcome.value is ABSENT:
            return outcome
        held = self.within(outcome, begrip.low, begrip.high, inst, rung)
        if begrip.demand is not None:
            demand = self.evaluate(begrip.demand, (inst,), rung, outcome)
            held = conjoin([held, demand.outcome])
        otherwise = Gap("delegatie_ontbreekt" if begrip.term else "buiten_reikwijdte")
        return bounded(outcome, held, otherwise)

    # -- formulas --------------------------------------------------------------------------

    def evaluate(
        self, expr: Expr, scopes: Scopes, rung: Rung, current: Outcome | None = None
    ) -> Term:
        """Evaluate an expression; the last scope is the innermost."""

        def ask(*parts: Expr) -> list[Term]:
            return [self.evaluate(part, scopes, rung, current) for part in parts]

        match expr:
            case nodes.Lit(value=value):
                return Term("vast", Known(value))
            case nodes.FactRef() | nodes.BegripRef() | nodes.NormRef():
                return self._named(expr, scopes, rung)
            case nodes.AmountRef():
                return self._amount(expr, scopes, rung)
            case nodes.ReadingRef(name=name):
                return Term("lezing", Known(self.program.readings[name].chosen), name=name)
            case nodes.DayRef(name=name):
                return Term("dag", self._day(name), name=name)
            case nodes.InstanceRef(nav=nav):
                place = self._place(nav, scopes)
                return Term("vast", Known(place[1])) if place else self._nowhere(nav, scopes, "")
            case nodes.Current():
                if current is None:
                    raise InternalError("`waarde` outside a rule that changes a value")
                return Term("waarde", current)
            case nodes.Excluded(name=name, nav=nav):
                place = self._place(nav, scopes)
                begrip = self.program.begrippen[name]
                outcome = self.excluded(begrip, place, rung) if place else FALSE
                return Term("uitgesloten", outcome, name=name, inst=place)
            case nodes.BlockedBy(regulation=regulation, nav=nav):
                place = self._place(nav, scopes)
                blocking = self.blocking(place) if place else ()
                found = any(b.regulation == regulation for b in blocking)
                outcome = TRUE if found else FALSE
                return Term("geblokkeerd_door", outcome, name=regulation, inst=place)
            case nodes.Not(arg=arg):
                return term_of("niet", "", (), ask(arg))
            case nodes.And(args=args):
                return term_of("en", "", (), ask(*args))
            case nodes.Or(args=args):
                return term_of("of", "", (), ask(*args))
            case nodes.Compare(op=op, left=left, right=right, labels=labels):
                return term_of("vergelijk", op, labels, ask(left, right))
            case nodes.OneOf(arg=arg, labels=labels):
                return term_of("in", "", labels, ask(arg, arg))
            case nodes.Reached(birth=birth, length=length):
                day = Term("dag", self._day("peildatum"), name="peildatum")
                return term_of("functie", "bereikt", (), [*ask(birth, length), day])
            case nodes.Arith(op=op, left=left, right=right):
                return term_of("reken", op, (), ask(left, right))
            case nodes.Choose(when=when, then=then, other=other):
                return term_of("als", "", (), ask(when, then, other))
            case nodes.Call(name=name, args=args, mode=mode):
                return self._call(name, mode, ask(*args))
            case nodes.TableCall():
                return self._table(expr, scopes, rung, current)
            case nodes.Fold():
                return self._fold(expr, scopes, rung, current)

    def _place(self, nav: Nav, scopes: Scopes) -> Inst | None:
        return self.walk(scopes[nav.scope], nav.steps)

    def _nowhere(self, nav: Nav, scopes: Scopes, name: str) -> Term:
        """Say why there is no place to read from: not known who it is about, or nobody."""
        place: Inst | None = scopes[nav.scope]
        for step in nav.steps:
            if place is not None and step.startswith(PERSON_STEP):
                person = self.fact(step.removeprefix(PERSON_STEP), place)
                if not isinstance(person, Known):
                    return Term("plaats", person, name=name)
            place = self.walk(place, (step,)) if place is not None else None
        return Term("plaats", Gap("niet_aan_de_orde", name), name=name)

    def _day(self, name: str) -> Outcome:
        if name == "peildatum":
            return Known(self.case.day)
        if self.case.decision_day is None:
            return Unknown(frozenset({Leaf("feit", name, CASE)}))
        return Known(self.case.decision_day)

    def _named(
        self, expr: nodes.FactRef | nodes.BegripRef | nodes.NormRef, scopes: Scopes, rung: Rung
    ) -> Term:
        place = self._place(expr.nav, scopes)
        if place is None:
            return self._nowhere(expr.nav, scopes, expr.name)
        match expr:
            case nodes.FactRef(name=name):
                return Term("feit", self.fact(name, place), name=name, inst=place)
            case nodes.BegripRef(name=name):
                step = self.begrip(name, place, rung)
                return Term("begrip", step.outcome, name=name, inst=place)
            case nodes.NormRef(name=name, part=part):
                outcome = self.norm(self.program.norms[name], part or "", place, rung)
                return Term("oordeel", outcome, name=name, inst=place, extra=(part or "",))

    def _amount(self, expr: nodes.AmountRef, scopes: Scopes, rung: Rung) -> Term:
        day: Outcome = Known(self.program.day)
        args: tuple[Term, ...] = ()
        if expr.on is not None:
            args = (self.evaluate(expr.on, scopes, rung),)
            day = args[0].outcome
        if not isinstance(day, Known):
            return Term("bedrag", day, args, expr.name)
        outcome = with_reserve(amount_on(self.program.amounts[expr.name], day.value), day.reserve)
        return Term("bedrag", outcome, args, expr.name)

    def _call(self, name: str, mode: str, args: list[Term]) -> Term:
        if name == "leeftijd" and len(args) == 1:
            args = [*args, Term("dag", self._day("peildatum"), name="peildatum")]
        return term_of("functie", name, (mode,) if mode else (), args)

    def _table(
        self, expr: nodes.TableCall, scopes: Scopes, rung: Rung, current: Outcome | None
    ) -> Term:
        table = self.program.tables[expr.table]
        subject = self.evaluate(expr.arg, scopes, rung, current)
        if table.rows is None:
            return Term("geen_tabel", Gap(table.gap, table.name, CASE), name=table.name)
        place = self._place(expr.nav, scopes)
        if place is None:
            return self._nowhere(expr.nav, scopes, table.name)
        parts = [subject]
        for row in table.rows:
            cells = [cell for cell in (row.upto, row.value) if cell is not None]
            parts += [self.evaluate(cell, (place,), rung) for cell in cells]
        return term_of("tabel", table.kind, (table.rows[-1].upto is None,), parts)

    def _fold(self, expr: nodes.Fold, scopes: Scopes, rung: Rung, current: Outcome | None) -> Term:
        place = self._place(expr.nav, scopes)
        if place is None:
            return self._nowhere(expr.nav, scopes, expr.collection)
        members = self.members(expr.collection, place)
        if isinstance(members, Unknown):
            return Term("lijst", members, name=expr.collection, inst=place)
        parts: list[Term] = []
        for member in members:
            inner = (*scopes, member)
            where = (
                Term("vast", TRUE)
                if expr.where is None
                else self.evaluate(expr.where, inner, rung, current)
            )
            if expr.body is None:
                parts.append(where)
                continue
            body = self.evaluate(expr.body, inner, rung, current)
            if expr.name == "alle":
                parts.append(term_of("of", "", (), [term_of("niet", "", (), [where]), body]))
            else:
                parts += [where, body]
        return self._for_now(expr, place, _FOLDS[expr.name](parts, expr.name))

    def _for_now(self, expr: nodes.Fold, place: Inst, fold: Term) -> Term:
        """What is said of the members of a group holds if these are the members."""
        if expr.collection != "leden":
            return fold
        reserve = self.group(place[0])[place[1]].reserve
        if not reserve:
            return fold
        these = Term("leden", Known(value=True, reserve=reserve), inst=place)
        return term_of("als", "", (), [these, fold, fold])


def _in_force(rule: Rule, day: Term) -> Term:
    held = []
    for op, bound in ((">=", rule.window.start), ("<=", rule.window.end)):
        if bound is not None:
            held.append(term_of("vergelijk", op, (), [day, Term("vast", Known(bound))]))
    return term_of("en", "", (), held)


def term_of(op: str, name: str, extra: tuple[Value, ...], args: Sequence[Term]) -> Term:
    """Compute an operation and keep what it was computed from."""
    outcome = compute(op, name, extra, [a.outcome for a in args])
    return Term(op, outcome, tuple(args), name, extra=extra)


_FOLDS: dict[str, Callable[[list[Term], str], Term]] = {
    "er_is": lambda parts, _name: term_of("of", "er_is", (), parts),
    "alle": lambda parts, _name: term_of("en", "alle", (), parts),
    "aantal": lambda parts, _name: term_of("tel", "", (), parts),
    "som": lambda parts, name: term_of("verzamel", name, (), parts),
    "minimum": lambda parts, name: term_of("verzamel", name, (), parts),
    "maximum": lambda parts, name: term_of("verzamel", name, (), parts),
    "enige": lambda parts, name: term_of("verzamel", name, (), parts),
}


def _within(reach: Reach, blocker: Blocker) -> bool:
    """Whether a blocker is of the kind that a reach is about."""
    ranks, characters = reach.blocker_ranks, reach.blocker_characters
    return (not ranks or blocker.rank in ranks) and (
        not characters or blocker.character in characters
    )
