"""Gather per concept what gives it a value: candidates, changes in order, rest, open terms."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from graphlib import CycleError, TopologicalSorter
from itertools import permutations

from engine.errors import Diagnostic, InternalError
from engine.ir import nodes
from engine.ir.fold import transform
from engine.ir.nodes import Expr
from engine.ir.program import Begrip, Candidate, Edge, Norm, Rounding, Rule
from engine.model.regulation import Corpus, Regeling
from engine.model.vocabulary import Begrip as BegripText
from engine.model.vocabulary import OpenTerm
from engine.passes.constants import constant
from engine.passes.declare import sources
from engine.passes.defeaters import RANKS, Defeated
from engine.passes.resolve_rules import Draft
from engine.passes.scope import Scope
from engine.passes.symbols import BegripDecl


class Concepts:
    """Builds the concepts of a program from declarations and defeated rules."""

    def __init__(
        self, corpus: Corpus, drafts: Sequence[Draft], defeated: Defeated, scope: Scope
    ) -> None:
        """Sort the effects of all rules by the concept they are about."""
        self.corpus = corpus
        self.drafts = {d.rule.number: d for d in drafts}
        self.defeated = defeated
        self.scope = scope
        self.given: dict[str, list[Candidate]] = defaultdict(list)
        self.changed: dict[str, list[Candidate]] = defaultdict(list)
        for rule in defeated.rules:
            target = self.changed if rule.changes else self.given
            for name, value in rule.effects:
                target[name].append(Candidate(rule=rule.number, value=value))

    def norms(self, norms: dict[str, Norm]) -> dict[str, Norm]:
        """Norms with the policy rules that presume an answer."""
        return {
            name: replace(norm, presumptions=tuple(self.given.get(name, ())))
            for name, norm in norms.items()
        }

    def begrippen(self) -> dict[str, Begrip]:
        """All concepts and open terms, not yet in order."""
        made = {}
        for regeling in self.corpus.regelingen:
            for name, begrip in regeling.secties.begrippen.items():
                made[f"{regeling.id}.{name}"] = self._begrip(regeling, name, begrip)
            for name, term in regeling.secties.open_termen.items():
                if term.soort not in ("schijven", "opzoek"):
                    made[f"{regeling.id}.{name}"] = self._term(regeling, name, term)
        return made

    def _draft(self, regeling: Regeling, name: str) -> BegripDecl:
        symbol = self.scope.symbols.named[regeling.id, name]
        if not isinstance(symbol, BegripDecl):
            raise InternalError(f"{regeling.id}.{name} is not a concept")
        return symbol

    def _begrip(self, regeling: Regeling, name: str, begrip: BegripText) -> Begrip:
        draft = self._draft(regeling, name)
        entity = self.scope.entity(regeling, begrip.over, begrip.herkomst)
        rest = None
        if begrip.rest is not None:
            rest = self.scope.formula(regeling, begrip.rest.waarde, entity, draft.type)
        low, high = self.scope.bounds(regeling, begrip.grenzen, entity, draft.type)
        rounding = None
        if begrip.afronding is not None:
            step = constant(begrip.afronding.stap, draft.type)
            if isinstance(step, bool) or not isinstance(step, int):
                self.scope.problem("R331", "de stap past niet bij het begrip", begrip.herkomst)
            else:
                rounding = Rounding(step=step, mode=begrip.afronding.wijze)
        candidates = tuple(self.given.get(draft.name, ()))
        return Begrip(
            name=draft.name,
            regulation=regeling.id,
            entity=entity,
            type=draft.type,
            candidates=candidates,
            changes=self._ordered(draft.name),
            excluders=self._excluders(candidates),
            rest=rest,
            rest_sources=sources(
                begrip.rest.bron or begrip.bron if begrip.rest else begrip.bron, regeling.id
            ),
            rounding=rounding,
            exact=begrip.exact,
            low=low,
            high=high,
            symmetric=begrip.symmetrisch,
            direction=begrip.richting or "",
            entitlement=begrip.aanspraak,
            sources=sources(begrip.bron, regeling.id),
            text=begrip.toelichting or "",
            origin=begrip.herkomst,
        )

    def _excluders(self, candidates: Sequence[Candidate]) -> tuple[Edge, ...]:
        found = {e for c in candidates for e in self.defeated.excluders[c.rule]}
        return tuple(sorted(found, key=lambda e: (e.rule, e.steps)))

    def _term(self, regeling: Regeling, name: str, term: OpenTerm) -> Begrip:
        draft = self._draft(regeling, name)
        entity = draft.entity
        low, high = self.scope.bounds(regeling, term.grenzen, entity, draft.type)
        candidates = tuple(self.given.get(draft.name, ()))
        standard = self.scope.formula(regeling, term.standaard, entity, draft.type)
        return Begrip(
            name=draft.name,
            regulation=regeling.id,
            entity=entity,
            type=draft.type,
            candidates=candidates,
            excluders=self._excluders(candidates),
            rest=standard if candidates or not term.verplicht else None,
            low=low,
            high=high,
            demand=_of_itself(self.scope.formula(regeling, term.eis, entity), draft),
            term=True,
            missing="geen_regel" if candidates else "delegatie_ontbreekt",
            sources=sources(term.bron, regeling.id),
            text=term.toelichting or "",
            origin=term.herkomst,
        )

    def _ordered(self, name: str) -> tuple[Candidate, ...]:
        """Changes in their declared order (`na`), otherwise the lower regulation first."""
        found = self.changed.get(name, [])
        ids = {self.defeated.rules[c.rule].id: c for c in found}
        after: dict[str, set[str]] = {}
        for rule_id, candidate in ids.items():
            written = self.drafts[candidate.rule].written
            after[rule_id] = {n for n in written.na if n in ids}
        self._require_order(found, _closure(after))
        ranks = {rule_id: self._rank(candidate) for rule_id, candidate in ids.items()}
        for low, high in permutations(ranks, 2):
            lower = ranks[low] > ranks[high]
            if lower and low not in after[high] and high not in after[low]:
                after[high].add(low)
        try:
            order = list(
                TopologicalSorter({k: sorted(v) for k, v in sorted(after.items())}).static_order()
            )
        except CycleError:
            first = self.defeated.rules[found[0].rule]
            self.scope.problem("R408", f"de volgorde (`na`) bij `{name}` loopt rond", first.origin)
            return tuple(found)
        return tuple(
            c for rule_id in order for c in found if self.defeated.rules[c.rule].id == rule_id
        )

    def _rank(self, candidate: Candidate) -> int:
        rank = self.defeated.rules[candidate.rule].rank
        return RANKS.index(rank) if rank in RANKS else -1

    def _require_order(self, found: Sequence[Candidate], after: dict[str, set[str]]) -> None:
        for i, first in enumerate(found):
            for second in found[i + 1 :]:
                a, b = self.defeated.rules[first.rule], self.defeated.rules[second.rule]
                if a.id == b.id or self._rank(first) != self._rank(second):
                    continue
                if b.id not in after[a.id] and a.id not in after[b.id]:
                    self._no_order(a, b)

    def _no_order(self, a: Rule, b: Rule) -> None:
        self.scope.problems.append(
            Diagnostic(
                code="R409",
                message=f"`{a.id}` en `{b.id}` wijzigen hetzelfde begrip zonder volgorde",
                at=b.origin,
                also=((a.origin, "de andere"),),
                hint="schrijf bij een van beide `na: […]`",
            )
        )


def _closure(after: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """Everything a rule comes after, also by way of others."""
    reached = {name: set(found) for name, found in after.items()}
    for middle, beyond in reached.items():
        for found in reached.values():
            if middle in found:
                found.update(beyond)
    return reached


def _of_itself(demand: Expr | None, term: BegripDecl) -> Expr | None:
    """A demand on an open term, with the term itself read as the value that is held to it."""

    def change(node: Expr) -> Expr:
        if isinstance(node, nodes.BegripRef) and (node.name, node.nav) == (term.name, nodes.Nav()):
            return nodes.Current(type=node.type, at=node.at)
        return node

    return None if demand is None else transform(demand, change)
