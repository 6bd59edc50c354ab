"""What routes share: the engine with its workplace, reading parameters, answering."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, NoReturn, TypeVar

from fastapi import Depends, Path, Request
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from starlette.responses import Response

from api.media import JSON, accepts
from api.problems import ACCEPT, NOT_FOUND, Refused, invalid, parameter_fault
from api.work import Workplace
from engine.service import Regelruimte
from engine.service.catalogue import is_known

Result = TypeVar("Result")
DAY = "^(19[0-9]{2}|20[0-9]{2}|2100)-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
NAME = "^[A-Za-z0-9][A-Za-z0-9.:*-]{0,199}$"
MUNICIPALITY = "^GM[0-9]{4}$"


@dataclass(frozen=True)
class Services:
    """What a route works with."""

    engine: Regelruimte
    work: Workplace

    async def do(self, work: Callable[[Regelruimte], Result]) -> Result:
        """Let the engine do this in a thread."""
        return await self.work.do(lambda: work(self.engine))

    async def answer(self, work: Callable[[Regelruimte], object]) -> Response:
        """Let the engine make an answer, and give it in canonical JSON."""
        return Response(await self.do(lambda engine: engine.json(work(engine))), media_type=JSON)


def services(request: Request) -> Services:
    """The services of this application."""
    found: Services = request.app.state.services
    return found


def wants_json(request: Request) -> None:
    """Hold the Accept header against what is given here.

    Raises:
        Refused: A406 the caller takes no JSON.
    """
    if not accepts(request.headers.get("accept"), JSON):
        raise Refused(ACCEPT, f"Hier komt alleen {JSON} terug; pas de header Accept aan.")


def no_query(request: Request) -> None:
    """For routes without query parameters: a key that means nothing is a mistake.

    Raises:
        Refused: A400 there are query parameters.
    """
    names = sorted(request.query_params.keys())
    if names:
        raise invalid([parameter_fault("query", name, "extra_forbidden") for name in names])


def asked_once(request: Request) -> None:
    """Refuse a query parameter that is there twice: which of both is meant, nobody can tell.

    Raises:
        Refused: A400 a parameter is repeated.
    """
    count = Counter(name for name, _ in request.query_params.multi_items())
    twice = sorted(name for name, times in count.items() if times > 1)
    if twice:
        raise invalid([parameter_fault("query", name, "repeated") for name in twice])


def _written(value: object) -> object:
    """Only a date as it is written in a request: pydantic would also take a number of seconds."""
    if not isinstance(value, str) or not re.fullmatch(DAY, value):
        raise ValueError("jjjj-mm-dd")
    return value


class Dag(BaseModel):
    """On which day and in which municipality the rules are read."""

    model_config = ConfigDict(extra="forbid")

    peildatum: Annotated[
        date,
        BeforeValidator(_written),
        Field(
            description="De dag waarop de regels gelden, van 1900 tot en met 2100.",
            examples=["2026-09-01"],
            json_schema_extra={"pattern": DAY},
        ),
    ]
    gemeente: Annotated[
        str,
        Field(
            description="De gemeentecode; zonder gemeente gelden alleen de landelijke regels.",
            examples=["GM0000"],
            pattern=MUNICIPALITY,
        ),
    ] = ""


NoQuery = Depends(no_query)
Once = Depends(asked_once)
ServicesHere = Annotated[Services, Depends(services)]
Id = Annotated[
    str,
    Path(
        description="De id zoals die in een toets staat; let op hoofdletters.",
        pattern=NAME,
    ),
]


def not_here(engine: Regelruimte, name: str, one: str, this: str) -> NoReturn:
    """Say that there is no such rule or signal (`one`), or that `this` does not hold that day.

    Raises:
        Refused: A404.
    """
    if is_known(engine, name):
        raise Refused(NOT_FOUND, f"{this} geldt niet op die peildatum in die gemeente.")
    raise Refused(NOT_FOUND, f"{one} met deze id bestaat niet.")
