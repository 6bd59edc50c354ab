"""Puts the application together."""

from typing import Any

from fastapi import Depends, FastAPI

from api.audience import admit
from api.deps import Services
from api.handlers import install
from api.openapi import TITLE, make_document
from api.routes import document, gezondheid, regelingen, regels, signalen, toetsen
from api.routing import join
from api.settings import Settings
from api.shell import BodyLimit, Shell
from api.version import API_VERSION
from api.work import Workplace
from engine.service import Regelruimte

ROUTES = (toetsen, regelingen, regels, signalen, gezondheid, document)


class Application(FastAPI):
    """FastAPI, with a document that says what this API really does."""

    def __init__(self, settings: Settings) -> None:
        """Make it without routes; the framework's own pages and redirects stay away."""
        super().__init__(
            title=TITLE,
            version=API_VERSION,
            openapi_url=None,
            docs_url=None,
            redoc_url=None,
            redirect_slashes=False,
            dependencies=[Depends(admit)],
        )
        self.settings = settings

    def openapi(self) -> dict[str, Any]:
        """The document, made once."""
        if self.openapi_schema is None:
            self.openapi_schema = make_document(self, self.settings)
        return self.openapi_schema


def create_app(settings: Settings | None = None, engine: Regelruimte | None = None) -> FastAPI:
    """The application with these settings, around this engine or one of its own."""
    chosen = settings or Settings()
    app = Application(chosen)
    app.state.services = Services(
        engine=engine or Regelruimte(chosen.folders),
        work=Workplace(chosen.at_once, chosen.waiting),
    )
    for module in ROUTES:
        join(app, module.router)
    install(app)
    # The last one added stands outermost.
    app.add_middleware(BodyLimit, most=chosen.max_body)
    app.add_middleware(Shell)
    return app
