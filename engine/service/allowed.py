"""Findings that are known and may stay: matched with what was found, and reported when gone."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from engine.model.regulation import Corpus, Toegestaan
from engine.service.findings import CODES, Bevinding

GONE, UNDECIDED = "F290", "F200"


def with_allowed(
    corpus: Corpus, found: Iterable[Bevinding], *, complete: bool
) -> Iterator[Bevinding]:
    """Every finding, those on a list with their reason.

    What the solver could not decide is not gone: of that it says so itself.

    Args:
        corpus: the rules, with their lists.
        found: the findings.
        complete: whether everything was looked at, so that what is missing is gone.
    """
    listed = [
        (regeling.id, name, item)
        for regeling in corpus.regelingen
        for name, item in regeling.secties.toegestaan.items()
    ]
    seen: set[tuple[str, str]] = set()
    open_: set[str] = set()
    for finding in found:
        if finding.code == UNDECIDED:
            open_.add(finding.over)
        fitting = [(name, item) for _, name, item in listed if _fits(item, finding)]
        seen |= {(name, finding.over) for name, _ in fitting}
        yield replace(finding, toegestaan=fitting[0][1].reden) if fitting else finding
    for act, name, item in listed:
        gone = [over for over in item.over if (name, over) not in seen and over not in open_]
        if item.code not in CODES:
            gone, text = list(item.over), f"de code `{item.code}` bestaat niet"
        else:
            text = f"{item.code} komt niet meer voor bij {', '.join(gone)}"
        if gone and (complete or item.code not in CODES):
            yield Bevinding(
                code=GONE, regeling=act, over=name, tekst=text, plaats=str(item.herkomst)
            )


def _fits(item: Toegestaan, finding: Bevinding) -> bool:
    rules = {text.split(" ")[0] for text in finding.regels}
    known = not item.regels or rules <= set(item.regels)
    return item.code == finding.code and finding.over in item.over and known
