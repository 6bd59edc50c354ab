"""What one must know to use a rule: who judges, when it sleeps, how far it reaches, since when."""

from engine.backends.render_nl.conditions import junction
from engine.backends.render_nl.dutch import in_days, phrase, together
from engine.backends.render_nl.expressions import Speaker
from engine.backends.render_nl.places import own_scope
from engine.backends.render_nl.sources import the_act
from engine.backends.render_nl.words.labels import ROLES
from engine.ir import nodes
from engine.ir.declarations import Window
from engine.ir.fold import norms_in
from engine.ir.program import Norm, Program, Rule, Rung

RUNGS = {
    "a": "geen besluit nodig",
    "b": "de gewone regel",
    "c": "ruimte binnen de regel",
    "d": "maatwerk of hardheidsclausule",
    "e": "de algemene beginselen van de Awb",
}
NATURES = {"keuze": "Hier kiest het college", "oordeel": "Hier oordeelt een mens"}
CERTAINTY = {"medium": "gemiddeld", "low": "laag"}


def remarks(program: Program, rule: Rule) -> list[str]:
    """Short sentences, in the order in which a reader needs them."""
    found = [
        *_norms(program, rule),
        _sleep(program, rule),
        _power(rule),
        "Een vermoeden of een ontbrekend gegeven is hiervoor nooit genoeg"
        if rule.sanction
        else "",
        _reach(program, rule),
        _procedure(program, rule),
        _validity(program, rule),
        _rung(rule),
        _certainty(rule.certainty),
        f"Les: {phrase(rule.lesson)}" if rule.lesson else "",
    ]
    return [text for text in found if text]


def norms_of(rule: Rule) -> list[str]:
    """The open norms that a rule rests on, sorted."""
    names = norms_in(rule.condition)
    for _, value in rule.effects:
        names = names | norms_in(value)
    if rule.grant is not None:
        names = names.union(*map(norms_in, rule.grant.formulas))
    return sorted(names)


def judge(norm: Norm) -> str:
    """Who answers an open norm: `consulent of jurist`."""
    return together([ROLES.get(role, role) for role in norm.roles], "of")


def _norms(program: Program, rule: Rule) -> list[str]:
    found = [program.norms[name] for name in norms_of(rule)]
    told = []
    for nature, opening in NATURES.items():
        asked = [f"“{n.question}” ({judge(n)})" for n in found if n.nature == nature]
        if asked:
            told.append(f"{opening}: {'; '.join(asked)}")
    return told


def _sleep(program: Program, rule: Rule) -> str:
    if rule.cause is None or not norms_of(rule):
        return ""
    rest = "blijft deze regel buiten toepassing"
    if isinstance(rule.cause, nodes.Lit):
        return "" if rule.cause.value else f"Zolang niemand daarover heeft geoordeeld, {rest}"
    speaker, scopes = Speaker(program), (own_scope(rule.entity),)
    if isinstance(rule.cause, nodes.And | nodes.Or):
        cause = junction(speaker, rule.cause, scopes, yes=False, nested=True)
    else:
        cause = speaker.clause(rule.cause, scopes, yes=False)
    return f"Zolang niemand daarover heeft geoordeeld en {cause}, {rest}"


BOUND = (
    "Er staat “kan”, maar dat laat geen keuze: is aan de voorwaarden voldaan, dan doet het "
    "college dit"
)


def _power(rule: Rule) -> str:
    if rule.bound:
        return BOUND
    return "Het college mag dit doen, het hoeft niet" if rule.character == "kan" else ""


def _reach(program: Program, rule: Rule) -> str:
    reach = rule.reach
    if reach is None:
        return ""
    parts = []
    if reach.articles:
        parts.append(f"artikel {together(list(reach.articles))}")
    if reach.paragraphs:
        parts.append(f"paragraaf {together(list(reach.paragraphs))}")
    parts += [the_act(program, act) for act in reach.regulations]
    return f"Deze uitzondering reikt niet verder dan {together(parts)}" if parts else ""


def _procedure(program: Program, rule: Rule) -> str:
    terms = {term.id: term.what for term in program.terms}
    steps = [terms.get(step, step) for step in rule.procedure]
    return f"Bij deze grond horen deze stappen: {together(steps)}" if steps else ""


def _validity(program: Program, rule: Rule) -> str:
    held = in_force(rule.window)
    if not held:
        return ""
    if rule.moment is None:
        return f"Deze regel geldt {held}"
    day = Speaker(program).value(rule.moment, (own_scope(rule.entity),))
    return f"Beslissend is {day}: deze regel geldt {held}"


def in_force(window: Window) -> str:
    """A period: `vanaf 1 januari 2026`; empty when it has no limits."""
    if window.start is not None and window.end is not None:
        return f"van {in_days(window.start)} tot en met {in_days(window.end)}"
    if window.start is not None:
        return f"vanaf {in_days(window.start)}"
    return f"tot en met {in_days(window.end)}" if window.end is not None else ""


def _rung(rule: Rule) -> str:
    if rule.helper:
        return "Dit is een rekenregel"
    return f"Trede {rule.rung.letter}: {rung_name(rule.rung)}"


def rung_name(rung: Rung) -> str:
    """A rung of the ladder in words."""
    return RUNGS[rung.letter]


def _certainty(certainty: str) -> str:
    return f"Zekerheid: {CERTAINTY[certainty]}" if certainty in CERTAINTY else ""
