"""Writing Python: lines with indentation, names for intermediate answers, and constants."""

from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from typing import Any

STEP = "    "


class Constants:
    """Objects that generated code names; equal values of one type share a name."""

    def __init__(self) -> None:
        """Start without constants."""
        self.values: dict[str, Any] = {}
        self._names: dict[Hashable, str] = {}

    def name(self, value: Any, hint: str = "C") -> str:  # noqa: ANN401 any object
        """The name of a value that can be compared."""
        key = (value.__class__, value, hint)
        if key not in self._names:
            self._names[key] = self.add(value, hint)
        return self._names[key]

    def add(self, value: Any, hint: str) -> str:  # noqa: ANN401 any object
        """A new name for a value."""
        name = f"{hint}_{len(self.values)}"
        self.values[name] = value
        return name


class Writer:
    """One function in the making."""

    def __init__(self, name: str, params: str = "p", comment: str = "") -> None:
        """Open the function."""
        self.name = name
        self.lines = [f"def {name}({params}):{comment and '  # '}{comment}"]
        self.depth = 1
        self.count = 0

    def line(self, text: str) -> None:
        """Write a line at the current depth."""
        self.lines.append(STEP * self.depth + text)

    @contextmanager
    def block(self, head: str) -> Iterator[None]:
        """Write a line that opens a block, and what comes inside deeper."""
        self.line(head)
        self.depth += 1
        yield
        self.depth -= 1

    def fresh(self) -> str:
        """A name that is not used yet in this function."""
        self.count += 1
        return f"x{self.count}"

    def keep(self, code: str) -> str:
        """Give what this code comes to a name."""
        name = self.fresh()
        self.line(f"{name} = {code}")
        return name

    def text(self) -> str:
        """The function as source."""
        return "\n".join(self.lines)
