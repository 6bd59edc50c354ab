"""Gives recorded judgements their meaning: which norm, about what, by whom, with what outcome.

A judgement about a group is kept under every member that it names, as (group, person): who
belongs together follows from the rules and is not known yet. `feit:<naam>` judges a fact that
the resident disputes; its outcome is what the fact is taken to be.
"""

from dataclasses import dataclass, field
from datetime import date

from engine.ir.case import Absent, Inst, Judgement
from engine.ir.program import Norm, Program
from engine.model.request import DISPUTED, Beoordeling, Hulpvraag, Unfit
from engine.source.case_facts import FactKey, Facts, both_ways, typed
from engine.source.case_layout import Layout
from engine.source.case_places import find_places, group_named
from engine.source.case_values import read_value
from engine.source.formula_errors import close_to
from engine.values import Value

NO = "geen"
Recorded = dict[tuple[str, Inst], Judgement]


def read_judgements(
    request: Hulpvraag, layout: Layout, facts: Facts, program: Program
) -> Recorded:
    """Read all judgements; a judged fact moves from contested to known in `facts`."""
    recorded: Recorded = {}
    settled: set[FactKey] = set()
    for given in request.beoordelingen:
        reader = _Reader(given, layout, program)
        reader.check_day(request.beslisdatum)
        if given.oordeel.startswith(DISPUTED):
            reader.judge_fact(facts, settled)
        else:
            reader.judge_norm(recorded)
    return recorded


