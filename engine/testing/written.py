"""Writes a case as the request that a municipality would type, so that it can be run again."""

import json
from collections import defaultdict
from typing import Any

import yaml

from engine.decide.encode import encode
from engine.ir.case import CASE, Case, Inst
from engine.ir.program import Program
from engine.testing.folder import Folder

Data = dict[str, Any]
BY_SOLUTION = "oplossing"
FIXED = {"behoefte": "behoeften", "besluit": "besluiten", "voornemen": "voornemens"}


def request_data(case: Case, program: Program) -> Data:
    """The request of a case: needs first, then facts and judgements; only mappings and texts."""
    facts = _facts(case, program)
    data: Data = {"peildatum": case.day.isoformat()}
    if program.municipality:
        data["gemeente"] = program.municipality
    if case.decision_day is not None:
        data["beslisdatum"] = case.decision_day.isoformat()
    data["personen"] = {p: facts["persoon", p] for p in case.persons}
    data["personen"] |= {p: {"rol": "netwerk"} | facts["persoon", p] for p in case.network}
    data["relaties"] = [_relation(inst, made) for inst, made in facts.items() if inst[0] == "paar"]
    data["behoeften"] = [
        _need(case, facts, need) for need in case.children.get(("behoeften", CASE), ())
    ]
    data["besluiten"] = [
        {"id": inst[1], "over": case.links["eigenaar", inst][1], **facts[inst]}
        for inst in case.children.get(("besluiten", CASE), ())
    ]
    data["voornemens"] = [
        _intent(case, facts, program, inst) for inst in case.children.get(("voornemens", CASE), ())
    ]
    data["procedure"] = facts[CASE]
    data |= {name: _records(case, facts, name) for name in program.lists if _given(case, name)}
    data["beoordelingen"] = list(_judgements(case, program))
    return {key: part for key, part in data.items() if part or key in program.lists}


def request_text(case: Case, program: Program) -> str:
    """The same in YAML: what `regelruimte toets` reads."""
    data = request_data(case, program)
    return str(yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=96))


def read_back(folder: Folder, case: Case, *, turned: bool = False) -> Case:
    """The case that comes of the written request, or of that request in reverse order.

    Raises:
        CaseError: this is not what a request may say; all problems at once.
    """
    data = request_data(case, folder.program)
    written = json.dumps(_turned(data) if turned else data).encode()
    return folder.engine.case(folder.engine.lees_hulpvraag(written, "tweeling.json"))


def _turned(data: Any) -> Any:  # noqa: ANN401 any part of a request
    """The same with keys and lists in reverse order; records keep theirs, it is their number."""
    if isinstance(data, dict):
        return {key: _turned(data[key]) for key in reversed(list(data))}
    if isinstance(data, list) and all("id" in row for row in data if isinstance(row, dict)):
        return [_turned(row) for row in reversed(data)]
    return [_turned(row) for row in data] if isinstance(data, list) else data


def _facts(case: Case, program: Program) -> defaultdict[Inst, Data]:
    """Per instance its facts; what holds both ways is written once."""
    made: defaultdict[Inst, Data] = defaultdict(dict)
    for (name, inst), value in sorted(case.facts.items(), key=lambda pair: pair[0]):
        decl = program.facts[name]
        first, _, second = inst[1].partition(">")
        if inst[0] == "paar" and decl.symmetric and first > second:
            continue
        made[inst][name] = str(encode(value, decl.type))
    return made


def _relation(inst: Inst, made: Data) -> Data:
    first, _, second = inst[1].partition(">")
    return {"deze": first, "ander": second} | made


