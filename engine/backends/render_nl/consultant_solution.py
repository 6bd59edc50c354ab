"""One solution on the ladder: what carries it, what is missing, what blocks, what it costs."""

from collections.abc import Mapping

from engine.backends.render_nl.blocks import Block, Line, lines, listed
from engine.backends.render_nl.clauses import in_form
from engine.backends.render_nl.dutch import in_days, listing, phrase, together, upper_first
from engine.backends.render_nl.names import heading, label
from engine.backends.render_nl.obstacles import Group, by_cause
from engine.backends.render_nl.sources import cite_together
from engine.backends.render_nl.statements import subject, unmet_lines
from engine.backends.render_nl.toets_words import (
    CHARACTERS,
    LIFTERS,
    about,
    forms,
    needs,
    obstacles,
    place,
    plain,
    rank,
    rung,
    where,
)
from engine.backends.render_nl.values import from_json, in_amount, in_money, parse_day
from engine.backends.render_nl.ways import way_lines
from engine.ir.program import Program
from engine.result.obstacles import Blokkade
from engine.result.toets import Deel, Grond, Kosten, OplossingToets, Recht, Stap, Verwijzing
from engine.result.ways import Wijziging

ANSWERS = {
    "past_zonder_besluit": "Past zonder besluit",
    "grond": "Er is een grond",
    "kansrijk": "Kansrijk: het kan, zodra bekend is wat hieronder nog nodig is. Dit is geen nee",
    "keuze": "Het college mag hier kiezen en heeft nog niet gekozen",
    "strijdig": "Regels spreken elkaar tegen: een mens moet dit oplossen",
    "elders": "Hiervoor is een andere wet of instantie aan zet",
    "geen_grond": "Niets draagt dit nu. Hieronder staat wie wat kan opheffen",
}
NOWHERE = "Niets draagt dit nu: geen enkele regel gaat over dit soort oplossing"
OTHERWISE = "Niets draagt dit nu in deze vorm. Er zijn wel regels voor deze oplossing {}"
STEPS = {
    "gedaan": "gedaan", "te_doen": "te doen", "te_laat": "te laat", "onbekend": "nog niet bekend",
}  # fmt: skip
PARTS = {
    "waarde": "", "onbekend": "nog niet zeker", "conflict": "regels spreken elkaar tegen",
    "gat": "er ontbreekt een regel of een bedrag",
}  # fmt: skip


def solution_block(program: Program, solution: OplossingToets, words: Mapping[str, str]) -> Block:
    """The block of one solution."""
    body = [Line(_answer(solution))]
    sure = any(part.status == "waarde" for part in solution.delen)
    opening = "Grond" if sure else "Mogelijke grond"
    body += listed(opening, [_part(program, part, words) for part in solution.delen])
    body += listed("Nog nodig", needs(program, solution.nodig))
    for group in by_cause(program, solution.blokkades):
        body += _blocker(program, group)
    body += way_lines(program, solution)
    body += _purposes(program, solution)
    body += _conditions(program, solution)
    body += listed(
        "Recht op een besluit blijft", [_right(program, r) for r in solution.recht_op_besluit]
    )
    body += lines([_costs(solution.kosten), _left(solution)])
    body += listed("Andere instantie", [_referral(program, v) for v in solution.verwijzingen])
    body += _others(program, solution)
    return Block(f"{solution.id}: {solution.wat}", tuple(body), 2)


def _answer(solution: OplossingToets) -> str:
    told = ANSWERS.get(solution.uitkomst, plain(solution.uitkomst))
    if solution.uitkomst == "geen_grond" and not solution.blokkades:
        told = NOWHERE
    if solution.uitkomst == "geen_grond" and solution.andere_vormen:
        told = OTHERWISE.format(together([in_form(f) for f in solution.andere_vormen], "of"))
    height = "" if solution.trede == "geen" else f" Dit is {rung(solution.trede)}."
    return f"{told}.{height}"


def _part(program: Program, part: Deel, words: Mapping[str, str]) -> str:
    known = program.rule_named(part.regel)
    where = place(program, part.regel, known.regulation if known else "", "")
    told = [
        f"{in_amount(part.bedrag, part.eenheid)} volgens {where}"
        if part.bedrag is not None
        else where
    ]
    told.append(f"trede {part.trede}" if part.trede else "")
    told.append(f"voor {obstacles(part.belemmeringen, words)}" if part.belemmeringen else "")
    told.append(f"als {label(part.vorm)}" if part.bedrag is not None and part.vorm else "")
    told.append(PARTS.get(part.status, plain(part.status)))
    return ", ".join(text for text in told if text)


def _left(solution: OplossingToets) -> str:
    if solution.niet_gedragen is None:
        return ""
    left = in_amount(solution.niet_gedragen, solution.eenheid)
    what = " van de kosten" if solution.eenheid == "euro" else ""
    return f"Niet gedragen: {left}{what}."


def _blocker(program: Program, group: Group) -> tuple[Line, ...]:
    blocker = group.cause
    where = place(program, blocker.regel, blocker.regeling, blocker.artikel)
    if group.alike:
        where = f"{where.removesuffix(')')}, {', '.join(group.alike)})"
    rule = program.rule_named(blocker.regel)
    refuses = not (blocker.faalt or blocker.meegeteld) and blocker.raakt is None
    kind = f"{rank(blocker.rang)}, {CHARACTERS.get(blocker.karakter, plain(blocker.karakter))}"
    under = [
        *unmet_lines(program, blocker),
        _nothing_left(program, blocker),
        f"die regel zegt: {phrase(rule.text)}" if refuses and rule is not None else "",
        f"kost de inwoner {in_amount(blocker.raakt, blocker.eenheid)}"
        if blocker.raakt is not None
        else "",
        f"kan dit opheffen: {LIFTERS[blocker.wie_kan_opheffen]}"
        if blocker.wie_kan_opheffen in LIFTERS
        else "",
        _change(program, blocker.kortste_wijziging),
        f"les: {plain(blocker.les)}" if blocker.les else "",
        f"werkt door in: {cite_together(program, group.derived)}" if group.derived else "",
    ]
    return (Line(f"Staat in de weg: {where}; {kind}"), *lines(under, 1))


