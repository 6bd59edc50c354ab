"""`GET /v1/gezondheid`: whether the service answers."""

from dataclasses import dataclass

from starlette.responses import Response

from api.deps import NoQuery, ServicesHere
from api.media import JSON
from api.replies import reply
from api.routing import first_version
from engine.service.facade import engine_version

router = first_version("beheer")


@dataclass(frozen=True, kw_only=True)
class Gezondheid:
    """Whether the service answers, and with which engine."""

    status: str
    regelruimte: str


@router.get(
    "/gezondheid",
    operation_id="gezondheid",
    summary="Of de dienst antwoord geeft",
    description="Antwoordt zonder de regels te lezen, ook als het druk is.",
    responses=reply("Gezondheid", "De dienst antwoordt", 400, 406),
    response_class=Response,
    dependencies=[NoQuery],
)
async def gezondheid(here: ServicesHere) -> Response:
    """Answer at once, without a place in the queue."""
    health = Gezondheid(status="in_orde", regelruimte=engine_version())
    return Response(here.engine.json(health), media_type=JSON)
