"""The OpenAPI document: Dutch, complete, and true to what the API really answers."""

import dataclasses
from collections.abc import Sequence
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute
from starlette.routing import BaseRoute

from api.routing import PREFIX
from api.schemas import component_schemas
from api.settings import Settings
from api.version import API_VERSION

TITLE = "Regelruimte"
DESCRIPTION = (
    "Toetst een hulpvraag uit het sociaal domein aan regels, uitzonderingen en ruimte. Elk "
    "antwoord is advies: een mens beslist. Namen, adressen en burgerservicenummers horen niet in "
    "een hulpvraag en worden geweigerd."
)
TAGS = [
    {"name": "toetsen", "description": "Een hulpvraag laten toetsen."},
    {"name": "regels", "description": "Regelingen, regels en signalen opzoeken."},
    {"name": "beheer", "description": "Voor wie de dienst laat draaien."},
]
VERSION_HEADER = {
    "description": "De volledige versie van deze API.",
    "required": True,
    "schema": {"type": "string", "examples": [API_VERSION]},
}


def make_document(app: FastAPI, settings: Settings) -> dict[str, Any]:
    """The document for the routes of this version."""
    made = get_openapi(
        title=TITLE,
        version=API_VERSION,
        openapi_version="3.1.0",
        description=DESCRIPTION,
        routes=_routes(app.routes),
        tags=TAGS,
        servers=[{"url": settings.server, "description": "Deze dienst"}],
        license_info={"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
    )
    made["info"]["contact"] = dataclasses.asdict(settings.contact)
    made["paths"] = {
        path.removeprefix(PREFIX): {method: _operation(part) for method, part in item.items()}
        for path, item in made["paths"].items()
    }
    made["components"] = {
        "schemas": component_schemas(),
        "headers": {"API-Version": VERSION_HEADER},
    }
    made["jsonSchemaDialect"] = "https://json-schema.org/draft/2020-12/schema"
    return made


def _routes(routes: Sequence[BaseRoute]) -> list[BaseRoute]:
    return [r for r in routes if isinstance(r, APIRoute) and r.path.startswith(PREFIX)]


def _operation(operation: dict[str, Any]) -> dict[str, Any]:
    """An operation without FastAPI's own 422, with the version header on every answer."""
    answers = {s: a for s, a in operation["responses"].items() if s != "422"}
    for answer in answers.values():
        answer["headers"] = {"API-Version": {"$ref": "#/components/headers/API-Version"}}
    return {**operation, "responses": answers, "parameters": _plain(operation)}


def _plain(operation: dict[str, Any]) -> list[dict[str, Any]]:
    """Parameters without titles and defaults that say nothing."""
    made = []
    for parameter in operation.get("parameters", []):
        schema = {k: v for k, v in parameter["schema"].items() if k not in ("title", "default")}
        made.append(parameter | {"schema": schema})
    return made
