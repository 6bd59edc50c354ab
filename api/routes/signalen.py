"""`GET /v1/signalen/{id}`: a signal of the safety net."""

from typing import Annotated

from fastapi import Query
from starlette.responses import Response

from api.deps import Dag, Id, Once, ServicesHere, not_here
from api.replies import reply
from api.routing import first_version
from engine.service import Regelruimte
from engine.service.catalogue import SignaalKaart, find_signal

router = first_version("regels")


@router.get(
    "/signalen/{id}",
    operation_id="signaal",
    summary="Een signaal van het vangnet",
    description="Wat het signaal doet branden, wat het vraagt, en waar het op steunt.",
    responses=reply("SignaalKaart", "Het signaal", 400, 404, 406, 503),
    dependencies=[Once],
    response_class=Response,
)
async def signaal(id: Id, dag: Annotated[Dag, Query()], here: ServicesHere) -> Response:  # noqa: A002 the name in the path
    """One signal."""

    def look(engine: Regelruimte) -> SignaalKaart:
        found = find_signal(engine, id, dag.peildatum, dag.gemeente)
        return found or not_here(engine, id, "Een signaal", "Dit signaal")

    return await here.answer(look)
