"""One function per rule and concept, and one per formula of norms, groups and bounds.

A function takes the short way when every answer it meets is plain; `general` and `settling` are
the long way, and read the same answers from the same place.
"""

from collections import Counter
from dataclasses import dataclass, field

from engine.backends.compiled import questions
from engine.backends.compiled.emitter import Context
from engine.backends.compiled.formulas import Formula
from engine.backends.compiled.plans import Plan, plan_of, rule_plan
from engine.backends.compiled.writer import Writer
from engine.ir.nodes import Expr, Lit, Nav
from engine.ir.program import Begrip, Candidate, Edge, Norm, Program, Rule, Rung


@dataclass(kw_only=True)
class Functions:
    """Writes the functions of a program.

    Attributes:
        written: the source, function by function.
        answers: per question the name of the function that answers it.
        changes: the same for functions that take the value so far as well.
        plain: per question the code of its answer, where that is a constant.
        plans: per concept what the long way and the steps need to know.
        shared: rules that more than one concept or rule asks.
    """

    context: Context
    program: Program
    written: list[str] = field(default_factory=list)
    answers: dict[str, str] = field(default_factory=dict)
    changes: dict[str, str] = field(default_factory=dict)
    plain: dict[str, str] = field(default_factory=dict)
    plans: dict[str, Plan] = field(default_factory=dict)
    shared: set[int] = field(default_factory=set)

    def write(self) -> None:
        """Write everything."""
        program = self.program
        self.shared = _shared(program)
        tops = self.context.tops
        for rule in program.rules:
            self.rule(rule)
        for begrip in program.begrippen.values():
            self.begrip(begrip)
        for norm in program.norms.values():
            self.norm(norm)
        for name, group in program.groups.items():
            self.formula(group.edge, "samen", questions.edge(name), tops.formulas([group.edge]))

    def _open(self, kind: str, comment: str = "", params: str = "p") -> Writer:
        return Writer(f"{kind}_{len(self.written)}", params, comment)

    def _close(self, writer: Writer, question: str = "") -> str:
        self.written.append(writer.text())
        if question:
            self.answers[question] = writer.name
        return writer.name

    def formula(self, expr: Expr, kind: str, question: str, top: Rung) -> None:
        """A function that is only a formula; none is needed for a constant."""
        if isinstance(expr, Lit):
            self.context.keys.constant(question, expr.value)
            plain = expr.value.__class__ in (bool, int, str)
            self.plain[question] = (
                repr(expr.value) if plain else self.context.constants.name(expr.value, "LIT")
            )
            return
        writer = self._open(kind, question)
        writer.line(f"return {Formula(self.context, writer, top).atom(expr).code}")
        self._close(writer, question)

    # -- rules -----------------------------------------------------------------------------

    def rule(self, rule: Rule) -> None:
        """Whether the rule is active: its condition, its sleep, its defeaters."""
        on_blockers = rule.reach is not None and rule.reach.on_blockers
        grouped = rule.entity in self.context.program.groups
        asks = rule.condition is not None or rule.moment is not None or on_blockers
        if not asks and not grouped and not rule.defeaters:
            self.context.keys.constant(questions.rule(rule.number), value=True)
            self.plain[questions.rule(rule.number)] = "True"
            return
        top = self.context.tops.rule(rule.number)
        writer = self._open("regel", rule.id)
        formula = Formula(self.context, writer, top)
        if rule.entity in self.context.program.groups:
            with writer.block("if p.doubt:"):
                writer.line("return Unknown(p.doubt)")
        own, key = self._own(rule, formula), questions.own(rule.number)
        known = self.context.constants.add(rule_plan(rule), "REGEL")
        plain = f"{own} is True or {own} is False"
        if rule.entity in self.context.program.groups:
            plain = f"({plain}) and not p.keeps"
        if rule.cause is None:
            unknown = f"{own}.__class__ is Unknown and {own}.provisional is None"
            plain = f"({plain}) or ({unknown})"
        if rule.defeaters:
            with writer.block(f"if not ({plain}):"):
                writer.line(f"{own} = conditioned(p, {known}, {own})")
            writer.line(f"p[{key!r}] = {own}")
            self._defeaters(rule, formula, own)
        else:
            with writer.block(f"if {plain}:"):
                writer.line(f"return {own}")
            writer.line(f"{own} = p[{key!r}] = conditioned(p, {known}, {own})")
            writer.line(f"return undefeated({own})")
        self._close(writer, questions.rule(rule.number))
        if rule.cause is not None:
            self.formula(rule.cause, "aanleiding", questions.cause(rule.number), top)

    def _own(self, rule: Rule, formula: Formula) -> str:
        parts = []
        if rule.moment is not None:
            parts.append(self._in_force(rule, rule.moment, formula))
        if rule.reach is not None and rule.reach.on_blockers:
            reach = self.context.constants.add(rule.reach, "REACH")
            parts.append(formula.writer.keep(f"answers_blocker(p, {reach})"))
        if rule.condition is not None:
            parts.append(formula.atom(rule.condition).code)
        if len(parts) > 1:
            return formula.writer.keep(f"exactly('en', '', (), {', '.join(parts)})")
        only = parts[0] if parts else "True"
        return only if only.isidentifier() and only[0] == "x" else formula.writer.keep(only)

    def _in_force(self, rule: Rule, moment: Expr, formula: Formula) -> str:
        day = formula.atom(moment)
        held = [
            formula.general("vergelijk", op, (), day, formula.literal(bound))
            for op, bound in ((">=", rule.window.start), ("<=", rule.window.end))
            if bound is not None
        ]
        return formula.writer.keep(f"conj({', '.join(held)})")

    def _defeaters(self, rule: Rule, formula: Formula, own: str) -> None:
        writer, truths = formula.writer, []
        with writer.block(f"if {own} is False:"):
            writer.line("return False")
        for edge in rule.defeaters:
            truths.append(self._edge(edge, formula))
            with writer.block(f"if {truths[-1]} is True:"):
                writer.line("return False")
        free = " and ".join(f"{t} is False" for t in truths)
        with writer.block(f"if {own} is True and {free}:"):
            writer.line("return True")
        writer.line(f"return undefeated({own}, {', '.join(truths)})")

    def _edge(self, edge: Edge, formula: Formula) -> str:
        place, uncertain = formula.place(Nav(0, edge.steps))
        cap = formula.capped(self.context.tops.rule(edge.rule))
        code = f"{place}{cap}[{questions.rule(edge.rule)!r}]"
        return formula.writer.keep(
            f"{code} if {place} is not None else False" if uncertain else code
        )

    # -- concepts --------------------------------------------------------------------------

    def begrip(self, begrip: Begrip) -> None:
        """The outcome of a concept: which candidate stands, what changes it, its bounds."""
        name, top = begrip.name, begrip.top
        for candidate in begrip.candidates:
            self._value(candidate, name, top)
        for candidate in begrip.changes:
            self._change(candidate, name, top)
        for key, kind, part in (
            (questions.rest(name), "rest", begrip.rest),
            (questions.bound("laag", name), "grens", begrip.low),
            (questions.bound("hoog", name), "grens", begrip.high),
        ):
            if part is not None:
                self.formula(part, kind, key, top)
        if begrip.excluders:
            self.context.keys.excluding(name, begrip.excluders)
        writer = self._open("begrip", name)
        known = self.context.constants.add(self.plan(begrip), "BEGRIP")
        formula = Formula(self.context, writer, top)
        if begrip.entity in self.context.program.groups:
            with writer.block("if p.doubt:"):
                writer.line("return Unknown(p.doubt)")
        self._winner(begrip, known, formula)
        for number, candidate in enumerate(begrip.changes):
            option = f"{known}.changes[{number}], {known}.begrip"
            self._changed(candidate, name, option, formula)
        self._finished(begrip, known, formula)
        self._close(writer, name)

    def plan(self, begrip: Begrip) -> Plan:
        """The plan of a concept; kept, since steps need it too."""
        self.plans[begrip.name] = plan_of(begrip, self.context.tops)
        return self.plans[begrip.name]

    def _value(self, candidate: Candidate, name: str, top: Rung) -> None:
        self.formula(candidate.value, "waarde", questions.value(candidate.rule, name), top)

    def _change(self, candidate: Candidate, name: str, top: Rung) -> None:
        writer = self._open("wijziging", name, "p, waarde")
        formula = Formula(self.context, writer, top, current="waarde")
        writer.line(f"return {formula.atom(candidate.value).code}")
        self.changes[questions.value(candidate.rule, name)] = self._close(writer)

    def _truth(self, number: int, formula: Formula) -> str:
        """Code that asks a rule; at once when nobody else asks it and its rung allows."""
        cap = formula.capped(self.context.tops.rule(number))
        question, rung = questions.rule(number), int(self.program.rules[number].rung)
        if cap or number in self.shared:
            return formula.writer.keep(f"p{cap}[{question!r}]")
        name = formula.writer.fresh()
        asked = f"{self._call(question)} if p.rung >= {rung} else False"
        formula.writer.line(f"{name} = p[{question!r}] = {asked}")
        return name

    def _call(self, question: str) -> str:
        """Code that answers a question without remembering the answer."""
        return self.plain.get(question) or f"{self.answers[question]}(p)"

    def _winner(self, begrip: Begrip, known: str, formula: Formula) -> None:
        writer = formula.writer
        rest = questions.rest(begrip.name)
        nothing = self._call(rest) if begrip.rest else f"nothing(p, {known}.begrip)"
        truths = [self._truth(c.rule, formula) for c in begrip.candidates]
        if not truths:
            writer.line(f"r = {nothing}")
            return
        if len(truths) == 1:
            tests, none = [f"{truths[0]} is True"], f"{truths[0]} is False"
        else:
            won = writer.keep(f"only({', '.join(truths)})")
            tests, none = [f"{won} == {n}" for n in range(len(truths))], f"{won} == -1"
        word = "if"
        for test, candidate in zip(tests, begrip.candidates, strict=True):
            with writer.block(f"{word} {test}:"):
                writer.line(f"r = {self._call(questions.value(candidate.rule, begrip.name))}")
            word = "elif"
        with writer.block(f"elif {none}:"):
            writer.line(f"r = {nothing}")
        with writer.block("else:"):
            writer.line(f"r = settled(p, {known})")

    def _changed(self, candidate: Candidate, name: str, known: str, formula: Formula) -> None:
        writer, truth = formula.writer, self._truth(candidate.rule, formula)
        with writer.block(f"if {truth} is True and r.__class__ not in OUTCOMES:"):
            writer.line(f"r = {self.changes[questions.value(candidate.rule, name)]}(p, r)")
        with writer.block(f"elif {truth} is not False:"):
            writer.line(f"r = changed(p, {known}, r)")

    def _finished(self, begrip: Begrip, known: str, formula: Formula) -> None:
        writer, rounding = formula.writer, begrip.rounding
        tests = []
        if rounding is not None:
            number = "r.__class__ is Fraction"
            number += " or r.__class__ is int" if rounding.step != 1 else ""
            with writer.block(f"if {number}:"):
                writer.line(f"r = to_step(r, {rounding.step}, {rounding.mode!r})")
        if rounding is not None or begrip.low is not None or begrip.high is not None:
            tests.append("r.__class__ is int")
        for side, bound, sign in (("laag", begrip.low, "<="), ("hoog", begrip.high, ">=")):
            if isinstance(bound, Lit) and bound.value.__class__ is int:
                tests.append(f"{bound.value} {sign} r")
            elif bound is not None:
                limit = writer.keep(f"{self._call(questions.bound(side, begrip.name))}")
                tests += [f"{limit}.__class__ is int", f"{limit} {sign} r"]
        if begrip.demand is not None:
            writer.line(f"return finished(p, {known}.begrip, r)")
            return
        if begrip.entity in self.context.program.groups:
            tests.append("not p.keeps")
        if rounding is None and begrip.low is begrip.high is None:
            tests.append("r.__class__ not in OPEN")
        fine = " and ".join(tests)
        with writer.block(f"if {fine}:"):
            writer.line("return r")
        simple = rounding is None and begrip.low is begrip.high is None
        writer.line(f"return {'called' if simple else 'finished'}(p, {known}.begrip, r)")

    # -- norms -----------------------------------------------------------------------------

    def norm(self, norm: Norm) -> None:
        """What was judged, per field; and what the norm itself asks first."""
        top = self.context.tops.norm(norm.name)
        if norm.only_if is not None:
            self.formula(norm.only_if, "pas_als", questions.only_if(norm.name), top)
        for candidate in norm.presumptions:
            self._value(candidate, norm.name, top)
        for part in {"", *(f.name for f in norm.fields)}:
            self.context.keys.judging(norm, part, holds=norm.window.holds(self.program.day))


def _shared(program: Program) -> set[int]:
    """Rules that set others aside, or that give more than one concept or norm a value."""
    asked = Counter(edge.rule for rule in program.rules for edge in rule.defeaters)
    for begrip in program.begrippen.values():
        asked.update(option.rule for option in (*begrip.candidates, *begrip.changes))
    for norm in program.norms.values():
        asked.update(option.rule for option in norm.presumptions)
    return {number for number, times in asked.items() if times > 1}
