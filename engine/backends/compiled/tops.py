"""The highest rung that can change an answer: answers for higher rungs are the same answer."""

from collections.abc import Iterable

from engine.ir import nodes
from engine.ir.fold import walk
from engine.ir.nodes import Expr
from engine.ir.program import Edge, Program, Rung


class Tops:
    """Highest rung per concept, rule, norm and formula of a program."""

    def __init__(self, program: Program) -> None:
        """Nothing is computed before it is asked."""
        self.program = program
        self._rules: dict[int, Rung] = {}
        self._norms: dict[str, Rung] = {}

    def begrip(self, name: str) -> Rung:
        """The rung of a concept, as the order pass found it."""
        return self.program.begrippen[name].top

    def rule(self, number: int) -> Rung:
        """The rung of a rule: its own, or of what it reads or yields to."""
        if number not in self._rules:
            rule = self.program.rules[number]
            formulas = [rule.condition, rule.cause, rule.moment]
            found = max(rule.rung, self.formulas(formulas), self.edges(rule.defeaters))
            self._rules[number] = found
        return self._rules[number]

    def edges(self, edges: Iterable[Edge]) -> Rung:
        """The rung of defeaters together."""
        return max((self.rule(edge.rule) for edge in edges), default=Rung.B)

    def norm(self, name: str) -> Rung:
        """The rung of a norm: of its condition, bounds and presumptions."""
        if name not in self._norms:
            norm = self.program.norms[name]
            bounds = [bound for part in norm.fields for bound in (part.low, part.high)]
            values = [candidate.value for candidate in norm.presumptions]
            rules = [self.rule(candidate.rule) for candidate in norm.presumptions]
            self._norms[name] = max([self.formulas([norm.only_if, *bounds, *values]), *rules])
        return self._norms[name]

    def formulas(self, formulas: Iterable[Expr | None]) -> Rung:
        """The rung of several formulas together."""
        nodes_in = (node for formula in formulas for node in walk(formula))
        return max((self._node(node) for node in nodes_in), default=Rung.B)

    def _node(self, node: Expr) -> Rung:
        match node:
            case nodes.BegripRef(name=name):
                return self.begrip(name)
            case nodes.NormRef(name=name):
                return self.norm(name)
            case nodes.Excluded(name=name):
                return self.edges(self.program.begrippen[name].excluders)
            case nodes.TableCall(table=table):
                rows = self.program.tables[table].rows or ()
                return self.formulas(part for row in rows for part in (row.upto, row.value))
            case _:
                return Rung.B
