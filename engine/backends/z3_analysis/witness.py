"""From a model of the solver to a case: what has to be so for what was asked."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from engine.backends.z3_analysis.book import Cone, Key
from engine.backends.z3_analysis.encoding import Encoding
from engine.backends.z3_analysis.leaves import Judged, Leaf
from engine.backends.z3_analysis.solving import Answer
from engine.backends.z3_analysis.stage import PARENTS
from engine.ir.case import ABSENT, Absent, Case, Inst, Judgement
from engine.values import Value

REASON = "Voorbeeld bij een bevinding over de regels."
ROLE = "consulent"
Facts = dict[tuple[str, Inst], Value | Absent]
Judgements = dict[tuple[str, Inst], Judgement]


def case_of(encoding: Encoding, cone: Cone, answer: Answer) -> Case:
    """The case of a model: everything that the question rests on, and nothing else."""
    return _Reader(encoding, answer).case(cone.keys)


def facts_of(encoding: Encoding, keys: Collection[Key], answer: Answer) -> Facts:
    """Only the facts under these keys, symmetric ones both ways."""
    return _Reader(encoding, answer).facts(keys)


@dataclass(frozen=True)
class _Reader:
    encoding: Encoding
    answer: Answer

    def case(self, keys: Collection[Key]) -> Case:
        structure, optional = self.encoding.stage.case, self.encoding.stage.optional
        entries = self.encoding.book.entries
        gone = {
            inst
            for inst in optional
            if ("er", inst) not in keys or not self.answer.bit(entries["er", inst].value)
        }

        def here(inst: Inst) -> bool:
            return not _lost(inst, gone, structure)

        facts = {k: v for k, v in self.facts(keys).items() if here(k[1])}
        said = {k: j for k, j in self.judgements(keys).items() if here(k[1])}
        made = Case(
            day=structure.day,
            decision_day=self.decision_day(keys),
            persons=tuple(p for p in structure.persons if here(("persoon", p))),
            links={k: v for k, v in structure.links.items() if here(k[1]) and here(v)},
            children={
                k: tuple(filter(here, found))
                for k, found in structure.children.items()
                if here(k[1])
            },
            facts=dict(sorted(facts.items(), key=lambda item: item[0])),
            judgements=dict(sorted(said.items(), key=lambda item: item[0])),
        )
        return replace(made, members=_members(made))

    def facts(self, keys: Collection[Key]) -> Facts:
        found: Facts = {}
        for key in keys:
            match key:
                case ("feit", str(name), (str(entity), str(ident))):
                    leaf: Leaf = self.encoding.book.entries[key].value
                    if not self.answer.bit(leaf.given):
                        continue
                    value = self.value(leaf)
                    found[name, (entity, ident)] = value
                    if entity == "paar" and self.encoding.program.facts[name].symmetric:
                        found[name, (entity, ">".join(reversed(ident.split(">"))))] = value
        return found

    def judgements(self, keys: Collection[Key]) -> Judgements:
        found: Judgements = {}
        for key in keys:
            match key:
                case ("oordeel", str(name), (str(entity), str(ident))):
                    judged: Judged = self.encoding.book.entries[key].value
                    root = is_root(self.encoding, self.answer, (entity, ident))
                    if self.answer.bit(judged.given) and root:
                        found[name, (entity, ident)] = self.judgement(name, judged)
        return found

    def decision_day(self, keys: Collection[Key]) -> date | None:
        if ("beslisdatum",) not in keys:
            return None
        leaf: Leaf = self.encoding.book.entries["beslisdatum",].value
        value = self.value(leaf) if self.answer.bit(leaf.given) else None
        return value if isinstance(value, date) else None

    def value(self, leaf: Leaf) -> Value | Absent:
        if self.answer.bit(leaf.absent):
            return ABSENT
        value = self.answer.value(leaf.value, self.encoding.leaves)
        return ABSENT if value is None else value

    def judgement(self, name: str, judged: Judged) -> Judgement:
        norm = self.encoding.program.norms[name]
        found = {part: self.value(leaf) for part, leaf in judged.fields.items()}
        return Judgement(
            outcome={part: v for part, v in found.items() if not isinstance(v, Absent)},
            who="voorbeeld-1",
            role=(*norm.roles, ROLE)[0],
            day=self.encoding.program.day,
            motivation=REASON,
            evidence=norm.advice[:1],
        )


def is_root(encoding: Encoding, answer: Answer, inst: Inst) -> bool:
    """Whether a judgement here counts: that on a group is told of its first member."""
    if inst[0] not in encoding.program.groups:
        return True
    together = encoding.where.group(inst).together
    return not any(answer.bit(together[p]) for p in together if p < inst[1])


def _lost(inst: Inst, gone: Collection[Inst], structure: Case) -> bool:
    """Whether something is not there, or hangs on something that is not."""
    people = inst[1].split(">") if inst[0] == "paar" or "." in inst[0] else []
    hangs_on = [structure.links.get((step, inst)) for step in PARENTS]
    around = [inst, *(("persoon", p) for p in people), *hangs_on]
    return any(other in gone for other in around if other is not None)


def _members(case: Case) -> dict[str, tuple[str, ...]]:
    """Per kind who and what is there."""
    found: dict[str, set[str]] = {"persoon": set(case.persons)}
    for entity, ident in (inst for insts in case.children.values() for inst in insts):
        found.setdefault(entity, set()).add(ident)
    return {entity: tuple(sorted(names)) for entity, names in sorted(found.items())}
