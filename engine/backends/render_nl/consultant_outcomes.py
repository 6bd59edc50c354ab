"""Outcomes of concepts in a Toets for a consultant: value, firmness, grounds and branches."""

from collections.abc import Callable, Collection, Mapping

from engine.backends.render_nl.blocks import Block, Line, lines
from engine.backends.render_nl.dutch import listing, together, upper_first
from engine.backends.render_nl.names import find, heading
from engine.backends.render_nl.statements import clause, presumed, subject
from engine.backends.render_nl.toets_words import GAPS, about, needs, place
from engine.backends.render_nl.values import from_json
from engine.ir.fold import walk
from engine.ir.nodes import BegripRef
from engine.ir.program import Program
from engine.result.toets import Grondslag, Tak, Toets, Uitkomst

EMPTY = ("geen_regel", "niet_aan_de_orde", "")
NOTHING = ("nee", "0.00", 0)
FEW = 2
MANY = "aangenomen in het voordeel van de inwoner: zie hieronder"
SHOWN_BRANCHES = 4


def outcome_block(toets: Toets, program: Program, words: Mapping[str, str]) -> list[Block]:
    """What the resident is entitled to, and the amounts that bear on that.

    Beside needs and intended decisions only what the answer rests on is shown: entitlements in
    money or days, also while they are unknown, and the known amounts that these are computed from.
    What nobody asked for is told too when it is there to have, or when rules clash on it.
    """
    aside = bool(toets.behoeften or toets.voornemens)
    parts = _computed_from(program, toets.kern)
    rows = [
        (name, inst, outcome)
        for inst, found in toets.uitkomsten.items()
        for name, outcome in found.items()
        if (
            _is_beside(toets, program, name, outcome, parts)
            if aside
            else is_shown(program, name, aside=False)
        )
    ]
    body: list[Line] = []
    for name, inst, outcome in rows:
        if is_told(outcome):
            body += _outcome(program, name, f"({about(inst, words)})", outcome)
    silent = [row for row in rows if not is_told(row[2])]
    for opening, test in SILENT.items():
        found = [row for row in silent if test(row[2])]
        if found:
            body.append(Line(f"{opening}: {_names(program, found, words)}."))
    return [Block("Uitkomsten", tuple(body))] if body else []


def _computed_from(program: Program, core: Collection[str]) -> frozenset[str]:
    """Amounts in someone's favour or to their detriment that a core entitlement is made of."""
    found = {
        node.name
        for name in core
        if is_shown(program, name, aside=True)
        for candidate in program.begrippen[name].candidates
        for _, value in program.rules[candidate.rule].effects
        for node in walk(value)
        if isinstance(node, BegripRef)
    }
    return frozenset(name for name in found if is_shown(program, name, aside=False))


def _is_beside(
    toets: Toets, program: Program, name: str, outcome: Uitkomst, parts: frozenset[str]
) -> bool:
    """Whether an outcome says something beside the solutions that were asked."""
    if name in parts:
        return is_told(outcome)
    if not is_shown(program, name, aside=True):
        return False
    if name not in toets.kern:
        return program.begrippen[name].entity != "oplossing" and _is_found(program, outcome)
    about_household = program.begrippen[name].entity in program.groups
    return is_told(outcome) or (about_household and outcome.status != "gat")


def _is_found(program: Program, outcome: Uitkomst) -> bool:
    """A clash of rules, or a value that some rule gives on a condition, and not to everybody."""
    rules = [program.rule_named(ground.regel) for ground in outcome.gronden]
    conditional = any(rule is not None and rule.condition is not None for rule in rules)
    given = outcome.status == "waarde" and is_told(outcome) and conditional
    return outcome.status == "conflict" or given


def _names(
    program: Program, rows: list[tuple[str, str, Uitkomst]], words: Mapping[str, str]
) -> str:
    places: dict[str, list[str]] = {}
    for name, inst, _ in rows:
        places.setdefault(heading(program, name), []).append(about(inst, words))
    return "; ".join(f"{name} ({together(found)})" for name, found in sorted(places.items()))


def is_shown(program: Program, name: str, *, aside: bool) -> bool:
    """Entitlements, and amounts that are in the resident's favour or to their detriment."""
    begrip = program.begrippen.get(name)
    if begrip is None:
        return False
    if aside:
        return begrip.entitlement and begrip.type.kind != "ja_nee"
    return begrip.entitlement or (begrip.type.kind == "bedrag" and bool(begrip.direction))


