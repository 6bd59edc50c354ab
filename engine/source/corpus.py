"""Finds regulations in folders, reads all their files, and joins them.

Owns files and folders. The order in which files are found never matters: files are read in name
order and everything is sorted by name.
"""

import dataclasses
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from engine.errors import Diagnostic, RuleError, in_order, reason
from engine.model.regulation import Corpus, Regeling
from engine.origin import Origin
from engine.source.artikel_files import FILE as ACCOUNTING
from engine.source.checks import check_corpus
from engine.source.documents import Document, read_document
from engine.source.merge import merge_sections
from engine.source.yaml_text import MAX_BYTES, read_yaml

HEAD = "regeling.yaml"
SKIPPED_FOLDERS = frozenset({"gevallen", "_schema"})
WHOLE_FILES = frozenset({"beschermd.yaml"})  # beside the folders: a regulation in one file


@dataclasses.dataclass(frozen=True)
class SourceFile:
    """One rule file: the regulation folder it belongs to, its shown name, and its bytes."""

    folder: str
    name: str
    data: bytes
    head: bool


def read_corpus(paths: Sequence[Path]) -> Corpus:
    """Read every regulation under these paths.

    Args:
        paths: Folders to search, or single files that each hold a whole regulation.

    Raises:
        RuleError: with all errors of all files; warnings alone do not raise.
    """
    corpus, found = inspect_corpus(paths)
    if any(not d.is_warning for d in found):
        raise RuleError(found)
    return corpus


def inspect_corpus(paths: Sequence[Path]) -> tuple[Corpus, tuple[Diagnostic, ...]]:
    """Read every regulation under these paths, and report instead of raise.

    Items with an error are left out of the corpus, so use it only when there are no errors.
    """
    found: list[Diagnostic] = []
    files = [file for path in paths for file in _files(path, found)]
    corpus, more = read_files(files)
    return corpus, in_order([*found, *more])


def read_files(files: Iterable[SourceFile]) -> tuple[Corpus, tuple[Diagnostic, ...]]:
    """Read regulations from bytes; files with the same `folder` form one regulation."""
    found: list[Diagnostic] = []
    folders: dict[str, list[SourceFile]] = {}
    for file in sorted(files, key=lambda f: (f.folder, f.name)):
        folders.setdefault(file.folder, []).append(file)
    regulations = [_regulation(group, found) for group in folders.values()]
    known = [regulation for regulation in regulations if regulation is not None]
    known.sort(key=lambda r: r.id)
    corpus = Corpus(regelingen=tuple(known))
    found += check_corpus(corpus)
    return corpus, in_order(found)


def _files(path: Path, found: list[Diagnostic]) -> Iterator[SourceFile]:
    if path.is_file():
        file = _load(path, _shown(path.parent, path), str(path), found, head=True)
        if file is not None:
            yield file
        return
    if not path.is_dir():
        message = f"de map of het bestand `{path}` bestaat niet"
        found.append(Diagnostic(code="R018", message=message, at=Origin(str(path))))
        return
    for folder, names in _folders(path):
        yield from _folder(path, folder, names, found)


def _folders(root: Path) -> Iterator[tuple[Path, list[str]]]:
    for folder, below, names in os.walk(root):
        below[:] = sorted(b for b in below if b not in SKIPPED_FOLDERS and not b.startswith("."))
        yaml_names = sorted(n for n in names if n.endswith((".yaml", ".yml")) and n != ACCOUNTING)
        if yaml_names:
            yield Path(folder), yaml_names


def _folder(
    root: Path, folder: Path, names: list[str], found: list[Diagnostic]
) -> Iterator[SourceFile]:
    if HEAD not in names:
        for name in (n for n in names if folder == root and n in WHOLE_FILES):
            whole = _load(
                folder / name, _shown(root, folder / name), str(folder / name), found, head=True
            )
            if whole is not None:
                yield whole
        names = [n for n in names if folder != root or n not in WHOLE_FILES]
        if names:
            at = Origin(_shown(root, folder / names[0]))
            hint = f"een regeling is een map met `{HEAD}` en een bestand per onderwerp"
            message = f"in deze map ontbreekt `{HEAD}`"
            found.append(Diagnostic(code="R015", message=message, at=at, hint=hint))
    for name in names:
        shown = _shown(root, folder / name)
        if name.endswith(".yml"):
            message = "de naam van een regelbestand eindigt op `.yaml`"
            found.append(Diagnostic(code="R019", message=message, at=Origin(shown)))
            continue
        file = _load(folder / name, shown, str(folder), found, head=name == HEAD)
        if file is not None:
            yield file


def _shown(root: Path, path: Path) -> str:
    """The name of a file: from here if its folder was named from here, else from its folder."""
    return (path.relative_to(root) if root.is_absolute() else path).as_posix()


def _load(
    path: Path, shown: str, folder: str, found: list[Diagnostic], *, head: bool
) -> SourceFile | None:
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        message = f"dit bestand is niet te lezen: {reason(error)}"
        found.append(Diagnostic(code="R018", message=message, at=Origin(shown)))
        return None
    return SourceFile(folder, shown, data, head)


def _regulation(files: list[SourceFile], found: list[Diagnostic]) -> Regeling | None:
    documents = []
    for file in files:
        tree, problems = read_yaml(file.data, file.name)
        document = read_document(tree, file.name, head=file.head)
        found += problems
        found += document.found
        documents.append(document)
    kop = next((d.kop for d in documents if d.kop is not None), None)
    sections = merge_sections([d.secties for d in documents], found)
    if kop is None:
        return None
    _check_names(kop.regeling, documents, found)
    return Regeling(kop=kop, secties=sections)


def _check_names(name: str, documents: list[Document], found: list[Diagnostic]) -> None:
    for document in documents:
        if document.regeling is not None and document.regeling != name:
            message = f"dit bestand hoort bij `{document.regeling}`, maar deze map bij `{name}`"
            hint = f"schrijf `regeling: {name}` of verplaats het bestand"
            at = document.regeling.origin
            found.append(Diagnostic(code="R016", message=message, at=at, hint=hint))
