"""What can go wrong for a user of the command line, besides errors in requests and rules."""

DONE, FOUND, WRONG, OURS, STOPPED = 0, 1, 2, 3, 130
"""Exit codes: done, findings, wrong input or usage, a fault of our own, stopped by the user."""


class Problem(Exception):
    """Something the user can put right: a message, and a hint what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        """Keep both; they are shown as they are."""
        self.message, self.hint = message, hint
        super().__init__(message)
