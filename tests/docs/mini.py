"""Rule files from a document, put in folders beside the shipped facts and used as real rules.

A block marked `regels` is one rule file per YAML document. A file that is not a whole head gets
the head that the document leaves out. A block marked `geval` is a case file; what is the same in
every example (id, source, reasoning) is filled in.
"""

from datetime import date
from pathlib import Path
from shutil import copytree

import yaml

from engine.compiler import check_corpus
from engine.errors import Diagnostic
from engine.service.cases import run_case
from engine.service.facade import Regelruimte
from engine.source.case_files import read_cases
from engine.source.corpus import inspect_corpus
from tests.architecture.repository import ROOT
from tests.docs.documents import CodeBlock
from tests.semantics.worlds import CITY, DAY, dump

HEAD = {"naam": "Voorbeeldwet", "soort": "wet", "gebruikt": ["gegevens"]}
CASE = {"id": "voorbeeld", "naam": "Voorbeeld", "bron": "artikel 1", "redenering": "Zie de tekst."}


def load(text: str) -> dict[str, object]:
    tree = yaml.load(text, yaml.CBaseLoader)
    assert isinstance(tree, dict)
    return tree


def write_rules(folder: Path, rules: list[CodeBlock]) -> Path:
    """A folder with the shipped facts and the regulations of these blocks."""
    copytree(ROOT / "rules" / "gegevens", folder / "gegevens")
    for number, block in enumerate(rules):
        for part, text in enumerate(block.text.split("\n---\n")):
            tree = load(text)
            home = folder / str(tree["regeling"])
            home.mkdir(exist_ok=True)
            head = home / "regeling.yaml"
            if "soort" in tree and "naam" in tree:
                head.write_text(text, encoding="utf-8")
                continue
            (home / f"deel_{number}_{part}.yaml").write_text(text, encoding="utf-8")
            if not head.exists():
                head.write_text(dump({"regeling": tree["regeling"], **HEAD}), encoding="utf-8")
    return folder


def problems(folder: Path) -> list[Diagnostic]:
    """What is wrong with these rules, read and compiled; warnings too."""
    corpus, found = inspect_corpus([folder])
    if any(not d.is_warning for d in found):
        return list(found)
    return [*found, *check_corpus(corpus, date.fromisoformat(DAY), CITY)[1]]


def differences(folder: Path, case: CodeBlock) -> list[str]:
    """How the answer to a case differs from what the document says."""
    tree = CASE | load(case.text)
    expected = tree["verwacht"]
    assert isinstance(expected, dict)
    expected.setdefault("signalen", {"uit": []}).setdefault("uit", [])
    path = folder.parent / "geval.yaml"
    path.write_text(dump(tree), encoding="utf-8")
    engine = Regelruimte([folder])
    found = [run_case(engine, one) for one in read_cases(path, case.place)]
    return [word for report in found for word in (*report.verschillen, *map(str, report.fouten))]
