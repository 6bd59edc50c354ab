"""Whether the cases beside the rules, or the norm tables, notice a fault in the rules."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from engine.backends.compiled import Compiled, Run
from engine.decide.outcomes import instances
from engine.ir.program import TOP, Program
from engine.model.regulation import Corpus
from engine.model.rule import Regel
from engine.result.outcomes import Outcome
from tests.mutation.audit import changed, compiled
from tests.mutation.equivalent import touched
from tests.mutation.guards import Asked, evaluated


@dataclass(frozen=True)
class Faulty:
    """Faulty rules of one period and municipality, and what the fault touches directly there."""

    compiled: Compiled
    names: tuple[str, ...]
    rules: tuple[tuple[str, str], ...]
    anything: bool

    def reaches(self, asked: Asked) -> bool:
        """Whether any of that comes out otherwise in this case; if not, nothing does."""
        if self.anything:
            return True
        original, case = asked.check.setting.program, asked.check.case
        before = asked.check.setting.evaluate(original, case)
        return list(self._outcomes(before)) != list(self._outcomes(evaluated(self.compiled, case)))

    def _outcomes(self, run: Run) -> Iterator[Outcome | None]:
        for name in self.names:
            entity = run.program.begrippen[name].entity
            yield from (run.begrip(name, inst, TOP).outcome for inst in instances(run, entity))
        for name, entity in self.rules:
            rule = run.program.rule_named(name)
            for inst in instances(run, entity):
                yield None if rule is None else run.rule(rule.number, inst, TOP).truth


def by_rule(checks: Sequence[Asked]) -> dict[str, list[Asked]]:
    """Which checks ask about a rule."""
    found: dict[str, list[Asked]] = defaultdict(list)
    for asked in checks:
        for rule in asked.places:
            found[rule].append(asked)
    return found


def noticed(corpus: Corpus, rule: Regel, checks: Sequence[Asked]) -> bool:
    """Whether one of these checks comes out otherwise than it should under faulty rules.

    Those that speak of the rule, or of what it gives, come first: they are the likely ones.
    """
    made: dict[int, Faulty | None] = {}
    words = [rule.id, *(rule.dan if isinstance(rule.dan, dict) else ())]
    for asked in sorted(checks, key=lambda a: not any(map(_expected(a).__contains__, words))):
        original = asked.check.setting.program
        key = id(original.begrippen)  # shared by the days between two changes of the rules
        if key not in made:
            made[key] = _faulty(corpus, original)
        faulty = made[key]
        if faulty is not None and faulty.reaches(asked) and asked.check.notices(faulty.compiled):
            return True
    return False


def _expected(asked: Asked) -> str:
    """What a check expects, as text."""
    check = asked.check
    return str(check.row if check.geval is None else check.geval.verwacht)


def _faulty(corpus: Corpus, original: Program) -> Faulty | None:
    program = compiled(corpus, original)
    if program is None:
        return None
    names, rules = touched(original, program)
    anything = bool(changed(original, program, "oordeel")) or _presumed(original, program)
    return Faulty(Compiled(program), names, rules, anything)


def _presumed(original: Program, program: Program) -> bool:
    """Whether a rule that fills in a judgement for as long as nobody made it is another."""
    rules = changed(original, program, "regel")
    given = {
        n for p in (original, program) for r in p.rules if r.id in rules for n, _ in r.effects
    }
    return not given.isdisjoint(original.norms)
