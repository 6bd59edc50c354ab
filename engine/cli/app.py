"""The commands with their arguments and options, in the words a user reads.

Declares only; every command loads the module that does its work when it is called. All values
come in as text, so that every mistake in them is reported in Dutch.
"""

from functools import cache
from typing import Annotated

import typer
from typer.main import get_command

from engine.cli.helptext import SHOW_HELP, DutchCommand, DutchGroup

NAME = "regelruimte"
HELP = {"help_option_names": ["--help", "--hulp", "-h"]}
EXIT_CODES = (
    "Afloop: 0 gedaan (welke uitkomst ook), 1 bevindingen of verschillen, 2 verkeerde invoer, "
    "3 een fout in regelruimte zelf."
)

app = typer.Typer(
    cls=DutchGroup,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    # The library's own help option loads pydantic on every command; ours is an ordinary flag.
    add_help_option=False,
    help=(
        "Regelruimte toetst een hulpvraag aan de regels en laat zien welke ruimte er is. Het is "
        "advies: een mens beslist."
    ),
    epilog=EXIT_CODES,
)

Regels = Annotated[
    list[str] | None,
    typer.Option(
        "--regels",
        metavar="MAP",
        help="Gebruikt de regels in deze map in plaats van de meegeleverde. Mag vaker.",
    ),
]
Ook = Annotated[
    list[str] | None,
    typer.Option(
        "--ook",
        metavar="MAP",
        help="Voegt de regels in deze map toe, zoals die van de eigen gemeente. Mag vaker.",
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Geeft JSON voor een programma.")]
Peildatum = Annotated[
    str,
    typer.Option(
        "--peildatum",
        metavar="DATUM",
        help="De dag waarop de regels gelden (jjjj-mm-dd). "
        "Zonder: de laatste wijziging met bekende bedragen.",
    ),
]
Gemeente = Annotated[
    str,
    typer.Option("--gemeente", metavar="CODE", help="Gemeentecode, zoals GM0000."),
]


@app.callback(invoke_without_command=True)
def start_here(
    context: typer.Context,
    versie: Annotated[bool, typer.Option("--versie", help="Toont de versie.")] = False,
    hulp: Annotated[bool, typer.Option("--help", "--hulp", "-h", help=SHOW_HELP)] = False,
) -> int | None:
    """Show the version or the help; also the help when there is no command."""
    if hulp:
        typer.echo(context.get_help())
        raise typer.Exit
    if versie:
        from engine.cli.version import show

        raise typer.Exit(show())
    if context.invoked_subcommand is None:
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(2)
    return None


@app.command(
    cls=DutchCommand,
    context_settings=HELP,
    help=(
        "Toetst een hulpvraag en vertelt wat kan, op welke grond en wat er nog nodig is.\n"
        "De hulpvraag is een YAML- of JSON-bestand; een streepje (-) leest van de invoer."
    ),
    epilog="Het bewijs bevat persoonsgegevens: alleen u kunt het bestand lezen (0600).",
)
def toets(
    hulpvraag: Annotated[
        str, typer.Argument(metavar="HULPVRAAG", help="Het bestand met de hulpvraag, of -.")
    ],
    json: Annotated[bool, typer.Option("--json", help="Geeft alleen JSON (RFC 8785).")] = False,
    kort: Annotated[
        bool, typer.Option("--kort", help="Vertelt het kort en gewoon, voor de inwoner.")
    ] = False,
    uitleg: Annotated[
        bool, typer.Option("--uitleg", help="Legt ook per uitkomst uit waarom.")
    ] = False,
    wijzigingen: Annotated[
        bool,
        typer.Option(
            "--wijzigingen",
            help="Zoekt de kleinste wijzigingen waarmee iets wel gedragen wordt (analyse).",
        ),
    ] = False,
    bewijs: Annotated[
        str | None,
        typer.Option("--bewijs", metavar="PAD", help="Schrijft een bewijs naar dit bestand."),
    ] = None,
    overschrijf: Annotated[
        bool, typer.Option("--overschrijf", help="Vervangt een bewijs dat er al staat.")
    ] = False,
    regels: Regels = None,
    ook: Ook = None,
) -> int:
    """Answer a request."""
    from engine.cli.toets import Choices, answer

    choices = Choices(
        json=json, kort=kort, uitleg=uitleg, wijzigingen=wijzigingen, bewijs=bewijs,
        overschrijf=overschrijf,
    )  # fmt: skip
    return answer(hulpvraag, choices, regels or [], ook or [])


@app.command(
    cls=DutchCommand,
    context_settings=HELP,
    help=(
        "Herhaalt een bewijs met de regels van nu en noemt wat er veranderd is.\n"
        "Eerst de regels, bedragen en oordelen die gelezen zijn, dan de verschillen in het "
        "antwoord."
    ),
)
def herhaal(
    bewijs: Annotated[
        str, typer.Argument(metavar="PAD", help="Het bewijs van een eerdere toets, of -.")
    ],
    json: Json = False,
    regels: Regels = None,
    ook: Ook = None,
) -> int:
    """Replay a receipt."""
    from engine.cli.herhaal import replay

    return replay(bewijs, regels or [], ook or [], as_json=json)


@app.command(
    cls=DutchCommand,
    context_settings=HELP,
    help=(
        "Kijkt regels na: fouten, ontbrekende bronnen, verlopen bedragen, regels zonder geval.\n"
        "Zonder MAP worden de meegeleverde regels nagekeken. Een map daarbinnen, zoals rules/wmo, "
        "wordt nagekeken naast de andere regels. Met --ook gaan de bevindingen alleen over de "
        "toegevoegde regels."
    ),
)
def controleer(
    mappen: Annotated[
        list[str] | None,
        typer.Argument(metavar="MAP", help="Een map met regels. Mag vaker."),
    ] = None,
    peildatum: Peildatum = "",
    ook: Ook = None,
    snel: Annotated[
        bool, typer.Option("--snel", help="Slaat de gevallen over (regels zonder geval).")
    ] = False,
    json: Json = False,
    html: Annotated[
        str,
        typer.Option("--html", metavar="PAD", help="Schrijft alles als een bladzijde (HTML)."),
    ] = "",
    sarif: Annotated[
        str,
        typer.Option(
            "--sarif", metavar="PAD", help="Schrijft de bevindingen als SARIF, bij hun regel."
        ),
    ] = "",
) -> int:
    """Check rules."""
    from engine.cli.controleer import Choices, check

    choices = Choices(peildatum=peildatum, snel=snel, json=json, html=html, sarif=sarif)
    return check(mappen or [], ook or [], choices)


@app.command(
    cls=DutchCommand,
    context_settings=HELP,
    help=(
        "Vergelijkt twee regelsets: wat er verandert, en wat dat met gevallen doet.\n"
        "OUD en NIEUW zijn mappen, of revisies van git zoals git:HEAD of git:HEAD:rules. Gerekend "
        "worden de gevallen bij NIEUW en die u noemt, elk op zijn eigen dag. Een opmerking of een "
        "andere volgorde is geen verschil."
    ),
    epilog="Afloop: 0 geen geval komt anders uit, 1 wel, 2 verkeerde invoer of fouten in regels.",
)
def verschil(
    oud: Annotated[str, typer.Argument(metavar="OUD", help="De regels zoals zij waren.")],
    nieuw: Annotated[str, typer.Argument(metavar="NIEUW", help="De regels zoals zij worden.")],
    gevallen: Annotated[
        list[str] | None,
        typer.Argument(metavar="GEVALLEN", help="Een geval, of een map met gevallen. Mag vaker."),
    ] = None,
    ook: Annotated[
        list[str] | None,
        typer.Option(
            "--ook",
            metavar="MAP",
            help="Regels die aan beide kanten gelden, zoals de wetten. Mag vaker.",
        ),
    ] = None,
    peildatum: Annotated[
        str,
        typer.Option(
            "--peildatum",
            metavar="DATUM",
            help="Vergelijkt de regels op deze dag (jjjj-mm-dd). Zonder: op elke dag waarop er "
            "iets verandert.",
        ),
    ] = "",
    gemeente: Annotated[
        str,
        typer.Option(
            "--gemeente",
            metavar="CODE",
            help="Vergelijkt alleen voor deze gemeente, zoals GM0000. Zonder: voor alle.",
        ),
    ] = "",
    svg: Annotated[
        str,
        typer.Option(
            "--svg",
            metavar="PAD",
            help="Schrijft de grafiek naar dit SVG-bestand, ook over een oude.",
        ),
    ] = "",
    snel: Annotated[
        bool,
        typer.Option(
            "--snel", help="Zoekt geen bewijs voor regels die in geen geval verschillen."
        ),
    ] = False,
    json: Json = False,
) -> int:
    """Compare two sets of rules."""
    from engine.cli.verschil import Choices, compare

    choices = Choices(peildatum=peildatum, gemeente=gemeente, svg=svg, snel=snel, json=json)
    return compare((oud, nieuw), gevallen or [], ook or [], choices)


@app.command(
    cls=DutchCommand,
    context_settings=HELP,
    help=(
        "Rekent uitgewerkte gevallen na en noemt elk verschil met wat de wet geeft.\n"
        "Met --lees komen zij als gewone tekst: de bron, de redenering, de situatie en wat eruit "
        "hoort te komen."
    ),
)
def gevallen(
    paden: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PAD",
            help="Een geval, een map met gevallen, of een deel van de naam. Mag vaker.",
        ),
    ] = None,
    lees: Annotated[
        bool,
        typer.Option("--lees", help="Rekent niet, maar toont de gevallen als tekst om te lezen."),
    ] = False,
    regels: Regels = None,
    ook: Ook = None,
    json: Json = False,
) -> int:
    """Run cases, or show them to be read."""
    from engine.cli.gevallen import read_all, run_all

    if lees:
        return read_all(paden or [], regels or [], ook or [], as_json=json)
    return run_all(paden or [], regels or [], ook or [], as_json=json)


