"""What a generated world contains: counted, so that a generator that grows dull is noticed."""

from collections.abc import Iterator

from engine.ir import nodes
from engine.ir.fold import walk
from engine.ir.program import Program
from engine.result.outcomes import Conflict, Gap, Known, Outcome
from engine.testing.cases import expressions
from tests.strategies.mutate import rules_of
from tests.strategies.programs import Tree

RELATIONS = (
    "in_afwijking_van", "sluit_uit", "beperkt", "wijzigt", "onverminderd", "bijzonder_van", "na",
)  # fmt: skip
KEYS = ("aanleiding", "kan", "reikwijdte", "vult_in", "sanctie", "tijdstip", "geldig")
KINDS = ("waarde", "onbekend", "conflict", "gat")


def depth(program: Program) -> int:
    """How many rules stand behind each other, each an exception to the one before."""
    found: dict[int, int] = {}

    def below(number: int) -> int:
        if number not in found:
            edges = program.rules[number].defeaters
            explicit = [e.rule for e in edges if e.relation != "voorrang"]
            found[number] = 1 + max(map(below, explicit), default=-1)
        return found[number]

    return max((below(rule.number) for rule in program.rules), default=0)


def features(trees: list[Tree], program: Program) -> Iterator[str]:
    """Names of what this world has."""
    for rule in rules_of(trees):
        yield from (key for key in (*RELATIONS, *KEYS) if key in rule)
    if depth(program) >= 3:
        yield "drie diep"
    for notice in program.notices:
        yield f"voorrang {notice.message.rpartition('(')[2][:-1]}"
    if program.refusals:
        yield "geweigerde invulling"
    for begrip in program.begrippen.values():
        yield "rest" if begrip.rest is not None and not begrip.term else "zonder rest"
        yield f"over {begrip.entity.rpartition('.')[2]}"
        if begrip.rounding is not None:
            yield "afronding"
    for expr in expressions(program):
        for node in walk(expr):
            if isinstance(node, nodes.Fold):
                yield f"{node.name}({node.collection})"


def kind(outcome: Outcome) -> str:
    """The kind of an outcome in one word."""
    match outcome:
        case Known():
            return "waarde"
        case Conflict():
            return "conflict"
        case Gap():
            return "gat"
        case _:
            return "onbekend"
