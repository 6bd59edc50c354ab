"""What the analysis found, in Dutch: which code, what is the matter, and within which bounds."""

from collections.abc import Callable, Mapping

from engine.backends.render_nl.values import in_words
from engine.backends.z3_analysis.skeletons import Size
from engine.backends.z3_analysis.suspicions import Kind, Suspicion
from engine.decide.encode import article_of
from engine.ir.program import Program

Coded = Callable[[Program, Suspicion], str]


def _always(code: str) -> Coded:
    return lambda _program, _suspicion: code


def _gap(program: Program, suspicion: Suspicion) -> str:
    begrip = program.begrippen[suspicion.about]
    return "F204" if begrip.entitlement else "F205"


CODE_OF: Mapping[Kind, Coded] = {
    Kind.UNDECIDED: _always("F200"),
    Kind.DEAD: _always("F201"),
    Kind.SHADOWED: _always("F202"),
    Kind.CONFLICT: _always("F203"),
    Kind.GAP: _gap,
    Kind.POWERLESS: _always("F206"),
    Kind.REDUNDANT: _always("F207"),
    Kind.PRIORITY: _always("F208"),
    Kind.INFLUENCE: _always("F210"),
    Kind.IDLE: _always("F211"),
    Kind.COURSE: _always("F212"),
    Kind.LOST: _always("F212"),
    Kind.STEP: _always("F213"),
    Kind.ROUNDING: _always("F214"),
}


def words_for(program: Program, suspicion: Suspicion) -> str:
    """What is the matter, in a sentence or two."""
    names = [_rule(program, number) for number in suspicion.rules] or [""]
    sentence = SENTENCES[suspicion.kind]
    if suspicion.kind is Kind.GAP and not program.begrippen[suspicion.about].candidates:
        sentence = "geen enkele regel geeft `{about}` een waarde"
    return sentence.format(
        over=suspicion.over,
        about=suspicion.about.rpartition(".")[2],
        rule=names[0],
        what=names[0] or f"de grens van `{suspicion.over}`",
        others=", ".join(names[1:]) or "een andere regel",
        question=_QUESTIONS.get(suspicion.about, "of er iets is"),
        known="".join(f"; {remark}" for remark in suspicion.remarks),
        why=_WHY.get(suspicion.about, ""),
        limit=_limit(program, suspicion) if suspicion.kind is Kind.STEP else "",
    )


SENTENCES: Mapping[Kind, str] = {
    Kind.UNDECIDED: "niet beslist {question}{known}",
    Kind.DEAD: "de voorwaarde van {rule} kan nooit waar zijn",
    Kind.SHADOWED: "telkens als {rule} geldt, gaat een ander voor: {others}",
    Kind.CONFLICT: (
        "{rule} en {others} geven `{about}` tegelijk een andere waarde; geen van beide gaat voor"
    ),
    Kind.GAP: "er zijn gevallen waarin geen regel `{about}` een waarde geeft",
    Kind.POWERLESS: "{rule} kan `{about}` in geen enkel geval anders maken",
    Kind.REDUNDANT: "zonder {rule} komt `{about}` altijd op hetzelfde uit",
    Kind.PRIORITY: "{others} gaat voor {rule}, alleen omdat die {why} is",
    Kind.INFLUENCE: "wie alleen in `{over}` verschilt, krijgt een andere `{about}`",
    Kind.IDLE: "geen regel die `{over}` leest, komt er ooit anders door uit",
    Kind.COURSE: "`{about}` beweegt tegen de afgesproken richting in",
    Kind.LOST: "{rule} gaat tegen de afgesproken richting in wel of niet gelden",
    Kind.STEP: "`{about}` verspringt meer dan {limit} bij de kleinste stap van het gegeven",
    Kind.ROUNDING: (
        "{what} telt in maanden of jaren, en komt in het voorbeeld uit op een dag die de maand "
        "niet heeft, zoals 31 juni; daar maakt het uit of de laatste dag van die maand telt, of "
        "de dag erna"
    ),
}
_QUESTIONS: Mapping[str, str] = {
    Kind.DEAD.value: "of deze regel ooit kan gelden",
    Kind.CONFLICT.value: "of regels hier tegelijk iets anders kunnen geven",
    Kind.GAP.value: "of er een geval zonder waarde is",
    Kind.POWERLESS.value: "of deze clausule iets kan veranderen",
    Kind.INFLUENCE.value: "of dit gegeven doorwerkt",
    Kind.IDLE.value: "of dit gegeven ooit iets verandert",
    Kind.COURSE.value: "of de uitkomst tegen haar verloop in kan gaan",
    Kind.LOST.value: "of de regel tegen het verloop in kan gaan gelden of vervallen",
    Kind.STEP.value: "of de uitkomst kan verspringen",
    Kind.ROUNDING.value: "of het uitmaakt welke dag telt als een maand de dag niet heeft",
}
_WHY = {"hoger": "van hogere rang", "bijzonder": "bijzonder", "later": "later vastgesteld"}


def _rule(program: Program, number: int) -> str:
    rule = program.rules[number]
    where = article_of(rule.sources)
    return f"{rule.id} ({where})" if where else rule.id


def _limit(program: Program, suspicion: Suspicion) -> str:
    return in_words(suspicion.limit, program.begrippen[suspicion.about].type)


def limits_of(program: Program, size: Size, suspicion: Suspicion) -> str:
    """Within which bounds this was looked at."""
    known = "; ".join(axiom.text.rstrip(".") for axiom in program.domain)
    parts = [
        str(size),
        "hooguit twee behoeften, een oplossing, een besluit en een voornemen",
        "alle feiten en oordelen bekend",
        "bedragen van 0 tot een miljoen euro, getallen en procenten heel",
        "mensen uit het netwerk tellen niet mee",
    ]
    parts += [f"aangenomen: {known}"] if known else []
    if suspicion.kind is Kind.ROUNDING:
        parts.append("op de peildatum en dagen aan een maandeinde waarop dezelfde regels gelden")
    return "; ".join((*parts, *suspicion.remarks))
