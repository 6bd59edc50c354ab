"""Help and every usage error are Dutch, also where the library would speak English."""

import re
import subprocess
import sys

import pytest
import typer
from typer.main import get_command

from engine.cli.app import app, command
from engine.cli.usage import in_dutch
from engine.service import shipped_rules
from tests.cli.command import Command

ENGLISH = re.compile(
    r"\b(usage|options?|arguments?|commands?|show|message|exit|default|required|missing|invalid|"
    r"value|error|errors|unexpected|extra arguments?|no such|did you mean|try|the|and|for help|"
    r"file|directory|not found|does not|possible|got|aborted|completion|install|text|integer|"
    r"boolean|path|list|true|false|none|with|without|this|that|traceback|exception)\b",
    re.IGNORECASE,
)
# Words of the command itself that look English but are Dutch, a name or a format.
OURS = re.compile(r"--\w+|JSON|YAML|API|RFC \d+|Ctrl-C|`[^`]*`")
COMMANDS = tuple(command().commands)


def english(text: str) -> list[str]:
    return [found[0] for found in ENGLISH.finditer(OURS.sub(" ", text))]


def test_all_commands_are_there() -> None:
    assert COMMANDS == (
        "toets", "herhaal", "controleer", "verschil", "gevallen", "dekking", "regel", "schema",
        "start",
    )  # fmt: skip


@pytest.mark.parametrize("name", ["", *COMMANDS])
@pytest.mark.parametrize("flag", ["--help", "--hulp", "-h"])
def test_help_is_dutch(regelruimte: Command, name: str, flag: str) -> None:
    seen = regelruimte(*([name] if name else []), flag)
    assert (seen.code, seen.err) == (0, "")
    assert seen.out.startswith(f"Gebruik: regelruimte {name}".rstrip())
    assert "Toont deze uitleg." in seen.out
    assert english(seen.out) == []


@pytest.mark.parametrize("name", COMMANDS)
def test_help_tells_every_option_and_argument(regelruimte: Command, name: str) -> None:
    seen = regelruimte(name, "--help").out
    made = command().commands[name]
    for parameter in made.params:
        assert parameter.help
        assert all(option in seen for option in parameter.opts if option.startswith("--"))
        assert parameter.metavar is None or parameter.metavar in seen


def test_the_check_knows_english() -> None:
    made = get_command(app)
    original = "Usage: regelruimte [OPTIONS] COMMAND [ARGS]... Show this message and exit."
    assert len(english(original)) >= 5
    assert made.help is not None
    assert english(made.help) == []


