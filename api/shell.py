"""Around every request: headers on every answer, a limit on bodies, and no fault gets out.

Plain ASGI, so that it also holds for answers that no route gave.
"""

import secrets
import time

from starlette.datastructures import MutableHeaders
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.audience import route_path
from api.log import note_fault, note_request
from api.problems import TOO_LARGE, Refused, our_fault
from api.version import API_VERSION

GONE = 499
HEADERS = {
    "API-Version": API_VERSION,
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
HTTPS_ONLY = {"Strict-Transport-Security": "max-age=31536000; includeSubDomains"}


class Shell:
    """Gives every answer its headers, keeps faults inside, and writes one line per answer."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand around this application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        begun = time.perf_counter()
        answer = _Answer(scope, send)
        try:
            await self.app(_as_get(scope), receive, answer.send)
        except ClientDisconnect:
            answer.status = answer.status or GONE
        except Exception as error:  # noqa: BLE001 the last guard: no message may reach the server
            reference = secrets.token_hex(4)
            note_fault(reference, error)
            if not answer.status:
                await our_fault(reference)(scope, receive, answer.send)
        spent = round((time.perf_counter() - begun) * 1000)
        note_request(scope["method"], route_path(scope), answer.status, spent)


def _as_get(scope: Scope) -> Scope:
    """HEAD is GET without a body (RFC 9110, 9.3.2): the same route answers."""
    return {**scope, "method": "GET"} if scope["method"] == "HEAD" else scope


class _Answer:
    """An answer on its way out; 0 is the status as long as nothing was sent."""

    def __init__(self, scope: Scope, send: Send) -> None:
        self.status = 0
        self._bare = scope["method"] == "HEAD"
        self._send = send
        self._headers = HEADERS | (HTTPS_ONLY if scope.get("scheme") == "https" else {})

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            headers = MutableHeaders(scope=message)
            for name, value in self._headers.items():
                headers.setdefault(name, value)
        elif self._bare:
            message = {**message, "body": b""}
        await self._send(message)


class BodyLimit:
    """Refuses bodies above a limit, by their announced length or while they come in."""

    def __init__(self, app: ASGIApp, most: int) -> None:
        """Stand around this application; `most` is in bytes."""
        self.app = app
        self.most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if self._announced(scope) > self.most:
            await self._refusal().response()(scope, receive, send)
            return
        seen = 0

        async def counted() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > self.most:
                raise self._refusal()
            return message

        await self.app(scope, counted, send)

    def _announced(self, scope: Scope) -> int:
        lengths = [value for name, value in scope["headers"] if name == b"content-length"]
        return max((int(value) for value in lengths if value.isdigit()), default=0)

    def _refusal(self) -> Refused:
        limit = f"{self.most // 1000} kB" if self.most < 1_000_000 else f"{self.most / 1e6:g} MB"
        # The rest of the body stays unread, so the connection cannot be used again.
        detail = f"De invoer mag hooguit {limit} zijn."
        return Refused(TOO_LARGE, detail, headers={"Connection": "close"})
