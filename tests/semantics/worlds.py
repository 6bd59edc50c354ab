"""Small worlds: a few rules, a few cases, and the outcome that the language gives them.

A world is one YAML document: `naam`, `regelingen`, `gevallen`. What every rule needs but no
example is about (a source, a question, who judged) is filled in here, so that a world shows only
its point. Everything else goes through the real reader and compiler.
"""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from engine.backends.interpret import Run
from engine.compiler import check_corpus
from engine.errors import Diagnostic, in_order
from engine.ir.program import Program
from engine.source.cases import build_case
from engine.source.corpus import SourceFile, read_files
from engine.source.requests import read_request

FOLDER = Path(__file__).parent.parent / "fixtures" / "rules" / "semantics"
DAY, CITY = "2026-09-01", "GM0000"
Tree = dict[str, Any]


@dataclass(frozen=True)
class World:
    """One document of a file."""

    file: str
    name: str
    text: str

    @property
    def tree(self) -> Tree:
        return _load(self.text)

    def program(self, day: str = DAY, city: str = CITY) -> tuple[Program | None, list[str]]:
        """The compiled rules and the codes of what is wrong with them."""
        program, found = compile_regulations(self.tree["regelingen"], day, city)
        return program, [d.code for d in found if not d.is_warning]


def worlds() -> Iterator[World]:
    """All worlds, in order of file and place."""
    for path in sorted(FOLDER.glob("*.yaml")):
        for text in path.read_text(encoding="utf-8").split("\n---\n"):
            yield World(path.stem, _load(text)["naam"], text)


@cache
def _parse(text: str) -> Tree:
    return yaml.load(text, yaml.CBaseLoader)


def _load(text: str) -> Tree:
    return deepcopy(_parse(text))


def compile_regulations(
    regulations: list[Tree], day: str = DAY, city: str = CITY
) -> tuple[Program | None, tuple[Diagnostic, ...]]:
    """Write the regulations as files, and read and compile them as any other rules."""
    files = [source_file(regulation) for regulation in regulations]
    corpus, found = read_files(files)
    if any(not d.is_warning for d in found):
        return None, found
    program, more = check_corpus(corpus, date.fromisoformat(day), city)
    return program, in_order([*found, *more])


class _Plain(yaml.SafeDumper):
    """Writes every part out: a rule file may not refer to itself."""

    def ignore_aliases(self, _data: object) -> bool:
        return True


def dump(tree: Tree) -> str:
    return yaml.dump(tree, Dumper=_Plain, allow_unicode=True, sort_keys=False)


def source_file(regulation: Tree) -> SourceFile:
    text = dump(_completed(regulation))
    name = regulation["regeling"]
    return SourceFile(name, f"{name}/regeling.yaml", text.encode(), head=True)


def run_case(program: Program, case: Tree) -> Run:
    """Evaluate a request; judgements are completed with a consulent who gives a reason."""
    request = {
        k: v for k, v in case.items() if k not in ("naam", "verwacht", "gemeente", "waarom")
    }
    request.setdefault("peildatum", DAY)
    request.setdefault("personen", {"p1": {}})
    for number, given in enumerate(request.get("beoordelingen", ())):
        standard = {"over": "p1", "wie": "consulent-1", "rol": "consulent",
                    "datum": request["peildatum"], "motivering": f"Reden {number}."}  # fmt: skip
        request["beoordelingen"][number] = standard | given
    data = dump(request).encode()
    return Run(program, build_case(read_request(data, "hulpvraag.yaml"), program))


_SECTIONS: dict[str, Tree] = {
    "gegevens": {"over": "persoon", "soort": "ja_nee", "vraag": "Hoe zit het?"},
    "begrippen": {"over": "persoon", "soort": "ja_nee", "bron": {"artikel": "1"}},
    "bedragen": {"eenheid": "euro", "bron": {"artikel": "1"}},
    "groepen": {"van": "persoon", "bron": {"artikel": "1"}},
    "lijsten": {"van": "persoon"},
    "open_normen": {
        "over": "persoon", "vraag": "Vindt u van wel?", "bevoegd": ["consulent"],
        "bron": {"artikel": "1"},
    },
    "open_termen": {
        "over": "persoon", "bron": {"artikel": "1"}, "laag": "verordening", "bevoegd": "raad",
        "verplicht": "ja",
    },
    "lezingen": {"bron": {"artikel": "1"}, "zekerheid": "low", "toelichting": "Niet zeker."},
    "tabellen": {"bron": {"artikel": "1"}},
}  # fmt: skip


def _completed(regulation: Tree) -> Tree:
    made: Tree = {"naam": regulation["regeling"], "soort": "wet"} | regulation
    for section, standard in _SECTIONS.items():
        for name, item in made.get(section, {}).items():
            short = {"soort": item} if isinstance(item, str) and item else item or {}
            made[section][name] = standard | short
            if section in ("bedragen", "tabellen") and "tot" not in short:
                made[section][name].setdefault("open_einde", "ja")
    standard = {"bron": {"artikel": "1"}, "over": "persoon", "toelichting": "Een voorbeeld."}
    made["regels"] = [standard | rule for rule in made.get("regels", ())]
    return made