SHIPPED = shipped_rules()
WRONG = [
    ([], "Gebruik:"),
    (["toetsen"], "de opdracht `toetsen` bestaat niet"),
    (["xyz"], "kies uit: toets, herhaal"),
    (["toets"], "`HULPVRAAG` ontbreekt"),
    (["toets", "a", "b"], "`b` is te veel"),
    (["toets", "a", "b", "c"], "`b c` is te veel"),
    (["toets", "--jsn", "a"], "bedoelde u `--json`?"),
    (["toets", "--xyzzy", "a"], "de optie `--xyzzy` bestaat niet"),
    (["toets", "-q", "a"], "de optie `-q` bestaat niet"),
    (["toets", "a", "--bewijs"], "de optie `--bewijs` heeft een waarde nodig"),
    (["toets", "a", "--json=ja"], "de optie `--json` krijgt geen waarde"),
    (["toets", "a", "--json", "--kort"], "gaan niet samen"),
    (["toets", "a", "--json", "--uitleg"], "gaan niet samen"),
    (["toets", "a", "--kort", "--wijzigingen"], "gaan niet samen"),
    (["toets", "a", "--overschrijf"], "hoort bij `--bewijs`"),
    (["--xyz"], "de optie `--xyz` bestaat niet"),
    (["regel"], "`ID` ontbreekt"),
    (["herhaal"], "`PAD` ontbreekt"),
    (["schema", "hulpvrag"], "bedoelde u `hulpvraag`?"),
    (["start", "--poort", "x"], "geen goed nummer"),
    (["start", "--poort", "0"], "geen goed nummer"),
    (["start", "--poort", "65536"], "geen goed nummer"),
    (["start", "--poort", "٣"], "geen goed nummer"),
    (["start", "--adres", "10.0.0.1"], "luistert alleen op 127.0.0.1"),
    (["start", "--adres", "localhost"], "luistert alleen op 127.0.0.1"),
    (["controleer", "--peildatum", "2026-02-30"], "geen datum"),
    (["controleer", "--peildatum", "20260101"], "geen datum"),
    (["controleer", "--peildatum", "gisteren"], "geen datum"),
    (["controleer", "--peildatum", "9999-12-31"], "9999-12-31 ligt te ver weg"),
    (["regel", "kw-2", "--gemeente", "Utrecht"], "geen gemeentecode"),
    (["gevallen", "nergens"], "bestaat niet"),
    (["dekking", "nergens"], "bestaat niet"),
    (["controleer", "--html", "bladzijde.txt"], "geen naam voor een bladzijde"),
    (["controleer", "--sarif", "log.txt"], "geen naam voor SARIF"),
    (["controleer", "--html", "nergens/x.html"], "de map van `nergens/x.html` bestaat niet"),
    (["verschil", "."], "`NIEUW` ontbreekt"),
    (["verschil", ".", ".", "--svg", "plaat.png"], "geen naam voor een grafiek"),
    (["verschil", ".", ".", "--gemeente", "Utrecht"], "geen gemeentecode"),
    (["verschil", ".", ".", "nergens"], "`nergens` bestaat niet"),
    (["verschil", ".", ".", ""], "`` bestaat niet"),
    (["verschil", "", "."], "de map `` bestaat niet"),
    (["dekking", "--peildatum", "2026-01-01"], "bestaat niet"),
    (["controleer", f"{SHIPPED}/wgs/gevallen"], f"`regelruimte gevallen {SHIPPED}/wgs/gevallen`"),
    (["controleer", f"{SHIPPED}/wgs/gevallen/weigeren.yaml"], "staan gevallen, geen regels"),
    (["controleer", f"{SHIPPED}/wgs/toegang.yaml"], f"noem de hele map: `{SHIPPED}/wgs`"),
    (["controleer", "--ook", f"{SHIPPED}/wgs/regeling.yaml"], "is een deel van een regeling"),
]


@pytest.mark.parametrize(("words", "says"), WRONG, ids=lambda w: " ".join(w) if w else "niets")
def test_wrong_usage_is_dutch(regelruimte: Command, words: list[str], says: str) -> None:
    seen = regelruimte(*words)
    assert (seen.code, seen.out) == (2, "")
    assert says in seen.err
    assert english(seen.err) == []


def test_a_mistake_we_do_not_know_is_dutch_too() -> None:
    """Whatever a later version of the library says, its own words are not shown."""

    class Other(typer.TyperException):
        pass

    told = in_dutch(Other("Something else went wrong"), "regelruimte", COMMANDS)
    assert english(told.message + told.hint) == []


@pytest.mark.parametrize(
    "words", [["--help"], ["toets", "--help"], ["start", "--help"], ["toetsen"]]
)
def test_help_and_usage_load_nothing_of_the_engine(words: list[str]) -> None:
    code = (
        "import sys\nfrom engine.cli.run import run\n"
        f"run({words!r})\n"
        "heavy = ('engine.service', 'engine.model', 'pydantic', 'rich', 'durable', 'uvicorn')\n"
        "print(sorted(name for name in heavy if name in sys.modules), file=sys.stderr)\n"
    )
    made = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert made.stderr.splitlines()[-1] == "[]"


def test_the_version(regelruimte: Command) -> None:
    seen = regelruimte("--versie")
    assert seen.code == 0
    assert re.fullmatch(r"regelruimte \S+\n", seen.out)