def is_told(outcome: Uitkomst) -> bool:
    """A value, a provisional one, branches or a conflict: something to say on its own line."""
    if outcome.status == "waarde":
        return outcome.waarde not in NOTHING
    if outcome.status == "gat":
        return outcome.soort_gat not in EMPTY
    plain = outcome.zonder_afwijking
    without = plain is not None and plain.waarde is not None
    known = without or outcome.voorlopig is not None or bool(outcome.takken)
    return known or outcome.status == "conflict"


def _is_nothing(outcome: Uitkomst) -> bool:
    return outcome.status == "waarde" and outcome.waarde in NOTHING


def _is_open(outcome: Uitkomst) -> bool:
    return outcome.status == "onbekend"


def _is_empty(outcome: Uitkomst) -> bool:
    return outcome.status == "gat"


SILENT: Mapping[str, Callable[[Uitkomst], bool]] = {
    "Nee of nihil": _is_nothing,
    "Nog niet bekend, zie de vragen": _is_open,
    "Geen regel geeft hier een waarde": _is_empty,
}


def _outcome(program: Program, name: str, whose: str, outcome: Uitkomst) -> list[Line]:
    label = f"{upper_first(heading(program, name))} {whose}"
    found = [Line(f"{label}: {state(program, outcome)}")]
    if outcome.gronden:
        found.append(Line(f"grond: {grounds(program, outcome.gronden)}", 1))
    if outcome.voorbehoud:
        waiting = listing([subject(program, n) for n in outcome.voorbehoud])
        found.append(Line(f"voorbehoud: nog niet geoordeeld over {waiting}", 1))
    if outcome.aannames and outcome.vast is False:
        assumed = listing([presumed(program, name) for name in outcome.aannames])
        few = len(outcome.aannames) <= FEW
        found.append(Line(f"aangenomen zolang niets anders blijkt: {assumed}" if few else MANY, 1))
    plain = outcome.zonder_afwijking
    if plain is not None and plain.waarde is not None and plain.waarde != outcome.waarde:
        found.append(Line(f"zonder afwijking: {from_json(plain.waarde, outcome.eenheid)}", 1))
    found += lines([f"opzijgezet: {u.regel} door {u.door}" for u in outcome.uitgeschakeld], 1)
    found += lines([f"nog nodig: {text}" for text in needs(program, outcome.nodig)], 1)
    branches = _branches(outcome)
    several = len({tak.over for tak in branches}) > 1
    for tak in branches:
        found.append(Line(_branch(program, tak, outcome.eenheid, several=several), 1))
    return found


def state(program: Program, outcome: Uitkomst) -> str:
    """The value, or honestly why there is none."""
    if outcome.status == "waarde" and outcome.waarde is not None:
        firm = "" if outcome.vast is not False else ", onder voorbehoud"
        return f"{from_json(outcome.waarde, outcome.eenheid)}{firm}"
    if outcome.status == "conflict":
        sides = [
            f"{from_json(side.waarde, outcome.eenheid)} ({together(side.regels)})"
            for side in outcome.conflict
        ]
        return f"regels spreken elkaar tegen: {together(sides)}"
    if outcome.status == "gat":
        return GAPS.get(outcome.soort_gat, "er is geen waarde")
    if outcome.voorlopig is not None:
        return f"nog niet bekend, voorlopig {from_json(outcome.voorlopig, outcome.eenheid)}"
    return "nog niet bekend"


def grounds(program: Program, found: tuple[Grondslag, ...]) -> str:
    """The rules that give a value."""
    return together([place(program, g.regel, g.regeling, g.artikel) for g in found])


def _branches(outcome: Uitkomst) -> tuple[Tak, ...]:
    return tuple(t for t in outcome.takken if t.waarde is not None)[:SHOWN_BRANCHES]


def _branch(program: Program, branch: Tak, unit: str, *, several: bool) -> str:
    """What it comes to in one branch; whom it is about when that is not always the same."""
    whom = f" ({about(branch.over)})" if several and branch.over else ""
    value = from_json(branch.waarde, unit) if branch.waarde is not None else ""
    if branch.uitkomst in ("ja", "nee"):
        told = clause(program, find(program, branch.naam), yes=branch.uitkomst == "ja")
        if told:
            start = "in een andere lezing, als" if branch.soort == "lezing" else "als"
            return f"{start} {told}{whom}: {value}"
    name = heading(program, find(program, branch.naam))
    return (
        f"bij {name} {from_json(branch.uitkomst, money=_is_money(branch.uitkomst))}{whom}: {value}"
    )


def _is_money(text: str) -> bool:
    return text.rpartition(".")[2].isdigit() and "." in text
