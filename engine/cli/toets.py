"""`regelruimte toets`: answer a request, as text or JSON, with a receipt if asked."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from engine.cli.files import check_receipt, chosen_rules, read_input, write_private
from engine.cli.problems import DONE, Problem
from engine.cli.screen import busy, console, show_blocks, write
from engine.errors import CaseError
from engine.origin import Origin


@dataclass(frozen=True, kw_only=True)
class Choices:
    """What the user wants to see and keep."""

    json: bool
    kort: bool
    uitleg: bool
    wijzigingen: bool
    bewijs: str | None
    overschrijf: bool


def answer(name: str, choices: Choices, replacing: Sequence[str], adding: Sequence[str]) -> int:
    """Answer a request; any legal outcome is a good end."""
    _check(name, choices)
    data, shown = read_input(name, "een hulpvraag")
    engine = chosen_rules(replacing, adding)
    request = engine.lees_hulpvraag(data, shown)
    with busy("Regels lezen …"):
        engine.setting_of(request)
    with busy("Toetsen …"), _placed(shown):
        toets, receipt = (
            engine.bewijs(request) if choices.bewijs else (engine.toets(request), None)
        )
    if choices.wijzigingen:
        with busy("Wijzigingen zoeken …"):
            toets = engine.wegen(toets, request)
    if receipt is not None and choices.bewijs is not None:
        write_private(choices.bewijs, engine.json(receipt), replace=choices.overschrijf)
    if choices.json:
        write(engine.json(toets))
        return DONE
    blocks = engine.tekst(toets, request, "inwoner" if choices.kort else "consulent")
    why = engine.uitleg(request).blokken(toets) if choices.uitleg else ()
    # Every text ends with who decides.
    show_blocks((*blocks[:-1], *why, *blocks[-1:]))
    if receipt is not None:
        console(error=True).print(f"Het bewijs staat in {choices.bewijs}.")
    return DONE


@contextmanager
def _placed(name: str) -> Iterator[None]:
    """Give problems that stand nowhere in particular the name of the file."""
    try:
        yield
    except CaseError as error:
        found = [d if d.at.file else replace(d, at=Origin(name)) for d in error.diagnostics]
        raise CaseError(found) from error


def _check(name: str, choices: Choices) -> None:
    given = [name for name in ("json", "kort", "uitleg") if getattr(choices, name)]
    if "json" in given and len(given) > 1:
        raise Problem(f"`--json` en `--{given[1]}` gaan niet samen", "kies er een")
    if choices.kort and choices.wijzigingen:
        raise Problem(
            "`--kort` en `--wijzigingen` gaan niet samen",
            "de korte tekst is voor de inwoner; vraag de wijzigingen in de gewone tekst",
        )
    if choices.overschrijf and choices.bewijs is None:
        raise Problem("`--overschrijf` hoort bij `--bewijs`", "noem ook een bestand")
    if choices.bewijs is not None:
        check_receipt(choices.bewijs, name, replace=choices.overschrijf)
