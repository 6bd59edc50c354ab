"""What a change of rules does to one case: two answers to the same request compared."""

from collections.abc import Iterator
from fractions import Fraction

from engine.backends.render_nl import is_charge
from engine.decide.encode import short
from engine.decide.needs import CARRIED
from engine.ir.program import Begrip, Program
from engine.result.toets import OplossingToets, Toets, Uitkomst
from engine.result.verschil import Aanspraakverschil, Gevalverschil, Gevolg, Tredeverschil
from engine.result.ways import Waarde
from engine.service.what_if import what_changes
from engine.values import format_number

GONE = "bestaat niet"
UNSURE = ("onbekend", "conflict")
NONE = "geen"
NUMBERS = ("bedrag", "aantal")
ZERO = Fraction(0)


def compared(
    case: tuple[str, str, str], before: Toets, after: Toets, programs: tuple[Program, Program]
) -> Gevalverschil | None:
    """Where two answers differ; None when they say the same.

    Args:
        case: its id, its name and its place.
        before: the answer under the old rules.
        after: the answer under the new rules.
        programs: the rules of both.
    """
    differences = what_changes(before, after)
    claims = tuple(_claims(before, after, programs))
    rungs = (*_rungs(before, after), *_powers(before, after))
    if not differences and not claims and not rungs:
        return None
    asked = [{f"{q.naam} ({q.over})" for q in toets.vragen} for toets in (before, after)]
    lit = [{f"{s.id} ({s.over})" for s in toets.signalen} for toets in (before, after)]
    return Gevalverschil(
        id=case[0],
        naam=case[1],
        plaats=case[2],
        gevolg=together([*(c.gevolg for c in claims), *(r.gevolg for r in rungs)]),
        aanspraken=claims,
        treden=rungs,
        vragen_nieuw=tuple(sorted(asked[1] - asked[0])),
        vragen_weg=tuple(sorted(asked[0] - asked[1])),
        signalen_nieuw=tuple(sorted(lit[1] - lit[0])),
        signalen_weg=tuple(sorted(lit[0] - lit[1])),
        verschillen=tuple(map(str, differences)),
    )


def together(effects: list[Gevolg]) -> Gevolg:
    """The effect on the whole case: something gained and something lost is mixed."""
    if "vooruit" in effects and "achteruit" in effects:
        return "gemengd"
    order: tuple[Gevolg, ...] = ("achteruit", "vooruit", "onzeker")
    return next((effect for effect in order if effect in effects), "anders")


# -- entitlements and charges ----------------------------------------------------------------


def _claims(
    before: Toets, after: Toets, programs: tuple[Program, Program]
) -> Iterator[Aanspraakverschil]:
    """Entitlements, and amounts to pay, with another value."""
    counted = {
        name: begrip
        for program in programs
        for name, begrip in program.begrippen.items()
        if begrip.entitlement or (begrip.type.kind == "bedrag" and is_charge(program, begrip))
    }
    for inst in sorted({*before.uitkomsten, *after.uitkomsten}):
        old, new = before.uitkomsten.get(inst, {}), after.uitkomsten.get(inst, {})
        for name in sorted(counted.keys() & {*old, *new}):
            was, now = old.get(name), new.get(name)
            if _shown(was) != _shown(now):
                named = programs[1] if name in programs[1].begrippen else programs[0]
                yield _claim(short(name, named), inst, counted[name], (was, now))


def _shown(outcome: Uitkomst | None) -> Waarde:
    if outcome is None:
        return GONE
    return outcome.status if outcome.waarde is None else outcome.waarde


def _claim(
    name: str, inst: str, begrip: Begrip, both: tuple[Uitkomst | None, Uitkomst | None]
) -> Aanspraakverschil:
    left, right = (_number(outcome, begrip) for outcome in both)
    more = right - left if left is not None and right is not None else None
    numeric = begrip.type.kind in NUMBERS and more is not None
    return Aanspraakverschil(
        naam=name,
        over=inst,
        oud=_shown(both[0]),
        nieuw=_shown(both[1]),
        eenheid=begrip.type.unit,
        richting=begrip.direction,
        gevolg=_effect(begrip, more, both),
        meer=_written(more) if numeric and more is not None else None,
    )


def _number(outcome: Uitkomst | None, begrip: Begrip) -> Fraction | None:
    """A value that can be less or more; what does not exist is nothing, what is open is None."""
    if outcome is None:
        return ZERO
    if outcome.waarde is None:
        return None
    if begrip.type.kind == "ja_nee":
        return Fraction(int(outcome.waarde == "ja"))
    return Fraction(outcome.waarde) if begrip.type.kind in NUMBERS else None


def _written(more: Fraction) -> str:
    """With cents where it has them: 12.5 is 12.50."""
    text = format_number(more)
    whole, point, cents = text.partition(".")
    return f"{whole}.{cents:0<2}" if point else text


def _effect(
    begrip: Begrip, more: Fraction | None, both: tuple[Uitkomst | None, Uitkomst | None]
) -> Gevolg:
    """Who gains; what was open and comes to nothing is a chance lost, not nothing."""
    old, new = both
    if new is not None and new.status in UNSURE:
        return "onzeker"
    if more is None and old is not None and old.status in UNSURE:
        more = _from_open(_number(new, begrip), begrip)
    if not more or begrip.direction == "beide":
        return "anders"
    gains = (more > 0) != (begrip.direction == "belastend")
    return "vooruit" if gains else "achteruit"


def _from_open(new: Fraction | None, begrip: Begrip) -> Fraction | None:
    """Less when it comes to nothing, more when it is a yes; of an amount that cannot be said."""
    if new == 0:
        return Fraction(-1)
    return new if begrip.type.kind == "ja_nee" else None


# -- rungs and powers --------------------------------------------------------------------------


def _solutions(toets: Toets) -> dict[str, OplossingToets]:
    return {s.id: s for need in toets.behoeften for s in need.oplossingen}


def _rungs(before: Toets, after: Toets) -> Iterator[Tredeverschil]:
    old, new = _solutions(before), _solutions(after)
    for name in sorted(old.keys() & new.keys()):
        was, now = old[name], new[name]
        if (was.trede, was.uitkomst) != (now.trede, now.uitkomst):
            yield Tredeverschil(
                soort="oplossing",
                over=name,
                wat=now.wat,
                oud=_rung(was),
                nieuw=_rung(now),
                gevolg=_moved(was, now),
            )


def _rung(answer: OplossingToets) -> str:
    result = answer.uitkomst.replace("_", " ")
    return result if answer.trede == NONE else f"trede {answer.trede}, {result}"


def _moved(was: OplossingToets, now: OplossingToets) -> Gevolg:
    """Carried now and not before is a gain; no ground any more is a loss; in between is unsure."""
    had, has = was.uitkomst in CARRIED, now.uitkomst in CARRIED
    if had == has:
        return "achteruit" if now.uitkomst == "geen_grond" != was.uitkomst else "anders"
    if has:
        return "vooruit"
    return "achteruit" if now.uitkomst == "geen_grond" else "onzeker"


def _powers(before: Toets, after: Toets) -> Iterator[Tredeverschil]:
    old = {v.id: v for v in before.voornemens}
    for intended in after.voornemens:
        was = old.get(intended.id)
        if was is not None and was.bevoegdheid != intended.bevoegdheid:
            yield Tredeverschil(
                soort="voornemen",
                over=intended.id,
                wat="bevoegdheid",
                oud=was.bevoegdheid,
                nieuw=intended.bevoegdheid,
            )
