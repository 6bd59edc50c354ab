"""Check types and units of every formula; nothing is converted silently."""

from collections.abc import Iterator

from engine.errors import Diagnostic
from engine.ir import nodes
from engine.ir.fold import walk
from engine.ir.nodes import Expr
from engine.ir.program import Begrip, Grant, Program
from engine.ir.types import COUNT, DATE, EURO, HOURS, PERCENT, YES_NO, Type
from engine.origin import NOWHERE, Origin
from engine.passes.typing import UNKNOWN, arithmetic, same, type_of

_OTHER_TYPE = {
    "ja_nee": "maak er een vergelijking van, zoals `naam = waarde` of `naam >= 18`",
    "datum": "noem een dag, of een gegeven of begrip dat een dag is",
    "keuze": "noem een van deze waarden, of een gegeven of begrip met deze waarden",
}


class _Check:
    def __init__(self, program: Program) -> None:
        self.program = program
        self.tables = dict(program.tables)
        self.problems: list[Diagnostic] = []

    def problem(self, code: str, message: str, at: Origin, hint: str = "") -> None:
        self.problems.append(Diagnostic(code=code, message=message, at=at, hint=hint))

    def other_type(self, expected: Type, found: Type, at: Origin) -> None:
        unit = (
            f"zet de maat erbij of reken om, zoals `100 {expected.unit}`" if expected.unit else ""
        )
        hint = unit or _OTHER_TYPE.get(expected.kind, "noem een gegeven of begrip van dat soort")
        self.problem("R301", f"hier hoort {expected}, dit is {found}", at, hint)

    def type(self, expr: Expr) -> Type:
        return type_of(expr, self.tables)

    def formula(self, expr: Expr | None, expected: Type, where: Origin) -> None:
        """Check everything below, and that the whole has the expected type."""
        if expr is None:
            return
        for node in walk(expr):
            self.node(node)
        found = self.type(expr)
        if UNKNOWN in (found, expected):
            return
        if not _fits(found, expected):
            self.other_type(expected, found, expr.at if expr.at != NOWHERE else where)

    def node(self, node: Expr) -> None:
        match node:
            case nodes.Compare():
                self.compare(node)
            case nodes.Arith(op=op, left=left, right=right, at=at):
                a, b = self.type(left), self.type(right)
                if UNKNOWN not in (a, b) and arithmetic(op, a, b) == UNKNOWN:
                    self.problem(
                        "R302", f"{a} {op} {b} kan niet", at,
                        "eenheden rekenen niet vanzelf om; schrijf de omrekening zelf",
                    )  # fmt: skip
                if op == "/" and isinstance(right, nodes.Lit) and right.value == 0:
                    self.problem("R312", "door nul delen kan niet", at, "deel door iets anders")
            case nodes.Choose(when=when, then=then, other=other, at=at):
                self.formula_type(when, YES_NO)
                a, b = self.type(then), self.type(other)
                if (
                    UNKNOWN not in (a, b)
                    and same(a, b) == UNKNOWN
                    and not _fits(a, b)
                    and not _fits(b, a)
                ):
                    self.problem("R303", f"`dan` geeft {a}, `anders` geeft {b}", at)
            case nodes.Not(arg=arg):
                self.formula_type(arg, YES_NO)
            case nodes.And(args=args) | nodes.Or(args=args):
                for arg in args:
                    self.formula_type(arg, YES_NO)
            case nodes.OneOf(arg=arg, labels=labels, at=at):
                self.labels(self.type(arg), labels, at)
            case nodes.Fold(name=name, where=where, body=body):
                self.fold(name, where, body)
            case nodes.Call():
                self.call(node)
            case nodes.TableCall(table=table, arg=arg):
                self.formula_type(arg, self.tables[table].from_type)
            case nodes.AmountRef(on=on) if on is not None:
                self.formula_type(on, DATE)
            case _:
                return

    def formula_type(self, expr: Expr, expected: Type) -> None:
        found = self.type(expr)
        if UNKNOWN not in (found, expected) and not _fits(found, expected):
            self.other_type(expected, found, expr.at)

    def compare(self, node: nodes.Compare) -> None:
        a, b = self.type(node.left), self.type(node.right)
        if UNKNOWN in (a, b):
            return
        if same(a, b) == UNKNOWN and not _fits(a, b) and not _fits(b, a):
            self.problem("R304", f"{a} en {b} zijn niet te vergelijken", node.at)
        elif (
            node.op not in ("=", "!=")
            and a.kind in ("ja_nee", "keuze", "persoon")
            and not a.ordered
        ):
            self.problem(
                "R305",
                f"{a} heeft geen volgorde",
                node.at,
                "gebruik = of !=, of schrijf `geordend: ja`",
            )

    def labels(self, kind: Type, labels: tuple[str, ...], at: Origin) -> None:
        if kind == UNKNOWN:
            return
        if kind.kind != "keuze":
            self.problem("R306", f"`in (…)` hoort bij een keuze, dit is {kind}", at)
        for label in labels:
            if kind.kind == "keuze" and label not in kind.labels:
                self.problem(
                    "R307",
                    f"`{label}` is geen waarde van deze keuze",
                    at,
                    f"kies uit {', '.join(kind.labels)}",
                )

    def fold(self, name: str, where: Expr | None, body: Expr | None) -> None:
        if where is not None:
            self.formula_type(where, YES_NO)
        if name == "alle" and body is not None:
            self.formula_type(body, YES_NO)
        if name in ("som", "minimum", "maximum") and body is not None:
            kind = self.type(body)
            if (
                name == "som"
                and kind != UNKNOWN
                and kind.kind not in ("bedrag", "aantal", "procent")
            ):
                self.problem("R308", f"{kind} kan niet worden opgeteld", body.at)

    def call(self, node: nodes.Call) -> None:
        kinds = [self.type(a) for a in node.args]
        wanted = _ARGUMENTS.get(node.name)
        if wanted is not None:
            for kind, expected, arg in zip(kinds, wanted, node.args, strict=False):
                if kind != UNKNOWN and not _fits(kind, expected):
                    self.other_type(expected, kind, arg.at)
        if node.name in ("minimum", "maximum") and UNKNOWN not in kinds:
            for other, arg in zip(kinds[1:], node.args[1:], strict=True):
                if same(kinds[0], other) == UNKNOWN:
                    self.problem("R304", f"{kinds[0]} en {other} zijn niet te vergelijken", arg.at)


