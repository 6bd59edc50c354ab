"""Builds the dataclasses of a request from a tree of text, by the types of their fields.

Reports every problem at its place, by key and never by value: what a resident wrote does not
travel into an error. Knows no rules; what facts mean is settled against a Program later.
"""

import dataclasses
import types
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin

from engine.errors import Diagnostic
from engine.model.request import OPEN, SHORT, Id, Plaatsen, Unfit
from engine.model.scalars import Reading
from engine.origin import Origin
from engine.source.formula_errors import close_to
from engine.source.nodes import Items, Mapping, Text, key_origin, origin_of
from engine.source.privacy import PERSONAL_KEYS, STEERING, personal_data
from engine.source.shorthand import fields_of

VALUE = "waarde"
MAX_TEXT = 4000
MAX_PARTS = 1000
LIMITS = {
    "personen": 40, "relaties": 1600, "behoeften": 50, "belemmeringen": 50, "oplossingen": 50,
    "dekkingen": 200, "besluiten": 200, "voornemens": 200,
    "punten": 100,
}  # fmt: skip
Part = tuple[str | int, object, object, str]  # name, node, type, key to show


class Refused(Exception):
    """This part cannot be built; why has been reported."""


@dataclasses.dataclass(frozen=True)
class Form:
    """What a record looks like: its keys, which are needed, and which field takes other keys.

    Attributes:
        short: the field that a bare value stands for.
        opened: the field that takes keys without a field of their own, as values of `item`.
    """

    make: Callable[..., object]
    keys: dict[str, object]
    required: tuple[str, ...]
    short: str | None
    opened: str | None
    item: object


@dataclasses.dataclass(frozen=True, slots=True)
class Plan:
    """How a value of some type is read; `inner` is the type of its parts, or the choices."""

    shape: Literal["text", "word", "list", "dict", "record", "choice"]
    inner: tuple[object, ...] = ()
    reading: Reading | None = None
    form: Form | None = None


@cache
def plan_of(kind: object) -> Plan:
    """How a value of this type is read."""
    origin, args = get_origin(kind), get_args(kind)
    if origin is tuple:
        return Plan("list", args[:1])
    if origin is dict:
        return Plan("dict", args[1:])
    if origin is Literal:
        return Plan("word", args)
    if origin in (Union, types.UnionType):
        options = tuple(option for option in args if option is not type(None))
        return Plan("choice", options) if len(options) > 1 else plan_of(options[0])
    if isinstance(kind, type):
        return Plan("record", form=form_of(kind))
    return Plan("text", reading=next(part for part in args if isinstance(part, Reading)))


@cache
def form_of(kind: type) -> Form:
    """The form of a dataclass of the request."""
    fields = {f.name: f for f in dataclasses.fields(kind)}
    keys = dict(fields_of(kind))
    opened = next((name for name, f in fields.items() if f.metadata == OPEN), None)
    item = get_args(keys.pop(opened))[1] if opened else None
    required = tuple(
        name
        for name in keys
        if fields[name].default is dataclasses.MISSING
        and fields[name].default_factory is dataclasses.MISSING
    )
    short = next((name for name, f in fields.items() if f.metadata == SHORT), None)
    return Form(kind, keys, required, short, opened, item)


