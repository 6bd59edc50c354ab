"""Kinds of text a rule file may hold, as annotations that say how the text is read.

The file reader hands every scalar over as text; these markers turn it into a value. They speak
pydantic's schema protocol in plain data, so that this package does not depend on pydantic.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from engine.ir.surface import Expr

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """Says how a scalar is read, and how the generated JSON Schema describes it."""

    read: Callable[[Any, Any], Any]
    schema: dict[str, Any]

    def __get_pydantic_core_schema__(self, _source: Any, _handler: Any) -> dict[str, Any]:
        """Give pydantic's core schema: a plain function of the scalar and the context."""
        return {
            "type": "function-plain",
            "function": {"type": "with-info", "function": self._call},
        }

    def __get_pydantic_json_schema__(self, _core: Any, _handler: Any) -> dict[str, Any]:
        """Give the JSON Schema of this kind of text."""
        return dict(self.schema)

    def _call(self, value: Any, info: Any) -> Any:
        return self.read(value, info.context)


def _as_text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("hier hoort tekst te staan")  # noqa: TRY004 pydantic wants ValueError
    return str(value)


def read_date(value: Any, _context: Any = None) -> date:
    """Read `jjjj-mm-dd`; raises ValueError for anything else (also `2026-02-30`)."""
    text = _as_text(value)
    if not _DATE.fullmatch(text):
        raise ValueError("een datum schrijft u als jjjj-mm-dd")
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ValueError("deze datum bestaat niet") from error


def read_yes_no(value: Any, _context: Any = None) -> bool:
    """Read `ja` or `nee`; raises ValueError for anything else."""
    text = _as_text(value)
    if text not in ("ja", "nee"):
        raise ValueError("schrijf hier ja of nee")
    return text == "ja"


def _read_formula(value: Any, context: Any) -> Expr:
    result: Expr = context.formula(value)
    return result


Datum = Annotated[date, Reading(read_date, {"type": "string", "format": "date"})]
JaNee = Annotated[bool, Reading(read_yes_no, {"enum": ["ja", "nee"]})]
Tekst = Annotated[str, Reading(lambda v, _c: _as_text(v), {"type": "string"})]
Formule = Annotated[
    Expr,
    Reading(_read_formula, {"type": ["string", "object"], "description": "formule"}),
]
