"""What the OpenAPI document says of answers and bodies, per route."""

from collections.abc import Mapping
from typing import Any

from api.media import JSON
from api.problems import KINDS, MEDIA_TYPE

PROBLEM = {"$ref": "#/components/schemas/Probleem"}


def reply(schema: str, words: str, *problems: int) -> dict[int | str, dict[str, Any]]:
    """The answers of a route: what it gives, and which problems besides 500."""
    content = {JSON: {"schema": {"$ref": f"#/components/schemas/{schema}"}}}
    made: dict[int | str, dict[str, Any]] = {200: {"description": words, "content": content}}
    for status in (*problems, 500):
        made[status] = {
            "description": KINDS[status].title,
            "content": {MEDIA_TYPE: {"schema": PROBLEM}},
        }
    return made


def body_of(forms: Mapping[str, str]) -> dict[str, Any]:
    """The body of a route: a schema per media type."""
    content = {
        media: {"schema": {"$ref": f"#/components/schemas/{schema}"}}
        for media, schema in forms.items()
    }
    return {"requestBody": {"required": True, "content": content}}