class Records:
    """Reads records; all problems are kept in `found`."""

    def __init__(self) -> None:
        """Start without problems."""
        self.found: list[Diagnostic] = []

    def read(self, node: object, kind: object, key: str) -> Any:  # noqa: ANN401 its type is `kind`
        """Build a value of this type; raises Refused after reporting all that is wrong in it."""
        if isinstance(node, Text):
            self._look_at(node, key)
        plan = plan_of(kind)
        if plan.shape == "choice":
            plan = next(
                (p for p in map(plan_of, plan.inner) if _fits(node, p)), plan_of(plan.inner[0])
            )
        if plan.shape == "list":
            return self._list(node, plan.inner[0], key)
        if plan.shape == "dict":
            return self._dict(node, plan.inner[0], key)
        if plan.form is not None:
            return self._record(node, plan.form, key)
        return self._scalar(node, plan, key)

    def _refuse(self, code: str, message: str, at: Origin, hint: str = "") -> Refused:
        """Keep a problem and give what to raise."""
        self.found.append(Diagnostic(code=code, message=message, at=at, hint=hint))
        return Refused()

    def _shape(self, node: object, wanted: str, key: str, hint: str = "") -> Refused:
        message = f"onder `{key}` hoort {wanted} te staan" if key else "dit is geen hulpvraag"
        hint = hint if key else "begin met sleutels zoals `peildatum: 2026-09-01`"
        return self._refuse("C107", message, origin_of(node), hint)

    def _gather(self, parts: Iterable[Part]) -> dict[str | int, Any]:
        """Read all parts, so that all their problems are reported."""
        made, whole = {}, True
        for name, node, kind, key in parts:
            try:
                made[name] = self.read(node, kind, key)
            except Refused:
                whole = False
        if not whole:
            raise Refused
        return made

    # -- texts -----------------------------------------------------------------------------

    def _look_at(self, text: Text, key: str) -> None:
        """Refuse what was already reported, texts that are too long, and personal data."""
        if text.refused or (text == "" and not text.style):
            raise Refused
        if len(text) > MAX_TEXT:
            hint = f"hooguit {MAX_TEXT} tekens; noem alleen wat voor de hulpvraag nodig is"
            raise self._refuse("C102", f"`{key}` is te lang", text.origin, hint)
        if STEERING.search(text):
            hint = "typ de tekst opnieuw; wat eruit is gekopieerd, bevat tekens die u niet ziet"
            raise self._refuse("C126", f"in `{key}` staat een stuurteken", text.origin, hint)
        hint = "haal het weg; noem mensen met een code zoals p1 en schrijf alleen wat er speelt"
        refused = [
            self._refuse(kind.code, f"in `{key}` staat {kind.what}", text.origin, hint)
            for kind in personal_data(text)
        ]
        if refused:
            raise refused[0]

    def _scalar(self, node: object, plan: Plan, key: str) -> object:
        if not isinstance(node, Text):
            raise self._shape(node, "een enkele waarde", key)
        if plan.reading is None:
            return self._word(node, plan.inner, key)
        try:
            return plan.reading.read(node, None)
        except Unfit as unfit:
            message = f"`{key}`: {unfit.message}"
            raise self._refuse(unfit.code, message, node.origin, unfit.hint) from unfit
        except ValueError as error:
            raise self._refuse("C108", f"`{key}`: {error}", node.origin) from error

    def _word(self, node: Text, choices: tuple[object, ...], key: str) -> str:
        words = [str(word) for word in choices]
        if node not in words:
            hint = close_to(node, words) or "kies uit: " + ", ".join(words)
            raise self._refuse("C108", f"dit woord kan niet bij `{key}`", node.origin, hint)
        return str(node)

    # -- collections and records -----------------------------------------------------------

    def _list(self, node: object, item: object, key: str) -> tuple[Any, ...]:
        if not isinstance(node, Items):
            hint = f"zijn er geen, schrijf dan `{key}: []`"
            raise self._shape(node, "een lijst", key, hint)
        self._check_size(node, key)
        return tuple(self._gather((n, part, item, key) for n, part in enumerate(node)).values())

    def _dict(self, node: object, item: object, key: str) -> dict[str, Any]:
        if not isinstance(node, Mapping):
            raise self._shape(node, "een blok met sleutels", key)
        self._check_size(node, key)
        self._gather((word, _text(node, word), Id, f"sleutel van {key}") for word in node)
        parts = ((str(word), part, item, f"{key}.{word}") for word, part in node.items())
        return {str(word): made for word, made in self._gather(parts).items()}

    def _check_size(self, node: Items | Mapping, key: str) -> None:
        most = LIMITS.get(key, MAX_PARTS)
        if len(node) > most:
            message = f"`{key}` heeft meer dan {most} onderdelen"
            raise self._refuse("C102", message, node.origin, "splits de hulpvraag")

    def _record(self, node: object, form: Form, key: str) -> object:
        if form.short is not None and isinstance(node, Text):
            value = self.read(node, form.keys[form.short], key)
            return form.make(**{form.short: value}, herkomst=Plaatsen(node.origin))
        if not isinstance(node, Mapping):
            wanted = "een enkele waarde" if form.short else "een blok met sleutels"
            raise self._shape(node, wanted, key)
        self._check_size(node, key)
        complete = self._complete(node, form, key)
        others = [word for word in node if word not in form.keys]
        allowed = [word for word in others if self._allow(node, word, form)]
        parts: list[Part] = [(k, node[k], form.keys[k], k) for k in form.keys if k in node]
        parts += [(word, node[word], form.item, word) for word in allowed]
        made = self._gather(parts)
        if not complete or len(allowed) < len(others):
            raise Refused
        given = {str(k): v for k, v in made.items() if k in form.keys}
        if form.opened is not None:
            given[form.opened] = {str(word): made[word] for word in allowed}
        places = {str(k): origin_of(v) for k, v in node.items()}
        return form.make(**given, herkomst=Plaatsen(node.origin, places))

    def _complete(self, node: Mapping, form: Form, key: str) -> bool:
        missing = [name for name in form.required if name not in node]
        for name in missing:
            message = f"de sleutel `{name}` ontbreekt" + (f" bij `{key}`" if key else "")
            self._refuse("C106", message, node.origin, f"voeg `{name}: …` toe")
        return not missing

    def _allow(self, node: Mapping, word: str, form: Form) -> bool:
        """Whether a key that is no field may stand here: as a fact, or at the top as a list."""
        at = key_origin(node, word)
        try:
            self.read(_text(node, word), Id, "sleutel")
        except Refused:
            return False
        if word in PERSONAL_KEYS:
            hint = "noem mensen met een code zoals p1; de hulpvraag kent geen namen of adressen"
            self._refuse("C125", f"voor `{word}` is hier geen plaats", at, hint)
            return False
        if form.opened is not None and (meant := _meant(word, node[word], form)):
            hint = f"bedoelt u `{meant}`?"
            self._refuse("C105", f"de sleutel `{word}` bestaat hier niet", at, hint)
            return False
        if form.opened is None or (
            plan_of(form.item).shape == "list" and not _holds_records(node[word])
        ):
            hint = close_to(word, form.keys) or "kies uit: " + ", ".join(form.keys)
            if form.opened is not None:
                hint += "; een lijst zoals giften bestaat uit regels die met een streepje beginnen"
            self._refuse("C105", f"de sleutel `{word}` bestaat hier niet", at, hint)
            return False
        return True


def _text(node: Mapping, word: str) -> Text:
    return word if isinstance(word, Text) else Text.at(word, node.origin)


def _meant(word: str, node: object, form: Form) -> str:
    """The key that was meant, where a block or list stands under the singular of a key.

    A fact has a single value, and the list of an act its own name: neither looks like this.
    """
    if isinstance(node, Text) or (isinstance(node, Mapping) and VALUE in node):
        return ""
    return next((key for key in form.keys if key.startswith(word)), "")


def _holds_records(node: object) -> bool:
    return isinstance(node, Items) and all(isinstance(part, Mapping) for part in node)


def _fits(node: object, plan: Plan) -> bool:
    """Whether the outer shape of a node is that of a plan."""
    if isinstance(node, Text):
        return plan.shape == "text" or (plan.form is not None and plan.form.short is not None)
    wanted = "list" if isinstance(node, Items) else "dict"
    return plan.shape == wanted or (wanted == "dict" and plan.form is not None)
