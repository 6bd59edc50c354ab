"""Worked cases as text: case files, read and told with the rules of their own day."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from engine.backends.render_nl.blocks import Block
from engine.backends.render_nl.case_expected import Spoken
from engine.backends.render_nl.cases import CaseText, case_blocks
from engine.backends.render_nl.sources import cite_all
from engine.decide.toets import Setting
from engine.model.regulation import Corpus
from engine.passes.declare import sources
from engine.service.ports import Rules
from engine.source.case_files import Geval, read_cases


def readable_cases(rules: Rules, paths: Sequence[Path]) -> Iterator[tuple[Block, ...]]:
    """Every case as blocks of text, with its variants.

    Raises:
        CaseError: a file holds errors; all at once.
    """
    for path in paths:
        case, *variants = read_cases(path, str(path))
        first = _text(rules, case, case.naam)
        yield case_blocks(
            first, [_text(rules, v, v.naam.removeprefix(f"{case.naam}: ")) for v in variants]
        )


def _text(rules: Rules, case: Geval, name: str) -> CaseText:
    request = case.hulpvraag
    setting = rules.setting_of(request)
    return CaseText(
        id=case.id,
        name=name,
        source=case.bron,
        reasoning=case.redenering,
        request=request,
        expected=case.verwacht,
        program=setting.program,
        signals=_signals(rules.corpus, setting),
    )


def _signals(corpus: Corpus, setting: Setting) -> dict[str, Spoken]:
    """Every signal in words, by id; of rules that do not hold here only whose it is."""
    elsewhere = {
        signal.id: Spoken(place=regeling.kop.naam)
        for regeling in corpus.regelingen
        for signal in regeling.secties.signalen
    }
    return elsewhere | {
        name: Spoken(
            place=cite_all(setting.program, sources(signal.bron[:1], act)), text=signal.toelichting
        )
        for name, (act, signal) in setting.signals.items()
    }
