"""What the API answers when it cannot do what was asked: problem details (RFC 9457) in Dutch.

Owns the kinds of problems and their JSON. Knows no route and no rule.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from starlette.responses import Response

MEDIA_TYPE = "application/problem+json"
TYPE = "tag:example.org,2026:regelruimte:"


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A kind of problem: its code, HTTP status, name in the type address, and title."""

    code: str
    status: int
    name: str
    title: str


REQUEST = Kind(code="A400", status=400, name="ongeldige-invoer", title="De invoer klopt niet")
DENIED = Kind(code="A403", status=403, name="geen-toegang", title="Geen toegang")
NOT_FOUND = Kind(code="A404", status=404, name="niet-gevonden", title="Niet gevonden")
METHOD = Kind(code="A405", status=405, name="methode", title="Deze methode kan hier niet")
ACCEPT = Kind(code="A406", status=406, name="antwoordvorm", title="Deze antwoordvorm is er niet")
TOO_LARGE = Kind(code="A413", status=413, name="te-groot", title="De invoer is te groot")
MEDIA = Kind(code="A415", status=415, name="mediatype", title="Deze invoervorm wordt niet gelezen")
OURS = Kind(code="A500", status=500, name="eigen-fout", title="Hier ging iets mis")
BUSY = Kind(code="A503", status=503, name="te-druk", title="Het is nu te druk")

KINDS = {
    kind.status: kind
    for kind in (REQUEST, DENIED, NOT_FOUND, METHOD, ACCEPT, TOO_LARGE, MEDIA, OURS, BUSY)
}


@dataclass(frozen=True, kw_only=True)
class Fault:
    """One thing that is wrong: where (`within` body, query or path), a code, what, what to do."""

    within: str
    location: Mapping[str, str | int]
    code: str
    detail: str
    hint: str = ""

    def data(self) -> dict[str, Any]:
        """As JSON data; `in` is the name that the API design rules give it."""
        made = {"in": self.within, "location": dict(self.location), "code": self.code}
        made["detail"] = self.detail
        return made | ({"hint": self.hint} if self.hint else {})


class Refused(Exception):
    """The request is not done; carries the answer."""

    def __init__(
        self,
        kind: Kind,
        detail: str,
        errors: tuple[Fault, ...] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """Keep the answer; the message of the exception itself holds the code only."""
        self.kind = kind
        self.detail = detail
        self.errors = errors
        self.headers = dict(headers or {})
        super().__init__(kind.code)

    def response(self) -> Response:
        """The answer to send."""
        more = {"errors": [fault.data() for fault in self.errors]} if self.errors else {}
        return problem(self.kind, self.detail, self.headers, more)


MOST = 100  # faults in one answer
ONE = "De invoer heeft een fout; die staat hieronder."
MORE = "De invoer heeft {count} fouten; ze staan hieronder bij elkaar."
TOO_MANY = "De invoer heeft {count} fouten; de eerste {most} staan hieronder."


def invalid(faults: Sequence[Fault]) -> Refused:
    """Wrong input, with all that is wrong in it at once."""
    words = ONE if len(faults) == 1 else MORE if len(faults) <= MOST else TOO_MANY
    detail = words.format(count=len(faults), most=MOST)
    return Refused(REQUEST, detail, tuple(faults[:MOST]))


FORMS = {
    "peildatum": "schrijf een datum als jjjj-mm-dd, zoals 2026-09-01; van 1900 tot en met 2100",
    "id": "neem de id over zoals die in een toets staat",
    "gemeente": "schrijf de gemeentecode, zoals GM0000",
}


def parameter_fault(within: str, name: str, kind: str) -> Fault:
    """A parameter that is missing, unknown or wrong; its value is not repeated."""
    code, detail, hint = _words(kind, name)
    return Fault(
        within=within, location={"name": name}, code=code, detail=f"`{name}`: {detail}", hint=hint
    )


def _words(kind: str, name: str) -> tuple[str, str, str]:
    if kind == "missing":
        return "A101", "deze parameter is nodig", FORMS.get(name, "")
    if kind == "extra_forbidden":
        return (
            "A102",
            "deze parameter bestaat hier niet",
            "haal haar weg, of kijk naar de spelling",
        )
    if kind == "repeated":
        return "A104", "deze parameter staat er meer dan een keer", "laat er een staan"
    return "A103", "deze waarde past niet bij de parameter", FORMS.get(name, "")


def problem(
    kind: Kind,
    detail: str,
    headers: Mapping[str, str] | None = None,
    more: Mapping[str, Any] | None = None,
) -> Response:
    """A problem as an HTTP answer."""
    data = {
        "type": TYPE + kind.name,
        "title": kind.title,
        "status": kind.status,
        "detail": detail,
        "code": kind.code,
        **(more or {}),
    }
    body = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    return Response(body, kind.status, dict(headers or {}), MEDIA_TYPE)


def our_fault(reference: str) -> Response:
    """The answer to a fault of our own: no detail, only what to report."""
    detail = f"De oorzaak ligt bij ons. Meld dit nummer aan de beheerder: {reference}."
    return problem(OURS, detail, more={"reference": reference})