_ARGUMENTS = {
    "leeftijd": (DATE, DATE),
    "dagen_tussen": (DATE, DATE),
    "dagen_met": (DATE, DATE),
    "overlap_dagen": (DATE, DATE, DATE, DATE),
    "jaar": (DATE,),
    "begin_jaar": (DATE,),
    "begin_maand": (DATE,),
}


def _fits(found: Type, expected: Type) -> bool:
    if found == expected:
        return True
    if found.kind == expected.kind == "keuze":
        return set(found.labels) <= set(expected.labels)
    if found.kind == expected.kind == "aantal":
        return not found.unit or not expected.unit or found.unit == expected.unit
    return False


def check_types(program: Program) -> list[Diagnostic]:
    """Check every formula of the program; gives all problems."""
    check = _Check(program)
    for rule in program.rules:
        check.formula(rule.condition, YES_NO, rule.origin)
        check.formula(rule.cause, YES_NO, rule.origin)
        check.formula(rule.moment, DATE, rule.origin)
        if rule.grant is not None:
            _check_grant(check, rule.grant, rule.origin)
        for name, value in rule.effects:
            check.formula(value, _target(program, name), rule.origin)
    for begrip in program.begrippen.values():
        for part in (begrip.rest, begrip.low, begrip.high):
            check.formula(part, begrip.type, begrip.origin)
        check.formula(begrip.demand, YES_NO, begrip.origin)
        _check_cents(check, begrip)
    for group in program.groups.values():
        check.formula(group.edge, YES_NO, group.origin)
    for norm in program.norms.values():
        check.formula(norm.only_if, YES_NO, norm.origin)
        for field in norm.fields:
            check.formula(field.low, field.type, norm.origin)
            check.formula(field.high, field.type, norm.origin)
        for factor in norm.factors:
            check.formula(factor.when, YES_NO, norm.origin)
    for table in program.tables.values():
        for row in table.rows or ():
            check.formula(row.upto, table.from_type, table.origin)
            check.formula(row.value, table.to_type, table.origin)
    for term in program.terms:
        for day in (term.start, term.done):
            check.formula(day, DATE, NOWHERE)
        for number in (term.number, term.paused):
            check.formula(number, COUNT, NOWHERE)
        check.formula(term.condition, YES_NO, NOWHERE)
    for duty in program.duties:
        check.formula(duty.hours, HOURS, NOWHERE)
    for referral in program.referrals:
        check.formula(referral.condition, YES_NO, NOWHERE)
    for axiom in program.domain:
        check.formula(axiom.condition, YES_NO, NOWHERE)
    for course in program.courses:
        check.formula(course.only, YES_NO, course.origin)
        if course.chart:
            check.formula(course.chart.low, program.facts[course.fact].type, course.origin)
            check.formula(course.chart.high, program.facts[course.fact].type, course.origin)
        if course.begrip:
            check.formula(course.step, program.begrippen[course.begrip].type, course.origin)
    return check.problems


