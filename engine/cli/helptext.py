"""Help in Dutch: the library lays help out in English, so commands and groups write their own."""

import os
import shutil
import sys
import textwrap
from collections.abc import Iterable, Sequence
from typing import Any

from typer.core import TyperCommand, TyperGroup

MOST_COLUMNS = 100
HELP = "--help"
SHOW_HELP = "Toont deze uitleg."
Rows = Sequence[tuple[str, str]]


class DutchCommand(TyperCommand):
    """A command that explains itself in Dutch."""

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 of the library
        """Write how to use it, what it does, its arguments and options."""
        formatter.write("\n".join(_page(self, ctx, ())))

    def get_usage(self, ctx: Any) -> str:  # noqa: ANN401
        """How to use it, in one line."""
        return _usage(self, ctx)


class DutchGroup(TyperGroup):
    """A group of commands that explains itself in Dutch."""

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401
        """Write how to use it, what it does, its commands and options."""
        rows = [
            (name, (command.help or "").partition("\n")[0])
            for name, command in self.commands.items()
            if not command.hidden
        ]
        formatter.write("\n".join(_page(self, ctx, rows)))

    def get_usage(self, ctx: Any) -> str:  # noqa: ANN401
        """How to use it, in one line."""
        return _usage(self, ctx)


def _usage(command: Any, ctx: Any) -> str:  # noqa: ANN401
    parts = [ctx.command_path, "[OPTIES]"]
    if isinstance(command, TyperGroup):
        return " ".join([*parts, "OPDRACHT …"])
    for parameter in command.get_params(ctx):
        if parameter.param_type_name == "argument":
            name = _name(parameter)
            name = f"{name}…" if parameter.nargs != 1 else name
            parts.append(name if parameter.required else f"[{name}]")
    return " ".join(parts)


def _name(parameter: Any) -> str:  # noqa: ANN401
    return str(parameter.metavar or parameter.name.upper())


def _page(command: Any, ctx: Any, commands: Rows) -> Iterable[str]:  # noqa: ANN401
    width = min(shutil.get_terminal_size().columns, MOST_COLUMNS)
    yield f"{_bold('Gebruik:')} {_usage(command, ctx)}"
    for paragraph in (command.help or "").split("\n"):
        yield ""
        yield textwrap.fill(paragraph, width)
    parameters = [p for p in command.get_params(ctx) if not getattr(p, "hidden", False)]
    arguments = [(_name(p), p.help) for p in parameters if p.param_type_name == "argument"]
    options = [_option(p) for p in parameters if p.param_type_name == "option"]
    for title, rows in (
        ("Opdrachten:", commands), ("Argumenten:", arguments), ("Opties:", options),
    ):  # fmt: skip
        if rows:
            yield f"\n{_bold(title)}"
            yield from _columns(rows, width)
    if command.epilog:
        yield ""
        yield textwrap.fill(command.epilog, width)
    yield ""


def _option(parameter: Any) -> tuple[str, str]:  # noqa: ANN401
    names = ", ".join(sorted(parameter.opts, key=lambda name: (len(name), name)))
    if not parameter.is_flag:
        return f"{names} {_name(parameter)}", str(parameter.help)
    return names, SHOW_HELP if HELP in parameter.opts else str(parameter.help)


def _columns(rows: Rows, width: int) -> Iterable[str]:
    left = max(len(name) for name, _ in rows) + 4
    for name, text in rows:
        lines = textwrap.wrap(text, max(width - left, 20)) or [""]
        yield f"  {name:<{left - 2}}{lines[0]}"
        yield from (" " * left + line for line in lines[1:])


def _bold(text: str) -> str:
    plain = "NO_COLOR" in os.environ or not sys.stdout.isatty()
    return text if plain else f"\x1b[1m{text}\x1b[0m"
