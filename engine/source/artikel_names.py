"""The names that a line of the accounting may use: everything that the rule files declare."""

from collections.abc import Iterator, Set

from engine.model.artikel import Genoemd
from engine.model.regulation import Corpus, Regeling

RULE, JUDGEMENT = "regel", "oordeel"


class Names:
    """Finds names in a corpus; a name of the own act goes before the same name elsewhere."""

    def __init__(self, corpus: Corpus) -> None:
        """Collect every declared name."""
        self._found: dict[str, dict[str, str]] = {}
        for regeling in corpus.regelingen:
            for name, kind in _declared(regeling):
                self._found.setdefault(name, {}).setdefault(regeling.id, kind)

    def find(self, word: str, act: str) -> Genoemd | None:
        """What a word means in the accounting of an act: `naam`, or `regeling.naam`."""
        acts = self._found.get(word, {})
        if act in acts or len(acts) == 1:
            return Genoemd(naam=word, soort=acts.get(act) or next(iter(acts.values())))
        owner, _, name = word.partition(".")
        kind = self._found.get(name, {}).get(owner)
        return Genoemd(naam=word, soort=kind) if kind else None

    def owners(self, word: str) -> tuple[str, ...]:
        """The acts that declare this name."""
        return tuple(self._found.get(word, {}))

    @property
    def known(self) -> Set[str]:
        """All names, without their act."""
        return self._found.keys()


def _declared(regeling: Regeling) -> Iterator[tuple[str, str]]:
    """Names with their kind; where two things share a name the first is meant."""
    sections = regeling.secties
    yield from ((rule.id, RULE) for rule in sections.regels)
    yield from ((signal.id, "signaal") for signal in sections.signalen)
    yield from ((referral.id, "verwijzing") for referral in sections.verwijzingen)
    for kind, names in (
        (JUDGEMENT, sections.open_normen),
        ("bedrag", sections.bedragen),
        ("tabel", sections.tabellen),
        ("open term", sections.open_termen),
        ("termijn", sections.termijnen),
        ("begrip", sections.begrippen),
        ("groep", sections.groepen),
        ("gegeven", sections.gegevens),
    ):
        yield from ((name, kind) for name in names)
