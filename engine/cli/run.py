"""Runs the command line: exit codes, and every error in words of its own.

Exit codes: 0 done, 1 findings, 2 wrong input or usage, 3 a fault of our own. Nobody ever sees a
traceback; a fault of our own goes to a log, without messages or values.
"""

import errno
import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress

import typer

from engine.cli.app import NAME, command
from engine.cli.problems import DONE, OURS, STOPPED, WRONG, Problem
from engine.cli.usage import in_dutch
from engine.errors import DiagnosticError, EngineError, InternalError


def run(arguments: Sequence[str]) -> int:
    """Run one command and give its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    if sys.stdout is None:
        return _tell(Problem("de uitvoer is dicht", "geef de opdracht zonder `>&-`"))
    try:
        return _guarded(arguments)
    except KeyboardInterrupt:
        _say("gestopt")
        return STOPPED


def _guarded(arguments: Sequence[str]) -> int:
    try:
        code = command().main(list(arguments), prog_name=NAME, standalone_mode=False)
        sys.stdout.flush()
    except typer.TyperException as error:
        return _tell(_usage_problem(error, arguments))
    except Problem as problem:
        return _tell(problem)
    except DiagnosticError as error:
        _say(*map(str, error.diagnostics))
        return WRONG
    except InternalError as error:
        return _report(error, arguments)
    except EngineError as error:
        return _tell(Problem(str(error), getattr(error, "hint", "")))
    except typer.Abort:
        _say("gestopt")
        return STOPPED
    except (BrokenPipeError, SystemExit):
        # Whoever reads along has seen enough (`… | head`); the library makes that an exit.
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EBADF, errno.EIO):
            return _report(error, arguments)
        return _tell(Problem("de uitvoer is niet te schrijven", "kijk of er nog ruimte is"))
    except Exception as error:  # noqa: BLE001 the last guard: a user never sees a traceback
        return _report(error, arguments)
    return code if isinstance(code, int) else DONE


def _usage_problem(error: Exception, arguments: Sequence[str]) -> Problem:
    commands = tuple(command().commands)
    context = getattr(error, "ctx", None)
    asked = [word for word in arguments[:1] if word in commands]
    path = context.command_path if context is not None else " ".join([NAME, *asked])
    return in_dutch(error, path, commands)


def _tell(problem: Problem) -> int:
    _say(f"fout: {problem.message}", *([f"wat nu: {problem.hint}"] if problem.hint else []))
    return WRONG


def _say(*lines: str) -> None:
    with suppress(OSError):
        print(*lines, sep="\n", file=sys.stderr, flush=True)


def _report(error: Exception, arguments: Sequence[str]) -> int:
    """A fault of our own: a reference number for the user, names and places for us."""
    from engine.cli.log import note

    number, path = note(error, arguments)
    where = f"de gegevens voor de ontwikkelaars staan in {path}" if path else "er is geen logboek"
    _say(f"fout: hier ging iets mis in regelruimte zelf (nummer {number})")
    _say(f"wat nu: meld dit nummer; {where}")
    return OURS
