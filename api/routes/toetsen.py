"""`POST /v1/toetsen`: answer a hulpvraag, and keep nothing of it."""

from fastapi import Request
from starlette.responses import Response

from api.deps import NoQuery, Services, ServicesHere
from api.log import note_toets
from api.media import JSON, YAML, is_utf8, read_media_type
from api.problems import MEDIA, Refused
from api.replies import body_of, reply
from api.routing import first_version
from engine.result.toets import Toets

router = first_version("toetsen")
NAMES = {JSON: "hulpvraag.json", YAML: "hulpvraag.yaml"}


@router.post(
    "/toetsen",
    operation_id="toets",
    summary="Toets een hulpvraag",
    description=(
        "Legt een hulpvraag naast de regels die op de peildatum in de gemeente gelden. Het "
        "antwoord is advies: een mens beslist. Er wordt niets bewaard. Dezelfde hulpvraag geeft "
        "bij dezelfde regels altijd precies hetzelfde antwoord."
    ),
    responses=reply("Toets", "De toets", 400, 406, 413, 415, 503),
    response_class=Response,
    dependencies=[NoQuery],
    openapi_extra=body_of({JSON: "Hulpvraag", YAML: "HulpvraagYaml"}),
)
async def toets(request: Request, here: ServicesHere) -> Response:
    """Answer a request."""
    name = _name(request)
    data = await request.body()
    return Response(await here.do(lambda engine: _answer(here, data, name)), media_type=JSON)


def _answer(here: Services, data: bytes, name: str) -> bytes:
    answer = here.engine.toets(here.engine.lees_hulpvraag(data, name))
    note_toets(_counts(answer))
    return here.engine.json(answer)


def _counts(answer: Toets) -> dict[str, int]:
    return {
        "behoeften": len(answer.behoeften),
        "uitkomsten": sum(map(len, answer.uitkomsten.values())),
        "signalen": len(answer.signalen),
        "vragen": len(answer.vragen),
    }


def _name(request: Request) -> str:
    """The name that tells the reader which form the body has.

    Raises:
        Refused: A415 this form is not read.
    """
    kind = read_media_type(request.headers.get("content-type", ""))
    packed = request.headers.get("content-encoding", "identity").lower() != "identity"
    if kind.name not in NAMES or packed or not is_utf8(kind):
        detail = f"Stuur de hulpvraag als {JSON} of {YAML}, in UTF-8 en niet ingepakt."
        raise Refused(MEDIA, detail, headers={"Accept-Post": f"{JSON}, {YAML}"})
    return NAMES[kind.name]
