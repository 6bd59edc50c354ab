"""Wrong usage in Dutch: every mistake that the library can report, by its kind.

The library writes its messages in English. Here they are made again from what an error carries;
its own text is only looked at to tell two mistakes of one kind apart, and never shown.
"""

import re
from collections.abc import Collection, Iterable
from difflib import get_close_matches

from engine.cli.problems import Problem

HELP = "--help"


def in_dutch(error: Exception, path: str, commands: Collection[str]) -> Problem:
    """What a usage error means, in Dutch.

    Args:
        error: As raised by the library.
        path: The command as typed so far, such as `regelruimte toets`.
        commands: The commands there are.
    """
    hint = f"bekijk `{path} {HELP}`"
    option = str(getattr(error, "option_name", ""))
    text = str(getattr(error, "message", ""))
    match type(error).__name__:
        case "NoSuchOption":
            return Problem(f"de optie `{option}` bestaat niet", _near(option, error) or hint)
        case "BadOptionUsage" if "not take a value" in text:
            return Problem(f"de optie `{option}` krijgt geen waarde", hint)
        case "BadOptionUsage":
            return Problem(f"de optie `{option}` heeft een waarde nodig", hint)
        case "MissingParameter":
            return Problem(f"{_what(error)} ontbreekt", hint)
        case "BadParameter":
            return Problem(f"{_what(error)} heeft een verkeerde waarde", hint)
        case _:
            return _other(text, hint, commands)


def likely(word: str, words: Iterable[str]) -> str:
    """A hint that names the words that look like it; empty when none does."""
    near = get_close_matches(word, list(words), n=3)
    return f"bedoelde u {' of '.join(f'`{n}`' for n in near)}?" if near else ""


def _near(option: str, error: Exception) -> str:
    """A hint at the options of this command that look like it."""
    context = getattr(error, "ctx", None)
    parameters = context.command.get_params(context) if context is not None else ()
    names = [name for parameter in parameters for name in getattr(parameter, "opts", ())]
    bare = {name.lstrip("-"): name for name in names if name.startswith("--")}
    near = get_close_matches(option.lstrip("-"), list(bare), n=2)
    return f"bedoelde u {' of '.join(f'`{bare[n]}`' for n in near)}?" if near else ""


def _what(error: Exception) -> str:
    """The option or argument that an error is about."""
    parameter = getattr(error, "param", None)
    if parameter is None:
        return "een onderdeel van de opdracht"
    if parameter.param_type_name == "option":
        return f"de optie `{parameter.opts[0]}`"
    return f"`{parameter.metavar or parameter.name}`"


def _other(text: str, hint: str, commands: Collection[str]) -> Problem:
    """Mistakes without a kind of their own: told apart by a word or two of the message."""
    unknown = re.search(r"No such command '(.*?)'", text, re.DOTALL)
    if unknown:
        near = likely(unknown[1], commands) or f"kies uit: {', '.join(commands)}"
        return Problem(f"de opdracht `{unknown[1]}` bestaat niet", near)
    extra = re.search(r"unexpected extra arguments?(?:\(s\))? \((.*)\)", text, re.DOTALL)
    if extra:
        return Problem(f"`{extra[1]}` is te veel", hint)
    if "Missing command" in text:
        return Problem("er staat geen opdracht", f"kies uit: {', '.join(commands)}")
    return Problem("deze opdracht is niet goed geschreven", hint)
