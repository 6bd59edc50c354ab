"""Fingerprints of rules and amounts, and canonical JSON: what makes an answer repeatable.

A fingerprint covers what a rule says, not where it stands: comments, order and line numbers do
not count, one character in a condition or explanation does.
"""

import dataclasses
import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

import rfc8785

from engine.ir.parts import Collision
from engine.ir.program import Edge, Program, Rule
from engine.result.evaluated import Evaluated
from engine.values import Duration, format_number

SKIPPED = frozenset({"origin", "at", "number"})


def canonical_json(data: object) -> bytes:
    """RFC 8785: the same data gives the same bytes everywhere."""
    return rfc8785.dumps(plain(data))


def plain(data: object) -> Any:  # noqa: ANN401 JSON has many shapes
    """Dataclasses, tuples and values as JSON data; None and empty parts are left out."""
    if dataclasses.is_dataclass(data) and not isinstance(data, type):
        pairs = ((f.name, getattr(data, f.name)) for f in dataclasses.fields(data))
        return {name: plain(value) for name, value in pairs if not _empty(value)}
    if isinstance(data, Mapping):
        return {str(key): plain(value) for key, value in data.items()}
    if isinstance(data, tuple | list | set | frozenset):
        items = [plain(item) for item in data]
        return sorted(items, key=str) if isinstance(data, set | frozenset) else items
    return data


def _empty(value: object) -> bool:
    if value is None or value in ("", (), {}):
        return True
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return all(_empty(getattr(value, f.name)) for f in dataclasses.fields(value))
    return False


def digest(data: bytes) -> str:
    """SHA-256 in hex, with its name."""
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


Declared = tuple[str, str, object]


def declared(program: Program) -> Iterator[Declared]:
    """Everything that a program holds: its kind, its name and what it is."""
    yield from (("regel", rule.id, rule) for rule in program.rules)
    kinds: tuple[tuple[str, Mapping[str, object]], ...] = (
        ("bedrag", program.amounts),
        ("tabel", program.tables),
        ("oordeel", program.norms),
        ("lezing", program.readings),
        ("groep", program.groups),
        ("gegeven", program.facts),
        ("lijst", program.lists),
        ("termijn", {term.id: term for term in program.terms}),
        ("verwijzing", {referral.id: referral for referral in program.referrals}),
        ("plicht", {duty.begrip: duty for duty in program.duties}),
        ("regeling", {info.id: info for info in program.regulations}),
        ("begrip", program.begrippen),
    )
    yield from ((kind, name, part) for kind, parts in kinds for name, part in parts.items())
    yield from (("botsing", clash_name(clash), clash) for clash in program.collisions)
    yield from (("feestdag", day.isoformat(), day) for day in program.holidays)


def clash_name(clash: Collision) -> str:
    """What a collision is called: the two kinds of obligation; several acts may name the same."""
    return " en ".join(clash.between)


def fingerprints(program: Program, run: Evaluated | None = None) -> dict[str, str]:
    """Hash of everything that is declared, by kind and name; with a run, only of rules asked."""
    asked = None if run is None else {key[0] for key in _rule_keys(run)}
    found: dict[str, list[str]] = {}
    for kind, name, part in declared(program):
        key = f"{kind}:{name}"
        if not isinstance(part, Rule) or asked is None or part.number in asked:
            found.setdefault(key, []).append(fingerprint(part, program))
    return {key: _together(prints) for key, prints in sorted(found.items())}


def _rule_keys(run: Evaluated) -> set[tuple[int, ...]]:
    steps: Mapping[Any, Any] = getattr(run, "rule_steps", {})
    return {(key[0],) for key in steps}


def _together(prints: list[str]) -> str:
    """Parts that share a name, such as versions of a rule, together make one fingerprint."""
    return prints[0] if len(prints) == 1 else digest("".join(sorted(prints)).encode())


def fingerprint(part: object, program: Program) -> str:
    """Hash of what a part of a program says; names of other rules instead of their numbers."""
    content = _content(part, program)
    return digest(json.dumps(content, sort_keys=True, ensure_ascii=False).encode())


_NAMES: dict[type, tuple[str, ...]] = {}


def _names(part: Any) -> tuple[str, ...]:  # noqa: ANN401 any dataclass
    """The fields of a part that say something, places left out; looked up once per kind."""
    kind: type = type(part)
    if kind not in _NAMES:
        _NAMES[kind] = tuple(f.name for f in dataclasses.fields(part) if f.name not in SKIPPED)
    return _NAMES[kind]


def differing(old: object, new: object, before: Program, after: Program) -> tuple[str, ...]:
    """The fields in which two parts of one kind differ, each in the program it is of."""
    return tuple(
        name
        for name in _names(old)
        if _content(getattr(old, name), before) != _content(getattr(new, name), after)
    )


_PLAIN = frozenset({str, int, bool, type(None)})  # nearly everything: tried before the rest


def _content(part: object, program: Program) -> Any:  # noqa: ANN401 JSON has many shapes
    """A part of a program without places and numbers."""
    if part.__class__ in _PLAIN or isinstance(part, str | int):  # a rung is an int
        return part
    if isinstance(part, tuple | list):
        return [i if i.__class__ in _PLAIN else _content(i, program) for i in part]
    if isinstance(part, Fraction):
        return format_number(part)
    if isinstance(part, date):
        return part.isoformat()
    if isinstance(part, Edge):
        return [program.rules[part.rule].id, list(part.steps), part.why, part.relation]
    if isinstance(part, Duration):
        return [part.months, part.days]
    if isinstance(part, Mapping):
        return {str(k): _content(v, program) for k, v in part.items()}
    return [type(part).__name__, *_fields(part, program)]


def _fields(part: object, program: Program) -> Iterator[Any]:
    """What the fields of a part say, in their order; rules by their id."""
    for name in _names(part):
        value = getattr(part, name)
        if name == "rule" and isinstance(value, int):
            yield program.rules[value].id
        else:
            yield value if value.__class__ in _PLAIN else _content(value, program)


def ruleset_hash(program: Program) -> str:
    """One hash over all fingerprints."""
    return digest(canonical_json(fingerprints(program)))
