"""A compiled program, and one evaluation of it on a case."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from functools import cached_property, reduce
from typing import Any

from engine.backends.compiled import general, logic, questions, settling
from engine.backends.compiled.emitter import Context
from engine.backends.compiled.functions import Functions
from engine.backends.compiled.kept import Kept, kept_under, nothing_changed
from engine.backends.compiled.keys import Keys
from engine.backends.compiled.places import OUTCOMES, Facts, Place, Table, World, lift
from engine.backends.compiled.plans import Option
from engine.backends.compiled.steps import begrip_step, rule_step, standing
from engine.backends.compiled.tops import Tops
from engine.backends.compiled.writer import Constants
from engine.ir.case import CASE, Case, Inst
from engine.ir.nodes import Nav
from engine.ir.program import LAST_BEFORE_CLAUSES, Begrip, Norm, Program, Rung
from engine.ir.reads import PERSON_STEP, Part
from engine.result.algebra import as_truth
from engine.result.lookup import components
from engine.result.outcomes import Leaf, Outcome, Unknown
from engine.result.steps import BegripStep, Blocker, Group, RuleStep, Standing
from engine.values import Duration, add_duration, age, overlap_days, reached

RUNGS = tuple(Rung)
Blockers = Callable[["Run", Inst], Sequence[Blocker]]

NAMES: dict[str, Any] = {
    "Duration": Duration,
    "Fraction": Fraction,
    "NUMBERS": frozenset({int, Fraction}),
    "OPEN": settling.OPEN,
    "OUTCOMES": OUTCOMES,
    "Unknown": Unknown,
    "add_duration": add_duration,
    "age": age,
    "amount": general.amount,
    "answers_blocker": settling.answers_blocker,
    "blocked_by": settling.blocked_by,
    "called": settling.called,
    "changed": settling.changed,
    "choose": logic.choose,
    "conditioned": settling.conditioned,
    "conj": logic.conj,
    "date": date,
    "decided": general.decided,
    "disj": logic.disj,
    "exactly": logic.exactly,
    "excluded": settling.excluded,
    "finished": settling.finished,
    "for_now": general.for_now,
    "general": general.general,
    "judged": settling.judged,
    "neg": logic.neg,
    "nothing": settling.nothing,
    "nowhere": general.nowhere,
    "only": settling.only,
    "overlap_days": overlap_days,
    "ratio": general.ratio,
    "reached": reached,
    "replay": general.replay,
    "replay_division": general.replay_division,
    "rounded": general.rounded,
    "settled": settling.settled,
    "to_step": general.to_step,
    "undefeated": logic.undefeated,
    "unless": logic.unless,
}
"""What generated code may call."""


def no_blockers(_run: "Run", _solution: Inst) -> Sequence[Blocker]:
    """For evaluation without the ladder: nothing blocks."""
    return ()


class Compiled:
    """A program as Python functions; make it once, run it on many cases.

    Attributes:
        source: the generated code, for people.
    """

    def __init__(self, program: Program) -> None:
        """Write the source and run it."""
        self.program = program
        self.tops = Tops(program)
        table: Table = {}
        constants = Constants()
        context = Context(program=program, tops=self.tops, constants=constants, keys=Keys(table))
        functions = Functions(context=context, program=program)
        functions.write()
        self.plans = functions.plans
        self.source = "\n\n\n".join(functions.written) + "\n"
        names = {**NAMES, **constants.values}
        exec(compile(self.source, "<regels>", "exec"), names)  # noqa: S102 our own source
        table.update({question: names[name] for question, name in functions.answers.items()})
        self.changes = {question: names[name] for question, name in functions.changes.items()}
        self._table = table
        self._tables: dict[Rung, Table] = {}
        self._kept: dict[Part, Kept] = {}
        self.edges = {
            name: min(Rung.D, self.tops.formulas([group.edge]))
            for name, group in program.groups.items()
        }
        self.bounded = frozenset(
            norm.name
            for norm in program.norms.values()
            if any(f.low is not None or f.high is not None for f in norm.fields)
        )

    def table(self, rung: Rung) -> Table:
        """Who answers what up to a rung: rules above it are not active."""
        if rung not in self._tables:
            above = [r.number for r in self.program.rules if r.rung > rung]
            self._tables[rung] = {**self._table, **{questions.rule(n): _inactive for n in above}}
        return self._tables[rung]

    def run(
        self, case: Case, blockers: Blockers = no_blockers, program: Program | None = None
    ) -> "Run":
        """Evaluate a case; `program` may be the same program with other readings chosen."""
        return Run(self, case, blockers, program)

    @cached_property
    def _everything(self) -> Kept:
        return nothing_changed(self.program)

    def kept(self, changed: Part) -> Kept:
        """What holds whatever becomes of this fact, judgement or reading."""
        if changed not in self._kept:
            self._kept[changed] = kept_under(self.program, self._everything, changed)
        return self._kept[changed]


def _inactive(_place: Place) -> bool:
    return False


class Run(World):
    """One evaluation of a compiled program on a case; questions are answered once and kept.

    Attributes:
        refused: judgements outside their bounds, as (norm, instance); they do not count.
        chosen: the value per unsettled reading.
        judged: norms with a recorded judgement.
    """

    def __init__(
        self,
        compiled: Compiled,
        case: Case,
        blockers: Blockers = no_blockers,
        program: Program | None = None,
    ) -> None:
        """Sort the facts by instance; nothing is evaluated yet."""
        self.compiled = compiled
        self.program = program or compiled.program
        self.case = case
        self.blockers = blockers
        self.day = case.day
        self.refused: set[tuple[str, Inst]] = set()
        self.judged = frozenset(name for name, _ in case.judgements)
        self._blocking: dict[Inst, Sequence[Blocker]] = {}
        self._groups: dict[str, Mapping[str, Group]] = {}
        self._kept: dict[frozenset[Part], Kept] = {}
        self._places: list[dict[Inst, Place]] = [{} for _ in RUNGS]
        self._facts: dict[Inst, Facts] = {}
        self._sort_facts()
        if self.judged & compiled.bounded:
            self._refuse()

    def _sort_facts(self) -> None:
        """Put the facts with their instance; a contested one is needed again."""
        found, declared = self._facts, self.compiled.program.facts
        for (name, inst), value in self.case.facts.items():
            if inst not in found:
                found[inst] = Facts(inst, declared)
            found[inst][name] = value
        for name, inst in self.case.contested:
            self.facts_of(inst)[name] = Unknown(frozenset({Leaf("feit", name, inst)}))

    @cached_property
    def decision_day(self) -> date | Unknown:
        """The day of the decision, which a case need not give."""
        given = self.case.decision_day
        needed = Unknown(frozenset({Leaf("feit", "beslisdatum", CASE)}))
        return needed if given is None else given

    @cached_property
    def chosen(self) -> dict[str, Any]:
        """The chosen value of every unsettled reading."""
        return {name: reading.chosen for name, reading in self.program.readings.items()}

    def _refuse(self) -> None:
        """Find the judgements that are out of bounds, also where nothing asks for them."""
        for name, (entity, member) in self.case.judgements:
            if name in self.compiled.bounded:
                group = self.group(entity).get(member) if entity in self.program.groups else None
                inst = (entity, member if group is None else group.name)
                self.norm(self.program.norms[name], "", inst, LAST_BEFORE_CLAUSES)

    def forget(self) -> None:
        """Let go of everything that was worked out; nothing may be asked afterwards.

        Places know their run, and the run its places: only a look for garbage would find them.
        """
        for places in self._places:
            for place in places.values():
                place.clear()
                place.steps.clear()
            places.clear()
        self._blocking.clear()
        self._groups.clear()

    # -- questions -------------------------------------------------------------------------

    def begrip(self, name: str, inst: Inst, rung: Rung = LAST_BEFORE_CLAUSES) -> BegripStep:
        """Give the outcome of a concept for an instance, with the rules that matter."""
        plan = self.compiled.plans[name]
        top = plan.begrip.top
        place = self.place(inst, rung if rung < top else top)
        step: BegripStep | None = place.steps.get(name)
        if step is None:
            step = place.steps[name] = begrip_step(place, plan)
        return step

    def rule(self, number: int, inst: Inst, rung: Rung = LAST_BEFORE_CLAUSES) -> RuleStep:
        """Say whether a rule is active for an instance, and why."""
        place = self.place(inst, min(rung, self.compiled.tops.rule(number)))
        step: RuleStep | None = place.steps.get(number)
        if step is None:
            step = place.steps[number] = rule_step(place, number)
        return step

    def standing(self, name: str, inst: Inst, rung: Rung = LAST_BEFORE_CLAUSES) -> Standing:
        """Give the outcome of a concept for an instance, and the rules that speak on it."""
        plan = self.compiled.plans[name]
        return standing(self.place(inst, min(rung, plan.begrip.top)), plan)

    def norm(self, norm: Norm, part: str, inst: Inst, rung: Rung) -> Outcome:
        """Give what a human judged; nothing else answers an open norm."""
        place = self.place(inst, min(rung, self.compiled.tops.norm(norm.name)))
        return lift(place[questions.norm(norm.name, part)])

    def fact(self, name: str, inst: Inst) -> Outcome:
        """Give a fact: known, presumed in the resident's favour, or needed."""
        return lift(self.facts_of(inst)[name])

    def excluded(self, begrip: Begrip, inst: Inst, rung: Rung) -> Outcome:
        """Say whether an active rule took rules of this concept away."""
        return lift(settling.excluded(self.place(inst, rung), begrip.excluders))

    def blocking(self, inst: Inst) -> Sequence[Blocker]:
        """Give what blocks a solution."""
        if inst not in self._blocking:
            self._blocking[inst] = self.blockers(self, inst)
        return self._blocking[inst]

    def kept(self, changed: frozenset[Part]) -> Kept:
        """What holds here whatever becomes of these facts, judgements and readings."""
        if changed not in self._kept:
            self._kept[changed] = reduce(Kept.both, map(self.compiled.kept, changed))
        return self._kept[changed]

    @property
    def rule_steps(self) -> dict[tuple[int, Inst, Rung], Any]:
        """The rules that were asked for, with what they came to."""
        return {
            (int(question.removeprefix("regel ")), inst, rung): answer
            for rung, places in zip(RUNGS, self._places, strict=True)
            for inst, place in places.items()
            for question, answer in place.items()
            if question.startswith("regel ")
        }

    # -- for the long way ------------------------------------------------------------------

    def truth(self, place: Place, option: Option) -> Any:  # noqa: ANN401 an Answer
        """Say whether the rule of a candidate is active at a place."""
        at = place if place.rung <= option.top else self.place(place.inst, option.top)
        return at[option.truth]

    def rule_truth(self, place: Place, number: int) -> Any:  # noqa: ANN401 an Answer
        """Say whether a rule is active at a place."""
        top = self.compiled.tops.rule(number)
        at = place if place.rung <= top else self.place(place.inst, top)
        return at[questions.rule(number)]

    def change(self, place: Place, option: Option, value: Any) -> Any:  # noqa: ANN401
        """Give what a rule makes of the value so far."""
        return self.compiled.changes[option.value](place, value)

    # -- places ----------------------------------------------------------------------------

    def place(self, inst: Inst, rung: Rung) -> Place:
        """The memo of answers for an instance, read up to a rung."""
        found = self._places[rung].get(inst)
        if found is None:
            grouped = inst[0] in self.program.groups
            group = self.group(inst[0])[inst[1]] if grouped else None
            found = self._places[rung][inst] = self._new_place(inst, rung, group)
        return found

    def _new_place(self, inst: Inst, rung: Rung, group: Group | None) -> Place:
        return Place(self, inst, rung, self.compiled.table(rung), group)

    def facts_of(self, inst: Inst) -> Facts:
        """The facts of an instance."""
        found = self._facts.get(inst)
        if found is None:
            found = self._facts[inst] = Facts(inst, self.program.facts)
        return found

    def follow(self, place: Place, steps: Sequence[str]) -> Place | None:
        """The place that upward steps lead to."""
        if not steps:
            return place
        inst = self.walk(place.inst, steps)
        return None if inst is None else self.place(inst, place.rung)

    def nowhere(self, inst: Inst, steps: Sequence[str], name: str) -> Outcome:
        """Say why there is no place to read a name from."""
        return self._nowhere(Nav(0, tuple(steps)), (inst,), name).outcome

    def walk(self, inst: Inst, steps: Sequence[str]) -> Inst | None:
        """Follow upward steps; None when there is nothing there."""
        place: Inst | None = inst
        for step in steps:
            if place is None:
                return None
            place = self._step(place, step)
        return place

    def _step(self, inst: Inst, step: str) -> Inst | None:
        if step == "zaak":
            return CASE
        if inst[0] == "paar" and step in ("deze", "ander"):
            first, second = inst[1].split(">")
            return ("persoon", first if step == "deze" else second)
        if step in self.program.groups:
            group = self.group(step).get(inst[1])
            return (step, group.name) if group else None
        if step.startswith(PERSON_STEP):
            person = self.case.facts.get((step.removeprefix(PERSON_STEP), inst))
            return ("persoon", person) if isinstance(person, str) else None
        return self.case.links.get((step, inst))

    def group(self, name: str) -> Mapping[str, Group]:
        """Connected components of residents; an uncertain edge leaves its needs on both sides."""
        if name not in self._groups:
            question, persons = questions.edge(name), self.case.persons
            rung = self.compiled.edges[name]
            edges = {
                (a, b): as_truth(lift(self.place(("paar", f"{a}>{b}"), rung)[question]))
                for a in persons
                for b in persons
                if a != b
            }
            self._groups[name] = components(persons, edges)
        return self._groups[name]

    def members(self, collection: str, inst: Inst) -> tuple[Inst, ...] | Unknown:
        """The members of a collection, sorted; unknown when the list was not given."""
        if collection == "leden":
            group = self.group(inst[0])[inst[1]]
            if group.needs:
                return Unknown(group.needs)
            return tuple(("persoon", m) for m in group.members)
        if collection == "anderen":
            return tuple(
                ("paar", f"{inst[1]}>{other}") for other in self.case.persons if other != inst[1]
            )
        if collection == "personen":
            return tuple(("persoon", p) for p in self.case.persons)
        found = self.case.children.get((collection, inst))
        if found is not None:
            return found
        declared = self.program.lists.get(collection)
        if declared is None or declared.complete:
            return ()
        return Unknown(frozenset({Leaf("feit", collection, inst)}))
