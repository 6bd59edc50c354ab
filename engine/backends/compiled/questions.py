"""The questions of a place, as text: what generated code writes between square brackets.

Names of concepts and norms hold a dot, other questions a space or a sign, so that they never meet.
"""


def rule(number: int) -> str:
    """Whether a rule is active."""
    return f"regel {number}"


def own(number: int) -> str:
    """Whether the own condition of a rule holds; kept where that is another answer."""
    return f"conditie {number}"


def cause(number: int) -> str:
    """Whether there is cause to look at the open norms of a rule."""
    return f"aanleiding {number}"


def value(number: int, name: str) -> str:
    """The value that a rule gives a concept or norm."""
    return f"waarde {number} {name}"


def rest(name: str) -> str:
    """The value of a concept where no rule is active or possible."""
    return f"rest {name}"


def bound(side: str, name: str) -> str:
    """The lower (`laag`) or upper (`hoog`) bound of a concept."""
    return f"{side} {name}"


def only_if(name: str) -> str:
    """Whether a norm is asked at all."""
    return f"pas_als {name}"


def edge(group: str) -> str:
    """Whether a pair belongs together in a group."""
    return f"samen {group}"


def norm(name: str, part: str) -> str:
    """A judgement, or one field of it."""
    return f"{name}:{part}"


def excluded(name: str) -> str:
    """Whether an active rule took rules of a concept away."""
    return f"uitgesloten {name}"
