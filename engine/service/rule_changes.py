"""Which rules, amounts, tables, norms and signals differ between two sets of rules.

What is compared is the compiled program, by its fingerprints: a comment, another order of files
or another way to write the same formula is no change.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from engine.decide.receipt import canonical_json, declared, differing, digest, fingerprint
from engine.decide.toets import Setting
from engine.ir.program import Begrip, Norm, Program, Rule, Rung
from engine.model.signal import Signaal
from engine.origin import NOWHERE
from engine.result.verschil import Onderdeelwijziging, Wat
from engine.service.change_words import DEFEATERS, TOLD_ONLY, both_words, field_words
from engine.service.receipt import all_fingerprints, content_of
from engine.service.sides import Stand

Key = tuple[str, str]
NAMED = ("name", "id")


@dataclass(frozen=True, kw_only=True)
class Part:
    """A part of one side: what it says (more than one where versions share an id) and its hash."""

    says: tuple[Any, ...]
    stand: Stand
    hash: str

    @property
    def place(self) -> str:
        """File and line, where known."""
        first = self.says[0]
        return self.stand.kant.plaats(
            getattr(first, "origin", getattr(first, "herkomst", NOWHERE))
        )


def parts(stand: Stand) -> dict[Key, Part]:
    """Everything that was written, by kind and name; what follows from other parts left out."""
    found: dict[Key, list[Any]] = {}
    for kind, name, part in declared(stand.program):
        found.setdefault((kind, name), []).append(_own(part, stand.program))
    for name, (_, signal) in stand.signals.items():
        found[("signaal", name)] = [signal]
    found |= {("domein", axiom.name): [axiom] for axiom in stand.program.domain}
    found |= {("verloop", course.name): [course] for course in stand.program.courses}
    return {
        key: Part(says=tuple(says), stand=stand, hash=_hash(says, stand.program))
        for key, says in found.items()
    }


def says_the_same(old: Setting, new: Setting) -> bool:
    """Whether two sets of rules give every case the same answer, because they say the same."""
    return all_fingerprints(old) == all_fingerprints(new)


def _own(part: object, program: Program) -> object:
    """A part without what rules elsewhere add to it, and without order where that says nothing."""
    if isinstance(part, Begrip):
        return replace(part, candidates=(), changes=(), excluders=(), top=Rung.A)
    if isinstance(part, Norm):
        return replace(part, presumptions=())
    if isinstance(part, Rule):
        edges = sorted(part.defeaters, key=lambda e: (program.rules[e.rule].id, e.steps, e.why))
        return replace(part, defeaters=tuple(edges))
    return part


def _hash(says: Iterable[Any], program: Program) -> str:
    prints = (
        digest(canonical_json(content_of(part)))
        if isinstance(part, Signaal)
        else fingerprint(part, program)
        for part in says
    )
    return " ".join(sorted(prints))


def changes(before: Stand, after: Stand) -> Iterator[Onderdeelwijziging]:
    """Every part that is new, gone, renamed or says something else; in order of kind and name."""
    old, new = parts(before), parts(after)
    gone = {key: part for key, part in old.items() if key not in new}
    come = {key: part for key, part in new.items() if key not in old}
    renamed = _renamed(gone, come)
    for key in sorted({*old, *new}):
        if key in renamed.values():
            continue
        if key in gone:
            yield _one(key, "vervallen", gone[key])
        elif key in come:
            name = renamed.get(key)
            made = _one(key, "hernoemd" if name else "toegevoegd", come[key])
            yield made if name is None else _renaming(made, name, gone[name])
        elif old[key].hash != new[key].hash:
            yield _changed(key, old[key], new[key])


def _renamed(gone: Mapping[Key, Part], come: Mapping[Key, Part]) -> dict[Key, Key]:
    """New parts that say the same as exactly one that is gone, but for their name."""
    found: dict[Key, Key] = {}
    before, after = _by_content(gone), _by_content(come)
    for content, new in after.items():
        old = before.get(content, [])
        if len(new) == len(old) == 1:
            found[new[0]] = old[0]
    return found


def _by_content(some: Mapping[Key, Part]) -> dict[str, list[Key]]:
    found: dict[str, list[Key]] = {}
    for key, part in some.items():
        field = next((f for f in NAMED if hasattr(part.says[0], f)), "")
        if field:
            bare = [replace(says, **{field: ""}) for says in part.says]
            found.setdefault(f"{key[0]} {_hash(bare, part.stand.program)}", []).append(key)
    return found


def _renaming(made: Onderdeelwijziging, name: Key, old: Part) -> Onderdeelwijziging:
    return replace(made, naam_oud=name[1], plaats_oud=old.place)


def _one(key: Key, what: Wat, part: Part) -> Onderdeelwijziging:
    words = both_words(key[0], part.says, part.says, part.stand, part.stand)[1]
    gone = what == "vervallen"
    return Onderdeelwijziging(
        soort=key[0],
        naam=key[1],
        wat=what,
        regeling=_regulation(key, part),
        oud=words if gone else "",
        nieuw="" if gone else words,
        plaats_oud=part.place if gone else "",
        plaats_nieuw="" if gone else part.place,
    )


def _changed(key: Key, old: Part, new: Part) -> Onderdeelwijziging:
    fields = _fields(old, new)
    before, after = both_words(key[0], old.says, new.says, old.stand, new.stand)
    return Onderdeelwijziging(
        soort=key[0],
        naam=key[1],
        wat="geraakt" if fields == {DEFEATERS} else "gewijzigd",
        regeling=_regulation(key, new),
        anders=field_words(fields),
        oud=before,
        nieuw=after,
        plaats_oud=old.place,
        plaats_nieuw=new.place,
        effect="gelijk" if fields <= TOLD_ONLY else "niet_bekeken",
    )


def _fields(old: Part, new: Part) -> set[str]:
    """The fields in which two parts differ; another number of versions is another period."""
    found = set() if len(old.says) == len(new.says) else {"window"}
    for one, other in zip(old.says, new.says, strict=False):
        if isinstance(one, Signaal):
            before, after = content_of(one), content_of(other)
            found |= {name for name in before if before[name] != after[name]}
        else:
            found |= {*differing(one, other, old.stand.program, new.stand.program)}
    return found


def _regulation(key: Key, part: Part) -> str:
    if key[0] == "signaal":
        return part.stand.signals[key[1]][0]
    return str(getattr(part.says[0], "regulation", ""))
