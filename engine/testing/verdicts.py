"""What may not be true of twins: one function per property, None when all is well."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from engine.decide.outcomes import instances as places
from engine.decide.solutions import answer_solution
from engine.ir.case import Inst
from engine.ir.program import Rule
from engine.ir.reads import behind, reads
from engine.result.evaluated import Evaluated
from engine.result.outcomes import Conflict, Gap, Known, Outcome
from engine.testing.answers import (
    SOLUTION,
    Difference,
    answer_text,
    differences,
    outcome_text,
    told,
)
from engine.testing.folder import Folder, Without
from engine.testing.path import Path
from engine.testing.twins import Twins, renamed


@dataclass(frozen=True)
class Finding:
    """Where a property does not hold: the answer, why it is wrong, and the rules to look at."""

    difference: Difference
    why: str
    rules: tuple[Rule, ...]


Verdict = Callable[[Folder, Twins], Finding | None]


def _own(folder: Folder, path: Path) -> tuple[Rule, ...]:
    return tuple(rule for rule in path.rules if rule.regulation in folder.acts)


def unjustified(folder: Folder, twins: Twins) -> Finding | None:
    """P1 and P2: a protected fact makes a difference, and a rule on the path does not say why."""
    ground = folder.program.facts[twins.fact].protected
    for found in differences(folder, *folder.runs(twins.one, twins.two)):
        own = _own(folder, found.path)
        if not own:
            continue
        reading = [r for r in (*found.path.rules, *_of_groups(folder, found.path))
                   if folder.reads(r, twins.fact)]  # fmt: skip
        silent = tuple(r for r in reading if ground not in dict(r.justification))
        if silent:
            why = f"deze regel leest {ground} en heeft daarvoor geen `rechtvaardiging`"
            return Finding(found, why, silent)
        if not reading:
            why = f"geen regel op dit pad heeft een `rechtvaardiging` voor {ground}"
            return Finding(found, why, own)
    return None


def _of_groups(folder: Folder, path: Path) -> tuple[Rule, ...]:
    """The rules that decide who belongs to the groups on a path."""
    program = folder.program
    groups = {("groep", s.inst[0]) for s in path.steps if s.inst[0] in program.groups}
    rests = behind(reads(program), groups)
    return tuple(program.rules[int(name)] for kind, name in sorted(rests) if kind == "regel")


def worse(folder: Folder, twins: Twins) -> Finding | None:
    """P4: the second has more of a burden, and a rule of the folder leaves them worse off."""
    why = "wie er erger aan toe is, krijgt hier minder"
    return _moved(folder, twins, why, lambda d: d.better < 0)


def richer_gets_more(folder: Folder, twins: Twins) -> Finding | None:
    """P5: the second has more means, and a rule of the folder gives them more."""
    why = "wie meer heeft, krijgt hier ook meer"
    return _moved(folder, twins, why, lambda d: d.better > 0 and not d.open)


def silent_no(folder: Folder, twins: Twins) -> Finding | None:
    """P13: with less known there is a firm no, and a firm yes when more is known."""
    why = "dit staat vast terwijl er iets ontbreekt, en met dat gegeven wordt het anders"
    return _moved(folder, twins, why, lambda d: d.better > 0 and d.firm and not d.open)


def _moved(
    folder: Folder, twins: Twins, why: str, wrong: Callable[[Difference], bool]
) -> Finding | None:
    """A difference that is wrong, and that rules of the folder make.

    Where an answer is still open, such a rule has to hold for one and not for the other: that it
    passes on what is open elsewhere is not its doing.
    """
    for found in differences(folder, *folder.runs(twins.one, twins.two)):
        own = _own(folder, found.path)
        turned = [s for s in found.path.steps if s.rule in own and s.one != s.two]
        if wrong(found) and own and (turned or not found.open):
            return Finding(found, why, own)
    return None


def relief_hurts(rule: Rule) -> Verdict:
    """P8: with this favourable rule somebody is worse off than without it, and in no way better.

    What is spread over months is less in one month and more in another.
    """

    def verdict(folder: Folder, twins: Twins) -> Finding | None:
        runs = _without(folder, rule).run(twins.one), folder.run(twins.one)
        found = list(differences(folder, *runs))
        if any(difference.better > 0 for difference in found):
            return None
        why = "deze regel heet begunstigend en maakt het minder"
        return next((Finding(d, why, (rule,)) for d in found if d.better < 0 and not d.open), None)

    return verdict


def no_way_out(rule: Rule) -> Verdict:
    """P18: this policy rule leaves somebody worse off, and nobody is asked to weigh that."""

    def verdict(folder: Folder, twins: Twins) -> Finding | None:
        case = folder.unweighed(twins.one)
        without, run = _without(folder, rule), folder.run(case)
        solutions = places(run, SOLUTION)
        if not solutions or any(_weighed(folder, run, s) for s in solutions):
            return None
        why = "dit beleid maakt het minder, en afwijken (Awb 4:84) komt niet in beeld"
        found = differences(folder, without.run(case), run)
        return next((Finding(d, why, (rule,)) for d in found if d.better < 0), None)

    return verdict


def _weighed(folder: Folder, run: Evaluated, solution: Inst) -> bool:
    """Whether some ground that answers what blocks holds, or waits for a judgement."""
    numbers = {rule.number for rule in folder.clauses}
    tried = answer_solution(run, solution).tried
    return any(t.rule.number in numbers and (t.holds or t.open) for t in tried)


@cache
def _without(folder: Folder, rule: Rule) -> Without:
    return Without(folder, rule)


def other_names(folder: Folder, twins: Twins) -> Finding | None:
    """P15: who of two residents comes first makes a difference."""
    one, two = folder.run(twins.one), folder.run(twins.two)
    first, second = twins.one.persons[:2]
    other = {first: second, second: first}
    why = "alleen de volgorde van de personen is anders"
    for name, inst in folder.asked(twins.one):
        place = renamed(inst, other)
        outcomes = one.begrip(name, inst).outcome, two.begrip(name, place).outcome
        if _meaning(outcomes[0], other) != _meaning(outcomes[1], {}):
            return Finding(_difference(folder, one, two, name, inst, outcomes), why, ())
    for inst in places(one, SOLUTION):
        answers = answer_solution(one, inst), answer_solution(two, inst)
        if told(answers[0]) != told(answers[1]):
            texts = [answer_text(a) for a in answers]
            return Finding(_same_rank(inst[1], texts[0], texts[1], one, two), why, ())
    return None


def _difference(
    folder: Folder, one: Evaluated, two: Evaluated, name: str, inst: Inst,
    outcomes: tuple[Outcome, Outcome],
) -> Difference:  # fmt: skip
    begrip = folder.program.begrippen[name]
    texts = [outcome_text(o, begrip, folder.program) for o in outcomes]
    return _same_rank(f"{name} van {inst[1]}", texts[0], texts[1], one, two)


def _same_rank(about: str, one: str, two: str, first: Evaluated, second: Evaluated) -> Difference:
    return Difference(about, one, two, better=0, firm=True, open=False, path=Path(first, second))


def _meaning(outcome: Outcome, other: dict[str, str]) -> object:
    """What an outcome says, without the names of people except where they are the answer."""
    match outcome:
        case Known(value=value, reserve=leaves):
            said: object = other.get(value, value) if isinstance(value, str) else value
        case Gap(kind=kind, reserve=leaves):
            said = kind
        case Conflict(values=values, reserve=leaves):
            said = sorted(str(value) for value, _ in values)
        case _:
            said, leaves = outcome.provisional, outcome.needs
    return type(outcome), said, {(x.kind, x.name, x.detail) for x in leaves}


def otherwise(folder: Folder, twins: Twins) -> Finding | None:
    """P15 and P20: nothing that matters differs, and yet the outcome or its reasons do."""
    one, two = folder.run(twins.one), folder.run(twins.two)
    why = "niets wat meetelt verschilt, en toch is de uitkomst of de reden anders"
    for name, inst in folder.asked(twins.one):
        outcomes = one.begrip(name, inst).outcome, two.begrip(name, inst).outcome
        if outcomes[0] != outcomes[1] or _reasons(one, name, inst) != _reasons(two, name, inst):
            return Finding(_difference(folder, one, two, name, inst, outcomes), why, ())
    return None


def _reasons(run: Evaluated, name: str, inst: Inst) -> list[tuple[int, Outcome, Outcome | None]]:
    """Which rules give a concept its value, and what each came to."""
    step = run.begrip(name, inst)
    return [(c.rule, c.truth, c.value.outcome if c.value else None)
            for c in (*step.candidates, *step.changes)]  # fmt: skip


def excluding(verdict: Verdict, allowed: Iterable[str]) -> Verdict:
    """The same, but nothing is said of findings in which these rules play a part."""
    ids = frozenset(allowed)

    def other(folder: Folder, twins: Twins) -> Finding | None:
        found = verdict(folder, twins)
        return None if found and any(r.id in ids for r in found.rules) else found

    return other


def only(verdict: Verdict, rule: str) -> Verdict:
    """The same, but only findings in which this rule plays a part."""

    def other(folder: Folder, twins: Twins) -> Finding | None:
        found = verdict(folder, twins)
        return found if found and any(r.id == rule for r in found.rules) else None

    return other
