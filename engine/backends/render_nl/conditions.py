"""Conditions joined by `en` and `of`, so that nobody can read them in two ways.

A choice inside a sum of conditions reads `ofwel …, ofwel …` and comes last; two of them are kept
apart with semicolons.
"""

from collections.abc import Sequence

from engine.backends.render_nl.dutch import together
from engine.backends.render_nl.places import INVOLVED
from engine.backends.render_nl.speech import Scopes, Speech
from engine.backends.render_nl.words.places import GROUPS, MEMBERS, OTHER, OWN, STEPS
from engine.ir import nodes
from engine.ir.nodes import Expr

Part = tuple[str, bool]
SUBJECTS = (
    *OWN.values(), *GROUPS.values(), *STEPS.values(), *(m.that for m in MEMBERS.values()), OTHER,
    INVOLVED, "het college", "degene die helpt", "zij", "die", "dat",
)  # fmt: skip


def junction(
    speech: Speech,
    expr: nodes.And | nodes.Or,
    scopes: Scopes,
    *,
    yes: bool = True,
    nested: bool = False,
) -> str:
    """The parts of an `en` or an `of`; denied, every part is denied and the word turns around."""
    either = isinstance(expr, nodes.Or) is yes
    parts = []
    for arg in flat(expr):
        if isinstance(arg, nodes.And | nodes.Or):
            text = junction(speech, arg, scopes, yes=yes, nested=True)
        else:
            text = speech.clause(arg, scopes, yes=yes)
        parts.append((text, compound(arg)))
    return joined(parts, either=either, nested=nested)


def flat(expr: nodes.And | nodes.Or) -> list[Expr]:
    """The parts, with those of the same word inside taken out."""
    found: list[Expr] = []
    for arg in expr.args:
        if isinstance(arg, nodes.And | nodes.Or) and type(arg) is type(expr):
            found += flat(arg)
        else:
            found.append(arg)
    return found


def joined(parts: Sequence[Part], *, either: bool, nested: bool = False) -> str:
    """Texts as one condition; the flag says whether a text has an `en` or `of` of its own."""
    heavy = [text for text, is_heavy in parts if is_heavy]
    plain = _without_repeats([text for text, is_heavy in parts if not is_heavy])
    if either:
        if nested or heavy:
            return ", ".join(f"ofwel {text}" for text, _ in parts)
        return listed(plain, "of")
    if not heavy:
        return together(plain) if nested else listed(plain, "en")
    if len(heavy) == 1:
        return ", en ".join([*([listed(plain, ",")] if plain else []), heavy[0]])
    return "; en ".join([*([listed(plain, "en")] if plain else []), *heavy])


def listed(texts: Sequence[str], word: str) -> str:
    """A list in which a text with `en` or `of` inside gets a comma before the last word."""
    if word == ",":
        return ", ".join(texts)
    if len(texts) > 1 and any(_mixed(text) for text in texts):
        return f"{', '.join(texts[:-1])}, {word} {texts[-1]}"
    return together(texts, word)


def _mixed(text: str) -> bool:
    bare = text.replace(" of ouder ", " ").replace(" of jonger ", " ")
    return " en " in bare or " of " in bare or "," in bare


def _without_repeats(texts: Sequence[str]) -> list[str]:
    """Leave out a subject that is the same as just before: `… is, … heeft en … wil`."""
    kept: list[str] = []
    before = ""
    for text in texts:
        subject = next((s for s in SUBJECTS if text.startswith(f"{s} ")), "")
        same = bool(subject) and subject == before
        kept.append(text.removeprefix(f"{subject} ") if same else text)
        before = "" if " en " in text else subject  # another subject may have come in between
    return kept


def compound(expr: Expr) -> bool:
    """Whether the text of this condition holds an `en` or `of` of its own."""
    match expr:
        case nodes.And() | nodes.Or() | nodes.Choose():
            return True
        case nodes.Not(arg=arg):
            return compound(arg)
        case nodes.Fold(where=where, body=body):
            inner = [part for part in (where, body) if part is not None]
            return any(compound(part) for part in inner) or len(inner) > 1
        case _:
            return False
