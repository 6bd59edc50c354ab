"""`GET /v1/regelingen`: which regulations there are."""

from starlette.responses import Response

from api.deps import NoQuery, ServicesHere
from api.replies import reply
from api.routing import first_version
from engine.service.catalogue import list_regulations

router = first_version("regels")


@router.get(
    "/regelingen",
    operation_id="regelingen",
    summary="Welke regelingen er zijn",
    description="Alle regelingen, met de bron waartegen de tekst is nagelezen.",
    responses=reply("Regelingen", "De regelingen", 400, 406, 503),
    response_class=Response,
    dependencies=[NoQuery],
)
async def regelingen(here: ServicesHere) -> Response:
    """All regulations."""
    return await here.answer(list_regulations)
