"""Faults to plant in rules as an author writes them: one kind per function, places at random.

A fault changes the corpus, before anything is compiled. What the compiler refuses is no fault:
an author would be told at once.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from fractions import Fraction
from random import Random
from typing import Any

from engine.ir import surface
from engine.ir.program import Program
from engine.ir.surface import Expr
from engine.ir.types import Type
from engine.model.regulation import Corpus, Regeling
from engine.model.rule import Doelwit, Regel
from engine.model.shared import Bron
from engine.model.vocabulary import Begrip, Rest

FLIPPED = {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "+": "-", "-": "+"}
RELATIONS = ("in_afwijking_van", "sluit_uit", "beperkt")
HELPER = "proef_hulp"
YES, NO = surface.YesNo(value=True), surface.YesNo(value=False)


@dataclass(frozen=True)
class Place:
    """A rule in force, as written, with the program that it is compiled to."""

    regeling: Regeling
    rule: Regel
    program: Program

    def __str__(self) -> str:
        return f"{self.rule.id} ({self.rule.herkomst})"

    def with_rules(self, *made: Regel) -> Regeling:
        """The regulation with these instead of the rule."""
        rules = self.regeling.secties.regels
        here = next(i for i, rule in enumerate(rules) if rule is self.rule)
        changed = (*rules[:here], *made, *rules[here + 1 :])
        return replace(self.regeling, secties=replace(self.regeling.secties, regels=changed))

    @property
    def given(self) -> str:
        """The one concept of its own regulation that the rule gives a value; "" for none."""
        names = list(self.rule.dan) if isinstance(self.rule.dan, dict) else []
        own = len(names) == 1 and names[0] in self.regeling.secties.begrippen
        return names[0] if own and not self.rule.wijzigt else ""

    @property
    def concept(self) -> str:
        """The whole name of that concept."""
        return f"{self.regeling.id}.{self.given}"

    @property
    def kind(self) -> Type:
        """The type of that concept."""
        return self.program.begrippen[self.concept].type


Planter = Callable[[Place, Random], Regeling | None]


@dataclass(frozen=True)
class Fault:
    """A fault at a place: of which kind, and the corpus that has it."""

    kind: str
    place: Place
    corpus: Corpus


def planted(corpus: Corpus, place: Place, kind: str, random: Random) -> Fault | None:
    """The fault of this kind at this place; None when it does not fit there."""
    made = KINDS[kind](place, random)
    if made is None:
        return None
    acts = tuple(made if act is place.regeling else act for act in corpus.regelingen)
    return Fault(kind, place, Corpus(regelingen=acts))


# -- conditions and values -----------------------------------------------------------------


def _parts(rule: Regel) -> tuple[Expr, ...]:
    """The parts of the condition that have to hold together."""
    if rule.als is None:
        return ()
    return rule.als.args if isinstance(rule.als, surface.And) else (rule.als,)


def _all_of(parts: tuple[Expr, ...]) -> Expr | None:
    if not parts:
        return None
    return parts[0] if len(parts) == 1 else surface.And(args=parts)


def condition_dropped(place: Place, random: Random) -> Regeling | None:
    """One part of the condition is left out."""
    parts = _parts(place.rule)
    if not parts:
        return None
    lost = random.randrange(len(parts))
    kept = _all_of(parts[:lost] + parts[lost + 1 :])
    return place.with_rules(replace(place.rule, als=kept))


def condition_turned(place: Place, random: Random) -> Regeling | None:
    """One part of the condition is turned into its opposite."""
    parts = _parts(place.rule)
    if not parts:
        return None
    here = random.randrange(len(parts))
    turned = surface.Not(arg=parts[here])
    return place.with_rules(
        replace(place.rule, als=_all_of((*parts[:here], turned, *parts[here + 1 :])))
    )


def bound_shifted(place: Place, random: Random) -> Regeling | None:
    """A bound moves by the smallest step, or from below it to up to and including it."""
    found = [e for e in _formulas(place.rule) if isinstance(e, surface.Compare)]
    ordered = [e for e in found if e.op in FLIPPED]
    if not ordered:
        return None
    one = random.choice(ordered)
    moved = [replace(one, op=FLIPPED[one.op])]
    moved += [replace(one, right=m) for m in [_stepped(one.right)] if m is not None]
    return place.with_rules(_swapped(place.rule, one, random.choice(moved)))


def value_changed(place: Place, random: Random) -> Regeling | None:
    """A value that the rule gives is another: a number, a truth, or plus for minus."""
    dan = place.rule.dan
    formulas = list(dan.values()) if isinstance(dan, dict) else []
    found = [(e, m) for f in formulas for e in _walk(f) for m in [_other(e)] if m is not None]
    if not found:
        return None
    return place.with_rules(_swapped(place.rule, *random.choice(found)))


def _other(expr: Expr) -> Expr | None:
    match expr:
        case surface.YesNo(value=value):
            return replace(expr, value=not value)
        case surface.Arith(op=op) if op in FLIPPED:
            return replace(expr, op=FLIPPED[op])
    return _stepped(expr)


def _stepped(expr: Expr) -> Expr | None:
    """A constant that is one unit or one percent more."""
    match expr:
        case surface.Number(value=value) | surface.Quantity(value=value):
            return replace(expr, value=value + 1)
        case surface.Percent(value=value):
            return replace(expr, value=value + Fraction(1, 100))
    return None


# -- relations -----------------------------------------------------------------------------


def exception_out_of_reach(place: Place, random: Random) -> Regeling | None:
    """An exception no longer reaches what it was written for."""
    written = [(r, t) for r in RELATIONS for t in getattr(place.rule, r)]
    if not written:
        return None
    relation, target = random.choice(written)
    kept = tuple(t for t in getattr(place.rule, relation) if t is not target)
    return place.with_rules(replace(place.rule, **{relation: kept}))


def clause_shadowed(place: Place, random: Random) -> Regeling | None:
    """Another rule goes before an exception whenever it holds."""
    if not any(getattr(place.rule, relation) for relation in RELATIONS):
        return None
    over = Regel(
        id=f"{place.rule.id}-proef", bron=place.rule.bron, over=place.rule.over,
        toelichting="Een proef.", als=_all_of(_parts(place.rule)[:1]),
        sluit_uit=(Doelwit(regel=place.rule.id),),
    )  # fmt: skip
    return place.with_rules(place.rule, over)


# -- rules ---------------------------------------------------------------------------------


def rule_dead(place: Place, random: Random) -> Regeling | None:
    """The condition asks for something and for its opposite."""
    parts = _parts(place.rule)
    if not parts:
        return None
    never = surface.Not(arg=random.choice(parts))
    return place.with_rules(replace(place.rule, als=surface.And(args=(*parts, never))))


def rules_clash(place: Place, random: Random) -> Regeling | None:
    """A second rule gives the same concept another value."""
    if not place.given:
        return None
    assert isinstance(place.rule.dan, dict)
    other = _another(place.rule.dan[place.given], place.kind, random)
    if other is None:
        return None
    twin = Regel(
        id=f"{place.rule.id}-proef", bron=place.rule.bron, over=place.rule.over,
        toelichting="Een proef.", als=place.rule.als, dan={place.given: other},
        tijdstip=place.rule.tijdstip,
    )  # fmt: skip
    return place.with_rules(place.rule, twin)


def _another(value: Expr, kind: Type, random: Random) -> Expr | None:
    """A value of the same type that is never the same."""
    match kind.kind:
        case "ja_nee":
            turned = (
                replace(value, value=not value.value) if isinstance(value, surface.YesNo) else None
            )
            return turned or surface.Not(arg=value)
        case "keuze":
            said = value.parts[0] if isinstance(value, surface.Path) else ""
            others = [label for label in kind.labels if label != said]
            return surface.Path(parts=(random.choice(others),)) if others else None
        case "bedrag" | "aantal" | "procent" | "datum":
            return surface.Arith(op="+", left=value, right=_one(kind))
    return None


def _one(kind: Type) -> Expr:
    match kind.kind:
        case "bedrag":
            return surface.Quantity(value=Fraction(1), unit=kind.unit or "euro")
        case "datum":
            return surface.Quantity(value=Fraction(1), unit="dagen")
        case "procent":
            return surface.Percent(value=Fraction(1, 100))
    if kind.unit:
        return surface.Quantity(value=Fraction(1), unit=kind.unit)
    return surface.Number(value=Fraction(1))


def gap_made(place: Place, random: Random) -> Regeling | None:
    """Of a concept without `rest` a rule is missing, or holds in fewer cases."""
    if not place.given or place.regeling.secties.begrippen[place.given].rest is not None:
        return None
    return _less(place, random)


def rule_missing(place: Place, random: Random) -> Regeling | None:
    """A rule of a concept with `rest`, or a ground, is missing or holds in fewer cases."""
    if place.given and place.regeling.secties.begrippen[place.given].rest is None:
        return None
    return _less(place, random)


def _less(place: Place, random: Random) -> Regeling:
    fits = [
        name
        for name, fact in sorted(place.program.facts.items())
        if fact.type.kind == "ja_nee" and not fact.protected
        and fact.entity == place.rule.over and not fact.test_only
    ]  # fmt: skip
    if not fits or random.random() < 0.5:
        return place.with_rules()
    more = surface.Path(parts=(random.choice(fits),))
    als = _all_of((*_parts(place.rule), more))
    return place.with_rules(replace(place.rule, als=als))


# -- protected facts -----------------------------------------------------------------------


def protected_by_rule(place: Place, random: Random) -> Regeling | None:
    """The condition reads a new concept, and the rule behind that a protected fact."""
    return _protected(place, random, rest=False)


def protected_by_rest(place: Place, random: Random) -> Regeling | None:
    """The condition reads a new concept, whose `rest` is a protected fact."""
    return _protected(place, random, rest=True)


def _protected(place: Place, random: Random, *, rest: bool) -> Regeling | None:
    fits = [
        fact
        for _, fact in sorted(place.program.facts.items())
        if fact.protected and fact.entity == place.rule.over
        and fact.type.kind in ("ja_nee", "datum") and not fact.test_only
    ]  # fmt: skip
    if not fits:
        return None
    fact = random.choice(fits)
    read: Expr = surface.Path(parts=(fact.name,))
    if fact.type.kind == "datum":
        forty = surface.Number(value=Fraction(40))
        read = surface.Compare(
            op=">=", left=surface.Call(name="leeftijd", args=(read,)), right=forty
        )
    source = (Bron(artikel="1"),)
    closed = Rest(waarde=read, bron=source) if rest else None
    helper = Begrip(soort="ja_nee", over=place.rule.over, rest=closed, bron=source)
    giving = Regel(
        id=f"{place.rule.id}-proef", bron=source, over=place.rule.over, hulp=True,
        toelichting="Een proef.", dan={HELPER: read},
    )  # fmt: skip
    als = _all_of((*_parts(place.rule), surface.Path(parts=(HELPER,))))
    made = place.with_rules(replace(place.rule, als=als), *(() if rest else (giving,)))
    begrippen = {**made.secties.begrippen, HELPER: helper}
    return replace(made, secties=replace(made.secties, begrippen=begrippen))


KINDS: dict[str, Planter] = {
    "botsing": rules_clash,
    "gat": gap_made,
    "groter gat": gap_made,
    "dode regel": rule_dead,
    "beschermd gegeven via een regel": protected_by_rule,
    "beschermd gegeven via een rest": protected_by_rest,
    "clausule overschaduwd": clause_shadowed,
    "uitzondering buiten bereik": exception_out_of_reach,
    "voorwaarde weg": condition_dropped,
    "voorwaarde omgekeerd": condition_turned,
    "grens verschoven": bound_shifted,
    "waarde anders": value_changed,
    "regel weg": rule_missing,
}


# -- formulas ------------------------------------------------------------------------------


def _formulas(rule: Regel) -> Iterator[Expr]:
    dan = rule.dan.values() if isinstance(rule.dan, dict) else [rule.dan]
    for formula in (rule.als, *dan):
        yield from _walk(formula)


def _walk(expr: Any) -> Iterator[Expr]:
    """A formula and all its parts."""
    if isinstance(expr, tuple):
        for part in expr:
            yield from _walk(part)
    elif isinstance(expr, surface.Node):
        yield expr
        for field in fields(expr):
            yield from _walk(getattr(expr, field.name))


def _swapped(part: Any, old: Expr, new: Expr) -> Any:
    """The same with one node replaced."""
    if part is old:
        return new
    if isinstance(part, tuple):
        return tuple(_swapped(p, old, new) for p in part)
    if isinstance(part, dict):
        return {name: _swapped(p, old, new) for name, p in part.items()}
    if not is_dataclass(part) or isinstance(part, type):
        return part
    named = {f.name: getattr(part, f.name) for f in fields(part) if f.init}
    changed = {n: s for n, p in named.items() if (s := _swapped(p, old, new)) is not p}
    return replace(part, **changed) if changed else part
