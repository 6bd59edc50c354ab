"""Which parts of a program some rules read, directly or through what they name."""

from collections.abc import Iterable, Iterator, Mapping

from engine.decide.receipt import clash_name
from engine.decide.toets import Setting
from engine.ir import nodes
from engine.ir.fold import walk
from engine.ir.nodes import Expr
from engine.ir.program import Program, Rule

Formulas = Iterable[Expr | None]


def names_read(setting: Setting, asked: Iterable[int]) -> frozenset[str]:
    """Keys such as `regel:…` and `bedrag:…` of these rules and of everything they name.

    What belongs to no rule is read for every case: groups, terms, referrals, duties, signals.
    """
    program = setting.program
    reader = _Reader(program)
    for number in asked:
        reader.rule(program.rules[number])
    for group in program.groups.values():
        reader.formulas([group.edge])
    for term in program.terms:
        reader.formulas([term.start, term.number, term.paused, term.done, term.condition])
    for referral in program.referrals:
        reader.formulas([referral.condition])
    for duty in program.duties:
        reader.begrip(duty.begrip)
        reader.formulas([duty.hours])
    for name, (_, signal) in setting.signals.items():
        reader.found.add(f"signaal:{name}")
        for pattern in signal.als:
            for word in (word for words in pattern.velden.values() for word in words):
                reader.word(word)
    return frozenset({*reader.found, *_always(program)})


def _always(program: Program) -> Iterator[str]:
    """Keys of the parts of a program that belong to no rule."""
    yield from (f"groep:{name}" for name in program.groups)
    yield from (f"lijst:{name}" for name in program.lists)
    yield from (f"termijn:{term.id}" for term in program.terms)
    yield from (f"verwijzing:{referral.id}" for referral in program.referrals)
    yield from (f"plicht:{duty.begrip}" for duty in program.duties)
    yield from (f"botsing:{clash_name(clash)}" for clash in program.collisions)
    yield from (f"feestdag:{day}" for day in program.holidays)
    yield from (f"regeling:{info.id}" for info in program.regulations)


class _Reader:
    """Collects keys; every part once."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.found: set[str] = set()

    def _new(self, key: str) -> bool:
        fresh = key not in self.found
        self.found.add(key)
        return fresh

    def rule(self, rule: Rule) -> None:
        """A rule with everything that its formulas name."""
        self.found.add(f"regel:{rule.id}")
        self.formulas([rule.condition, rule.cause, rule.moment, *(v for _, v in rule.effects)])
        if rule.grant is not None:
            self.formulas(rule.grant.formulas)
        for name, _ in rule.effects:
            if name in self.program.begrippen:
                self.begrip(name)

    def begrip(self, name: str) -> None:
        """A concept with what it rests on besides its rules."""
        begrip = self.program.begrippen[name]
        if self._new(f"begrip:{name}"):
            self.formulas([begrip.rest, begrip.low, begrip.high, begrip.demand])

    def norm(self, name: str) -> None:
        """A norm with the bounds and factors of its outcome."""
        norm = self.program.norms[name]
        if self._new(f"oordeel:{name}"):
            self.formulas([norm.only_if, *(f.when for f in norm.factors)])
            self.formulas(bound for f in norm.fields for bound in (f.low, f.high))

    def table(self, name: str) -> None:
        """A table with its cells."""
        table = self.program.tables[name]
        if self._new(f"tabel:{name}"):
            rows = table.rows or ()
            self.formulas(cell for row in rows for cell in (row.upto, row.value))

    def word(self, word: str) -> None:
        """A word of a signal that may name a fact, a concept or a norm."""
        kinds: tuple[tuple[Mapping[str, object], str], ...] = (
            (self.program.facts, "gegeven"), (self.program.begrippen, "begrip"),
            (self.program.norms, "oordeel"),
        )  # fmt: skip
        self.found.update(f"{kind}:{word}" for parts, kind in kinds if word in parts)

    def formulas(self, formulas: Formulas) -> None:
        """Everything that these formulas name."""
        for node in (node for formula in formulas for node in walk(formula)):
            match node:
                case nodes.FactRef(name=name):
                    self.found.add(f"gegeven:{name}")
                case nodes.BegripRef(name=name) | nodes.Excluded(name=name):
                    self.begrip(name)
                case nodes.NormRef(name=name):
                    self.norm(name)
                case nodes.AmountRef(name=name):
                    self.found.add(f"bedrag:{name}")
                case nodes.ReadingRef(name=name):
                    self.found.add(f"lezing:{name}")
                case nodes.TableCall(table=name):
                    self.table(name)
                case _:
                    continue