@app.command(
    cls=DutchCommand,
    context_settings=HELP,
    help=(
        "Telt per wet en artikel wat er is verwerkt, wat niet, en welke regels een geval hebben.\n"
        "De verantwoording staat in artikelen.yaml naast de regels; een MAP kiest een deel ervan."
    ),
)
def dekking(
    mappen: Annotated[
        list[str] | None,
        typer.Argument(metavar="MAP", help="Een map met een artikelen.yaml. Mag vaker."),
    ] = None,
    regels: Regels = None,
    ook: Ook = None,
    json: Json = False,
) -> int:
    """Account for the law."""
    from engine.cli.dekking import account

    return account(mappen or [], regels or [], ook or [], as_json=json)


@app.command(
    cls=DutchCommand,
    context_settings=HELP,
    help=(
        "Toont een regel: als zin, met de bron, wat de regel opzij zet en wat voor hem gaat.\n"
        "Kent ook signalen, begrippen, bedragen en oordelen."
    ),
)
def regel(
    naam: Annotated[str, typer.Argument(metavar="ID", help="De id van een regel.")],
    peildatum: Peildatum = "",
    gemeente: Gemeente = "",
    regels: Regels = None,
    ook: Ook = None,
    json: Json = False,
) -> int:
    """Show a rule."""
    from engine.cli.regel import show

    return show(naam, (peildatum, gemeente), regels or [], ook or [], as_json=json)