def _check_grant(check: _Check, grant: Grant, where: Origin) -> None:
    """What is carried at most and what is asked are of one type, and money needs no `van`."""
    for formula in grant.formulas:
        check.formula(formula, UNKNOWN if formula != grant.asked else grant.type, where)
    if grant.upto is None or grant.type in (UNKNOWN, EURO):
        return
    at = grant.upto.at if grant.upto.at != NOWHERE else where
    if grant.type.kind not in ("bedrag", "aantal"):
        check.problem("R311", f"`tot` is een bedrag of een aantal, dit is {grant.type}", at)
    elif grant.asked is None:
        check.problem(
            "R311", f"`tot` is {grant.type}, en het is niet bekend hoeveel er is gevraagd", at,
            "schrijf met `van` hoeveel er is gevraagd, zoals van: uren_gevraagd",
        )  # fmt: skip


def _target(program: Program, name: str) -> Type:
    if name in program.begrippen:
        return program.begrippen[name].type
    if name in program.norms:
        return program.norms[name].fields[0].type
    return UNKNOWN


def _check_cents(check: _Check, begrip: Begrip) -> None:
    """An amount that may get parts of a cent needs `afronding` or `exact: ja`."""
    if begrip.type.kind != "bedrag" or begrip.exact or begrip.rounding is not None:
        return
    for candidate in (*begrip.candidates, *begrip.changes):
        for node in _fractions(check, candidate.value):
            at = node.at if node.at != NOWHERE else begrip.origin
            check.problem(
                "R309", f"`{begrip.name}` kan delen van een cent krijgen", at,
                "rond af met afgerond(…), schrijf `afronding` bij het begrip, of `exact: ja`",
            )  # fmt: skip
            return


def _fractions(check: _Check, expr: Expr) -> Iterator[Expr]:
    """Places where an amount may stop being whole cents, not looking inside `afgerond`."""
    match expr:
        case nodes.Call(name="afgerond"):
            return
        case nodes.Arith(op="/"):
            yield expr
        case nodes.Arith(op="*", left=left, right=right) if PERCENT in (
            check.type(left),
            check.type(right),
        ):
            yield expr
        case nodes.BegripRef(name=name):
            if check.program.begrippen[name].exact and expr.type.kind == "bedrag":
                yield expr
        case nodes.TableCall(table=table):
            if check.tables[table].to_type == PERCENT:
                yield expr
        case nodes.Choose(then=then, other=other):
            yield from _fractions(check, then)
            yield from _fractions(check, other)
        case nodes.Arith(left=left, right=right):
            yield from _fractions(check, left)
            yield from _fractions(check, right)
        case nodes.Call(args=args):
            for arg in args:
                yield from _fractions(check, arg)
        case nodes.Fold(body=body) if body is not None:
            yield from _fractions(check, body)
        case _:
            return
