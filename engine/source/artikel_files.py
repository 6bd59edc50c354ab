"""Files `artikelen.yaml`: what became of every part of an act, one line each."""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from engine.errors import Diagnostic, RuleError, reason
from engine.model.artikel import (
    INCLUDED,
    LEFT_OUT,
    OPEN_NORM,
    REDENEN,
    STATUSSEN,
    Artikelregel,
    Genoemd,
)
from engine.origin import Origin
from engine.source.artikel_names import JUDGEMENT, Names
from engine.source.formula_errors import close_to
from engine.source.nodes import Items, Mapping, Text, key_origin, origin_of
from engine.source.yaml_text import read_yaml

FILE = "artikelen.yaml"
FILE_KEYS = ("regeling", "artikelen")
WORDS = (
    "id", "regeling", "artikel", "lid", "onderdeel", "ecli", "wat", "status", "reden", "ontbreekt",
)  # fmt: skip
KEYS = (*WORDS, "regels")
NEEDED = ("id", "wat", "status")
_ECLI = re.compile(r"ECLI:[A-Z]{2}:[A-Z]+:\d{4}:[A-Z0-9.]+")
Found = Iterator[Diagnostic]


def artikel_paths(folders: Sequence[Path]) -> list[Path]:
    """All accounting files below these folders, sorted; a file stands for itself."""
    found = [p for f in folders for p in ([f] if f.is_file() else f.rglob(FILE))]
    return sorted({path for path in found if path.name == FILE})


def read_artikelen(paths: Iterable[Path], names: Names) -> tuple[Artikelregel, ...]:
    """Read accounting files, in this order; an id stands once in all of them together.

    Raises:
        RuleError: V1xx for the lines, R0xx for the YAML; all problems of all files at once.
    """
    lines: list[Artikelregel] = []
    problems: list[Diagnostic] = []
    for path in paths:
        try:
            data = path.read_bytes()
        except OSError as error:
            message = f"dit bestand is niet te lezen: {reason(error)}"
            problems.append(_problem("R018", message, Origin(str(path))))
            continue
        for found in _file(data, str(path), names):
            if isinstance(found, Diagnostic):
                problems.append(found)
            else:
                lines.append(found)
    problems += _doubles(lines)
    if problems:
        raise RuleError(problems)
    return tuple(lines)


def _problem(code: str, message: str, at: Origin, hint: str = "") -> Diagnostic:
    return Diagnostic(code=code, message=message, at=at, hint=hint)


def _doubles(lines: Sequence[Artikelregel]) -> Found:
    first: dict[str, Origin] = {}
    for line in lines:
        place = first.setdefault(line.id, line.herkomst)
        if place != line.herkomst:
            message = f"het id `{line.id}` staat er twee keer"
            also = ((place, "eerste keer"),)
            yield Diagnostic(code="V106", message=message, at=line.herkomst, also=also)


def _file(data: bytes, name: str, names: Names) -> Iterator[Diagnostic | Artikelregel]:
    tree, found = read_yaml(data, name)
    yield from found
    subjects = tree.get("artikelen") if isinstance(tree, Mapping) else None
    if not isinstance(tree, Mapping) or not isinstance(subjects, Mapping):
        if not found:
            hint = "schrijf `artikelen:` met daaronder per onderwerp een lijst van regels"
            yield _problem("V101", "dit is geen artikelenbestand", Origin(name), hint)
        return
    yield from _unknown_keys(tree, FILE_KEYS)
    yield from _texts(tree, ("regeling",))
    act = str(tree.get("regeling", ""))
    for subject, lines in subjects.items():
        if not isinstance(lines, Items):
            message = f"onder `{subject}` hoort een lijst van regels"
            yield _problem("V112", message, key_origin(subjects, subject))
            continue
        for line in lines:
            yield from _line(line, str(subject), act, names)


