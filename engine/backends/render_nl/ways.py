"""Ways: which small changes would carry a solution, what kind each is, and who can make it."""

from collections.abc import Iterator
from itertools import groupby

from engine.backends.render_nl.blocks import Line
from engine.backends.render_nl.dutch import together
from engine.backends.render_nl.names import find, label, letters, question_of
from engine.backends.render_nl.remarks import judge
from engine.backends.render_nl.statements import subject
from engine.backends.render_nl.toets_words import LIFTERS, about, place, rung
from engine.backends.render_nl.values import from_json
from engine.ir.program import Program
from engine.ir.types import Type
from engine.result.toets import OplossingToets
from engine.result.ways import Waarde, Weg, Wijziging

OPENING = "Dit zou gedragen worden door:"
NO_ADVICE = (
    "Zo'n weg is geen raad om zo te oordelen of te kiezen: leg vast waarom wel, of waarom niet."
)
NOTHING = (
    "Geen wijziging van gegevens, oordelen of keuzes draagt dit. Wie de regels zelf kan "
    "veranderen, staat bij wat in de weg staat."
)
FIRST_LISTS = "Schrijf op wat er is, of `[]` als er niets is, en zoek daarna opnieuw."
UNSURE = "Of er een wijziging is die dit draagt, is niet helemaal uitgezocht."
MORE = {
    "alle": "Andere kleinste wijzigingen zijn er niet.",
    "meer": "Dit zijn de vijf lichtste; er kunnen er meer zijn.",
    "onbekend": "Of er nog meer zijn, is niet helemaal uitgezocht.",
}


def way_lines(program: Program, solution: OplossingToets) -> list[Line]:
    """The ways of a solution, lightest first, and how far was looked; nothing when not asked."""
    searched = solution.wegen_gezocht
    if not searched:
        return []
    missing = [subject(program, n) for n in solution.nodig.feiten if n in program.lists]
    if not solution.wegen and missing:
        return [Line(f"Eerst ontbreekt nog: {together(missing)}. {FIRST_LISTS}")]
    if not solution.wegen:
        return [Line(NOTHING if searched == "alle" else UNSURE)]
    told = [Line(OPENING)]
    for number, way in enumerate(solution.wegen, 1):
        told += _way(program, number, way)
    return [*told, Line(f"{MORE[searched]} {NO_ADVICE}")]


def _way(program: Program, number: int, way: Weg) -> Iterator[Line]:
    grounds = together([place(program, rule, "", "") for rule in way.regels])
    yield Line(f"weg {number}: {grounds}, {rung(way.trede)}, als", 1)
    for _, parts in groupby(way.wijzigingen, key=lambda w: (w.soort, w.naam, w.over)):
        yield Line(_change(program, list(parts)), 2)


def _change(program: Program, parts: list[Wijziging]) -> str:
    """One fact, judgement or choice: what it would have to be, what it is, who makes it so."""
    first = parts[0]
    name = find(program, first.naam)
    asked = f"“{question_of(program, name) or letters(name)}” ({about(first.over)}):"
    then = together([_said(program, part, part.waarde) for part in parts])
    known = [_said(program, part, part.van) for part in parts if part.van is not None]
    instead = f" in plaats van {together(known)}" if known else ""
    match first.soort:
        case "gegeven":
            state = "" if known else ", nu niet bekend"
            who = LIFTERS[first.wie_kan_opheffen]
            verb = "kan dit opheffen" if known else "kan dit aantonen"
            return f"gegeven: {asked} {then}{instead}{state}; {verb}: {who}"
        case "keuze":
            state = "" if known else ", nu nog niet gekozen"
            return (
                f"keuze van het college ({_judge(program, name)}): {asked} {then}{instead}{state}"
            )
        case _:
            state = "" if known else ", nu nog niet beoordeeld"
            return f"oordeel ({_judge(program, name)}): {asked} {then}{instead}{state}"


def _judge(program: Program, name: str) -> str:
    return judge(program.norms[name])


def _said(program: Program, part: Wijziging, value: Waarde | None) -> str:
    kind = _type(program, part)
    text = from_json(value or 0, kind.unit, money=kind.kind == "bedrag")
    if kind.kind == "keuze":
        text = label(str(value))
    return f"{letters(part.onderdeel)} {text}" if part.onderdeel else text


def _type(program: Program, part: Wijziging) -> Type:
    name = find(program, part.naam)
    if name in program.facts:
        return program.facts[name].type
    return next(f.type for f in program.norms[name].fields if f.name == part.onderdeel)