@dataclass
class _Reader:
    """Reads one judgement; every part that does not fit is reported."""

    given: Beoordeling
    layout: Layout
    program: Program
    persons: set[str] = field(init=False)

    def __post_init__(self) -> None:
        self.persons = {*self.layout.persons, *self.layout.network}

    def _bad(self, key: str, code: str, message: str, hint: str = "") -> None:
        self.layout.problems.add(code, message, self.given.herkomst.van(key), hint)

    def check_day(self, decided: date | None) -> None:
        """A decision rests on what was judged by then."""
        if decided is not None and self.given.datum > decided:
            hint = "laat het weg, of kijk na of de beslisdatum en deze datum kloppen"
            self._bad("datum", "C146", "dit oordeel is van na de beslisdatum", hint)

    def judge_norm(self, recorded: Recorded) -> None:
        """Keep a judgement on an open norm."""
        norm = self._norm()
        if norm is None:
            return
        places = self._places(group_named(norm.entity, norm.regulation, self.program))
        outcome = self._outcome(norm)
        self._check_role_and_advice(norm)
        if outcome is None:
            return
        judgement = Judgement(
            outcome=outcome,
            who=self.given.wie,
            role=self.given.rol,
            day=self.given.datum,
            motivation=self.given.motivering,
            evidence=self.given.bewijs,
        )
        for place in places:
            if (norm.name, place) in recorded:
                self._twice()
            recorded[norm.name, place] = judgement

    def judge_fact(self, facts: Facts, settled: set[FactKey]) -> None:
        """Give a disputed fact the value that was found."""
        name = self.given.oordeel.removeprefix(DISPUTED)
        decl = self.program.facts.get(name)
        if decl is None:
            hint = close_to(name, self.program.facts)
            self._bad("oordeel", "C130", "dit gegeven bestaat niet", hint)
            return
        if not isinstance(self.given.uitkomst, str):
            self._bad("uitkomst", "C154", "een gegeven heeft één waarde", "schrijf die waarde")
            return
        try:
            value = typed(self.given.uitkomst, decl, self.persons)
        except Unfit as unfit:
            self._bad("uitkomst", unfit.code, unfit.message, unfit.hint)
            return
        for place in self._places(decl.entity):
            if (name, place) in settled:
                self._twice()
            elif (name, place) not in facts.contested:
                hint = "alleen over een betwist gegeven wordt zo geoordeeld"
                self._bad("over", "C158", f"`{name}` is hier niet betwist", hint)
            for inst in both_ways(place, decl):
                facts.contested.pop((name, inst), None)
                facts.known[name, inst] = value
                settled.add((name, inst))

    def _twice(self) -> None:
        hint = "laat alleen de laatste beoordeling staan"
        self._bad("over", "C157", "hierover is al geoordeeld", hint)

    def _norm(self) -> Norm | None:
        name, norms = self.given.oordeel, self.program.norms
        if name in norms:
            return norms[name]
        found = sorted(full for full in norms if full.rpartition(".")[2] == name)
        if len(found) == 1:
            return norms[found[0]]
        if found:
            hint = "kies uit: " + ", ".join(found)
            self._bad("oordeel", "C151", "meer regelingen kennen dit oordeel", hint)
        else:
            hint = close_to(name, {full.rpartition(".")[2] for full in norms})
            if name in self.program.facts:
                hint = f"over een betwist gegeven: schrijf `{DISPUTED}{name}`"
            self._bad("oordeel", "C150", "dit oordeel bestaat niet", hint)
        return None

    def _places(self, entity: str) -> tuple[Inst, ...]:
        try:
            return find_places(self.given.over, entity, self.layout, self.program)
        except Unfit as unfit:
            self._bad("over", unfit.code, unfit.message, unfit.hint)
            return ()

    def _check_role_and_advice(self, norm: Norm) -> None:
        name = norm.name.rpartition(".")[2]
        if norm.roles and self.given.rol not in norm.roles:
            hint = "bevoegd: " + ", ".join(norm.roles)
            self._bad("rol", "C152", f"deze rol is niet bevoegd voor `{name}`", hint)
        # Acts that ask for advice name bodies of which one will do.
        codes = [_code(item) for item in self.given.bewijs]
        wanted = [_code(advice) for advice in norm.advice]
        if wanted and not any(code.startswith(advice) for code in codes for advice in wanted):
            hint = "noem onder `bewijs` een van: " + ", ".join(norm.advice)
            self._bad("bewijs", "C155", f"voor `{name}` is eerst advies nodig", hint)

    def _outcome(self, norm: Norm) -> dict[str, Value] | None:
        """The outcome per field; a judgement says something about every field."""
        kinds = {part.name: part.type for part in norm.fields}
        texts = self.given.uitkomst
        if isinstance(texts, str):
            if len(kinds) != 1:
                hint = "schrijf {" + ", ".join(f"{name}: …" for name in kinds) + "}"
                self._bad("uitkomst", "C154", "deze uitkomst heeft velden", hint)
                return None
            name = next(iter(kinds))
            if texts == NO and norm.none_value is not None and NO not in kinds[name].labels:
                return {name: norm.none_value}
            texts = {name: texts}
        if "" in kinds and isinstance(self.given.uitkomst, dict):
            self._bad("uitkomst", "C154", "hier hoort één waarde te staan", "schrijf die waarde")
            return None
        wrong = [*sorted(texts.keys() - kinds.keys()), *(n for n in kinds if n not in texts)]
        for name in wrong:
            what = "ontbreekt" if name in kinds else "bestaat hier niet"
            hint = "de velden zijn: " + ", ".join(kinds)
            self._bad("uitkomst", "C154", f"het veld `{name}` {what}", hint)
        return None if wrong else self._values(texts, norm)

    def _values(self, texts: dict[str, str], norm: Norm) -> dict[str, Value] | None:
        made: dict[str, Value] = {}
        for part in norm.fields:
            try:
                value = read_value(texts[part.name], part.type, self.persons)
            except Unfit as unfit:
                self._bad("uitkomst", unfit.code, unfit.message, unfit.hint)
                return None
            if not isinstance(value, Absent):
                made[part.name] = value
            elif not part.name:
                hint = "laat de beoordeling weg zolang er niet geoordeeld is"
                self._bad("uitkomst", "C154", "een oordeel kan niet afwezig zijn", hint)
                return None
        return made


def _code(text: str) -> str:
    return text.strip().lower().replace(" ", "_")
