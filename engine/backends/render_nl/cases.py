"""Worked cases as text for somebody who knows the law and reads no YAML."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from engine.backends.render_nl.blocks import Block, Line, lines
from engine.backends.render_nl.case_expected import Expectation, Spoken
from engine.backends.render_nl.case_situation import JUDGED, NOTHING, Said, names_of, situation
from engine.backends.render_nl.case_speech import Tongue
from engine.backends.render_nl.sources import cite_all
from engine.ir.declarations import Source
from engine.ir.program import Program
from engine.model.request import Hulpvraag

OUTCOME, OTHER = "De uitkomst is:", "Dan is de uitkomst:"
SAME = "Er is niets anders."


@dataclass(frozen=True, kw_only=True)
class CaseText:
    """What a case or a variant says, and the rules of its day.

    Attributes:
        name: The title of the case, or of the variant alone.
        source: From which it was reasoned, as written: words, or one or more sources.
        signals: What each signal is about, by id.
    """

    id: str
    name: str
    source: Any
    reasoning: str
    request: Hulpvraag
    expected: Mapping[str, Any]
    program: Program
    signals: Mapping[str, Spoken] = field(default_factory=dict)

    @property
    def tongue(self) -> Tongue:
        """Who speaks of it."""
        return Tongue(self.program, names_of(self.request))

    @property
    def situation(self) -> tuple[Said, ...]:
        """Everything that is given."""
        return situation(self.tongue, self.request)

    def result(self, opening: str) -> tuple[Line, ...]:
        """Everything that is expected; the outcomes under this opening."""
        return Expectation(self.tongue, self.signals).lines(self.expected, opening)


def case_blocks(case: CaseText, variants: Sequence[CaseText]) -> tuple[Block, ...]:
    """A case with its variants; every variant says only what is different in it."""
    told = [
        Block(f"{case.name} ({case.id})", lines([f"Bron: {_source(case)}"])),
        Block("Waarom de wet dit geeft", lines(case.reasoning.split("\n")), 2),
        Block("De situatie", tuple(_given(case.situation)), 2),
        Block("Wat eruit hoort te komen", case.result(OUTCOME), 2),
    ]
    for variant in variants:
        result = variant.result(OTHER)
        then = () if "uitkomsten" in variant.expected else (Line("Dan:"),)
        body = [*_different(case.situation, variant.situation), *then, *result]
        told.append(Block(f"Variant: {variant.name}", tuple(body), 2))
    return tuple(told)


def _source(case: CaseText) -> str:
    """The sources that a case was reasoned from, cited like those of a rule."""
    if isinstance(case.source, str):
        return case.source
    rows = case.source if isinstance(case.source, list) else [case.source]
    return cite_all(case.program, [_cited(row) for row in rows]) + "."


def _cited(row: Mapping[str, str]) -> Source:
    return Source(
        regulation=row.get("regeling", ""),
        article=row.get("artikel", ""),
        paragraph=row.get("lid", ""),
        part=row.get("onderdeel", ""),
        ecli=row.get("ecli", ""),
        method=row.get("methode", ""),
    )


def _given(said: Sequence[Said]) -> Iterator[Line]:
    """Statements under their headings; a heading stands once."""
    groups: dict[str, list[str]] = {}
    for one in said:
        groups.setdefault(one.group, []).append(one.text)
    for group, texts in groups.items():
        if texts == [NOTHING]:
            yield Line(f"{group}: geen.")
            continue
        yield Line(f"{group}:")
        yield from (Line(text, 1) for text in texts)


def _different(before: Sequence[Said], after: Sequence[Said]) -> Iterator[Line]:
    """What a variant says otherwise, says besides, and no longer says."""
    old = {(s.group, s.about): s for s in before}
    new = {(s.group, s.about): s for s in after}
    filled = {said.group for said in after}
    changed = [_alone(s, s.text) for key, s in new.items() if old.get(key) != s]
    gone = [
        _alone(s, s.short or s.text)
        for key, s in old.items()
        if key not in new and not (s.text == NOTHING and s.group in filled)
    ]
    if changed:
        yield Line("Wijkt af:")
        yield from (Line(text, 1) for text in changed)
    if gone:
        yield Line("Weggelaten:" if changed else "Wijkt af, want dit is weggelaten:")
        yield from (Line(text, 1) for text in gone)
    if not changed and not gone:
        yield Line(SAME)


def _alone(said: Said, text: str) -> str:
    """A statement outside its heading."""
    group = said.group.removesuffix(" is bekend")
    return text if said.group == JUDGED else f"{group}: {text}"