@app.command(
    cls=DutchCommand,
    context_settings=HELP,
    help="Geeft een JSON-schema, van de hulpvraag of van regelbestanden; zonder NAAM de namen.",
)
def schema(
    naam: Annotated[str, typer.Argument(metavar="NAAM", help="De naam van een schema.")] = "",
) -> int:
    """Print a schema."""
    from engine.cli.schema import show

    return show(naam)


@app.command(
    cls=DutchCommand,
    context_settings=HELP,
    help=(
        "Start de API op deze computer; Ctrl-C stopt.\n"
        "Alleen deze computer zelf kan erbij: regelruimte luistert op 127.0.0.1 en nergens anders."
    ),
)
def start(
    poort: Annotated[
        str, typer.Option("--poort", metavar="NUMMER", help="De poort; standaard 8000.")
    ] = "8000",
    adres: Annotated[
        str, typer.Option("--adres", metavar="ADRES", help="Het adres; altijd 127.0.0.1.")
    ] = "127.0.0.1",
    regels: Regels = None,
    ook: Ook = None,
) -> int:
    """Serve the pages and the API."""
    from engine.cli.start import serve

    return serve(adres, poort, regels or [], ook or [])


@cache
def command() -> DutchGroup:
    """The group of all commands."""
    made = get_command(app)
    assert isinstance(made, DutchGroup)  # noqa: S101 what `cls` above says
    return made
