"""Checks on what a lower regulation does with a higher one: ordinances and policy rules."""

from collections.abc import Iterator
from datetime import date

from engine.ir import nodes
from engine.ir.fold import walk
from engine.ir.program import Program, Rule
from engine.model.regulation import Regeling
from engine.model.rule import Regel
from engine.service.findings import Bevinding

ORDINANCE, POLICY = "verordening", "beleidsregel"
OWN = "deze"
ALIKE = 2  # a condition that shares fewer parts with a definition is about something else
Found = Iterator[Bevinding]


def without_clause(regeling: Regeling, _day: date) -> Found:
    """Ordinances that limit what an act gives, without a clause for the special case."""
    limits = [rule for rule in regeling.secties.regels if rule.beperkt]
    if regeling.kop.soort != ORDINANCE or not limits or _has_clause(regeling):
        return
    told = ", ".join(f"`{name}`" for name in sorted({rule.id for rule in limits}))
    text = f"beperkt een hogere regeling ({told}) en heeft geen hardheidsclausule"
    yield _finding("F143", regeling, regeling.id, text, str(regeling.kop.herkomst))


def _has_clause(regeling: Regeling) -> bool:
    return any(
        target.regeling in (OWN, regeling.id) and target.artikel is None
        for rule in regeling.secties.regels
        for target in rule.sluit_uit
    )


def caps(regeling: Regeling, _day: date) -> Found:
    """Policy rules that lower or refuse what a higher regulation gives."""
    if regeling.kop.soort != POLICY:
        return
    for rule in regeling.secties.regels:
        if rule.wijzigt or rule.beperkt:
            text = f"beleid {_what(rule)}: een mens weegt in elk geval of dat onevenredig uitpakt"
            yield _finding("F144", regeling, rule.id, text, str(rule.herkomst))


def _what(rule: Regel) -> str:
    if rule.wijzigt:
        return f"verlaagt of begrenst `{'`, `'.join(rule.wijzigt)}`"
    hit = (target.regel or target.artikel or "" for target in rule.beperkt)
    return f"beperkt `{'`, `'.join(hit)}`"


def thin_definitions(program: Program) -> Found:
    """Lower rules that refuse on a part of what the definition of a higher regulation asks."""
    for higher in program.rules:
        for edge in higher.defeaters:
            lower = program.rules[edge.rule]
            if lower.rank not in (ORDINANCE, POLICY) or higher.rank in (ORDINANCE, POLICY):
                continue
            for name, asked in _definitions(program, higher):
                missing = asked - _leaves(lower)
                if missing and len(asked) - len(missing) >= ALIKE:
                    yield _thin(lower, name, missing)


def _thin(lower: Rule, name: str, missing: frozenset[str]) -> Bevinding:
    bare = ", ".join(f"`{part.rpartition('.')[2]}`" for part in sorted(missing))
    text = f"lijkt op `{name}` van een hogere regeling, maar vraagt niet naar {bare}"
    return Bevinding(
        code="F145", regeling=lower.regulation, over=lower.id, tekst=text, plaats=str(lower.origin)
    )


def _definitions(program: Program, rule: Rule) -> Iterator[tuple[str, frozenset[str]]]:
    """The concepts that a rule reads, with the facts and norms that make each of them."""
    for node in walk(rule.condition):
        if isinstance(node, nodes.BegripRef):
            made_by = program.begrippen[node.name].candidates
            parts = (_leaves(program.rules[candidate.rule]) for candidate in made_by)
            yield node.name, frozenset().union(*parts)


def _leaves(rule: Rule) -> frozenset[str]:
    """The facts and norms that a rule reads itself."""
    formulas = [rule.condition, *(value for _, value in rule.effects)]
    return frozenset(
        node.name
        for formula in formulas
        for node in walk(formula)
        if isinstance(node, nodes.FactRef | nodes.NormRef)
    )


def _finding(code: str, regeling: Regeling, over: str, text: str, place: str) -> Bevinding:
    return Bevinding(code=code, regeling=regeling.id, over=over, tekst=text, plaats=place)
