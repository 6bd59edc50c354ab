"""The check of a municipality outside the shipped rules, and of one act within them."""

import json
import re
import shutil
from pathlib import Path

import pytest

from engine.service import shipped_rules
from engine.source.artikel_files import artikel_paths, read_artikelen
from engine.source.artikel_names import Names
from engine.source.corpus import read_corpus
from tests.cli.command import Command

ACTS = [
    p for p in shipped_rules().iterdir() if p.is_dir() and p.name not in ("gemeente", "_schema")
]


@pytest.mark.slow
def test_it_is_told_what_is_missing_and_what_to_do(regelruimte: Command, tmp_path: Path) -> None:
    own = tmp_path / "heuvelrode"
    shutil.copytree(shipped_rules() / "gemeente" / "heuvelrode", own)
    asked = ("controleer", *ACTS, "--ook", own, "--snel", "--peildatum", "2026-09-01")
    seen = regelruimte(*asked)
    assert "F142 waarschuwing: verplichte invulling ontbreekt (7)" in seen.out
    assert "Wat nu: laat de raad of het college dit vaststellen" in seen.out
    assert "F144 melding: grens in beleid (1)" in seen.out
    rows = json.loads(regelruimte(*asked, "--json").out)["bevindingen"]
    told = {row["code"]: row["wat_nu"] for row in rows}
    assert told["F142"]
    assert told["F144"]
    assert {row["gemeente"] for row in rows if row["code"] == "F142"} == {"GM0044"}


@pytest.mark.slow
def test_a_folder_within_the_shipped_rules_is_checked_beside_the_others(
    regelruimte: Command,
) -> None:
    seen = regelruimte("controleer", shipped_rules() / "wgs", "--snel", "--json")
    rows = json.loads(seen.out)["bevindingen"]
    assert seen.code == 0
    assert {row["regeling"] for row in rows} == {"wgs"}


def test_the_accounting_stands_beside_a_copy_of_a_municipality(tmp_path: Path) -> None:
    """As the walk of docs/eigen-gemeente.md copies it: all its names are there twice."""
    own = tmp_path / "mijnstad"
    shutil.copytree(shipped_rules() / "gemeente" / "voorbeeldstad", own)
    for path in own.rglob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        for old, new in (("voorbeeldstad", "mijnstad"), ("GM0000", "GM1999")):
            text = text.replace(old, new)
        text = re.sub(r"\b(vw|bb|bw|av|vi|vll)-", r"ms-\g<0>", text)
        text = text.replace("CAT-17", "CAT-17-mijnstad")
        path.write_text(text, encoding="utf-8")
    corpus = read_corpus([shipped_rules(), own])
    assert read_artikelen(artikel_paths([shipped_rules()]), Names(corpus))