def _line(
    line: object, subject: str, act: str, names: Names
) -> Iterator[Diagnostic | Artikelregel]:
    """The line, or what is wrong with it."""
    if not isinstance(line, Mapping):
        yield _problem("V112", "een regel is een blok met sleutels", origin_of(line))
        return
    problems = [*_unknown_keys(line, KEYS), *_texts(line, WORDS), *_missing(line, act)]
    problems += _status(line)
    act = str(line.get("regeling", act))
    named: list[Genoemd] = []
    for found in _named(line, act, names):
        if isinstance(found, Genoemd):
            named.append(found)
        else:
            problems.append(found)
    if not problems and line["status"] == OPEN_NORM:
        problems += _without_judgement(line, named)
    yield from problems
    if not problems:
        texts = {key: str(line[key]) for key in WORDS if key in line}
        yield Artikelregel(
            **{**texts, "regeling": act},
            onderwerp=subject, regels=tuple(named), herkomst=line.origin,
        )  # fmt: skip


def _unknown_keys(tree: Mapping, known: Sequence[str]) -> Found:
    for key in tree:
        if key not in known:
            hint = close_to(str(key), known) or f"kies uit {', '.join(known)}"
            yield _problem("V102", f"`{key}` hoort hier niet", key_origin(tree, key), hint)


def _texts(tree: Mapping, keys: Sequence[str]) -> Found:
    for key in keys:
        if key in tree and not isinstance(tree[key], Text):
            yield _problem("V112", f"`{key}` is een enkele tekst", key_origin(tree, key))


def _missing(line: Mapping, act: str) -> Found:
    for key in NEEDED:
        if key not in line:
            yield _problem("V103", f"`{key}` ontbreekt", line.origin)
    if not act and "regeling" not in line:
        hint = "noem de wet bovenaan het bestand of bij de regel"
        yield _problem("V103", "`regeling` ontbreekt", line.origin, hint)
    if "artikel" not in line and "ecli" not in line:
        hint = "noem een artikel of een uitspraak (ecli)"
        yield _problem("V103", "`artikel` ontbreekt", line.origin, hint)
    ecli = line.get("ecli")
    if isinstance(ecli, Text) and not _ECLI.fullmatch(ecli):
        yield _problem("V111", f"`{ecli}` is geen ECLI", ecli.origin)


def _status(line: Mapping) -> Found:
    """A status that exists, and beside it what belongs to it."""
    status, why = line.get("status"), line.get("reden")
    if isinstance(why, Text) and why not in REDENEN:
        hint = close_to(why, REDENEN) or f"kies uit {', '.join(REDENEN)}"
        yield _problem("V105", f"`{why}` is geen vaste reden", why.origin, hint)
    if not isinstance(status, Text):
        return
    if status not in STATUSSEN:
        hint = close_to(status, STATUSSEN) or f"kies uit {', '.join(STATUSSEN)}"
        yield _problem("V104", f"`{status}` is geen status", status.origin, hint)
        return
    needed = "reden" if status == LEFT_OUT else "regels"
    if needed not in line and status in (INCLUDED, OPEN_NORM, LEFT_OUT):
        yield _problem("V103", f"bij `{status}` hoort `{needed}`", line.origin)
    for key in ("regels", "ontbreekt") if status == LEFT_OUT else ("reden",):
        if key in line:
            yield _problem("V109", f"`{key}` past niet bij `{status}`", key_origin(line, key))


def _named(line: Mapping, act: str, names: Names) -> Iterator[Diagnostic | Genoemd]:
    written = line.get("regels", Items(line.origin))
    for word in written if isinstance(written, Items) else [written]:
        if not isinstance(word, Text):
            yield _problem("V112", "`regels` is een lijst van namen", origin_of(word))
            continue
        found = names.find(word, act)
        owners = names.owners(word)
        if found is not None:
            yield found
        elif owners and not act:
            continue  # which act is meant was asked already
        elif owners:
            hint = f"kies uit {', '.join(f'{owner}.{word}' for owner in owners)}"
            yield _problem("V108", f"`{word}` staat in meer regelingen", word.origin, hint)
        else:
            hint = close_to(word, names.known)
            yield _problem("V107", f"`{word}` bestaat niet in de regels", word.origin, hint)


def _without_judgement(line: Mapping, named: Sequence[Genoemd]) -> Found:
    if not any(thing.soort == JUDGEMENT for thing in named):
        hint = "noem het oordeel, of kies een andere status"
        at = key_origin(line, "regels")
        yield _problem("V110", "een open norm noemt het oordeel van een mens", at, hint)
