"""`GET /v1/regels/{id}`: a rule in words, with its sources and its place among the others."""

from typing import Annotated

from fastapi import Query
from starlette.responses import Response

from api.deps import Dag, Id, Once, ServicesHere, not_here
from api.replies import reply
from api.routing import first_version
from engine.service import Regelruimte
from engine.service.catalogue import RegelKaart, find_rule

router = first_version("regels")


@router.get(
    "/regels/{id}",
    operation_id="regel",
    summary="Een regel in gewone taal",
    description=(
        "De regel als zin, met bronnen en links naar de tekst van die dag, en met de regels die "
        "hem uitschakelen of die hij uitschakelt."
    ),
    responses=reply("RegelKaart", "De regel", 400, 404, 406, 503),
    dependencies=[Once],
    response_class=Response,
)
async def regel(id: Id, dag: Annotated[Dag, Query()], here: ServicesHere) -> Response:  # noqa: A002 the name in the path
    """One rule."""

    def look(engine: Regelruimte) -> RegelKaart:
        found = find_rule(engine, id, dag.peildatum, dag.gemeente)
        return found or not_here(engine, id, "Een regel", "Deze regel")

    return await here.answer(look)
