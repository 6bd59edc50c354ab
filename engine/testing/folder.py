"""A municipality's folder beside the shipped acts: what is tested, and what that rests on."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from engine.decide.encode import article_of
from engine.decide.outcomes import instances as places
from engine.decide.probe import Before, Evaluate
from engine.decide.selection import clause_grounds
from engine.errors import CaseError
from engine.ir import nodes
from engine.ir.case import Case, Inst
from engine.ir.fold import norms_in, walk
from engine.ir.program import LAST_BEFORE_CLAUSES, Program, Rule
from engine.ir.reads import Part, behind, fact, reads, touched
from engine.ir.types import YES_NO
from engine.model.request import Hulpvraag
from engine.result.evaluated import Evaluated
from engine.result.outcomes import FALSE, Known
from engine.service import Regelruimte, case_paths, shipped_rules
from engine.service.facade import evaluator
from engine.source.case_files import Geval, read_cases
from engine.testing.boundaries import Boundaries
from engine.testing.cases import by_entity, instances

MOST_WORKED = 60
NEVER = nodes.Lit(value=False, type=YES_NO)


class NotUsable(Exception):
    """This folder cannot be tested; the message says why, in Dutch."""


class Folder:
    """The shipped acts and one folder, compiled for one day and the folder's municipality.

    Attributes:
        acts: the regulations of the folder itself.
    """

    def __init__(
        self, path: Path, engine: Regelruimte, program: Program, acts: frozenset[str]
    ) -> None:
        """Keep what was read and compiled."""
        self.path = path
        self.engine = engine
        self.program = program
        self.acts = acts
        self._with: dict[tuple[str, str], tuple[Case, ...]] = {}

    def __repr__(self) -> str:
        """The path: Hypothesis names a folder in every note that it makes."""
        return f"Folder({self.path})"

    @property
    def beside(self) -> bool:
        """Whether the folder stands beside the shipped rules, and not among them."""
        return not _is_shipped(self.path)

    @cached_property
    def own(self) -> tuple[Rule, ...]:
        """The rules of the folder itself."""
        return tuple(r for r in self.program.rules if r.regulation in self.acts)

    @cached_property
    def _touched(self) -> frozenset[Part]:
        """Everything that some rule of the folder may make different."""
        own = {("regel", str(rule.number)) for rule in self.own}
        own |= {
            ("begrip", n) for n, b in self.program.begrippen.items() if b.regulation in self.acts
        }
        own |= {("tabel", n) for n, t in self.program.tables.items() if self._fills(n)}
        return touched(self.program, own)

    def _fills(self, table: str) -> bool:
        """Whether the folder gives this table its rows."""
        sources = self.program.tables[table].sources
        return any(source.regulation in self.acts for source in sources)

    @cached_property
    def questions(self) -> tuple[str, ...]:
        """The concepts that the folder has a say in."""
        return tuple(sorted(name for kind, name in self._touched if kind == "begrip"))

    @cached_property
    def relevant(self) -> frozenset[str]:
        """The facts and open norms that any of these can rest on."""
        rests = behind(reads(self.program), self._touched)
        return frozenset(name for kind, name in rests if kind in ("feit", "oordeel"))

    @property
    def facts(self) -> frozenset[str]:
        """The facts among these."""
        return self.relevant & self.program.facts.keys()

    @property
    def protected(self) -> tuple[str, ...]:
        """The protected facts among these."""
        return tuple(sorted(n for n in self.facts if self.program.facts[n].protected))

    def asked(self, case: Case) -> Iterator[tuple[str, Inst]]:
        """Every question with everybody and everything in the case that it is about."""
        wanted = frozenset(self.questions)
        return (pair for pair in instances(self.program, case) if pair[0] in wanted)

    @cached_property
    def clauses(self) -> tuple[Rule, ...]:
        """The grounds that answer what blocks, such as that one may deviate from policy."""
        return clause_grounds(self.program)

    def unweighed(self, case: Case) -> Case:
        """The case before anybody weighed whether to deviate from what blocks."""
        weighed = frozenset().union(*(norms_in(rule.condition) for rule in self.clauses))
        judged = {key: j for key, j in case.judgements.items() if key[0] not in weighed}
        return replace(case, judgements=judged)

    def run(self, case: Case, before: Before | None = None) -> Evaluated:
        """Evaluate a case under the acts and the folder; as before but for what has changed."""
        setting = self.engine.setting(self.program.day, self.program.municipality)
        return setting.evaluate(self.program, case, before)

    def runs(self, one: Case, two: Case) -> tuple[Evaluated, Evaluated]:
        """Evaluate two cases; of one that only tells more or other facts, what those touch."""
        first, told = self.run(one), _told_otherwise(one, two)
        return first, self.run(two, Before(first, told) if told else None)

    def _gives(self, run: Evaluated) -> bool:
        """Whether something that the folder has a say in comes out above nothing."""
        begrippen = (self.program.begrippen[name] for name in self.questions)
        outcomes = (
            run.begrip(begrip.name, inst).outcome
            for begrip in begrippen if begrip.direction
            for inst in places(run, begrip.entity)
        )  # fmt: skip
        return any(isinstance(o, Known) and o.value for o in outcomes)

    @cached_property
    def direct(self) -> frozenset[str]:
        """The facts that rules of the folder read themselves."""
        read = (n for rule in self.own for n in self._nodes(rule))
        return frozenset(n.name for n in read if isinstance(n, nodes.FactRef))

    @cached_property
    def labels(self) -> frozenset[str]:
        """The words of lists that rules of the folder name."""
        found: set[str] = set()
        for node in (n for rule in self.own for n in self._nodes(rule)):
            if isinstance(node, nodes.OneOf):
                found |= set(node.labels)
            elif isinstance(node, nodes.Lit) and isinstance(node.value, str):
                found.add(node.value)
        return frozenset(found)

    @cached_property
    def lists(self) -> tuple[str, ...]:
        """The lists of persons that rules of the folder look into."""
        folds = (n for rule in self.own for n in self._nodes(rule) if isinstance(n, nodes.Fold))
        found = {n.collection for n in folds}
        return tuple(sorted(n for n, d in self.program.lists.items()
                            if n in found and d.owner == "persoon"))  # fmt: skip

    @cached_property
    def pools(self) -> Boundaries:
        """The values that are worth trying under these rules."""
        return Boundaries(self.program)

    @cached_property
    def all_worked(self) -> tuple[Case, ...]:
        """Every worked case, as if it were asked here; those of the folder come first."""
        paths = dict.fromkeys([*case_paths([self.path]), *case_paths([shipped_rules()])])
        asked = (case.hulpvraag for path in paths for case in _read(path))
        return tuple(case for case in map(self._here, asked) if case is not None)

    @cached_property
    def worked(self) -> tuple[Case, ...]:
        """Worked cases in which a rule of the folder holds or may hold, then those of rights.

        The latter have something that such a rule could still take away or add to.
        """
        first: list[Case] = []
        others: list[Case] = []
        for case in self.all_worked:
            run = self.run(case)
            if len(first) < MOST_WORKED and self._matters(run):
                first.append(case)
            elif len(others) < MOST_WORKED and self._gives(run):
                others.append(case)
            if len(first) == len(others) == MOST_WORKED:
                break
        return (*first, *others)

    def worked_with(self, entity: str, fact: str) -> tuple[Case, ...]:
        """Of these the cases that know a fact; else those with something that it may be about."""
        if (entity, fact) not in self._with:
            known = tuple(c for c in self.worked if any(name == fact for name, _ in c.facts))
            self._with[entity, fact] = known or tuple(
                c for c in self.worked if by_entity(c.persons, c.network, c.links).get(entity)
            )
        return self._with[entity, fact]

    def _here(self, request: Hulpvraag) -> Case | None:
        """The case of this request, if it had been asked here and on this day."""
        asked = replace(request, peildatum=self.program.day, gemeente=self.program.municipality)
        try:
            return self.engine.case(asked)
        except CaseError:
            return None

    def _matters(self, run: Evaluated) -> bool:
        return any(
            run.rule(rule.number, inst, max(rule.rung, LAST_BEFORE_CLAUSES)).truth != FALSE
            for rule in self.own
            for inst in places(run, rule.entity)
        )

    def stands_for(self, begrip: str) -> str:
        """The protected ground that a concept only passes on: it rests on nothing else."""
        rests = behind(reads(self.program), [("begrip", begrip)])
        names = [name for kind, name in rests if kind in ("feit", "oordeel", "blokkades")]
        facts = self.program.facts
        grounds = {facts[name].protected if name in facts else "" for name in names}
        return grounds.pop() if len(grounds) == 1 else ""

    def reads(self, rule: Rule, fact: str) -> bool:
        """Whether a rule reads this fact itself or, in the folder, under another name.

        Another name is a concept that rests on facts of the same protected ground alone.
        """
        ground = self.program.facts[fact].protected
        nodes_read = list(self._nodes(rule))
        if any(isinstance(n, nodes.FactRef) and n.name == fact for n in nodes_read):
            return True
        names = {n.name for n in nodes_read if isinstance(n, nodes.BegripRef)}
        return rule.regulation in self.acts and any(self.stands_for(n) == ground for n in names)

    def _nodes(self, rule: Rule) -> Iterator[nodes.Expr]:
        parts = [rule.condition, rule.cause, rule.moment, *(value for _, value in rule.effects)]
        for part in parts:
            yield from walk(part)

    def title(self, rule: Rule) -> str:
        """A rule with the regulation and the article that it stands in."""
        act = next(info.name for info in self.program.regulations if info.id == rule.regulation)
        place = article_of(rule.sources)
        named = f"artikel {place}" if rule.sources and rule.sources[0].article else place
        return f"{rule.id} ({act}, {named})"


@dataclass(frozen=True, eq=False)
class Without:
    """The same rules, but without one of them: what that rule makes different."""

    folder: Folder
    rule: Rule

    @cached_property
    def program(self) -> Program:
        """The program in which the rule never holds."""
        rules = list(self.folder.program.rules)
        rules[self.rule.number] = replace(self.rule, condition=NEVER, moment=None, cause=None)
        return replace(self.folder.program, rules=tuple(rules))

    def run(self, case: Case) -> Evaluated:
        """Evaluate a case without the rule."""
        return self._evaluate(self.program, case)

    @cached_property
    def _evaluate(self) -> Evaluate:
        return evaluator(self.program)


def _told_otherwise(one: Case, two: Case) -> frozenset[Part]:
    """The facts with another value in the second case; none when it differs in more than that."""
    if one.facts.keys() - two.facts.keys() or replace(two, facts=one.facts) != one:
        return frozenset()
    return frozenset(fact(k[0]) for k, v in two.facts.items() if one.facts.get(k, one) != v)


def open_folder(path: Path, day: date | None = None) -> Folder:
    """Read a folder beside the shipped acts; without a day, the day of the last change.

    Raises:
        NotUsable: there is no such folder, it has no rules, or rules of more municipalities.
        RuleError: the rules hold errors; all at once.
    """
    if not path.is_dir() or next(path.rglob("*.yaml"), None) is None:
        raise NotUsable(f"in `{path}` staan geen regels; noem de map van uw gemeente")
    own = Regelruimte([path])
    cities = sorted(own.gemeenten())
    if len(cities) > 1:
        raise NotUsable(f"in `{path}` staan meer gemeenten ({', '.join(cities)}); noem er een")
    engine = Regelruimte([shipped_rules()] if _is_shipped(path) else [shipped_rules(), path])
    when = engine.laatste_wijziging() if day is None else day
    program = engine.program(when, cities[0] if cities else "")
    folder = Folder(path=path, engine=engine, program=program, acts=own.namen())
    if not folder.own and not folder.questions:
        raise NotUsable(f"op {when} geldt er geen enkele regel uit `{path}`")
    return folder


def _is_shipped(path: Path) -> bool:
    return path.resolve().is_relative_to(shipped_rules().resolve())


def _read(path: Path) -> list[Geval]:
    try:
        return read_cases(path, path.name)
    except CaseError:
        return []
