"""Plant faults in shipped rules: leave one out, or move one bound by one unit.

A fault must make at least one case or table row fail; what survives is a rule or a bound that no
case guards.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from fractions import Fraction
from typing import Any

from engine.ir import nodes
from engine.ir.nodes import Expr, Lit
from engine.ir.program import Program, Rule
from engine.ir.types import YES_NO
from engine.values import Duration, Value

NEVER = Lit(value=False, type=YES_NO)


@dataclass(frozen=True)
class Mutant:
    """A fault: in which rule, and which bound of it (None: the rule is left out)."""

    rule: str
    bound: int | None = None
    shown: str = ""

    def __str__(self) -> str:
        return self.rule if self.bound is None else f"{self.rule} ({self.shown})"


def mutants(program: Program) -> Iterator[Mutant]:
    """Every fault that can be planted in this program, per rule id."""
    for rule in program.rules:
        yield Mutant(rule.id)
        for number, literal in enumerate(_bounds(rule)):
            yield Mutant(rule.id, number, f"{literal.value} → {_moved(literal.value)}")


def planted(program: Program, mutant: Mutant) -> Program:
    """The program with the fault, in all versions of the rule."""
    rules = []
    for rule in program.rules:
        if rule.id != mutant.rule:
            rules.append(rule)
        elif mutant.bound is None:
            rules.append(replace(rule, condition=NEVER))
        else:
            rules.append(_with_moved_bound(rule, mutant.bound))
    changed = replace(program, rules=tuple(rules))
    if mutant.bound is None:
        return changed
    numbers = {r.number for r in program.rules if r.id == mutant.rule}
    return _with_moved_values(changed, numbers, rules)


def _formulas(rule: Rule) -> list[Expr]:
    parts = [rule.condition, rule.cause, *(value for _, value in rule.effects)]
    return [p for p in parts if p is not None]


def _bounds(rule: Rule) -> list[Lit]:
    return [literal for formula in _formulas(rule) for literal in _compared(formula)]


def _compared(expr: object) -> Iterator[Lit]:
    """Numeric constants in comparisons, in a fixed order."""
    if isinstance(expr, nodes.Compare):
        for side in (expr.left, expr.right):
            if isinstance(side, Lit) and _moved(side.value) is not None:
                yield side
    if is_dataclass(expr) and not isinstance(expr, type):
        for field in fields(expr):
            value = getattr(expr, field.name)
            for part in value if isinstance(value, tuple) else (value,):
                if isinstance(part, nodes.Node):
                    yield from _compared(part)


def _moved(value: Value) -> Value | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value + 1
    if isinstance(value, Fraction):
        return value + Fraction(1, 100)
    if isinstance(value, Duration):
        return Duration(value.months, value.days + 1)
    return None


def _with_moved_bound(rule: Rule, number: int) -> Rule:
    bounds = _bounds(rule)
    if number >= len(bounds):
        return rule  # this version has fewer bounds
    target = bounds[number]
    effects = tuple((name, _swap(value, target)) for name, value in rule.effects)
    return replace(
        rule,
        condition=_swap(rule.condition, target),
        cause=_swap(rule.cause, target),
        effects=effects,
    )


def _swap(expr: Any, target: Lit) -> Any:
    if expr is target:
        return replace(target, value=_moved(target.value))
    if isinstance(expr, tuple):
        return tuple(_swap(part, target) for part in expr)
    if not isinstance(expr, nodes.Node):
        return expr
    parts = {f.name: getattr(expr, f.name) for f in fields(expr)}
    swapped = {name: _swap(part, target) for name, part in parts.items()}
    changed = any(swapped[name] is not parts[name] for name in parts)
    return replace(expr, **swapped) if changed else expr


def _with_moved_values(program: Program, numbers: set[int], rules: list[Rule]) -> Program:
    """Concepts keep their own copy of the values of rules: bring those in line."""
    begrippen = {}
    for name, begrip in program.begrippen.items():
        begrippen[name] = replace(
            begrip,
            candidates=tuple(_again(c, name, numbers, rules) for c in begrip.candidates),
            changes=tuple(_again(c, name, numbers, rules) for c in begrip.changes),
        )
    return replace(program, begrippen=begrippen)


def _again(candidate: Any, name: str, numbers: set[int], rules: list[Rule]) -> Any:
    if candidate.rule not in numbers:
        return candidate
    return replace(candidate, value=dict(rules[candidate.rule].effects)[name])
