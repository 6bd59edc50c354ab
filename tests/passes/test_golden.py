"""What each pass makes of a small act, as recorded; `make golden` writes it again."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.compiler import check_corpus
from engine.errors import in_order
from engine.source.corpus import inspect_corpus
from tests.passes.stages import CITY, DAY, FIXTURES, defeat, ordered, resolved, small

GOLDEN = Path(__file__).parent / "golden"
WRONG_TYPES = Path(__file__).parent / "verkeerde_soorten.yaml"


def typed() -> Iterator[str]:
    """What the types of a few wrong formulas are told to be."""
    corpus, unread = inspect_corpus([FIXTURES / "klein" / "gegevens", WRONG_TYPES])
    assert [str(d) for d in unread if not d.is_warning] == []
    for found in in_order(check_corpus(corpus, DAY, CITY)[1]):
        yield f"{found.at.line}:{found.at.column} {found.code} {found.message}"


@pytest.mark.parametrize("name", ["resolve", "check_types", "defeaters", "order"])
def test_pass_gives_what_is_recorded(name: str, update_golden: bool) -> None:
    stages = small()
    made = {
        "resolve": lambda: resolved(stages.drafts),
        "check_types": typed,
        "defeaters": lambda: defeat(stages.defeated),
        "order": lambda: ordered(stages.program),
    }
    text = "\n".join(made[name]()) + "\n"
    path = GOLDEN / f"{name}.txt"
    if update_golden:
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")
