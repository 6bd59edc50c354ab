"""Regulations are found in folders, their files are joined, and order never matters."""

import itertools
import shutil
from pathlib import Path

import pytest

from engine.errors import RuleError
from engine.source.corpus import SourceFile, inspect_corpus, read_corpus, read_files

RULES = Path(__file__).resolve().parents[2] / "rules"
HEAD = "regeling: {0}\nnaam: Proef\nsoort: wet\n"


def write(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def concept(name: str) -> str:
    return f"begrippen:\n  {name}: {{over: persoon, soort: aantal}}\n"


def test_shipped_rules_have_no_errors() -> None:
    corpus, found = inspect_corpus([RULES])
    assert [str(d) for d in found] == []
    assert corpus.regeling("participatiewet") is not None
    assert corpus.regeling("bestaat_niet") is None


def test_files_of_a_folder_are_one_regulation(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "wet/regeling.yaml": HEAD.format("wet") + concept("a"),
            "wet/twee.yaml": "regeling: wet\n" + concept("b"),
            "wet/gevallen/x.yaml": "dit: [is geen regel",
            "wet/.oud/x.yaml": "ook: [niet",
            "_schema/x.yaml": "en: [dit",
            "gemeente/stad/verordening/regeling.yaml": HEAD.format("verordening"),
            "lees.txt": "geen yaml",
        },
    )
    corpus = read_corpus([tmp_path])
    assert [r.id for r in corpus.regelingen] == ["verordening", "wet"]
    wet = corpus.regeling("wet")
    assert wet is not None
    assert list(wet.secties.begrippen) == ["a", "b"]
    assert wet.secties.begrippen["b"].herkomst.file == "wet/twee.yaml"


def test_the_root_itself_may_be_a_regulation(tmp_path: Path) -> None:
    write(tmp_path, {"regeling.yaml": HEAD.format("wet")})
    assert [r.id for r in read_corpus([tmp_path]).regelingen] == ["wet"]


def test_more_roots_and_a_single_file(tmp_path: Path) -> None:
    write(tmp_path, {"een/regeling.yaml": HEAD.format("een"), "los.yaml": HEAD.format("los")})
    corpus = read_corpus([tmp_path / "een", tmp_path / "los.yaml"])
    assert [r.id for r in corpus.regelingen] == ["een", "los"]


def test_a_file_is_named_as_seen_from_here_when_its_folder_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {"stad/beleid/regeling.yaml": "regeling: x\nsoort: wet\n"})
    monkeypatch.chdir(tmp_path)
    typed = (Path("stad"), Path("stad/beleid/regeling.yaml"), tmp_path / "stad")
    places = [{d.at.file for d in inspect_corpus([path])[1]} for path in typed]
    assert places == [{"stad/beleid/regeling.yaml"}] * 2 + [{"beleid/regeling.yaml"}]


def test_errors_of_all_files_are_raised_at_once(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "een/regeling.yaml": HEAD.format("een") + "x: y\n",
            "twee/regeling.yaml": HEAD.format("twee") + "x: y\n",
        },
    )
    with pytest.raises(RuleError) as caught:
        read_corpus([tmp_path])
    assert [(d.code, d.at.file) for d in caught.value.diagnostics] == [
        ("R102", "een/regeling.yaml"),
        ("R102", "twee/regeling.yaml"),
    ]


def test_a_warning_does_not_raise(tmp_path: Path) -> None:
    rule = (
        "regels:\n  - id: a-1\n    bron: {artikel: '1'}\n    over: persoon\n"
        "    toelichting: t\n    als: f # let op\n    sluit_uit: [b]\n"
    )
    write(tmp_path, {"regeling.yaml": HEAD.format("wet") + rule})
    assert len(read_corpus([tmp_path]).regelingen) == 1
    assert [d.code for d in inspect_corpus([tmp_path])[1]] == ["W101"]


def test_order_and_place_of_items_do_not_matter() -> None:
    parts = [concept("a"), concept("b"), "waardenlijsten: {kleur: [rood]}\n"]
    results = []
    for order in itertools.permutations(parts):
        files = [SourceFile("wet", "regeling.yaml", HEAD.format("wet").encode(), head=True)]
        files += [
            SourceFile("wet", f"{number}.yaml", b"regeling: wet\n" + part.encode(), head=False)
            for number, part in enumerate(order)
        ]
        results.append(read_files(reversed(files)))
    assert all(found == () for _, found in results)
    assert all(corpus == results[0][0] for corpus, _ in results)


def test_shipped_rules_do_not_depend_on_file_names(tmp_path: Path) -> None:
    folder = tmp_path / "rules"
    shutil.copytree(RULES, folder, ignore=shutil.ignore_patterns("gevallen", "_schema"))
    for path in sorted(folder.rglob("*.yaml")):
        if path.name not in ("regeling.yaml", "artikelen.yaml", "beschermd.yaml"):
            path.rename(path.with_name(f"z{path.stem[::-1]}.yaml"))
    assert read_corpus([folder]) == read_corpus([RULES])
