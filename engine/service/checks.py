"""Checks on the files themselves and on one compiled program; each gives findings."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from engine.decide.encode import article_of
from engine.decide.used import read_long_ago
from engine.ir import nodes
from engine.ir.declarations import GroupDecl, Table
from engine.ir.fold import norms_in, walk
from engine.ir.program import Begrip, Program, Rule
from engine.model.regulation import Regeling
from engine.model.shared import Geldig
from engine.origin import NOWHERE, Origin
from engine.passes.defeaters import reaches
from engine.service.checks_lower import caps, thin_definitions, without_clause
from engine.service.findings import Bevinding

SOON = timedelta(days=92)
DAY = timedelta(days=1)
NATIONAL = ("wet", "amvb", "ministeriele_regeling", "verdrag")
SURE = "high"
MISSING = "delegatie_ontbreekt"
DUTCH = {"medium": "gemiddeld", "low": "laag"}
Found = Iterator[Bevinding]
Formulas = Iterable[nodes.Expr]


def _place(origin: Origin) -> str:
    return "" if origin == NOWHERE else str(origin)


# -- files ---------------------------------------------------------------------------------


def sources(regeling: Regeling, _day: date) -> Found:
    """Concepts and tables without a source of their own or of their rest; acts without a link."""
    for name, begrip in regeling.secties.begrippen.items():
        if not begrip.bron and not (begrip.rest and begrip.rest.bron):
            text = f"begrip `{name}` noemt geen bron"
            yield _about("F101", regeling, name, text, begrip.herkomst)
    for name, table in regeling.secties.tabellen.items():
        if not table.bron and not table.vult_in:
            text = f"tabel `{name}` noemt geen bron"
            yield _about("F101", regeling, name, text, table.herkomst)
    if regeling.kop.soort in NATIONAL and not regeling.kop.bwb:
        text = f"de {regeling.kop.soort} `{regeling.id}` heeft geen `bwb`"
        yield _about("F102", regeling, regeling.id, text, regeling.kop.herkomst)


def read_over(regeling: Regeling, _day: date) -> Found:
    """Rules that nobody compared with their source."""
    if regeling.kop.nagelezen is not None or regeling.kop.soort == "gegevensset":
        return
    left = [rule.id for rule in regeling.secties.regels if rule.nagelezen is None]
    if left:
        what = "1 regel is" if len(left) == 1 else f"{len(left)} regels zijn"
        text = f"{what} niet naast de bron gelegd (geen `nagelezen`)"
        yield _about("F103", regeling, regeling.id, text, regeling.kop.herkomst)


def read_again(regeling: Regeling, day: date) -> Found:
    """Rules that were compared with their source too long before the day, together per act."""
    head = regeling.kop
    whole = head.nagelezen.datum if head.nagelezen else None
    dates = [(r.nagelezen.datum if r.nagelezen else whole) for r in regeling.secties.regels]
    old = [found for found in dates if found is not None and read_long_ago(found, day)]
    if old:
        what = "1 regel is" if len(old) == 1 else f"{len(old)} regels zijn"
        text = f"{what} opnieuw naast de bron te leggen (nagelezen: {min(old)})"
        yield _about("F104", regeling, regeling.id, text, head.herkomst)


def tables(regeling: Regeling, day: date) -> Found:
    """Tables that have ended, or end soon."""
    for name, table in regeling.secties.tabellen.items():
        ending = _ending(table.tot, day)
        if ending:
            text = f"tabel `{name}` geldt tot en met {table.tot}"
            yield _about(ending, regeling, name, text, table.herkomst)


def _ending(last: date | None, day: date) -> str:
    """The code for something that ended, or ends soon; empty for neither."""
    if last is None or last - day > SOON:
        return ""
    return "F110" if last < day else "F111"


def version_gaps(regeling: Regeling, _day: date) -> Found:
    """Days between two versions of one rule, or of one norm, on which nothing holds."""
    versions: dict[str, list[tuple[Geldig, Origin]]] = {}
    for rule in regeling.secties.regels:
        versions.setdefault(rule.id, []).append((rule.geldig or Geldig(), rule.herkomst))
    for name, norm in regeling.secties.open_normen.items():
        versions[name] = [(version, norm.herkomst) for version in norm.versies]
    for name, found in versions.items():
        found.sort(key=lambda pair: pair[0].vanaf or date.min)
        for (first, _), (second, at) in pairwise(found):
            if first.tot and second.vanaf and first.tot + DAY < second.vanaf:
                text = f"`{name}` geldt niet na {first.tot} en pas weer vanaf {second.vanaf}"
                yield _about("F113", regeling, name, text, at)


def norms(regeling: Regeling, _day: date) -> Found:
    """Open norms that give a human nothing to go by."""
    for name, norm in regeling.secties.open_normen.items():
        if not norm.factoren and not any(version.factoren for version in norm.versies):
            text = f"oordeel `{name}` noemt geen factoren"
            yield _about("F130", regeling, name, text, norm.herkomst)


def told(regeling: Regeling, _day: date) -> Found:
    """Lessons, justified distinctions, and what is not certain."""
    for rule in regeling.secties.regels:
        if rule.les:
            yield _about("F150", regeling, rule.id, rule.les, rule.herkomst)
        for kind, reason in rule.rechtvaardiging.items():
            yield _about("F151", regeling, rule.id, f"{kind}: {reason}", rule.herkomst)
    parts = regeling.secties
    certain = [
        *((rule.id, rule.zekerheid, rule.herkomst) for rule in parts.regels),
        *((name, part.zekerheid, part.herkomst) for name, part in parts.bedragen.items()),
        *((name, part.zekerheid, part.herkomst) for name, part in parts.tabellen.items()),
        *((name, part.zekerheid, part.herkomst) for name, part in parts.open_normen.items()),
        *((name, part.zekerheid, part.herkomst) for name, part in parts.termijnen.items()),
        *((part.id, part.zekerheid, part.herkomst) for part in parts.signalen),
    ]
    for name, certainty, at in certain:
        if certainty != SURE:
            yield _about("F152", regeling, name, f"zekerheid {DUTCH[certainty]}", at)
    for name, reading in parts.lezingen.items():
        text = f"gekozen is {reading.gekozen}: {reading.toelichting}"
        yield _about("F153", regeling, name, text, reading.herkomst)


def _about(code: str, regeling: Regeling, over: str, text: str, at: Origin) -> Bevinding:
    return Bevinding(code=code, regeling=regeling.id, over=over, tekst=text, plaats=_place(at))


FILE_CHECKS: Sequence[Callable[[Regeling, date], Found]] = (
    sources,
    read_over,
    read_again,
    tables,
    version_gaps,
    norms,
    without_clause,
    caps,
    told,
)  # fmt: skip


# -- a program -----------------------------------------------------------------------------


def amounts(program: Program) -> Found:
    """Amounts that rules in force read today, and that ended, end soon or have no value."""
    read = set(_read_today(program))
    for name, amount in program.amounts.items():
        if name not in read:
            continue
        act, _, bare = name.rpartition(".")
        code = _ending(amount.until, program.day)
        text = f"bedrag `{bare}` geldt tot en met {amount.until}"
        begun = [value for start, value in amount.entries if start <= program.day]
        if code != "F110" and (not begun or begun[-1] is None):
            code, text = "F112", f"bedrag `{bare}` heeft geen waarde op {program.day}"
        if code:
            yield _in_program(code, act, bare, text, program, amount.origin)


def _read_today(program: Program) -> Iterator[str]:
    """Amounts that are read on the peildatum itself, not on a day that a fact gives."""
    parts = [
        part
        for rule in program.rules
        if rule.moment is None and rule.window.holds(program.day)
        for part in formulas(rule)
    ]
    for begrip in program.begrippen.values():
        parts += [*walk(begrip.rest), *walk(begrip.low), *walk(begrip.high)]
    for norm in program.norms.values():
        parts += [node for field in norm.fields for node in (*walk(field.low), *walk(field.high))]
    for table in program.tables.values():
        parts += [node for row in table.rows or () for node in (*walk(row.upto), *walk(row.value))]
    yield from (p.name for p in parts if isinstance(p, nodes.AmountRef) and p.on is None)


def priorities(program: Program) -> Found:
    """Rules that go before others without saying so, and fillings that do not count."""
    for notice in program.notices:
        act = notice.message.partition("`")[2].partition(".")[0]
        yield _in_program("F140", act, "", notice.message, program, notice.at)
    for refusal in program.refusals:
        act = refusal.term.rpartition(".")[0]
        text = f"`{refusal.rule}` vult `{refusal.term}` in: {refusal.reason}"
        yield _in_program("F141", act, refusal.rule, text, program, NOWHERE)


def unfilled(program: Program) -> Found:
    """Required terms that nothing fills here."""
    gaps = [
        (begrip.name, begrip.origin)
        for begrip in program.begrippen.values()
        if begrip.term and begrip.rest is None and begrip.missing == MISSING
    ]
    gaps += [
        (table.name, table.origin)
        for table in program.tables.values()
        if table.rows is None and table.gap == MISSING
    ]
    for name, at in gaps:
        act, _, bare = name.rpartition(".")
        where = program.municipality or "zonder gemeente"
        text = f"niets vult `{bare}` in ({where})"
        yield _in_program("F142", act, bare, text, program, at)


def distinctions(program: Program) -> Found:
    """What reads a protected fact without saying why; only a rule can say it."""
    for rule in program.rules:
        justified = {kind for kind, _ in rule.justification}
        for name, protected in _protected(program, formulas(rule)):
            if protected not in justified:
                text = f"leest `{name}` ({protected}) zonder `rechtvaardiging`"
                yield _in_program("F160", rule.regulation, rule.id, text, program, rule.origin)
    for part, read in _outside_rules(program):
        act, _, bare = part.name.rpartition(".")
        for name, protected in _protected(program, read):
            text = f"leest `{name}` ({protected}) buiten een regel; zet dat in een regel met reden"
            yield _in_program("F160", act, bare, text, program, part.origin)


def _outside_rules(program: Program) -> Iterator[tuple[Begrip | Table | GroupDecl, Formulas]]:
    """Concepts, tables and groups with the nodes of their own formulas."""
    for begrip in program.begrippen.values():
        yield begrip, own_formulas(begrip)
    for table in program.tables.values():
        cells = (cell for row in table.rows or () for cell in (row.upto, row.value))
        yield table, (node for cell in cells for node in walk(cell))
    for group in program.groups.values():
        yield group, walk(group.edge)


def _protected(program: Program, read: Formulas) -> Iterator[tuple[str, str]]:
    """The protected facts among these nodes, each with why it is protected."""
    names = {node.name for node in read if isinstance(node, nodes.FactRef)}
    kinds = ((name, program.facts[name].protected) for name in sorted(names))
    yield from ((name, kind) for name, kind in kinds if kind)


def valves(program: Program) -> Found:
    """Onerous rules that no judgement, choice or exception softens."""
    paragraphs = {info.id: dict(info.paragraphs) for info in program.regulations}

    def articles(act: str, names: Iterable[str]) -> set[str]:
        return {a for name in names for a in paragraphs.get(act, {}).get(name, ())}

    soft = [rule for rule in program.rules if rule.direction == "begunstigend"]
    for rule in program.rules:
        if rule.direction != "belastend" or rule.choice or norms_in(rule.condition):
            continue
        defeated_by = {edge.rule for edge in rule.defeaters}
        given = {name for name, _ in rule.effects}
        if not any(
            other.number in defeated_by
            or given & set(other.changes)
            or (other.reach is not None and reaches(other, rule, articles))
            for other in soft
        ):
            text = f"niets verzacht deze regel (artikel {article_of(rule.sources)})"
            yield _in_program("F209", rule.regulation, rule.id, text, program, rule.origin)


def never_grounds(program: Program) -> Found:
    """Rules that rest on a fact that their regulation may never use."""
    behind = Behind(program)
    forbidden = {info.id: frozenset(info.never_ground) for info in program.regulations}
    for rule in program.rules:
        for name in sorted(behind.rule(rule) & forbidden.get(rule.regulation, frozenset())):
            where = article_of(rule.sources)
            text = f"rust op `{name}`, dat hier nooit grond mag zijn (artikel {where})"
            yield _in_program("F162", rule.regulation, rule.id, text, program, rule.origin)


def _in_program(
    code: str, act: str, over: str, text: str, program: Program, at: Origin
) -> Bevinding:
    city = program.municipality if code in ("F141", "F142") else ""
    return Bevinding(
        code=code, regeling=act, over=over, tekst=text, plaats=_place(at), gemeente=city
    )


PROGRAM_CHECKS: Sequence[Callable[[Program], Found]] = (
    amounts,
    priorities,
    unfilled,
    thin_definitions,
    distinctions,
    valves,
    never_grounds,
)  # fmt: skip


def formulas(rule: Rule) -> Iterator[nodes.Expr]:
    """Every node of every formula of a rule."""
    parts = [rule.condition, rule.cause, rule.moment, *(value for _, value in rule.effects)]
    if rule.grant is not None:
        parts += rule.grant.formulas
    for part in parts:
        yield from walk(part)


def own_formulas(begrip: Begrip) -> Iterator[nodes.Expr]:
    """Every node of the formulas that a concept has itself, besides its rules."""
    for part in (begrip.rest, begrip.low, begrip.high, begrip.demand):
        yield from walk(part)


class Behind:
    """The facts that a rule rests on, directly or through concepts of any regulation."""

    def __init__(self, program: Program) -> None:
        """Look in this program."""
        self.program = program
        self.known: dict[str, frozenset[str]] = {}

    def rule(self, rule: Rule) -> frozenset[str]:
        """The facts behind the condition and the effects of a rule."""
        return self._read(formulas(rule))

    def begrip(self, name: str) -> frozenset[str]:
        """The facts behind a concept, with those in its bounds and its rest; never in a circle."""
        if name not in self.known:
            begrip = self.program.begrippen[name]
            self.known[name] = frozenset()
            made = [
                self.rule(self.program.rules[candidate.rule])
                for candidate in (*begrip.candidates, *begrip.changes)
            ]
            self.known[name] = self._read(own_formulas(begrip)).union(*made)
        return self.known[name]

    def _read(self, read: Formulas) -> frozenset[str]:
        found: set[str] = set()
        for node in read:
            match node:
                case nodes.FactRef(name=name):
                    found.add(name)
                case nodes.BegripRef(name=name):
                    found |= self.begrip(name)
                case _:
                    continue
        return frozenset(found)
