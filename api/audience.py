"""Who may use which route. What is not in the table is refused, also when a route exists.

A new route starts here; roles follow when there is a login.
"""

from enum import StrEnum
from typing import Any

from fastapi import Request

from api.problems import DENIED, Refused


class Audience(StrEnum):
    """For whom a route is."""

    IEDEREEN = "iedereen"


AUDIENCES: dict[tuple[str, str], Audience] = {
    ("POST", "/v1/toetsen"): Audience.IEDEREEN,
    ("GET", "/v1/regelingen"): Audience.IEDEREEN,
    ("GET", "/v1/regels/{id}"): Audience.IEDEREEN,
    ("GET", "/v1/signalen/{id}"): Audience.IEDEREEN,
    ("GET", "/v1/gezondheid"): Audience.IEDEREEN,
    ("GET", "/v1/openapi.json"): Audience.IEDEREEN,
}


def route_path(scope: Any) -> str:  # noqa: ANN401 an ASGI scope holds anything
    """The path of the matched route as it is declared; empty when none matched.

    Never the path that was asked for: that is text of the caller.
    """
    return str(getattr(scope.get("route"), "path", ""))


async def admit(request: Request) -> None:
    """Let through whom the table lets through; every route has this dependency.

    Raises:
        Refused: A403 the route is not in the table.
    """
    audience = AUDIENCES.get((request.method, route_path(request.scope)))
    if audience is not Audience.IEDEREEN:
        raise Refused(DENIED, "Deze weg staat voor niemand open.")
