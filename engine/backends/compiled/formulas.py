"""Formulas as Python: each node becomes a name or a literal, after the lines that compute it."""

from engine.backends.compiled import arithmetic, folds, questions
from engine.backends.compiled.emitter import Atom, Emitter
from engine.backends.compiled.kinds import is_number, kind_of
from engine.backends.compiled.places import OUTCOMES, lower
from engine.errors import InternalError
from engine.ir import nodes
from engine.ir.case import CASE
from engine.ir.nodes import Expr, Nav
from engine.ir.program import Rung
from engine.result.outcomes import Gap

DAYS = {
    "dagen_tussen": "({1} - {0}).days",
    "dagen_met": "({1} - {0}).days + 1",
    "jaar": "{0}.year",
    "leeftijd": "age({0}, {1})",
    "overlap_dagen": "overlap_days({0}, {1}, {2}, {3})",
}


class Formula(Emitter):
    """Writes formulas: one case per kind of node."""

    def atom(self, expr: Expr) -> Atom:  # noqa: C901, PLR0912 - one case per kind of node
        """Write what a node needs, and give the code of its answer."""
        match expr:
            case nodes.Lit(value=value):
                return self.literal(value)
            case nodes.FactRef(name=name, nav=nav):
                return self._read(nav, f".facts[{name!r}]", name)
            case nodes.BegripRef(name=name, nav=nav):
                return self._ask(nav, name, self.context.tops.begrip(name), name)
            case nodes.NormRef(name=name, nav=nav, part=part):
                question = questions.norm(name, part or "")
                return self._ask(nav, question, self.context.tops.norm(name), name)
            case nodes.AmountRef():
                return self._amount(expr)
            case nodes.ReadingRef(name=name):
                return Atom(f"p.run.chosen[{name!r}]", plain=True)
            case nodes.DayRef(name="peildatum"):
                return Atom("p.run.day", plain=True)
            case nodes.DayRef():
                return self.keep("p.run.decision_day")
            case nodes.InstanceRef(nav=nav):
                return self._read(nav, ".inst[1]", "")
            case nodes.Current():
                if not self.current:
                    raise InternalError("`waarde` outside a rule that changes a value")
                return Atom(self.current)
            case nodes.Excluded(name=name, nav=nav):
                return self._excluded(name, nav)
            case nodes.BlockedBy(regulation=regulation, nav=nav):
                return self.keep(f"blocked_by({self.place(nav)[0]}, {regulation!r})")
            case nodes.Not(arg=arg):
                return self._not(self.atom(arg))
            case nodes.And(args=args):
                return self._decide(args, "conj", decisive="False")
            case nodes.Or(args=args):
                return self._decide(args, "disj", decisive="True")
            case nodes.Compare():
                return self._compare(expr)
            case nodes.OneOf(arg=arg, labels=labels):
                return self._one_of(self.atom(arg), labels)
            case nodes.Reached(birth=birth, length=length):
                return self._reached(self.atom(birth), self.atom(length))
            case nodes.Arith():
                return arithmetic.arith(self, expr)
            case nodes.Choose(when=when, then=then, other=other):
                return self._choose(self.atom(when), then, other)
            case nodes.Call():
                return self._call(expr)
            case nodes.TableCall():
                return self._table(expr)
            case nodes.Fold():
                return folds.fold(self, expr)

    # -- names -----------------------------------------------------------------------------

    def _read(self, nav: Nav, what: str, name: str) -> Atom:
        place, uncertain = self.place(nav)
        if not uncertain:
            return self.keep(place + what)
        return self.keep(f"{place}{what} if {place} is not None else {self.nowhere(nav, name)}")

    def capped(self, top: Rung) -> str:
        """How to go to the place for an answer that no rung above `top` changes."""
        return f"[{self.context.keys.cap(top)!r}]" if top < self.top else ""

    def _ask(self, nav: Nav, question: str, top: Rung, name: str) -> Atom:
        return self._read(nav, f"{self.capped(top)}[{question!r}]", name)

    def _excluded(self, name: str, nav: Nav) -> Atom:
        question = questions.excluded(name)
        top = self.context.tops.edges(self.context.program.begrippen[name].excluders)
        place, uncertain = self.place(nav)
        code = f"{place}{self.capped(top)}[{question!r}]"
        return self.keep(f"{code} if {place} is not None else False" if uncertain else code)

    def _amount(self, expr: nodes.AmountRef) -> Atom:
        if expr.on is not None:
            amount = self.context.program.amounts[expr.name]
            declared = self.context.constants.add(amount, "AMOUNT")
            return self.keep(f"amount({declared}, {self.atom(expr.on).code})")
        answer = lower(self.amount_today(expr.name))
        if answer.__class__ in OUTCOMES:
            return Atom(self.constant(answer, "GAP"))
        return self.literal(answer)

    # -- logic -----------------------------------------------------------------------------

    def _not(self, arg: Atom) -> Atom:
        return self.guarded(f"not {arg.code}", self.guard([arg], "ja_nee"), f"neg({arg.code})")

    def _decide(self, args: tuple[Expr, ...], op: str, *, decisive: str) -> Atom:
        """`en` and `of`: stop at the first part that decides."""
        result = self.writer.keep(decisive)
        neutral = "True" if decisive == "False" else "False"
        depth, atoms = self.writer.depth, []
        for arg in args:
            atom = self.atom(arg)
            atoms.append(atom)
            self.writer.line(f"if {atom.code} is not {decisive}:")
            self.writer.depth += 1
        sure = " and ".join(f"{a.code} is {neutral}" for a in atoms)
        slow = f"{op}({', '.join(a.code for a in atoms)})"
        self.writer.line(f"{result} = {neutral} if {sure} else {slow}")
        self.writer.depth = depth
        return Atom(result)

    def _choose(self, when: Atom, then: Expr, other: Expr) -> Atom:
        """Only what may be taken is computed."""
        yes = self._branch(f"if {when.code} is not False:", then)
        no = self._branch(f"if {when.code} is not True:", other)
        picked = f"{yes} if {when.code} is True else {no} if {when.code} is False"
        return self.keep(f"{picked} else choose({when.code}, {yes}, {no})")

    def _branch(self, test: str, part: Expr) -> str:
        """The code of one side, under its test unless it is a name or a literal."""
        writer = self.writer
        outside, writer.lines = writer.lines, []
        writer.depth += 1
        code = self.atom(part).code
        writer.depth -= 1
        inside, writer.lines = writer.lines, outside
        if not inside:
            return code
        name = writer.keep("None")
        with writer.block(test):
            writer.lines += inside
            writer.line(f"{name} = {code}")
        return name

    def _compare(self, expr: nodes.Compare) -> Atom:
        if is_number(expr.left, self.context.program) and is_number(
            expr.right, self.context.program
        ):
            return arithmetic.compare(self, expr)
        left, right = self.atom(expr.left), self.atom(expr.right)
        kind = kind_of(expr.left, self.context.program)
        guard = self.guard([left, right], kind)
        slow = self.general("vergelijk", expr.op, expr.labels, left, right)
        sides = [left.code, right.code]
        if expr.labels and expr.op not in ("=", "!="):
            places = {label: number for number, label in enumerate(expr.labels)}
            order = self.context.constants.add(places, "ORDER")
            sides = [f"{order}[{side}]" for side in sides]
        sign = "==" if expr.op == "=" else expr.op
        return self.guarded(f"{sides[0]} {sign} {sides[1]}", guard, slow)

    def _one_of(self, arg: Atom, labels: tuple[str, ...]) -> Atom:
        slow = self.general("in", "", labels, arg, arg)
        known = self.constant(labels, "LABELS")
        return self.guarded(f"{arg.code} in {known}", self.guard([arg], "keuze"), slow)

    # -- functions -------------------------------------------------------------------------

    def _reached(self, birth: Atom, length: Atom) -> Atom:
        today = Atom("p.run.day", plain=True)
        tests = [self.guard([birth], "datum"), self.guard([length], "duur")]
        guard = " and ".join(test for test in tests if test)
        slow = self.general("functie", "bereikt", (), birth, length, today)
        return self.guarded(f"reached({birth.code}, {length.code}, p.run.day)", guard, slow)

    def _call(self, expr: nodes.Call) -> Atom:
        if expr.name in ("afgerond", "som_over_tijd"):
            return arithmetic.call(self, expr)
        atoms = [self.atom(arg) for arg in expr.args]
        if expr.name == "beslist":
            return self.keep(f"decided({atoms[0].code})")
        if expr.name == "leeftijd" and len(atoms) == 1:
            atoms.append(Atom("p.run.day", plain=True))
        slow = self.general("functie", expr.name, (expr.mode,) if expr.mode else (), *atoms)
        if expr.name in ("minimum", "maximum"):
            pick = {"minimum": "min", "maximum": "max"}[expr.name]
            values = ", ".join(a.code for a in atoms)
            kind = kind_of(expr, self.context.program)
            trailing = "," if len(atoms) == 1 else ""
            return self.guarded(f"{pick}(({values}{trailing}))", self.guard(atoms, kind), slow)
        if expr.name not in DAYS:
            return self.keep(slow)
        fast = DAYS[expr.name].format(*(a.code for a in atoms))
        return self.guarded(fast, self.guard(atoms, "datum"), slow)

    def _table(self, expr: nodes.TableCall) -> Atom:
        table = self.context.program.tables[expr.table]
        if table.rows is None:
            return Atom(self.constant(Gap(table.gap, table.name, CASE), "GAP"))
        subject = self.atom(expr.arg)
        place, uncertain = self.place(expr.nav)
        result = self.writer.fresh()
        if uncertain:
            with self.writer.block(f"if {place} is None:"):
                self.writer.line(f"{result} = {self.nowhere(expr.nav, table.name)}")
        with self.writer.block("else:" if uncertain else "if True:"):
            scopes, self.scopes = self.scopes, [place]
            cells = [c for row in table.rows for c in (row.upto, row.value) if c is not None]
            atoms = [subject, *(self.atom(cell) for cell in cells)]
            self.scopes = scopes
            code = self.general("tabel", table.kind, (table.rows[-1].upto is None,), *atoms)
            self.writer.line(f"{result} = {code}")
        return Atom(result)
