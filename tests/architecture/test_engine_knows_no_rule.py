"""The engine names no shipped rule: a municipality can replace every one of them."""

import re
from collections.abc import Iterable
from pathlib import Path

import yaml

from tests.architecture.repository import files, name

LISTS = ("regels", "signalen", "verwijzingen")


def rule_ids(texts: Iterable[str]) -> set[str]:
    """Ids of the rules, signals and referrals in the given rule files."""
    found: set[str] = set()
    for text in texts:
        document = yaml.load(text, Loader=yaml.BaseLoader)
        if not isinstance(document, dict):
            continue
        for key in LISTS:
            items = document.get(key)
            for item in items if isinstance(items, list) else []:
                if isinstance(item, dict) and isinstance(item.get("id"), str):
                    found.add(item["id"])
    return found


def mentions(paths: list[Path], ids: set[str]) -> list[str]:
    """Places where one of the ids stands as a whole word, in code or in a comment."""
    return [
        f"{name(path)}:{number} {word}"
        for path in paths
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        for word in sorted(ids.intersection(re.findall(r"[\w.-]*\w", line)))
        if "-" in word or f'"{word}"' in line
    ]


def shipped_ids() -> set[str]:
    texts = (
        path.read_text(encoding="utf-8")
        for path in files(".yaml", under=("rules/",))
        if "gevallen" not in path.parts
    )
    return rule_ids(texts)


def test_engine_names_no_shipped_rule() -> None:
    assert mentions(files(".py", under=("engine/", "api/")), shipped_ids()) == []


def test_ids_are_collected() -> None:
    text = "regels:\n  - id: pw-1\n  - {id: pw-2, als: ja}\nsignalen:\n  - id: taxi\nid: zelf\n"
    assert rule_ids([text, "- los"]) == {"pw-1", "pw-2", "taxi"}


def test_mentions_are_found(tmp_path: Path) -> None:
    sample = tmp_path / "sample.py"
    sample.write_text('# zie pw-1\nx = "taxi"\n# een taxi\ny = "pw-12"\n', encoding="utf-8")
    assert mentions([sample], {"pw-1", "taxi"}) == ["sample.py:1 pw-1", "sample.py:2 taxi"]
