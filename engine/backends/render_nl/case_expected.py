"""What the law gives in a worked case, in Dutch: outcomes, solutions, intentions, signals, terms.

The data is what stands under `verwacht`. A key that has no words of its own is read as it stands,
so that nothing of it falls away.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from engine.backends.render_nl.blocks import Line
from engine.backends.render_nl.case_speech import Tongue, plain, quoted
from engine.backends.render_nl.case_words import (
    CERTAIN,
    NONE,
    OPENINGS,
    POWERS,
    SAID,
    SOLVED,
    STATES,
    flat,
)
from engine.backends.render_nl.dutch import in_days, listing, sentence, together, upper_first
from engine.backends.render_nl.names import find, label
from engine.backends.render_nl.remarks import judge
from engine.backends.render_nl.sources import cite_rule
from engine.backends.render_nl.statements import subject
from engine.backends.render_nl.toets_words import CHARACTERS, GAPS, LIFTERS, rank, rung
from engine.backends.render_nl.values import from_json, in_amount, parse_day
from engine.ir.program import Begrip

Data = Mapping[str, Any]
NO_RUNG = "geen"
ANSWER = ("trede", "uitkomst", "bevoegdheid")
LISTED = ("gronden", "delen", "blokkades")
AMOUNTS = {"bedrag": "", "raakt": "dat kost de inwoner ", "niet_gedragen": "niet gedragen wordt "}
"""What stands before an amount; `eenheid` beside it says in what it is."""
CODES: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "uitkomst": ("", SOLVED),
    "bevoegdheid": ("", POWERS),
    "status": ("", STATES),
    "karakter": ("", CHARACTERS),
    "wie_kan_opheffen": ("wie dit kan opheffen: ", LIFTERS),
    "zekerheid": ("zekerheid ", CERTAIN),
    "orgaan": ("", {}),
}
"""What stands before a code, and the words of the codes."""


@dataclass(frozen=True)
class Spoken:
    """A signal in words: where in the law it comes from, and what it says."""

    place: str = ""
    text: str = ""


@dataclass(frozen=True)
class Expectation:
    """Tells what is expected; `signals` says what each signal is about, by id."""

    tongue: Tongue
    signals: Mapping[str, Spoken]

    def lines(self, expected: Data, opening: str) -> tuple[Line, ...]:
        """Everything that is expected, in reading order; the outcomes under this opening."""
        return tuple(self._lines(expected, opening))

    def _lines(self, expected: Data, opening: str) -> Iterator[Line]:
        outcomes = expected.get("uitkomsten", {})
        if outcomes:
            yield Line(opening)
        for key, row in outcomes.items():
            yield from (Line(self._outcome(key, name, want), 1) for name, want in row.items())
        for name, want in expected.get("behoeften", {}).items():
            yield from self._answer(f"Over {self.tongue.thing(name)}", want)
        for name, want in expected.get("oplossingen", {}).items():
            yield from self._answer(f"Over de oplossing {self.tongue.thing(name)}", want)
        for name, want in expected.get("voornemens", {}).items():
            yield from self._answer(f"Over {self._intention(name)}", want)
        for name, want in expected.get("plannen", {}).items():
            yield Line(f"Over het plan {self.tongue.thing(name)}:")
            yield from (Line(upper_first(self._all(p)), 1) for p in want.get("punten", []))
        for want in expected.get("termijnen", []):
            yield Line(self._term(want))
        yield from self._asked(expected.get("vragen", {}))
        yield from self._lit(expected.get("signalen", {}))

    def _intention(self, name: str) -> str:
        shown = self.tongue.thing(name)
        return shown if name in self.tongue.called else f"het voornemen {shown}"

    # -- outcomes --------------------------------------------------------------------------

    def _outcome(self, key: str, name: str, want: Any) -> str:  # noqa: ANN401 any YAML data
        begrip = self._begrip(key, name)
        if not isinstance(want, Mapping):
            return self._is(key, name, begrip, str(want))
        told = [self._state(key, name, begrip, want)]
        if "voorlopig" in want:
            told.append(f"voorlopig {self._shown(begrip, want['voorlopig'])}")
        if "vast" in want:
            told.append("dit staat vast" if want["vast"] == "ja" else "dit kan nog anders worden")
        if "voorbehoud" in want:
            waiting = [subject(self.tongue.program, n) for n in want["voorbehoud"]]
            told.append(f"nog te beoordelen is {listing(waiting)}")
        told += [self._say(k, v) for k, v in want.items() if k not in SAID]
        return "; ".join(told)

    def _begrip(self, key: str, name: str) -> Begrip | None:
        """The concept of this name that is about this kind of instance."""
        word = key.partition(":")[0]
        for full, begrip in self.tongue.program.begrippen.items():
            about = begrip.entity.rpartition(".")[2]
            if full == name or (full.rpartition(".")[2] == name and about == word):
                return begrip
        return None

    def _is(self, key: str, name: str, begrip: Begrip | None, value: str) -> str:
        if begrip is None:
            return f"{plain(name)} ({self.tongue.place(key)}): {from_json(value)}"
        return self.tongue.outcome(begrip.name, value, begrip.type, key, begrip.entity)

    def _state(self, key: str, name: str, begrip: Begrip | None, want: Data) -> str:
        if "waarde" in want:
            return self._is(key, name, begrip, str(want["waarde"]))
        what = self._whether(key, name, begrip)
        match want.get("status"):
            case "gat":
                why = GAPS.get(want.get("soort_gat", ""), "geen regel geeft een waarde")
                return f"{what}: geen waarde ({why})"
            case "conflict":
                return f"{what}: regels spreken elkaar tegen"
            case "onbekend":
                return f"{what}: nog niet bekend"
            case _:
                return what

    def _whether(self, key: str, name: str, begrip: Begrip | None) -> str:
        """A concept of which no value is told: `of p1 recht heeft`, `de norm van p1`."""
        if begrip is None:
            return f"{plain(name)} ({self.tongue.place(key)})"
        told = self.tongue.outcome(begrip.name, "ja", begrip.type, key, begrip.entity)
        if begrip.type.kind == "ja_nee" and told.startswith("dat "):
            return f"of {told.removeprefix('dat ')}"
        return self.tongue.owned(begrip.name, key)

    def _shown(self, begrip: Begrip | None, value: str) -> str:
        return from_json(value) if begrip is None else self.tongue.value(value, begrip.type)

    # -- solutions and intentions ----------------------------------------------------------

    def _answer(self, what: str, want: Data) -> Iterator[Line]:
        """What is expected of one solution or intention: the answer on its own line."""
        given = [key for key in ANSWER if key in want]
        # That there is no rung says nothing beside why there is none.
        shown = [key for key in given if len(given) == 1 or want[key] != NO_RUNG]
        head = "; ".join(self._say(key, want[key]) for key in shown)
        yield Line(f"{what}: {head}." if head else f"{what}:")
        unit = want.get("eenheid", "")
        for key, value in want.items():
            if key not in (*ANSWER, "eenheid"):
                yield from (Line(sentence(text), 1) for text in self._rows(key, value, unit))

    def _rows(
        self,
        key: str,
        value: Any,  # noqa: ANN401 any YAML data
        unit: str = "",
    ) -> Iterator[str]:
        """One text for every item of a list; what is needed gives one for every kind."""
        if key == "nodig":
            yield from self._needs(value)
        elif not isinstance(value, list):
            yield self._say(key, value, unit)
        elif not value:
            yield NONE.get(key, f"geen {plain(key)}")
        else:
            opening = OPENINGS.get(key, plain(key))
            yield from (f"{opening}: {self._all(item)}" for item in value)

    def _all(self, want: Any) -> str:  # noqa: ANN401 any YAML data
        """Everything that is said of a ground, a part, a blocker or a point; or only its rule."""
        if not isinstance(want, Mapping):
            return self.rule(str(want))
        return "; ".join(self._parts(want))

    def _parts(self, want: Data) -> list[str]:
        """Every key with its value in words; a unit goes with its amount."""
        amounts = AMOUNTS.keys() & want.keys()
        keys = [key for key in want if key != "eenheid" or not amounts]
        return [self._say(key, want[key], want.get("eenheid", "")) for key in keys]

    def _say(self, key: str, value: Any, unit: str = "") -> str:  # noqa: ANN401 any YAML data
        """One key with its value in words."""
        if key in AMOUNTS:
            return f"{AMOUNTS[key]}{in_amount(value, unit)}"
        if key in CODES:
            opening, words = CODES[key]
            return f"{opening}{words.get(value, plain(value))}"
        if key in LISTED and isinstance(value, Sequence):
            return "; ".join(self._rows(key, value))
        if key in ("id", "over"):
            return f"{'punt' if key == 'id' else key} {self.tongue.thing(value)}"
        match key:
            case "regel":
                return self.rule(value)
            case "trede":
                return rung(value)
            case "rang":
                return rank(value)
            case "vorm":
                return f"als {label(value)}"
            case "motivering":
                return quoted(value)
            case "nodig":
                return "; ".join(self._needs(value))
            case _:
                return f"{plain(key)}: {flat(value)}"

    def rule(self, name: str) -> str:
        """A rule by its place in the law, with its id."""
        known = self.tongue.program.rule_named(name)
        return cite_rule(self.tongue.program, known) if known is not None else name

    # -- what is needed, asked, lit --------------------------------------------------------

    def _needs(self, want: Data) -> list[str]:
        """What is still needed; an empty list says that nothing of that kind is."""
        told = []
        facts = [subject(self.tongue.program, name) for name in want.get("feiten", [])]
        if facts:
            told.append(f"nog nodig zijn deze gegevens: {listing(facts)}")
        elif "feiten" in want:
            told.append("er ontbreken geen gegevens")
        judged = [self._judgement(name) for name in want.get("oordelen", [])]
        if "oordelen" in want and not judged:
            told.append("er hoeft niets meer te worden beoordeeld")
        return told + judged

    def _judgement(self, name: str) -> str:
        norm = self.tongue.program.norms.get(find(self.tongue.program, name))
        if norm is None:
            return f"nog nodig is een oordeel over {plain(name)}"
        kind = "een keuze" if norm.nature == "keuze" else "een oordeel"
        return f"nog nodig is {kind} ({judge(norm)}): {quoted(norm.question)}"

    def _asked(self, want: Data) -> Iterator[Line]:
        for key, opening in (("wel", "Gevraagd wordt naar"), ("niet", "Niet gevraagd wordt naar")):
            names = [subject(self.tongue.program, name) for name in want.get(key, [])]
            if names:
                yield Line(f"{opening}: {listing(names)}.")

    def _lit(self, want: Data) -> Iterator[Line]:
        lit = want.get("aan", [])
        if lit:
            yield Line("Deze signalen gaan aan:")
        for name in lit:
            text = self.signals.get(name, Spoken()).text
            yield Line(f"{self.signal(name)}: {text}" if text else f"{self.signal(name)}.", 1)
        dark = [self.signal(name) for name in want.get("uit", [])]
        if dark:
            yield Line(f"Deze signalen blijven uit: {'; '.join(dark)}.")

    def signal(self, name: str) -> str:
        """A signal by its place in the law, with its id."""
        if name.startswith("botsing:"):
            kinds = name.partition(":")[2].split("-")
            return f"botsing van plichten: {together([label(kind) for kind in kinds])}"
        return f"{self.signals[name].place} ({name})" if name in self.signals else name

    def _term(self, want: Data) -> str:
        told = [f"De termijn {quoted(want['wat'])}" if "wat" in want else "Een termijn"]
        for key, word in (("van", "van"), ("tot", "tot en met")):
            day = parse_day(want.get(key))
            told += [f"{word} {in_days(day)}"] if day else []
        rest = [self._say(k, v) for k, v in want.items() if k not in ("wat", "van", "tot")]
        return f"{', '.join([' '.join(told), *rest])}."
