"""Defeaters: which rule sets aside which, and by what criterion. Fixed at load, never silent.

Order of criteria: explicit relation, higher regulation, declared speciality, later in time.
The first that discriminates decides; every use of the last three gives a notice.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from engine.errors import Diagnostic
from engine.ir.declarations import Source
from engine.ir.parts import RegulationInfo
from engine.ir.program import Edge, Reach, Rule, Rung
from engine.model.regulation import Corpus
from engine.model.rule import Doelwit
from engine.passes.declare import sources
from engine.passes.entities import Shape
from engine.passes.resolve_rules import Draft

RANKS = ("verdrag", "wet", "amvb", "ministeriele_regeling", "verordening", "beleidsregel")
Edges = dict[int, list[Edge]]
ArticlesOf = Callable[[str, Iterable[str]], set[str]]


@dataclass(frozen=True, kw_only=True)
class Defeated:
    """Rules with their defeaters, plus what a lawyer should know about the order."""

    rules: tuple[Rule, ...]
    excluders: dict[int, tuple[Edge, ...]]
    problems: tuple[Diagnostic, ...]
    notices: tuple[Diagnostic, ...]


class _Pass:
    def __init__(
        self,
        drafts: Sequence[Draft],
        shape: Shape,
        acts: Iterable[RegulationInfo],
        corpus: Corpus,
    ) -> None:
        self.drafts = drafts
        self.written = [(r, act.id) for act in corpus.regelingen for r in act.secties.regels]
        self.shape = shape
        self.acts = {a.id: a for a in acts}
        self.edges: Edges = defaultdict(list)
        self.problems: list[Diagnostic] = []
        self.notices: list[Diagnostic] = []

    # -- explicit relations ----------------------------------------------------------------

    def explicit(self) -> None:
        for draft in self.drafts:
            written = draft.written
            for relation, targets in (
                ("in_afwijking_van", written.in_afwijking_van),
                ("sluit_uit", written.sluit_uit),
                ("beperkt", written.beperkt),
            ):
                for target in targets:
                    self._relate(draft, relation, target)
            if written.beperkt or (written.wijzigt and written.richting == "belastend"):
                self._check_ground(draft)
            self._check_rung(draft)
            self._check_changes(draft)

    def _relate(self, draft: Draft, relation: str, target: Doelwit) -> None:
        named = self._targets(draft, target)
        hit = [other for other in named if self._in_reach(draft, other)]
        if not named and not self._exists(draft, target):
            self._problem(
                "R401", f"`{relation}` wijst naar geen enkele regel", draft, target,
                "controleer de naam of het artikel",
            )  # fmt: skip
        for other in named:
            # A place in the law is cut down to the reach; a rule named outside it is a mistake.
            if other not in hit and target.regel is not None:
                self._problem(
                    "R402", f"`{other.id}` valt buiten de reikwijdte van deze regel", draft, target
                )
        for other in hit:
            steps = self.shape.path_to(other.entity, draft.rule.entity)
            if steps is None:
                if target.regel is not None:
                    here, there = draft.rule.entity, f"{other.entity} (`{other.id}`)"
                    self._problem("R403", f"van {there} is {here} niet te bereiken", draft, target)
                continue
            self._add(other.number, Edge(rule=draft.rule.number, steps=steps, relation=relation))

    def _add(self, number: int, edge: Edge) -> None:
        if all(e.rule != edge.rule for e in self.edges[number]):
            self.edges[number].append(edge)

    def _targets(self, draft: Draft, target: Doelwit) -> list[Rule]:
        if target.regel is not None:
            return [
                d.rule
                for d in self.drafts
                if target.regel in (d.rule.id, d.written.groep) and d is not draft
            ]
        act = draft.rule.regulation if target.regeling in (None, "deze") else target.regeling
        return [
            d.rule
            for d in self.drafts
            if d is not draft
            and d.rule.regulation == act
            and not d.rule.helper
            and d.rule.rung < Rung.D
            and self._in_unit(d.rule.sources, target, act or "")
        ]

    def _exists(self, draft: Draft, target: Doelwit) -> bool:
        """Whether the target is a rule at all, also one that is not in force here and now."""
        if target.regel is not None:
            return any(target.regel in (rule.id, rule.groep) for rule, _ in self.written)
        act = draft.rule.regulation if target.regeling in (None, "deze") else target.regeling
        return any(
            owner == act and self._in_unit(sources(rule.bron, owner), target, owner)
            for rule, owner in self.written
        )

    def _in_unit(self, places: Iterable[Source], target: Doelwit, act: str) -> bool:
        if target.paragraaf is not None:
            return any(s.article in self._articles(act, (target.paragraaf,)) for s in places)
        return any(
            (target.artikel in (None, s.article))
            and (target.lid in (None, s.paragraph))
            and (target.onderdeel in (None, s.part))
            for s in places
        )

    def _articles(self, act: str, paragraphs: Iterable[str]) -> set[str]:
        known = dict(self.acts[act].paragraphs) if act in self.acts else {}
        return {article for p in paragraphs for article in known.get(p, ())}

    def _in_reach(self, draft: Draft, other: Rule) -> bool:
        return reaches(draft.rule, other, self._articles)

    # -- checks ----------------------------------------------------------------------------

    def _check_rung(self, draft: Draft) -> None:
        said, found = draft.written.trede, draft.rule.rung.letter
        if said is not None and said != found:
            self._problem(
                "R404", f"trede {said} klopt niet: uit de regel volgt trede {found}", draft, None,
                "de trede volgt uit de aard van de norm, de relatie, `kan` en de reikwijdte",
            )  # fmt: skip
        reach = draft.rule.reach
        if reach is not None:
            known = dict(self.acts[draft.rule.regulation].paragraphs)
            for paragraph in reach.paragraphs:
                if paragraph not in known:
                    self._problem(
                        "R405",
                        f"paragraaf {paragraph} staat niet in `indeling` op deze datum",
                        draft,
                        None,
                        "kies een peildatum waarop de wet zo is ingedeeld, of vul `indeling` aan",
                    )

    def _check_ground(self, draft: Draft) -> None:
        """A lower regulation limits or lowers only where it has a basis for that."""
        if draft.rule.rank not in RANKS[1:]:
            return
        acts = {
            other.regulation
            for target in draft.written.beperkt
            for other in self._targets(draft, target)
        } | {name.rpartition(".")[0] for name in draft.rule.changes}
        basis = {b.regeling for b in (*draft.regeling.kop.grondslag, *draft.written.grondslag)}
        for act in sorted(acts - basis - {draft.rule.regulation}):
            self._problem(
                "R406", f"deze regel beperkt `{act}` zonder grondslag daarin", draft, None,
                "noem onder `grondslag` het artikel dat dit toelaat",
            )  # fmt: skip

    def _check_changes(self, draft: Draft) -> None:
        written = draft.written
        targets = {name for name, _ in draft.rule.effects}
        if written.wijzigt and targets != set(draft.rule.changes):
            self._problem(
                "R407", "`wijzigt` en `dan` noemen niet dezelfde begrippen", draft, None,
                "geef in `dan` van elk gewijzigd begrip de nieuwe waarde; `waarde` is de oude",
            )  # fmt: skip

    # -- priority --------------------------------------------------------------------------

    def priority(self) -> None:
        """Order rules of different regulations that give the same concept a value."""
        by_begrip: dict[str, list[Draft]] = defaultdict(list)
        for draft in self.drafts:
            if not draft.rule.changes:
                for name, _ in draft.rule.effects:
                    by_begrip[name].append(draft)
        for name in sorted(by_begrip):
            group = by_begrip[name]
            for i, first in enumerate(group):
                for second in group[i + 1 :]:
                    self._prefer(first, second, name)

    def _prefer(self, first: Draft, second: Draft, name: str) -> None:
        if self._related(first, second) or self._unaffected(first, second):
            return
        for why, better in (
            ("hoger", _by_rank(first, second)),
            ("bijzonder", self._by_speciality(first, second)),
            ("later", _by_date(first, second)),
        ):
            if better is None:
                continue
            worse = second if better is first else first
            self._add(
                worse.rule.number, Edge(rule=better.rule.number, why=why, relation="voorrang")
            )
            self.notices.append(
                Diagnostic(
                    code="R450",
                    message=f"bij `{name}` gaat `{better.rule.id}` voor `{worse.rule.id}` ({why})",
                    at=better.rule.origin,
                    also=((worse.rule.origin, "wijkt"),),
                    hint="leg de verhouding vast met een uitdrukkelijke relatie",
                )
            )
            return

    def _related(self, first: Draft, second: Draft) -> bool:
        a, b = first.rule.number, second.rule.number
        return any(e.rule == b for e in self.edges[a]) or any(e.rule == a for e in self.edges[b])

    def _unaffected(self, first: Draft, second: Draft) -> bool:
        return any(
            target.regel in (other.rule.id, other.written.groep)
            or (target.regel is None and target.regeling == other.rule.regulation)
            for draft, other in ((first, second), (second, first))
            for target in draft.written.onverminderd
        )

    def _by_speciality(self, first: Draft, second: Draft) -> Draft | None:
        for draft, other in ((first, second), (second, first)):
            for target in draft.written.bijzonder_van:
                if target.regel in (other.rule.id, other.written.groep):
                    return draft
                if target.regel is None and target.regeling == other.rule.regulation:
                    return draft
        return None

    def _problem(
        self, code: str, message: str, draft: Draft, target: Doelwit | None, hint: str = ""
    ) -> None:
        at = target.herkomst if target is not None and target.herkomst.file else draft.rule.origin
        self.problems.append(Diagnostic(code=code, message=message, at=at, hint=hint))


def _by_rank(first: Draft, second: Draft) -> Draft | None:
    if first.rule.regulation == second.rule.regulation:
        return None
    if first.rule.rank not in RANKS or second.rule.rank not in RANKS:
        return None
    a, b = RANKS.index(first.rule.rank), RANKS.index(second.rule.rank)
    return None if a == b else (first if a < b else second)


def _by_date(first: Draft, second: Draft) -> Draft | None:
    a, b = first.regeling.kop, second.regeling.kop
    if a.regeling == b.regeling or a.bevoegd != b.bevoegd or a.soort != b.soort:
        return None
    if a.vastgesteld is None or b.vastgesteld is None or a.vastgesteld == b.vastgesteld:
        return None
    return first if a.vastgesteld > b.vastgesteld else second


def reaches(clause: Rule, other: Rule, articles_of: ArticlesOf) -> bool:
    """Whether a rule lies within the reach of a clause; no reach means no limit."""
    reach = clause.reach
    if reach is None or reach.on_blockers:
        return True
    return _within(
        reach, clause.regulation, other, articles_of(clause.regulation, reach.paragraphs)
    )


def _within(reach: Reach, act: str, other: Rule, paragraph_articles: set[str]) -> bool:
    if other.regulation in reach.regulations:
        return True
    if any(
        name.rpartition(".")[2] in reach.begrippen or name in reach.begrippen
        for name, _ in other.effects
    ):
        return True
    if other.regulation != act:
        return False
    return any(
        s.article in reach.articles or s.article in paragraph_articles for s in other.sources
    )


def defeaters(
    drafts: Sequence[Draft], shape: Shape, acts: Iterable[RegulationInfo], corpus: Corpus
) -> Defeated:
    """Compute the defeaters of every rule.

    Args:
        drafts: rules in force whose organ is competent.
        shape: the shape of a case.
        acts: what the regulations are on the peildatum.
        corpus: the rules as written, also those that are not in force.
    """
    work = _Pass(drafts, shape, acts, corpus)
    work.explicit()
    work.priority()
    rules = tuple(
        replace(
            d.rule,
            defeaters=tuple(sorted(work.edges[d.rule.number], key=lambda e: (e.rule, e.steps))),
        )
        for d in drafts
    )
    excluders = {
        rule.number: tuple(e for e in rule.defeaters if e.relation in ("sluit_uit", "beperkt"))
        for rule in rules
    }
    return Defeated(
        rules=rules,
        excluders=excluders,
        problems=tuple(work.problems),
        notices=tuple(work.notices),
    )
