"""How a fact is written in a request, in a few words and with an example."""

from engine.backends.render_nl.values import in_words
from engine.decide.encode import entity_word
from engine.ir.declarations import FactDecl

EXAMPLES = {
    "ja_nee": "ja of nee",
    "datum": "een dag, zoals 2026-09-01",
    "bedrag": "een bedrag met een punt voor de centen, zoals 1250.50",
    "procent": "een percentage, zoals 20%",
    "duur": "een duur, zoals 6 maanden",
    "aantal": "een getal, zoals 3",
    "persoon": "de code van een persoon, zoals p1",
    "tekst": "een paar woorden",
}


def how_to_answer(fact: FactDecl) -> str:
    """What is asked, about whom or what, how to write the answer, and what stands without one."""
    kind = fact.type
    wanted = f"een van: {', '.join(kind.labels)}" if kind.labels else EXAMPLES[kind.kind]
    unit = f" ({kind.unit})" if kind.unit else ""
    about = entity_word(fact.entity)
    told = [f"{fact.question} Een gegeven over {about}; schrijf {wanted}{unit}."]
    low, high = ("" if b is None else in_words(b, kind) for b in (fact.low, fact.high))
    if low and high:
        told.append(f"Van {low} tot en met {high}.")
    elif low or high:
        told.append(f"Ten minste {low}." if low else f"Ten hoogste {high}.")
    if fact.presumption is not None:
        told.append(f"Zonder antwoord wordt aangenomen: {in_words(fact.presumption, kind)}.")
    return " ".join(told)