def _need(case: Case, facts: defaultdict[Inst, Data], need: Inst) -> Data:
    obstacles = case.children.get(("belemmeringen", need), ())
    solutions = case.children.get(("oplossingen", need), ())
    coverings = [
        _covering(case, facts, inst)
        for inst in case.children.get(("dekkingen", need), ())
        if ("oplossing", inst) not in case.links
    ]
    return {
        "id": need[1],
        "van": case.links["behoefte_van", need][1],
        "wat_is_belangrijk": "Een voorbeeld.",
        **facts[need],
        "belemmeringen": [_obstacle(case, facts, inst) for inst in obstacles],
        **({"dekkingen": coverings} if coverings else {}),
        "oplossingen": [_solution(case, facts, inst) for inst in solutions],
    }


def _obstacle(case: Case, facts: defaultdict[Inst, Data], inst: Inst) -> Data:
    about = case.links.get(("over", inst))
    made = {"id": inst[1], "tekst": "Een voorbeeld.", **facts[inst]}
    usual = case.links["behoefte_van", inst]
    return made if about in (None, usual) else made | {"over": about[1]}


def _covering(case: Case, facts: defaultdict[Inst, Data], inst: Inst) -> Data:
    helper = case.links.get(("door", inst))
    made = {"belemmering": case.links["belemmering", inst][1], **facts[inst]}
    name = ".".join([made["belemmering"], made.get("middel", ""), *(helper[1:] if helper else ())])
    return (
        made
        | ({} if helper is None else {"door": helper[1]})
        | ({} if inst[1] == name else {"id": inst[1]})
    )


def _solution(case: Case, facts: defaultdict[Inst, Data], inst: Inst) -> Data:
    coverings = case.children.get(("dekkingen", inst), ())
    made = {
        case.links["belemmering", c][1]: facts[c].get("mate", "geheel")
        for c in coverings
        if ("belemmering", c) in case.links
    }
    asker, need = case.links["behoefte_van", inst], case.links["behoefte", inst]
    other = {} if asker == case.links["behoefte_van", need] else {"van": asker[1]}
    return {"id": inst[1], "wat": "Een voorbeeld.", **other, **facts[inst], "dekt": made}


def _intent(case: Case, facts: defaultdict[Inst, Data], program: Program, inst: Inst) -> Data:
    about = case.links.get(("besluit", inst))
    kinds = program.facts["soort_voornemen"].type.labels
    made = {"id": inst[1], "soort_voornemen": kinds[0], **facts[inst]}
    owner = case.links.get(("eigenaar", inst))
    if about is not None:
        return made | {"besluit": about[1]}
    return made if owner is None else made | {"betreft": owner[1]}


def _given(case: Case, name: str) -> bool:
    return any(key[0] == name for key in case.children)


def _records(case: Case, facts: defaultdict[Inst, Data], name: str) -> list[Data]:
    made = []
    for key, records in case.children.items():
        if key[0] == name:
            owner = {} if key[1] == CASE else {"van": key[1][1]}
            made += [owner | _own_id(inst) | facts[inst] for inst in records]
    return made


def _own_id(record: Inst) -> Data:
    """The id of a record, unless it is its number under its owner."""
    return {} if "." in record[1] else {"id": record[1]}


def _judgements(case: Case, program: Program) -> list[Data]:
    """A judgement on a group names every member that it was recorded for."""
    made: dict[object, Data] = {}
    for (name, inst), judgement in sorted(case.judgements.items(), key=lambda pair: pair[0]):
        norm = program.norms[name]
        kinds = {part.name: part.type for part in norm.fields}
        outcome: Any = {n: str(encode(v, kinds[n])) for n, v in judgement.outcome.items()}
        over = f"{inst[0].rpartition('.')[2]}:{inst[1]}"
        same = (name, inst[0] if inst[0] in program.groups else inst)
        if same in made:
            made[same]["over"].append(over)
            continue
        made[same] = {
            "oordeel": name,
            "over": [over] if inst[0] in program.groups else "zaak" if inst == CASE else over,
            "uitkomst": outcome.get("", outcome),
            "wie": judgement.who,
            "rol": judgement.role,
            "datum": judgement.day.isoformat(),
            "motivering": judgement.motivation,
            **({"bewijs": list(judgement.evidence)} if judgement.evidence else {}),
        }
    return list(made.values())
