"""`GET /v1/openapi.json`: the OpenAPI document, for everybody and from every page."""

from fastapi import Request
from starlette.responses import JSONResponse, Response

from api.deps import NoQuery
from api.routing import first_version

router = first_version()


@router.get("/openapi.json", include_in_schema=False, dependencies=[NoQuery])
async def openapi(request: Request) -> Response:
    """The document of this application."""
    return JSONResponse(request.app.openapi(), headers={"Access-Control-Allow-Origin": "*"})
