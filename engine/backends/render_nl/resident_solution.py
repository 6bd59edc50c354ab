"""One solution in plain words: what can, what is still unclear, who could change it."""

import re
from collections.abc import Sequence

from engine.backends.render_nl.dutch import in_days, phrase
from engine.backends.render_nl.names import find
from engine.backends.render_nl.resident_obstacles import in_the_way, obstacle_lines
from engine.backends.render_nl.sources import the_act
from engine.backends.render_nl.values import in_amount, parse_day
from engine.backends.render_nl.words.resident import (
    FORMS,
    JUDGED,
    LAWS,
    LOCAL,
)
from engine.ir.program import Program
from engine.result.toets import Deel, OplossingToets, Recht

MOST_WORDS = 14
CARRIED = ("grond", "kansrijk", "keuze")
_ARTICLE = re.compile(r",? artikel [\w.:]+")
ANSWERS = {
    "past_zonder_besluit": "Dit kan zonder besluit. U hoeft hiervoor niets aan te vragen.",
    "grond": "U voldoet volgens deze toets aan de voorwaarden. De gemeente moet nog besluiten.",
    "kansrijk": "Dit kan misschien. Er is nog niet genoeg bekend. Het is dus geen nee.",
    "keuze": "De gemeente mag hier kiezen. Zij heeft nog niet gekozen.",
    "strijdig": "Twee regels spreken elkaar hier tegen. Een medewerker zoekt dat uit.",
    "elders": "Hiervoor geldt een andere wet.",
    "geen_grond": "Met wat wij nu weten, vinden wij geen regel waarmee dit kan.",
}
MAY = "Dit past binnen de regels. De gemeente mag dit geven. Zij moet nog besluiten."
NO_DECISION = "Misschien kan dit zonder besluit van de gemeente."
OPEN = ("kansrijk", "keuze")
OTHERWISE = "Misschien kan deze hulp wel op een andere manier. Vraag ernaar."
STILL = "Dit is geen besluit. U mag het toch aanvragen."
FACTS = "De gemeente heeft nog gegevens van u nodig."
RULES = "Er ontbreekt nog een regel of een bedrag. Een medewerker zoekt dat uit."
SOMETHING = "Een medewerker moet nog iets beoordelen."


def solution_lines(solution: OplossingToets, program: Program, day: str) -> list[str]:
    """What a resident should know of one solution."""
    told = [_answer(solution, program)]
    told += _carried(solution, program)
    told += _conditions(solution)
    told += _rights(solution, program, day)
    told += _elsewhere(solution)
    if solution.uitkomst in OPEN:
        told += _needs(solution, program)
        refusing = [b for b in solution.blokkades if in_the_way(b)]
        told += obstacle_lines(program, refusing, still_open=True)
    if solution.uitkomst == "geen_grond":
        told += obstacle_lines(program, solution.blokkades)
        if solution.andere_vormen:
            told.append(OTHERWISE)
        told.append(STILL)
    return list(dict.fromkeys(told))


def _answer(solution: OplossingToets, program: Program) -> str:
    rules = [program.rule_named(part.regel) for part in solution.delen]
    free = any(r is not None and r.character == "kan" and not r.bound for r in rules)
    if solution.uitkomst == "grond" and free:
        return MAY
    return ANSWERS.get(solution.uitkomst, ANSWERS["kansrijk"])


def judged(program: Program, names: Sequence[str]) -> list[str]:
    """What a human still judges or chooses, one sentence each."""
    told = []
    for name in names:
        norm = program.norms.get(find(program, name))
        words = JUDGED.get(norm.name) if norm is not None else None
        if norm is None or words is None:
            told.append(SOMETHING)
        elif norm.nature == "keuze":
            told.append(f"De gemeente kiest nog {words}.")
        else:
            told.append(f"Een medewerker bekijkt nog {words}.")
    return list(dict.fromkeys(told))


def law(program: Program, act: str) -> str:
    """An act in plain words."""
    info = next((r for r in program.regulations if r.id == act), None)
    if act in LAWS:
        return LAWS[act]
    if info is not None and info.municipality:
        return LOCAL
    return the_act(program, act)


def _carried(solution: OplossingToets, program: Program) -> list[str]:
    if solution.uitkomst == "past_zonder_besluit":
        return ["Het kan alleen als u dit zelf wilt."]
    told = []
    for part in solution.delen:
        known = program.rule_named(part.regel)
        if known is not None and known.grant is not None and known.grant.without_decision:
            told.append(NO_DECISION)
        elif known is not None:
            told += _part(solution, part, law(program, known.regulation))
    return told


def _part(solution: OplossingToets, part: Deel, act: str) -> list[str]:
    amount = in_amount(part.bedrag, part.eenheid)
    several = len(solution.delen) > 1
    if part.status != "waarde":
        if amount and several:
            return [f"Over {amount} is nog niets zeker."]
        return [f"Misschien kan het volgens {act}."]
    if not amount:
        return [f"Het staat in {act}."]
    told = [f"{amount} past binnen {act}."]
    return [*told, FORMS[part.vorm]] if part.vorm in FORMS else told


def _conditions(solution: OplossingToets) -> list[str]:
    carrying = {part.regel for part in solution.delen}
    texts = [t for g in solution.gronden if g.regel in carrying for t in g.voorwaarden]
    if solution.uitkomst != "past_zonder_besluit":
        return []
    short = [f"Voorwaarde: {phrase(text)}." for text in texts if len(text.split()) <= MOST_WORDS]
    return (
        short
        if len(short) == len(texts)
        else [*short, "Een medewerker legt uit wat er nog bij hoort."]
    )


def _rights(solution: OplossingToets, program: Program, day: str) -> list[str]:
    told: list[str] = []
    for right in solution.recht_op_besluit:
        told.append(f"U houdt het recht op een besluit. {_since(right, day)}")
        told.append(f"De gemeente kijkt dan naar {law(program, right.regeling)}.")
        if right.bedrag is not None:
            told.append(f"Het gaat dan om hooguit {in_amount(right.bedrag, right.eenheid)}.")
    return told


def _since(right: Recht, day: str) -> str:
    start = parse_day(right.vanaf)
    if start is None or right.vanaf <= day:
        return "Daarvoor kunt u nu al een aanvraag doen."
    return f"Daarvoor kunt u vanaf {in_days(start)} een aanvraag doen."


def _elsewhere(solution: OplossingToets) -> list[str]:
    told = []
    for referral in solution.verwijzingen:
        body = _ARTICLE.sub("", referral.orgaan.replace("college", "gemeente"))
        sure = referral.zekerheid == "high" and referral.status == "ja"
        article = "het" if body == "CIZ" else "de"
        if not sure and solution.uitkomst in CARRIED:  # the municipality comes first
            told.append(f"Lukt dat niet? Dan kan {article} {body} misschien helpen.")
            continue
        doubt = "" if sure else " Vraag ook of dit in uw situatie klopt."
        told.append(f"Vraag het aan {article} {body}.{doubt}")
    return told


def _needs(solution: OplossingToets, program: Program) -> list[str]:
    told = [FACTS] if solution.nodig.feiten else []
    told += judged(program, solution.nodig.oordelen)
    return [*told, RULES] if solution.nodig.redenen else told
