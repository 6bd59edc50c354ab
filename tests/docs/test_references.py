"""Links, paths and decision records: what a document points at exists."""

import re

from tests.architecture.repository import ROOT, files, name
from tests.docs.documents import documents, links, paths, prose, text_of

HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def anchors(text: str) -> set[str]:
    """The anchors of the headings, the way they are made on a code site."""
    found = (re.sub(r"[^\w\- ]", "", h.lower()).replace(" ", "-") for h in HEADING.findall(text))
    return set(found)


def test_links_lead_somewhere() -> None:
    broken = []
    for path in documents():
        for link in links(path):
            target, _, anchor = link.partition("#")
            place = (path.parent / target).resolve() if target else path
            if not place.exists():
                broken.append(f"{name(path)}: {link}")
            elif anchor and anchor not in anchors(text_of(place)):
                broken.append(f"{name(path)}: {link} (kop)")
    assert broken == []


def test_named_paths_exist() -> None:
    missing = [
        f"{name(path)}: {word}"
        for path in documents()
        for word in paths(path)
        if not any(ROOT.glob(word.rstrip("/").partition("::")[0]))
    ]
    assert missing == []


def test_decision_records_have_their_own_number() -> None:
    records = files(".md", under=("docs/besluiten/",))
    numbers = [path.name[:4] for path in records]
    assert sorted(set(numbers)) == numbers
    assert [n for n in numbers if not n.isdigit()] == []
    for path in records:
        assert f"\n# {path.name[:4]} " in text_of(path), name(path)


def test_guides_can_be_found_from_the_start() -> None:
    """Every document under docs/ is linked from the README or from another document there."""
    linked = {
        (path.parent / link.partition("#")[0]).resolve()
        for path in documents()
        for link in links(path)
    }
    lost = [name(p) for p in files(".md", under=("docs/",)) if p.resolve() not in linked]
    assert lost == []


def test_no_trailing_space() -> None:
    assert [name(p) for p in documents() if re.search(r"[ \t]+$", prose(p), re.MULTILINE)] == []
