"""A recorded judgement or choice of a worked case, in Dutch: the question, the answer and why."""

from engine.backends.render_nl.case_speech import Tongue, plain, quoted
from engine.backends.render_nl.dutch import in_days, lower_first, together, upper_first
from engine.backends.render_nl.names import find, label, noun
from engine.backends.render_nl.words.labels import ROLES
from engine.ir.program import Norm
from engine.ir.types import Type
from engine.model.request import Beoordeling

TEXT = Type("tekst")


def judgement_said(tongue: Tongue, made: Beoordeling) -> str:
    """Who answered what, about what, when and why."""
    norm = tongue.program.norms.get(find(tongue.program, made.oordeel))
    over, answer = _over(tongue, made), _answer(tongue, made, norm)
    said = f"Over {over}: {lower_first(answer)}" if over else answer
    told = f"{_question(tongue, made)} {said}, zegt {_who(made.rol)} "
    told += f"op {in_days(made.datum)}: {quoted(made.motivering)}"
    if made.bewijs:
        told += f" Gezien: {together([plain(text) for text in made.bewijs])}."
    return told


def judgement_named(tongue: Tongue, made: Beoordeling) -> str:
    """The question, and what it is about."""
    over = _over(tongue, made)
    return f"{_question(tongue, made)}{f' (over {over})' if over else ''}"


def _question(tongue: Tongue, made: Beoordeling) -> str:
    norm = tongue.program.norms.get(find(tongue.program, made.oordeel))
    return quoted(norm.question if norm else plain(made.oordeel))


def _who(role: str) -> str:
    told = ROLES.get(role, plain(role))
    named = told.startswith(("de ", "het ")) or told[:1].isupper()
    return told if named else f"de {told}"


def _over(tongue: Tongue, made: Beoordeling) -> str:
    if made.over == "zaak":
        return ""
    if isinstance(made.over, str):
        return tongue.place(made.over)
    stuck, *by = made.over
    means = together([tongue.thing(name) if name in tongue.called else label(name) for name in by])
    return f"{tongue.thing(stuck)}, met {means}"


def _answer(tongue: Tongue, made: Beoordeling, norm: Norm | None) -> str:
    kinds = {field.name: field.type for field in norm.fields} if norm else {}
    if not isinstance(made.uitkomst, dict):
        kind = kinds.get("", TEXT) if len(kinds) == 1 else TEXT
        if kind == TEXT:
            return upper_first(label(made.uitkomst))
        return upper_first(tongue.value(made.uitkomst, kind))
    name = norm.name if norm else made.oordeel
    parts = [
        f"{_field(tongue, name, part)}: {tongue.value(value, kinds.get(part, TEXT))}"
        for part, value in made.uitkomst.items()
    ]
    return upper_first("; ".join(parts))


def _field(tongue: Tongue, name: str, part: str) -> str:
    told = noun(tongue.program, name, part)
    return plain(part) if told.startswith("het antwoord op") else told
