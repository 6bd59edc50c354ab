"""The Dutch command line; uses only the facade.

`app` declares the commands, one module each does the work, `usage` and `helptext` hold the words
that the library would say in English. Nothing of the engine is loaded before a command needs it.
"""

import sys


def main() -> None:
    """Run the command line and stop with its exit code."""
    from engine.cli.run import run

    sys.exit(run(sys.argv[1:]))
