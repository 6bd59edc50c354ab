"""How routes are made and joined, so that none of them escapes the table of audiences."""

from fastapi import APIRouter, Depends, FastAPI

from api.audience import AUDIENCES, admit
from api.deps import wants_json

PREFIX = "/v1"


def first_version(*tags: str) -> APIRouter:
    """A router for routes that give JSON in the first version of the API."""
    guards = [Depends(admit), Depends(wants_json)]
    return APIRouter(prefix=PREFIX, tags=list(tags), dependencies=guards)


def join(app: FastAPI, router: APIRouter) -> None:
    """Add the routes themselves, so that a route has its whole path and is found in one list.

    Raises:
        LookupError: a route has no audience; better no start than an open door.
    """
    for route in router.routes:
        path = getattr(route, "path", "")
        for method in getattr(route, "methods", None) or [""]:
            if (method, path) not in AUDIENCES:
                raise LookupError(f"no audience for {method} {path}")
    app.router.routes.extend(router.routes)
