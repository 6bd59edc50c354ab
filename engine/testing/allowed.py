"""Differences that the municipality knows of and wants, each with its article and the reason."""

from dataclasses import dataclass
from pathlib import Path

import yaml

from engine.decide.encode import article_of
from engine.testing.folder import Folder, NotUsable

KEYS = ("eigenschap", "regel", "artikel", "reden")
MAY_BE_WANTED = ("P4", "P5")


@dataclass(frozen=True)
class Allowed:
    """One difference that is wanted."""

    eigenschap: str
    regel: str
    artikel: str
    reden: str


def read_allowed(path: Path, folder: Folder) -> tuple[Allowed, ...]:
    """Read the list; every rule in it has to exist and stand in the article that is named.

    Raises:
        NotUsable: the list cannot be read or does not fit the folder; all problems at once.
    """
    try:
        rows = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 texts
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise NotUsable(f"`{path}` is niet te lezen als lijst van verschillen") from error
    if not isinstance(rows, list):
        raise NotUsable(f"`{path}` is geen lijst; begin elke regel met een streepje")
    found = [problem for n, row in enumerate(rows, 1) if (problem := _wrong(row, folder, n))]
    if found:
        raise NotUsable(f"`{path}` klopt niet: " + "; ".join(found))
    return tuple(Allowed(**row) for row in rows)


def _wrong(row: object, folder: Folder, number: int) -> str:
    """What is wrong with a row; empty when nothing is."""
    if not isinstance(row, dict) or set(row) != set(KEYS) or not all(row.values()):
        return f"{number}: schrijf precies {', '.join(KEYS)}"
    if row["eigenschap"] not in MAY_BE_WANTED:
        return f"{number}: alleen {' en '.join(MAY_BE_WANTED)} kunnen gewild zijn"
    rule = next((r for r in folder.own if r.id == row["regel"]), None)
    if rule is None:
        return f"{number}: de regel `{row['regel']}` staat niet in deze map"
    article = article_of(rule.sources)
    if row["artikel"] != article:
        return f"{number}: `{rule.id}` staat in artikel {article}"
    return ""
