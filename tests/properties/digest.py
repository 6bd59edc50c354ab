"""Prints one digest of many outcomes; run in other processes to see that nothing depends on them.

With the word `fout` it first plants a fault whose answer depends on the hash seed.
"""

import hashlib
import sys
from collections.abc import Sequence

from engine.backends.interpret import Run
from engine.ir.program import Rule
from engine.result import settle
from engine.result.outcomes import Outcome
from engine.testing.cases import instances
from tests.properties.canon import canon
from tests.strategies import shipped
from tests.strategies.worlds import seeded

WORLDS, SHIPPED = 12, 3


def digest(rules_too: bool) -> str:
    made = hashlib.sha256()
    for situation in (*seeded(WORLDS), *(shipped.situations(SHIPPED) if rules_too else ())):
        run = Run(situation.program, situation.case)
        for name, inst in instances(situation.program, situation.case):
            made.update(f"{name} {inst} {canon(run.begrip(name, inst).outcome)}\n".encode())
    return made.hexdigest()


def plant() -> None:
    """Let the first of a set win where values differ."""

    def any_value(
        pairs: Sequence[tuple[int, Outcome, Outcome]], _rules: Sequence[Rule]
    ) -> Outcome:
        found = {str(value): value for _, _, value in pairs}
        return found[next(iter(set(found)))]

    settle._conflict = any_value


if __name__ == "__main__":
    wrong = "fout" in sys.argv
    if wrong:
        plant()
    print(digest(rules_too=not wrong))
