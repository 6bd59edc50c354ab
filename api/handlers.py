"""From exceptions to problem details, for routes and for what never reached one."""

from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from api.log import note_refusal
from api.problems import KINDS, REQUEST, Fault, Refused, invalid, parameter_fault
from engine.errors import CaseError, Diagnostic, RuleError

ON_SOME_DAYS = frozenset({"R405"})  # errors that rules have on some days only
NO_RULES = (
    "op een gevraagde dag is een wet nog niet of niet meer zo ingedeeld als de regels zeggen"
)
DETAILS = {
    404: "Deze weg bestaat niet. Let op hoofdletters en op een schuine streep aan het einde.",
    405: "Op deze weg is een andere methode nodig; de header Allow noemt welke.",
}


def install(app: FastAPI) -> None:
    """Answer with problem details."""
    app.add_exception_handler(Refused, _refused)
    app.add_exception_handler(CaseError, _case_error)
    app.add_exception_handler(RuleError, _no_rules)
    app.add_exception_handler(RequestValidationError, _parameters)
    app.add_exception_handler(HTTPException, _http)


def _answer(refused: Refused) -> Response:
    note_refusal(refused.kind.code, [fault.code for fault in refused.errors])
    return refused.response()


async def _refused(_: Request, error: Exception) -> Response:
    assert isinstance(error, Refused)  # noqa: S101 registered for this kind only
    return _answer(error)


async def _http(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 registered for this kind only
    kind = KINDS.get(error.status_code, REQUEST)
    detail = DETAILS.get(error.status_code, "Dit verzoek is niet te verwerken.")
    return _answer(Refused(kind, detail, headers=error.headers))


async def _case_error(_: Request, error: Exception) -> Response:
    assert isinstance(error, CaseError)  # noqa: S101 registered for this kind only
    return _answer(invalid([_of_diagnostic(found) for found in error.diagnostics]))


async def _no_rules(request: Request, error: Exception) -> Response:
    """On this day an act is not divided as the rules say; any other error is our own."""
    assert isinstance(error, RuleError)  # noqa: S101 registered for this kind only
    codes = {found.code for found in error.diagnostics}
    if not codes or codes - ON_SOME_DAYS:
        raise error
    fault = Fault(
        within="body" if request.method == "POST" else "query", location={"name": "peildatum"},
        code=min(codes), detail=NO_RULES, hint="kies een andere peildatum, of een ander tijdvak",
    )  # fmt: skip
    return _answer(invalid([fault]))


async def _parameters(_: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101 registered for this kind only
    return _answer(invalid([_of_parameter(found) for found in error.errors()]))


def _of_diagnostic(found: Diagnostic) -> Fault:
    location = {"line": found.at.line, "column": found.at.column}
    return Fault(
        within="body", location=location, code=found.code, detail=found.message, hint=found.hint
    )


def _of_parameter(found: Mapping[str, Any]) -> Fault:
    """A query or path parameter that does not fit; its value is not repeated."""
    within, *rest = [str(part) for part in found["loc"]]
    name = rest[-1] if rest else ""
    return parameter_fault(within, name, found["type"])
