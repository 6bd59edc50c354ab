"""What an answer of the analysis rests on, as a key: the same rules below, the same answer."""

from collections.abc import Iterable
from hashlib import sha256

from engine.backends.z3_analysis.analysis import SIZES, Task
from engine.decide.receipt import fingerprints
from engine.ir.program import Program
from engine.ir.reads import Part, behind, read_in, reads

KINDS = {"feit": "gegeven"}


class Footing:
    """The keys of the questions about one program."""

    def __init__(self, program: Program) -> None:
        """Fingerprint every part of the program, and what every question rests on."""
        self._program = program
        self._graph = reads(program)
        self._marks = fingerprints(program)
        domain = [p for a in program.domain for p in read_in(program, a.condition, a.entity)]
        lists = [mark for name, mark in self._marks.items() if name.startswith("lijst:")]
        self._world = repr((program.day, SIZES, program.domain, lists, self._below(domain)))

    def key(self, task: Task) -> str:
        """The key of a question; it changes with everything that the answer can rest on."""
        text = repr((self._world, task.name, self._below(task.parts)))
        return sha256(text.encode()).hexdigest()

    def _below(self, parts: Iterable[Part]) -> list[str]:
        """The fingerprints of these parts and of all that they read."""
        found = {self._named(part) for part in behind(self._graph, parts)}
        return sorted(f"{name} {self._marks.get(name, '')}" for name in found)

    def _named(self, part: Part) -> str:
        kind, name = part
        if kind == "regel":
            return f"regel:{self._program.rules[int(name)].id}"
        return f"{KINDS.get(kind, kind)}:{name}"
