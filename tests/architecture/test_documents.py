"""What the documents promise exists: make targets, decision records, scripts."""

import os
import re

from tests.architecture.repository import ROOT, files, name

TARGET = re.compile(r"^([a-z][a-z-]*):(?!=)", re.MULTILINE)
# A command starts a line of a code block, follows a prompt, or stands in backticks.
USE = re.compile(r"(?:^\s*\$?\s*|`|&& )make ([a-z][a-z-]*)", re.MULTILINE)
STATUS = {"voorstel", "aangenomen", "vervangen", "verworpen"}
IMPLEMENTATION = {"geen", "gedeeltelijk", "volledig"}


def targets(makefile: str) -> set[str]:
    return set(TARGET.findall(makefile))


def used(text: str) -> set[str]:
    return set(USE.findall(text))


def front_matter(text: str) -> dict[str, str]:
    match = re.match(r"---\n(.*?)\n---\n", text, re.DOTALL)
    pairs = (line.split(":", 1) for line in (match[1].splitlines() if match else []))
    return {key.strip(): value.strip() for key, value in pairs}


def record_faults(text: str) -> list[str]:
    matter = front_matter(text)
    faults = []
    if matter.get("status") not in STATUS:
        faults.append("status")
    if matter.get("implementation") not in IMPLEMENTATION:
        faults.append("implementation")
    return faults


def test_every_named_target_exists() -> None:
    known = targets((ROOT / "Makefile").read_text(encoding="utf-8"))
    missing = [
        f"{name(path)}: make {target}"
        for path in files(".md")
        for target in sorted(used(path.read_text(encoding="utf-8")) - known)
    ]
    assert missing == []


def test_every_target_is_explained_or_internal() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    explained = set(re.findall(r"^([a-z-]+):.*## ", makefile, re.MULTILINE))
    assert targets(makefile) - explained == {"statisch"}


def test_decision_records_have_a_status() -> None:
    records = files(".md", under=("docs/besluiten/",))
    assert records
    faults = {name(path): record_faults(path.read_text(encoding="utf-8")) for path in records}
    assert {path: found for path, found in faults.items() if found} == {}


def test_the_build_street_can_run() -> None:
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


def test_checks_find_faults() -> None:
    assert targets("PY := x\nall: a b\n\techo\ntest-lang:\n") == {"all", "test-lang"}
    assert used("Draai `make weg`\n    $ make test\n  make a-b && make c\nwe make sure\n") == {
        "weg",
        "test",
        "a-b",
        "c",
    }
    assert record_faults("---\nstatus: ooit\n---\n# x") == ["status", "implementation"]
    assert record_faults("---\nstatus: voorstel\nimplementation: geen\n---\n") == []
