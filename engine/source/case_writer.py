"""Writes a case back as a request: the counterpart of reading one.

What comes out is a tree of texts that `read_request` takes, so that a case that somebody or
something made up can be kept, shown and answered as any other.
"""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Any

from engine.ir.case import CASE, Absent, Case, Inst, Judgement
from engine.ir.program import Norm, Program
from engine.ir.types import Type
from engine.model.request import BY_SOLUTION
from engine.values import Duration, Value, format_cents, format_number

Tree = dict[str, Any]


def written_request(case: Case, program: Program) -> Tree:
    """The request of a case, as keys and texts.

    Facts that a request cannot do without and that the case does not have get the first value of
    their list. Disputes, plans and periods are not written.
    """
    return _Writer(case, program).tree()


def written_value(value: Value | Absent, kind: Type) -> str:
    """A value as a user writes it."""
    if isinstance(value, Absent):
        return "afwezig"
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Duration):
        parts = [(value.months, "maanden"), (value.days, "dagen")]
        return " en ".join(f"{n} {unit}" for n, unit in parts if n) or "0 dagen"
    if isinstance(value, str):
        return value
    if kind.kind == "bedrag":
        return format_cents(value)
    if kind.kind == "procent":
        return f"{format_number(Fraction(value) * 100)}%"
    return format_number(value)


