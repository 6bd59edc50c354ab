"""Where something stands: a place in a rule file, or a place in the law.

Owns positions and legal sources. Knows nothing of YAML, rules or outcomes.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """A position in a file: line and column count from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


NOWHERE = Origin("")
