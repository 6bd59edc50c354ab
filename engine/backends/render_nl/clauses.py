"""What a rule does, as clauses that fit after `dan` and on their own."""

from dataclasses import dataclass

from engine.backends.render_nl.dutch import together
from engine.backends.render_nl.expressions import Speaker
from engine.backends.render_nl.names import (
    clause_of,
    label,
    noun,
    verb_be,
)
from engine.backends.render_nl.places import own_scope
from engine.backends.render_nl.sources import cite_rule
from engine.backends.render_nl.speech import Scopes
from engine.ir import nodes
from engine.ir.nodes import Expr, Nav
from engine.ir.program import Grant, Program, Rule
from engine.ir.types import Type

SHOWN = 2
OWN = Nav()


@dataclass(frozen=True, slots=True)
class Effect:
    """One effect: verb, subject and rest; `aside` is what it deviates from.

    After `dan` the verb comes first, on its own the subject does.
    """

    verb: str
    subject: str
    rest: str
    aside: str = ""

    def after_then(self, *, principle: bool) -> str:
        """The effect after `dan`."""
        return _words(self.verb, self.aside, self.subject, _principle(principle), self.rest)

    def alone(self, *, principle: bool) -> str:
        """The effect as a main clause."""
        subject = self.subject or "steeds"
        return _words(subject, self.verb, self.aside, _principle(principle), self.rest)


def _principle(principle: bool) -> str:  # noqa: FBT001 one flag, private
    return "in principe" if principle else ""


def _words(*parts: str) -> str:
    return " ".join(part for part in parts if part).replace(" ,", ",")


def effects_of(program: Program, rule: Rule) -> list[Effect]:
    """Everything the rule does: values, changes, what it sets aside, what it carries."""
    scopes = (own_scope(rule.entity),)
    aside = _deviation(program, rule)
    made = [_value_effect(program, rule, name, value, scopes) for name, value in rule.effects]
    made = [Effect(e.verb, e.subject, e.rest, aside if i == 0 else "") for i, e in enumerate(made)]
    excluded = targets(program, rule, ("sluit_uit", "beperkt"))
    if excluded:
        made.append(_exclusion(program, excluded))
    if rule.grant is not None:
        made.append(_grant(program, rule.grant, rule.entity, scopes))
    return made or [Effect("geldt", "deze regel", "")]


def targets(program: Program, rule: Rule, relations: tuple[str, ...]) -> list[Rule]:
    """The rules that this rule defeats by one of these relations."""
    return [
        other
        for other in program.rules
        if any(e.rule == rule.number and e.relation in relations for e in other.defeaters)
    ]


def _deviation(program: Program, rule: Rule) -> str:
    found = targets(program, rule, ("in_afwijking_van",))
    if not found:
        return ""
    return f", in afwijking van {_listed(program, found)},"


def _listed(program: Program, rules: list[Rule]) -> str:
    if len(rules) <= SHOWN:
        return together([cite_rule(program, rule) for rule in rules])
    return f"de regels {together([rule.id for rule in rules])}"


def _exclusion(program: Program, rules: list[Rule]) -> Effect:
    verb = "blijft" if len(rules) == 1 else "blijven"
    return Effect(verb, _listed(program, rules), "buiten toepassing")


def _value_effect(program: Program, rule: Rule, name: str, value: Expr, scopes: Scopes) -> Effect:
    speaker = Speaker(program)
    kind = _type_of(program, name)
    if kind.kind == "ja_nee":
        if isinstance(value, nodes.Lit):
            clause = speaker.named(name, OWN, scopes, yes=bool(value.value))
            return Effect("geldt", "", f"dat {clause}")
        question = speaker.named(name, OWN, scopes, yes=True)
        return Effect(
            "is",
            f"het antwoord op de vraag of {question},",
            f"ja als {speaker.clause(value, scopes)}, en anders nee",
        )
    if isinstance(value, nodes.Lit) and isinstance(value.value, str):
        template = clause_of(name, value.value)
        if template is not None:
            words = label(value.value)
            clause = speaker.filled(template, OWN, scopes, yes=True, value=words)
            return Effect("geldt", "", f"dat {clause}")
    told = speaker.value(value, scopes)
    subject = noun(program, name)
    if name in rule.changes:
        return Effect("verandert", subject, f"in {told}")
    return Effect(verb_be(subject), subject, told)


def _type_of(program: Program, name: str) -> Type:
    if name in program.begrippen:
        return program.begrippen[name].type
    return program.norms[name].fields[0].type


def _grant(program: Program, grant: Grant, entity: str, scopes: Scopes) -> Effect:
    speaker = Speaker(program)
    parts = [_kinds(grant, entity)]
    if grant.forms:
        parts.append(together([in_form(form) for form in grant.forms], "of"))
    if isinstance(grant.covers, nodes.Fold):
        parts.append(_covers(speaker, grant.covers, scopes))
    if grant.upto is not None:
        parts.append(f"tot {speaker.value(grant.upto, scopes)}")
    if grant.without_decision:
        parts.append("zonder dat een besluit nodig is")
    if grant.temporary:
        parts.append(f"tijdelijk, {grant.temporary}")
    if grant.conditions:
        parts.append(f"met als voorwaarde: {together(list(grant.conditions))}")
    verb, subject = ("heeft", "het college") if entity == "voornemen" else ("is", "dit")
    return Effect(verb, subject, ", ".join(parts))


def in_form(form: str) -> str:
    """A form of help with its preposition: `als pgb`, `in natura`."""
    return {"pgb": "als pgb", "geld": "in geld", "natura": "in natura"}.get(form, label(form))


def _kinds(grant: Grant, entity: str) -> str:
    if grant.kinds is None:
        return "een grond voor wat door die regel wordt tegengehouden"
    if entity == "voornemen":
        return f"de bevoegdheid tot {together([label(kind) for kind in grant.kinds], 'of')}"
    return f"een grond voor {together([label(kind) for kind in grant.kinds], 'of')}"


def _covers(speaker: Speaker, fold: nodes.Fold, scopes: Scopes) -> str:
    if fold.where is None:
        return "voor alle belemmeringen"
    counted = speaker.value(fold, scopes).removeprefix("het aantal ")
    many, _, where = counted.partition(" ")
    return f"voor de {many} {where}"
