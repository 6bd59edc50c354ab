"""What an answer rests on: the active rules behind it, and the amounts and readings in those."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from engine.decide.encode import article_of, key_of
from engine.decide.outcomes import instances
from engine.ir import nodes
from engine.ir.case import Case
from engine.ir.fold import walk
from engine.ir.nodes import Expr
from engine.ir.program import Begrip, Program, Rule
from engine.ir.types import YES_NO
from engine.result.evaluated import Evaluated
from engine.result.outcomes import Known
from engine.result.toets import Melding
from engine.values import Duration, add_duration

DUTCH = {"high": "hoog", "medium": "middel", "low": "laag"}
FRESH = Duration(months=6)
"""How long reading a rule beside its source holds good."""


def read_long_ago(compared: date | None, day: date) -> bool:
    """Whether the comparison with the source is older than six months; exactly six is not."""
    return compared is not None and add_duration(compared, FRESH) < day


@dataclass
class Used:
    """Collects rules, concepts, norms, amounts, tables and readings behind some answers."""

    run: Evaluated
    rules: set[int] = field(default_factory=set)
    begrippen: set[str] = field(default_factory=set)
    norms: set[str] = field(default_factory=set)
    amounts: set[str] = field(default_factory=set)
    tables: set[str] = field(default_factory=set)
    readings: set[str] = field(default_factory=set)

    def add_rule(self, rule: Rule) -> None:
        """Add a rule with everything its condition and effects read."""
        if rule.number in self.rules:
            return
        self.rules.add(rule.number)
        self._read([rule.condition, rule.cause, *(value for _, value in rule.effects)])
        if rule.grant is not None:
            self._read(rule.grant.formulas)

    def add_begrip(self, name: str) -> None:
        """Add a concept with its rules that are active for some instance."""
        if name in self.begrippen:
            return
        self.begrippen.add(name)
        begrip = self.run.program.begrippen[name]
        self._read([begrip.rest, begrip.low, begrip.high])
        for inst in instances(self.run, begrip.entity):
            step = self.run.begrip(name, inst)
            for active in (*step.candidates, *step.changes):
                if active.value is not None and isinstance(active.truth, Known):
                    self.add_rule(self.run.program.rules[active.rule])

    def add_norm(self, name: str) -> None:
        """Add a norm with the bounds of what may be answered."""
        if name not in self.norms:
            self.norms.add(name)
            fields = self.run.program.norms[name].fields
            self._read(bound for field in fields for bound in (field.low, field.high))

    def add_table(self, name: str) -> None:
        """Add a table with what its cells read."""
        if name not in self.tables:
            self.tables.add(name)
            rows = self.run.program.tables[name].rows or ()
            self._read(cell for row in rows for cell in (row.upto, row.value))

    def add_results(self, ground: Rule, *, holds: bool) -> None:
        """Add what a ground leads to: entitlements in money or time, of the same act.

        These follow from a concept that the ground reads, or, once the ground holds, are about
        the solution itself.
        """
        read = {n.name for n in walk(ground.condition) if isinstance(n, nodes.BegripRef)}
        for name, begrip in self.run.program.begrippen.items():
            if not begrip.entitlement or begrip.type == YES_NO:
                continue
            own = begrip.regulation == ground.regulation
            about_it = holds and begrip.entity == ground.entity
            if own and (about_it or self._follows(begrip, read)):
                self.add_begrip(name)

    def _follows(self, begrip: Begrip, read: set[str]) -> bool:
        """Whether a rule that gives this concept a value has one of these as its condition."""
        return any(
            isinstance(node, nodes.BegripRef) and node.name in read
            for candidate in begrip.candidates
            for node in walk(self.run.program.rules[candidate.rule].condition)
        )

    def _read(self, formulas: Iterable[Expr | None]) -> None:
        for formula in formulas:
            for node in walk(formula):
                match node:
                    case nodes.BegripRef(name=name):
                        self.add_begrip(name)
                    case nodes.NormRef(name=name):
                        self.add_norm(name)
                    case nodes.AmountRef(name=name):
                        self.amounts.add(name)
                    case nodes.ReadingRef(name=name):
                        self.readings.add(name)
                    case nodes.TableCall(table=name):
                        self.add_table(name)
                    case _:
                        continue


def disputes(case: Case) -> tuple[Melding, ...]:
    """What the resident disputes and nobody has judged yet: the fact, and whom it is about."""
    return tuple(
        Melding(soort="betwist", tekst=name, over=key_of(inst))
        for name, inst in sorted(case.contested)
    )


def notices(used: Used) -> tuple[Melding, ...]:
    """What a reader must know of the rules behind an answer.

    Low or medium certainty, rules read long ago, unsettled readings, lessons, refused fillings.
    """
    program = used.run.program
    found = []
    for number in used.rules:
        rule = program.rules[number]
        if rule.certainty != "high":
            found.append(_uncertain(f"regel {rule.id}", rule.certainty, article_of(rule.sources)))
        if rule.lesson:
            found.append(Melding(soort="les", tekst=rule.lesson, bron=rule.id))
    found += [
        _uncertain(f"bedrag {_bare(name)}", amount.certainty, article_of(amount.sources))
        for name, amount in program.amounts.items()
        if name in used.amounts and amount.certainty != "high"
    ]
    found += [
        _uncertain(f"tabel {_bare(name)}", table.certainty, article_of(table.sources))
        for name, table in program.tables.items()
        if name in used.tables and table.certainty != "high"
    ]
    found += [
        _uncertain(f"oordeel {_bare(name)}", norm.certainty, article_of(norm.sources))
        for name, norm in program.norms.items()
        if name in used.norms and norm.certainty != "high"
    ]
    found += [
        Melding(soort="lezing", tekst=reading.text, bron=_bare(name))
        for name, reading in program.readings.items()
        if name in used.readings
    ]
    found += _read_long_ago(used)
    found += _about_program(program)
    return tuple(sorted(set(found), key=lambda m: (m.soort, m.bron, m.tekst)))


def _read_long_ago(used: Used) -> list[Melding]:
    """Rules that were compared with their source too long before the day: one row per act."""
    program = used.run.program
    acts = {info.id: info.compared for info in program.regulations}
    found: dict[tuple[str, date], set[str]] = {}
    for number in used.rules:
        rule = program.rules[number]
        compared = rule.compared or acts.get(rule.regulation)
        if compared is not None and read_long_ago(compared, program.day):
            found.setdefault((rule.regulation, compared), set()).add(rule.id)
    return [
        Melding(
            soort="nagelezen",
            tekst=f"langer dan zes maanden geleden nagelezen ({day}): {', '.join(sorted(ids))}",
            bron=act,
        )
        for (act, day), ids in found.items()
    ]


def _about_program(program: Program) -> list[Melding]:
    refused = [
        Melding(soort="geweigerde_invulling", tekst=f"{r.rule}: {r.reason}", bron=r.term)
        for r in program.refusals
    ]
    ordered = [Melding(soort="voorrang", tekst=n.message, bron=n.code) for n in program.notices]
    return refused + ordered


def _uncertain(what: str, certainty: str, source: str) -> Melding:
    return Melding(soort="zekerheid", tekst=f"{what}: zekerheid {DUTCH[certainty]}", bron=source)


def _bare(name: str) -> str:
    return name.rpartition(".")[2]
