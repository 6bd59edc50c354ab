"""Every rule as one readable Dutch sentence, followed by what one must know to use it."""

from engine.backends.render_nl.clauses import Effect, effects_of
from engine.backends.render_nl.dutch import phrase, sentence, together, upper_first
from engine.backends.render_nl.expressions import Speaker
from engine.backends.render_nl.places import own_scope
from engine.backends.render_nl.remarks import remarks
from engine.backends.render_nl.sources import cite_all
from engine.ir.nodes import Expr
from engine.ir.program import Edge, Program, Rule
from engine.model.rule import EEN_RANG

PRIORITY = {
    "hoger": "een hogere regel gaat voor",
    "bijzonder": "een bijzondere regel gaat voor",
    "later": "een latere regel gaat voor",
}
CHARACTERS = {
    "kan": "een kan-bepaling",
    "open": "een open norm",
    "dwingend": "een dwingende regel",
}


def render_rule(program: Program, rule: Rule) -> str:
    """A rule in Dutch: source, condition, effect, exceptions, and what it takes to use it."""
    pair = ", over twee personen" if rule.entity == "paar" else ""
    head = f"{cite_all(program, rule.sources)} ({rule.id}){pair}".strip()
    condition = _condition(program, rule)
    effects = effects_of(program, rule)
    exceptions = [_exception(program, edge) for edge in rule.defeaters]
    main = _main(condition, effects, principle=bool(exceptions))
    parts = [f"{upper_first(head)}: {main}{_unless(exceptions)}"]
    if len(exceptions) > 1:
        parts.append(f"Uitzonderingen: {'; '.join(exceptions)}")
    return " ".join(sentence(part) for part in [*parts, *remarks(program, rule)])


def _main(condition: str, effects: list[Effect], *, principle: bool) -> str:
    if condition:
        told = together([effect.after_then(principle=principle) for effect in effects])
        return f"als {condition}, dan {told}"
    return together([effect.alone(principle=principle) for effect in effects])


def _condition(program: Program, rule: Rule) -> str:
    """The condition in words, with what must stand in the way for a rule on blockers."""
    texts = [_blocked(rule)] if rule.reach is not None and rule.reach.on_blockers else []
    if rule.condition is not None:
        texts.append(_clause(program, rule.condition, rule.entity))
    return ", en ".join(texts)


def _clause(program: Program, expr: Expr, entity: str) -> str:
    return Speaker(program).clause(expr, (own_scope(entity),))


def _blocked(rule: Rule) -> str:
    reach = rule.reach
    if reach is None:
        return ""
    ranks = together([EEN_RANG.get(r, r) for r in reach.blocker_ranks], "of")
    characters = together([CHARACTERS.get(c, c) for c in reach.blocker_characters], "of")
    both = f"{ranks} met {characters}" if ranks and characters else ranks or characters
    return f"{both or 'een regel'} aan de oplossing in de weg staat"


def _unless(exceptions: list[str]) -> str:
    if not exceptions:
        return ""
    if len(exceptions) == 1:
        return f", tenzij deze uitzondering geldt: {exceptions[0]}"
    return ", tenzij een van de uitzonderingen hieronder geldt"


def _exception(program: Program, edge: Edge) -> str:
    """What defeats the rule, in the words of its own explanation."""
    rule = program.rules[edge.rule]
    why = PRIORITY.get(edge.why)
    text = phrase(rule.text.split(". ")[0])
    where = f"{cite_all(program, rule.sources[:1])}; " if rule.sources else ""
    return f"{why + ': ' if why else ''}{text} ({where}{rule.id})"