def _nothing_left(program: Program, blocker: Blokkade) -> str:
    """Why nothing is left of what a ground carries: the amounts that were counted."""
    counted = [
        f"{heading(program, one.naam)} ({in_amount(one.waarde, one.eenheid)})"
        for one in blocker.meegeteld
    ]
    return f"er blijft niets over; meegeteld: {listing(counted)}" if counted else ""


def _purposes(program: Program, solution: OplossingToets) -> tuple[Line, ...]:
    """What the rules that stand in the way are for, when nothing carries the solution."""
    if solution.uitkomst != "geen_grond":
        return ()
    found = dict.fromkeys((b.regeling, b.doel) for b in solution.blokkades if b.doel)
    return listed(
        "Waar de wet voor is",
        [f"{where(program, act, '')}: {plain(goal)}" for act, goal in found],
    )


def _change(program: Program, changes: tuple[Wijziging, ...]) -> str:
    if not changes:
        return ""
    told = [
        f"{subject(program, c.naam)} ({about(c.over)}) wordt {from_json(c.waarde)}"
        for c in changes
    ]
    return f"zou anders uitvallen als: {together(told)}"


def _conditions(program: Program, solution: OplossingToets) -> list[Line]:
    carrying = {part.regel for part in solution.delen}
    by_rule = {g.regel: g for g in solution.gronden if g.regel in carrying}
    found: list[Line] = []
    for ground in by_rule.values():
        found += listed("Voorwaarde", [plain(text) for text in ground.voorwaarden])
        if ground.tijdelijk:
            found.append(Line(f"Tijdelijk: {plain(ground.tijdelijk)}"))
        if ground.vorm:
            found.append(Line(f"Vorm: {forms(ground.vorm)}"))
        found += _steps(program, ground.procedure)
    return found


def _steps(program: Program, steps: tuple[Stap, ...]) -> tuple[Line, ...]:
    """The steps of procedure; on one line while nothing is known of any of them."""
    if steps and all(step.status == "onbekend" for step in steps):
        names = together([_name_of(program, step) for step in steps])
        return (Line(f"Stappen (stand nog niet bekend): {names}"),)
    return listed("Stappen", [_step(program, step) for step in steps])


def _name_of(program: Program, step: Stap) -> str:
    return next((t.what for t in program.terms if t.id == step.stap), plain(step.stap))


def _step(program: Program, step: Stap) -> str:
    return f"{_name_of(program, step)}: {STEPS.get(step.status, plain(step.status))}"


def _right(program: Program, right: Recht) -> str:
    where = place(program, right.regel, right.regeling, right.artikel)
    amount = f", {in_amount(right.bedrag, right.eenheid)}" if right.bedrag is not None else ""
    day = parse_day(right.vanaf)
    since = f", aan te vragen vanaf {in_days(day)}" if day else ""
    state = "" if right.status == "waarde" else " (nog niet zeker)"
    return f"{where}{amount}{since}{state}"


def _costs(costs: Kosten) -> str:
    own, first = in_money(costs.oplossing), in_money(costs.aanspraak_eerst)
    parts = [
        f"deze oplossing {own}" if own else "",
        f"de aanspraak eerst {first}" if first else "",
    ]
    parts.append(f"verschil {in_money(costs.verschil)}" if costs.verschil is not None else "")
    parts.append(
        f"waarvan {in_money(costs.per_jaar)} per jaar" if costs.per_jaar is not None else ""
    )
    told = ", ".join(text for text in parts if text)
    return f"Kosten: {told}." if told else ""


def _referral(program: Program, referral: Verwijzing) -> str:
    sure = "" if referral.zekerheid == "high" else f" (zekerheid {_level(referral.zekerheid)})"
    state = "" if referral.status == "ja" else ", nog niet zeker"
    text = f": {upper_first(referral.toelichting)}" if referral.toelichting else ""
    return f"{referral.orgaan}{state}{sure}{text}"


def _level(certainty: str) -> str:
    return {"medium": "gemiddeld", "low": "laag"}.get(certainty, certainty)


def _others(program: Program, solution: OplossingToets) -> list[Line]:
    """Grounds that do not carry it now, each with the reason."""
    carrying = {part.regel for part in solution.delen}
    rest = [g for g in solution.gronden if g.regel not in carrying]
    still = [_open_ground(program, g) for g in rest if g.trede != "geen"]
    closed = [place(program, g.regel, g.regeling, g.artikel) for g in rest if g.trede == "geen"]
    found = list(listed("Ook mogelijk, nu niet nodig", still))
    if closed:
        found += listed("Ook bekeken, draagt dit nu niet", closed)
    return found


def _open_ground(program: Program, ground: Grond) -> str:
    told = [place(program, ground.regel, ground.regeling, ground.artikel), rung(ground.trede)]
    if ground.bedrag is not None:
        told.append(f"tot {in_amount(ground.bedrag, ground.eenheid)}")
    told += [f"nog nodig: {text}" for text in needs(program, ground.nodig)]
    return ", ".join(told)
