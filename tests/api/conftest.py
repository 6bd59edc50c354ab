"""One application around a small invented world; compiled once for all tests."""

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from tests.api.world import FOLDERS


@pytest.fixture(scope="session")
def app() -> FastAPI:
    return create_app(Settings(folders=FOLDERS))


@pytest.fixture
def client(app: FastAPI) -> TestClient:
    # Not as a context: nothing has to be started. Faults of our own must come back as answers.
    return TestClient(app, raise_server_exceptions=True, follow_redirects=False)
