"""What the safety net is told: outcomes, blockers, circumstances, needs, facts, intentions."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import TYPE_CHECKING

from engine.backends.signals.asked import Asked
from engine.backends.signals.facts import NetFact
from engine.decide.blockers import outcome_blockers, sources_of
from engine.decide.encode import encode, key_of
from engine.decide.facts import given
from engine.decide.outcomes import entitlements, instances
from engine.decide.solutions import Answer
from engine.ir.case import Inst
from engine.ir.program import Program
from engine.result.evaluated import Evaluated
from engine.result.outcomes import Known
from engine.result.steps import Blocker
from engine.result.toets import Grondslag, Uitkomst, VoornemenToets

if TYPE_CHECKING:
    from engine.ir.declarations import Source

Fields = dict[str, str]


class Places:
    """Where the facts of an instance stand: `over`, `van` and `gezin`, found once."""

    def __init__(self, run: Evaluated) -> None:
        """Look in this evaluation."""
        self.run = run
        self._groups = sorted(run.program.groups)
        self._rows: dict[Inst, list[Fields]] = {}
        self.instances = cache(partial(instances, run))

    def of(self, inst: Inst) -> list[Fields]:
        """One row per household of the person that the instance is about."""
        if inst not in self._rows:
            self._rows[inst] = self._find(inst)
        return self._rows[inst]

    def _find(self, inst: Inst) -> list[Fields]:
        person = self._person(inst)
        row = {"over": key_of(inst)}
        if person is None:
            return [row]
        row["van"] = key_of(person)
        homes = [self.run.walk(person, (group,)) for group in self._groups]
        rows = [{**row, "gezin": key_of(home)} for home in homes if home is not None]
        return rows or [row]

    def _person(self, inst: Inst) -> Inst | None:
        if inst[0] == "persoon":
            return inst
        if inst[0] in self.run.program.groups:
            return ("persoon", inst[1])
        if inst[0] == "paar":
            return self.run.walk(inst, ("deze",))
        for step in ("behoefte_van", "eigenaar"):
            place = self.run.walk(inst, (step,))
            if place is not None:
                return place if place[0] == "persoon" else None
        return None


def outcome_facts(
    places: Places, outcomes: Mapping[str, Mapping[str, Uitkomst]], asked: Asked
) -> Iterator[NetFact]:
    """Outcomes that some signal asks for."""
    begrippen = places.run.program.begrippen
    for name in asked.keys() & begrippen.keys():
        values = asked[name]
        for inst in places.instances(begrippen[name].entity):
            outcome = outcomes.get(key_of(inst), {}).get(name)
            if outcome is None:
                continue
            value = outcome.status if outcome.waarde is None else str(outcome.waarde)
            if values is not None and value not in values:
                continue
            base = {
                "begrip": name,
                "status": outcome.status,
                "waarde": value,
                "vast": "ja" if outcome.vast else "nee",
            }
            for row in places.of(inst):
                yield NetFact("uitkomst", {**base, **row})


def blocker_facts(
    places: Places, answers: Sequence[Answer], intended: Iterable[tuple[Inst, VoornemenToets]]
) -> Iterator[NetFact]:
    """Blockers of solutions, of entitlements that came out as nothing, and of intentions."""
    run = places.run
    for answer in answers:
        for blocker in answer.blockers:
            yield from _blocker(places, blocker, answer.solution, "oplossing")
    for begrip in entitlements(run.program):
        if begrip.entity == "oplossing":
            continue  # what refuses a solution came from its own grounds
        for inst in places.instances(begrip.entity):
            outcome = run.begrip(begrip.name, inst).outcome
            if isinstance(outcome, Known) and outcome.value in (False, 0):
                for blocker in outcome_blockers(run, begrip.name, inst):
                    yield from _blocker(places, blocker, inst, "uitkomst")


def _blocker(places: Places, blocker: Blocker, inst: Inst, where: str) -> Iterator[NetFact]:
    program = places.run.program
    given_at = sources_of(program, blocker)
    sources: list[Source | None] = [*(s for s in given_at if s.article)] or [None]
    for source in sources:
        base = {
            "regel": blocker.rule,
            "regeling": blocker.regulation if source is None else source.regulation,
            "rang": blocker.rank,
            "karakter": blocker.character,
            "bij": where,
        }
        if blocker.via:
            base["via"] = blocker.via
        if source is not None:
            base |= {"artikel": source.article}
            base |= {"lid": source.paragraph} if source.paragraph else {}
            base |= {"onderdeel": source.part} if source.part else {}
            paragraph = paragraph_of(program, source.regulation, source.article)
            base |= {"paragraaf": paragraph} if paragraph else {}
        for row in places.of(inst):
            yield NetFact("blokkade", {**base, **row})


def paragraph_of(program: Program, regulation: str, article: str) -> str:
    """The paragraph an article stands in, on the peildatum."""
    for info in program.regulations:
        if info.id == regulation:
            return next((number for number, arts in info.paragraphs if article in arts), "")
    return ""


def circumstance_facts(places: Places) -> Iterator[NetFact]:
    """What is going on, how serious, and about whom."""
    run = places.run
    for inst in places.instances("omstandigheden"):
        kind = given(run, "soort_omstandigheid", inst)
        if kind is None:
            continue
        base = {"soort": str(kind)}
        grade = given(run, "ernst", inst)
        if grade is not None:
            base["ernst"] = str(grade)
        about = given(run, "over_wie", inst)
        if about is None:
            yield NetFact("omstandigheid", base)
            continue
        person = ("persoon", str(about))
        base["over_wie"] = key_of(person)
        for row in places.of(person):
            home = {"gezin": row["gezin"]} if "gezin" in row else {}
            yield NetFact("omstandigheid", {**base, **home})


def plain_facts(places: Places, asked: Asked) -> Iterator[NetFact]:
    """Facts that some signal asks for, also when they are unknown or absent."""
    run = places.run
    declared = run.program.facts
    for name in asked.keys() & declared.keys():
        fact, values = declared[name], asked[name]
        for inst in places.instances(fact.entity):
            outcome = run.fact(name, inst)
            value = (
                str(encode(outcome.value, fact.type)) if isinstance(outcome, Known) else "onbekend"
            )
            if values is not None and value not in values:
                continue
            for row in places.of(inst):
                yield NetFact("gegeven", {"naam": name, "waarde": value, **row})


def need_facts(places: Places) -> Iterator[NetFact]:
    """The needs, by domain of life."""
    run = places.run
    for inst in places.instances("behoefte"):
        value = str(given(run, "leefgebied", inst) or "onbekend")
        for row in places.of(inst):
            yield NetFact("behoefte", {"leefgebied": value, **row})


def solution_facts(places: Places, answers: Sequence[Answer]) -> Iterator[NetFact]:
    """The solutions with their result and rung."""
    run = places.run
    for answer in answers:
        inst = answer.solution
        base = {"uitkomst": answer.result, "trede": answer.letter}
        for name, key in (("soort_oplossing", "soort"), ("vorm", "vorm")):
            value = given(run, name, inst)
            if value is not None:
                base[key] = str(value)
        base.setdefault("soort", "onbekend")
        need = run.walk(inst, ("behoefte",))
        if need is not None:
            base["behoefte"] = key_of(need)
        for row in places.of(inst):
            yield NetFact("oplossing", {**base, **row})


def intention_facts(
    places: Places, intended: Iterable[tuple[Inst, VoornemenToets]]
) -> Iterator[NetFact]:
    """The intended decisions with the power found."""
    run = places.run
    for inst, result in intended:
        base = {
            "soort": str(given(run, "soort_voornemen", inst) or "onbekend"),
            "bevoegdheid": result.bevoegdheid,
        }
        for ground in result.gronden or (None,):
            more = {} if ground is None else _carried_by(run.program, ground)
            for row in places.of(inst):
                yield NetFact("voornemen", {**base, **more, **row})


def _carried_by(program: Program, ground: Grondslag) -> Fields:
    """The rule that carries an intended decision, and whether it leaves a choice."""
    rule = program.rule_named(ground.regel)
    character = {} if rule is None else {"karakter": rule.character}
    return {"grond": ground.regel, "regeling": ground.regeling, **character}