class _Writer:
    def __init__(self, case: Case, program: Program) -> None:
        self.case = case
        self.program = program

    def tree(self) -> Tree:
        case = self.case
        made: Tree = {"peildatum": case.day.isoformat()}
        if case.decision_day is not None:
            made["beslisdatum"] = case.decision_day.isoformat()
        if self.program.municipality:
            made["gemeente"] = self.program.municipality
        made["personen"] = {name: self.facts(("persoon", name)) for name in case.persons}
        made["personen"] |= {
            name: {"rol": "netwerk", **self.facts(("persoon", name))} for name in case.network
        }
        made["relaties"] = list(self.relations())
        made |= {name: self.records(name) for name in self.lists()}
        made["behoeften"] = [self.need(inst) for inst in self.children("behoeften")]
        made["besluiten"] = [
            {"id": inst[1], "over": case.links["eigenaar", inst][1], **self.facts(inst)}
            for inst in self.children("besluiten")
        ]
        made["voornemens"] = [self.intent(inst) for inst in self.children("voornemens")]
        made["procedure"] = self.facts(CASE)
        made["beoordelingen"] = [
            self.judgement(name, inst, said)
            for (name, inst), said in sorted(case.judgements.items(), key=lambda item: item[0])
        ]
        return {key: part for key, part in made.items() if part or key in self.program.lists}

    def children(self, name: str, inst: Inst = CASE) -> tuple[Inst, ...]:
        return self.case.children.get((name, inst), ())

    def facts(self, inst: Inst) -> Tree:
        """The facts of an instance, by name."""
        found = {
            name: written_value(value, self.program.facts[name].type)
            for (name, place), value in self.case.facts.items()
            if place == inst
        }
        return dict(sorted(found.items()))

    def needed(self, name: str, inst: Inst) -> str:
        """A fact that a request cannot do without."""
        decl = self.program.facts[name]
        return written_value(self.case.facts.get((name, inst), decl.type.labels[0]), decl.type)

    def relations(self) -> Iterator[Tree]:
        pairs = sorted({inst for _, inst in self.case.facts if inst[0] == "paar"})
        for inst in pairs:
            first, second = inst[1].split(">")
            other = ("paar", f"{second}>{first}")
            twice = {
                name
                for name, place in self.case.facts
                if place == inst
                and self.program.facts[name].symmetric
                and first > second
                and (name, other) in self.case.facts
            }
            facts = {n: v for n, v in self.facts(inst).items() if n not in twice}
            if facts:
                yield {"deze": first, "ander": second, **facts}

    def lists(self) -> list[str]:
        """Lists that are known."""
        complete = {n for n, d in self.program.lists.items() if d.complete}
        return sorted({n for n, _ in self.case.children if n in self.program.lists} - complete) + [
            name for name in sorted(complete) if any(n == name for n, _ in self.case.children)
        ]

    def records(self, name: str) -> list[Tree]:
        made = []
        for (listed, owner), found in sorted(self.case.children.items()):
            if listed == name:
                of = {} if owner == CASE else {"van": owner[1]}
                made += [of | _own_id(inst) | self.facts(inst) for inst in found]
        return made

    def need(self, inst: Inst) -> Tree:
        case = self.case
        obstacles = self.children("belemmeringen", inst)
        solutions = self.children("oplossingen", inst)
        made = {
            "id": inst[1],
            "van": case.links["behoefte_van", inst][1],
            "wat_is_belangrijk": "Een voorbeeld.",
            **self.facts(inst),
            "belemmeringen": [self.obstacle(o) for o in obstacles],
            "dekkingen": [
                self.covering(c)
                for c in self.children("dekkingen", inst)
                if ("oplossing", c) not in case.links
            ],
            "oplossingen": [self.solution(o) for o in solutions],
        }  # fmt: skip
        return {key: part for key, part in made.items() if part}

    def about(self, key: str, link: str, inst: Inst) -> Tree:
        """Whom a part of a need is about, where that is somebody else than who asks."""
        links = self.case.links
        asker, who = links["behoefte_van", links["behoefte", inst]], links.get((link, inst))
        return {} if who is None or who == asker else {key: who[1]}

    def obstacle(self, inst: Inst) -> Tree:
        about = self.about("over", "over", inst)
        return {"id": inst[1], "tekst": "Een voorbeeld.", **self.facts(inst), **about}

    def covering(self, inst: Inst) -> Tree:
        made = {"id": _id(inst), "belemmering": self.case.links["belemmering", inst][1]}
        made |= self.facts(inst) | {"middel": self.needed("middel", inst)}
        helper = self.case.links.get(("door", inst))
        return made | ({} if helper is None else {"door": helper[1]})

    def solution(self, inst: Inst) -> Tree:
        covers = {
            self.case.links["belemmering", c][1]: self.needed("mate", c)
            for c in self.children("dekkingen", inst)
        }
        asker = self.about("van", "behoefte_van", inst)
        made = {"id": inst[1], "wat": "een voorbeeld", **asker, **self.facts(inst)}
        made["soort_oplossing"] = self.needed("soort_oplossing", inst)
        return made | ({"dekt": covers} if covers else {})

    def intent(self, inst: Inst) -> Tree:
        decision = self.case.links.get(("besluit", inst))
        about = (
            {"betreft": self.case.links["eigenaar", inst][1]}
            if decision is None
            else {"besluit": decision[1]}
        )
        kind = {"soort_voornemen": self.needed("soort_voornemen", inst)}
        return {"id": inst[1], **about, **self.facts(inst), **kind}

    def judgement(self, name: str, inst: Inst, said: Judgement) -> Tree:
        norm = self.program.norms[name]
        made: Tree = {
            "oordeel": name, "uitkomst": self.outcome(norm, said), "wie": said.who,
            "rol": said.role, "datum": said.day.isoformat(), "motivering": said.motivation,
        }  # fmt: skip
        if said.evidence:
            made["bewijs"] = list(said.evidence)
        return made | ({} if inst == CASE else {"over": self.place(inst)})

    def outcome(self, norm: Norm, said: Judgement) -> str | Tree:
        texts = {
            field.name: written_value(said.outcome[field.name], field.type)
            if field.name in said.outcome
            else "afwezig"
            for field in norm.fields
        }
        return texts[""] if list(texts) == [""] else texts

    def place(self, inst: Inst) -> str | list[str]:
        """What a judgement is about; what a solution covers is named by that solution."""
        links = self.case.links
        if inst[0] == "dekking" and (BY_SOLUTION, inst) in links:
            return [links["belemmering", inst][1], links[BY_SOLUTION, inst][1]]
        return f"{inst[0].rpartition('.')[2]}:{_id(inst)}"


def _id(inst: Inst) -> str:
    """The id of an instance as a judgement names it; a covering may need another one."""
    return inst[1].replace(".", "-") if inst[0] == "dekking" else inst[1]


def _own_id(record: Inst) -> Tree:
    """The id of a record, unless it is its number under its owner."""
    return {} if "." in record[1] else {"id": record[1]}
