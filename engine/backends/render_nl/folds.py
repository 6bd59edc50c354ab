"""Quantifiers in Dutch: is there one, are all, how many, how much together."""

from engine.backends.render_nl.comparisons import kind_of
from engine.backends.render_nl.conditions import compound, flat, joined
from engine.backends.render_nl.places import member_of, member_scope
from engine.backends.render_nl.speech import Scopes, Speech
from engine.backends.render_nl.words.places import Member
from engine.ir import nodes
from engine.ir.nodes import Expr

MARK = "\0"
DATES = {"minimum": "de vroegste waarde van", "maximum": "de laatste waarde van"}
OUTER = {"minimum": "de laagste waarde van", "maximum": "de hoogste waarde van"}


def clause(speech: Speech, fold: nodes.Fold, scopes: Scopes, *, yes: bool) -> str:
    """`er iemand in het gezin is die …`, or `voor ieder … geldt dat …`."""
    member = member_of(fold, scopes)
    if fold.name == "alle":
        return _every(speech, fold, scopes, member, yes=yes)
    there = member.some if yes else member.none
    pronoun = "dat" if member.that.startswith("dat ") else "die"
    where = condition(speech, fold, scopes, member, pronoun)
    return f"er {there} is{where}"


def _every(speech: Speech, fold: nodes.Fold, scopes: Scopes, member: Member, *, yes: bool) -> str:
    pronoun = "die" if member.one.startswith(("elke", "iedere")) else "dat"
    where = condition(speech, fold, scopes, member, pronoun)
    inner = (*scopes, member_scope(fold, scopes, member.that))
    held = speech.clause(fold.body, inner) if fold.body is not None else "dit zo is"
    comma = "," if where else ""
    return f"{'' if yes else 'niet '}voor {member.one}{where}{comma} geldt dat {held}"


def value(speech: Speech, fold: nodes.Fold, scopes: Scopes) -> str:
    """`het aantal leden van het gezin dat …`, `de som van … van ieder lid van het gezin`."""
    member = member_of(fold, scopes)
    if fold.name == "aantal" or fold.body is None:
        return f"het aantal {member.many}{condition(speech, fold, scopes, member, 'dat')}"
    inner = (*scopes, member_scope(fold, scopes, member.that))
    body = speech.value(fold.body, inner)
    if isinstance(fold.body, nodes.Arith | nodes.Fold | nodes.Choose):
        body = f"({body})"
    pronoun = "die" if member.one.startswith(("elke", "iedere")) else "dat"
    where = condition(speech, fold, scopes, member, pronoun)
    if fold.name == "enige":
        return f"{body} van het enige van de {member.many}{where}"
    if fold.name in OUTER:
        outer = (DATES if kind_of(fold.body) == "datum" else OUTER)[fold.name]
        return f"{outer} {body} van {member.one}{where}"
    return f"de som van {body} van {member.one}{where}"


def condition(
    speech: Speech, fold: nodes.Fold, scopes: Scopes, member: Member, pronoun: str
) -> str:
    """What members must meet: ` die …` where each part is about the member itself."""
    if fold.where is None:
        return ""
    parts = _relative(speech, fold, scopes, fold.where, pronoun)
    if parts is not None:
        return f" {parts}"
    inner = (*scopes, member_scope(fold, scopes, member.that))
    return f" {member.link} {speech.clause(fold.where, inner)}"


def _relative(
    speech: Speech, fold: nodes.Fold, scopes: Scopes, where: Expr, pronoun: str
) -> str | None:
    """The condition with `die` (or `dat`) as subject, if every part starts with the member."""
    inner = (*scopes, member_scope(fold, scopes, MARK))
    args = flat(where) if isinstance(where, nodes.And | nodes.Or) else [where]
    if any(isinstance(arg, nodes.And | nodes.Or) for arg in args):
        return None
    texts = [speech.clause(arg, inner) for arg in args]
    if not all(text.startswith(MARK) and MARK not in text[1:] for text in texts):
        return None
    parts = [
        (text.replace(MARK, pronoun), compound(arg)) for text, arg in zip(texts, args, strict=True)
    ]
    return joined(parts, either=isinstance(where, nodes.Or))
