"""Nobody gets in where the table does not say so."""

import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute
from starlette.testclient import TestClient

from api.app import create_app
from api.audience import AUDIENCES, Audience, admit
from api.routing import first_version, join
from api.settings import Settings
from tests.api.world import FOLDERS


def test_every_route_declares_its_audience(app: FastAPI) -> None:
    assert all(type(route) is APIRoute for route in app.routes), (
        "no mounts, sockets or bare routes"
    )
    routes = [route for route in app.routes if isinstance(route, APIRoute)]
    declared = [(method, route.path) for route in routes for method in route.methods]
    assert sorted(declared) == sorted(AUDIENCES), "missing in the table, or no longer a route"


def test_every_route_asks_who_comes_in(app: FastAPI) -> None:
    for route in app.routes:
        assert isinstance(route, APIRoute)
        assert admit in [part.call for part in route.dependant.dependencies], route.path


def test_everything_is_for_everybody_as_long_as_there_is_no_login() -> None:
    assert set(AUDIENCES.values()) == {Audience.IEDEREEN}


def test_a_route_outside_the_table_is_refused() -> None:
    app = create_app(Settings(folders=FOLDERS))

    @app.get("/v1/vergeten")
    async def forgotten() -> str:
        return "binnen"

    answer = TestClient(app).get("/v1/vergeten")
    assert (answer.status_code, answer.json()["code"]) == (403, "A403")
    assert "binnen" not in answer.text


def test_an_application_with_such_a_route_is_not_made() -> None:
    router = first_version("regels")

    @router.get("/vergeten")
    async def forgotten() -> str:
        return "binnen"

    with pytest.raises(LookupError, match="no audience for GET /v1/vergeten"):
        join(FastAPI(), router)


def test_a_declared_path_says_nothing_about_another_method(app: FastAPI) -> None:
    for method, path in AUDIENCES:
        other = "POST" if method == "GET" else "GET"
        assert TestClient(app).request(other, path).status_code == 405
