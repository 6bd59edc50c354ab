"""From a scalar or a bundle of conditions to surface nodes, each with its exact place.

Knows no names: whether `loon_netto` exists is a later question.
"""

import re
from fractions import Fraction

from engine.errors import Diagnostic
from engine.ir.surface import And, Expr, Not, Number, Or, Path, YesNo
from engine.origin import Origin
from engine.source.formula_errors import ProblemFound, close_to, problem
from engine.source.formula_parser import KEYWORDS, MAX_DEPTH, parse
from engine.source.nodes import FORMULA, Items, Mapping, Text, key_origin, origin_of

MAX_LENGTH = 4_000

GROUPS = frozenset({"alle", "een_van", "geen"})
_NAME = re.compile(r"[a-z_][a-z0-9_]*")
_NUMBER = re.compile(r"(?:0|[1-9]\d*)(?:\.\d+)?")
_PLACEHOLDER = YesNo(value=False)


class NotAFormula(ValueError):
    """A list or mapping stands where a formula should; pydantic may still try another reading."""

    def __init__(self) -> None:
        """Say what to write instead."""
        super().__init__("hier hoort een formule te staan")


class Formulas:
    """Reads formulas and collects what is wrong with them.

    `formula` is the hook that `engine.model.scalars` calls while pydantic builds the model. A
    formula with an error becomes a placeholder, and the error is in `found`.
    """

    def __init__(self) -> None:
        """Start with nothing found."""
        self.found: list[Diagnostic] = []
        self._done: dict[int, Expr] = {}

    def formula(self, value: object) -> Expr:
        """Read a formula from a scalar, or from a mapping with `alle`, `een_van` or `geen`.

        Raises:
            NotAFormula: this is neither.
        """
        is_group = isinstance(value, Mapping) and not GROUPS.isdisjoint(value)
        if not isinstance(value, Text) and not is_group:
            raise NotAFormula
        if id(value) not in self._done:
            self._done[id(value)] = self._read(value, 0)
        return self._done[id(value)]

    def _read(self, value: object, depth: int) -> Expr:
        try:
            if isinstance(value, Text):
                return self._text(value) if value else _PLACEHOLDER  # R101 already said so
            return self._mapping(value, depth)
        except ProblemFound as found:
            self.found.append(found.diagnostic)
            return _PLACEHOLDER

    def _text(self, text: Text) -> Expr:
        if text.commented:
            self.found.append(_comment_warning(text))
        return parse_formula(text)

    def _mapping(self, value: object, depth: int) -> Expr:
        if not isinstance(value, Mapping) or not value:
            hint = "schrijf een formule, of een lijst onder `alle`, `een_van` of `geen`"
            at = origin_of(value)
            raise problem("R128", "hier hoort een voorwaarde te staan", at, hint)
        if depth > MAX_DEPTH:
            raise _too_deep(value.origin)
        parts = [self._group(key, items, value, depth) for key, items in value.items()]
        return parts[0] if len(parts) == 1 else And(args=tuple(parts), at=value.origin)

    def _group(self, key: str, items: object, owner: Mapping, depth: int) -> Expr:
        at = key_origin(owner, key)
        if key not in GROUPS:
            hint = close_to(key, GROUPS) or "gebruik `alle`, `een_van` of `geen`"
            raise problem("R128", f"`{key}` is geen manier om voorwaarden te bundelen", at, hint)
        if not isinstance(items, Items) or not items:
            hint = f"zet onder `{key}` elke voorwaarde op een eigen regel met `-`"
            raise problem("R128", f"onder `{key}` hoort een lijst met voorwaarden", at, hint)
        args = tuple(self._read(item, depth + 1) for item in items)
        if key == "alle":
            return args[0] if len(args) == 1 else And(args=args, at=at)
        either = args[0] if len(args) == 1 else Or(args=args, at=at)
        return either if key == "een_van" else Not(arg=either, at=at)


def parse_formula(text: Text) -> Expr:
    """Parse one scalar; `text.form` says whether it is a formula, a range or a selection.

    Raises:
        ProblemFound: the formula is wrong; carries the diagnostic (R120-R129).
    """
    if len(text) > MAX_LENGTH:
        message = f"deze formule is langer dan {MAX_LENGTH} tekens"
        raise problem("R124", message, text.origin, "verdeel haar over meer begrippen")
    if text.form == FORMULA:
        simple = _simple(text)
        if simple is not None:
            return simple
    return parse(text)


def _simple(text: Text) -> Expr | None:
    """The formulas that are a single name or number: most of them, so not worth a parser."""
    if _NAME.fullmatch(text):
        if text in KEYWORDS:
            return YesNo(value=text == "ja", at=text.origin) if text in ("ja", "nee") else None
        return Path(parts=(str(text),), at=text.origin)
    if _NUMBER.fullmatch(text):
        return Number(value=Fraction(str(text)), at=text.origin)
    return None


def _too_deep(at: Origin) -> ProblemFound:
    message = f"deze formule is dieper genest dan {MAX_DEPTH} niveaus"
    return problem("R125", message, at, "maak van een deel een eigen begrip")


def _comment_warning(text: Text) -> Diagnostic:
    return Diagnostic(
        code="W101",
        message="direct achter deze formule staat een opmerking met `#`",
        at=text.locator()(len(text)),
        hint="hoort het bij de formule? zet haar tussen aanhalingstekens; anders: zet de "
        "opmerking op een eigen regel",
    )
