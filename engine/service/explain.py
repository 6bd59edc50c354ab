"""Explains one answer: why, why not and how far off, and why a question is asked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from engine.backends.render_nl import Block, render_why, render_why_rule
from engine.decide.encode import article_of, key_of
from engine.decide.outcomes import instances
from engine.decide.selection import candidate_grounds
from engine.ir.case import Inst
from engine.ir.fold import walk
from engine.ir.nodes import BegripRef
from engine.ir.program import LAST_BEFORE_CLAUSES, Rule
from engine.result.evaluated import Evaluated
from engine.result.outcomes import Known
from engine.result.steps import BegripStep, RuleStep
from engine.result.toets import Toets
from engine.service.names import UnknownName, not_known
from engine.service.paths import SOLUTION, Pad, Paths
from engine.service.reasons import Reasons, Reden
from engine.service.shortfalls import Tekort, shortfalls
from engine.service.text import households

INTENTION = "voornemen"


@dataclass(frozen=True, kw_only=True)
class Belet:
    """Why one rule does not give what was asked; the nearest to holding comes first.

    Attributes:
        waarom: voorwaarde (its condition fails), opzij (another rule goes before), onbekend.
        door: the rules that go before.
        tekorten: what fails in its condition, and how far off.
    """

    regel: str
    regeling: str
    artikel: str
    waarom: str
    door: tuple[str, ...] = ()
    tekorten: tuple[Tekort, ...] = ()


class _AtItsRung:
    """Asks every rule in the program up to the rung of that rule: a clause looks at blockers."""

    def __init__(self, run: Evaluated) -> None:
        self.run = run

    def begrip(self, name: str, inst: Inst) -> BegripStep:
        """The outcome of a concept for an instance."""
        return self.run.begrip(name, inst)

    def rule(self, number: int, inst: Inst) -> RuleStep:
        """Whether a rule is active for an instance."""
        rung = self.run.program.rules[number].rung
        return self.run.rule(number, inst, max(rung, LAST_BEFORE_CLAUSES))


class Uitleg:
    """Explains one evaluated case; nothing is evaluated again."""

    def __init__(self, run: Evaluated) -> None:
        """Explain this evaluation."""
        self.run = run
        self.program = run.program
        self._reasons = Reasons(run)

    def waarom(self, name: str, over: str) -> Reden:
        """Why a concept has this outcome: rules, what they rest on, and what lies behind.

        Raises:
            UnknownName: no such concept, or nobody like that in this case.
        """
        return self._reasons.reason(*self._place(name, over), set())

    def waarom_niet(self, name: str, over: str = "") -> tuple[Belet, ...]:
        """Why rules do not give a concept its value, or no ground carries a solution.

        Args:
            name: A concept, or the id of a solution.
            over: Whom or what the concept is about; left out for a solution.

        Raises:
            UnknownName: no such concept or solution in this case.
        """
        solution = (SOLUTION, name.removeprefix(f"{SOLUTION}:"))
        if not over and solution in instances(self.run, SOLUTION):
            rules: Sequence[Rule] = candidate_grounds(self.run, solution)
            inst = solution
        else:
            full, inst = self._place(name, over)
            found = self.program.begrippen[full].candidates
            rules = [self.program.rules[candidate.rule] for candidate in found]
        return tuple(sorted(self._obstacles(rules, inst), key=_nearness))

    def _obstacles(self, rules: Sequence[Rule], inst: Inst) -> Iterator[Belet]:
        for rule in rules:
            step = _AtItsRung(self.run).rule(rule.number, inst)
            if isinstance(step.truth, Known) and step.truth.value:
                continue
            before = self._reasons.before(step)
            why = "opzij" if before else "voorwaarde"
            yield Belet(
                regel=rule.id,
                regeling=rule.regulation,
                artikel=article_of(rule.sources),
                waarom=why if isinstance(step.truth, Known) else "onbekend",
                door=before,
                tekorten=() if step.term is None else shortfalls(self.program, step.term),
            )

    def waarom_vraag(self, name: str, over: str = "") -> tuple[Pad, ...]:
        """Through which rules and concepts a missing fact or judgement bears on an outcome."""
        return Paths(self.run).to(name, over)

    def blokken(self, toets: Toets) -> tuple[Block, ...]:
        """Why, in Dutch: the rules behind every solution and intention, and the entitlements.

        Where there is a solution or an intention, only entitlements that the answer rests on are
        explained: those of persons and households first, and of a solution what its grounds read.
        """
        named = list(_named(toets))
        blocks = [
            render_why_rule(self.program, _AtItsRung(self.run), rule, inst)
            for inst, names in named
            for rule in map(self.program.rule_named, names)
            if rule is not None and rule.entity == inst[0]
        ]
        read = {inst: self._read(names) for inst, names in named}
        words = households(self.run)
        blocks += [
            render_why(self.program, self.run, name, inst, words=words)
            for name, begrip in sorted(self.program.begrippen.items())
            if begrip.entitlement
            and (not named or begrip.entity == INTENTION or name in toets.kern)
            for inst in instances(self.run, begrip.entity)
            if begrip.entity != SOLUTION or name in read.get(inst, ())
        ]
        return tuple(blocks)

    def _read(self, names: Sequence[str]) -> frozenset[str]:
        """The concepts that these rules read themselves."""
        found = [rule for rule in map(self.program.rule_named, names) if rule is not None]
        formulas = [rule.condition for rule in found]
        grants = [rule.grant for rule in found if rule.grant is not None]
        formulas += [f for grant in grants for f in (grant.upto, grant.asked)]
        return frozenset(
            node.name for expr in formulas for node in walk(expr) if isinstance(node, BegripRef)
        )

    def _place(self, name: str, over: str) -> tuple[str, Inst]:
        """A concept and an instance, from names as a user writes them."""
        program = self.program
        full = [n for n in program.begrippen if n == name or n.rpartition(".")[2] == name]
        if not full:
            hint = not_known(name, program.begrippen)
            raise UnknownName(f"het begrip `{name}` bestaat niet", hint)
        if len(full) > 1:
            hint = f"kies uit: {', '.join(full)}"
            raise UnknownName(f"het begrip `{name}` bestaat in meer regelingen", hint)
        entity = program.begrippen[full[0]].entity
        known = instances(self.run, entity)
        inst: Inst | None = (entity, over.partition(":")[2] or over)
        if entity in program.groups and inst not in known:
            inst = self.run.walk(("persoon", over.partition(":")[2] or over), (entity,))
        if inst is None or inst not in known:
            hint = f"kies uit: {', '.join(key_of(i) for i in known)}" if known else ""
            raise UnknownName(f"`{over}` bestaat niet in deze hulpvraag", hint)
        return full[0], inst


def _named(toets: Toets) -> Iterator[tuple[Inst, tuple[str, ...]]]:
    """The rules that an answer names for each solution and intention, each once."""
    for solution in (solution for need in toets.behoeften for solution in need.oplossingen):
        grounds = [ground.regel for ground in solution.gronden]
        yield (SOLUTION, solution.id), tuple(dict.fromkeys(grounds))
    for intention in toets.voornemens:
        rules = [ground.regel for ground in intention.gronden]
        rules += [blocker.regel for blocker in intention.blokkades]
        yield (INTENTION, intention.id), tuple(dict.fromkeys(rules))


def _nearness(obstacle: Belet) -> tuple[bool, int, str]:
    """Open ones first, then by the number of things in the way."""
    count = len(obstacle.tekorten) + len(obstacle.door)
    return obstacle.waarom != "onbekend", count, obstacle.regel
