"""Written signals become checked conditions in stages; nothing here knows the library.

A condition is a kind of fact with allowed values per field and variables in capitals. Conditions
of one signal match different facts and are joined by their variables. A signal that reads other
signals comes a stage later; a circle is an error of the author, like any other found here.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from engine.backends.signals.facts import SHAPES
from engine.errors import Diagnostic, RuleError
from engine.model.rule import Reikwijdte
from engine.model.signal import Patroon, Signaal
from engine.origin import NOWHERE, Origin

MAX_PATTERNS = 3
_VARIABLE = re.compile(r"[A-Z][0-9]?")

Allowed = tuple[tuple[str, frozenset[str]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """One pattern: per field the allowed values, and the fields that a variable stands for."""

    kind: str
    allowed: Allowed
    binds: tuple[tuple[str, str], ...] = ()

    @property
    def variables(self) -> frozenset[str]:
        """The variables that this condition gives a value to."""
        return frozenset(variable for _, variable in self.binds)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalRule:
    """A signal in force: its conditions, its stage, and the rules that keep it dark."""

    id: str
    kind: str
    conditions: tuple[Condition, ...]
    barred_by: frozenset[str] = frozenset()
    stage: int = 0
    at: Origin = field(default=NOWHERE, compare=False)


def compile_signals(signals: Iterable[tuple[str, Signaal]], day: date) -> tuple[SignalRule, ...]:
    """Check all signals and give those in force on `day`, by stage and id.

    Args:
        signals: pairs of the id of the regulation and a signal of it.
        day: the peildatum.

    Raises:
        RuleError: R616, R620 and R702-R708, all at once.
    """
    found: list[Diagnostic] = []
    ids: set[str] = set()
    in_force: dict[str, SignalRule] = {}
    for regulation, signal in signals:
        rule = _rule(regulation, signal, found)
        ids.add(rule.id)
        if signal.geldig is not None and not signal.geldig.holds(day):
            continue
        if rule.id in in_force:
            message = f"signaal `{rule.id}` geldt twee keer op {day.isoformat()}"
            found.append(Diagnostic(code="R620", message=message, at=rule.at))
        in_force[rule.id] = rule
    rules = _with_stages(in_force, ids, found)
    if found:
        raise RuleError(found)
    return tuple(sorted(rules, key=lambda rule: (rule.stage, rule.id)))


def _rule(regulation: str, signal: Signaal, found: list[Diagnostic]) -> SignalRule:
    def report(code: str, message: str, hint: str = "") -> None:
        text = f"signaal `{signal.id}`: {message}"
        found.append(Diagnostic(code=code, message=text, at=signal.herkomst, hint=hint))

    if not 0 < len(signal.als) <= MAX_PATTERNS:
        hint = "wat telt, ontkent of vergelijkt is een begrip"
        report("R616", f"een signaal heeft een tot {MAX_PATTERNS} patronen", hint)
    conditions = []
    for pattern in signal.als:
        for problem in _problems(pattern):
            report(*problem)
        conditions.append(_condition(pattern))
    known: frozenset[str] = frozenset()
    for number, condition in enumerate(conditions):
        if number and not known & condition.variables:
            message = f"patroon {number + 1} deelt geen variabele met een eerder patroon"
            report("R704", message, "gebruik bijvoorbeeld `gezin: G` in allebei")
        known |= condition.variables
    if signal.reikwijdte is not None:
        limits = _limits(signal.reikwijdte, regulation)
        narrowed = [_narrow(condition, limits.get(condition.kind, {})) for condition in conditions]
        if not limits or not any(c.kind in limits for c in conditions) or None in narrowed:
            hint = "zij werkt op een patroon `blokkade`, en met `begrippen` op een `uitkomst`"
            report("R707", "de reikwijdte sluit niet aan op de patronen", hint)
        conditions = [new or old for new, old in zip(narrowed, conditions, strict=True)]
    return SignalRule(
        id=signal.id,
        kind=signal.soort,
        conditions=tuple(conditions),
        barred_by=frozenset(signal.behalve_blokkade),
        at=signal.herkomst,
    )


def _problems(pattern: Patroon) -> Iterable[tuple[str, str, str]]:
    shape = SHAPES[pattern.soort]
    for name in sorted(pattern.velden.keys() - set(shape.all)):
        hint = f"kies uit {', '.join(sorted(shape.all))}"
        yield "R702", f"`{pattern.soort}` heeft geen veld `{name}`", hint
    variables = []
    plain = set()
    for name, values in pattern.velden.items():
        named = [value for value in values if _VARIABLE.fullmatch(value)]
        variables += named
        plain |= set() if named else {name}
        if not values or (named and len(values) > 1):
            yield (
                "R703",
                f"veld `{name}` heeft een waarde, een lijst van waarden of een variabele",
                "",
            )
    if len(set(variables)) < len(variables):
        yield "R703", f"een variabele staat twee keer in een patroon `{pattern.soort}`", ""
    if pattern.soort == "signaal" and not plain & {"id", "soort"}:
        yield "R708", "een patroon op een signaal noemt `id` of `soort`", ""


def _condition(pattern: Patroon) -> Condition:
    allowed, binds = [], []
    for name, values in sorted(pattern.velden.items()):
        if len(values) == 1 and _VARIABLE.fullmatch(values[0]):
            binds.append((name, values[0]))
        else:
            allowed.append((name, frozenset(values)))
    return Condition(kind=pattern.soort, allowed=tuple(allowed), binds=tuple(binds))


def _limits(reach: Reikwijdte, regulation: str) -> Mapping[str, Mapping[str, frozenset[str]]]:
    """What the reach demands, per kind of pattern and field."""
    wanted: dict[str, dict[str, frozenset[str]]] = {"blokkade": {}, "uitkomst": {}}
    blocker = wanted["blokkade"]
    own_units = bool(reach.artikelen or reach.paragrafen)
    regulations = reach.regelingen or ((regulation,) if own_units else ())
    blocker["regeling"] = frozenset(regulations)
    blocker["artikel"] = frozenset(reach.artikelen)
    blocker["paragraaf"] = frozenset(reach.paragrafen)
    if reach.blokkade is not None:
        blocker["rang"] = frozenset(reach.blokkade.rang)
        blocker["karakter"] = frozenset(reach.blokkade.karakter)
    wanted["uitkomst"]["begrip"] = frozenset(reach.begrippen)
    filled = {
        kind: {name: values for name, values in fields.items() if values}
        for kind, fields in wanted.items()
    }
    return {kind: fields for kind, fields in filled.items() if fields}


def _narrow(condition: Condition, limits: Mapping[str, frozenset[str]]) -> Condition | None:
    """The condition with the limits added; None when nothing could ever match any more."""
    allowed = dict(condition.allowed)
    for name, values in limits.items():
        if any(name == bound for bound, _ in condition.binds):
            return None
        allowed[name] = allowed.get(name, values) & values
        if not allowed[name]:
            return None
    return replace(condition, allowed=tuple(sorted(allowed.items())))


def _with_stages(
    rules: Mapping[str, SignalRule], ids: set[str], found: list[Diagnostic]
) -> list[SignalRule]:
    """Give every rule its stage: one later than the latest signal that it may read."""
    stages: dict[str, int] = {}

    def stage(rule: SignalRule, path: tuple[str, ...]) -> int:
        if rule.id in path:
            circle = " → ".join((*path[path.index(rule.id) :], rule.id))
            message = f"signalen lezen elkaar in een kring: {circle}"
            found.append(Diagnostic(code="R706", message=message, at=rule.at))
            return 0
        if rule.id not in stages:
            later = [stage(other, (*path, rule.id)) for other in _read_by(rule, rules)]
            stages[rule.id] = max((number + 1 for number in later), default=0)
        return stages[rule.id]

    for rule in rules.values():
        for name in sorted(_named(rule) - ids):
            message = f"signaal `{rule.id}`: er is geen signaal `{name}`"
            found.append(Diagnostic(code="R705", message=message, at=rule.at))
    return [replace(rules[name], stage=stage(rules[name], ())) for name in sorted(rules)]


def _named(rule: SignalRule) -> set[str]:
    """Ids of other signals that the rule names."""
    return {
        value
        for condition in rule.conditions
        if condition.kind == "signaal"
        for name, values in condition.allowed
        if name == "id"
        for value in values
    }


def _read_by(rule: SignalRule, rules: Mapping[str, SignalRule]) -> list[SignalRule]:
    """The signals that this one may read, in order of their ids."""
    wanted = [dict(c.allowed) for c in rule.conditions if c.kind == "signaal"]
    if not wanted:
        return []
    return [
        rules[name] for name in sorted(rules) if any(_may_read(a, rules[name]) for a in wanted)
    ]


def _may_read(allowed: Mapping[str, frozenset[str]], other: SignalRule) -> bool:
    named, kinds = allowed.get("id"), allowed.get("soort")
    if named is None and kinds is None:
        return False
    return (named is None or other.id in named) and (kinds is None or other.kind in kinds)
